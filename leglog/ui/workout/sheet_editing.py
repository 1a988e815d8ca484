"""Changing the set or the exercise under the cursor, by other ways than typing and confirming."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.training.units import from_marks, to_marks
from leglog.ui.workout.sheet_offer import offer_words, values_below
from leglog.ui.workout.sheet_words import Column

if TYPE_CHECKING:
    from leglog.services.set_values import SetValues
    from leglog.training.vocabulary import Unit
    from leglog.ui.workout.sheet_cursor import SheetCursor
    from leglog.ui.workout.sheet_model import SheetModel
    from leglog.ui.workout.sheet_rows import SetLine
    from leglog.ui.workout.workbench import Workbench

SECONDS_STEP = 5


class SheetEditing:
    """Does to the set, or the exercise, under the cursor what a key asks for."""

    def __init__(self, bench: Workbench, model: SheetModel, cursor: SheetCursor) -> None:
        self._bench, self._model, self._cursor = bench, model, cursor
        self._typed: tuple[int, Column] | None = None
        model.value_typed.connect(self._on_value_typed)

    def add_set(self) -> None:
        """Add a set to the exercise and go to it."""
        block = self._cursor.block
        if block is not None and self._bench.add_set(block):
            self._cursor.in_block(-1)

    def remove_set(self) -> None:
        """Take the set out."""
        line = self._cursor.line
        if line is not None:
            self._bench.remove_set(line.row)

    def switch_sides(self) -> None:
        """Split the set into left and right, or join the two again."""
        line = self._cursor.line
        if line is not None:
            self._bench.switch_sides(line.row)

    def switch_warm_up(self) -> None:
        """Mark the set as warm-up, or as a working set again."""
        line = self._cursor.line
        if line is not None:
            self._bench.switch_warm_up(line.row)

    def switch_skipped(self) -> None:
        """Leave the exercise out today, or take it back in, and go on."""
        block = self._cursor.block
        if block is None or not self._bench.switch_skipped(block):
            return
        if block.skipped:
            self._bench.say(_("{name} is back in.").format(name=block.name))
        else:
            self._bench.say(_("{name} is skipped. Ctrl+Z brings it back.").format(name=block.name))
            self._cursor.to_next_undone()

    def move_exercise(self, by: int) -> None:
        """Move the exercise up or down."""
        block = self._cursor.block
        if block is not None:
            self._bench.move_exercise(block, by)
            self._cursor.show()

    def adjust(self, by: int) -> None:
        """Change the current cell by one step: the weight step, one rep, or five seconds."""
        line = self._cursor.line
        if line is None:
            return
        if self._cursor.column is Column.WEIGHT:
            step_g = self._bench.preferences.smallest_step_g(line.block.load_basis)
            values = _with_load_step(line, by, step_g, self._model.unit)
        else:
            values = _with_count_step(line, by)
        self._bench.correct(line.row, values)

    def take_below(self) -> None:
        """Give the value typed last, or that of this cell, to the sets below it not done."""
        line = self._cursor.line
        typed = self._typed
        if typed is None and line is not None:
            typed = (line.row.id, self._cursor.column)
        if typed is None:
            return
        self._typed = None
        values = values_below(self._model, *typed)
        if values and self._bench.correct_many(values):
            self._bench.say(_("Taken for the sets below."))

    def _on_value_typed(self, set_id: int, column: int) -> None:
        """Ask about a value far from the others, else offer it to the sets below."""
        self._typed = (set_id, Column(column))
        line = self._cursor.line
        if line is not None:
            self._bench.load_bests(line.block)
        question = self._model.question(set_id)
        sentence = question or offer_words(self._model, set_id, Column(column), self._model.unit)
        if sentence:
            self._bench.say(sentence)


def _kept(line: SetLine) -> SetValues:
    """Return the values that a step changes: what was done, or typed, without what is prefilled."""
    return line.row.shown if line.row.done else line.row.values


def _with_load_step(line: SetLine, by: int, step_g: int, unit: Unit) -> SetValues:
    """Return the set with its weight moved by steps, on the marks of the unit."""
    shown_g = line.row.shown.load_g or 0
    load_g = from_marks(to_marks(shown_g, unit) + by * to_marks(step_g, unit), unit)
    return replace(_kept(line), load_g=load_g if load_g > 0 else None, load_unit=unit)


def _with_count_step(line: SetLine, by: int) -> SetValues:
    """Return the set with its repetitions, or else its seconds, moved by steps."""
    shown = line.row.shown
    if line.block.measure.counts_reps:
        return replace(_kept(line), reps=max((shown.reps or 0) + by, 0))
    seconds = max((shown.duration_s or 0) + by * SECONDS_STEP, 0)
    return replace(_kept(line), duration_s=seconds)
