"""The line below the head that says which programme runs, and what comes next in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.routines import programme_words as words
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.text import Link, Text

if TYPE_CHECKING:
    import datetime as dt

    from leglog.services.programme_reading import ProgrammeView
    from leglog.training.schedule import NextUp

HEIGHT_PX = 32
LONGEST = 34
"""Characters of a name that have room beside the others."""


class ProgrammeStrip(Panel):
    """Hidden while no programme runs."""

    wanted = Signal()
    """Show the programmes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("footer", parent)
        theme = current_theme()
        self.setAccessibleName(_("Running programme"))
        self.setFixedHeight(theme.px(HEIGHT_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(10))
        self.name = Text("", Role.STRONG)
        self.where = Text("", tone="muted")
        self.next = Text("")
        self._link = Link(_("Programmes…"))
        self._link.linkActivated.connect(lambda _link: self.wanted.emit())
        row.addWidget(self.name)
        row.addWidget(self.where)
        row.addStretch()
        row.addWidget(self.next)
        row.addWidget(self._link)
        self.hide()

    def show_programme(
        self, view: ProgrammeView | None, following: NextUp | None, today: dt.date
    ) -> None:
        """Show the running programme, or nothing."""
        self.setVisible(view is not None)
        if view is None:
            return
        self.name.setText(_short(view.name))
        self.name.setToolTip(view.name)
        self.where.setText(_short(words.where(view, today)))
        said = ""
        if following is not None and view.phase_on(following.day or today) is not None:
            said = _("Next: {routine}").format(routine=_short(following.routine_name))
            if following.day is not None:
                said = f"{said}, {localized.short_day(following.day)}"
        self.next.setText(said)


def _short(name: str) -> str:
    """Keep a long name from pushing the rest out of the line."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
