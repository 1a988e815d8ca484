"""Chips for the days of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.theme import current_theme
from leglog.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from collections.abc import Iterable


class WeekdayChips(QWidget):
    """Seven chips; any of them may be chosen. Days are ISO weekdays (Monday is 1)."""

    days_chosen = Signal(object)
    """The person changed the choice: a frozenset of days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Planned weekdays"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().px(4))
        self.chips = [
            Chip(localized.weekday(day), name=localized.weekday(day, short=False))
            for day in range(7)
        ]
        for chip in self.chips:
            row.addWidget(chip)
            chip.clicked.connect(lambda _on: self.days_chosen.emit(self.days))

    @property
    def days(self) -> frozenset[int]:
        """The chosen days."""
        return frozenset(day for day, chip in enumerate(self.chips, start=1) if chip.isChecked())

    def show_days(self, days: Iterable[int]) -> None:
        """Choose these days; nobody is told."""
        wanted = frozenset(days)
        for day, chip in enumerate(self.chips, start=1):
            chip.setChecked(day in wanted)
