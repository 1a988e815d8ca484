"""Advice on how a routine is put together. It never blocks anything and can be hidden.

Product rules. The order of lifts and the length of the warm-up are customs of training that many
find helpful; they are worded as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from leglog.training.vocabulary import Category, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WARM_UP_S = (7 * 60, 10 * 60)
"""The usual length of a warm-up, in seconds."""

_WORK = (Section.MAIN, Section.ACCESSORY)
_ALL_WORK = (*_WORK, Section.CORE)


class HintKind(StrEnum):
    """What a hint is about."""

    COMPOUND_FIRST = "compound_first"
    WARM_UP_MISSING = "warm_up_missing"
    WARM_UP_LENGTH = "warm_up_length"
    SUPERSET_UNEQUAL = "superset_unequal"
    COOL_DOWN_MISSING = "cool_down_missing"


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """What the hints need to know of one exercise of a routine, in its order."""

    id: int
    name: str
    section: Section
    category: Category
    compound: bool
    sets: int
    superset: int | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint; ``holds`` says that the routine already does it.

    ``items`` are the exercises it speaks of: the late lift and the one before which it belongs, or
    the exercises of a superset. ``key`` is what hiding it keeps.
    """

    kind: HintKind
    holds: bool = False
    items: tuple[PlannedItem, ...] = ()
    seconds: int | None = None

    @property
    def key(self) -> str:
        """The name under which it is hidden; each superset has its own."""
        ids = [item.id for item in self.items]
        if self.kind is HintKind.SUPERSET_UNEQUAL:
            return ":".join([self.kind.value, *map(str, ids)])
        return self.kind.value


def home_section(category: Category, *, compound: bool) -> Section:
    """Return the section in which an exercise is at home."""
    if category is Category.STRENGTH:
        return Section.MAIN if compound else Section.ACCESSORY
    return {
        Category.WARM_UP: Section.WARM_UP,
        Category.CARDIO: Section.WARM_UP,
        Category.CORE: Section.CORE,
    }.get(category, Section.COOL_DOWN)


def hints_for(items: Sequence[PlannedItem], warm_up_s: int) -> tuple[Hint, ...]:
    """Return the hints on a routine, the kept ones first.

    A routine of warm-up or cool-down moves alone needs no hint. ``warm_up_s`` is the length of
    its warm-up in seconds.
    """
    if not any(item.section in _ALL_WORK for item in items):
        return ()
    sections = {item.section for item in items}
    found = [*_order(items), _warm_up(sections, warm_up_s), *_supersets(items)]
    if Section.COOL_DOWN not in sections:
        found.append(Hint(HintKind.COOL_DOWN_MISSING))
    return tuple(sorted(found, key=lambda hint: not hint.holds))


def _order(items: Sequence[PlannedItem]) -> Iterator[Hint]:
    """Say whether each compound lift comes before the first exercise that is none."""
    lifts = [item for item in items if item.section in _WORK and item.category is Category.STRENGTH]
    small = next((item for item in lifts if not item.compound), None)
    if small is None or not any(item.compound for item in lifts):
        return
    late = next((item for item in lifts[lifts.index(small) :] if item.compound), None)
    if late is None:
        yield Hint(HintKind.COMPOUND_FIRST, holds=True)
    else:
        yield Hint(HintKind.COMPOUND_FIRST, items=(late, small))


def _warm_up(sections: set[Section], warm_up_s: int) -> Hint:
    if Section.WARM_UP not in sections:
        return Hint(HintKind.WARM_UP_MISSING)
    # Shown in whole minutes, so it is judged by them too.
    minutes_s = round(warm_up_s / 60) * 60
    low, high = WARM_UP_S
    return Hint(HintKind.WARM_UP_LENGTH, holds=low <= minutes_s <= high, seconds=warm_up_s)


def _supersets(items: Sequence[PlannedItem]) -> Iterator[Hint]:
    for superset, run in groupby(items, key=lambda item: item.superset):
        members = tuple(run)
        if superset is not None and len({item.sets for item in members}) > 1:
            yield Hint(HintKind.SUPERSET_UNEQUAL, items=members)
