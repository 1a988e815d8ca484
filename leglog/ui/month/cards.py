"""Cards of the review: tables in rows of words, the note for the physio, notes to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.fields import CheckBox
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.text import Text
from leglog.ui.widgets.word_grid import WordGrid

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from leglog.services.workouts_reviewed import ReviewedWorkout
    from leglog.ui.desk import Desk

WRITE_AFTER_MS = 1200
NAME_PX = 140
"""The least room for the name of a row."""


class RowsCard(Card):
    """A title and rows of words; the first row is the heading, numbers stand at the right."""

    def __init__(self, title: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        theme = current_theme()
        self.caption = Text(caption, Role.CAPTION, "muted", wrap=True)
        self._grid = WordGrid(_word)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(0, theme.px(NAME_PX))
        self.body.addLayout(self._grid)
        self.body.addWidget(self.caption)
        self.caption.setVisible(bool(caption))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_height()

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows."""
        self._grid.show_rows(rows)
        self._take_height()

    def _take_height(self) -> None:
        """Be as high as the words are when broken at this width; a column gives no more."""
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))


def _word(row: int, column: int) -> Text:
    is_head = row == 0
    role, tone = (Role.CAPTION, "muted") if is_head else (Role.BODY, "normal")
    word = Text("", role, tone, wrap=is_head or column == 0)
    if column:
        word.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return word


class PhysioCard(Card):
    """The text for the physio; it is written down by itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("For my physio"), parent=parent)
        self._desk = desk
        self._day: dt.date | None = None
        self._stored = ""
        self.field = _NoteField()
        self.field.setAccessibleName(_("For my physio"))
        self.field.setPlaceholderText(_("What should be talked about? It stands in the PDF."))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(current_theme().px(92))
        self.trouble = Text("", tone="danger", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.field)
        self.body.addWidget(self.trouble)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(WRITE_AFTER_MS)
        self._pause.timeout.connect(self.write)
        self.field.textChanged.connect(self._pause.start)
        self.field.left.connect(self.write)

    def show_note(self, day: dt.date, note: str) -> None:
        """Show the note of a month; what is being typed for the same month stays."""
        if day == self._day and self.field.hasFocus() and self.field.toPlainText() != self._stored:
            return
        if day == self._day and note == self._stored:
            return
        self._day, self._stored = day, note
        self.field.blockSignals(True)
        self.field.setPlainText(note)
        self.field.blockSignals(False)
        self.trouble.hide()

    def write(self) -> None:
        """Keep the note now."""
        from leglog.services.physio_note import write_physio_note

        self._pause.stop()
        text = self.field.toPlainText().strip()
        if self._day is None or text == self._stored:
            return
        before, self._stored = self._stored, text
        try:
            write_physio_note(self._desk.log, self._day, text)
        except LeglogError as error:
            self._stored = before
            self.trouble.setText(error.sentence)
            self.trouble.show()
        else:
            self.trouble.hide()


class _NoteField(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NotesCard(Card):
    """The notes of the workouts; those ticked come into the PDF."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Notes for the PDF"), parent=parent)
        self.left_out: set[int] = set()
        self._boxes: list[QWidget] = []

    def show_workouts(self, workouts: Sequence[ReviewedWorkout]) -> None:
        """Show the notes of these workouts; without any the card hides."""
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        self._boxes = []
        for one in workouts:
            note = " ".join(one.note.split())
            if not note:
                continue
            # An ampersand of a person's own is no key.
            words = f"{localized.day_of_month(one.date)}: {note}".replace("&", "&&")
            box = CheckBox(words if len(words) <= 90 else words[:89] + "…")
            box.setToolTip(note)
            box.setChecked(one.id not in self.left_out)
            box.toggled.connect(lambda on, id_=one.id: self._tick(id_, on=on))
            self.body.addWidget(box)
            self._boxes.append(box)
        self.setVisible(bool(self._boxes))

    def _tick(self, workout_id: int, *, on: bool) -> None:
        if on:
            self.left_out.discard(workout_id)
        else:
            self.left_out.add(workout_id)
