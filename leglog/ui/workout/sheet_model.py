"""The set sheet's lines as a Qt table model; typing goes through the workbench."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from leglog.errors import InvalidValue
from leglog.services.exercise_past import far_values, records_so_far
from leglog.training.supersets import superset_labels
from leglog.ui import labels
from leglog.ui.widgets.table_model import ALIGN, DISPLAY, RIGHT, SAID, TIP
from leglog.ui.workout import past_words
from leglog.ui.workout import sheet_words as words
from leglog.ui.workout.sheet_rows import (
    ExerciseLine,
    Line,
    SectionLine,
    SetLine,
    changed_rows,
    lines_of,
    supersets_of,
)
from leglog.ui.workout.sheet_words import TYPED, Column

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtCore import QObject

    from leglog.services.workout_form import ExerciseBlock, SetRow
    from leglog.training.vocabulary import Unit
    from leglog.ui.widgets.table_model import AnyIndex
    from leglog.ui.workout.workbench import Workbench


_EDIT = int(Qt.ItemDataRole.EditRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
# Each cell asks for its flags whenever it is painted, and Python is slow at joining them.
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _READ | Qt.ItemFlag.ItemIsEditable
ALIGNMENTS: Mapping[int, int] = {
    Column.WEIGHT: RIGHT,
    Column.REPS: RIGHT,
    Column.RPE: RIGHT,
    Column.SIDE: _CENTRE,
    Column.DONE: _CENTRE,
}


class Refused(NamedTuple):
    """A text that could not be taken, and the sentence that says why."""

    text: str
    why: str


class SheetModel(QAbstractTableModel):
    """Shows the workbench's form; a refused text stays in its cell until it is corrected."""

    value_typed = Signal(int, int)
    """A value was typed and kept: the id of the set and the Column."""

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._lines: tuple[Line, ...] = ()
        self._supersets: list[list[int]] = []
        self._superset_labels: dict[int, str] = {}
        self._refused: dict[tuple[int, Column], Refused] = {}
        self._running: tuple[int, str] | None = None
        self._records: dict[int, tuple[ExerciseBlock, str]] = {}
        bench.renewed.connect(self._renew)
        self._renew()

    def line(self, row: int) -> Line | None:
        """Return the line of a row, or None outside of the sheet."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def set_line(self, row: int) -> SetLine | None:
        """Return the line of a row if it is a set."""
        line = self.line(row)
        return line if isinstance(line, SetLine) else None

    def block(self, row: int) -> ExerciseBlock | None:
        """Return the exercise that a row belongs to."""
        line = self.line(row)
        return None if line is None or isinstance(line, SectionLine) else line.block

    def superset_label(self, block: ExerciseBlock) -> str:
        """Return the letter and place of an exercise in its superset ('A1'), else ''."""
        return self._superset_labels.get(block.id, "")

    def superset_of(self, block: ExerciseBlock) -> list[int]:
        """Return the ids of the exercises done in turn with this one, itself among them."""
        return next((ids for ids in self._supersets if block.id in ids), [])

    def set_rows(self) -> list[int]:
        """Return the rows that are sets."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, SetLine)]

    def exercise_rows(self) -> list[int]:
        """Return the rows that are headings of exercises."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, ExerciseLine)]

    def block_rows(self, ids: Collection[int]) -> list[int]:
        """Return the rows of exercises, their headings among them."""
        return [
            row
            for row, line in enumerate(self._lines)
            if not isinstance(line, SectionLine) and line.block.id in ids
        ]

    def row_of(self, key: tuple[str, int | str]) -> int | None:
        """Return the row of a line, or None where it is gone."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), None)

    def refused(self, index: AnyIndex) -> bool:
        """Say whether a cell holds a text that could not be taken."""
        line = self.set_line(index.row()) if self._refused else None
        return line is not None and (line.row.id, Column(index.column())) in self._refused

    def forget_refused(self, index: AnyIndex) -> None:
        """Show the cell's value again in place of a refused text."""
        line = self.set_line(index.row())
        if line and self._refused.pop((line.row.id, Column(index.column())), None) is not None:
            self.dataChanged.emit(index, index)

    def take_refused_again(self) -> None:
        """Try once more with the texts that could not be taken: there may be room by now."""
        for (set_id, column), each in list(self._refused.items()):
            row = self.row_of(("set", set_id))
            if row is not None:
                self.setData(self.index(row, column), each.text)

    def row_now(self, row: SetRow) -> SetRow:
        """Return a set as it is by now."""
        place = self.row_of(("set", row.id))
        line = None if place is None else self.set_line(place)
        return row if line is None else line.row

    def why_refused(self, row: SetRow) -> str:
        """Return why a text in a cell of this set could not be taken, '' where all were."""
        found = (each.why for (set_id, _column), each in self._refused.items() if set_id == row.id)
        return next(found, "")

    def record_words(self, block: ExerciseBlock) -> str:
        """Return the best new record of an exercise, '' for none or while its past is not read."""
        bests = self._bench.bests(block)
        if bests is None:
            return ""
        known = self._records.get(block.id)
        if known is None or known[0] is not block:
            found = past_words.record_in_words(records_so_far(bests, block), self.unit)
            known = self._records[block.id] = (block, found)
        return known[1]

    def is_far(self, index: AnyIndex) -> bool:
        """Say whether a cell holds a value far above everything done before."""
        return bool(self._question(index))

    def show_past(self, block: ExerciseBlock) -> None:
        """Show what became known of an exercise's past."""
        self._records.pop(block.id, None)
        for row in self.block_rows({block.id}):
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def question(self, set_id: int) -> str:
        """Return the question about a set's values, '' where there is none."""
        row = self.row_of(("set", set_id))
        columns = (Column.WEIGHT, Column.REPS) if row is not None else ()
        return next((q for c in columns if (q := self._question(self.index(row or 0, c)))), "")

    def _question(self, index: AnyIndex) -> str:
        line = self.set_line(index.row())
        bests = self._bench.bests(line.block) if line else None
        if line is None or bests is None:
            return ""
        column = index.column()
        fields = frozenset(
            each for each in far_values(bests, line.row) if past_words.column_of(each) == column
        )
        return past_words.far_question(fields, line.block, line.row, bests, self.unit)

    def show_running(self, set_id: int | None, time: str) -> None:
        """Show a running time in place of a set's hold; None shows what stands there again."""
        before, self._running = self._running, None if set_id is None else (set_id, time)
        for each in {before, self._running} - {None} if before != self._running else ():
            row = self.row_of(("set", each[0])) if each else None
            if row is not None:
                index = self.index(row, Column.REPS)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = DISPLAY) -> object:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if isinstance(line, SetLine):
            if role in (TIP, _DESCRIPTION):
                origin = past_words.origin(Column(index.column()), line.block, line.row)
                return " ".join(each for each in (origin, self._question(index)) if each) or None
            return self._set_data(line, Column(index.column()), role)
        if index.column() == 0 and role in (DISPLAY, SAID):
            return self._heading(line)
        return None

    def setData(self, index: AnyIndex, value: object, role: int = _EDIT) -> bool:
        line = self.set_line(index.row())
        if line is None or role != _EDIT or not isinstance(value, str):
            return False
        column = Column(index.column())
        before = words.editable_text(column, line.block, line.row, self.unit)
        key = (line.row.id, column)
        both = words.both_sides(column, value, line.row)
        if both is not None:
            self._refused.pop(key, None)
            split = self._bench.split_with(line.row, *both)
            if not split:
                self._keep_typed(index, key, value)
            return split
        if value.strip() == before and key not in self._refused:
            return True
        try:
            values = words.with_typed(column, value, line.block, line.row, self.unit)
        except InvalidValue as error:
            self._refuse(index, key, value, error.sentence)
            return False
        self._refused.pop(key, None)
        kept = self._bench.correct(line.row, values)
        if kept:
            self.value_typed.emit(line.row.id, int(column))
        else:
            self._keep_typed(index, key, value)
        return kept

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.set_line(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return _TYPED if index.column() in TYPED else _READ

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == DISPLAY:
            return words.header(Column(section), self.unit)
        if role == ALIGN:
            return ALIGNMENTS.get(Column(section))
        return None

    @property
    def unit(self) -> Unit:
        """The unit in which weights are shown."""
        return self._bench.preferences.unit

    def _set_data(self, line: SetLine, column: Column, role: int) -> object:
        if role in (DISPLAY, _EDIT):
            refused = self._refused.get((line.row.id, column))
            if refused is not None:
                return refused.text
            running = self._running
            if running and (running[0], Column.REPS, DISPLAY) == (line.row.id, column, role):
                return running[1]
            show = words.cell if role == DISPLAY else words.editable_text
            return show(column, line.block, line.row, self.unit)
        if role == SAID:
            return words.said(column, line.block, line.row, self.unit)
        if role == ALIGN:
            return ALIGNMENTS.get(column)
        if role == _CHECK and column is Column.DONE:
            return (Qt.CheckState.Checked if line.row.done else Qt.CheckState.Unchecked).value
        return None

    def _heading(self, line: SectionLine | ExerciseLine) -> str:
        if isinstance(line, SectionLine):
            return labels.section(line.section)
        name = " ".join((self.superset_label(line.block), line.block.name)).strip()
        return f"{name}, {words.plan(line.block, self.unit)}"

    def _refuse(self, index: AnyIndex, key: tuple[int, Column], text: str, sentence: str) -> None:
        self._refused[key] = Refused(text, sentence)
        self._bench.say(sentence)
        self.dataChanged.emit(index, index)

    def _keep_typed(self, index: AnyIndex, key: tuple[int, Column], text: str) -> None:
        """Keep in its cell what the log refused, as a full disk does, for another attempt."""
        self._refuse(index, key, text, self._bench.refusal)
        self._bench.repeat_by(self.take_refused_again)

    def _renew(self) -> None:
        """Show the form as it is now; rows that stay keep the cursor and the scroll position."""
        lines = lines_of(self._bench.form)
        self._supersets = supersets_of(self._bench.form)
        self._superset_labels = dict(superset_labels(self._supersets))
        if [line.key for line in lines] == [line.key for line in self._lines]:
            changed = changed_rows(self._lines, lines)
            self._lines = lines
            for row in changed:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        ids = {line.row.id for line in lines if isinstance(line, SetLine)}
        self._refused = {key: each for key, each in self._refused.items() if key[0] in ids}
        self.endResetModel()
