"""What a page works with: the log once it is open, news of changes, and the way to other pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QSettings

    from leglog.services.training_log import TrainingLog


class Place(StrEnum):
    """A page of the window, in the order of the navigation."""

    TODAY = "today"
    LOG = "log"
    ROUTINES = "routines"
    EXERCISES = "exercises"
    HISTORY = "history"
    PROGRESS = "progress"
    MONTH = "month"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Destination:
    """A page and what it shall show there.

    ``id`` is the workout, routine or exercise meant by the page; ``day`` a local date;
    ``start`` asks the page to begin something new (Log: start a workout, Routines: a new routine).
    """

    place: Place
    id: int | None = None
    day: dt.date | None = None
    start: bool = False


class Desk(QObject):
    """Hands pages what they need, and nothing of the window.

    The window is painted before the log is open; until ``ready`` there is only ``database``,
    the path that the first look reads.
    """

    ready = Signal()
    changed = Signal(object)
    """Carries a services.training_log.Change after each action, undo and redo."""
    destination_wanted = Signal(object)
    action_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.database = database
        self._log: TrainingLog | None = None
        self._kept: QSettings | None = None

    @property
    def is_ready(self) -> bool:
        """Whether the log is open."""
        return self._log is not None

    @property
    def log(self) -> TrainingLog:
        """The open log; asking before ``ready`` is a mistake of the caller."""
        if self._log is None:
            msg = "the log is not open yet"
            raise RuntimeError(msg)
        return self._log

    def open_with(self, log: TrainingLog) -> None:
        """Take the opened log and let everyone who waited for it go on."""
        self._log = log
        self.ready.emit()

    def when_ready(self, do: Callable[[TrainingLog], None]) -> None:
        """Call ``do`` with the log now, or as soon as it is open."""
        if self._log is not None:
            do(self._log)
            return

        def once() -> None:
            self.ready.disconnect(once)
            do(self.log)

        self.ready.connect(once)

    def keep_in(self, settings: QSettings) -> None:
        """Take the place where this computer's choices are kept."""
        self._kept = settings

    def keep(self, key: str, value: str) -> None:
        """Keep how something is looked at on this computer; it is no part of the log."""
        if self._kept is not None:
            self._kept.setValue(key, value)

    def kept(self, key: str) -> str:
        """Return what was kept under ``key``, empty where nothing was."""
        return "" if self._kept is None else str(self._kept.value(key, ""))

    def go(self, destination: Destination) -> None:
        """Ask the window for another page."""
        self.destination_wanted.emit(destination)

    def ask_for(self, action: str) -> None:
        """Ask the window for one of its menu actions, by its id ('import', 'rate_back')."""
        self.action_wanted.emit(action)

    def say(self, sentence: str) -> None:
        """Show a short sentence in the status line."""
        self.said.emit(sentence)
