"""Remarks on the charts: a key opens the sheet, a flag stands on the day, and it can be undone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt

from leglog.charts.values import Flag, PainDay, TimePanels
from leglog.services.pain import rate_pain
from leglog.services.pain_series import PainPoint
from leglog.services.periods import all_marked_days, mark_days
from leglog.training.vocabulary import Moment, PeriodKind
from leglog.ui.desk import Desk
from leglog.ui.progress.page import ProgressPage
from leglog.ui.progress.pain_words import weeks
from leglog.ui.progress.remark_sheet import RemarkSheet
from tests.ui.settling import settle, settle_charts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog

TODAY = dt.datetime.now().astimezone().date()
DAY = dt.timedelta(days=1)


@pytest.fixture
def page(qtbot: QtBot, log: TrainingLog, tmp_path: Path) -> ProgressPage:
    """A page with five ratings, its chart drawn."""
    for back in range(5):
        rate_pain(log, 3, Moment.MORNING, TODAY - back * DAY)
    desk = Desk(log.path)
    desk.keep_in(QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat))
    desk.open_with(log)
    page = ProgressPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 740)
    page.show()
    settle_charts(page)
    return page


def sheet_of(page: ProgressPage) -> RemarkSheet:
    sheet = page.findChild(RemarkSheet)
    assert sheet is not None
    return sheet


def flags_of(page: ProgressPage) -> list[Flag]:
    page.reload()
    settle(page)
    content = page.card.content
    assert content is not None
    assert isinstance(content.data, TimePanels)
    assert content.data.pain is not None
    return list(content.data.pain.remarks)


def test_key_m_plants_a_flag_with_its_words(
    page: ProgressPage, qtbot: QtBot, log: TrainingLog
) -> None:
    page.activateWindow()
    canvas = page.card.chart.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_M)
    sheet = sheet_of(page)
    sheet.words.setText("New desk")
    sheet.save.click()
    assert flags_of(page) == [Flag(TODAY, TODAY, "New desk")]
    log.undo()
    assert flags_of(page) == []


def test_remark_of_the_day_can_be_corrected_and_removed(
    page: ProgressPage, log: TrainingLog
) -> None:
    mark_days(log, PeriodKind.REMARK, TODAY - DAY, TODAY, TODAY, "Travel")
    page.reload()
    settle(page)
    page.card.remark_wanted.emit()
    sheet = sheet_of(page)
    assert (sheet.words.text(), sheet.first.day, sheet.last.day) == ("Travel", TODAY - DAY, TODAY)
    sheet.words.setText("Train journey")
    sheet.save.click()
    assert flags_of(page) == [Flag(TODAY - DAY, TODAY, "Train journey")]
    page.card.remark_wanted.emit()
    sheet_of(page).remove.click()
    assert all_marked_days(log, PeriodKind.REMARK) == ()


def test_remark_needs_words(page: ProgressPage, log: TrainingLog) -> None:
    page.card.remark_wanted.emit()
    sheet_of(page).save.click()
    assert sheet_of(page).isVisible()
    assert all_marked_days(log, PeriodKind.REMARK) == ()


def test_table_and_reading_hold_the_remark(page: ProgressPage, log: TrainingLog) -> None:
    mark_days(log, PeriodKind.REMARK, TODAY, TODAY, TODAY, "Influenza")
    page.reload()
    settle(page)
    content = page.card.content
    assert content is not None
    assert content.table.headers[-1] == "Remarks"
    assert "Influenza" in content.readings[-1].sentence


def test_a_week_is_the_mean_of_its_rated_days() -> None:
    first = dt.date(2026, 1, 5)
    points = [PainPoint(first + n * DAY, 4.0 if n in (1, 9, 10) else None, None) for n in range(14)]
    points[-1] = PainPoint(points[-1].day, 1.0, 3.0)
    assert weeks(points) == [
        PainDay(dt.date(2026, 1, 11), 4.0, None),
        PainDay(dt.date(2026, 1, 18), 3.0, 3.0),
    ]
