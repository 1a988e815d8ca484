"""One workout as it was done, beside what was planned and the time before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from leglog.models.exercise import Exercise
from leglog.models.set_counts import read_set_counts
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.back_scores import BackScores, read_backs
from leglog.services.plain_sql import fetching
from leglog.services.rows import get_row
from leglog.services.set_rows import SET_FACTS
from leglog.training.vocabulary import LoadMode, Section, SetType, Side, WorkoutState
from leglog.training.volume import SetFacts, volume_load_g

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog
    from leglog.training.set_counts import SetCount
    from leglog.training.vocabulary import Unit


@dataclass(frozen=True, slots=True)
class DoneSet:
    """A set as it was done."""

    reps: int | None
    load_g: int | None
    load_unit: Unit
    duration_s: int | None
    side: Side
    rpe_halves: int | None
    facts: SetFacts


@dataclass(frozen=True, slots=True)
class PlannedTarget:
    """A set as it was planned at the time; ranges are (least, most)."""

    set_type: SetType
    side: Side
    reps: tuple[int | None, int | None]
    seconds: tuple[int | None, int | None]
    load_g: int | None
    load_unit: Unit
    load_mode: LoadMode
    rpe_halves: int | None


@dataclass(frozen=True, slots=True)
class DoneExercise:
    """An exercise of a workout: what was planned in number, and what was done."""

    section: Section
    exercise_id: int
    name: str
    skipped: bool
    skip_reason: str
    note: str
    felt_score: int | None
    planned: tuple[PlannedTarget, ...]
    sets: tuple[DoneSet, ...]
    load_change_g: int | None
    """Against the last workout of the same routine; None where there is none to compare."""

    @property
    def planned_sets(self) -> int:
        """How many rows were planned."""
        return len(self.planned)

    @property
    def load_g(self) -> int:
        """Reps × load of all sets."""
        return sum(volume_load_g(one.facts) for one in self.sets)


@dataclass(frozen=True, slots=True)
class WorkoutDetail:
    """One workout as it was done."""

    id: int
    title: str
    date: dt.date
    started_at: dt.datetime | None
    minutes: int | None
    state: WorkoutState
    note: str
    routine_id: int | None
    exercises: tuple[DoneExercise, ...]
    back: BackScores
    last_load_g: int | None
    set_count: SetCount

    @property
    def load_g(self) -> int:
        """Reps × load of the whole workout."""
        return sum(exercise.load_g for exercise in self.exercises)

    @property
    def sets_done(self) -> int:
        """How many sets are done."""
        return self.set_count.done

    @property
    def sets_planned(self) -> int:
        """How many sets there are, taken out and added ones reckoned; 0 without a plan."""
        by_plan = any(exercise.planned for exercise in self.exercises)
        return self.set_count.held if by_plan else 0

    @property
    def mean_rpe(self) -> float | None:
        """Mean RPE of the sets that have one."""
        halves = [
            one.rpe_halves
            for exercise in self.exercises
            for one in exercise.sets
            if one.rpe_halves is not None
        ]
        return sum(halves) / len(halves) / 2 if halves else None


def workout_detail(log: TrainingLog, workout_id: int) -> WorkoutDetail:
    """Return one workout as it was done; raises NotFound."""
    with log.reading() as session:
        workout = get_row(session, Workout, workout_id)
        last_id = _last_of_routine(session, workout)
        last_loads = _loads(session, last_id) if last_id is not None else {}
        minutes = None
        if workout.started_at and workout.ended_at:
            minutes = round((workout.ended_at - workout.started_at).total_seconds() / 60)
        return WorkoutDetail(
            id=workout.id,
            title=workout.title,
            date=workout.date,
            started_at=workout.started_at,
            minutes=minutes,
            state=workout.state,
            note=workout.note,
            routine_id=workout.routine_id,
            exercises=_exercises(session, workout, last_loads),
            back=read_backs(session, {workout.id: workout.date})[workout.id],
            last_load_g=sum(last_loads.values()) if last_id is not None else None,
            set_count=read_set_counts(fetching(session), [workout.id])[workout.id],
        )


def _last_of_routine(session: Session, workout: Workout) -> int | None:
    if workout.routine_id is None:
        return None
    return session.scalar(
        select(Workout.id)
        .where(
            Workout.routine_id == workout.routine_id,
            Workout.id != workout.id,
            Workout.state == WorkoutState.FINISHED,
            or_(
                Workout.date < workout.date,
                (Workout.date == workout.date) & (Workout.id < workout.id),
            ),
        )
        .order_by(Workout.date.desc(), Workout.id.desc())
        .limit(1)
    )


def _loads(session: Session, workout_id: int) -> dict[int, int]:
    """Return reps × load by exercise of a workout."""
    loads: dict[int, int] = defaultdict(int)
    rows = session.execute(
        select(WorkoutExercise.exercise_id, *SET_FACTS)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(WorkoutExercise.workout_id == workout_id, PerformedSet.done)
    )
    for exercise_id, *facts in rows:
        loads[exercise_id] += volume_load_g(SetFacts(*facts))
    return loads


def _exercises(
    session: Session, workout: Workout, last_loads: Mapping[int, int]
) -> tuple[DoneExercise, ...]:
    planned = _planned_by_exercise(session, workout.id)
    done = _done_by_exercise(session, workout.id)
    return tuple(
        _exercise(item, planned[item.id], done[item.id], last_loads) for item in workout.exercises
    )


def _planned_by_exercise(session: Session, workout_id: int) -> Mapping[int, list[PlannedTarget]]:
    found: dict[int, list[PlannedTarget]] = defaultdict(list)
    rows = session.scalars(
        select(PerformedSet)
        .join(WorkoutExercise, WorkoutExercise.id == PerformedSet.workout_exercise_id)
        .where(WorkoutExercise.workout_id == workout_id, PerformedSet.planned)
        .order_by(PerformedSet.position)
    )
    for row in rows:
        found[row.workout_exercise_id].append(
            PlannedTarget(
                row.set_type,
                row.side,
                (row.target_reps_min, row.target_reps_max),
                (row.target_s_min, row.target_s_max),
                row.target_load_g,
                row.load_unit,
                row.load_mode,
                row.target_rpe_halves,
            )
        )
    return found


def _done_by_exercise(session: Session, workout_id: int) -> Mapping[int, list[DoneSet]]:
    found: dict[int, list[DoneSet]] = defaultdict(list)
    rows = session.execute(
        select(WorkoutExercise.id, PerformedSet.load_unit, *SET_FACTS)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(WorkoutExercise.workout_id == workout_id, PerformedSet.done)
        .order_by(PerformedSet.position)
    )
    for item_id, unit, *columns in rows:
        facts = SetFacts(*columns)
        found[item_id].append(
            DoneSet(
                facts.reps,
                facts.load_g,
                unit,
                facts.duration_s,
                facts.side,
                facts.rpe_halves,
                facts,
            )
        )
    return found


def _exercise(
    item: WorkoutExercise,
    planned: Iterable[PlannedTarget],
    done: Iterable[DoneSet],
    last_loads: Mapping[int, int],
) -> DoneExercise:
    sets = tuple(done)
    load_g = sum(volume_load_g(one.facts) for one in sets)
    last = last_loads.get(item.exercise_id)
    return DoneExercise(
        section=item.section,
        exercise_id=item.exercise_id,
        name=item.exercise_name,
        skipped=item.skipped,
        skip_reason=item.skip_reason,
        note=item.note,
        felt_score=item.felt_score,
        planned=tuple(planned),
        sets=sets,
        load_change_g=None if last is None else load_g - last,
    )
