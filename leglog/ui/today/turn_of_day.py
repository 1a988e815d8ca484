"""When the day, or its morning, is over while the program runs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from leglog.training.dates import local_day
from leglog.ui.today.morning import NOON

if TYPE_CHECKING:
    from collections.abc import Callable


class TurnOfDay(QObject):
    """Wakes up once at the next turn, and looks again when the computer wakes up."""

    turned = Signal()

    def __init__(self, now: Callable[[], dt.datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._shown: dt.date | None = None
        self._starts_at_h = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.turned.emit)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.look)

    def wait(self, shown: dt.date, starts_at_h: int) -> None:
        """Wait for the turn after ``shown``; days start at an hour of the clock."""
        self._shown, self._starts_at_h = shown, starts_at_h
        now = self._now()
        times = [
            now.replace(hour=hour, minute=0, second=0, microsecond=0) + dt.timedelta(days=days)
            for days in (0, 1)
            for hour in (starts_at_h, NOON)
        ]
        turn = min(time for time in times if time > now)
        self._timer.start(int((turn - now).total_seconds() * 1000) + 1000)

    def look(self) -> None:
        """Say so where the day has changed while the computer slept."""
        if self._shown is not None and local_day(self._now(), self._starts_at_h) != self._shown:
            self.turned.emit()
