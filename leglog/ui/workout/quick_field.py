"""The field for typed lines: one line high, more where several were pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from leglog.i18n import _
from leglog.ui.theme import current_theme
from leglog.ui.widgets.text import KeyHint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QResizeEvent

MOST_LINES = 6


class QuickField(QPlainTextEdit):
    """Enter gives the lines away, Shift+Enter begins another; Up and Down go to the owner."""

    entered = Signal()
    second_entered = Signal()
    """Ctrl+Enter, while there is a second reading to take."""
    left = Signal()
    stepped = Signal(int)
    """Up (-1) or Down (1) was pressed."""
    completed = Signal()
    """Tab was pressed while there is something to take."""
    focused = Signal()
    focus_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_choices = False
        """Whether Tab and Ctrl+Enter take one of several meanings."""
        self.setPlaceholderText(_("squat 40x12 x12 x10 @8"))
        self.setAccessibleName(_("Quick entry"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self._key = KeyHint("/", self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._fit)
        self._fit()

    @property
    def text(self) -> str:
        """What was typed."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text as if it had been typed, with the cursor at its end; it can be undone."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def empty(self) -> None:
        """Forget the text and its own steps, so that Ctrl+Z is about the log again."""
        self.setPlainText("")

    def go_to(self, place: int) -> None:
        """Put the cursor at a place of the text."""
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(self.text)))
        self.setTextCursor(cursor)

    def mark(self, places: Iterable[tuple[int, int]]) -> None:
        """Underline stretches of the text (place, length) where understanding stops."""
        theme = current_theme()
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(theme.colour("danger")))
        look.setBackground(theme.colour("danger_tint"))
        selections = []
        for place, length in places:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document())
            selection.cursor.setPosition(place)
            end = min(place + length, len(self.text))
            selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.format = look
            selections.append(selection)
        self.setExtraSelections(selections)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the log while there is nothing typed to take back."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not document.isUndoAvailable()) or (
                redo and not document.isRedoAvailable()
            ):
                event.ignore()
                return False
            if self.has_choices and _is_enter(event) and _has_control(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if _is_enter(event) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        elif _is_enter(event):
            (self.second_entered if _has_control(event) else self.entered).emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Tab and self.has_choices:
            self.completed.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._steps():
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  Qt's name
        """Take pasted text with its lines, without the empty ones."""
        lines = [line.rstrip() for line in source.text().splitlines() if line.strip()]
        self.insertPlainText("\n".join(lines))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._key.hide()
        self.focused.emit()
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._key.setVisible(not self.text)
        self.focus_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_key()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus where Tab takes what is offered."""
        return False if forward and self.has_choices else super().focusNextPrevChild(forward)

    def _steps(self) -> bool:
        return self.has_choices or self.blockCount() == 1

    def _fit(self) -> None:
        """Be as high as the lines, up to six."""
        theme = current_theme()
        lines = min(self.blockCount(), MOST_LINES)
        line = QFontMetrics(self.font()).lineSpacing()
        self.setFixedHeight(line * lines + theme.px(18))
        scrolls = self.blockCount() > MOST_LINES
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if scrolls
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self._key.setVisible(not self.text and not self.hasFocus())
        self._place_key()

    def _place_key(self) -> None:
        size = self._key.sizeHint()
        self._key.resize(size)
        right = self.width() - size.width() - current_theme().px(10)
        self._key.move(right, (self.height() - size.height()) // 2)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _has_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
