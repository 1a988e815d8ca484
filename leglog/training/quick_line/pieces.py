"""Walks over the pieces of a line and looks ahead."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.training.quick_line.numbers import (
    NotUnderstood,
    cannot_read,
    clock_of,
    decimal_of,
    hold_of,
    reps_of,
    span_over,
)
from leglog.training.quick_line.scanning import UNITS, Kind, Piece
from leglog.training.quick_line.values import Count, Counted, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS_IN = {"s": 1, "min": 60}
Sides = tuple[Count, Count | None]
"""A count, or that of the left side with that of the right one."""


class Walker:
    """Stands at one piece of the line; ``take`` goes on."""

    def __init__(self, pieces: Sequence[Piece], end: int) -> None:
        self._pieces, self._place = pieces, 0
        self._end = end

    def peek(self, ahead: int = 0) -> Piece | None:
        """Return a piece without taking it; None behind the last one."""
        place = self._place + ahead
        return self._pieces[place] if place < len(self._pieces) else None

    def is_at(self, *kinds: Kind, ahead: int = 0) -> bool:
        """Say whether a piece is of one of these kinds."""
        piece = self.peek(ahead)
        return piece is not None and piece.kind in kinds

    def is_unit(self, *units: str, ahead: int = 0) -> bool:
        """Say whether a piece is one of these units ('s', 'min', 'reps', 'sets', 'kg', 'lb')."""
        piece = self.peek(ahead)
        return piece is not None and piece.kind is Kind.UNIT and UNITS[piece.text] in units

    def take(self) -> Piece:
        """Return the piece here and go on; at the end a number is missing."""
        piece = self.peek()
        if piece is None:
            raise NotUnderstood(Span(self._end), _("A number is missing here."), unfinished=True)
        self._place += 1
        return piece

    def number_parts(self, ahead: int = 0) -> list[Piece]:
        """Return the numbers that commas without spaces join, without taking them."""
        parts: list[Piece] = []
        while (piece := self.peek(ahead)) is not None and piece.kind is Kind.NUMBER:
            parts.append(piece)
            comma, following = self.peek(ahead + 1), self.peek(ahead + 2)
            if not (comma and comma.kind is Kind.COMMA and comma.glued and comma.text == ","):
                break
            if not (following and following.glued):
                break
            ahead += 2
        return parts

    def after(self, parts: Sequence[Piece]) -> int:
        """Return how far ahead the piece behind these joined numbers is."""
        return 2 * len(parts) - 1

    def take_parts(self, parts: Sequence[Piece]) -> None:
        """Go on behind these joined numbers."""
        self._place += self.after(parts)

    def take_decimal(self) -> tuple[Decimal, Span]:
        """Take a number with a point or a comma, as of an RPE."""
        parts = self.number_parts()
        if not parts:
            piece = self.take()
            raise NotUnderstood(piece.span, cannot_read(piece.typed))
        whole = [part.text.isdecimal() for part in parts]
        kept = parts[:2] if len(parts) == 2 and all(whole) else parts[:1]
        self.take_parts(kept)
        return decimal_of(kept), span_over(kept[0], kept[-1])

    def take_counts(self) -> list[Sides]:
        """Take counts that commas part ('12,12,10', '30s, 25s', '10/8'); at least one.

        A unit behind the last one holds for all of them.
        """
        counts = [self._take_sides()]
        while self.is_at(Kind.COMMA) and self._goes_on(len(counts)):
            self.take()
            counts.append(self._take_sides())
        return _with_last_unit(counts)

    def _goes_on(self, taken: int) -> bool:
        """Say whether another count stands behind the comma here, and no load."""
        if self.is_at(Kind.CLOCK, ahead=1):
            return True
        parts = self.number_parts(1)
        if not parts:
            return False
        behind = 1 + self.after(parts)
        if not self.is_at(Kind.X, ahead=behind) and not self.is_unit("kg", "lb", ahead=behind):
            return not self.is_unit("sets", ahead=2)
        # In '40x12,42,5x10' nobody can say what the second comma is.
        if parts[0].glued and (len(parts) > 1 or taken > 1):
            raise NotUnderstood(span_over(parts[0], parts[-1]), _("Put a space between the sets."))
        return False

    def _take_sides(self) -> Sides:
        left = self._take_count()
        if not self.is_at(Kind.SLASH):
            return left, None
        self.take()
        right = self._take_count()
        if left.counted is Counted.NUMBER:
            left = Count(left.value, right.counted)
        return left, right

    def _take_count(self) -> Count:
        piece = self.take()
        if piece.kind is Kind.CLOCK:
            return clock_of(piece)
        if piece.kind is not Kind.NUMBER:
            raise NotUnderstood(piece.span, cannot_read(piece.typed))
        if self.is_unit(*SECONDS_IN):
            return self._take_time(piece)
        if self.is_unit("reps"):
            self.take()
            return reps_of(piece, Counted.REPS)
        return reps_of(piece)

    def _take_time(self, first: Piece) -> Count:
        unit = self.take()
        seconds = Decimal(first.text) * SECONDS_IN[UNITS[unit.text]]
        last = unit
        following = self.peek()
        in_minutes = UNITS[unit.text] == "min"
        if in_minutes and following is not None and following.kind is Kind.NUMBER:
            # '1min30' and '1 min 30 s'; '1 min 30' are two sets.
            if following.glued:
                last = self.take()
                seconds += Decimal(last.text)
                if self.is_unit("s"):
                    last = self.take()
            elif self.is_unit("s", ahead=1):
                seconds += Decimal(self.take().text)
                last = self.take()
        return hold_of(seconds, span_over(first, last))


def _with_last_unit(counts: list[Sides]) -> list[Sides]:
    unit = counts[-1][0].counted

    def same(count: Count | None) -> Count | None:
        return Count(count.value, unit) if count and count.counted is Counted.NUMBER else count

    return [(same(left) or left, same(right)) for left, right in counts]
