"""Numbers of a typed line: decimals with point or comma, times, and their limits."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.training.quick_line.scanning import UNITS, Kind, Piece
from leglog.training.quick_line.values import Count, Counted, LoadKind, QuickLoad, Span
from leglog.training.units import (
    MAX_HOLD_S,
    MAX_LOAD_G,
    MAX_REPS,
    MAX_RPE_HALVES,
    MIN_RPE_HALVES,
    grams,
)
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

USUAL_FRACTIONS = frozenset({"5", "25", "50", "75"})
"""What stands behind the comma of a weight; '12,10' is rather two sets."""


class NotUnderstood(Exception):
    """Understanding stops here; becomes a Trouble."""

    def __init__(self, span: Span, sentence: str, *, unfinished: bool = False) -> None:
        super().__init__(sentence)
        self.span, self.sentence, self.unfinished = span, sentence, unfinished


def span_over(first: Piece, last: Piece) -> Span:
    """Return the stretch from one piece to another."""
    return Span(first.span.at, last.end - first.span.at)


def decimal_of(parts: Sequence[Piece]) -> Decimal:
    """Return the number of one piece ('42.5'), or of two around a comma ('42', '5')."""
    return Decimal(".".join(part.text for part in parts))


def load_of(number: Decimal, unit: Unit, kind: LoadKind, span: Span) -> QuickLoad:
    """Return a load to a hundredth of its unit; refuses what is outside of 0 to 1000 kg."""
    load_g = grams(number.quantize(Decimal("0.01"), ROUND_HALF_UP), unit)
    if not 0 < load_g <= MAX_LOAD_G:
        raise NotUnderstood(span, _("Weight must be above 0 and at most 1000 kg."))
    return QuickLoad(load_g, unit, kind)


def reps_of(piece: Piece, counted: Counted = Counted.NUMBER) -> Count:
    """Return a whole number of repetitions (or of seconds, if the exercise says so)."""
    if not piece.text.isdecimal():
        raise NotUnderstood(piece.span, _("Reps are whole numbers."))
    if int(piece.text) > MAX_REPS:
        raise NotUnderstood(
            piece.span, _("Reps must be between 0 and {most}.").format(most=MAX_REPS)
        )
    return Count(int(piece.text), counted)


def clock_of(piece: Piece) -> Count:
    """Return '1:05' or '1:02:05' in seconds."""
    parts = [int(part) for part in piece.text.split(":")]
    if parts[-1] > 59 or (len(parts) == 3 and parts[1] > 59):
        raise NotUnderstood(piece.span, cannot_read(piece.text))
    seconds = 0
    for part in parts:
        seconds = seconds * 60 + part
    return hold_of(Decimal(seconds), piece.span)


def hold_of(seconds: Decimal, span: Span) -> Count:
    """Return a hold in whole seconds; refuses more than two hours."""
    if seconds > MAX_HOLD_S:
        raise NotUnderstood(span, _("Time must be between 0 and {most} s.").format(most=MAX_HOLD_S))
    return Count(int(seconds.to_integral_value(ROUND_HALF_UP)), Counted.SECONDS)


def rpe_of(number: Decimal, span: Span) -> int:
    """Return an RPE in halves; refuses what is outside of 1 to 10 or between the halves."""
    halves = number * 2
    if halves != int(halves) or not MIN_RPE_HALVES <= halves <= MAX_RPE_HALVES:
        raise NotUnderstood(span, _("RPE must be between 1 and 10, in halves."))
    return int(halves)


def mass_unit(piece: Piece | None) -> Unit | None:
    """Return kilograms or pounds where the piece names them."""
    if piece is None or piece.kind is not Kind.UNIT:
        return None
    return {"kg": Unit.KG, "lb": Unit.LB}.get(UNITS[piece.text])


def cannot_read(text: str) -> str:
    """Return the sentence about a word that means nothing here."""
    return _("I can’t read “{text}”.").format(text=text)
