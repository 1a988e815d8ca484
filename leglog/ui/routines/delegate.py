"""How the rows of a plan are painted and edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.ui import labels
from leglog.ui.icons import pixmap
from leglog.ui.routines import words
from leglog.ui.routines.cells import EXERCISE, FIELDS, MORE, SIDE, TARGET, Row
from leglog.ui.routines.model import RoutineModel
from leglog.ui.theme import Role, Theme, current_theme
from leglog.ui.widgets.fields import LineEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel

    from leglog.ui.widgets.table_model import AnyIndex


HANDLE_PX = 38
"""Room for the drag handle before a name."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlanDelegate(QStyledItemDelegate):
    """Paints rows as text, the current row's values as fields, and edits them.

    ``write`` is given an index and what was typed; where it raises, the text stays with a frame
    around it and the sentence goes to ``tell``.
    """

    def __init__(
        self,
        view: QTableView,
        write: Callable[[AnyIndex, str], None],
        tell: Callable[[str], object],
    ) -> None:
        super().__init__(view)
        self._view, self._write, self._tell = view, write, tell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        theme = current_theme()
        row = self._row(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(option.rect)
        current = self._view.currentIndex().row() == index.row()
        ground = "surface_alt" if row.item is None else "surface"
        painter.fillRect(place, theme.colour("accent_tint" if current else ground))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour("border"))
        if row.item is None:
            self._paint_section(painter, theme, place, row, index.column())
        elif index.column() == EXERCISE:
            self._paint_name(painter, theme, place, index, row, current=current)
        elif index.column() == MORE:
            _paint_icon(painter, theme, place, "more", "text_muted")
        else:
            self._paint_value(painter, theme, place, index, current=current)
        if current and index.column() == EXERCISE:
            painter.fillRect(place.left(), place.top(), theme.px(3), place.height(),
                             theme.colour("accent"))  # fmt: skip
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(place).adjusted(2, 2, -2, -3), 4, 4)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = LineEdit(name=str(index.data(Qt.ItemDataRole.AccessibleTextRole)), small=True)
        editor.setParent(parent)
        editor.setAlignment(_RIGHT)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        # What is half typed stays when the routine is read again meanwhile.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Written by ``_commit`` already, which keeps the editor open where it fails."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        edge = current_theme().px(3)
        editor.setGeometry(option.rect.adjusted(edge, edge, -edge, -edge - 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, LineEdit):
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._key(watched, event)
            if event.type() is QEvent.Type.FocusOut and not self._commit(watched):
                return False
        return super().eventFilter(watched, event)

    def _key(self, editor: LineEdit, event: QKeyEvent) -> bool:
        hint = {
            Qt.Key.Key_Tab: QStyledItemDelegate.EndEditHint.EditNextItem,
            Qt.Key.Key_Backtab: QStyledItemDelegate.EndEditHint.EditPreviousItem,
            Qt.Key.Key_Return: QStyledItemDelegate.EndEditHint.NoHint,
            Qt.Key.Key_Enter: QStyledItemDelegate.EndEditHint.NoHint,
        }.get(Qt.Key(event.key()))
        if hint is None:
            return super().eventFilter(editor, event)
        if self._commit(editor):
            self.closeEditor.emit(editor, hint)
        return True

    def _commit(self, editor: LineEdit) -> bool:
        """Write what was typed, once; say and keep it where it cannot be used."""
        if not editor.isModified():
            return True
        index = self._view.indexAt(editor.geometry().center())
        typed = editor.text()
        editor.setModified(False)
        try:
            self._write(index, typed)
        except LeglogError as error:
            editor.setModified(True)
            editor.set_trouble(error.sentence)
            self._tell(error.sentence)
            return False
        return True

    def _row(self, index: AnyIndex) -> Row | None:
        model = self._view.model()
        return model.row_at(index) if isinstance(model, RoutineModel) else None

    def _paint_section(
        self, painter: QPainter, theme: Theme, place: QRect, row: Row, column: int
    ) -> None:
        if column == MORE:
            _paint_icon(painter, theme, place, "plus", "accent")
            return
        if column != EXERCISE:
            return
        name = labels.section(row.part.section)
        text = place.adjusted(theme.px(14), 0, 0, 0)
        bold = theme.font(Role.STRONG)
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
        text.setLeft(text.left() + QFontMetrics(bold).horizontalAdvance(name) + theme.px(10))
        painter.setFont(theme.font(Role.CAPTION))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words.section(row.part))

    def _paint_name(
        self,
        painter: QPainter,
        theme: Theme,
        place: QRect,
        index: AnyIndex,
        row: Row,
        *,
        current: bool,
    ) -> None:
        item = row.item
        if item is None:
            return
        size = theme.px(16)
        top = place.top() + (place.height() - size) // 2
        painter.drawPixmap(
            QRect(place.left() + theme.px(14), top, size, size), pixmap("drag", "text_muted", 16)
        )
        self._paint_bracket(painter, theme, place, index, row)
        text = place.adjusted(theme.px(HANDLE_PX), 0, -theme.px(4), 0)
        font = theme.font(Role.BODY, bold=current)
        metrics, small = QFontMetrics(font), theme.font(Role.CAPTION)
        has_more = bool(item.note or item.tempo or item.step_height_cm)
        room = text.width() - (size + theme.px(6) if has_more else 0)
        tag = _("superset") if item.superset is not None else ""
        tag_room = QFontMetrics(small).horizontalAdvance(tag) + theme.px(6)
        # The bracket says it too, so the name goes before.
        if metrics.horizontalAdvance(item.name) > room - tag_room:
            tag = ""
        name = metrics.elidedText(item.name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
        text.setLeft(text.left() + metrics.horizontalAdvance(name) + theme.px(6))
        if tag:
            painter.setFont(small)
            painter.setPen(theme.colour("text_muted"))
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, tag)
            text.setLeft(text.left() + QFontMetrics(small).horizontalAdvance(tag) + theme.px(6))
        if has_more:
            painter.drawPixmap(QRect(text.left(), top, size, size), pixmap("note", "text", 16))

    def _paint_bracket(
        self, painter: QPainter, theme: Theme, place: QRect, index: AnyIndex, row: Row
    ) -> None:
        """Paint the line that joins the exercises of a superset."""
        if row.item is None or row.item.superset is None:
            return
        above = self._superset(index, -1) == row.item.superset
        below = self._superset(index, 1) == row.item.superset
        left, middle = place.left() + theme.px(7), place.center().y()
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawLine(left, place.top() if above else middle, left,
                         place.bottom() if below else middle)  # fmt: skip
        painter.drawLine(left, middle, left + theme.px(5), middle)

    def _superset(self, index: AnyIndex, by: int) -> int | None:
        other = self._row(index.sibling(index.row() + by, 0))
        return other.item.superset if other is not None and other.item is not None else None

    def _paint_value(
        self, painter: QPainter, theme: Theme, place: QRect, index: AnyIndex, *, current: bool
    ) -> None:
        column, text = index.column(), str(index.data())
        if current and column in FIELDS:
            frame = QRectF(place).adjusted(3.5, 4.5, -3.5, -5.5)
            painter.setPen(QPen(theme.colour("control_border"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(frame, theme.px(4), theme.px(4))
        quiet = text == words.NOTHING or text == _("last time")
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text_muted" if quiet else "text"))
        inside = place.adjusted(theme.px(4), 0, -theme.px(11), 0)
        if column == SIDE:
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
            return
        shown = QFontMetrics(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, _RIGHT, shown)
        free = place.width() - QFontMetrics(painter.font()).horizontalAdvance(text)
        if column == TARGET and not current and free > theme.px(24):
            painter.setPen(theme.colour("text_muted"))
            painter.drawText(place.adjusted(theme.px(2), 0, 0, 0),
                             Qt.AlignmentFlag.AlignVCenter, "×")  # fmt: skip


def _paint_icon(painter: QPainter, theme: Theme, place: QRect, name: str, colour: str) -> None:
    size = theme.px(16)
    corner = QRect(0, 0, size, size)
    corner.moveCenter(place.center())
    painter.drawPixmap(corner, pixmap(name, colour, 16))
