"""What the tests of History read."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListView, QTableView

from tests.ui.finding import named, texts

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from leglog.ui.history.page import HistoryPage


def workouts(page: HistoryPage) -> QListView:
    """Return the list of workouts."""
    return named(page, "Workouts", QListView)


def calendar(page: HistoryPage) -> QTableView:
    """Return the days of the month."""
    return named(page, "Calendar", QTableView)


def exercises(page: HistoryPage) -> QTableView:
    """Return the table of the workout that is shown."""
    return named(page, "Exercises of this workout", QTableView)


def days(page: HistoryPage) -> list[QModelIndex]:
    """Return every day that the calendar shows."""
    model = calendar(page).model()
    weeks = range(model.rowCount())
    return [model.index(week, day) for week in weeks for day in range(model.columnCount())]


def heading(page: HistoryPage) -> tuple[str, str] | None:
    """Return title and day of the workout that is shown in detail ('Friday 20 November 2026')."""
    shown = texts(page)
    for title, when in pairwise(shown):
        if found := re.match(r"\w+day \d+ \w+ \d{4}", when):
            return title, found[0]
    return None
