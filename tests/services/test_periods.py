"""Marking a flare-up from a day to a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.errors import InvalidValue, NotFound
from leglog.services.monthly_review import monthly_review
from leglog.services.periods import (
    all_marked_days,
    correct_marked_days,
    end_marked_days,
    flare_on,
    mark_days,
    read_marked_days,
    remove_marked_days,
)
from leglog.training.vocabulary import PeriodKind
from tests.diary import Diary

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

TODAY = dt.date(2025, 11, 21)
DAY = dt.timedelta(days=1)
FLARE = PeriodKind.FLARE


def _flare(log: TrainingLog, first: int, last: int | None) -> int:
    """Mark a flare-up that began and ended so many days ago."""
    end = None if last is None else TODAY - last * DAY
    return mark_days(log, FLARE, TODAY - first * DAY, end, TODAY)


def test_an_open_flare_holds_its_first_day_and_all_later_ones(log: TrainingLog) -> None:
    _flare(log, 3, None)
    days = (TODAY - 4 * DAY, TODAY - 3 * DAY, TODAY, TODAY + DAY)
    assert [flare_on(log, day) is not None for day in days] == [False, True, True, True]


def test_ending_a_flare_leaves_later_days_out(log: TrainingLog) -> None:
    flare_id = _flare(log, 3, None)
    end_marked_days(log, flare_id, TODAY - DAY)
    assert flare_on(log, TODAY) is None
    assert flare_on(log, TODAY - DAY) is not None


def test_a_flare_never_ends_before_it_began(log: TrainingLog) -> None:
    flare_id = _flare(log, 0, None)
    end_marked_days(log, flare_id, TODAY - DAY)
    (flare,) = all_marked_days(log, PeriodKind.FLARE)
    assert (flare.first, flare.last) == (TODAY, TODAY)


@pytest.mark.parametrize(("first", "last"), [(5, 3), (2, None), (6, 0)])
def test_flares_do_not_overlap(log: TrainingLog, first: int, last: int | None) -> None:
    _flare(log, 4, 1)
    with pytest.raises(InvalidValue):
        _flare(log, first, last)


def test_a_flare_may_be_given_other_days_of_its_own(log: TrainingLog) -> None:
    flare_id = _flare(log, 4, 1)
    correct_marked_days(log, flare_id, TODAY - 5 * DAY, TODAY, TODAY, note="lifted a box")
    (flare,) = all_marked_days(log, PeriodKind.FLARE)
    assert (flare.first, flare.last, flare.note) == (TODAY - 5 * DAY, TODAY, "lifted a box")


def test_days_to_come_are_refused(log: TrainingLog) -> None:
    with pytest.raises(InvalidValue):
        mark_days(log, FLARE, TODAY + DAY, None, TODAY)


def test_an_end_before_the_start_is_refused(log: TrainingLog) -> None:
    with pytest.raises(InvalidValue):
        _flare(log, 1, 2)


def test_a_remark_may_lie_in_a_flare_and_is_told_apart(log: TrainingLog) -> None:
    _flare(log, 4, None)
    mark_days(log, PeriodKind.REMARK, TODAY, TODAY, TODAY, "travel")
    with log.reading() as session:
        kinds = [each.kind for each in read_marked_days(session, TODAY, TODAY)]
        flares = read_marked_days(session, TODAY, TODAY, FLARE)
    assert kinds == [FLARE, PeriodKind.REMARK]
    assert len(flares) == 1


def test_what_is_removed_is_gone(log: TrainingLog) -> None:
    flare_id = _flare(log, 4, None)
    remove_marked_days(log, flare_id)
    assert all_marked_days(log, PeriodKind.FLARE) == ()
    with pytest.raises(NotFound):
        remove_marked_days(log, flare_id)


@pytest.mark.parametrize("in_flare", [False, True])
def test_a_flare_counts_no_records(log: TrainingLog, in_flare: bool) -> None:
    diary = Diary(log, TODAY)
    diary.train(60, kg=40)
    diary.train(2, kg=50)
    if in_flare:
        diary.flare(3, None)
    bests = monthly_review(log, TODAY, TODAY).bests
    assert [best.record.value for best in bests] == ([] if in_flare else [50_000])
