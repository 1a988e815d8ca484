"""The set sheet: one table over all exercises of a workout, made for the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from leglog.i18n import _
from leglog.settings import AskRpe
from leglog.ui.letter_keys import is_switched_off
from leglog.ui.theme import current_theme
from leglog.ui.workout.sheet_confirming import SheetConfirming
from leglog.ui.workout.sheet_cursor import SheetCursor
from leglog.ui.workout.sheet_delegate import SheetDelegate
from leglog.ui.workout.sheet_editing import SheetEditing
from leglog.ui.workout.sheet_heading import MENU_WIDTH
from leglog.ui.workout.sheet_keys import SheetKeys, begins_typing, moves_by_cell
from leglog.ui.workout.sheet_layout import SheetLayout
from leglog.ui.workout.sheet_model import SheetModel
from leglog.ui.workout.sheet_rows import ExerciseLine, SetLine
from leglog.ui.workout.sheet_timing import SheetTiming
from leglog.ui.workout.sheet_words import Column

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from leglog.services.workout_form import ExerciseBlock
    from leglog.ui.workout.timers import Timers
    from leglog.ui.workout.workbench import Workbench

SETTLE_MS = 60
"""So long is waited before an exercise's past is read; quick keys do not wait for it."""
_STEPS = {
    QAbstractItemView.CursorAction.MoveUp: (-1, 0),
    QAbstractItemView.CursorAction.MoveDown: (1, 0),
    QAbstractItemView.CursorAction.MoveLeft: (0, -1),
    QAbstractItemView.CursorAction.MoveRight: (0, 1),
}


class SetSheet(QTableView):
    """Enter confirms the row and goes on; digits overwrite a cell; the rest is in SheetKeys."""

    block_changed = Signal(object)
    """The exercise under the cursor is another one (ExerciseBlock or None)."""
    all_done = Signal()
    """The last set was confirmed."""
    menu_wanted = Signal(object, QPoint)
    """The '…' of an exercise was pressed: its ExerciseBlock and where, on the screen."""
    note_wanted = Signal(object)
    felt_wanted = Signal(object)
    guide_wanted = Signal()
    block_settled = Signal(object)
    """The cursor has stayed for a moment in an exercise (ExerciseBlock): time to read its past."""
    line_changed = Signal(object)
    """The set under the cursor is another one, or says something else (SetLine or None)."""
    swap_wanted = Signal(object, bool)
    """An ExerciseBlock shall be swapped for its harder variant (True), or its easier one."""

    def __init__(self, bench: Workbench, timers: Timers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._model = SheetModel(bench, self)
        self._layout = SheetLayout(self, self._model)
        self._cursor = SheetCursor(self, self._model)
        self._confirming = SheetConfirming(bench, self._model, self._cursor, self)
        self._editing = SheetEditing(bench, self._model, self._cursor)
        self.timing = SheetTiming(bench, self._model, self._cursor, timers, self._confirming.go_on)
        self._keys = SheetKeys(self, self._cursor, self._editing)
        self._told_id: int | None = None
        # After the paint of the row, so that a key does not wait for what stands beside the sheet.
        self._telling = QTimer(self, singleShot=True)
        self._telling.timeout.connect(self._tell)
        self._settling = QTimer(self, singleShot=True)
        self._settling.timeout.connect(self._settle)
        self.setAccessibleName(_("Sets"))
        # Tab goes from cell to cell and F6 leaves; other tables are one stop.
        self.setTabKeyNavigation(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self._connect()
        self._layout.lay_out()

    @property
    def current_line(self) -> SetLine | None:
        """The set under the cursor."""
        return self._cursor.line

    @property
    def current_block(self) -> ExerciseBlock | None:
        """The exercise under the cursor."""
        return self._cursor.block

    def go_to_first_undone(self) -> None:
        """Put the cursor on the first set that is not done, or on the last one."""
        self._cursor.to_first_undone()
        self._tell()

    def go_to_block(self, block_id: int) -> None:
        """Put the cursor on an exercise's first set that is not done."""
        self.show_block(block_id)
        self.setFocus()

    def show_block(self, block_id: int) -> None:
        """Put the cursor there while the focus stays where it is."""
        self._cursor.to_block(block_id)
        self._tell()

    def step_cell(self, by: int) -> None:
        """Go to the next cell that is asked for, or the previous one."""
        self._cursor.step_cell(
            by, lambda row, column: column is not Column.RPE or self._asks_rpe(row)
        )

    def confirm_current(self) -> None:
        """Log the set under the cursor as it is shown, and go to the next one not done."""
        line = self.current_line
        if self.timing.times_here():
            self.timing.stop_hold()
        elif line is None or line.row.done:
            if not self._cursor.to_next_undone():
                self.all_done.emit()
        elif self._confirming.confirm(line.row):
            self.timing.rest_after(line)

    def confirm_block(self) -> None:
        """Log what is left of the exercise, or of the whole warm-up or cool-down, as shown."""
        self._confirming.confirm_block()

    def confirm_workout(self) -> None:
        """Log everything that is left as shown."""
        self._confirming.confirm_workout()

    def switch_done(self, *, from_mouse: bool = False) -> None:
        """Tick the set under the cursor, or take the tick away; a key times a hold instead."""
        line = self.current_line
        if line is None:
            return
        if self.timing.times_here():
            self.timing.stop_hold()
        elif line.row.done:
            self._bench.untick(line.row)
        elif self.timing.starts_with_space(line) and not from_mouse:
            self.timing.switch_hold()
        else:
            self._confirming.confirm(line.row)

    def add_set(self) -> None:
        """Add a set to the exercise under the cursor and go to it."""
        self._editing.add_set()

    def give_up(self) -> None:
        """Let go of the hold that is timed, or else of a refused text in this cell."""
        if not self.timing.give_up_hold():
            self._model.forget_refused(self.currentIndex())

    def open_menu(self) -> None:
        """Ask for the menu of the exercise under the cursor, below its cell."""
        block = self.current_block
        if block is not None:
            place = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(block, self.viewport().mapToGlobal(place))

    def set_low(self, low: bool) -> None:
        """Use lower rows, where there is little room."""
        self._layout.set_low(low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = None if is_switched_off(event) else self._keys.verb(event)
        if verb is not None:
            verb()
        elif begins_typing(event):
            self._open_field(event)
        elif moves_by_cell(event):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Move over sets only; headings are no stops."""
        return self._cursor.moved(*_STEPS.get(action, (0, 0)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            block = self._model.block(self.indexAt(event.pos()).row())
            if block is not None and block != self.current_block:
                self.go_to_block(block.id)
        self.open_menu()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self._model.line(index.row()) if index.isValid() else None
        if isinstance(line, ExerciseLine):
            button = self._heading.button(self.visualRect(index), line.block)
            is_current = self.current_block is not None and self.current_block.id == line.block.id
            self.go_to_block(line.block.id)
            if is_current and button is not None and button.contains(event.position().toPoint()):
                self.confirm_block()
            elif event.position().x() > self.viewport().width() - current_theme().px(MENU_WIDTH):
                self.menu_wanted.emit(line.block, event.globalPosition().toPoint())
            return
        if isinstance(line, SetLine) and index.column() == Column.DONE:
            self._cursor.go(index.row(), Column.REPS)
            self.switch_done(from_mouse=True)
            return
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout.share_width()
        self._cursor.show()

    def _connect(self) -> None:
        delegate = SheetDelegate(self, self._model)
        self._heading = delegate.heading
        delegate.entered.connect(self._on_entered)
        delegate.stepped.connect(self.step_cell)
        self.setItemDelegate(delegate)
        self.setModel(self._model)
        self._model.modelAboutToBeReset.connect(self._cursor.keep)
        self._model.modelReset.connect(self._on_reset)
        self._model.dataChanged.connect(self._tell_soon)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def _on_entered(self) -> None:
        """Go on after a value was typed; correcting what is done already is no end of a workout."""
        line = self.current_line
        if line is not None and line.row.done:
            self._cursor.to_next_undone()
        else:
            self.confirm_current()

    def _open_field(self, event: QKeyEvent) -> None:
        """Open a field on the current cell that begins with what was pressed."""
        index = self._model.index(self._cursor.row, self._cursor.column)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if self.current_line is not None:
            self.edit(index, QAbstractItemView.EditTrigger.AnyKeyPressed, event)

    def _asks_rpe(self, row: int) -> bool:
        """Say whether Tab stops at the effort of a set; typing into it is always possible."""
        asked = self._bench.preferences.ask_rpe
        if asked is AskRpe.LAST:
            line = self._model.set_line(row)
            return line is not None and line.row.id == line.block.sets[-1].id
        return asked is AskRpe.EVERY

    def _on_reset(self) -> None:
        self._layout.lay_out()
        self._cursor.find()
        # A reset tells of no other cell: what stands beside would still be of the last one.
        self._tell_soon()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._layout.paint_ground(event.rect())
        super().paintEvent(event)
        if not self._model.rowCount():
            self._layout.paint_hint()

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        rows = (previous.row(), current.row())
        self._layout.paint_rows(*rows)
        ids = {block.id for block in map(self._model.block, rows) if block is not None}
        if len(ids) > 1:
            self._layout.paint_current_marks(ids)
        self._tell_soon()

    def _settle(self) -> None:
        block = self.current_block
        if block is None:
            return
        if self._bench.bests(block) is not None:
            self.block_settled.emit(block)
        elif self._bench.load_bests(block) is not None:
            self._model.show_past(block)
            # The rest is read in a turn of its own, so that a key waits for a part at most.
            self._settling.start(0)

    def _tell_soon(self) -> None:
        self._telling.start(0)
        if self._settling.isActive():
            self._settling.start(SETTLE_MS)

    def _tell(self) -> None:
        """Tell what is under the cursor."""
        self._telling.stop()
        self.line_changed.emit(self.current_line)
        block = self.current_block
        block_id = block.id if block else None
        if block_id != self._told_id:
            self._told_id = block_id
            self.block_changed.emit(block)
            self._settling.start(SETTLE_MS)
