"""Taking the log out: as what, and where to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QRadioButton, QWidget

from leglog.i18n import _, ngettext
from leglog.services.exporting import ExportFormat, ExportResult, export_log
from leglog.ui import localized, tasks
from leglog.ui.errors import show_error
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from leglog.ui.desk import Desk

WIDTH = 560
_ENDS = {
    ExportFormat.CSV: ("csv", "CSV"),
    ExportFormat.STRONG: ("csv", "CSV"),
    ExportFormat.JSON: ("json", "JSON"),
    ExportFormat.SQLITE: ("db", "SQLite"),
}
"""How the name of the file ends, and what the dialog for it calls the kind."""


class ExportSheet(Sheet):
    """Four ways out, each with what it is for."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("Export all data"), width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._window = desk, parent
        self._group = QButtonGroup(self)
        self.choices: dict[ExportFormat, QRadioButton] = {}
        for format_, title, caption in _ways():
            choice = QRadioButton(title)
            choice.setAccessibleDescription(caption)
            self._group.addButton(choice)
            self.choices[format_] = choice
            self.body.addWidget(choice)
            words = Text(caption, Role.CAPTION, "muted", wrap=True)
            words.setContentsMargins(current_theme().px(26), 0, 0, current_theme().px(6))
            self.body.addWidget(words)
        self.choices[ExportFormat.CSV].setChecked(True)
        self.body.setSpacing(current_theme().px(2))
        self.add_to_foot(Text(_("The file stays on this computer."), Role.CAPTION, "muted"))
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("&Export…"), self._choose_place, kind=Kind.PRIMARY, default=True)

    @property
    def chosen(self) -> ExportFormat:
        """The way that is chosen."""
        return next(format_ for format_, choice in self.choices.items() if choice.isChecked())

    def _choose_place(self) -> None:
        format_ = self.chosen
        end, kind = _ENDS[format_]
        day = dt.datetime.now().astimezone().date().isoformat()
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Export all data"), f"leglog-{day}.{end}", f"{kind} (*.{end})"
        )
        if not name:
            return
        log, desk, window, path = self._desk.log, self._desk, self._window, Path(name)
        self.accept()
        tasks.run(
            lambda _progress: export_log(log, path, format_),
            lambda result: desk.say(_told(result)),
            lambda error: show_error(window, error),
            parent=window,
        )


def _ways() -> tuple[tuple[ExportFormat, str, str], ...]:
    return (
        (
            ExportFormat.CSV,
            _("&Spreadsheet (CSV)"),
            _("Every set, back rating and check-in as a row. Opens in Excel and LibreOffice."),
        ),
        (
            ExportFormat.STRONG,
            _("S&trong’s layout (CSV)"),
            _("Sets for other training apps, which nearly all read it. Weights in kilograms."),
        ),
        (
            ExportFormat.JSON,
            _("E&verything (JSON)"),
            _(
                "Also routines, plans and settings. Another LegLog reads it, or merges it with "
                "what it has: this keeps two computers together."
            ),
        ),
        (
            ExportFormat.SQLITE,
            _("The &log itself (SQLite)"),
            _("One file that any SQLite program opens. Restore goes back to it."),
        ),
    )


def _told(result: ExportResult) -> str:
    return ngettext(
        "{count} workout is in {name} ({size} KB).",
        "{count} workouts are in {name} ({size} KB).",
        result.workouts,
    ).format(
        count=result.workouts,
        name=result.path.name,
        size=localized.number(max(1, result.size // 1000)),
    )
