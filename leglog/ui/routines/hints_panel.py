"""The hints on a routine: each with its source, what can be done, and a way to hide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui.routines import hint_words
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.text import IconLabel, Link, Text

if TYPE_CHECKING:
    from leglog.services.routine_reading import RoutineView
    from leglog.training.routine_hints import Hint


class HintsPanel(QWidget):
    """Shows hints below each other; those that were hidden can be shown again."""

    fix_wanted = Signal(object)
    hide_wanted = Signal(str)
    hidden_wanted = Signal()
    """Show the hidden hints again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Text(_("Hints"), Role.EXERCISE))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(10))
        column.addLayout(self._rows)
        self._hidden = Link("")
        self._hidden.linkActivated.connect(lambda _link: self.hidden_wanted.emit())
        column.addWidget(self._hidden)
        self._shown: tuple[Hint, ...] | None = None

    def show_routine(self, view: RoutineView) -> None:
        """Show the hints of ``view``."""
        self.setVisible(bool(view.hints or view.hidden_hints))
        self._hidden.setVisible(bool(view.hidden_hints))
        self._hidden.set_words(_("Show hidden hints ({count})").format(count=view.hidden_hints))
        if view.hints == self._shown:
            return
        self._shown = view.hints
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for hint in view.hints:
            row = HintRow(hint)
            row.fix_wanted.connect(self.fix_wanted)
            row.hide_wanted.connect(self.hide_wanted)
            self._rows.addWidget(row)


class HintRow(QWidget):
    """A hint: a tick where the routine does it already, else what to do about it."""

    fix_wanted = Signal(object)
    hide_wanted = Signal(str)

    def __init__(self, hint: Hint) -> None:
        super().__init__()
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        icon, colour, name = (
            ("check", "success", _("Done")) if hint.holds else ("info", "info", _("Hint"))
        )
        row.addWidget(IconLabel(icon, colour, 16, name), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(hint_words.sentence(hint), wrap=True))
        source = _("Source: {source}").format(source=hint_words.source(hint))
        if hint.holds:
            self.setToolTip(source)
        else:
            column.addWidget(Text(source, Role.CAPTION, "muted", wrap=True))
            column.addLayout(self._links(hint))
        row.addLayout(column, 1)

    def _links(self, hint: Hint) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(10))
        if (fix := hint_words.fix(hint)) is not None:
            link = Link(fix)
            link.linkActivated.connect(lambda _link: self.fix_wanted.emit(hint))
            row.addWidget(link)
        hide = Link(_("Hide this hint"))
        hide.linkActivated.connect(lambda _link: self.hide_wanted.emit(hint.key))
        row.addWidget(hide)
        row.addStretch()
        return row
