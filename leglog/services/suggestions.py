"""What to do next time of an exercise and why, derived from the history whenever it is shown."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.pain import Period
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.back_scores import read_backs
from leglog.services.easy_week import is_easy
from leglog.services.last_time import counted_before
from leglog.services.periods import read_flare_on
from leglog.services.preferences import read_preferences
from leglog.settings import BackCheck
from leglog.training.back_response import advises_professional
from leglog.training.effort import e1rm_kg
from leglog.training.progression import Comeback, Outing, Suggestion, Target, WorkSet, suggest
from leglog.training.steps import suggests_easy_week
from leglog.training.tolerated import TOLERATED_FOR, Tolerated, tolerated
from leglog.training.vocabulary import LoadMode, PeriodKind, SetType, WorkoutState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from leglog.models.preferences import Preferences
    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import ExerciseBlock, WorkoutForm

LOOKED_BACK = dt.timedelta(weeks=26)
ADVISED_ON = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class NextTime:
    """What is suggested for one exercise of a workout; ``suggestion`` is None where it is off."""

    suggestion: Suggestion | None
    tolerated: Tolerated | None
    """The heaviest load or longest hold that the back took well lately."""
    target: Target | None
    flare_since: dt.date | None
    easy_week: bool
    """The exercise has fallen off for three workouts: an easy week may help."""
    see_someone: bool
    """Two red workouts in a row, or a week of high ratings: a professional may help."""


@dataclass(frozen=True, slots=True)
class _Visit:
    """One earlier workout with the exercise."""

    day: dt.date
    outing: Outing
    sets: tuple[tuple[LoadMode, WorkSet], ...]


def next_time(log: TrainingLog, form: WorkoutForm, block: ExerciseBlock) -> NextTime:
    """Return what to do of ``block`` in the workout ``form``; earlier workouts decide."""
    with log.reading() as session:
        preferences = read_preferences(session)
        flare = read_flare_on(session, form.date)
        visits = _visits(session, form, block.exercise_id)
        target = _target(block, preferences)
        suggestion = None
        wanted = preferences.back_check is not BackCheck.SOME and not is_easy(session, form.date)
        if target is not None and wanted:
            suggestion = suggest(
                [visit.outing for visit in visits],
                target,
                paused=flare is not None,
                comeback=_comeback(session, visits, form.date),
            )
        return NextTime(
            suggestion=suggestion,
            tolerated=_tolerated(visits, form.date, block),
            target=target,
            flare_since=None if flare is None else flare.first,
            easy_week=suggests_easy_week(_bests(visits, block)),
            see_someone=_advises_professional(session, form.date),
        )


def _target(block: ExerciseBlock, preferences: Preferences) -> Target | None:
    """Return the range of the exercise's work sets, None where nothing is planned."""
    rows = [row for row in block.sets if row.set_type is not SetType.WARM_UP]
    if not rows:
        return None
    is_hold = not block.measure.counts_reps
    goal = rows[0].target
    low, top = (goal.s_min, goal.s_max) if is_hold else (goal.reps_min, goal.reps_max)
    low, top = (top if low is None else low), (low if top is None else top)
    if low is None or top is None:
        return None
    mode = rows[0].load_mode
    loaded = mode in (LoadMode.EXTERNAL, LoadMode.PER_DUMBBELL, LoadMode.ADDED, LoadMode.ASSISTED)
    return Target(
        low=low,
        top=top,
        is_hold=is_hold,
        increment_g=preferences.smallest_step_g(block.load_basis) if loaded else None,
        unit=preferences.unit,
        load_mode=mode,
    )


def _visits(session: Session, form: WorkoutForm, exercise_id: int) -> list[_Visit]:
    """Return the earlier finished workouts with the exercise, the oldest first."""
    rows = session.execute(
        select(
            Workout.id,
            Workout.date,
            PerformedSet.load_mode,
            PerformedSet.reps,
            PerformedSet.duration_s,
            PerformedSet.load_g,
            PerformedSet.rpe_halves,
        )
        .join(WorkoutExercise, WorkoutExercise.workout_id == Workout.id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(
            WorkoutExercise.exercise_id == exercise_id,
            Workout.date >= form.date - LOOKED_BACK,
            PerformedSet.done,
            PerformedSet.set_type != SetType.WARM_UP,
            *counted_before(form.date, form.id),
        )
        .order_by(Workout.date, Workout.id, PerformedSet.position)
    )
    sets: dict[tuple[int, dt.date], list[tuple[LoadMode, WorkSet]]] = defaultdict(list)
    for workout_id, day, mode, *values in rows:
        sets[workout_id, day].append((mode, WorkSet(*values)))
    backs = read_backs(session, dict(sets.keys()))
    return [
        _Visit(
            day,
            Outing(
                tuple(one for _mode, one in done),
                backs[workout_id].before,
                backs[workout_id].so_far,
            ),
            tuple(done),
        )
        for (workout_id, day), done in sets.items()
    ]


def _comeback(session: Session, visits: Sequence[_Visit], day: dt.date) -> Comeback | None:
    """Return the way back after the newest flare-up that is over, None where there is none."""
    flare = session.execute(
        select(Period.first_date, Period.last_date)
        .where(Period.kind == PeriodKind.FLARE, Period.last_date < day)
        .where(Period.last_date >= day - TOLERATED_FOR)
        .order_by(Period.last_date.desc())
        .limit(1)
    ).one_or_none()
    if flare is None:
        return None
    first, _last = flare
    before = [visit for visit in visits if visit.day < first]
    loads = [one.load_g for one in before[-1].outing.sets if one.load_g] if before else []
    if not loads:
        return None
    return Comeback(max(loads), trained=any(visit.day >= first for visit in visits))


def _advises_professional(session: Session, day: dt.date) -> bool:
    """Say whether the workouts before ``day`` ask for a professional's look."""
    rows = session.execute(
        select(Workout.id, Workout.date)
        .where(Workout.state == WorkoutState.FINISHED)
        .where(Workout.date.between(day - ADVISED_ON, day - dt.timedelta(days=1)))
        .order_by(Workout.date, Workout.id)
    )
    days = {workout_id: on for workout_id, on in rows}  # noqa: C416  rows are typed
    backs = read_backs(session, days)
    answers = (back.so_far for back in backs.values())
    colours = [answer.colour for answer in answers if answer is not None]
    befores = [(days[id_], back.before) for id_, back in backs.items() if back.before is not None]
    return advises_professional(colours, befores)


def _tolerated(visits: Sequence[_Visit], day: dt.date, block: ExerciseBlock) -> Tolerated | None:
    lately = [visit for visit in visits if visit.day >= day - TOLERATED_FOR]
    is_hold = not block.measure.counts_reps
    return tolerated(
        [(visit.day, visit.outing.response, _of_one_mode(visit, block)) for visit in lately],
        is_hold=is_hold,
    )


def _bests(visits: Sequence[_Visit], block: ExerciseBlock) -> list[tuple[dt.date, float]]:
    """Return the best set of each visit: seconds, e1RM, or reps where nothing is lifted."""
    if not block.measure.counts_reps:
        amounts = [(v.day, [float(one.duration_s or 0) for one in v.outing.sets]) for v in visits]
    elif any(one.load_g for visit in visits for one in visit.outing.sets):
        amounts = [
            (v.day, [e1rm_kg(one.load_g, one.reps, one.rpe_halves) or 0 for one in v.outing.sets])
            for v in visits
        ]
    else:
        amounts = [(v.day, [float(one.reps or 0) for one in v.outing.sets]) for v in visits]
    return [(day, max(values)) for day, values in amounts if values and max(values) > 0]


def _of_one_mode(visit: _Visit, block: ExerciseBlock) -> tuple[WorkSet, ...]:
    """Return the sets whose load means what the exercise's load means now."""
    # With help a lower number is the harder set, so it is no load to name.
    modes = {row.load_mode for row in block.sets} - {LoadMode.ASSISTED}
    return tuple(one for mode, one in visit.sets if mode in modes)
