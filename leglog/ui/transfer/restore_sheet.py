"""The dialog for going back to a backup: which there are, and what would change."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from leglog.i18n import _, inside_sentence, ngettext
from leglog.training.vocabulary import Moment
from leglog.ui import labels, localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.transfer.backup_table import BackupTable, moment_words
from leglog.ui.widgets.banner import Banner
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import IconLabel, Line, Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from leglog.services.backup_file import LogFigures
    from leglog.services.restoring import BackupView, Difference, RestorePreview

WIDTH = 758


class RestoreSheet(Sheet):
    """Shows the backups; the flow that opened it reads and restores."""

    file_chosen = Signal(object)
    """The Path of a backup that was chosen."""
    other_wanted = Signal()
    """The person wants to choose a file that is not in the list."""
    restore_wanted = Signal()
    undo_wanted = Signal()
    """The person wants back what was there before the restore."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Restore from backup"), width=WIDTH, parent=parent)
        self._done = Banner()
        self._done.hide()
        self.body.addWidget(self._done)
        self.table = BackupTable()
        self.table.setMinimumHeight(current_theme().px(6 * 34))
        self.table.chosen.connect(self._on_row)
        self.body.addWidget(self.table, 1)
        self._empty = Text(_("There are no backups yet."), tone="muted")
        self.body.addWidget(self._empty)
        self.body.addLayout(self._other_row())
        self.changes = ChangesCard()
        self.body.addWidget(self.changes)
        self.body.addLayout(_promise())
        self._stay = self.add_button(_("Cancel"), self.reject)
        self._restore = self.add_button(
            _("&Restore"), self.restore_wanted.emit, kind=Kind.PRIMARY, default=True
        )
        self._restore.setEnabled(False)

    def show_backups(self, views: Sequence[BackupView]) -> None:
        """Show which backups there are and choose the newest whole one."""
        self.table.backups.show_rows(views)
        self._empty.setVisible(not views)
        self.table.setVisible(bool(views))
        whole = (row for row, view in enumerate(views) if view.figures is not None)
        self.table.selectRow(next(whole, 0))
        rows = min(max(len(views), 3), 8) + 1
        height = current_theme().px(rows * 34 + 4)
        self.table.setMinimumHeight(min(height, self.table.minimumHeight()))
        self.table.setMaximumHeight(height)
        self.table.setFocus()

    def show_preview(self, name: str, preview: RestorePreview) -> None:
        """Say what restoring the chosen backup would change."""
        self.changes.show_preview(name, preview)
        self._restore.setEnabled(True)
        self._restore.setText(_("&Restore {name}").format(name=name.replace("&", "&&")))

    def show_refused(self, sentence: str) -> None:
        """Say why the chosen file cannot be restored."""
        self.changes.show_sentence(sentence, "danger")
        self._restore.setEnabled(False)
        self._restore.setText(_("&Restore"))

    def show_reading(self) -> None:
        """Wait for what a backup holds."""
        self.changes.show_sentence(_("Reading the backup…"), "muted")
        self._restore.setEnabled(False)

    def show_restored(self, name: str) -> None:
        """Say that it was done, and offer the way back."""
        self._done.show_message(
            _("Restored {name}.").format(name=name), _("What was here before is kept as a backup.")
        )
        self._done.clear_actions()
        self._done.add_action(_("&Undo the restore"), self.undo_wanted.emit)
        self._done.show()
        self._stay.setText(_("Close"))

    def _on_row(self, row: int) -> None:
        self.file_chosen.emit(self.table.backups.rows[row].backup.path)

    def _other_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(8))
        other = Button(_("&Choose another file…"), icon="folder")
        other.clicked.connect(self.other_wanted)
        row.addWidget(other)
        row.addWidget(Text(_(".leglog backup or .db file"), Role.CAPTION, "muted"))
        row.addStretch()
        return row


class ChangesCard(Card):
    """What is here now beside what would be here then, and what would be lost."""

    def __init__(self) -> None:
        super().__init__(_("What changes"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(current_theme().px(16))
        self._grid.setColumnStretch(4, 1)
        self._grid.setColumnMinimumWidth(0, current_theme().px(110))
        self.body.addLayout(self._grid)
        row = QHBoxLayout()
        self._icon = IconLabel("warning", "warning", 16)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._sentence = Text("", wrap=True)
        row.addWidget(self._sentence, 1)
        self.body.addLayout(row)
        self.show_sentence(_("Choose a backup above."), "muted")

    @property
    def sentence(self) -> str:
        """What is said about the chosen backup."""
        return self._sentence.text()

    def show_sentence(self, sentence: str, tone: str) -> None:
        """Say something instead of figures."""
        self._clear()
        self._say(sentence, tone)

    def show_preview(self, name: str, preview: RestorePreview) -> None:
        """Show the figures of both, and what would no longer be here."""
        self._clear()
        titles = ("", _("Workouts"), _("Sets"), _("Back ratings"), _("Newest entry"))
        for column, title in enumerate(titles):
            self._grid.addWidget(Text(title, Role.CAPTION, "muted"), 0, column, _side(column))
        self._add_row(1, _("Now"), preview.now, Role.BODY)
        self._add_row(3, _("After restore"), preview.then, Role.STRONG)
        lost = lost_words(name, preview.lost)
        if lost:
            self._say(lost, "warning")
        elif preview.regained.is_none:
            self._say(_("Nothing that is counted here would change."), "muted")
        else:
            self._say(_("Nothing that is here now would be lost."), "muted")

    def _add_row(self, row: int, name: str, figures: LogFigures, role: Role) -> None:
        self._grid.addWidget(Line(), row, 0, 1, 5)
        cells = (
            name,
            localized.number(figures.workouts),
            localized.number(figures.sets),
            localized.number(figures.ratings),
            newest_words(figures),
        )
        for column, cell in enumerate(cells):
            shown = Role.BODY if column == 4 else role
            self._grid.addWidget(Text(cell, shown), row + 1, column, _side(column))

    def _say(self, sentence: str, tone: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.set_tone(tone)
        self._icon.setVisible(tone in ("warning", "danger"))
        if self._icon.isVisibleTo(self):
            self._icon.set_icon("warning", tone)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def lost_words(name: str, lost: Difference) -> str:
    """Return what would no longer be here, or an empty text."""
    parts = []
    if lost.workouts:
        sets = ngettext("{count} set", "{count} sets", lost.sets).format(count=lost.sets)
        workouts = ngettext("{count} workout", "{count} workouts", lost.workouts)
        parts.append(f"{workouts.format(count=lost.workouts)} ({sets})")
    elif lost.sets:
        parts.append(ngettext("{count} set", "{count} sets", lost.sets).format(count=lost.sets))
    if lost.ratings:
        words = ngettext("{count} back rating", "{count} back ratings", lost.ratings)
        parts.append(words.format(count=lost.ratings))
    if lost.routines:
        words = ngettext("{count} routine", "{count} routines", lost.routines)
        parts.append(words.format(count=lost.routines))
    if not parts:
        return ""
    *first, last = parts
    what = _("{first} and {last}").format(first=", ".join(first), last=last) if first else last
    return _("{what} entered after {name} would not be in LegLog any more.").format(
        what=what, name=name
    )


def newest_words(figures: LogFigures) -> str:
    """Return when the newest entry was made, and what it is."""
    if figures.newest_at is None:
        return "–"
    try:
        moment = dt.datetime.fromisoformat(figures.newest_at)
    except ValueError:
        return figures.newest_at
    has_time = len(figures.newest_at) > len("2026-01-01")
    when = moment_words(moment.astimezone()) if has_time else localized.day(moment.date())
    if figures.newest_kind == "workout":
        what = _("workout")
    elif figures.newest_kind in list(Moment):
        what = _("{moment} rating").format(
            moment=inside_sentence(labels.moment(Moment(figures.newest_kind)))
        )
    else:
        what = ""
    return f"{when}, {what}" if what else when


def name_of(path: Path, views: Sequence[BackupView]) -> str:
    """Return what a backup is called in sentences: its moment, or the file's name."""
    found = (view.backup for view in views if view.backup.path == path)
    backup = next(found, None)
    return path.name if backup is None else moment_words(backup.made_at)


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column in (1, 2, 3) else Qt.AlignmentFlag.AlignLeft


def _promise() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current_theme().px(8))
    row.addWidget(IconLabel("backup", "text", 16))
    words = _(
        "Before restoring, LegLog saves a copy of what you have now. "
        "You can undo the restore from this window."
    )
    row.addWidget(Text(words, wrap=True), 1)
    return row
