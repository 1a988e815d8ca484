"""Gathers the rows of a file into workouts, and keeps account of what is left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leglog.errors import ImportRejected
from leglog.formats.back_file import FileCheckIn
from leglog.formats.cells import UnreadableCell, number_of, rpe_halves_of
from leglog.formats.workout_file import (
    FileExercise,
    FileSet,
    FileWorkout,
    OddSet,
    Problem,
    WorkoutFile,
)
from leglog.i18n import _
from leglog.training.units import MAX_ACTIVITY_S, MAX_LOAD_G, MAX_REPS, grams
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from decimal import Decimal

    from leglog.formats.back_file import FileRating

MAX_NAME = 200
MAX_DISTANCE_M = 1_000_000


@dataclass(slots=True)
class _Exercise:
    name: str
    superset: str | None
    notes: list[str]
    sets: list[FileSet] = field(default_factory=list)


@dataclass(slots=True)
class WorkoutDraft:
    """A workout that is being read."""

    key: str
    title: str
    date: dt.date
    started_at: dt.datetime | None
    duration_s: int | None
    note: str = ""
    exercises: list[_Exercise] = field(default_factory=list)
    waiting: dict[str, list[str]] = field(default_factory=dict)
    """Notes of exercises whose sets are still to come, by name."""


class FileBuilder:
    """Takes rows in the order of the file; equal neighbours become sets of one exercise."""

    def __init__(self, file_format: str, unit: Unit | None = None) -> None:
        self._format, self._unit = file_format, unit
        self._workouts: dict[str, WorkoutDraft] = {}
        self._skipped: Counter[str] = Counter()
        self._problems: list[Problem] = []
        self._odd: list[OddSet] = []
        self._weights: dict[dt.date, FileCheckIn] = {}

    def workout(
        self,
        day: dt.date,
        started_at: dt.datetime | None,
        title: str,
        duration_s: int | None = None,
        note: str = "",
        row: int = 0,
        key_title: str | None = None,
        own_key: str = "",
    ) -> WorkoutDraft:
        """Return the workout of this time and title, new where it is not there yet.

        ``key_title`` stands for the title in the key where the title is our own word, which changes
        with the language; ``own_key`` for time and title where the file has a better name for it.
        """
        when = started_at.isoformat(timespec="minutes") if started_at else day.isoformat()
        key = f"{self._format}:{when}:{title if key_title is None else key_title}"
        if own_key:
            key = f"{self._format}:{own_key[:MAX_NAME]}"
        draft = self._workouts.get(key)
        if draft is None:
            if duration_s is not None and not 0 < duration_s <= MAX_ACTIVITY_S:
                # Left open for days: the workout stays, its length does not.
                self.remark(row, _("The workout’s length of more than a day was left out."))
                duration_s = None
            draft = WorkoutDraft(key, title[:MAX_NAME], day, started_at, duration_s)
            self._workouts[key] = draft
        if note and not draft.note:
            draft.note = note
        return draft

    def reading(self, row: int) -> _Reading:
        """Count and tell a row in which something cannot be read, instead of failing."""
        return _Reading(self, row)

    def add_set(
        self,
        workout: WorkoutDraft,
        name: str,
        one: FileSet,
        superset: str | None = None,
        note: str = "",
    ) -> None:
        """Add a set; one whose values cannot be true is left out and told as a problem.

        The unit of no load says nothing, nor do 0 reps beside a time or a distance: programs write
        them into every column that the exercise does not use.
        """
        name, one = name[:MAX_NAME], _said(one)
        if not name:
            self.skip("unreadable", one.row, _("The exercise has no name."))
            return
        sentence = impossible(one)
        if sentence:
            self.skip("out of range", one.row, sentence)
            self._odd.append(OddSet(workout.key, name, _without_odd_values(one, sentence)))
            return
        last = workout.exercises[-1] if workout.exercises else None
        if last is None or last.name != name or last.superset != superset:
            last = _Exercise(name, superset, workout.waiting.pop(name, []))
            workout.exercises.append(last)
        if note and note not in last.notes:
            last.notes.append(note)
        last.sets.append(one)

    def note_exercise(self, workout: WorkoutDraft, name: str, note: str) -> None:
        """Add a note to the exercise being read, or to the next of that name.

        Where no set of it follows, the note becomes the workout's.
        """
        if workout.exercises and workout.exercises[-1].name == name:
            workout.exercises[-1].notes.append(note)
        else:
            workout.waiting.setdefault(name, []).append(note)

    def weigh(self, row: int, day: dt.date, weight: Decimal | None, unit: Unit) -> None:
        """Take the body weight of a day."""
        weight_g = grams(weight, unit) if weight else 0
        if not 0 < weight_g <= MAX_LOAD_G:
            sentence = _("A body weight of {load} cannot be right.").format(load=weight)
            self.skip("out of range", row, sentence)
            return
        self._weights[day] = FileCheckIn(
            row=row, date=day, body_weight_g=weight_g, body_weight_unit=unit
        )

    def remark(self, row: int, sentence: str) -> None:
        """Tell a problem of a row that is kept."""
        self._problems.append(Problem(row, sentence))

    def rpe_halves(self, row: int, cell: str) -> int | None:
        """Return an RPE in halves; one that cannot be read is told and left out."""
        try:
            return rpe_halves_of(cell)
        except UnreadableCell:
            self.remark(row, _("An RPE of “{text}” was left out.").format(text=cell.strip()[:60]))
            return None

    def reps(self, row: int, cell: str) -> int | None:
        """Return repetitions as a whole number; telling where some were part of one."""
        value = number_of(cell)
        if value is not None and value != int(value):
            self.remark(
                row, _("{count} reps were taken as {whole}.").format(count=value, whole=int(value))
            )
        return None if value is None else int(value)

    def skip(self, reason: str, row: int = 0, sentence: str = "") -> None:
        """Count a row that is no set; with a sentence it is told as a problem."""
        self._skipped[reason] += 1
        if sentence:
            self._problems.append(Problem(row, sentence))

    def result(self, ratings: Iterable[FileRating] = ()) -> WorkoutFile:
        """Return what was read; raises ImportRejected where there is nothing in it."""
        rated = tuple(ratings)
        read = [_finished(draft) for draft in self._workouts.values()]
        workouts = tuple(workout for workout in read if workout.exercises)
        if not (workouts or self._weights or rated):
            raise ImportRejected(
                _("There are no sets in this file that LegLog could read."),
                _("Check that it is the export of your workouts."),
            )
        needed = self._unit is None and any(
            one.load is not None and one.unit is None
            for workout in workouts
            for exercise in workout.exercises
            for one in exercise.sets
        )
        return WorkoutFile(
            self._format,
            workouts,
            self._unit,
            needed,
            dict(self._skipped),
            tuple(self._problems),
            ratings=rated,
            check_ins=tuple(self._weights.values()),
            odd=tuple(self._odd),
            emptied=self._emptied(read),
        )

    def _emptied(self, read: Iterable[FileWorkout]) -> tuple[FileWorkout, ...]:
        keys = {one.workout_key for one in self._odd}
        return tuple(each for each in read if not each.exercises and each.key in keys)


class _Reading:
    """Around one row; as a generator it would take three times as long, at every row."""

    __slots__ = ("_builder", "_row")

    def __init__(self, builder: FileBuilder, row: int) -> None:
        self._builder, self._row = builder, row

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _where: object
    ) -> bool:
        if not isinstance(error, UnreadableCell):
            return False
        sentence = _("“{text}” cannot be read.").format(text=str(error)[:60])
        self._builder.skip("unreadable", self._row, sentence)
        return True


def _said(one: FileSet) -> FileSet:
    if one.load is None and one.unit is not None:
        one = one._replace(unit=None)
    if one.reps == 0 and (one.duration_s or one.distance_m):
        one = one._replace(reps=None)
    return one


def _finished(draft: WorkoutDraft) -> FileWorkout:
    exercises = (
        FileExercise(each.name, tuple(each.sets), each.superset, "\n".join(each.notes))
        for each in draft.exercises
    )
    return FileWorkout(
        draft.key,
        draft.title,
        draft.date,
        draft.started_at,
        draft.duration_s,
        _workout_note(draft),
        tuple(exercises),
    )


def _workout_note(draft: WorkoutDraft) -> str:
    left = [f"{name}: {note}" for name, notes in draft.waiting.items() for note in notes]
    return "\n".join(part for part in (draft.note, *left) if part)


def positive(load: Decimal | None) -> Decimal | None:
    """Return a load without its sign (help is written as negative by some); 0 is no load."""
    return abs(load) if load else None


def _without_odd_values(one: FileSet, sentence: str) -> FileSet:
    """Empty the values that cannot be right, one after the other, and note what stood there."""
    alone = FileSet(one.row, one.set_type, unit=one.unit)
    if impossible(alone._replace(reps=one.reps)):
        one = one._replace(reps=None)
    if impossible(alone._replace(load=one.load)):
        one = one._replace(load=None)
    if impossible(alone._replace(duration_s=one.duration_s)):
        one = one._replace(duration_s=None)
    if impossible(alone._replace(distance_m=one.distance_m)):
        one = one._replace(distance_m=None)
    return one._replace(note=f"{one.note}\n{sentence}".strip())


def impossible(one: FileSet) -> str:
    """Return a sentence where a value cannot be true, else an empty one."""
    if one.reps is not None and not 0 <= one.reps <= MAX_REPS:
        return _("{count} reps cannot be right.").format(count=one.reps)
    if one.load is not None and grams(one.load, one.unit or Unit.KG) > MAX_LOAD_G:
        if one.unit is None and grams(one.load, Unit.LB) <= MAX_LOAD_G:
            return ""
        return _("A weight of {load} cannot be right.").format(load=one.load)
    if one.duration_s is not None and not 0 <= one.duration_s <= MAX_ACTIVITY_S:
        return _("A time of {seconds} s cannot be right.").format(seconds=one.duration_s)
    if one.distance_m is not None and not 0 <= one.distance_m <= MAX_DISTANCE_M:
        return _("A distance of {metres} m cannot be right.").format(metres=one.distance_m)
    return ""
