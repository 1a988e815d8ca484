"""Long work in the background, with progress, a way out and the result in the window's thread."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressDialog

from leglog.i18n import _
from leglog.ui.errors import show_error
from leglog.ui.theme import application

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

T = TypeVar("T")
Told = TypeVar("Told")
_STEPS = 1000
WAITING_AFTER_MS = 300
"""A shorter wait is not worth a word."""
DRAWING = "drawing"
"""The queue of all that matplotlib draws: it keeps things that two threads may not share."""


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

    def __init__(self) -> None:
        # Never a widget's child: one that is closed would take it away under the worker's hands.
        super().__init__(application())
        self._progress = Progress(self)
        self._left = threading.Event()
        self.ended.connect(self._let_go)

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop; neither success nor failure is told then."""
        self._progress.cancel()

    @property
    def progress(self) -> Progress:
        """What the work reports to."""
        return self._progress

    def leave(self) -> None:
        """Say that the worker will not touch this again."""
        self._left.set()

    @Slot()
    def _let_go(self) -> None:
        # It takes the worker a moment to come back from telling the end.
        self._left.wait()
        self.deleteLater()


def run(
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
    *,
    parent: QWidget | None = None,
    title: str = "",
    queue: str = "",
) -> Task:
    """Call ``work`` in a worker thread, then ``done`` with its result or ``failed`` with its error.

    A ``parent`` that is gone by then is told nothing. With a ``title`` a dialog shows the
    progress after half a second and offers to cancel. Works of one ``queue`` run one after
    another in one thread. Exceptions of all kinds reach ``failed``; show them with
    ``errors.show_error``.
    """
    task = Task()
    for signal, do in ((task.succeeded, done), (task.failed, failed)):
        receiver = _Receiver(parent or task, do)
        signal.connect(receiver.receive)
        task.ended.connect(receiver.deleteLater)
    if title:
        _show_progress(task, parent, title)
    _pool(queue).start(_Worker(task, work))
    return task


def wait_for_all() -> None:
    """Wait until no work runs any more, as before the log is closed."""
    for pool in (QThreadPool.globalInstance(), *application().findChildren(QThreadPool)):
        pool.waitForDone()


class Reader(Generic[T]):
    """Reads in the background for a widget, one question at a time.

    Of questions asked while one is read only the newest is read next; what is shown stays until
    there is an answer. In the thread of the window ``show`` hears each answer, ``failed`` each
    error (without it the error is shown), and ``wait`` that an answer takes long.
    """

    def __init__(
        self,
        parent: QWidget,
        show: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        wait: Callable[[], None] | None = None,
        queue: str = "",
    ) -> None:
        self._parent, self._show, self._queue = parent, show, queue
        self._failed = failed or (lambda error: show_error(parent, error))
        self._next: Callable[[], T] | None = None
        self._is_reading = False
        # What the window has to lay out and paint comes first: threads of Python share one turn.
        self._pause = QTimer(parent, singleShot=True, interval=0)
        self._pause.timeout.connect(self._read)
        self._patience = QTimer(parent, singleShot=True, interval=WAITING_AFTER_MS)
        if wait is not None:
            self._patience.timeout.connect(wait)

    @property
    def is_reading(self) -> bool:
        """Whether an answer is still to come."""
        return self._is_reading

    @property
    def is_behind(self) -> bool:
        """Whether a newer question waits than the one that is being answered."""
        return self._next is not None

    def ask(self, read: Callable[[], T]) -> None:
        """Call ``read`` in a worker thread as soon as the question before is answered."""
        self._next = read
        if not self._is_reading:
            self._go_on()

    def _go_on(self) -> None:
        self._is_reading = self._next is not None
        if self._is_reading:
            self._patience.start()
            self._pause.start()

    def _read(self) -> None:
        read, self._next = self._next, None
        if read is not None:
            run(
                lambda _progress: read(),
                lambda found: self._answer(self._show, found),
                lambda error: self._answer(self._failed, error),
                parent=self._parent,
                queue=self._queue,
            )

    def _answer(self, tell: Callable[[Told], None], value: Told) -> None:
        self._patience.stop()
        try:
            tell(value)
        finally:
            self._go_on()


class _Receiver(QObject, Generic[T]):
    """Lives in the window's thread, so that Qt delivers there, and only while its parent lives."""

    def __init__(self, parent: QObject, do: Callable[[T], None]) -> None:
        super().__init__(parent)
        self._do = do

    @Slot(object)
    def receive(self, value: T) -> None:
        self._do(value)


def _pool(queue: str) -> QThreadPool:
    if not queue:
        return QThreadPool.globalInstance()
    app = application()
    pool = app.findChild(QThreadPool, queue, Qt.FindChildOption.FindDirectChildrenOnly)
    if pool is None:
        pool = QThreadPool(app)
        pool.setObjectName(queue)
        pool.setMaxThreadCount(1)
        # What a library keeps for its thread, as matplotlib its typefaces, is kept.
        pool.setExpiryTimeout(-1)
    return pool


class _Worker(QRunnable):
    def __init__(self, task: Task, work: Callable[[Progress], T]) -> None:
        super().__init__()
        self._task, self._work = task, work

    def run(self) -> None:
        """Do the work; Qt calls this in a worker thread."""
        # An application that has ended took its tasks with it; there is no one left to tell.
        try:
            with suppress(RuntimeError):
                self._tell()
        finally:
            self._task.leave()

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
