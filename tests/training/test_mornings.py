"""Which mornings are asked for."""

from __future__ import annotations

import datetime as dt

from leglog.training.mornings import is_recalled, mornings_due

TODAY = dt.date(2025, 11, 21)
YESTERDAY = dt.date(2025, 11, 20)
BEFORE_YESTERDAY = dt.date(2025, 11, 19)


def test_this_morning_is_asked_for() -> None:
    assert mornings_due(TODAY, None, ()) == (TODAY,)


def test_an_answered_morning_is_not_asked_for_again() -> None:
    assert mornings_due(TODAY, None, {TODAY}) == ()


def test_the_missed_morning_after_a_workout_is_asked_for_a_day_late() -> None:
    assert mornings_due(TODAY, BEFORE_YESTERDAY, ()) == (TODAY, YESTERDAY)


def test_an_older_missed_morning_is_let_go() -> None:
    assert mornings_due(TODAY, BEFORE_YESTERDAY - dt.timedelta(days=1), ()) == (TODAY,)


def test_after_a_workout_of_yesterday_this_morning_is_the_one_question() -> None:
    assert mornings_due(TODAY, YESTERDAY, ()) == (TODAY,)


def test_recalled_begins_after_24_hours() -> None:
    then = dt.datetime(2025, 11, 20, 8, tzinfo=dt.UTC)
    assert not is_recalled(then + dt.timedelta(hours=24), then)
    assert is_recalled(then + dt.timedelta(hours=24, seconds=1), then)
