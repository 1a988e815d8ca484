"""What may be said beside a rating: where it hurts, what came before, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QWidget

from leglog.i18n import _
from leglog.services.pain import PainDetails
from leglog.training.vocabulary import LegSign, PainRegion, PainSide
from leglog.ui import labels
from leglog.ui.theme import current_theme
from leglog.ui.widgets.chip import Chip
from leglog.ui.widgets.fields import ComboBox, LineEdit
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

TRIGGERS = ("sitting", "lifting", "sleep", "stress")
"""Stored as these keys; words of the person's own are stored as typed."""


class PainDetailsForm(QWidget):
    """Everything in it may stay empty."""

    accepted = Signal()
    """Enter was pressed in a field."""
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said_no_leg = False
        theme = current_theme()
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(theme.px(16))
        self.grid.setVerticalSpacing(theme.px(10))
        self.at_left = Chip(_("Left"), name=_("Where: left"))
        self.centre = Chip(_("Centre"), name=_("Where: centre"))
        self.at_right = Chip(_("Right"), name=_("Where: right"))
        self.leg_left = Chip(_("Into left leg"))
        self.leg_right = Chip(_("Into right leg"))
        where = (self.at_left, self.centre, self.at_right, self.leg_left, self.leg_right)
        self.region = ComboBox(_region_options(), name=_("Height"), small=True)
        self.triggers = {key: Chip(labels.trigger(key)) for key in TRIGGERS}
        self.own_trigger = LineEdit(_("own words"), name=_("Before it, in own words"), small=True)
        self.note = LineEdit(_("optional"), name=_("Note"))
        self._add_row(_("Where"), _line(where))
        self._add_row(_("Height"), _line((self.region,)))
        before = _line(self.triggers.values())
        before.insertWidget(before.count() - 1, self.own_trigger, 1)
        self._add_row(_("Before it"), before)
        self._add_row(_("Note"), self.note)
        self.centre.toggled.connect(self._leave_sides)
        for chip in (self.at_left, self.at_right):
            chip.toggled.connect(self._leave_centre)
        for leg in (self.leg_left, self.leg_right):
            leg.toggled.connect(lambda _on: self.changed.emit())
        for field in (self.note, self.own_trigger):
            field.returnPressed.connect(self.accepted)

    def details(self) -> PainDetails:
        """Return what is said."""
        return PainDetails(
            region=PainRegion(self.region.value) if self.region.value else None,
            side=self._side(),
            leg_sign=self.leg_sign,
            triggers=self._triggers(),
            note=self.note.text(),
        )

    def show_details(self, details: PainDetails) -> None:
        """Show what was said."""
        side, leg = details.side, details.leg_sign
        self.at_left.setChecked(side in (PainSide.LEFT, PainSide.BOTH))
        self.at_right.setChecked(side in (PainSide.RIGHT, PainSide.BOTH))
        self.centre.setChecked(side is PainSide.CENTRE)
        self._said_no_leg = leg is LegSign.NONE
        self.leg_left.setChecked(leg in (LegSign.LEFT, LegSign.BOTH))
        self.leg_right.setChecked(leg in (LegSign.RIGHT, LegSign.BOTH))
        self.region.set_value(details.region.value if details.region else "")
        for key, chip in self.triggers.items():
            chip.setChecked(key in details.triggers)
        own = [each for each in details.triggers if each not in self.triggers]
        self.own_trigger.setText(", ".join(own))
        self.note.setText(details.note)

    @property
    def leg_sign(self) -> LegSign | None:
        """The legs it runs into, None where that is not said."""
        legs = {
            (True, True): LegSign.BOTH,
            (True, False): LegSign.LEFT,
            (False, True): LegSign.RIGHT,
        }
        nothing = LegSign.NONE if self._said_no_leg else None
        return legs.get((self.leg_left.isChecked(), self.leg_right.isChecked()), nothing)

    def _add_row(self, words: str, content: QWidget | QLayout) -> None:
        row = self.grid.rowCount()
        self.grid.addWidget(Text(words, tone="muted"), row, 0)
        if isinstance(content, QWidget):
            self.grid.addWidget(content, row, 1)
        else:
            self.grid.addLayout(content, row, 1)

    def _side(self) -> PainSide | None:
        if self.centre.isChecked():
            return PainSide.CENTRE
        sides = {
            (True, True): PainSide.BOTH,
            (True, False): PainSide.LEFT,
            (False, True): PainSide.RIGHT,
        }
        return sides.get((self.at_left.isChecked(), self.at_right.isChecked()))

    def _triggers(self) -> tuple[str, ...]:
        chosen = [key for key, chip in self.triggers.items() if chip.isChecked()]
        own = (each.strip() for each in self.own_trigger.text().split(","))
        return (*chosen, *(each for each in own if each))

    def _leave_sides(self, centre: bool) -> None:
        if centre:
            self.at_left.setChecked(False)
            self.at_right.setChecked(False)

    def _leave_centre(self, side: bool) -> None:
        if side:
            self.centre.setChecked(False)


def _region_options() -> list[tuple[str, str]]:
    regions = [(region.value, labels.pain_region(region)) for region in PainRegion]
    return [("", _("not said")), *regions]


def _line(widgets: Iterable[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current_theme().px(6))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row
