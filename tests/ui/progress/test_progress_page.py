from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from leglog.services.pain import rate_pain
from leglog.training.vocabulary import Moment
from leglog.ui.desk import Desk
from leglog.ui.progress.page import ProgressPage

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog


@pytest.fixture
def page(qtbot: QtBot, log: TrainingLog) -> ProgressPage:
    """A page with five ratings in front of the person, its chart drawn."""
    today = dt.datetime.now().astimezone().date()
    for back in range(5):
        rate_pain(log, 3, Moment.MORNING, today - dt.timedelta(days=back))
    desk = Desk(log.path)
    desk.open_with(log)
    page = ProgressPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 740)
    page.show()
    qtbot.waitUntil(lambda: page._canvas is not None, timeout=20_000)
    return page


def test_chart_shows_what_the_summary_says(page: ProgressPage) -> None:
    canvas = page._canvas
    assert page._views.currentWidget() is canvas
    assert canvas is not None
    assert "average pain 3.0 from 5 of" in page._summary.text()
    assert canvas.accessibleDescription() == page._summary.text()


def test_key_t_shows_the_table_and_the_chart_again(page: ProgressPage, qtbot: QtBot) -> None:
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_T)
    assert page._views.currentWidget() is page._table
    qtbot.keyClick(page, Qt.Key.Key_T)
    assert page._views.currentWidget() is page._canvas


def test_table_holds_one_row_a_bar_and_can_be_copied(page: ProgressPage, qtbot: QtBot) -> None:
    page._table_button.click()
    assert page._shown is not None
    assert page._model.rowCount() == len(page._shown.buckets)
    page._table.setFocus()
    page._table.selectRow(0)
    qtbot.keyClick(page._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith("Days\t")
    assert "so far" in copied[1]


def test_table_model_keeps_qts_rules(page: ProgressPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page._model)


def test_shorter_range_shows_fewer_weeks(page: ProgressPage) -> None:
    before = page._model.rowCount()
    page._range.set_value("1M")
    page.reload()
    assert page._model.rowCount() < before


def test_new_rating_is_drawn_at_once(page: ProgressPage, log: TrainingLog) -> None:
    assert page._shown is not None
    before = page._shown.summary.rated_days
    day = dt.datetime.now().astimezone().date() - dt.timedelta(days=6)
    rate_pain(log, 5, Moment.MORNING, day)
    page.reload()
    assert page._shown.summary.rated_days == before + 1


def test_empty_log_says_what_is_missing(qtbot: QtBot, log: TrainingLog) -> None:
    desk = Desk(log.path)
    desk.open_with(log)
    page = ProgressPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert page._views.currentWidget() is page._empty
    assert page._canvas is None
