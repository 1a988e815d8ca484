from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from leglog.errors import LeglogError
from leglog.ui.error_report import ReportDialog, make_report
from leglog.ui.errors import ErrorReporter, show_trouble

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def error() -> ZeroDivisionError:
    try:
        _ = 1 // 0
    except ZeroDivisionError as caught:
        return caught
    raise AssertionError


def test_report_names_versions_and_the_place(error: ZeroDivisionError) -> None:
    report = make_report(error)
    assert report.startswith("LegLog ")
    assert "ZeroDivisionError" in report
    assert "test_errors_shown.py" in report


def test_report_can_be_copied(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ReportDialog("the report", tmp_path / "leglog.log")
    qtbot.addWidget(dialog)
    dialog.copy_report()
    assert QGuiApplication.clipboard().text() == "the report"


def test_uncaught_error_is_shown_once(
    qtbot: QtBot, tmp_path: Path, error: ZeroDivisionError
) -> None:
    reporter = ErrorReporter(tmp_path / "leglog.log")
    for _time in range(2):
        reporter.report(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    dialog = reporter.dialog
    assert dialog is not None
    dialog.reject()
    assert reporter.dialog is None


def test_error_of_another_thread_is_shown(
    qtbot: QtBot, tmp_path: Path, error: ZeroDivisionError
) -> None:
    reporter = ErrorReporter(tmp_path / "leglog.log")
    thread = threading.Thread(target=reporter.report, args=(type(error), error, None))
    thread.start()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    thread.join()
    assert reporter.dialog is not None
    reporter.dialog.reject()


def test_trouble_stays_where_no_window_is_in_front(qtbot: QtBot, tmp_path: Path) -> None:
    reporter = ErrorReporter(tmp_path / "leglog.log")
    trouble = LeglogError("The disk is full.", "Free some space.")
    reporter.report(type(trouble), trouble, None)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert box is not None
    box.close()


def test_trouble_shows_sentence_and_remedy(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = show_trouble(window, LeglogError("The disk is full.", "Free some space."))
    assert box.text() == "The disk is full."
    assert box.informativeText() == "Free some space."
    box.close()
