from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from leglog.ui.desk import Destination, Place
from leglog.ui.widgets.fields import ComboBox
from tests.ui.finding import named, rows, texts
from tests.ui.history.reading import heading, workouts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.ui.history.page import HistoryPage

KEY = Qt.Key
NOTHING_CHOSEN = "Any routine", "Any exercise"


def search(page: HistoryPage, qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(named(page, "Search exercise, note, routine"), words)


def choose(qtbot: QtBot, choice: ComboBox, words: str) -> None:
    """Go down by key to the option with these words."""
    qtbot.keyClick(choice, KEY.Key_Home)
    for _option in range(choice.findText(words)):
        qtbot.keyClick(choice, KEY.Key_Down)
    assert choice.currentText() == words


def test_search_narrows_the_list_and_says_when_nothing_matches(
    page: HistoryPage, qtbot: QtBot
) -> None:
    everything = rows(workouts(page))
    search(page, qtbot, "day b")
    assert rows(workouts(page)) == [line for line in everything if "Day B" in line]
    search(page, qtbot, " xyz")
    assert rows(workouts(page)) == []
    assert "Nothing matches “day b xyz”." in texts(page)


def test_down_goes_from_the_search_into_the_list(page: HistoryPage, qtbot: QtBot) -> None:
    page.focus_search()
    qtbot.keyClick(named(page, "Search exercise, note, routine"), KEY.Key_Down)
    assert page.focusWidget() is workouts(page)


def test_nothing_found_offers_to_clear_by_key(page: HistoryPage, qtbot: QtBot) -> None:
    everything, newest = rows(workouts(page)), heading(page)
    search(page, qtbot, "xyzzy")
    assert heading(page) is None
    qtbot.keyClick(named(page, "Clear search and filters"), KEY.Key_Return)
    assert rows(workouts(page)) == everything
    assert heading(page) == newest


def test_list_is_filtered_by_routine_and_exercise(page: HistoryPage, qtbot: QtBot) -> None:
    everything = rows(workouts(page))
    routine = named(page, "Filter by routine", ComboBox)
    exercise = named(page, "Filter by exercise", ComboBox)
    choose(qtbot, exercise, "Side plank")
    of_exercise = rows(workouts(page))
    assert 0 < len(of_exercise) < len(everything)
    choose(qtbot, routine, "Day B: hinge and row")
    assert rows(workouts(page)) == [line for line in of_exercise if "Day B" in line]
    for choice, words in zip((routine, exercise), NOTHING_CHOSEN, strict=True):
        choose(qtbot, choice, words)
    assert rows(workouts(page)) == everything


def test_day_hidden_by_a_filter_is_shown_all_the_same(page: HistoryPage, qtbot: QtBot) -> None:
    search(page, qtbot, "xyzzy")
    page.open(Destination(Place.HISTORY, day=dt.date(2026, 11, 13)))
    assert heading(page) == ("Rachel's beginner plan", "Friday 13 November 2026")
