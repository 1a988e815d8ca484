"""Paints the lines of the set sheet and opens a field where something is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QWidget

from leglog.training.vocabulary import SetType
from leglog.ui import labels
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.fields import LineEdit, paint_check_box
from leglog.ui.workout import sheet_words as words
from leglog.ui.workout.sheet_heading import PADDING, ExerciseHeading
from leglog.ui.workout.sheet_layout import BAR
from leglog.ui.workout.sheet_model import ALIGNMENTS, SheetModel
from leglog.ui.workout.sheet_rows import ExerciseLine, SectionLine, SetLine
from leglog.ui.workout.sheet_words import Column

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

    from leglog.ui.theme import Theme
    from leglog.ui.widgets.table_model import AnyIndex

CHECK = 18
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class SheetDelegate(QStyledItemDelegate):
    """Paints muted what is only prefilled and bold what is done."""

    entered = Signal()
    """Enter was pressed in a field, after its text was taken."""
    stepped = Signal(int)
    """Tab (1) or Shift+Tab (-1) was pressed in a field."""

    def __init__(self, view: QTableView, model: SheetModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self.heading = ExerciseHeading(model)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell; headings are spanned cells."""
        line, spot = self._model.line(index.row()), option.rect
        painter.save()
        painter.setClipRect(spot)
        # From its own corner a line looks the same wherever it is scrolled to: above the view,
        # where numbers are negative, Qt rounds a middle the other way.
        painter.translate(spot.topLeft())
        place = QRect(QPoint(), spot.size())
        if isinstance(line, SetLine):
            self._paint_set(painter, place, index, line)
        elif isinstance(line, ExerciseLine):
            self._paint_exercise(painter, place, line)
        elif isinstance(line, SectionLine):
            _paint_section(painter, place, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(current_theme().px(40), current_theme().px(32))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = LineEdit(parent=parent)
        editor.setProperty("focusRing", "none")
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setFont(current_theme().font())
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        editor.setGeometry(QRect(option.rect).adjusted(2, 2, -2, -2))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, QLineEdit) and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and self._take_key(editor, event):
                return True
        return super().eventFilter(editor, event)

    def _take_key(self, editor: QLineEdit, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._close(editor)
            self.entered.emit()
            return True
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._close(editor)
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
            return True
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain:
            self._close(editor)
            return False
        return False

    def _close(self, editor: QLineEdit) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _paint_set(self, painter: QPainter, place: QRect, index: AnyIndex, line: SetLine) -> None:
        theme = current_theme()
        current = self._view.currentIndex()
        if current.row() == index.row():
            painter.fillRect(place, theme.colour("accent_tint"))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour("border"))
        if index.column() == 0 and self._is_current(line):
            _paint_bar(painter, place, theme)
        if index.column() == Column.DONE:
            size = theme.px(CHECK)
            box = QRect(0, 0, size, size)
            box.moveCenter(place.center())
            paint_check_box(painter, box, on=line.row.done)
        else:
            self._paint_words(painter, place, index, line, theme)
        if current == index and self._view.hasFocus():
            _paint_frame(painter, place, theme, "focus")
        if self._model.refused(index):
            _paint_frame(painter, place, theme, "danger")

    def _paint_words(
        self, painter: QPainter, place: QRect, index: AnyIndex, line: SetLine, theme: Theme
    ) -> None:
        column = index.column()
        is_value = column in words.TYPED
        warm_up = line.row.set_type is SetType.WARM_UP
        bold = is_value and line.row.done and not warm_up
        painter.setFont(theme.font(Role.STRONG if bold else Role.BODY))
        known = line.row.done or (is_value and self._was_typed(column, line))
        painter.setPen(theme.colour("text" if is_value and known else "text_muted"))
        inside = place.adjusted(theme.px(PADDING), 0, -theme.px(PADDING), 0)
        flags = ALIGNMENTS.get(column, _LEFT)
        text = str(self._model.data(index) or "")
        elided = QFontMetrics(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, flags, elided)
        if is_value and self._model.is_far(index):
            painter.setPen(theme.colour("warning"))
            painter.drawText(inside, _LEFT, "?")

    @staticmethod
    def _was_typed(column: int, line: SetLine) -> bool:
        values = line.row.values
        if column == Column.WEIGHT:
            return values.load_g is not None
        return column != Column.REPS or not (values.reps is None and values.duration_s is None)

    def _paint_exercise(self, painter: QPainter, place: QRect, line: ExerciseLine) -> None:
        theme, now = current_theme(), self._is_current(line)
        painter.fillRect(place, theme.colour("surface"))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour("border"))
        if now:
            _paint_bar(painter, place, theme)
        self.heading.paint(painter, place, line.block, now=now)

    def _is_current(self, line: SetLine | ExerciseLine) -> bool:
        block = self._model.block(self._view.currentIndex().row())
        return block is not None and block.id == line.block.id


_OWN_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _paint_section(painter: QPainter, place: QRect, line: SectionLine) -> None:
    theme = current_theme()
    painter.fillRect(place, theme.colour("surface_alt"))
    painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour("border"))
    painter.setFont(theme.small_font(bold=True))
    painter.setPen(theme.colour("text_muted"))
    inside = place.adjusted(theme.px(PADDING), 0, 0, 0)
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, labels.section(line.section))


def _paint_bar(painter: QPainter, place: QRect, theme: Theme) -> None:
    painter.fillRect(
        QRect(place.topLeft(), QSize(theme.px(BAR), place.height())), theme.colour("accent")
    )


def _paint_frame(painter: QPainter, place: QRect, theme: Theme, colour: str) -> None:
    painter.setPen(QPen(theme.colour(colour), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(1, 1, -1, -2))
