"""Reminds the person while the program runs: what is kept of it, and the one timer behind it."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from leglog.i18n import _
from leglog.services.reminders import reminder_day
from leglog.training.reminders import (
    LATE,
    Reminder,
    ReminderDay,
    came_last,
    is_time,
    is_wanted,
    until_next,
)
from leglog.ui import localized
from leglog.ui.desk import Destination, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import SignalInstance

    from leglog.ui.desk import Desk

LOOK_AGAIN = dt.timedelta(minutes=15)
"""A timer stands still while the computer sleeps, so none waits longer than this."""
TRAY_COMES = dt.timedelta(seconds=30)
"""Who starts with the computer may be there before its tray, and Qt asks for that only once."""
USUAL_TIMES: Mapping[Reminder, dt.time] = MappingProxyType(
    {
        Reminder.MORNING: dt.time(8, 30),
        Reminder.WORKOUT: dt.time(16, 45),
    }
)
_PLACES: Mapping[Reminder, Place] = MappingProxyType(
    {
        Reminder.MORNING: Place.TODAY,
        Reminder.WORKOUT: Place.TODAY,
        Reminder.REVIEW: Place.MONTH,
    }
)
ON = "on"


class Notifier(Protocol):
    """What shows a reminder; ``ui.notifications`` on a real desktop."""

    @property
    def clicked(self) -> SignalInstance:
        """The person went to what was shown last."""

    @property
    def are_possible(self) -> bool:
        """Whether anything would be seen."""

    def show(self, title: str, text: str) -> None:
        """Show a title and a line below it."""


def is_on(desk: Desk, reminder: Reminder) -> bool:
    """Say whether the person wants this reminder on this computer."""
    return desk.kept(f"reminders/{reminder}") == ON


def time_of(desk: Desk, reminder: Reminder) -> dt.time:
    """Return the time of a reminder; that of the review is the morning's."""
    of = Reminder.MORNING if reminder is Reminder.REVIEW else reminder
    try:
        return dt.time.fromisoformat(desk.kept(f"reminders/{of}_at"))
    except ValueError:
        return USUAL_TIMES[of]


def keep_on(desk: Desk, reminder: Reminder, *, on: bool) -> None:
    """Turn a reminder on or off on this computer."""
    desk.keep(f"reminders/{reminder}", ON if on else "")
    desk.ask_for("reminders")


def keep_time(desk: Desk, reminder: Reminder, at: dt.time) -> None:
    """Choose the time of a reminder on this computer."""
    desk.keep(f"reminders/{reminder}_at", at.isoformat("minutes"))
    desk.ask_for("reminders")


class Reminders(QObject):
    """Waits for the next time, looks at the log then, and tells one thing at a time.

    With no reminder on it has no timer running. What was due before it began is not told any
    more, since the window shows it; only one that began minimised catches up.
    """

    def __init__(
        self,
        desk: Desk,
        notifier: Notifier,
        now: Callable[[], dt.datetime],
        *,
        catches_up: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._notifier, self._now = desk, notifier, now
        self._catches_up = catches_up
        self._since = now() - LATE if catches_up else now()
        self._shown: Reminder | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        notifier.clicked.connect(self._go)

    @property
    def waits_ms(self) -> int | None:
        """How long the timer was set to wait, None while there is nothing to wait for."""
        return self._timer.interval() if self._timer.isActive() else None

    def begin(self) -> None:
        """Wait for the first time."""
        self._wait(TRAY_COMES if self._catches_up else LOOK_AGAIN)

    def look(self) -> None:
        """Tell the first thing that is due and still open, then wait for the next time."""
        due = [one for one in self._on() if self._is_time(one)]
        if due and self._notifier.are_possible:
            day = reminder_day(self._desk.database, self._now())
            if day is not None:
                self._tell_first(due, day)
        self._wait()

    def begin_anew(self) -> None:
        """Follow what was changed in the settings; a time that is over today waits for tomorrow."""
        self._since = self._now()
        self._wait()

    def _on(self) -> list[Reminder]:
        return [reminder for reminder in Reminder if is_on(self._desk, reminder)]

    def _wait(self, longest: dt.timedelta = LOOK_AGAIN) -> None:
        """Wait for the next time of the clock, or for a while: the computer may sleep."""
        times = [time_of(self._desk, reminder) for reminder in self._on()]
        wait = until_next(times, self._now())
        if wait is None:
            self._timer.stop()
        else:
            self._timer.start(int(min(wait, longest).total_seconds() * 1000) + 1000)

    def _is_time(self, reminder: Reminder) -> bool:
        try:
            told = dt.date.fromisoformat(self._desk.kept(f"reminders/{reminder}_told"))
        except ValueError:
            told = None
        return is_time(time_of(self._desk, reminder), self._now(), self._since, told)

    def _tell_first(self, due: list[Reminder], day: ReminderDay) -> None:
        """Show the first of ``due`` that is open; what follows it waits for the next look."""
        for reminder in due:
            came = came_last(time_of(self._desk, reminder), self._now())
            self._desk.keep(f"reminders/{reminder}_told", came.date().isoformat())
            if is_wanted(reminder, day):
                self._shown = reminder
                self._notifier.show(*_words(reminder, day))
                return

    def _go(self) -> None:
        self._desk.ask_for("show_window")
        if self._shown is not None:
            self._desk.go(Destination(_PLACES[self._shown]))


def _words(reminder: Reminder, day: ReminderDay) -> tuple[str, str]:
    match reminder:
        case Reminder.MORNING:
            return _("How is your back this morning?"), _("One number from 0 to 10 is enough.")
        case Reminder.WORKOUT:
            names = ", ".join(day.planned)
            title = _("Planned for today: {routine}").format(routine=names)
            return title, _("It can also move to another day.")
        case Reminder.REVIEW:
            month = localized.month(day.day - dt.timedelta(days=1))
            title = _("The review of {month} is ready").format(month=month)
            return title, _("Look back at the month, or save it as a PDF.")
