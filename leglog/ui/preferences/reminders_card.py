"""Settings of reminders: of what, when, and whether the program starts with the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from leglog.i18n import _
from leglog.training.reminders import Reminder
from leglog.ui.autostart import autostart_of
from leglog.ui.notifications import Notifications
from leglog.ui.preferences.card import SettingsCard
from leglog.ui.reminders import is_on, keep_on, keep_time, time_of
from leglog.ui.widgets.fields import TimeField
from leglog.ui.widgets.setting_rows import ToggleRow

if TYPE_CHECKING:
    from leglog.services.preferences import Preferences
    from leglog.ui.desk import Desk


class RemindersCard(SettingsCard):
    """Reminders belong to this computer; where its desktop shows none, the card says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Reminders"))
        self._notifications = Notifications(self)
        self._about = self.add_text(" ", "muted")
        self._rows: dict[Reminder, ToggleRow] = {}
        self._times: dict[Reminder, TimeField] = {}
        morning = self._add_time(Reminder.MORNING, _("Time of the morning back check"))
        caption = _("If you have not rated by then.")
        self._add_reminder(Reminder.MORNING, _("Morning back check"), caption, morning)
        training = self._add_time(Reminder.WORKOUT, _("Time on training days"))
        caption = _("On planned days only, and not in a flare-up.")
        self._add_reminder(Reminder.WORKOUT, _("Training day"), caption, training)
        caption = _("On the first day of the month, at the time of the morning.")
        self._add_reminder(Reminder.REVIEW, _("Monthly review"), caption)
        self._start: ToggleRow | None = None
        self._autostart = autostart_of(desk.database)
        if self._autostart is not None:
            caption = _("Minimised. LegLog reminds you only while it is open.")
            self._start = ToggleRow(_("Start with the computer"), caption)
            self._start.toggled.connect(self._switch_start)
            self.add(self._start)

    def renew(self, chosen: Preferences) -> None:
        """Show what was chosen on this computer."""
        possible = self._notifications.are_possible
        self._about.setText(
            _("Quiet notifications of this computer, only while LegLog is open.")
            if possible
            else _("This desktop shows no notifications, so LegLog cannot remind you here.")
        )
        for reminder, row in self._rows.items():
            with QSignalBlocker(row):
                row.set_on(is_on(self._desk, reminder))
            row.setEnabled(possible)
        for reminder, field in self._times.items():
            with QSignalBlocker(field):
                field.set_time_of_day(time_of(self._desk, reminder))
        if self._start is not None and self._autostart is not None:
            with QSignalBlocker(self._start):
                self._start.set_on(self._autostart.is_on)

    def _add_time(self, reminder: Reminder, name: str) -> TimeField:
        field = self._times[reminder] = TimeField(name)
        field.timeChanged.connect(lambda _time: keep_time(self._desk, reminder, field.time_of_day))
        return field

    def _add_reminder(
        self, reminder: Reminder, title: str, caption: str, *fields: TimeField
    ) -> None:
        row = self._rows[reminder] = ToggleRow(title, caption, *fields)
        row.toggled.connect(lambda on: keep_on(self._desk, reminder, on=on))
        self.add(row)

    def _switch_start(self, on: bool) -> None:
        try:
            if self._autostart is not None:
                self._autostart.switch(on=on)
        except OSError:
            self._desk.say(_("This computer does not let LegLog change what starts with it."))
