"""Shows what a complete export of another LegLog would add and renew here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.banner import Banner
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from leglog.services.merging import MergePreview

WIDTH = 560
_RIGHT = Qt.AlignmentFlag.AlignRight


class MergeSheet(Sheet):
    """A row for each kind of thing, with how many are new, newer there, and kept as here."""

    merge_wanted = Signal()

    def __init__(self, name: str, preview: MergePreview, parent: QWidget | None = None) -> None:
        super().__init__(_("Merge another log"), name, width=WIDTH, parent=parent)
        if preview.into_empty:
            words = _("Nobody has used this LegLog yet: it takes over everything as it is.")
        else:
            words = _("Of two versions the one changed later counts. Nothing is removed.")
        self.body.addWidget(Banner(_("Trial run."), words))
        grid = QGridLayout()
        grid.setHorizontalSpacing(current_theme().px(16))
        grid.setColumnStretch(0, 1)
        titles = ("", _("New"), _("Newer in the file"), _("Kept as here"))
        for column, title in enumerate(titles):
            grid.addWidget(Text(title, Role.CAPTION, "muted"), 0, column, _RIGHT)
        row = 0
        for table, counts in preview.counts.items():
            figures = (counts.added, counts.renewed, counts.kept + counts.left_out)
            if any(figures) and table in _kinds():
                row += 1
                grid.addWidget(Text(_kinds()[table]), row, 0)
                for column, figure in enumerate(figures, start=1):
                    grid.addWidget(Text(localized.number(figure)), row, column, _RIGHT)
        self.body.addLayout(grid)
        self.body.addStretch()
        reason = "" if preview.changes else _("Everything in this file is here already.")
        self.add_to_foot(Text(reason, Role.CAPTION, "muted"))
        self.add_button(_("Cancel"), self.reject)
        self.go = self.add_button(
            _("&Merge"), self.merge_wanted.emit, kind=Kind.PRIMARY, default=True
        )
        self.go.setEnabled(bool(preview.changes))


def _kinds() -> dict[str, str]:
    return {
        "workout": _("Workouts"),
        "pain_rating": _("Back ratings"),
        "routine": _("Routines"),
        "programme": _("Programmes"),
        "exercise": _("Exercises"),
        "planned_workout": _("Planned days"),
        "check_in": _("Check-ins"),
        "period": _("Marked days"),
        "daily_task": _("Daily tasks"),
        "task_rating": _("Task ratings"),
        "peg_rating": _("Answers to questions"),
        "preference": _("Settings"),
    }
