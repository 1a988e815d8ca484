"""The first step: how weights and weeks are shown, where the log is, what there is already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.training.vocabulary import Unit
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.setting_rows import SettingRow, ToggleRow
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

SUNDAY = 7
"""As an ISO weekday."""


class UnitsStep(QWidget):
    """Unit and first day of the week are set as people here have them."""

    def __init__(self, database: Path) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(4))
        column.addWidget(Text(_("Welcome. Three short steps."), Role.TITLE))
        about = _(
            "LegLog is a log book for leg and back training: what you did, and how your back felt "
            "before, during and after. It takes about a minute per workout."
        )
        column.addWidget(Text(about, tone="muted", wrap=True))
        column.addSpacing(current_theme().px(8))
        for row in self._rows(database):
            column.addWidget(row)
        column.addStretch()

    @property
    def unit(self) -> Unit:
        """In which weights shall be shown."""
        return Unit(self.units.value)

    @property
    def week_starts_on(self) -> int:
        """The ISO weekday on which weeks shall begin."""
        return int(self.week.value)

    @property
    def wants_import(self) -> bool:
        """Whether old data shall be imported after the last step."""
        return self.old_data.is_on

    def focus_first(self) -> None:
        """Begin with the unit."""
        self.units.setFocus()

    def _rows(self, database: Path) -> tuple[SettingRow, ...]:
        self.units = SegmentedControl(
            [(Unit.KG.value, "kg"), (Unit.LB.value, "lb")], usual_unit().value, name=_("Weights in")
        )
        self.week = SegmentedControl(
            [("1", _("Monday")), (str(SUNDAY), _("Sunday"))],
            str(usual_week_start()),
            name=_("Week starts on"),
        )
        stays = _("One file on this computer. No account, nothing is sent anywhere.")
        self.old_data = ToggleRow(
            _("Have old data?"),
            _("Import from Strong, Hevy or FitNotes after step 3. You see a preview first."),
        )
        self.look_around = Button(_("&Look around"))
        caption = _(
            "A made-up year opens in a second window, in a folder of its own. "
            "Nothing of it gets into your log, and Settings removes it."
        )
        return (
            SettingRow(_("Weights in"), _("You can switch at any time."), self.units),
            SettingRow(
                _("Week starts on"), _("For Today, the calendar and the charts."), self.week
            ),
            SettingRow(_("Where your data is"), f"{stays}\n{database}"),
            self.old_data,
            SettingRow(_("Look around with a made-up year first"), caption, self.look_around),
        )


def usual_unit() -> Unit:
    """Return the unit for weights where this computer is: pounds in the United States alone."""
    imperial = QLocale.MeasurementSystem.ImperialUSSystem
    return Unit.LB if QLocale().measurementSystem() is imperial else Unit.KG


def usual_week_start() -> int:
    """Return the first day of the week here: Sunday, or Monday for all others."""
    return SUNDAY if localized.first_weekday() + 1 == SUNDAY else 1
