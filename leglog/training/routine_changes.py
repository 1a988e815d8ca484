"""What a workout did otherwise than its routine says: the list behind 'Keep these changes?'.

Only what was done speaks: a set left out or an exercise skipped today is no other plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leglog.training.vocabulary import Section


class ChangeKind(StrEnum):
    """What is another."""

    ADDED = "added"
    REMOVED = "removed"
    SWAPPED = "swapped"
    ORDER = "order"
    SETS = "sets"
    LOAD = "load"
    REPS = "reps"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True)
class PlannedGoal:
    """A planned set; None is left open."""

    reps_min: int | None = None
    reps_max: int | None = None
    s_min: int | None = None
    s_max: int | None = None
    load_g: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An exercise of the routine, in its place."""

    id: int
    exercise_id: int
    section: Section
    sets: tuple[PlannedGoal, ...]


@dataclass(frozen=True, slots=True)
class DoneSet:
    """A set of the workout; of two sides the left one. What is not done says nothing."""

    done: bool
    reps: int | None = None
    duration_s: int | None = None
    load_g: int | None = None


@dataclass(frozen=True, slots=True)
class DoneItem:
    """An exercise of the workout, in its place; ``planned_id`` is the one it came from."""

    id: int
    planned_id: int | None
    exercise_id: int
    section: Section
    skipped: bool
    counts_reps: bool
    sets: tuple[DoneSet, ...]


@dataclass(frozen=True, slots=True)
class RoutineChange:
    """One difference. ``before`` and ``after`` are numbers, loads in grams or ids, by kind.

    ADDED has no ``planned_id``, REMOVED and ORDER no ``done_id``.
    """

    kind: ChangeKind
    planned_id: int | None = None
    done_id: int | None = None
    before: tuple[int | None, ...] = ()
    after: tuple[int | None, ...] = ()


def routine_changes(
    planned: Sequence[PlannedItem], done: Sequence[DoneItem]
) -> tuple[RoutineChange, ...]:
    """Return the differences: exercises first, in the order of the workout, then the order."""
    by_id = {item.id: item for item in planned}
    partners: dict[int, DoneItem] = {}
    found: list[RoutineChange] = []
    for item in done:
        plan = by_id.get(item.planned_id) if item.planned_id is not None else None
        if plan is not None and plan.id not in partners:
            partners[plan.id] = item
            found.extend(_within(plan, item))
        elif plan is None and not item.skipped and any(one.done for one in item.sets):
            found.append(RoutineChange(ChangeKind.ADDED, done_id=item.id, after=(len(item.sets),)))
    found.extend(
        RoutineChange(ChangeKind.REMOVED, planned_id=item.id)
        for item in planned
        if item.id not in partners
    )
    return (*found, *_order(planned, partners))


def _within(plan: PlannedItem, item: DoneItem) -> Iterator[RoutineChange]:
    done = [one for one in item.sets if one.done]
    if item.skipped or not done:
        return
    ids = (plan.id, item.id)
    if plan.exercise_id != item.exercise_id:
        # Its numbers belong to the other exercise; they come with it.
        after = (item.exercise_id,)
        yield RoutineChange(ChangeKind.SWAPPED, *ids, (plan.exercise_id,), after)
        return
    if len(plan.sets) != len(item.sets):
        yield RoutineChange(ChangeKind.SETS, *ids, (len(plan.sets),), (len(item.sets),))
    goals = [goal for goal, one in zip(plan.sets, item.sets, strict=False) if one.done]
    same = [one for _goal, one in zip(plan.sets, item.sets, strict=False) if one.done]
    yield from _loads(ids, goals, same)
    if item.counts_reps:
        ranges = [(goal.reps_min, goal.reps_max) for goal in goals]
        yield from _range(ChangeKind.REPS, ids, ranges, [one.reps for one in same])
    else:
        ranges = [(goal.s_min, goal.s_max) for goal in goals]
        yield from _range(ChangeKind.SECONDS, ids, ranges, [one.duration_s for one in same])


def _loads(
    ids: tuple[int, int], goals: Sequence[PlannedGoal], done: Sequence[DoneSet]
) -> Iterator[RoutineChange]:
    """Yield another load where the plan names one; an open load follows the last time anyway."""
    pairs = [
        (goal.load_g, one.load_g)
        for goal, one in zip(goals, done, strict=True)
        if goal.load_g is not None and one.load_g is not None
    ]
    if any(before != after for before, after in pairs):
        before, after = zip(*pairs, strict=True)
        yield RoutineChange(ChangeKind.LOAD, *ids, before, after)


def _range(
    kind: ChangeKind,
    ids: tuple[int, int],
    ranges: Sequence[tuple[int | None, int | None]],
    counts: Sequence[int | None],
) -> Iterator[RoutineChange]:
    """Yield another range where every set lay on the same side of one that all sets share."""
    known = [count for count in counts if count]
    if len(set(ranges)) != 1 or len(known) != len(counts) or not known:
        return
    low, high = ranges[0]
    above = high is not None and min(known) > high
    below = low is not None and max(known) < low
    if above or below:
        yield RoutineChange(kind, *ids, (low, high), (min(known), max(known)))


def _order(
    planned: Sequence[PlannedItem], partners: Mapping[int, DoneItem]
) -> Iterator[RoutineChange]:
    """Yield the order of what both have, where it or a section is another."""
    common = [item for item in planned if item.id in partners]
    before = tuple(item.id for item in common)
    after = tuple(partners)
    sections = any(item.section is not partners[item.id].section for item in common)
    if before != after or sections:
        yield RoutineChange(ChangeKind.ORDER, before=before, after=after)
