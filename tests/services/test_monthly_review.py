from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from leglog.errors import InvalidValue
from leglog.models.pain import CheckIn, PainRating
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.demo import fill_with_demo
from leglog.services.monthly_review import monthly_review, review_span
from leglog.services.physio_note import LONGEST_NOTE, write_physio_note
from leglog.training.association import Finding
from leglog.training.vocabulary import Moment

if TYPE_CHECKING:
    from leglog.services.monthly_review import MonthlyReview
    from leglog.services.training_log import TrainingLog

TODAY = dt.date(2026, 11, 19)
OCTOBER = dt.date(2026, 10, 15)


@pytest.fixture
def demo(log: TrainingLog) -> TrainingLog:
    fill_with_demo(log, TODAY)
    return log


@pytest.fixture
def october(demo: TrainingLog) -> MonthlyReview:
    return monthly_review(demo, OCTOBER, TODAY)


def test_span_of_a_year_ends_with_the_month() -> None:
    span = review_span(OCTOBER, 12)
    assert (span.first, span.last) == (dt.date(2025, 11, 1), dt.date(2026, 10, 31))


@pytest.mark.parametrize("months", [1, 3, 6, 12])
def test_stretch_before_is_as_many_months(demo: TrainingLog, months: int) -> None:
    review = monthly_review(demo, OCTOBER, TODAY, months)
    assert review.before.days.last == review.month.days.first - dt.timedelta(days=1)
    assert len(review.by_month) == months


def test_workouts_of_the_review_are_those_of_the_month(
    demo: TrainingLog, october: MonthlyReview
) -> None:
    with demo.reading() as session:
        dates = session.scalars(select(Workout.date).order_by(Workout.date)).all()
    assert [one.date for one in october.workouts] == [d for d in dates if d.month == 10]
    assert sum(one.load_g for one in october.workouts) == october.month.volume.total_load_g


def test_sleep_is_the_mean_of_the_nights_said(demo: TrainingLog, october: MonthlyReview) -> None:
    with demo.reading() as session:
        mean = session.scalar(
            select(func.avg(CheckIn.sleep_min)).where(
                CheckIn.date.between(dt.date(2026, 10, 1), dt.date(2026, 10, 31))
            )
        )
    assert october.month.sleep_min.mean == pytest.approx(mean)


def test_best_of_the_month_beats_every_earlier_set(
    demo: TrainingLog, october: MonthlyReview
) -> None:
    assert october.bests
    for best in october.bests:
        assert best.record.value > best.record.previous > 0
        with demo.reading() as session:
            heaviest = session.scalar(
                select(func.max(PerformedSet.load_g))
                .join(WorkoutExercise, WorkoutExercise.id == PerformedSet.workout_exercise_id)
                .join(Workout, Workout.id == WorkoutExercise.workout_id)
                .where(WorkoutExercise.exercise_name == best.name)
                .where(Workout.date < dt.date(2026, 10, 1))
            )
        if best.reps is not None:
            assert best.record.previous == heaviest


def test_change_around_an_exercise_is_the_mean_of_its_workouts(
    demo: TrainingLog, october: MonthlyReview
) -> None:
    squat = next(one for one in october.around if one.workouts >= 4)
    days = october.around_days
    with demo.reading() as session:
        ids = session.execute(
            select(Workout.id)
            .join(WorkoutExercise, WorkoutExercise.workout_id == Workout.id)
            .where(WorkoutExercise.exercise_name == squat.name)
            .where(Workout.date.between(days.first, days.last))
        ).all()
        scores = {
            (row.workout_id, row.moment): row.score
            for row in session.scalars(select(PainRating).where(PainRating.workout_id.is_not(None)))
        }
    changes = [
        max(scores[id_, Moment.DURING], scores[id_, Moment.AFTER]) - scores[id_, Moment.BEFORE]
        for (id_,) in ids
    ]
    assert len(ids) == squat.workouts
    assert squat.worst_less_before == pytest.approx(sum(changes) / len(changes))


def test_three_workouts_of_an_exercise_give_no_mean(demo: TrainingLog) -> None:
    first_week = monthly_review(demo, dt.date(2025, 11, 19), dt.date(2025, 11, 27))
    assert first_week.around
    assert {one.worst_less_before for one in first_week.around} == {None}


def test_pattern_is_asked_of_full_weeks_only(october: MonthlyReview) -> None:
    together = october.together
    assert together.next_week.pairs <= 52
    assert together.next_week.finding is not Finding.NOT_ENOUGH
    assert max(together.sets) < dt.date(2026, 10, 26)


def test_empty_month_has_no_figures(log: TrainingLog) -> None:
    review = monthly_review(log, OCTOBER, TODAY)
    assert review.month.is_empty
    assert (review.bests, review.around, review.workouts) == ((), (), ())
    assert review.together.next_week.finding is Finding.NOT_ENOUGH


def test_note_for_the_physio_belongs_to_its_month(log: TrainingLog) -> None:
    write_physio_note(log, OCTOBER, "  Sitting is worse.  ")
    assert monthly_review(log, dt.date(2026, 10, 1), TODAY).physio_note == "Sitting is worse."
    assert monthly_review(log, dt.date(2026, 9, 30), TODAY).physio_note == ""
    assert monthly_review(log, OCTOBER, TODAY, 3).physio_note == "Sitting is worse."


def test_note_that_would_not_fit_is_refused(log: TrainingLog) -> None:
    with pytest.raises(InvalidValue, match="1000 fit"):
        write_physio_note(log, OCTOBER, "x" * (LONGEST_NOTE + 1))


def test_exercise_begun_in_the_span_is_compared_with_its_first_workout(
    demo: TrainingLog,
) -> None:
    whole_log = monthly_review(demo, TODAY, TODAY, 24)
    assert whole_log.bests
    assert all(best.record.value > best.record.previous > 0 for best in whole_log.bests)
