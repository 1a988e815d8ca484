from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from leglog.ui.tasks import Progress, run

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _fail(_error: Exception) -> None:
    msg = "the work should not have failed"
    raise AssertionError(msg)


def test_result_arrives_in_the_window_thread(qtbot: QtBot, qapp: QApplication) -> None:
    seen: list[tuple[int, bool]] = []

    def done(result: int) -> None:
        seen.append((result, QThread.currentThread() is qapp.thread()))

    run(lambda _progress: 42, done, _fail)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(42, True)]


def test_work_runs_elsewhere(qtbot: QtBot) -> None:
    threads: list[int] = []
    run(lambda _progress: threading.get_ident(), threads.append, _fail)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads != [threading.get_ident()]


def test_error_reaches_failed(qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise OSError("disk full")

    run(work, lambda _result: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert [str(error) for error in errors] == ["disk full"]


def test_cancelled_work_tells_neither_success_nor_failure(qtbot: QtBot) -> None:
    told: list[object] = []
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        go_on.wait(10)
        progress(0.5)

    task = run(work, told.append, told.append)
    with qtbot.waitSignal(task.ended):
        task.cancel()
        go_on.set()
    assert told == []


def test_progress_reaches_the_window(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        go_on.wait(10)
        progress(0.25, "Reading")

    task = run(work, lambda _result: None, _fail)
    with qtbot.waitSignal(task.progressed) as told:
        go_on.set()
    assert told.args == [250, "Reading"]


def test_dialog_goes_with_the_work(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ends: list[None] = []
    run(lambda progress: progress(1.0), ends.append, _fail, parent=window, title="Import")
    qtbot.waitUntil(lambda: bool(ends))
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) is None)
