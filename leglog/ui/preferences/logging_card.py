"""Settings of logging: how a workout opens, the rest, effort and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from leglog.i18n import _
from leglog.settings import AskRpe, LogMode
from leglog.ui.preferences.card import SettingsCard
from leglog.ui.preferences.general import offer_steps
from leglog.ui.widgets.fields import ComboBox
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.setting_rows import ToggleRow

if TYPE_CHECKING:
    from leglog.services.preferences import Preferences
    from leglog.ui.desk import Desk


class LoggingCard(SettingsCard):
    """What holds while a workout is logged."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Logging"))
        self._mode = SegmentedControl(
            [(LogMode.AFTER.value, _("After training")), (LogMode.LIVE.value, _("Live"))],
            name=_("Start in"),
        )
        self._mode.chosen.connect(lambda value: self.change("log_mode", value))
        caption = _("Live starts a rest after each set; you can switch in every workout.")
        self.add_row(_("Start in"), caption, self._mode)
        self._tone = ToggleRow(
            _("Rest timer sound"),
            _("Your computer’s alert sound when the rest is over, only in Live."),
        )
        self._tone.toggled.connect(lambda on: self.change("rest_tone", on))
        self.add(self._tone)
        self._rpe = ComboBox(
            [
                (AskRpe.NEVER.value, _("Never")),
                (AskRpe.LAST.value, _("Last set only")),
                (AskRpe.EVERY.value, _("Every set")),
            ],
            name=_("Ask for RPE"),
        )
        self._rpe.chosen.connect(lambda value: self.change("ask_rpe", value))
        caption = _("How hard a set felt, 1–10: 10 means that no rep was left.")
        self.add_row(_("Ask for RPE"), caption, self._rpe)
        self._add_steps()

    def renew(self, chosen: Preferences) -> None:
        """Show the preferences as they are."""
        self._mode.set_value(chosen.log_mode.value)
        with QSignalBlocker(self._tone):
            self._tone.set_on(chosen.rest_tone)
        self._rpe.set_value(chosen.ask_rpe.value)
        offer_steps(self._dumbbells, chosen.unit, chosen.dumbbell_step_g)
        offer_steps(self._stacks, chosen.unit, chosen.stack_step_g)

    def _add_steps(self) -> None:
        self._dumbbells = ComboBox(name=_("Step of dumbbells"))
        self._dumbbells.chosen.connect(lambda step: self.change("dumbbell_step_g", int(step)))
        self._stacks = ComboBox(name=_("Step of machines"))
        self._stacks.chosen.connect(lambda step: self.change("stack_step_g", int(step)))
        caption = _("From one dumbbell or kettlebell to the next.")
        self.add_row(_("Step of dumbbells"), caption, self._dumbbells)
        caption = _("From one plate of a stack to the next.")
        self.add_row(_("Step of machines"), caption, self._stacks)
