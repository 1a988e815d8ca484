"""The rule that composes the headline, and the sentences beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from leglog.reports import words
from leglog.reports.writing import PlainWriting
from leglog.services.monthly_review import DailyMean, MonthFigures, monthly_review
from leglog.services.review_exercises import NewBest
from leglog.services.sides import SideNote
from leglog.services.training_volume import VolumeBucket
from leglog.services.volume_sums import Counted
from leglog.training.association import Association, Finding
from leglog.training.periods import DaySpan
from leglog.training.records import Record, RecordKind
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from leglog.services.monthly_review import MonthlyReview
    from leglog.services.training_log import TrainingLog

WRITE = PlainWriting()
OCTOBER = DaySpan(dt.date(2026, 10, 1), dt.date(2026, 10, 31))
SEPTEMBER = DaySpan(dt.date(2026, 9, 1), dt.date(2026, 9, 30))
NOTHING = DailyMean(None, 0)


def figures(
    days: DaySpan, workouts: int = 0, planned: int = 0, pain: float | None = None, rated: int = 20
) -> MonthFigures:
    return MonthFigures(
        days=days,
        volume=VolumeBucket(days, workouts, {}, {Counted.LOAD: {None: 1_500_000}}, 0.0),
        planned=planned,
        planned_done=min(workouts, planned),
        pain={} if pain is None else dict.fromkeys(list(days)[:rated], pain),
        sleep_min=NOTHING,
        steps=NOTHING,
        sitting_min=NOTHING,
    )


@pytest.fixture
def empty(log: TrainingLog) -> MonthlyReview:
    return monthly_review(log, OCTOBER.first, OCTOBER.last)


def test_headline_counts_workouts_and_compares_means(empty: MonthlyReview) -> None:
    review = replace(
        empty, month=figures(OCTOBER, 10, 14, 2.7), before=figures(SEPTEMBER, 8, 13, 4.0)
    )
    assert words.headline(review, WRITE) == (
        "You trained 10 of 14 planned times, and your back pain averaged 2.7 (September: 4.0)."
    )


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        (figures(OCTOBER), "No workouts and no ratings in October 2026."),
        (figures(OCTOBER, 1), "You trained 1 time; the back was not rated."),
        (figures(OCTOBER, 1, 1), "You trained 1 of 1 planned time; the back was not rated."),
        (figures(OCTOBER, 3, 0, 2.0), "You trained 3 times, and your back pain averaged 2.0."),
        (figures(OCTOBER, 0, 0, 2.0), "You trained 0 times, and your back pain averaged 2.0."),
    ],
)
def test_headline_says_only_what_there_is(
    empty: MonthlyReview, month: MonthFigures, expected: str
) -> None:
    assert words.headline(replace(empty, month=month), WRITE) == expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (4.0, 2.7, "Down 1.3 points: probably a meaningful change."),
        (6.0, 4.0, "Down 2.0 points: more than the 2 points usually counted."),
        (5.0, 4.2, "Down 0.8 points: not clear yet."),
        (4.0, 6.5, "Up 2.5 points: more than the 2 points usually counted."),
        (3.0, 3.0, "The same: no clear change."),
    ],
)
def test_change_is_worded_by_the_two_tests(
    empty: MonthlyReview, before: float, now: float, expected: str
) -> None:
    review = replace(
        empty, month=figures(OCTOBER, 1, 0, now), before=figures(SEPTEMBER, 1, 0, before)
    )
    assert words.change_title(review, WRITE) == expected


def test_fourteen_rated_days_are_too_few_to_compare(empty: MonthlyReview) -> None:
    review = replace(
        empty, month=figures(OCTOBER, 1, 0, 2.0, 14), before=figures(SEPTEMBER, 1, 0, 5.0)
    )
    told = "Only 14 days rated (October 2026): too few to compare."
    assert words.change_title(review, WRITE) == told


@pytest.mark.parametrize(
    ("rated", "told"),
    [
        (0, "No day rated (September): nothing to compare."),
        (1, "Only 1 day rated (September): too few to compare."),
    ],
)
def test_month_with_too_few_rated_days_is_named(
    empty: MonthlyReview, rated: int, told: str
) -> None:
    review = replace(
        empty, month=figures(OCTOBER, 1, 0, 2.0, 20), before=figures(SEPTEMBER, 1, 0, 5.0, rated)
    )
    assert words.change_title(review, WRITE) == told


@pytest.mark.parametrize("finding", Finding)
def test_pattern_never_claims_a_cause(empty: MonthlyReview, finding: Finding) -> None:
    answer = Association(finding, 30, 0.5, 0.03, 12.0)
    found = replace(empty.together, next_week=answer)
    said = f"{words.together(found, WRITE)} {words.together_figures(found, WRITE)}".lower()
    assert not any(word in said for word in ("caus", "because", "prove", "risk", "safe"))
    assert ("tended to move together" in said) == (finding is Finding.MOVED_TOGETHER)


def test_too_few_weeks_are_counted(empty: MonthlyReview) -> None:
    assert "(0 of 12)" in words.together(empty.together, WRITE)


@pytest.mark.parametrize(
    ("record", "reps", "expected", "before"),
    [
        (Record(RecordKind.HEAVIEST_LOAD, 40_000, 37_500), 12, "40 kg × 12", "was 37.5 kg"),
        (Record(RecordKind.LONGEST_HOLD, 65, 60), None, "1:05", "was 1:00"),
        (Record(RecordKind.REPS_AT_LOAD, 12, 10, None, 40_000), None, "12 reps at 40 kg", "was 10"),
        (Record(RecordKind.E1RM, 53.3, 50.0), None, "53.3 kg, estimate", "was 50.0 kg, estimate"),
    ],
)
def test_best_is_told_with_its_unit(
    record: Record, reps: int | None, expected: str, before: str
) -> None:
    found = NewBest("Squat", record, reps)
    assert words.best(found, Unit.KG, WRITE) == expected
    assert words.best_before(found, Unit.KG, WRITE) == before


def test_side_that_did_more_is_named() -> None:
    assert words.side(SideNote("Lunge", -16.7, 4), WRITE) == "Lunge: left 17 % more than right"


def test_german_writes_months_and_numbers_its_own_way() -> None:
    german = PlainWriting("de")
    assert german.fixed(1234.5) == "1.234,5"
    assert german.month(dt.date(2026, 3, 1)) == "März 2026"
    assert german.day_range(OCTOBER.first, OCTOBER.last) == "1.–31. Okt"
    assert german.signed(-0.25, 1) == "−0,2"
    assert PlainWriting().number(1000.0) == "1,000"
    assert PlainWriting().number(-0.001, 1) == "0"


def test_running_month_is_not_compared_in_percent(empty: MonthlyReview) -> None:
    whole = replace(empty, month=figures(OCTOBER, 3), before=figures(SEPTEMBER, 3))
    assert words.volume_change(whole, Unit.KG, WRITE) == "September: 1.5 t (0 %)"
    half = DaySpan(OCTOBER.first, dt.date(2026, 10, 15))
    running = replace(whole, month=figures(half, 3))
    assert words.volume_change(running, Unit.KG, WRITE) == "September: 1.5 t"
