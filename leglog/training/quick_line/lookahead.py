"""Decides what a number is by what stands behind it; asks where that leaves two meanings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.training.quick_line.numbers import USUAL_FRACTIONS, mass_unit, span_over
from leglog.training.quick_line.pieces import SECONDS_IN, Walker
from leglog.training.quick_line.scanning import BODY, Kind, Piece
from leglog.training.quick_line.values import MAX_SETS, Counted, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leglog.training.quick_line.collected import Collected

FEW = 10
"""Up to here '3x12' and '12 3s' may speak of a number of sets."""


def is_load_alone(pieces: Sequence[Piece], place: int) -> bool:
    """Say whether a load with a unit, or 'bw', stands here and no x behind it."""
    piece = pieces[place]
    if piece.text not in BODY and not (place and mass_unit(piece) is not None):
        return False
    return place + 1 == len(pieces) or pieces[place + 1].kind is not Kind.X


def is_number_of_sets(
    parts: Sequence[Piece], collected: Collected, choose: Callable[[Span], bool]
) -> bool:
    """Say whether the number in front of an x is one of sets, as in '3x12', and no load."""
    if len(parts) > 1 or not _up_to(parts[0], MAX_SETS):
        return False
    few = _up_to(parts[0], FEW)
    if collected.loads_named:
        return few or not choose(parts[0].span)
    return few and choose(parts[0].span)


def is_such_sets(walk: Walker, collected: Collected, choose: Callable[[Span], bool]) -> bool:
    """Say whether '3s' behind a set means three such sets, and not three seconds."""
    number, unit = walk.peek(), walk.peek(1)
    if number is None or unit is None or unit.text != "s" or not collected.group:
        return False
    last = collected.sets[collected.group[-1]]
    if last.count.counted is Counted.SECONDS or not _up_to(number, FEW):
        return False
    if last.count.counted is Counted.REPS or last.load is not None:
        return True
    return not choose(number.span)


def is_load(
    walk: Walker, parts: Sequence[Piece], collected: Collected, choose: Callable[[Span], bool]
) -> bool:
    """Say whether a number without x and unit is a load, and no count."""
    ahead = walk.after(parts)
    if len(parts) == 1 and not parts[0].text.isdecimal():
        return not walk.is_unit(*SECONDS_IN, ahead=1)
    if collected.loads_named or collected.load is not None:
        return False
    if walk.is_at(Kind.UNIT, Kind.SLASH, ahead=ahead) or len(parts) > 2:
        return False
    if len(parts) == 2:
        fraction = parts[1].text in USUAL_FRACTIONS
        return fraction and choose(span_over(parts[0], parts[1]))
    return not collected.sets and _leads(walk, parts[0], choose)


def _leads(walk: Walker, piece: Piece, choose: Callable[[Span], bool]) -> bool:
    """Say whether the first number of a line is the load of what stands behind it."""
    following = walk.peek(1)
    if following is None or following.kind not in (Kind.NUMBER, Kind.CLOCK):
        return False
    if following.kind is Kind.CLOCK:
        return choose(piece.span)
    if walk.is_unit(*SECONDS_IN, ahead=2):
        # '12 3s' is asked for when the 3 is read.
        repeats = walk.is_unit("s", ahead=2) and _up_to(following, FEW)
        return not repeats and choose(piece.span)
    if walk.is_at(Kind.COMMA, ahead=2) and walk.is_at(Kind.NUMBER, ahead=3):
        return True
    if walk.is_at(Kind.X, ahead=2):
        return _up_to(following, FEW)
    largest = _largest_behind(walk)
    return largest is not None and 2 * int(piece.text) > 3 * largest and choose(piece.span)


def _largest_behind(walk: Walker) -> int | None:
    """Return the largest of the bare numbers behind the one here."""
    numbers = []
    ahead = 1
    while walk.is_at(Kind.NUMBER, ahead=ahead) and not walk.is_at(
        Kind.X, Kind.UNIT, ahead=ahead + 1
    ):
        piece = walk.peek(ahead)
        if piece is not None and piece.text.isdecimal():
            numbers.append(int(piece.text))
        ahead += 1
    return max(numbers, default=None)


def _up_to(piece: Piece, most: int) -> bool:
    return piece.text.isdecimal() and 0 < int(piece.text) <= most
