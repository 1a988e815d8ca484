"""The set sheet: one table over all exercises of a workout, made for the keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from leglog.i18n import _
from leglog.settings import AskRpe
from leglog.training.units import from_marks, to_marks
from leglog.ui.announcer import announce
from leglog.ui.letter_keys import is_switched_off
from leglog.ui.theme import current_theme
from leglog.ui.widgets.rows import dress_table
from leglog.ui.workout import sheet_words as words
from leglog.ui.workout.sheet_cursor import SheetCursor
from leglog.ui.workout.sheet_delegate import SheetDelegate
from leglog.ui.workout.sheet_model import SheetModel
from leglog.ui.workout.sheet_offer import offer_words, values_below
from leglog.ui.workout.sheet_rows import ExerciseLine, SectionLine, SetLine
from leglog.ui.workout.sheet_timing import SheetTiming
from leglog.ui.workout.sheet_words import TYPED, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from leglog.services.workout_reading import ExerciseBlock, SetRow
    from leglog.ui.workout.timers import Timers
    from leglog.ui.workout.workbench import Workbench

WIDTHS = {
    Column.SET: 40,
    Column.TARGET: 92,
    Column.LAST: 96,
    Column.WEIGHT: 84,
    Column.REPS: 84,
    Column.SIDE: 64,
    Column.RPE: 54,
    Column.DONE: 54,
}
STRETCHED = (Column.TARGET, Column.LAST, Column.WEIGHT, Column.REPS)
SECTION_HEIGHT, EXERCISE_HEIGHT, SET_HEIGHT, LOW_SET_HEIGHT = 24, 40, 32, 30
SECONDS_STEP = 5
SETTLE_MS = 60
"""So long is waited before an exercise's past is read; quick keys do not wait for it."""
_TYPING = frozenset("0123456789.,:")


class SetSheet(QTableView):
    """Enter confirms the row and goes on; digits overwrite a cell; see ``_verbs`` for the keys."""

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
        self._cursor = SheetCursor(self, self._model)
        self.timing = SheetTiming(bench, self._model, self._cursor, timers, self._go_on)
        self._typed: tuple[int, Column] | None = None
        self._block_id: int | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._settle)
        self._dress()
        self.setModel(self._model)
        delegate = SheetDelegate(self, self._model)
        self.setItemDelegate(delegate)
        delegate.entered.connect(self.confirm_current)
        delegate.stepped.connect(self._step_cell)
        self._model.modelAboutToBeReset.connect(self._cursor.keep)
        self._model.modelReset.connect(self._find_place)
        self._model.value_typed.connect(self._on_value_typed)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._model.dataChanged.connect(self._tell_line)
        self._verbs = self._make_verbs()
        self._lay_out()

    def go_to_first_undone(self) -> None:
        """Put the cursor on the first set that is not done, or on the last one."""
        self._cursor.to_first_undone()

    def go_to_block(self, block_id: int) -> None:
        """Put the cursor on an exercise's first set that is not done."""
        self.show_block(block_id)
        self.setFocus()

    def show_block(self, block_id: int) -> None:
        """Put the cursor there while the focus stays where it is."""
        self._cursor.to_block(block_id)

    @property
    def current_line(self) -> SetLine | None:
        """The set under the cursor."""
        return self._cursor.line

    @property
    def current_block(self) -> ExerciseBlock | None:
        """The exercise under the cursor."""
        return self._cursor.block

    def confirm_current(self) -> None:
        """Log the set under the cursor as it is shown, and go to the next one not done."""
        line = self.current_line
        if self.timing.times_here():
            self.timing.stop_hold()
        elif line is None or line.row.done:
            if not self._cursor.to_next_undone():
                self.all_done.emit()
        elif self._confirm(line.row):
            self.timing.rest_after(line)

    def confirm_block(self) -> None:
        """Log what is left of the exercise, or of the whole warm-up or cool-down, as shown."""
        block, form = self.current_block, self._bench.form
        if block is None or form is None:
            return
        counted = {each.id for each in form.work_blocks}
        if block.id in counted:
            self._confirm_blocks([block])
        else:
            self._confirm_blocks(each for each in form.blocks if each.section is block.section)

    def confirm_workout(self) -> None:
        """Log everything that is left as shown."""
        if self._bench.form is not None:
            self._confirm_blocks(self._bench.form.blocks)

    def add_set(self) -> None:
        """Add a set to the exercise under the cursor and go to it."""
        block = self.current_block
        if block is not None and self._bench.add_set(block):
            self._cursor.in_block(-1)

    def remove_set(self) -> None:
        """Take the set under the cursor out."""
        line = self.current_line
        if line is not None:
            self._bench.remove_set(line.row)

    def take_below(self) -> None:
        """Give the value typed last, or that of this cell, to the sets below it not done."""
        line = self.current_line
        typed = self._typed
        if typed is None and line is not None:
            typed = (line.row.id, self._cursor.column)
        if typed is None:
            return
        self._typed = None
        values = values_below(self._model, *typed)
        if values and self._bench.correct_many(values):
            self._bench.say(_("Taken for the sets below."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_switched_off(event):
            event.ignore()
            return
        verb = self._verbs.get((_plain_modifiers(event), Qt.Key(event.key())))
        if verb is not None:
            verb()
        elif event.text() and event.text() in _TYPING and _plain_modifiers(event) == 0:
            self._type(event)
        elif event.text() in ("+", "-", "−"):
            self._adjust(1 if event.text() == "+" else -1)
        elif event.text() == "!":
            self._emit_block(self.felt_wanted)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Move over sets only; headings are no stops."""
        steps = {
            QAbstractItemView.CursorAction.MoveUp: (-1, 0),
            QAbstractItemView.CursorAction.MoveDown: (1, 0),
            QAbstractItemView.CursorAction.MoveLeft: (0, -1),
            QAbstractItemView.CursorAction.MoveRight: (0, 1),
        }
        return self._cursor.moved(*steps.get(action, (0, 0)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            block = self._model.block(self.indexAt(event.pos()).row())
            if block is not None and block != self.current_block:
                self.go_to_block(block.id)
        self._open_menu()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self._model.line(index.row()) if index.isValid() else None
        if isinstance(line, ExerciseLine):
            self.go_to_block(line.block.id)
            if event.position().x() > self.viewport().width() - current_theme().px(44):
                self.menu_wanted.emit(line.block, event.globalPosition().toPoint())
            return
        if isinstance(line, SetLine) and index.column() == Column.DONE:
            self._cursor.go(index.row(), Column.REPS)
            self._switch_done(from_mouse=True)
            return
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def set_low(self, low: bool) -> None:
        """Use lower rows, where there is little room."""
        self._set_height = LOW_SET_HEIGHT if low else SET_HEIGHT
        self._lay_out()

    def _dress(self) -> None:
        dress_table(self)
        self._set_height = SET_HEIGHT
        self.setAccessibleName(_("Sets"))
        self.setProperty("focusRing", "none")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setFixedHeight(current_theme().px(28))

    def _make_verbs(self) -> dict[tuple[int, Qt.Key], Callable[[], object]]:
        key, control = Qt.Key, int(Qt.KeyboardModifier.ControlModifier.value)
        shift = int(Qt.KeyboardModifier.ShiftModifier.value)
        alt = int(Qt.KeyboardModifier.AltModifier.value)
        return {
            (0, key.Key_Return): self.confirm_current,
            (0, key.Key_Enter): self.confirm_current,
            (0, key.Key_Space): self._switch_done,
            (0, key.Key_Tab): lambda: self._step_cell(1),
            (shift, key.Key_Backtab): lambda: self._step_cell(-1),
            (0, key.Key_PageUp): lambda: self._cursor.step_block(-1),
            (0, key.Key_PageDown): lambda: self._cursor.step_block(1),
            (0, key.Key_Home): lambda: self._cursor.in_block(0),
            (0, key.Key_End): lambda: self._cursor.in_block(-1),
            (0, key.Key_Insert): self.add_set,
            (0, key.Key_Delete): self.remove_set,
            (0, key.Key_Escape): self._forget_refused,
            (0, key.Key_T): self.timing.switch_hold,
            (0, key.Key_R): self.timing.switch_rest,
            (0, key.Key_G): self.guide_wanted.emit,
            (0, key.Key_X): self._skip,
            (0, key.Key_S): lambda: self._on_line(self._bench.switch_sides),
            (0, key.Key_W): lambda: self._on_line(self._bench.switch_warm_up),
            (0, key.Key_N): lambda: self._emit_block(self.note_wanted),
            (control, key.Key_D): self.confirm_block,
            (control | shift, key.Key_Down): self.take_below,
            (alt, key.Key_Up): lambda: self._move_block(-1),
            (alt, key.Key_Down): lambda: self._move_block(1),
            (alt, key.Key_Left): lambda: self._swap(harder=False),
            (alt, key.Key_Right): lambda: self._swap(harder=True),
            (shift, key.Key_F10): self._open_menu,
        }

    def _on_line(self, do: Callable[..., bool]) -> None:
        line = self.current_line
        if line is not None:
            do(line.row)

    def _emit_block(self, signal: SignalInstance) -> None:
        block = self.current_block
        if block is not None:
            signal.emit(block)

    def _swap(self, *, harder: bool) -> None:
        block = self.current_block
        if block is not None:
            self.swap_wanted.emit(block, harder)

    def _skip(self) -> None:
        block = self.current_block
        if block is not None and self._bench.switch_skipped(block):
            self._bench.say(
                _("{name} is back in.").format(name=block.name)
                if block.skipped
                else _("{name} is skipped. Ctrl+Z brings it back.").format(name=block.name)
            )
            self._cursor.to_next_undone()

    def _switch_done(self, *, from_mouse: bool = False) -> None:
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
            self._confirm(line.row)

    def _confirm(self, row: SetRow) -> bool:
        if self._model.has_refused(row):
            self._say_refused()
            return False
        block = self.current_block
        before = self._model.record_words(block) if block else ""
        confirmed = self._bench.confirm(row)
        block = self.current_block
        record = self._model.record_words(block) if block else ""
        if record and record != before:
            self._bench.say(record)
        return confirmed

    def _confirm_blocks(self, blocks: Iterable[ExerciseBlock]) -> None:
        left = [row for block in blocks if not block.skipped for row in block.sets if not row.done]
        if any(self._model.has_refused(row) for row in left):
            self._say_refused()
        elif self._bench.confirm_all(left):
            self._go_on()
        elif left:
            self._bench.say(_("Say what was done first: reps, seconds or a distance."))

    def _say_refused(self) -> None:
        self._bench.say(_("Correct the value in the red frame first."))

    def _move_block(self, by: int) -> None:
        block = self.current_block
        if block is not None:
            self._bench.move_exercise(block, by)
            self.scrollTo(self.currentIndex())

    def _open_menu(self) -> None:
        block = self.current_block
        if block is not None:
            place = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(block, self.viewport().mapToGlobal(place))

    def _type(self, event: QKeyEvent) -> None:
        """Open a field on the current cell that begins with what was pressed."""
        index = self.currentIndex()
        if Column(max(index.column(), 0)) not in TYPED:
            index = self._model.index(index.row(), Column.REPS)
            self.setCurrentIndex(index)
        if self.current_line is not None:
            self.edit(index, QAbstractItemView.EditTrigger.AnyKeyPressed, event)

    def _adjust(self, by: int) -> None:
        """Change the current cell by one step: the weight step, one rep, or five seconds."""
        line, index = self.current_line, self.currentIndex()
        if line is None:
            return
        shown, base = line.row.shown, line.row.shown if line.row.done else line.row.values
        if index.column() == Column.WEIGHT:
            step = self._bench.preferences.smallest_step_g(line.block.load_basis)
            unit = self._model.unit
            load_g = from_marks(to_marks(shown.load_g or 0, unit) + by * to_marks(step, unit), unit)
            values = replace(base, load_g=load_g if load_g > 0 else None, load_unit=unit)
        elif line.block.measure.counts_reps:
            values = replace(base, reps=max((shown.reps or 0) + by, 0))
        else:
            seconds = max((shown.duration_s or 0) + by * SECONDS_STEP, 0)
            values = replace(base, duration_s=seconds)
        self._bench.correct(line.row, values)

    def _on_value_typed(self, set_id: int, column: int) -> None:
        self._typed = (set_id, Column(column))
        line = self.current_line
        if line is not None:
            self._bench.load_bests(line.block)
        question = self._model.question(set_id)
        sentence = question or offer_words(self._model, set_id, Column(column), self._model.unit)
        if sentence:
            self._bench.say(sentence)

    def _go_on(self) -> None:
        """Go to the next set that is not done; after the last one, say what Enter does then.

        The end does not open by itself: who presses Ctrl+Enter next would save it unseen.
        """
        if not self._cursor.to_next_undone():
            self._bench.say(_("All sets are logged. Enter goes to the end of the workout."))
            return
        line = self.current_line
        if line is not None:
            announce(self, words.said(Column.REPS, line.block, line.row, self._model.unit))

    def _step_cell(self, by: int) -> None:
        self._cursor.step_cell(
            by, lambda row, column: column is not Column.RPE or self._asks_rpe(row)
        )

    def _asks_rpe(self, row: int) -> bool:
        """Say whether Tab stops at the effort of a set; typing into it is always possible."""
        asked = self._bench.preferences.ask_rpe
        if asked is AskRpe.LAST:
            line = self._model.set_line(row)
            return line is not None and line.row.id == line.block.sets[-1].id
        return asked is AskRpe.EVERY

    def _forget_refused(self) -> None:
        if self.timing.give_up_hold():
            return
        self._model.forget_refused(self.currentIndex())

    def _find_place(self) -> None:
        self._lay_out()
        self._cursor.find()

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        block = self._model.block(current.row())
        block_id = block.id if block else None
        self._tell_line()
        if block_id == self._block_id:
            self._paint_rows(previous.row(), current.row())
            return
        # The bar beside the current exercise moves too.
        self.viewport().update()
        self._block_id = block_id
        self.block_changed.emit(block)
        self._settling.start(SETTLE_MS)

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

    def _tell_line(self) -> None:
        self.line_changed.emit(self.current_line)

    def _paint_rows(self, *rows: int) -> None:
        for row in rows:
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            self.viewport().update(0, top, self.viewport().width(), height)

    def _lay_out(self) -> None:
        """Give every line its height and let headings span the columns."""
        theme = current_theme()
        self.clearSpans()
        for row in range(self._model.rowCount()):
            line = self._model.line(row)
            height = self._set_height
            if not isinstance(line, SetLine):
                self.setSpan(row, 0, 1, len(Column))
                height = SECTION_HEIGHT if isinstance(line, SectionLine) else EXERCISE_HEIGHT
            self.setRowHeight(row, theme.px(height))
        self._share_width()

    def _share_width(self) -> None:
        theme = current_theme()
        fixed = {column: theme.px(width) for column, width in WIDTHS.items()}
        spare = max(self.viewport().width() - sum(fixed.values()), 0)
        for column in Column:
            more = spare // len(STRETCHED) if column in STRETCHED else 0
            self.setColumnWidth(column, fixed[column] + more)


_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_F2)


def _plain_modifiers(event: QKeyEvent) -> int:
    """Return the modifiers without the keypad's, as a number."""
    return int((event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier).value)
