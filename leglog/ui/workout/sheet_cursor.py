"""Where the cursor of the set sheet goes: from set to set, over exercises, and back after news."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex

from leglog.training.supersets import next_in_turn
from leglog.ui.workout.sheet_words import TYPED, Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTableView

    from leglog.services.workout_form import ExerciseBlock
    from leglog.ui.workout.sheet_model import SheetModel
    from leglog.ui.workout.sheet_rows import SetLine


@dataclass(frozen=True, slots=True)
class _Kept:
    key: tuple[str, int | str]
    block_id: int | None
    row: int
    column: Column
    skipped: frozenset[int]


class SheetCursor:
    """Moves over sets; an exercise without rows, as a skipped one, is reached at its heading."""

    def __init__(self, view: QTableView, model: SheetModel) -> None:
        self._view, self._model = view, model
        self._kept: _Kept | None = None

    @property
    def line(self) -> SetLine | None:
        """The set under the cursor."""
        return self._model.set_line(self.row)

    @property
    def block(self) -> ExerciseBlock | None:
        """The exercise under the cursor."""
        return self._model.block(self.row)

    @property
    def row(self) -> int:
        """The row under the cursor, -1 where there is none."""
        return self._view.currentIndex().row()

    @property
    def column(self) -> Column:
        """The column under the cursor if something is typed there, else that of the reps."""
        column = self._view.currentIndex().column()
        return Column(column) if column in TYPED else Column.REPS

    def go(self, row: int, column: Column) -> None:
        """Go to a cell and bring it into view."""
        index = self._model.index(row, column)
        flag = QItemSelectionModel.SelectionFlag.NoUpdate
        self._view.selectionModel().setCurrentIndex(index, flag)
        self._view.scrollTo(index)

    def show(self) -> None:
        """Bring the cell under the cursor into view."""
        self._view.scrollTo(self._view.currentIndex())

    def to_first_undone(self) -> None:
        """Go to the first set that is not done, or to the last one."""
        undone, rows = self._undone(), self._model.set_rows()
        if rows:
            self.go(undone[0] if undone else rows[-1], Column.REPS)
        elif self._model.exercise_rows():
            self.go(self._model.exercise_rows()[0], Column.SET)

    def to_block(self, block_id: int) -> None:
        """Go to an exercise's first set that is not done, or to its heading."""
        rows = self.rows_of(block_id)
        undone = [row for row in rows if row in self._undone()]
        heading = self._model.row_of(("exercise", block_id))
        if rows:
            self.go((undone or rows)[0], Column.REPS)
        elif heading is not None:
            self.go(heading, Column.SET)

    def to_next_undone(self) -> bool:
        """Go to the next set not done, from the end on to the start; say if there is one.

        Exercises of a superset take turns, once both sides of a set are done.
        """
        undone = self._undone()
        following = self._in_turn(undone) or [row for row in undone if row > self.row] or undone
        if following:
            self.go(following[0], self.column)
        return bool(following)

    def in_block(self, place: int) -> None:
        """Go to a set of this exercise by its place; -1 is the last."""
        block = self.block
        rows = self.rows_of(block.id) if block else []
        if rows:
            self.go(rows[place], self.column)

    def step_block(self, by: int) -> None:
        """Go to the next or previous exercise."""
        ids = [block.id for row in self._model.exercise_rows() if (block := self._model.block(row))]
        block = self.block
        if block is None or block.id not in ids:
            self.to_first_undone()
            return
        self.to_block(ids[min(max(ids.index(block.id) + by, 0), len(ids) - 1)])

    def step_cell(self, by: int, stops_at: Callable[[int, Column], bool]) -> None:
        """Go to the next or previous cell to type into that ``stops_at`` allows."""
        here = (self.row, self._view.currentIndex().column())
        cells = [
            (row, column)
            for row in self._model.set_rows()
            for column in TYPED
            if stops_at(row, column)
        ]
        if not cells:
            return
        place = sum(cell < here for cell in cells) + (int(here in cells) if by > 0 else -1)
        self.go(*cells[min(max(place, 0), len(cells) - 1)])

    def moved(self, down: int, right: int) -> QModelIndex:
        """Return the cell that an arrow key leads to; headings are no stops."""
        rows, index = self._model.set_rows(), self._view.currentIndex()
        if not rows:
            return index
        if index.row() in rows:
            place = rows.index(index.row()) + down
        else:
            place = bisect(rows, index.row()) - int(down < 0)
        column = min(max(index.column() + right, Column.WEIGHT), Column.RPE)
        if column == Column.SIDE:
            column = Column.RPE if right > 0 else Column.REPS
        return self._model.index(rows[min(max(place, 0), len(rows) - 1)], column)

    def rows_of(self, block_id: int) -> list[int]:
        """Return the rows of an exercise's sets."""
        return [
            row
            for row in self._model.set_rows()
            if (block := self._model.block(row)) and block.id == block_id
        ]

    def keep(self) -> None:
        """Remember the place before the lines become others."""
        line, block = self._model.line(self.row), self.block
        self._kept = None
        if line is not None:
            block_id, skipped = block.id if block else None, frozenset(self._skipped())
            self._kept = _Kept(line.key, block_id, self.row, self.column, skipped)

    def find(self) -> None:
        """Go to a skipped exercise that has come back, else to the place.

        Where that is gone, as near to it as its exercise still reaches.
        """
        kept = self._kept
        if kept is None:
            self.to_first_undone()
            return
        back = next((each for each in kept.skipped if self.rows_of(each)), None)
        if back is not None:
            self.to_block(back)
            return
        row = self._model.row_of(kept.key)
        if row is not None:
            is_set = self._model.set_line(row) is not None
            self.go(row, kept.column if is_set else Column.SET)
        elif kept.block_id is not None and (rows := self.rows_of(kept.block_id)):
            self.go(max((each for each in rows if each <= kept.row), default=rows[0]), kept.column)
        elif kept.block_id is not None and self._model.row_of(("exercise", kept.block_id)):
            self.to_block(kept.block_id)
        else:
            self.to_first_undone()

    def _skipped(self) -> list[int]:
        blocks = map(self._model.block, self._model.exercise_rows())
        return [block.id for block in blocks if block is not None and block.skipped]

    def _in_turn(self, undone: list[int]) -> list[int]:
        """Return the row that comes next in this superset, none outside of one."""
        line = self.line
        members = self._model.superset_of(line.block) if line else []
        if line is None or not members:
            return []
        left = [[row for row in self.rows_of(id_) if row in undone] for id_ in members]
        here = members.index(line.block.id)
        other_side = [row for row in left[here] if self._number(row) == line.row.number]
        turn = next_in_turn([bool(rows) for rows in left], here)
        return other_side[:1] or ([] if turn is None else left[turn][:1])

    def _number(self, row: int) -> int | None:
        line = self._model.set_line(row)
        return line.row.number if line else None

    def _undone(self) -> list[int]:
        return [
            row
            for row in self._model.set_rows()
            if (line := self._model.set_line(row)) and not line.row.done
        ]
