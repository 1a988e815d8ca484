"""Long work in the background, with progress, a way out and the result in the window's thread."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QProgressDialog

from leglog.i18n import _
from leglog.ui.theme import application

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

T = TypeVar("T")
_STEPS = 1000


class Cancelled(Exception):
    """The person stopped the work; raised by ``Progress`` at its next call."""


class Progress:
    """Given to the work, which calls it with the part that is done, 0 to 1.

    Services take it as a plain callable and know nothing of threads. A call raises ``Cancelled``
    after the person chose to stop.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self._stop = threading.Event()

    def __call__(self, share: float, sentence: str = "") -> None:
        if self._stop.is_set():
            raise Cancelled
        self._task.progressed.emit(round(share * _STEPS), sentence)

    def cancel(self) -> None:
        """Stop the work at its next call."""
        self._stop.set()


class Task(QObject):
    """Work that runs; it tells its end once, in the thread of the window."""

    progressed = Signal(int, str)
    """Thousandths done, and what is being done."""
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()
    """After success, failure and cancelling alike."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress(self)

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop; neither success nor failure is told then."""
        self._progress.cancel()

    @property
    def progress(self) -> Progress:
        """What the work reports to."""
        return self._progress


def run(
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
    *,
    parent: QWidget | None = None,
    title: str = "",
) -> Task:
    """Call ``work`` in a worker thread, then ``done`` with its result or ``failed`` with its error.

    With a ``title`` a dialog shows the progress after half a second and offers to cancel.
    Exceptions of all kinds reach ``failed``; show them with ``errors.show_error``.
    """
    # Owned by Qt until it has ended: the caller need not keep what is returned.
    task = Task(parent or application())
    task.succeeded.connect(_in_window_thread(task, done))
    task.failed.connect(_in_window_thread(task, failed))
    if title:
        _show_progress(task, parent, title)
    task.ended.connect(task.deleteLater)
    QThreadPool.globalInstance().start(_Worker(task, work))
    return task


class _Receiver(QObject, Generic[T]):
    """Lives in the window's thread, so that Qt delivers there."""

    def __init__(self, task: Task, do: Callable[[T], None]) -> None:
        super().__init__(task)
        self._do = do

    @Slot(object)
    def receive(self, value: T) -> None:
        self._do(value)


def _in_window_thread(task: Task, do: Callable[[T], None]) -> Callable[[T], None]:
    return _Receiver(task, do).receive


class _Worker(QRunnable):
    def __init__(self, task: Task, work: Callable[[Progress], T]) -> None:
        super().__init__()
        self._task, self._work = task, work

    def run(self) -> None:
        """Do the work; Qt calls this in a worker thread."""
        # A window that was closed meanwhile took its task with it; there is no one left to tell.
        with suppress(RuntimeError):
            self._tell()

    def _tell(self) -> None:
        try:
            result = self._work(self._task.progress)
        except Cancelled:
            pass
        except Exception as error:
            self._task.failed.emit(error)
        else:
            self._task.succeeded.emit(result)
        self._task.ended.emit()


def _show_progress(task: Task, parent: QWidget | None, title: str) -> None:
    dialog = QProgressDialog(title, _("Cancel"), 0, _STEPS, parent)
    dialog.setWindowTitle(title)
    dialog.setMinimumDuration(500)
    dialog.setAutoReset(False)
    dialog.setAutoClose(False)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.canceled.connect(task.cancel)
    task.progressed.connect(lambda value, text: _advance(dialog, value, text))
    task.ended.connect(dialog.close)
    task.ended.connect(dialog.deleteLater)
    dialog.setValue(0)


def _advance(dialog: QProgressDialog, value: int, sentence: str) -> None:
    if sentence:
        dialog.setLabelText(sentence)
    dialog.setValue(value)
