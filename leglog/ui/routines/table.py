"""The table of a routine's exercises: keys, drag and drop, the line where a drop goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableView,
)

from leglog.i18n import _
from leglog.ui.letter_keys import is_switched_off
from leglog.ui.routines.cells import (
    EXERCISE,
    FIELDS,
    MORE,
    REST,
    SETS,
    SIDE,
    TARGET,
    TYPED,
    WEIGHT,
    mixed,
)
from leglog.ui.routines.drop_mark import DropMark
from leglog.ui.theme import current_theme
from leglog.ui.widgets.rows import dress_table

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QPoint
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )
    from PySide6.QtWidgets import QWidget

    from leglog.services.routine_reading import PlannedExerciseView, RoutineView
    from leglog.ui.routines.model import RoutineModel

ROW_PX = 36
_WIDTHS = {SETS: 42, TARGET: 90, WEIGHT: 74, SIDE: 52, REST: 58, MORE: 36}
_LEAST_NAME = 150
"""Exercises keep this much; where the rest has no room beside it, the table scrolls sideways."""
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KEYS = {
    (_ALT, Qt.Key.Key_Up): "up",
    (_ALT, Qt.Key.Key_Down): "down",
    (_ALT, Qt.Key.Key_Left): "section_before",
    (_ALT, Qt.Key.Key_Right): "section_after",
    (_CTRL, Qt.Key.Key_G): "superset",
    (_CTRL, Qt.Key.Key_D): "duplicate",
    (_NONE, Qt.Key.Key_Delete): "remove",
    (_NONE, Qt.Key.Key_N): "note",
    (_NONE, Qt.Key.Key_S): "sets",
}


class RoutineTable(QTableView):
    """Shows a RoutineModel; what a key, a menu or a click wants is told by ``wanted``."""

    wanted = Signal(str)
    """What to do with the current row: 'up', 'remove', 'sets', 'menu', …"""
    section_wanted = Signal(object)
    """The plus of a section was pressed."""
    current_row_changed = Signal()

    def __init__(self, model: RoutineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(_("Exercises of the routine"))
        dress_table(self, row=ROW_PX)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self._prepare_drops()
        self._prepare_columns()
        model.modelReset.connect(self._span_sections)
        self.selectionModel().currentChanged.connect(lambda _new, _old: self._show_current())
        self.mark = DropMark(self, model)

    @property
    def current_item(self) -> PlannedExerciseView | None:
        """The exercise in the current row, or None."""
        return self._model.item_at(self.currentIndex())

    def show_routine(self, view: RoutineView | None) -> None:
        """Show ``view``; the current row and what is half typed into it stay."""
        before = self.currentIndex()
        row, editor = self._model.row_at(before), self.indexWidget(before)
        typed = editor.text() if isinstance(editor, QLineEdit) and editor.isModified() else None
        self._model.show(view)
        kept = before.isValid() and self.currentIndex() == before
        if kept or not self._model.rowCount():
            return
        found = self._model.find(row.key) if row else self._first_exercise()
        if found is None:
            found = min(before.row(), self._model.rowCount() - 1)
            typed = None
        index = self._model.index(found, max(before.column(), 0))
        self.setCurrentIndex(index)
        if typed is not None:
            self.edit(index)
            self._type_again(self.indexWidget(index), typed)

    def select(self, item_id: int, column: int | None = None) -> None:
        """Make the row of an exercise the current one."""
        row = self._model.find(("", item_id))
        if row is not None:
            column = max(self.currentIndex().column(), 0) if column is None else column
            self.setCurrentIndex(self._model.index(row, column))

    def cell_corner(self) -> QPoint:
        """Return where a menu of the current row belongs, on the screen."""
        place = self.visualRect(self.currentIndex().siblingAtColumn(MORE))
        return self.viewport().mapToGlobal(place.bottomLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = None if is_switched_off(event) else _KEYS.get((modifiers, Qt.Key(event.key())))
        if wanted is not None and self.currentIndex().isValid():
            self.wanted.emit(wanted)
        elif not modifiers and self._open_cell(event):
            return
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._model.row_at(index)
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if row.item is None:
            if index.column() == MORE:
                self.section_wanted.emit(row.part.section)
        elif index.column() == MORE:
            self.wanted.emit("menu")
        elif index == self._pressed_current and index.column() in FIELDS:
            self._edit_cell(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        under = self.indexAt(event.position().toPoint())
        # A click into the row that is current already opens its field, as the frame promises.
        same_row = under.row() == self.currentIndex().row()
        self._pressed_current = under if same_row else QModelIndex()
        super().mousePressEvent(event)

    def closeEditor(  # noqa: N802  Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Close an editor; Tab goes on to the next field of the row, then to the next row."""
        hints = QAbstractItemDelegate.EndEditHint
        step = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}.get(hint)
        super().closeEditor(editor, hints.NoHint)
        if step is not None:
            following = self._model.field_after(self.currentIndex(), step)
            if following.isValid():
                self.setCurrentIndex(following)
                if following.column() != SIDE:
                    self._edit_cell(following)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not self._takes(event):
            event.ignore()
            return
        # Near an edge Qt's own answer begins to scroll.
        super().dragMoveEvent(event)
        self.mark.show_at(event.position().toPoint(), event.mimeData().text())
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.mark.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        gap = self.mark.gap_at(event.position().toPoint())
        self.mark.hide()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self._model.dropMimeData(event.mimeData(), event.dropAction(), gap, 0, QModelIndex())
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.mark.paint()
        if self._model.rowCount() and not any(row.item for row in self._model.rows):
            self._paint_empty()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._prepare_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange and hasattr(self, "_model"):
            self.verticalHeader().setDefaultSectionSize(current_theme().px(ROW_PX))
            self._prepare_columns()

    def _first_exercise(self) -> int:
        rows = enumerate(self._model.rows)
        return next((number for number, row in rows if row.item is not None), 0)

    def _show_current(self) -> None:
        """Paint both rows again: the current one shows its values as fields."""
        self.viewport().update()
        self.current_row_changed.emit()

    def _prepare_drops(self) -> None:
        self._pressed_current = QModelIndex()
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def _prepare_columns(self) -> None:
        theme, header = current_theme(), self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(theme.px(30))
        # Heads and what stands in most cells may be longer in another language.
        words = {WEIGHT: self.fontMetrics().horizontalAdvance(_("last time")) + theme.px(20)}
        for column, width in _WIDTHS.items():
            least = max(header.sectionSizeHint(column), words.get(column, 0))
            header.resizeSection(column, max(theme.px(width), least))
        others = sum(header.sectionSize(column) for column in _WIDTHS)
        room = self.viewport().width() - others
        header.resizeSection(EXERCISE, max(room, theme.px(_LEAST_NAME)))

    def _span_sections(self) -> None:
        self.clearSpans()
        for number, row in enumerate(self._model.rows):
            if row.item is None:
                self.setSpan(number, EXERCISE, 1, MORE)

    def _type_again(self, editor: QWidget | None, typed: str) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(typed)
            editor.setModified(True)

    def _open_cell(self, event: QKeyEvent) -> bool:
        """Answer Enter, F2 and Space in a cell; return whether it was one of them."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        index = self.currentIndex()
        row = self._model.row_at(index)
        if row is None or event.key() not in (*keys, Qt.Key.Key_Space):
            return False
        if row.item is None:
            self.section_wanted.emit(row.part.section)
        elif index.column() == MORE:
            self.wanted.emit("menu")
        elif event.key() != Qt.Key.Key_Space or index.column() == SIDE:
            if index.column() == EXERCISE:
                index = index.siblingAtColumn(SETS)
                self.setCurrentIndex(index)
            self._edit_cell(index)
        return True

    def _edit_cell(self, index: QModelIndex) -> None:
        if index.column() == SIDE:
            self.wanted.emit("side")
        elif index.data() == mixed():
            self.wanted.emit("sets")
        elif index.column() in TYPED and self.state() != self.State.EditingState:
            self.edit(index)

    def _takes(self, event: QDropEvent) -> bool:
        return self._model.canDropMimeData(
            event.mimeData(), event.dropAction(), -1, -1, QModelIndex()
        )

    def _paint_empty(self) -> None:
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text_muted"))
        top = self.mark.gap_y(self._model.rowCount())
        place = self.viewport().rect().adjusted(theme.px(24), top, -theme.px(24), 0)
        painter.drawText(
            place,
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            _("Drag exercises here, press Enter in the library, or start from a template."),
        )
