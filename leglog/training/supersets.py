"""Supersets: neighbours of a section with the same number are done in turn."""

from __future__ import annotations

from itertools import groupby
from string import ascii_uppercase
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

Member = TypeVar("Member")


def supersets(
    exercises: Sequence[Member], number_of: Callable[[Member], tuple[Hashable, int | None]]
) -> list[list[Member]]:
    """Return the supersets in order; ``number_of`` gives an exercise's section and number.

    An exercise left alone with its number, as after the others were taken out, is none.
    """
    runs = ((key, list(run)) for key, run in groupby(exercises, key=number_of))
    return [members for (_section, number), members in runs if number is not None and members[1:]]


def superset_labels(groups: Sequence[Sequence[Member]]) -> list[tuple[Member, str]]:
    """Return each member with its letter and place ('A1', 'A2', 'B1'); after Z come AA, AB."""
    return [
        (member, f"{_letters(group)}{place}")
        for group, members in enumerate(groups)
        for place, member in enumerate(members, start=1)
    ]


def next_in_turn(left: Sequence[bool], current: int) -> int | None:
    """Return whose turn it is after ``current``, None where nobody has anything left.

    ``left`` says of each member whether a set is left; the turn comes back to ``current`` last.
    """
    order = [(current + step) % len(left) for step in range(1, len(left) + 1)]
    return next((place for place in order if left[place]), None)


def _letters(number: int) -> str:
    first, last = divmod(number, len(ascii_uppercase))
    return (ascii_uppercase[first - 1] if first else "") + ascii_uppercase[last]
