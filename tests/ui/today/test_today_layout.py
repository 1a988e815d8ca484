"""Where things stand on Today, and where the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.today.page import TodayPage
from tests.ui.finding import named

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.today.conftest import Clock


def test_plan_fills_its_card(page: TodayPage) -> None:
    table = named(page, "Plan of the next workout", QTableView)
    for width in (1104, 1500):
        page.resize(width, 800)
        assert table.horizontalHeader().length() == table.viewport().width()


def test_question_keeps_the_focus_of_a_window_that_is_not_in_front(
    desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    """At start the focus is put before the window is shown and the columns are laid out."""
    page = TodayPage(desk, now=clock)
    qtbot.addWidget(page)
    page.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    page.resize(968, 640)
    page.refresh_if_stale()
    page.open(Destination(Place.TODAY))
    before = page.focusWidget()
    page.show()
    assert before is not None
    assert named(page, "Morning back check").isAncestorOf(before)
    assert page.focusWidget() is before
