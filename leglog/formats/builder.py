"""Gathers the rows of a file into workouts, and keeps account of what is left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leglog.errors import ImportRejected
from leglog.formats.workout_file import FileExercise, FileSet, FileWorkout, Problem, WorkoutFile
from leglog.i18n import _
from leglog.training.units import MAX_LOAD_G, MAX_REPS, grams
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

MAX_NAME = 200


@dataclass(slots=True)
class _Exercise:
    name: str
    superset: str | None
    note: str
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


class FileBuilder:
    """Takes rows in the order of the file; equal neighbours become sets of one exercise."""

    def __init__(self, file_format: str, unit: Unit | None = None) -> None:
        self._format, self._unit = file_format, unit
        self._workouts: dict[str, WorkoutDraft] = {}
        self._skipped: Counter[str] = Counter()
        self._problems: list[Problem] = []

    def workout(
        self,
        day: dt.date,
        started_at: dt.datetime | None,
        title: str,
        duration_s: int | None = None,
        note: str = "",
    ) -> WorkoutDraft:
        """Return the workout of this time and title, new where it is not there yet."""
        when = started_at.isoformat(timespec="minutes") if started_at else day.isoformat()
        key = f"{self._format}:{when}:{title}"
        draft = self._workouts.get(key)
        if draft is None:
            draft = WorkoutDraft(key, title[:MAX_NAME], day, started_at, duration_s)
            self._workouts[key] = draft
        if note and not draft.note:
            draft.note = note
        return draft

    def add_set(
        self,
        workout: WorkoutDraft,
        name: str,
        one: FileSet,
        superset: str | None = None,
        note: str = "",
    ) -> None:
        """Add a set; one whose values cannot be true is left out and told as a problem."""
        name = name[:MAX_NAME]
        if not name:
            self.skip("unreadable", one.row, _("The exercise has no name."))
            return
        sentence = _impossible(one)
        if sentence:
            self.skip("out of range", one.row, sentence)
            return
        last = workout.exercises[-1] if workout.exercises else None
        if last is None or last.name != name or last.superset != superset:
            last = _Exercise(name, superset, note)
            workout.exercises.append(last)
        last.sets.append(one)

    def note_exercise(self, workout: WorkoutDraft, name: str, note: str) -> None:
        """Add a note to an exercise of the workout, or to the workout where it has no sets."""
        for exercise in reversed(workout.exercises):
            if exercise.name == name:
                exercise.note = "\n".join(part for part in (exercise.note, note) if part)
                return
        workout.note = "\n".join(part for part in (workout.note, note) if part)

    def skip(self, reason: str, row: int = 0, sentence: str = "") -> None:
        """Count a row that is no set; with a sentence it is told as a problem."""
        self._skipped[reason] += 1
        if sentence:
            self._problems.append(Problem(row, sentence))

    def result(self) -> WorkoutFile:
        """Return what was read; raises ImportRejected where there is no set in it."""
        workouts = tuple(
            FileWorkout(
                draft.key,
                draft.title,
                draft.date,
                draft.started_at,
                draft.duration_s,
                draft.note,
                tuple(
                    FileExercise(each.name, tuple(each.sets), each.superset, each.note)
                    for each in draft.exercises
                ),
            )
            for draft in self._workouts.values()
            if draft.exercises
        )
        if not workouts:
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
        )


def positive(load: Decimal | None) -> Decimal | None:
    """Return a load without its sign (help is written as negative by some); 0 is no load."""
    return abs(load) if load else None


def _impossible(one: FileSet) -> str:
    """Return a sentence where a value cannot be true, else an empty one."""
    if one.reps is not None and not 0 <= one.reps <= MAX_REPS:
        return _("{count} reps cannot be right.").format(count=one.reps)
    if one.load is not None and grams(one.load, one.unit or Unit.KG) > MAX_LOAD_G:
        if one.unit is None and grams(one.load, Unit.LB) <= MAX_LOAD_G:
            return ""
        return _("A weight of {load} cannot be right.").format(load=one.load)
    return ""
