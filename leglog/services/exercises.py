"""The library of exercises: the list, one in detail with its own history, the own note."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from leglog.i18n import alphabetical
from leglog.models.exercise import Exercise, ExerciseAlias, ExerciseMuscle
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.catalogue_file import foreign_names
from leglog.services.exercise_history import read_past
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog
from leglog.training.muscles import muscle_group
from leglog.training.vocabulary import (
    Category,
    LoadBasis,
    Measure,
    Muscle,
    MuscleGroup,
    Pattern,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from leglog.services.exercise_history import PastFigures, PastWorkout
    from leglog.training.records import Record
    from leglog.training.vocabulary import LoadMode, Unit

HOUSEHOLD = frozenset({"none", "mat", "wall", "chair", "step", "stick", "strap"})
"""What counts as no equipment: it is in most homes."""

LADDER_STEPS = 3
"""How many easier and harder exercises are shown each way."""


@dataclass(frozen=True, slots=True)
class ExerciseLine:
    """An exercise in the library's list."""

    id: int
    name: str
    aliases: tuple[str, ...]
    foreign_names: tuple[str, ...]
    """What it is called in other languages, to be found by."""
    muscles: tuple[Muscle, ...]
    """Those a set counts fully for, or all where there are none such."""
    groups: frozenset[MuscleGroup]
    equipment: tuple[str, ...]
    category: Category
    pattern: Pattern
    measure: Measure
    per_side: bool
    last_done: dt.date | None

    @property
    def needs_equipment(self) -> bool:
        """Whether it takes more than what is in most homes."""
        return not set(self.equipment) <= HOUSEHOLD

    @property
    def is_hold(self) -> bool:
        """Whether it is held for a time instead of counted."""
        return self.measure in (Measure.DURATION, Measure.WEIGHT_DURATION)


@dataclass(frozen=True, slots=True)
class ExerciseName:
    """An exercise that another one points to."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class ExerciseDetail:
    """An exercise with its texts, what it trains, its neighbours and its own history."""

    id: int
    name: str
    is_own: bool
    is_adjusted: bool
    """Whether a built-in one differs from the catalogue's."""
    is_archived: bool
    aliases: tuple[str, ...]
    category: Category
    pattern: Pattern
    measure: Measure
    load_basis: LoadBasis
    per_side: bool
    equipment: tuple[str, ...]
    instructions: tuple[str, ...]
    cues: tuple[str, ...]
    common_mistakes: tuple[str, ...]
    back_care: str
    own_note: str
    muscles: tuple[tuple[Muscle, float], ...]
    """With the share of a set that counts for each, the largest first."""
    easier: tuple[ExerciseName, ...]
    """The easiest first; the last one is the next easier."""
    harder: tuple[ExerciseName, ...]
    last_workouts: tuple[PastWorkout, ...]
    """The newest first."""
    figures: tuple[PastFigures, ...]
    """What every workout with it came to, the oldest first."""
    bests: tuple[Record, ...]
    load_units: Mapping[LoadMode, Unit]
    """The unit in which the newest load of each mode was typed."""


def exercise_list(log: TrainingLog, *, archived: bool = False) -> tuple[ExerciseLine, ...]:
    """Return all exercises in use, or those in the archive, by name."""
    in_archive = Exercise.archived_at.is_not(None)
    with log.reading() as session:
        rows = session.execute(
            select(
                Exercise.id,
                Exercise.key,
                Exercise.name,
                Exercise.equipment,
                Exercise.category,
                Exercise.pattern,
                Exercise.measure,
                Exercise.per_side,
            ).where(in_archive if archived else ~in_archive)
        ).all()
        aliases = _aliases(session)
        muscles = _muscles(session)
        last = _last_days(session)
    return tuple(
        ExerciseLine(
            row.id,
            row.name,
            tuple(aliases[row.id]),
            foreign_names().get(row.key, ()),
            _main_muscles(muscles[row.id]),
            frozenset(_groups(muscles[row.id])),
            row.equipment,
            row.category,
            row.pattern,
            row.measure,
            row.per_side,
            last.get(row.id),
        )
        for row in sorted(rows, key=lambda row: alphabetical(row.name))
    )


def exercise_detail(log: TrainingLog, exercise_id: int) -> ExerciseDetail:
    """Return everything shown of an exercise. Raises NotFound."""
    with log.reading() as session:
        exercise = get_row(session, Exercise, exercise_id)
        past = read_past(session, exercise)
        return ExerciseDetail(
            id=exercise.id,
            name=exercise.name,
            is_own=exercise.key is None,
            is_adjusted=bool(exercise.adjusted),
            is_archived=exercise.archived_at is not None,
            aliases=tuple(alias.name for alias in exercise.aliases),
            category=exercise.category,
            pattern=exercise.pattern,
            measure=exercise.measure,
            load_basis=exercise.load_basis,
            per_side=exercise.per_side,
            equipment=exercise.equipment,
            instructions=exercise.instructions,
            cues=exercise.cues,
            common_mistakes=exercise.common_mistakes,
            back_care=exercise.back_care,
            own_note=exercise.own_note,
            muscles=tuple(
                sorted(((one.muscle, one.share) for one in exercise.muscles), key=_by_share)
            ),
            easier=tuple(reversed(_ladder(session, exercise, "easier_id"))),
            harder=_ladder(session, exercise, "harder_id"),
            last_workouts=past.newest,
            figures=past.figures,
            bests=past.bests,
            load_units=past.load_units,
        )


def correct_exercise_note(log: TrainingLog, exercise_id: int, note: str) -> None:
    """Write the person's own note, which is shown each time the exercise is done.

    Raises NotFound for an exercise that is gone.
    """
    with log.action(Action.CORRECT_EXERCISE_NOTE) as session:
        get_row(session, Exercise, exercise_id).own_note = note.strip()


def _aliases(session: Session) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    columns = select(ExerciseAlias.exercise_id, ExerciseAlias.name).order_by(ExerciseAlias.id)
    for exercise_id, name in session.execute(columns):
        names[exercise_id].append(name)
    return names


def _muscles(session: Session) -> dict[int, list[tuple[Muscle, float]]]:
    trained: dict[int, list[tuple[Muscle, float]]] = defaultdict(list)
    columns = (ExerciseMuscle.exercise_id, ExerciseMuscle.muscle, ExerciseMuscle.share)
    for exercise_id, muscle, share in session.execute(select(*columns).order_by(ExerciseMuscle.id)):
        trained[exercise_id].append((muscle, share))
    return trained


def _main_muscles(trained: Iterable[tuple[Muscle, float]]) -> tuple[Muscle, ...]:
    pairs = tuple(trained)
    most = max((share for _muscle, share in pairs), default=0.0)
    return tuple(muscle for muscle, share in pairs if share == most)


def _groups(trained: Iterable[tuple[Muscle, float]]) -> set[MuscleGroup]:
    groups = (muscle_group(muscle) for muscle, _share in trained)
    return {group for group in groups if group is not None}


def _by_share(pair: tuple[Muscle, float]) -> float:
    return -pair[1]


def _last_days(session: Session) -> dict[int, dt.date]:
    done = (
        select(WorkoutExercise.exercise_id, func.max(Workout.date))
        .join(Workout, Workout.id == WorkoutExercise.workout_id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(PerformedSet.done)
        .group_by(WorkoutExercise.exercise_id)
    )
    return {row[0]: row[1] for row in session.execute(done)}


def _ladder(session: Session, exercise: Exercise, column: str) -> tuple[ExerciseName, ...]:
    """Follow the links one way; a circle ends where it closes."""
    steps: list[ExerciseName] = []
    seen = {exercise.id}
    next_id: int | None = getattr(exercise, column)
    while next_id is not None and next_id not in seen and len(steps) < LADDER_STEPS:
        seen.add(next_id)
        following = session.get(Exercise, next_id)
        if following is None:
            break
        steps.append(ExerciseName(following.id, following.name))
        next_id = getattr(following, column)
    return tuple(steps)
