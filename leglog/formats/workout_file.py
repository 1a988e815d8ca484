"""A workout export of another program, as values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from leglog.i18n import _
from leglog.training.units import MAX_LOAD_G, grams, kilograms

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from leglog.formats.back_file import FileCheckIn, FileRating
    from leglog.training.vocabulary import LoadMode, Section, SetType, Side, Unit


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of the file that could not be taken as it is; lines count from 1, headings too."""

    row: int
    sentence: str


class FileSet(NamedTuple):
    """One set as the file has it; None is what it leaves empty.

    A tuple, because a file may hold a hundred thousand and a dataclass takes three times as long.
    ``load`` is as written, in ``unit``, which is None where the file names none.
    """

    row: int
    set_type: SetType
    reps: int | None = None
    load: Decimal | None = None
    unit: Unit | None = None
    duration_s: int | None = None
    distance_m: int | None = None
    rpe_halves: int | None = None
    note: str = ""
    side: Side | None = None
    """None leaves it to the exercise, like the load mode."""
    pair: int | None = None
    load_mode: LoadMode | None = None
    band: str | None = None
    done_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class OddSet:
    """A set with a value that cannot be right, and the same set without that value."""

    workout_key: str
    exercise: str
    kept: FileSet


@dataclass(frozen=True, slots=True)
class FileExercise:
    """Sets of one exercise in a row; ``superset`` is the file's own name for the group."""

    name: str
    sets: tuple[FileSet, ...]
    superset: str | None = None
    note: str = ""
    section: Section | None = None
    """None leaves it to the exercise."""
    rest_s: int | None = None
    tempo: str = ""
    felt_score: int | None = None


@dataclass(frozen=True, slots=True)
class FileWorkout:
    """A workout; ``key`` is the same in every export that holds it."""

    key: str
    title: str
    date: dt.date
    started_at: dt.datetime | None
    """Local time, without a zone; None where the file has only the date."""
    duration_s: int | None
    note: str
    exercises: tuple[FileExercise, ...]
    utc_offset_min: int | None = None
    """Local time was UTC plus this; None where only this computer's zone can tell."""
    routine_name: str | None = None
    body_weight_g: int | None = None
    uuid: str | None = None
    """LegLog's own name for it, where LegLog wrote the file."""


@dataclass(frozen=True, slots=True)
class WorkoutFile:
    """Everything that could be read of a file."""

    format: str
    workouts: tuple[FileWorkout, ...]
    unit: Unit | None
    """The one unit of the file; None where it names none, or where each row has its own."""
    unit_needed: bool
    """Whether loads stand in the file without any unit."""
    skipped: Mapping[str, int] = field(default_factory=dict)
    """Lines that are no sets, counted by reason."""
    problems: tuple[Problem, ...] = ()
    ratings: tuple[FileRating, ...] = ()
    check_ins: tuple[FileCheckIn, ...] = ()
    odd: tuple[OddSet, ...] = ()
    """Sets that were left out because of a value that cannot be right."""
    emptied: tuple[FileWorkout, ...] = ()
    """Workouts that hold no other sets than those; they are no workouts until one is kept."""

    @property
    def sets(self) -> Iterator[FileSet]:
        """All sets, in the order of the file's workouts."""
        return (
            one
            for workout in self.workouts
            for exercise in workout.exercises
            for one in exercise.sets
        )

    @property
    def exercise_names(self) -> Mapping[str, int]:
        """Names of the exercises with their number of sets."""
        names: Counter[str] = Counter()
        for workout in self.workouts:
            for exercise in workout.exercises:
                names[exercise.name] += len(exercise.sets)
        return names

    def taken_as(self, unit: Unit) -> WorkoutFile:
        """Return the file with its unnamed loads in ``unit``, without those above 1000 kg.

        Which loads cannot be right is known only now; each is counted and told.
        """
        loads = {one.load for one in self.sets if one.load is not None and one.unit is None}
        impossible = {load for load in loads if grams(load, unit) > MAX_LOAD_G}
        if not impossible:
            return self
        heavy = [one for one in self.sets if one.unit is None and one.load in impossible]
        told = tuple(
            Problem(one.row, _("A weight of {load} cannot be right.").format(load=one.load))
            for one in heavy
        )
        rows = {one.row for one in heavy}
        workouts = (_without(workout, rows) for workout in self.workouts)
        skipped = Counter(self.skipped)
        skipped["out of range"] += len(heavy)
        return replace(
            self,
            workouts=tuple(workout for workout in workouts if workout.exercises),
            skipped=dict(skipped),
            problems=self.problems + told,
        )

    def with_odd(self) -> WorkoutFile:
        """Return the file with the sets that were left out, each without what cannot be right."""
        by_key: dict[str, list[OddSet]] = {}
        for one in self.odd:
            by_key.setdefault(one.workout_key, []).append(one)
        workouts = tuple(
            _with_odd(workout, by_key.get(workout.key, ()))
            for workout in (*self.workouts, *self.emptied)
        )
        return replace(self, workouts=workouts, odd=(), emptied=())

    def load_times_reps_kg(self, unit: Unit | None = None) -> Decimal:
        """Return the sum of load × reps over sets that have both, in kilograms.

        ``unit`` is for files that name none.
        """
        used = self.unit or unit
        return sum((load_of(workout, used) for workout in self.workouts), Decimal(0))


def load_of(workout: FileWorkout, unit: Unit | None) -> Decimal:
    """Return the sum of load × reps of one workout, in kilograms; ``unit`` is that of the file."""
    return sum(
        (
            kilograms(one.load, used) * one.reps
            for exercise in workout.exercises
            for one in exercise.sets
            if one.load is not None and one.reps and (used := one.unit or unit)
        ),
        Decimal(0),
    )


def _without(workout: FileWorkout, rows: set[int]) -> FileWorkout:
    kept = (
        replace(exercise, sets=tuple(one for one in exercise.sets if one.row not in rows))
        for exercise in workout.exercises
    )
    return replace(workout, exercises=tuple(exercise for exercise in kept if exercise.sets))


def _with_odd(workout: FileWorkout, odd: Iterable[OddSet]) -> FileWorkout:
    """Put each set where its line stood in the exercise."""
    exercises = list(workout.exercises)
    for one in odd:
        place = next((n for n, each in enumerate(exercises) if each.name == one.exercise), None)
        if place is None:
            exercises.append(FileExercise(one.exercise, (one.kept,)))
        else:
            sets = sorted((*exercises[place].sets, one.kept), key=lambda each: each.row)
            exercises[place] = replace(exercises[place], sets=tuple(sets))
    return replace(workout, exercises=tuple(exercises))


def without_exercises(workout: FileWorkout, names: Collection[str]) -> FileWorkout:
    """Return a workout without some of its exercises."""
    if not names:
        return workout
    kept = tuple(each for each in workout.exercises if each.name not in names)
    return replace(workout, exercises=kept)
