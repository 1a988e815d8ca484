"""The list of imports that were made; each can be taken back, also weeks later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _, ngettext
from leglog.services.imports import ImportView, imports, undo_import
from leglog.ui import localized
from leglog.ui.errors import show_trouble
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import CheckBox
from leglog.ui.widgets.list_table import ListTable
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.table_model import Column
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from leglog.services.training_log import Change
    from leglog.ui.desk import Desk

WIDTH, HEIGHT = 720, 260


def _columns() -> tuple[Column[ImportView], ...]:
    return (
        Column(_("When"), lambda each: localized.local_moment(each.imported_at)),
        Column(_("File"), lambda each: each.file_name),
        Column(_("From"), lambda each: each.format.capitalize()),
        Column(_("Workouts"), lambda each: localized.number(each.workouts), is_number=True),
        Column(
            _("Changed since"), lambda each: localized.number(len(each.changed)), is_number=True
        ),
    )


class ImportsSheet(Sheet):
    """Del takes the import at the cursor back; Ctrl+Z of the window brings it here again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Imports"), width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.table = self._build_table()
        self._empty = Text(_("Nothing has been imported yet."), tone="muted")
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table, 1)
        self._changed = Text("", Role.CAPTION, "muted", wrap=True)
        self.body.addWidget(self._changed)
        self.with_changed = CheckBox(_("Take workouts that you changed since back &too"))
        self.body.addWidget(self.with_changed)
        self.take_back = self.add_button(_("&Take back"), self.take_back_current, icon="undo")
        self.close_button = self.add_button(
            _("&Close"), self.accept, kind=Kind.PRIMARY, default=True
        )
        desk.changed.connect(self._on_changed)
        self._reload()
        (self.table if self.table.values else self.close_button).setFocus()

    @property
    def current(self) -> ImportView | None:
        """The import at the cursor."""
        return self.table.current

    def take_back_current(self) -> None:
        """Take the import at the cursor back."""
        made = self.current
        if made is None:
            return
        with_changed = self.with_changed.isChecked()
        try:
            count = undo_import(self._desk.log, made.id, with_changed=with_changed)
        except LeglogError as error:
            show_trouble(self, error)
            return
        self._desk.say(
            ngettext(
                "{count} workout was taken back. Ctrl+Z brings it here again.",
                "{count} workouts were taken back. Ctrl+Z brings them here again.",
                count,
            ).format(count=count)
        )

    def _build_table(self) -> ListTable[ImportView]:
        name = _("Imports, the newest first")
        table = ListTable(name, *_columns(), stretched=1, height=HEIGHT)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, current_theme().px(160))
        table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_changed())
        table.on_key("Del", self.take_back_current)
        return table

    def _on_changed(self, change: Change) -> None:
        if change.tables & {"import_batch", "workout", "performed_set"}:
            self._reload()

    def _reload(self) -> None:
        made = imports(self._desk.log)
        self.table.show_rows(made)
        self._empty.setVisible(not made)
        self.table.setVisible(bool(made))
        self.take_back.setEnabled(bool(made))
        self._show_changed()

    def _show_changed(self) -> None:
        """Name the workouts that were changed since, which stay unless chosen."""
        changed = self.current.changed if self.current else ()
        self.with_changed.setVisible(bool(changed))
        self._changed.setVisible(bool(changed))
        named = [f"{localized.day(one.date)} {one.title}" for one in changed[:5]]
        more = len(changed) - len(named)
        if more:
            named.append(ngettext("{count} more", "{count} more", more).format(count=more))
        self._changed.setText(_("Changed since: {names}.").format(names=", ".join(named)))
