from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from leglog.ui.tasks import Progress, Reader, run, wait_for_all

if TYPE_CHECKING:
    from collections.abc import Callable

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


def test_parent_that_is_gone_is_told_nothing(qtbot: QtBot) -> None:
    window, go_on = QWidget(), threading.Event()
    told: list[object] = []
    task = run(lambda _progress: go_on.wait(10), told.append, _fail, parent=window)
    with qtbot.waitSignal(task.ended):
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
        go_on.set()
    assert told == []


def test_works_of_a_queue_run_one_after_another_in_one_thread(qtbot: QtBot) -> None:
    threads: list[tuple[int, int]] = []
    for number in range(3):
        run(
            lambda _progress, number=number: (number, threading.get_ident()),  # type: ignore[misc]  # bound now
            threads.append,
            _fail,
            queue="line",
        )
    qtbot.waitUntil(lambda: len(threads) == 3)
    assert [number for number, _thread in threads] == [0, 1, 2]
    assert len({thread for _number, thread in threads}) == 1


def test_waiting_for_all_waits_for_queues_too(qapp: QApplication) -> None:
    assert qapp is not None
    go_on, ended = threading.Event(), []

    def work(_progress: Progress) -> None:
        go_on.wait(10)
        ended.append(True)

    run(work, lambda _result: None, _fail, queue="line")
    go_on.set()
    wait_for_all()
    assert ended == [True]


def test_only_the_newest_of_the_questions_meanwhile_is_read(window: QWidget, qtbot: QtBot) -> None:
    go_on = threading.Event()
    shown: list[int] = []
    read: list[int] = []

    def question(number: int) -> Callable[[], int]:
        def answer() -> int:
            read.append(number)
            go_on.wait(10)
            return number

        return answer

    reader = Reader(window, shown.append)
    reader.ask(question(1))
    qtbot.waitUntil(lambda: bool(read))
    for number in (2, 3):
        reader.ask(question(number))
    assert reader.is_behind
    go_on.set()
    qtbot.waitUntil(lambda: not reader.is_reading)
    assert (read, shown) == ([1, 3], [1, 3])


def test_reader_goes_on_after_an_error(window: QWidget, qtbot: QtBot) -> None:
    shown: list[int] = []
    errors: list[Exception] = []
    reader = Reader(window, shown.append, failed=errors.append)
    reader.ask(lambda: 1 // 0)
    qtbot.waitUntil(lambda: bool(errors))
    reader.ask(lambda: 7)
    qtbot.waitUntil(lambda: shown == [7])


def test_reader_says_that_an_answer_takes_long(window: QWidget, qtbot: QtBot) -> None:
    go_on, waits = threading.Event(), []
    reader: Reader[bool] = Reader(window, lambda _found: None, wait=lambda: waits.append(True))
    reader.ask(lambda: go_on.wait(10))
    qtbot.waitUntil(lambda: bool(waits))
    go_on.set()
    qtbot.waitUntil(lambda: not reader.is_reading)
    assert waits == [True]
