"""The banner for a workout that was left before it was finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from leglog.i18n import _, ngettext
from leglog.ui import localized
from leglog.ui.widgets.banner import Banner
from leglog.ui.widgets.button import Kind

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from leglog.services.today import OpenWorkout


class UnfinishedBanner(Banner):
    """Says which workout is open and how far it came; hidden where there is none."""

    resume_wanted = Signal(int)
    finish_wanted = Signal(int)
    discard_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="warning", icon="today", parent=parent)
        self._workout: OpenWorkout | None = None
        resume = self.add_action(_("Resume"), self._resume)
        self.add_action(_("Finish as it is"), self._finish, Kind.LINK)
        self.add_action(_("Discard"), self._discard, Kind.QUIET)
        self.setFocusProxy(resume)

    def show_workout(self, workout: OpenWorkout | None, today: dt.date) -> None:
        """Show ``workout``, or nothing."""
        self._workout = workout
        self.setVisible(workout is not None)
        if workout is None:
            return
        lead = _("Today’s workout is not finished.")
        if workout.day != today:
            weekday = localized.weekday(workout.day.weekday(), short=False)
            lead = _("{weekday}’s workout is not finished.").format(weekday=weekday)
        when = localized.day_of_month(workout.day)
        if workout.started_at is not None:
            when = f"{when} {localized.time_of_day(workout.started_at)}"
        done, held = workout.set_count
        text = ngettext(
            "{title}, {when} · {done} of {count} set logged. Nothing is lost.",
            "{title}, {when} · {done} of {count} sets logged. Nothing is lost.",
            held,
        )
        text = text.format(title=workout.title, when=when, done=done, count=held)
        self.show_message(lead, text, kind="warning", icon="today")

    def _resume(self) -> None:
        if self._workout is not None:
            self.resume_wanted.emit(self._workout.id)

    def _finish(self) -> None:
        if self._workout is not None:
            self.finish_wanted.emit(self._workout.id)

    def _discard(self) -> None:
        if self._workout is not None:
            self.discard_wanted.emit(self._workout.id)
