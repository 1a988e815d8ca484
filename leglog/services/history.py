"""The list of workouts: which ones hold what is sought, and a line of figures for each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, or_, select

from leglog.i18n import alphabetical
from leglog.models.exercise import Exercise
from leglog.models.routine import Routine
from leglog.models.set_counts import read_set_counts
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.back_scores import BackScores, read_backs
from leglog.services.plain_sql import fetching
from leglog.services.set_rows import SET_FACTS
from leglog.training.volume import SetFacts, volume_load_g

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import InstrumentedAttribute, Session

    from leglog.services.training_log import TrainingLog
    from leglog.training.vocabulary import WorkoutState


@dataclass(frozen=True, slots=True)
class WorkoutFilter:
    """What is sought; all that is given has to hold.

    ``text`` is sought in titles, notes and names of exercises, without regard to case.
    """

    text: str = ""
    routine_id: int | None = None
    exercise_id: int | None = None


EVERYTHING = WorkoutFilter()


@dataclass(frozen=True, slots=True)
class WorkoutLine:
    """A workout in the list."""

    id: int
    date: dt.date
    title: str
    state: WorkoutState
    sets: int
    """Done, counted as in ``training.set_counts``."""
    load_g: int
    back: BackScores


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What the history can be filtered by: ids with names, in order of names."""

    routines: tuple[tuple[int, str], ...]
    exercises: tuple[tuple[int, str], ...]


def workout_ids(log: TrainingLog, sought: WorkoutFilter = EVERYTHING) -> tuple[int, ...]:
    """Return the workouts that hold what is sought, the newest first."""
    query = select(Workout.id).order_by(Workout.date.desc(), Workout.id.desc())
    if sought.text.strip():
        query = query.where(_holds(sought.text.strip()))
    if sought.routine_id is not None:
        query = query.where(Workout.routine_id == sought.routine_id)
    if sought.exercise_id is not None:
        query = query.where(_any_exercise(WorkoutExercise.exercise_id == sought.exercise_id))
    with log.reading() as session:
        return tuple(session.scalars(query))


def workout_lines(log: TrainingLog, ids: Sequence[int]) -> tuple[WorkoutLine, ...]:
    """Return the lines of these workouts in the order given; those that are gone are left out."""
    with log.reading() as session:
        rows = session.execute(
            select(Workout.id, Workout.date, Workout.title, Workout.state).where(
                Workout.id.in_(ids)
            )
        ).all()
        done = _done_by_workout(session, ids)
        counts = read_set_counts(fetching(session), ids)
        backs = read_backs(session, {row.id: row.date for row in rows})
        lines = {
            row.id: WorkoutLine(
                *row,
                sets=counts[row.id].done,
                load_g=sum(map(volume_load_g, done[row.id])),
                back=backs[row.id],
            )
            for row in rows
        }
        return tuple(lines[id_] for id_ in ids if id_ in lines)


def filter_choices(log: TrainingLog) -> FilterChoices:
    """Return the routines and exercises that any workout has, also those since archived."""
    routines = select(Routine.id, Routine.name).where(
        select(Workout.id).where(Workout.routine_id == Routine.id).exists()
    )
    exercises = select(Exercise.id, Exercise.name).where(
        select(WorkoutExercise.id).where(WorkoutExercise.exercise_id == Exercise.id).exists()
    )
    with log.reading() as session:
        return FilterChoices(
            _by_name(session.execute(routines).all()), _by_name(session.execute(exercises).all())
        )


def _by_name(rows: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted(rows, key=lambda row: alphabetical(row[1])))


def _any_exercise(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    # One list of workouts is looked up faster than a question asked of each of ten years.
    return Workout.id.in_(select(WorkoutExercise.workout_id).where(condition))


def _holds(text: str) -> ColumnElement[bool]:
    columns = (WorkoutExercise.exercise_name, WorkoutExercise.note, WorkoutExercise.skip_reason)
    in_sets = (
        select(WorkoutExercise.workout_id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(PerformedSet.note != "", _like(PerformedSet.note, text))
    )
    return or_(
        _like(Workout.title, text),
        _like(Workout.note, text),
        _any_exercise(or_(*(_like(column, text) for column in columns))),
        Workout.id.in_(in_sets),
    )


def _like(column: InstrumentedAttribute[str], text: str) -> ColumnElement[bool]:
    """Look for ``text`` anywhere; SQLite knows only the cases of English letters."""
    spellings = {text}
    if not text.isascii():
        spellings |= {text.lower(), text.upper(), text.capitalize(), text.title()}
    escaped = (
        one.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        for one in sorted(spellings)
    )
    return or_(*(column.ilike(f"%{one}%", escape="\\") for one in escaped))


def _done_by_workout(session: Session, ids: Sequence[int]) -> Mapping[int, list[SetFacts]]:
    found: dict[int, list[SetFacts]] = defaultdict(list)
    rows = session.execute(
        select(WorkoutExercise.workout_id, *SET_FACTS)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(WorkoutExercise.workout_id.in_(ids), PerformedSet.done)
    )
    for workout_id, *facts in rows:
        found[workout_id].append(SetFacts(*facts))
    return found
