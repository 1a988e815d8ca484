"""A row of figures, each with its name and what it compares to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.text import Line, Text

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure: a name above (may be empty), the figure with its unit, a line below."""

    label: str
    figure: str
    caption: str = ""
    tone: str = "normal"
    """The tone of the figure; see ``Text``."""
    role: Role = Role.HEADLINE


class FactStrip(QWidget):
    """Facts side by side, with hairlines between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(16))

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show ``facts`` instead of what was there."""
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, fact in enumerate(facts):
            if number:
                self._row.addWidget(Line(upright=True))
            self._row.addWidget(_FactCell(fact), 1)


class _FactCell(QWidget):
    def __init__(self, fact: Fact) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(1))
        if fact.label:
            column.addWidget(Text(fact.label, Role.CAPTION, "muted", wrap=True))
        column.addWidget(Text(fact.figure, fact.role, fact.tone, wrap=fact.role is not Role.FIGURE))
        if fact.caption:
            column.addWidget(Text(fact.caption, Role.CAPTION, "muted", wrap=True))
        column.addStretch()
        self.setAccessibleName(" ".join(filter(None, (fact.label, fact.figure, fact.caption))))
