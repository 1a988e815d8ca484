"""The second step: a routine to start with, and its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui.routines.templates import CARD_PX, TemplateCard
from leglog.ui.routines.weekdays import WeekdayChips
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.frames import ScrollPage
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.routine_templates import TemplateView

SPREAD = {1: (1,), 2: (1, 4), 3: (1, 3, 5)}
"""ISO weekdays with a day of rest between them, by how often a week."""


class RoutineStep(QWidget):
    """Cards of the templates that are whole workouts; nothing is chosen until somebody does."""

    def __init__(self, templates: Sequence[TemplateView]) -> None:
        super().__init__()
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(Text(_("Choose a routine to start with"), Role.TITLE))
        later = _("You can change every exercise later, or build your own.")
        column.addWidget(Text(later, tone="muted", wrap=True))
        column.addSpacing(theme.px(6))
        whole = [template for template in templates if template.is_whole]
        self.cards = [
            TemplateCard(one) for one in sorted(whole, key=lambda one: one.level != "beginner")
        ]
        self._often = {one.id: one.times_a_week[0] for one in whole}
        column.addWidget(self._build_cards(), 1)
        column.addSpacing(theme.px(6))
        column.addLayout(self._build_days())

    @property
    def template_id(self) -> str | None:
        """The chosen template, or None."""
        card = self._group.checkedButton()
        return card.template_id if isinstance(card, TemplateCard) else None

    @property
    def weekdays(self) -> frozenset[int]:
        """The ISO weekdays chosen for it; none without a routine."""
        return self.days.days if self.template_id is not None else frozenset()

    def clear(self) -> None:
        """Choose nothing."""
        self._group.setExclusive(False)
        for card in self.cards:
            card.setChecked(False)
        self._group.setExclusive(True)
        self._show_days()

    def focus_first(self) -> None:
        """Begin with the chosen card, or with the first."""
        (self._group.checkedButton() or self.cards[0]).setFocus()

    def _build_cards(self) -> ScrollPage:
        theme = current_theme()
        scroll = ScrollPage(margin=0)
        grid = QGridLayout()
        grid.setSpacing(theme.px(12))
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(lambda _card, _on: self._show_days())
        for number, card in enumerate(self.cards):
            self._group.addButton(card)
            grid.addWidget(card, number // 2, number % 2)
            # The style sheet's height for radio buttons goes before the cards' own hint.
            grid.setRowMinimumHeight(number // 2, theme.px(CARD_PX))
        scroll.body.addLayout(grid)
        scroll.body.setContentsMargins(2, 2, theme.px(10), 2)
        return scroll

    def _build_days(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(8))
        row.addWidget(Text(_("Training days"), Role.STRONG))
        self.days = WeekdayChips()
        self._about_days = Text("", tone="muted", wrap=True)
        row.addWidget(self.days)
        row.addWidget(self._about_days, 1)
        self._show_days()
        return row

    def _show_days(self) -> None:
        """Propose days for the chosen routine; without one there are none to choose."""
        if not hasattr(self, "days"):
            return
        chosen = self.template_id
        self.days.setEnabled(chosen is not None)
        often = min(self._often.get(chosen, 0), max(SPREAD)) if chosen is not None else 0
        self.days.show_days(SPREAD.get(often, ()))
        self._about_days.setText(
            _("A rest day in between is a good habit.") if often else _("Choose a routine first.")
        )
