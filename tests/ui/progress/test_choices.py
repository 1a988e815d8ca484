from __future__ import annotations

import datetime as dt

import pytest

from leglog.services.training_volume import Only
from leglog.training.periods import DaySpan
from leglog.training.vocabulary import MuscleGroup
from leglog.ui.progress.choices import CUSTOM, Choices, choices_from, only_from

TODAY = dt.date(2026, 11, 21)


def test_choices_come_back_as_they_were_kept() -> None:
    choices = Choices(chart="lag", reach="1Y", grouping="month", only="muscle:glutes")
    assert choices_from(choices.as_text()) == choices


def test_step_back_in_time_is_not_kept() -> None:
    assert choices_from(Choices(back=3).as_text()).back == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        '{"chart": "none"}',
        '{"reach": "2D"}',
        '{"reach": "custom"}',
        '{"reach": "custom", "first": "2026-02-02", "last": "2026-01-01"}',
        '{"unknown": "x"}',
    ],
)
def test_broken_choices_take_the_default(text: str) -> None:
    assert choices_from(text) == Choices()


def test_back_by_one_ends_a_range_earlier() -> None:
    now = Choices(reach="1M").span(TODAY, None, 1)
    before = Choices(reach="1M", back=1).span(TODAY, None, 1)
    assert now is not None
    assert before is not None
    assert now.last == dt.date(2026, 11, 22)
    assert before.last == dt.date(2026, 10, 25)


def test_custom_range_never_ends_after_today() -> None:
    span = DaySpan(dt.date(2026, 11, 1), dt.date(2026, 12, 10))
    found = Choices().with_span(span, TODAY)
    assert (found.reach, found.last) == (CUSTOM, "2026-11-21")
    assert found.first == "2026-10-13"


def test_zoom_stops_at_a_week() -> None:
    week = DaySpan(dt.date(2026, 11, 2), dt.date(2026, 11, 8))
    found = Choices().zoomed(1, week.first, week, TODAY).span(TODAY, None, 1)
    assert found is not None
    assert len(found) == 7


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Only()),
        ("muscle:glutes", Only(muscles=frozenset({MuscleGroup.GLUTES}))),
        ("muscle:none", Only()),
        ("routine:3", Only(routine_ids=frozenset({3}))),
        ("exercise:12", Only(exercise_ids=frozenset({12}))),
        (
            "exercise:12,muscle:glutes,exercise:7",
            Only(frozenset({7, 12}), frozenset({MuscleGroup.GLUTES})),
        ),
        ("exercise:x", Only()),
    ],
)
def test_filter_is_read_from_its_text(text: str, expected: Only) -> None:
    assert only_from(text) == expected
