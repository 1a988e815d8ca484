"""What one typed line would do to a workout: which rows it fills, and with what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.services.set_values import SetValues
from leglog.training.quick_line import Count, Counted, LoadKind
from leglog.training.units import to_marks
from leglog.training.vocabulary import LoadMode, Measure, SetType, Side, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leglog.services.workout_form import ExerciseBlock, SetRow
    from leglog.training.quick_line import QuickLine, QuickLoad, QuickSet

ONE_SIDE = (Side.LEFT, Side.RIGHT)
_WITHOUT_LOAD = (Measure.DURATION, Measure.DISTANCE_DURATION)
_ON_BODY = (LoadMode.BODYWEIGHT, LoadMode.ADDED)

LIGHT = 10
"""Up to this number of its unit a load may have been meant as a number of sets ('3x12')."""
_MARKS = {Unit.KG: 1000, Unit.LB: 100}


@dataclass(frozen=True, slots=True)
class QuickPart:
    """What is logged in one row; without a ``side`` the row keeps its own."""

    values: SetValues
    side: Side | None = None
    on_body: bool = False
    """Body weight was named: no load, whatever is planned."""
    added: bool = False
    """The load is on top of the body's own weight."""


@dataclass(frozen=True, slots=True)
class QuickEntry:
    """One set: the rows it fills (none makes a new one) and its part, or left and right."""

    parts: tuple[QuickPart, ...]
    row_ids: tuple[int, ...] = ()
    warm_up: bool = False


@dataclass(frozen=True, slots=True)
class QuickPlan:
    """What a whole line would do; without a block its exercise is added to the workout."""

    exercise_id: int
    name: str
    block_id: int | None = None
    entries: tuple[QuickEntry, ...] = ()
    note: str = ""
    skipped: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """The exercise that sets are typed for, as far as it says what they mean."""

    exercise_id: int
    name: str
    measure: Measure
    load_mode: LoadMode
    per_side: bool
    block: ExerciseBlock | None = None
    last: tuple[SetValues, ...] = ()
    """What was done last time, for an exercise that is not in the workout yet."""


class Refused(Exception):
    """A set does not suit the exercise; the sentence says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def subject_of(block: ExerciseBlock) -> Subject:
    """Return an exercise of the workout as a subject."""
    mode = block.sets[-1].load_mode if block.sets else LoadMode.EXTERNAL
    return Subject(
        block.exercise_id, block.name, block.measure, mode, block.per_side, block
    )  # fmt: skip


def plan_sets(
    subject: Subject, sets: Sequence[QuickSet], taken: set[int]
) -> tuple[QuickEntry, ...]:
    """Return the rows that typed sets fill: those not done first, then new ones.

    ``taken`` holds rows that earlier lines fill; those of these sets are added to it. Raises
    Refused where a set does not suit the exercise.
    """
    slots = list(_open_slots(subject.block, taken))
    added = 0
    entries = []
    for group in _paired(sets):
        slot = _take_slot(slots, group)
        if slot:
            entry = _filled(subject, group, slot)
            taken.update(entry.row_ids)
        else:
            base = _base_of_new(subject, added)
            added += 1
            side = Side.EACH if subject.per_side else Side.BOTH
            parts = tuple(_part(subject, one, base, side) for one in group)
            entry = QuickEntry(parts, (), group[0].warm_up)
        entries.append(entry)
    return tuple(entries)


def usual_load_g(subject: Subject) -> int | None:
    """Return the load that a set would have without a typed one; None for body weight."""
    rows = subject.block.sets if subject.block else ()
    shown = next((row.shown for row in rows if not row.done), None)
    if shown is not None:
        return shown.load_g
    return _base_of_new(subject, 0).load_g


def takes_load(subject: Subject) -> bool:
    """Say whether sets of the exercise can have a load at all."""
    return subject.measure not in _WITHOUT_LOAD


def is_on_body(subject: Subject) -> bool:
    """Say whether the exercise is done with the body's own weight, which a load adds to."""
    return subject.load_mode in _ON_BODY


def likely_readings(readings: tuple[QuickLine, ...], subject: Subject) -> tuple[QuickLine, ...]:
    """Leave out the readings of '3x12' that cannot be meant. Product rule.

    Not 3 kg with body weight, nor where the set would have more than three times that load; not
    so many sets where the workout holds less than half of them.
    """
    if len(readings) == 1 or not takes_load(subject):
        return readings
    for unlikely in (_too_light, _too_many):
        readings = tuple(line for line in readings if not unlikely(line, subject)) or readings
    return readings


def _too_many(line: QuickLine, subject: Subject) -> bool:
    planned = len(subject.block.sets) if subject.block else 0
    return bool(planned) and len(line.sets) > 2 * planned


def _too_light(line: QuickLine, subject: Subject) -> bool:
    usual_g = usual_load_g(subject)
    if usual_g is None and not is_on_body(subject):
        return False
    for one in line.sets:
        if one.load is None or one.load.load_g is None:
            continue
        light = to_marks(one.load.load_g, one.load.unit) <= LIGHT * _MARKS[one.load.unit]
        if light and (usual_g is None or usual_g > 3 * one.load.load_g):
            return True
    return False


def _paired(sets: Sequence[QuickSet]) -> Iterable[tuple[QuickSet, ...]]:
    """Put a left set and a right one beside it together."""
    place = 0
    while place < len(sets):
        two = tuple(sets[place : place + 2])
        if {one.side for one in two} == set(ONE_SIDE):
            yield two if two[0].side is Side.LEFT else (two[1], two[0])
            place += 2
        else:
            yield two[:1]
            place += 1


def _open_slots(block: ExerciseBlock | None, taken: set[int]) -> Iterable[tuple[SetRow, ...]]:
    """Return the sets with a row that is not done: one row, or left and right."""
    slots: dict[tuple[bool, int], list[SetRow]] = {}
    for row in block.sets if block else ():
        slots.setdefault((row.set_type is SetType.WARM_UP, row.number), []).append(row)
    for rows in slots.values():
        left = tuple(row for row in rows if not row.done and row.id not in taken)
        if left:
            yield left


def _take_slot(slots: list[tuple[SetRow, ...]], group: tuple[QuickSet, ...]) -> tuple[SetRow, ...]:
    """Take the first open set of this kind; a typed side takes its own row of a split one."""
    first = group[0]
    for slot in slots:
        if (slot[0].set_type is SetType.WARM_UP) != first.warm_up:
            continue
        split = slot[0].side in ONE_SIDE
        if split and len(group) == 2 and len(slot) == 1:
            continue
        wanted = slot
        if split and len(group) == 1 and first.side in ONE_SIDE:
            wanted = tuple(row for row in slot if row.side is first.side)
            if not wanted:
                continue
        rest = tuple(row for row in slot if row not in wanted)
        place = slots.index(slot)
        slots[place : place + 1] = [rest] if rest else []
        return wanted
    return ()


def _filled(subject: Subject, group: tuple[QuickSet, ...], slot: tuple[SetRow, ...]) -> QuickEntry:
    ids = tuple(row.id for row in slot)
    if len(group) == 1 and len(slot) == 2:
        # One typed set for a split one: both sides are the same.
        parts = tuple(_part(subject, replace(group[0], side=row.side), row.shown) for row in slot)
    else:
        rows = slot if len(slot) == len(group) else slot * 2
        parts = tuple(
            _part(subject, one, row.shown, row.side) for one, row in zip(group, rows, strict=True)
        )
    return QuickEntry(parts, ids, group[0].warm_up)


def _base_of_new(subject: Subject, number: int) -> SetValues:
    """Return what a new set would log by itself: as the last row, or as last time."""
    if subject.block and subject.block.sets:
        return replace(subject.block.sets[-1].shown, rpe_halves=None)
    if subject.last:
        return replace(subject.last[min(number, len(subject.last) - 1)], rpe_halves=None)
    return SetValues()


def _part(
    subject: Subject, one: QuickSet, base: SetValues, row_side: Side = Side.BOTH
) -> QuickPart:
    values = _with_load(subject, one.load, base)
    values = _with_count(subject, one.count, values)
    if one.rpe_halves is not None:
        values = replace(values, rpe_halves=one.rpe_halves)
    side = Side.EACH if one.side is None and row_side is Side.EACH else one.side
    on_body = one.load is not None and one.load.kind is LoadKind.BODY
    added = values.load_g is not None and is_on_body(subject)
    return QuickPart(values, side, on_body, added)


def _with_load(subject: Subject, load: QuickLoad | None, base: SetValues) -> SetValues:
    if load is None:
        return base
    if load.kind is LoadKind.BODY:
        return replace(base, load_g=None)
    if not takes_load(subject):
        raise Refused(_("{name} is done without a weight.").format(name=subject.name))
    if load.kind is LoadKind.ADDED and not is_on_body(subject):
        raise Refused(
            _("{name} has no body weight to add to. Leave the + out.").format(name=subject.name)
        )
    return replace(base, load_g=load.load_g, load_unit=load.unit)


def _with_count(subject: Subject, count: Count, values: SetValues) -> SetValues:
    if subject.measure.counts_reps:
        if count.counted is Counted.SECONDS:
            raise Refused(_("{name} is counted in reps.").format(name=subject.name))
        return replace(values, reps=count.value)
    if count.counted is Counted.REPS:
        raise Refused(_("{name} is held for a time: write 30s.").format(name=subject.name))
    return replace(values, duration_s=count.value, reps=None)
