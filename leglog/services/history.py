"""What was done: days of a month, workouts as a list, one workout in detail."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, func, or_, select

from leglog.errors import NotFound
from leglog.i18n import _
from leglog.models.exercise import Exercise
from leglog.models.pain import PainRating
from leglog.models.routine import Routine
from leglog.models.workout import PerformedSet, PlannedWorkout, Workout, WorkoutExercise
from leglog.training.back_response import response
from leglog.training.vocabulary import Moment, Response, Section, Side, WorkoutState
from leglog.training.volume import SetFacts, volume_load_g

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog
    from leglog.training.vocabulary import Unit

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DaySummary:
    """A day of the calendar; None is what there was not."""

    letter: str
    """Names the routine: A, B, C … in the order in which routines were made."""
    state: WorkoutState | None
    is_planned: bool
    morning: int | None


@dataclass(frozen=True, slots=True)
class BackScores:
    """The back around a workout; None where it was not rated."""

    before: int | None = None
    during: int | None = None
    after: int | None = None
    next_morning: int | None = None

    @property
    def response(self) -> Response | None:
        """How the back took it; None while that cannot be said, also before the next morning."""
        if self.next_morning is None:
            return None
        answer = response(self.before, self.during, self.after, self.next_morning)
        return answer.colour if answer else None


@dataclass(frozen=True, slots=True)
class WorkoutLine:
    """A workout in the list."""

    id: int
    date: dt.date
    title: str
    state: WorkoutState
    sets: int
    load_g: int
    back: BackScores


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
class DoneExercise:
    """An exercise of a workout: what was planned in number, and what was done."""

    section: Section
    exercise_id: int
    name: str
    skipped: bool
    skip_reason: str
    note: str
    felt_score: int | None
    planned_sets: int
    sets: tuple[DoneSet, ...]
    load_change_g: int | None
    """Against the last workout of the same routine; None where there is none to compare."""

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

    @property
    def load_g(self) -> int:
        """Reps × load of the whole workout."""
        return sum(exercise.load_g for exercise in self.exercises)

    @property
    def sets_done(self) -> int:
        """How many rows are done."""
        return sum(len(exercise.sets) for exercise in self.exercises)

    @property
    def sets_planned(self) -> int:
        """How many rows were planned."""
        return sum(exercise.planned_sets for exercise in self.exercises)

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


def day_summaries(log: TrainingLog, first: dt.date, last: dt.date) -> Mapping[dt.date, DaySummary]:
    """Return the days from ``first`` to ``last`` on which anything was planned, done or rated."""
    with log.reading() as session:
        letters = _letters(session)
        found: dict[dt.date, DaySummary] = {}
        mornings = dict(
            session.execute(
                select(PainRating.date, PainRating.score).where(
                    PainRating.date.between(first, last), PainRating.moment == Moment.MORNING
                )
            ).all()
        )
        for day, score in mornings.items():
            found[day] = DaySummary("", None, False, score)
        planned = session.execute(
            select(PlannedWorkout.date, PlannedWorkout.routine_id, PlannedWorkout.routine_name)
            .where(PlannedWorkout.date.between(first, last), PlannedWorkout.workout_id.is_(None))
            .order_by(PlannedWorkout.id)
        )
        for day, routine_id, name in planned:
            letter = letters.get(routine_id or 0) or name[:1].upper()
            found[day] = DaySummary(letter, None, True, mornings.get(day))
        workouts = session.execute(
            select(Workout.date, Workout.routine_id, Workout.title, Workout.state)
            .where(Workout.date.between(first, last))
            .order_by(Workout.state, Workout.id.desc())
        )
        for day, routine_id, title, state in workouts:
            letter = letters.get(routine_id or 0) or title[:1].upper()
            # Of several a day an unfinished one is shown: it asks for something.
            if day not in found or found[day].state is not WorkoutState.OPEN:
                found[day] = DaySummary(letter, state, False, mornings.get(day))
        return found


def workout_list(
    log: TrainingLog, text: str = "", limit: int = 100, offset: int = 0
) -> tuple[WorkoutLine, ...]:
    """Return workouts, the newest first; ``text`` is sought in titles, notes and exercises."""
    with log.reading() as session:
        query = (
            select(Workout.id, Workout.date, Workout.title, Workout.state)
            .order_by(Workout.date.desc(), Workout.id.desc())
            .limit(limit)
            .offset(offset)
        )
        if text.strip():
            query = query.where(_holds(text.strip()))
        rows = session.execute(query).all()
        ids = [row.id for row in rows]
        done = _done_by_workout(session, ids)
        backs = _backs(session, {row.id: row.date for row in rows})
        return tuple(
            WorkoutLine(
                *row,
                sets=len(done[row.id]),
                load_g=sum(map(volume_load_g, done[row.id])),
                back=backs[row.id],
            )
            for row in rows
        )


def workout_days(log: TrainingLog, day: dt.date) -> tuple[int, ...]:
    """Return the workouts of a day, the newest first."""
    with log.reading() as session:
        return tuple(
            session.scalars(
                select(Workout.id).where(Workout.date == day).order_by(Workout.id.desc())
            )
        )


def workout_detail(log: TrainingLog, workout_id: int) -> WorkoutDetail:
    """Return one workout as it was done; raises NotFound."""
    with log.reading() as session:
        workout = session.get(Workout, workout_id)
        if workout is None:
            raise NotFound(_("That workout is no longer there."))
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
            back=_backs(session, {workout.id: workout.date})[workout.id],
            last_load_g=sum(last_loads.values()) if last_id is not None else None,
        )


def _letters(session: Session) -> dict[int, str]:
    ids = session.scalars(select(Routine.id).order_by(Routine.id))
    return {routine_id: chr(ord("A") + place % 26) for place, routine_id in enumerate(ids)}


def _holds(text: str) -> ColumnElement[bool]:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    pattern = f"%{escaped}%"
    has_exercise = (
        select(WorkoutExercise.id)
        .where(
            WorkoutExercise.workout_id == Workout.id,
            or_(
                WorkoutExercise.exercise_name.ilike(pattern, escape="\\"),
                WorkoutExercise.note.ilike(pattern, escape="\\"),
            ),
        )
        .exists()
    )
    return or_(
        Workout.title.ilike(pattern, escape="\\"),
        Workout.note.ilike(pattern, escape="\\"),
        has_exercise,
    )


_FACTS = (
    Exercise.category,
    WorkoutExercise.section,
    PerformedSet.set_type,
    PerformedSet.done,
    PerformedSet.side,
    PerformedSet.reps,
    PerformedSet.load_g,
    PerformedSet.load_mode,
    PerformedSet.duration_s,
    PerformedSet.rpe_halves,
)


def _done_by_workout(session: Session, ids: Sequence[int]) -> Mapping[int, list[SetFacts]]:
    found: dict[int, list[SetFacts]] = defaultdict(list)
    rows = session.execute(
        select(WorkoutExercise.workout_id, *_FACTS)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(WorkoutExercise.workout_id.in_(ids), PerformedSet.done)
    )
    for workout_id, *facts in rows:
        found[workout_id].append(SetFacts(*facts))
    return found


def _backs(session: Session, days: Mapping[int, dt.date]) -> dict[int, BackScores]:
    scores: dict[int, dict[Moment, int]] = defaultdict(dict)
    rows = session.execute(
        select(PainRating.workout_id, PainRating.moment, PainRating.score).where(
            PainRating.workout_id.in_(days)
        )
    )
    for workout_id, moment, score in rows:
        scores[workout_id or 0][moment] = score
    mornings = dict(
        session.execute(
            select(PainRating.date, PainRating.score).where(
                PainRating.moment == Moment.MORNING,
                PainRating.date.in_({day + _DAY for day in days.values()}),
            )
        ).all()
    )
    return {
        workout_id: BackScores(
            before=scores[workout_id].get(Moment.BEFORE),
            during=scores[workout_id].get(Moment.DURING),
            after=scores[workout_id].get(Moment.AFTER),
            next_morning=mornings.get(day + _DAY),
        )
        for workout_id, day in days.items()
    }


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
        select(WorkoutExercise.exercise_id, *_FACTS)
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
    planned = dict(
        session.execute(
            select(PerformedSet.workout_exercise_id, func.count())
            .join(WorkoutExercise, WorkoutExercise.id == PerformedSet.workout_exercise_id)
            .where(WorkoutExercise.workout_id == workout.id, PerformedSet.planned)
            .group_by(PerformedSet.workout_exercise_id)
        ).all()
    )
    done = _done_by_exercise(session, workout.id)
    return tuple(
        _exercise(item, planned.get(item.id, 0), done[item.id], last_loads)
        for item in workout.exercises
    )


def _done_by_exercise(session: Session, workout_id: int) -> Mapping[int, list[DoneSet]]:
    found: dict[int, list[DoneSet]] = defaultdict(list)
    rows = session.execute(
        select(WorkoutExercise.id, PerformedSet.load_unit, *_FACTS)
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
    planned: int,
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
        planned_sets=planned,
        sets=sets,
        load_change_g=None if last is None else load_g - last,
    )
