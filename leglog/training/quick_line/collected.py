"""The sets of a line as they are understood, one group after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.training.quick_line.numbers import NotUnderstood, cannot_read, span_over
from leglog.training.quick_line.scanning import SIDES
from leglog.training.quick_line.values import MAX_SETS, QuickLoad, QuickSet, Span
from leglog.training.vocabulary import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.training.quick_line.pieces import Sides
    from leglog.training.quick_line.scanning import Piece


@dataclass(slots=True)
class _Alone:
    """A load that stands alone, and whether a set took it."""

    load: QuickLoad
    span: Span
    used: bool


class Collected:
    """Holds the sets so far, the load that carries over, and marks that wait for their set."""

    def __init__(self, *, loads_named: bool) -> None:
        self.sets: list[QuickSet] = []
        self.group = range(0)
        """The places of the sets that a mark behind them is for."""
        self.load: QuickLoad | None = None
        self.loads_named = loads_named
        """Whether a load stands alone in the line."""
        self._alone: list[_Alone] = []
        self._waiting: dict[str, Piece] = {}
        self._times = 1
        self._each = False
        self._rpe_of_all: int | None = None

    @property
    def has_begun(self) -> bool:
        """Whether anything was understood that a filling word ('of') may follow."""
        return bool(self.sets or self._alone or self._times > 1)

    def add(self, counts: Sequence[Sides], *, whole: bool = False) -> None:
        """Add a set for each count; a mark behind them is for the last one, or for the whole."""
        side = self._waiting.pop("side", None)
        if side and (len(counts) * self._times > 1 or counts[0][1] is not None):
            sentence = _("Write left and right set by set: L 12 R 10 L 12 R 9.")
            raise NotUnderstood(side.span, sentence)
        start = last = len(self.sets)
        for _time in range(self._times):
            for count in counts:
                last = len(self.sets)
                self.sets += self._sides(count, Side(SIDES[side.text]) if side else None)
        added = range(start, len(self.sets))
        self.group = added
        if self._waiting.pop("warm_up", None):
            self.mark(warm_up=True)
        whole = whole or bool(self._waiting.pop("times", None))
        self.group = added if whole else range(last, len(self.sets))
        self._times = 1
        for alone in self._alone:
            alone.used = alone.used or alone.load is self.load

    def stand_alone(self, load: QuickLoad, parts: Sequence[Piece]) -> None:
        """Take a load without a count: for the sets after it, the first also for those before."""
        first = not self._alone and self.load is None and bool(self.sets)
        if first:
            self.sets = [replace(one, load=load) for one in self.sets]
        self._alone.append(_Alone(load, span_over(parts[0], parts[-1]), used=first))
        self.load, self.loads_named = load, True

    def repeat(self, number: Piece) -> None:
        """Take '3 sets': repeat the set before it, or keep it for the one after it."""
        if not number.text.isdecimal() or not 0 < int(number.text) <= MAX_SETS:
            sentence = _("Sets must be between 1 and {most}.").format(most=MAX_SETS)
            raise NotUnderstood(number.span, sentence)
        if not self.group:
            self._times = int(number.text)
            self._waiting["times"] = number
            return
        again = [self.sets[place] for place in self.group]
        self.sets += again * (int(number.text) - 1)
        self.group = range(self.group[0], len(self.sets))

    def wait(self, mark: str, piece: Piece) -> None:
        """Keep 'L' ('side') or 'w' ('warm_up') for the set after it."""
        if mark in self._waiting:
            raise NotUnderstood(piece.span, cannot_read(piece.typed))
        self._waiting[mark] = piece

    def take_each(self) -> None:
        """Say that every set of the line is done once a side."""
        self._each = True

    def take_rpe(self, rpe_halves: int, mark: Piece, *, of_all: bool) -> None:
        """Give an RPE to the set before it, or to all sets that have none."""
        if of_all:
            if self._rpe_of_all is not None:
                raise NotUnderstood(mark.span, _("The RPE of all sets stands here twice."))
            self._rpe_of_all = rpe_halves
        elif not self.group:
            raise NotUnderstood(mark.span, _("An RPE stands behind its set."))
        elif any(self.sets[place].rpe_halves is not None for place in self.group):
            raise NotUnderstood(mark.span, _("This set has an RPE already."))
        else:
            self.mark(rpe_halves=rpe_halves)

    def mark(self, *, rpe_halves: int | None = None, warm_up: bool = False) -> None:
        """Mark the sets of the last group."""
        for place in self.group:
            one = self.sets[place]
            self.sets[place] = replace(
                one,
                rpe_halves=one.rpe_halves if rpe_halves is None else rpe_halves,
                warm_up=one.warm_up or warm_up,
            )

    def finished(self) -> tuple[QuickSet, ...]:
        """Return the sets with what the whole line says of them."""
        return tuple(
            replace(
                one,
                side=Side.EACH if self._each and one.side is None else one.side,
                rpe_halves=self._rpe_of_all if one.rpe_halves is None else one.rpe_halves,
            )
            for one in self.sets[:MAX_SETS]
        )

    def check_complete(self) -> None:
        """Refuse a mark that waits for its set, and a load that no set takes."""
        for piece in self._waiting.values():
            sentence = _("A set is missing behind “{word}”.").format(word=piece.typed)
            raise NotUnderstood(piece.span, sentence, unfinished=True)
        for alone in self._alone:
            if not alone.used:
                sentence = _("How many reps or seconds? Write 40x12, or 40kg 12 12.")
                raise NotUnderstood(alone.span, sentence, unfinished=True)

    def _sides(self, count: Sides, side: Side | None) -> list[QuickSet]:
        left, right = count
        if right is None:
            return [QuickSet(left, self.load, side)]
        return [QuickSet(left, self.load, Side.LEFT), QuickSet(right, self.load, Side.RIGHT)]
