"""Fills a new log with a made-up year, so that every page has something to show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.models.exercise import Exercise
from leglog.models.pain import CheckIn, PainRating, Period
from leglog.models.routine import Routine
from leglog.models.workout import PlannedWorkout, Workout, WorkoutExercise
from leglog.services.demo_daily_life import add_daily_life
from leglog.services.demo_story import (
    FLARE_DAYS,
    SECOND_ROUTINE_FROM_WEEK,
    WEEKS,
    Story,
    Strength,
    score,
)
from leglog.services.planning import lay_down_week
from leglog.services.routines import add_routine_from_template, plan_weekdays
from leglog.services.workouts import plan_into
from leglog.training.vocabulary import (
    LoadBasis,
    Measure,
    Moment,
    PeriodKind,
    WorkoutState,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

FIRST_TEMPLATE, SECOND_TEMPLATE = "s001-rachel-beginner", "ab-day-b"
FIRST_DAYS, SECOND_DAYS = (2, 5), (4,)
LONGEST_HOLD_S = 60
_DAY = dt.timedelta(days=1)


@dataclass(slots=True)
class _Year:
    """What the day-by-day telling works on."""

    session: Session
    story: Story
    first: Routine
    second: Routine
    strength: dict[int, Strength] = field(default_factory=dict)


def fill_with_demo(log: TrainingLog, today: dt.date) -> int:
    """Write the year up to yesterday and return the number of workouts.

    Raises LeglogError for a log that has workouts: a made-up year belongs into one of its own.
    """
    with log.reading() as session:
        if session.scalar(select(func.count(Workout.id))):
            raise LeglogError(
                _("This log has workouts already, so the made-up year was not added."),
                _("Choose an empty folder with --data-dir."),
            )
    start = today - dt.timedelta(weeks=WEEKS, days=today.weekday())
    first_id = add_routine_from_template(log, FIRST_TEMPLATE)
    second_id = add_routine_from_template(log, SECOND_TEMPLATE)
    plan_weekdays(log, first_id, FIRST_DAYS, today)
    plan_weekdays(log, second_id, SECOND_DAYS, today)
    with log.upkeep() as session:
        first, second = session.get_one(Routine, first_id), session.get_one(Routine, second_id)
        year = _Year(session, Story(start), first, second)
        for number in range((today - start).days):
            _tell_day(year, start + number * _DAY)
        flare = (start + FLARE_DAYS.start * _DAY, start + (FLARE_DAYS.stop - 1) * _DAY)
        session.add(Period(kind=PeriodKind.FLARE, first_date=flare[0], last_date=flare[1]))
        add_daily_life(session, start)
        lay_down_week(session, today)
        count = session.scalar(select(func.count(Workout.id))) or 0
    log.forget_steps()
    return count


def _tell_day(year: _Year, day: dt.date) -> None:
    story = year.story
    pain = story.pain_today(day)
    if story.rates_this_morning(day):
        _rate(year.session, day, Moment.MORNING, score(pain), hour=7)
    if story.checks_in(day):
        year.session.add(_check_in(story, day))
    routine = _routine_of(year, day)
    if routine is None:
        return
    planned = PlannedWorkout(date=day, routine_id=routine.id, routine_name=routine.name)
    year.session.add(planned)
    if story.trains(day):
        workout = _train(year, routine, day)
        planned.workout_id = workout.id
        around = zip(
            (Moment.BEFORE, Moment.DURING, Moment.AFTER), story.ratings_around(pain), strict=True
        )
        for moment, rating in around:
            _rate(year.session, day, moment, rating, hour=18, workout_id=workout.id)


def _routine_of(year: _Year, day: dt.date) -> Routine | None:
    """Return what is planned for the day: the second routine only after the first months."""
    if day.isoweekday() in FIRST_DAYS:
        return year.first
    late = year.story.week(day) >= SECOND_ROUTINE_FROM_WEEK
    return year.second if late and day.isoweekday() in SECOND_DAYS else None


def _train(year: _Year, routine: Routine, day: dt.date) -> Workout:
    started_at = dt.datetime.combine(day, dt.time(17, year.story.chance.randrange(60)), dt.UTC)
    workout = Workout(
        date=day,
        title=routine.name,
        started_at=started_at,
        ended_at=started_at + dt.timedelta(minutes=year.story.chance.randint(28, 48)),
        utc_offset_min=0,
        note=year.story.note(),
        state=WorkoutState.FINISHED,
    )
    plan_into(year.session, workout, routine)
    for item in workout.exercises:
        _perform(year, item, workout)
    year.session.add(workout)
    year.session.flush()
    return workout


def _perform(year: _Year, item: WorkoutExercise, workout: Workout) -> None:
    exercise = year.session.get_one(Exercise, item.exercise_id)
    strength = year.strength.setdefault(exercise.id, _beginning(exercise, item))
    chance = year.story.chance
    for place, one in enumerate(item.sets):
        if exercise.measure.counts_reps:
            top = one.target_reps_max or 10
            short = strength.reps_short + (place > 1)
            one.reps = max(top - short, one.target_reps_min or 1)
        else:
            low, high = one.target_s_min or 20, one.target_s_max or LONGEST_HOLD_S
            one.duration_s = min(max(strength.seconds, low), high)
        one.load_g = strength.load_g or None
        one.rpe_halves = chance.choice((13, 14, 15, 16)) if place == len(item.sets) - 1 else None
        one.done, one.done_at = True, workout.ended_at
    _grow(year, exercise, strength)


def _beginning(exercise: Exercise, item: WorkoutExercise) -> Strength:
    seconds = item.sets[0].target_s_min or 0 if item.sets else 0
    loads = {
        LoadBasis.TOTAL: 20_000,
        LoadBasis.STACK: 20_000,
        LoadBasis.PER_DUMBBELL: 4_000,
        LoadBasis.SINGLE: 6_000,
    }
    weighted = exercise.measure in (Measure.WEIGHT_REPS, Measure.WEIGHT_DURATION)
    return Strength(load_g=loads.get(exercise.load_basis, 0) if weighted else 0, seconds=seconds)


def _grow(year: _Year, exercise: Exercise, strength: Strength) -> None:
    """First reps or seconds, then the load, as a beginner's weeks go."""
    if year.story.chance.random() < 0.45:
        return
    strength.seconds = min(strength.seconds + 1, LONGEST_HOLD_S)
    if strength.reps_short > 0:
        strength.reps_short -= 1
    elif strength.load_g and strength.load_g < 60_000:
        strength.easy_times += 1
        if strength.easy_times >= 2:
            small = exercise.load_basis in (LoadBasis.PER_DUMBBELL, LoadBasis.SINGLE)
            strength.load_g += 2_000 if small else 2_500
            strength.reps_short, strength.easy_times = 2, 0


def _check_in(story: Story, day: dt.date) -> CheckIn:
    chance = story.chance
    settled = story.week(day) / WEEKS
    return CheckIn(
        date=day,
        steps=round(chance.gauss(3200 + 2800 * settled, 1100) / 10) * 10,
        sitting_min=30 * chance.randint(10, 20),
        sleep_min=15 * chance.randint(22, 33),
        body_weight_g=round(chance.gauss(74_000 - 1500 * settled, 350), -2)
        if day.isoweekday() == 1
        else None,
    )


def _rate(
    session: Session,
    day: dt.date,
    moment: Moment,
    rating: int,
    *,
    hour: int,
    workout_id: int | None = None,
) -> None:
    session.add(
        PainRating(
            date=day,
            moment=moment,
            score=rating,
            workout_id=workout_id,
            recorded_at=dt.datetime.combine(day, dt.time(hour), dt.UTC),
            utc_offset_min=0,
        )
    )
