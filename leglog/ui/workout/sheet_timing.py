"""Timing from the sheet's keys: a hold is written where it was timed, a rest follows a set."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.ui.workout.timers import Timers, is_hold

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.ui.workout.sheet_cursor import SheetCursor
    from leglog.ui.workout.sheet_model import SheetModel
    from leglog.ui.workout.sheet_rows import SetLine
    from leglog.ui.workout.workbench import Workbench


class SheetTiming:
    """Starts and stops hold and rest for the set under the cursor."""

    def __init__(
        self,
        bench: Workbench,
        model: SheetModel,
        cursor: SheetCursor,
        timers: Timers,
        go_on: Callable[[], object],
    ) -> None:
        self._bench, self._model, self._cursor = bench, model, cursor
        self._timers, self._go_on = timers, go_on
        timers.changed.connect(self._show_running)

    def times_here(self) -> bool:
        """Say whether the set under the cursor is being timed."""
        line = self._cursor.line
        return line is not None and self._timers.times(line.row.id)

    def starts_with_space(self, line: SetLine) -> bool:
        """Say whether Space times this set: a hold of today that is not done."""
        return is_hold(line.block) and not line.row.done and self._bench.is_today

    def switch_hold(self) -> None:
        """Stop the hold that is timed, or start timing the set under the cursor."""
        if self._timers.hold is not None:
            self.stop_hold()
            return
        line = self._cursor.line
        if line is None or not is_hold(line.block):
            self._bench.say(_("The stopwatch is for exercises that are held."))
        elif line.row.done:
            self._bench.say(_("This set is done. Space takes the tick away."))
        else:
            self._timers.start_hold(line.block, line.row)

    def stop_hold(self) -> None:
        """Write the seconds into the set that was timed, tick it and go on."""
        hold = self._timers.hold
        line = self._line_of(hold.set_id) if hold else None
        seconds = self._timers.stop_hold()
        if line is None:
            return
        if not seconds:
            self._bench.say(_("Stopped before it began; nothing was written."))
        elif self._bench.confirm(line.row, replace(line.row.shown, duration_s=seconds)):
            self.rest_after(line)

    def give_up_hold(self) -> bool:
        """Let go of the hold without writing anything; say whether there was one."""
        if self._timers.hold is None:
            return False
        self._timers.stop_hold()
        self._bench.say(_("Stopwatch stopped; nothing was written."))
        return True

    def rest_after(self, line: SetLine) -> None:
        """Go on from a confirmed set; in a live workout a rest begins."""
        self._go_on()
        following = self._cursor.line
        left = following is not None and not following.row.done
        if left and following is not None:
            self._timers.after_set(line.block, following.block)

    def switch_rest(self) -> None:
        """Start the rest of the exercise under the cursor, or end the running one."""
        block = self._cursor.block
        if self._timers.rest is not None:
            self._timers.stop_rest()
        else:
            self._timers.start_rest(block.rest_s if block else None)

    def _show_running(self) -> None:
        hold = self._timers.hold
        self._model.show_running(
            None if hold is None else hold.set_id, self._timers.clock_of_hold()
        )

    def _line_of(self, set_id: int) -> SetLine | None:
        row = self._model.row_of(("set", set_id))
        return None if row is None else self._model.set_line(row)
