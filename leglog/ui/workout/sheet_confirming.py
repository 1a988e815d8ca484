"""Confirming sets as they are shown: one, an exercise, or all that is left; and going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.ui.announcer import announce
from leglog.ui.workout import sheet_words as words
from leglog.ui.workout.sheet_words import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from leglog.services.workout_form import ExerciseBlock, SetRow
    from leglog.ui.workout.sheet_cursor import SheetCursor
    from leglog.ui.workout.sheet_model import SheetModel
    from leglog.ui.workout.workbench import Workbench


class SheetConfirming:
    """Logs what rows show; a refused text among them is to be corrected first."""

    def __init__(
        self, bench: Workbench, model: SheetModel, cursor: SheetCursor, speaker: QWidget
    ) -> None:
        self._bench, self._model, self._cursor = bench, model, cursor
        self._speaker = speaker

    def confirm(self, row: SetRow) -> bool:
        """Log one set and say a new best; the cursor stays."""
        self._model.take_refused_again()
        row = self._model.row_now(row)
        if why := self._model.why_refused(row):
            self._bench.say(why)
            self._bench.repeat_by(lambda: self._confirm_again(row))
            return False
        before = self._record_here()
        confirmed = self._bench.confirm(row)
        if not confirmed:
            self._bench.repeat_by(lambda: self._confirm_again(row))
        record = self._record_here()
        if record and record != before:
            self._bench.say(record)
        return confirmed

    def confirm_block(self) -> None:
        """Log what is left of the exercise, or of the whole warm-up or cool-down."""
        self._model.take_refused_again()
        block, form = self._cursor.block, self._bench.form
        if block is None or form is None:
            return
        counted = {each.id for each in form.work_blocks}
        if block.id in counted:
            self._confirm_all([block])
        else:
            self._confirm_all(each for each in form.blocks if each.section is block.section)

    def confirm_workout(self) -> None:
        """Log everything that is left."""
        self._model.take_refused_again()
        if self._bench.form is not None:
            self._confirm_all(self._bench.form.blocks)

    def go_on(self) -> None:
        """Go to the next set that is not done; after the last one, say what Enter does then.

        The end does not open by itself: who presses Ctrl+Enter next would save it unseen.
        """
        if not self._cursor.to_next_undone():
            self._bench.say(_("All sets are logged. Enter goes to the end of the workout."))
            return
        line = self._cursor.line
        if line is not None:
            sentence = words.said(Column.REPS, line.block, line.row, self._model.unit)
            announce(self._speaker, sentence)

    def _confirm_again(self, row: SetRow) -> None:
        if self.confirm(row):
            self.go_on()

    def _confirm_all(self, blocks: Iterable[ExerciseBlock]) -> None:
        left = [row for block in blocks if not block.skipped for row in block.sets if not row.done]
        why = next(filter(None, map(self._model.why_refused, left)), "")
        if why:
            first = _("Correct the value in the red frame first.")
            self._bench.say(f"{first} {why}")
        elif self._bench.confirm_all(left):
            self.go_on()
        elif left:
            self._bench.say(_("Say what was done first: reps, seconds or a distance."))

    def _record_here(self) -> str:
        block = self._cursor.block
        return self._model.record_words(block) if block else ""
