"""Where things stand on Today, and where the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.today.page import TodayPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.today.conftest import Clock


def test_plan_fills_its_card(page: TodayPage) -> None:
    table = page._next_up.table
    assert table.horizontalHeader().length() == table.viewport().width()


def test_plan_fills_a_wider_card_too(page: TodayPage) -> None:
    page.resize(1500, 800)
    table = page._next_up.table
    assert table.horizontalHeader().length() == table.viewport().width()


def test_columns_keep_the_focus_of_a_window_that_is_not_in_front(
    desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    """At start the focus is put before the window is shown and the columns are laid out."""
    page = TodayPage(desk, now=clock)
    qtbot.addWidget(page)
    page.resize(1104, 746)
    page.open(Destination(Place.TODAY))
    before = page.focusWidget()
    assert before is not None
    page._columns.fit(968)
    assert page.focusWidget() is before
