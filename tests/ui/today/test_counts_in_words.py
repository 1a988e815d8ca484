"""Today's counts in words, for one and for none."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.models.glance import Glance, glance
from leglog.training.adherence import Adherence
from leglog.ui.today.trends import TrendsCard
from leglog.ui.today.week_strip import WeekStrip
from tests.ui.finding import texts

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

FRIDAY = dt.date(2025, 11, 21)
NOW = dt.datetime(2025, 11, 21, 8, tzinfo=dt.UTC)


@pytest.fixture
def seen(year_path: Path, qtbot: QtBot) -> Glance:
    found = glance(year_path, NOW)
    assert found is not None
    return found


def _shown(widget: QWidget, qtbot: QtBot) -> list[str]:
    qtbot.addWidget(widget)
    widget.show()
    return texts(widget)


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (Adherence(0, 0), "Nothing planned this week"),
        (Adherence(0, 1), "0 of 1 workout done"),
        (Adherence(1, 3), "1 of 3 workouts done"),
        (Adherence(2, 1), "2 workouts done, 1 planned"),
    ],
)
def test_the_week_is_said_as_it_was_kept(
    seen: Glance, qtbot: QtBot, kept: Adherence, words: str
) -> None:
    strip = WeekStrip()
    strip.show_week(seen.week._replace(this_week=kept), FRIDAY)
    assert words in _shown(strip, qtbot)


def test_one_morning_is_one_rating(seen: Glance, qtbot: QtBot) -> None:
    trends = TrendsCard()
    pain = seen.pain._replace(scores=(None, 3), average=3.0, average_before=None)
    trends.show_glance(seen._replace(pain=pain))
    assert "Average 3.0 (1 rating)" in _shown(trends, qtbot)
    trends.show_glance(seen._replace(pain=pain._replace(scores=(3, 3), average_before=2.0)))
    assert "Average 3.0 (2 ratings) · previous 28 days 2.0" in texts(trends)


def test_light_weeks_are_shown_in_kilograms(seen: Glance, qtbot: QtBot) -> None:
    trends = TrendsCard()
    light = seen.volume._replace(weeks_g=(None, 72_000, None))
    trends.show_glance(seen._replace(volume=light))
    assert "Kilograms per week (weight × reps)" in _shown(trends, qtbot)
