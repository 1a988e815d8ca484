"""What is suggested for an exercise, from workouts, ratings and flare-ups in a real log."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.services.load_notes import bigger_step_in_week
from leglog.services.pain import rate_pain
from leglog.services.preferences import change_preference
from leglog.services.suggestions import NextTime, next_time
from leglog.services.workout_reading import workout_form
from leglog.settings import BackCheck
from leglog.training.progression import Advice, Reason
from leglog.training.vocabulary import Moment, WorkoutState
from tests.diary import DAY, SORE, Diary

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

TODAY = dt.date(2025, 11, 21)


@pytest.fixture
def diary(log: TrainingLog) -> Diary:
    return Diary(log, TODAY)


def _told(found: NextTime) -> tuple[Advice, Reason]:
    assert found.suggestion is not None
    return found.suggestion.advice, found.suggestion.reason


def test_the_first_time_has_nothing_to_go_by(diary: Diary) -> None:
    assert _told(diary.today()) == (Advice.REPEAT, Reason.FIRST_TIME)


def test_two_quiet_workouts_at_the_top_allow_more_weight(diary: Diary) -> None:
    diary.train(7)
    diary.train(3)
    found = diary.today()
    assert _told(found) == (Advice.ADD_LOAD, Reason.TOP_TWICE)
    assert found.suggestion is not None
    assert found.suggestion.load_g == 42_500


def test_a_bad_next_morning_eases_off(diary: Diary) -> None:
    diary.train(7)
    diary.train(3, back=(2, 2, 2, 5))
    assert _told(diary.today()) == (Advice.EASE_OFF, Reason.BACK_RED)


def test_an_unrated_workout_is_repeated(diary: Diary) -> None:
    diary.train(7)
    diary.train(3, back=())
    assert _told(diary.today()) == (Advice.REPEAT, Reason.BACK_NOT_RATED)


def test_a_flare_pauses_progression(diary: Diary) -> None:
    diary.train(7)
    diary.train(3)
    diary.flare(1, None)
    found = diary.today()
    assert _told(found) == (Advice.REPEAT, Reason.PAUSED)
    assert found.flare_since == TODAY - DAY


def test_after_a_flare_without_training_the_load_is_lighter(diary: Diary) -> None:
    diary.train(20)
    diary.flare(15, 4)
    found = diary.today()
    assert _told(found) == (Advice.EASE_OFF, Reason.AFTER_FLARE)
    assert found.suggestion is not None
    assert found.suggestion.load_g == 35_000


def test_after_a_lighter_quiet_workout_one_step_leads_back(diary: Diary) -> None:
    diary.train(20)
    diary.flare(15, 4)
    diary.train(2, reps=8, kg=35)
    found = diary.today()
    assert _told(found) == (Advice.ADD_LOAD, Reason.RETURNING)
    assert found.suggestion is not None
    assert found.suggestion.load_g == 37_500


def test_later_workouts_do_not_decide_an_earlier_one(diary: Diary, log: TrainingLog) -> None:
    workout_id = diary.train(5, state=WorkoutState.OPEN, back=())
    diary.train(3)
    form = workout_form(log, workout_id)
    assert _told(next_time(log, form, form.blocks[0])) == (Advice.REPEAT, Reason.FIRST_TIME)


def test_tolerated_is_the_heaviest_load_before_a_green_morning(diary: Diary) -> None:
    diary.train(20, kg=40)
    diary.train(13, kg=45)
    diary.train(6, kg=50, back=SORE)
    diary.train(2, kg=55, back=(2, 2, 1))
    found = diary.today().tolerated
    assert found is not None
    assert (found.load_g, found.day) == (45_000, TODAY - 13 * DAY)


def test_loads_of_more_than_eight_weeks_ago_are_not_named(diary: Diary) -> None:
    diary.train(57, kg=60)
    assert diary.today().tolerated is None


def test_with_warning_signs_nothing_is_suggested(diary: Diary, log: TrainingLog) -> None:
    diary.train(3)
    change_preference(log, "back_check", BackCheck.SOME)
    assert diary.today().suggestion is None


def test_two_red_workouts_in_a_row_advise_a_professional(diary: Diary) -> None:
    diary.train(7, back=SORE)
    assert not diary.today().see_someone
    diary.train(3, back=SORE)
    assert diary.today().see_someone


def test_taking_back_a_rating_restores_what_was_suggested(diary: Diary, log: TrainingLog) -> None:
    diary.train(7)
    diary.train(3)
    form = workout_form(log, diary.train(0, back=(), state=WorkoutState.OPEN))
    before = next_time(log, form, form.blocks[0])
    rate_pain(log, 6, Moment.MORNING, TODAY - 2 * DAY)
    assert next_time(log, form, form.blocks[0]) != before
    log.undo()
    assert next_time(log, form, form.blocks[0]) == before


def test_an_easy_week_may_help_after_three_weaker_workouts(diary: Diary) -> None:
    diary.train(20, reps=10, kg=60)
    for days_ago in (12, 8):
        diary.train(days_ago, reps=8, kg=50)
        assert not diary.today().easy_week
    diary.train(4, reps=8, kg=50)
    assert diary.today().easy_week


@pytest.mark.parametrize(("workouts", "noted"), [(2, False), (3, True)])
def test_a_bigger_step_than_usual_is_noted(diary: Diary, workouts: int, noted: bool) -> None:
    for weeks in range(1, 6):
        diary.train(weeks * 7)
    for number in range(workouts):
        diary.train(number)
    step = bigger_step_in_week(diary.log, TODAY)
    assert (step is not None) is noted
    if step is not None:
        assert (step.sets, step.usual) == (9, 3)


def test_without_four_weeks_before_no_step_is_noted(diary: Diary) -> None:
    for number in range(4):
        diary.train(number)
    assert bigger_step_in_week(diary.log, TODAY) is None
