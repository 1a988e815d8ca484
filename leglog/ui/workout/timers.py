"""The hold that is being timed and the rest that runs; both quiet, neither holds anything up."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from leglog.i18n import _
from leglog.training.timing import HoldWatch, RestWatch
from leglog.training.vocabulary import Measure, Side
from leglog.ui import labels, localized

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.workout_form import ExerciseBlock, SetRow
    from leglog.ui.workout.workbench import Workbench

TICK_MS = 200
USUAL_REST_S = 60
"""Where the plan names no rest."""
STEP_S = 15
TOLD_BEFORE_S = 10


@dataclass(frozen=True, slots=True)
class RunningHold:
    """A set whose hold is timed."""

    set_id: int
    name: str
    number: int
    side: Side
    watch: HoldWatch


class Timers(QObject):
    """Keeps at most one hold and one rest; wakes up only while one of them runs.

    ``clock`` gives seconds that only go forward.
    """

    changed = Signal()
    """Another second is to be shown, or something started or stopped."""
    told = Signal(str)
    """A sentence for the status line and screen readers."""
    tone_wanted = Signal()
    """A rest of a live workout is over, and the person wants to hear it."""

    def __init__(
        self,
        bench: Workbench,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench, self._clock = bench, clock
        self.hold: RunningHold | None = None
        self.rest: RestWatch | None = None
        self._shown: tuple[int | None, ...] = ()
        self._beat = QTimer(self)
        self._beat.setInterval(TICK_MS)
        self._beat.timeout.connect(self.tick)
        bench.renewed.connect(self._forget_gone)

    @property
    def now(self) -> float:
        """The clock's seconds."""
        return self._clock()

    @property
    def is_awake(self) -> bool:
        """Whether the program is woken up to show seconds."""
        return self._beat.isActive()

    def times(self, set_id: int) -> bool:
        """Say whether this set's hold is being timed."""
        return self.hold is not None and self.hold.set_id == set_id

    def start_hold(self, block: ExerciseBlock, row: SetRow) -> None:
        """Begin with the lead-in; a hold that was timed before is let go."""
        goal = row.target.s_max or row.target.s_min or row.shown.duration_s
        self.hold = RunningHold(
            row.id, block.name, row.number, row.side, HoldWatch(self.now, goal or None)
        )
        self.rest = None
        self._keep_awake()

    def stop_hold(self) -> int | None:
        """Stop and return the seconds held; None where the hold had not begun yet."""
        hold, self.hold = self.hold, None
        self._keep_awake()
        if hold is None or hold.watch.lead_in_left_s(self.now):
            return None
        return hold.watch.held_s(self.now)

    def start_rest(self, seconds: int | None) -> None:
        """Let a rest run, from its beginning."""
        self.rest = RestWatch(self.now, seconds or USUAL_REST_S)
        self._keep_awake()

    def stop_rest(self) -> None:
        """End the rest."""
        self.rest = None
        self._keep_awake()

    def change_rest(self, by_s: int) -> None:
        """Make the running rest longer or shorter."""
        if self.rest is not None:
            self.rest = self.rest.lengthened(by_s)
            self._keep_awake()

    def after_set(self, block: ExerciseBlock, following: ExerciseBlock | None) -> None:
        """Rest after a set of a live workout; within a round of a superset there is none."""
        if not self._bench.live or not block.rest_s:
            return
        joined = following is not None and following.id != block.id
        if joined and block.superset is not None and following is not None:
            order = [each.id for each in self._bench.form.blocks] if self._bench.form else []
            same = following.superset == block.superset and following.section is block.section
            if same and order.index(following.id) > order.index(block.id):
                return
        self.start_rest(block.rest_s)

    def words_of_hold(self) -> str:
        """Return what is timed ('Hold, set 2, right side')."""
        if self.hold is None:
            return _("Hold")
        words = _("Hold, set {number}").format(number=self.hold.number)
        if self.hold.side in (Side.LEFT, Side.RIGHT):
            return f"{words}, {labels.side(self.hold.side).lower()}"
        return words

    def clock_of_hold(self) -> str:
        """Return the running time of the hold, or the seconds of the lead-in ('3', '0:18')."""
        if self.hold is None:
            return localized.clock(0)
        lead_in = self.hold.watch.lead_in_left_s(self.now)
        if lead_in:
            return _("in {seconds}").format(seconds=lead_in)
        return localized.clock(self.hold.watch.held_s(self.now))

    def tick(self) -> None:
        """Show the time as it is now; called a few times a second while something runs."""
        self._tell()
        shown = self._seconds()
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
        if self.rest is not None and self.rest.is_over(self.now) and self.hold is None:
            self._beat.stop()

    def _seconds(self) -> tuple[int | None, ...]:
        hold, rest, now = self.hold, self.rest, self.now
        return (
            hold.watch.lead_in_left_s(now) if hold else None,
            hold.watch.held_s(now) if hold else None,
            rest.left_s(now) if rest else None,
        )

    def _tell(self) -> None:
        """Say what happens at a moment: ten seconds before the end, the end, the target."""
        now = self._seconds()
        before = self._shown or now
        target_s = self.hold.watch.target_s if self.hold else None
        if _reached(before[1], now[1], target_s):
            self.told.emit(_("Target reached. Space stops and writes the seconds."))
        if _reached(_back(before[2]), _back(now[2]), 0):
            self.told.emit(_("Rest is over."))
            if self._bench.live and self._bench.preferences.rest_tone:
                self.tone_wanted.emit()
        elif _reached(_back(before[2]), _back(now[2]), -TOLD_BEFORE_S):
            self.told.emit(_("{time} of rest left.").format(time=localized.duration(TOLD_BEFORE_S)))

    def _keep_awake(self) -> None:
        if self.hold is not None or self.rest is not None:
            self._beat.start()
        else:
            self._beat.stop()
        self._shown = self._seconds()
        self.changed.emit()

    def _forget_gone(self) -> None:
        """Let go of a hold whose set is gone or whose workout is another one."""
        form = self._bench.form
        rows = {row.id for block in form.blocks for row in block.sets} if form else set()
        if self.hold is not None and self.hold.set_id not in rows:
            self.hold = None
            self._keep_awake()
        if form is None and self.rest is not None:
            self.stop_rest()


def is_hold(block: ExerciseBlock) -> bool:
    """Say whether the sets of an exercise are held for a time."""
    return block.measure in (Measure.DURATION, Measure.WEIGHT_DURATION)


def _reached(before: int | None, now: int | None, mark: int | None) -> bool:
    return before is not None and now is not None and mark is not None and before < mark <= now


def _back(left_s: int | None) -> int | None:
    """Let the seconds that are left rise to 0, as others rise to their mark."""
    return None if left_s is None else -left_s
