"""Advice on how a routine is put together. It never blocks anything and can be hidden.

Product rules. The order of lifts and the length of the warm-up are customs of training that many
find helpful; they are worded as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from leglog.training.vocabulary import Category, Pattern, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leglog.training.vocabulary import MuscleGroup

WARM_UP_S = (7 * 60, 10 * 60)
"""The usual length of a warm-up, in seconds."""
RECKONED_WITHIN_S = 60
"""What is planned is reckoned, not timed: it may be so much off."""

MOST_LEG_DAYS = 3
"""More leg days a week than this are mentioned."""

MORE_SETS_PERCENT = 20
"""A planned week with more sets than last week's by more than this is mentioned."""

_WORK = (Section.MAIN, Section.ACCESSORY)
_ALL_WORK = (*_WORK, Section.CORE)


class HintKind(StrEnum):
    """What a hint is about."""

    COMPOUND_FIRST = "compound_first"
    WARM_UP_MISSING = "warm_up_missing"
    WARM_UP_LENGTH = "warm_up_length"
    SUPERSET_UNEQUAL = "superset_unequal"
    COOL_DOWN_MISSING = "cool_down_missing"
    ONE_SIDE = "one_side"
    HINGES_TOGETHER = "hinges_together"
    MANY_LEG_DAYS = "many_leg_days"
    CLOSE_LEG_DAYS = "close_leg_days"
    GROUPS_MISSING = "groups_missing"
    MANY_MORE_SETS = "many_more_sets"


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
    pattern: Pattern | None = None
    lacks_sides: bool = False
    """It works one side at a time, and no set says so."""


@dataclass(frozen=True, slots=True)
class PlannedWeek:
    """What the hints need to know of a week of which the routine is a part."""

    leg_days: frozenset[int]
    """ISO weekdays (Monday is 1) on which legs are planned."""
    untrained: tuple[MuscleGroup, ...] = ()
    """Groups for which the whole week has no set."""
    sets: float = 0.0
    """Sets that count as training, planned for the whole week."""
    sets_last_week: float = 0.0
    """Those done in the week before; 0 where there is nothing to compare with."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint; ``holds`` says that the routine already does it.

    ``items`` are the exercises it speaks of: the late lift and the one before which it belongs, or
    the exercises of a superset; ``days`` are ISO weekdays. ``key`` is what hiding it keeps.
    """

    kind: HintKind
    holds: bool = False
    items: tuple[PlannedItem, ...] = ()
    seconds: int | None = None
    days: tuple[int, ...] = ()
    groups: tuple[MuscleGroup, ...] = ()
    sets: tuple[float, float] | None = None
    """Planned of the week, and done in the last one."""

    @property
    def key(self) -> str:
        """The name under which it is hidden; those on certain exercises have one for each."""
        ids = [item.id for item in self.items]
        if self.kind in (
            HintKind.SUPERSET_UNEQUAL,
            HintKind.ONE_SIDE,
            HintKind.HINGES_TOGETHER,
        ):
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


def hints_for(
    items: Sequence[PlannedItem], warm_up_s: int, week: PlannedWeek | None = None
) -> tuple[Hint, ...]:
    """Return the hints on a routine, the kept ones first.

    A routine of warm-up or cool-down moves alone needs no hint. ``warm_up_s`` is the length of
    its warm-up in seconds, ``week`` the week in which it is planned, if it is.
    """
    if not any(item.section in _ALL_WORK for item in items):
        return ()
    sections = {item.section for item in items}
    found = [*_order(items), _warm_up(sections, warm_up_s), *_supersets(items)]
    found += (Hint(HintKind.ONE_SIDE, items=(item,)) for item in items if item.lacks_sides)
    found += _hinges(items)
    if Section.COOL_DOWN not in sections:
        found.append(Hint(HintKind.COOL_DOWN_MISSING))
    if week is not None:
        found += _whole_week(week)
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
    holds = low - RECKONED_WITHIN_S <= minutes_s <= high + RECKONED_WITHIN_S
    return Hint(HintKind.WARM_UP_LENGTH, holds=holds, seconds=warm_up_s)


def _supersets(items: Sequence[PlannedItem]) -> Iterator[Hint]:
    for superset, run in groupby(items, key=lambda item: item.superset):
        members = tuple(run)
        if superset is not None and len({item.sets for item in members}) > 1:
            yield Hint(HintKind.SUPERSET_UNEQUAL, items=members)


def _hinges(items: Sequence[PlannedItem]) -> Iterator[Hint]:
    """Find two lifts that load the hinge one right after the other."""
    for first, second in pairwise(items):
        if _is_hinge(first) and _is_hinge(second):
            yield Hint(HintKind.HINGES_TOGETHER, items=(first, second))


def _is_hinge(item: PlannedItem) -> bool:
    lift = item.compound and item.category is Category.STRENGTH
    return lift and item.section in _WORK and item.pattern is Pattern.HINGE


def _whole_week(week: PlannedWeek) -> Iterator[Hint]:
    """Mention days, muscle groups and the number of sets of a week that are worth a thought."""
    days = tuple(sorted(week.leg_days))
    following = tuple(day for day in days if day % 7 + 1 in week.leg_days)
    if len(days) > MOST_LEG_DAYS:
        yield Hint(HintKind.MANY_LEG_DAYS, days=days)
    elif following:
        yield Hint(HintKind.CLOSE_LEG_DAYS, days=(following[0], following[0] % 7 + 1))
    if week.untrained:
        yield Hint(HintKind.GROUPS_MISSING, groups=week.untrained)
    more = week.sets - week.sets_last_week
    if week.sets_last_week and 100 * more > MORE_SETS_PERCENT * week.sets_last_week:
        yield Hint(HintKind.MANY_MORE_SETS, sets=(week.sets, week.sets_last_week))
