"""Words for an exercise's past: the last times, new bests, and a value that looks like a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext, pgettext
from leglog.training.records import Record, RecordKind
from leglog.training.set_counts import is_counted
from leglog.training.units import load_number
from leglog.training.vocabulary import LoadMode
from leglog.ui import localized
from leglog.ui.workout import sheet_words as words
from leglog.ui.workout.sheet_words import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.exercise_past import KnownBests, PastTime
    from leglog.services.set_values import SetValues
    from leglog.services.workout_form import ExerciseBlock, SetRow
    from leglog.training.vocabulary import Unit

_HELP = (LoadMode.ASSISTED, LoadMode.BAND)
_FIELDS = {"load_g": Column.WEIGHT, "reps": Column.REPS, "duration_s": Column.REPS}


def time_in_line(past: PastTime, unit: Unit) -> str:
    """Return what was done that day ('40 × 12, 12, 10', '30 s, 25 s')."""
    groups: list[tuple[int | None, list[str]]] = []
    for _mode, values in past.sets:
        if groups and groups[-1][0] == values.load_g:
            groups[-1][1].append(_count(values))
        else:
            groups.append((values.load_g, [_count(values)]))
    return ", ".join(_group(load_g, counts, unit) for load_g, counts in groups)


def record_in_words(records: Sequence[Record], unit: Unit) -> str:
    """Return the best of several records in a few words; '' for none."""
    best = min(records, key=lambda each: _ORDER.index(each.kind), default=None)
    if best is None:
        return ""
    match best.kind:
        case RecordKind.HEAVIEST_LOAD:
            load = localized.load_with_unit(round(best.value), unit)
            return _("Heaviest so far: {load}").format(load=load)
        case RecordKind.LONGEST_HOLD:
            time = localized.duration(round(best.value))
            return _("Longest hold so far: {time}").format(time=time)
        case RecordKind.E1RM:
            value = localized.number(float(load_number(round(best.value * 1000), unit)), 1)
            return _("Best estimated 1RM so far: {load}").format(load=f"{value} {unit.value}")
    count = round(best.value)
    reps = ngettext("{count} rep", "{count} reps", count).format(count=count)
    if best.load_g is None:
        return _("Most so far: {reps}").format(reps=reps)
    load = localized.load_with_unit(best.load_g, unit)
    return _("Most so far at {load}: {reps}").format(load=load, reps=reps)


def best_in_words(bests: KnownBests, block: ExerciseBlock, unit: Unit) -> str:
    """Return the best set before this workout ('32 kg × 10', '12 reps', '45 s'); '' for none.

    That is the heaviest one with the most repetitions; help by a machine or band is no weight.
    """
    lifted = [one for one in bests.facts if one.load_g and one.reps and one.load_mode not in _HELP]
    best = max(lifted, key=lambda one: (one.load_g or 0, one.reps or 0), default=None)
    if block.measure.counts_reps and best is not None:
        return pgettext("last time", "{load} × {count}").format(
            load=localized.load_with_unit(best.load_g or 0, unit),
            count=localized.number(best.reps or 0),
        )
    if block.measure.counts_reps and bests.reps:
        count = bests.reps
        return ngettext("{count} rep", "{count} reps", count).format(count=count)
    if not block.measure.counts_reps and bests.duration_s:
        return localized.duration(bests.duration_s)
    return ""


def top_in_words(block: ExerciseBlock) -> str:
    """Return that every set reached the top of its range ('12 reps on every set'), else ''."""
    rows = [row for row in block.sets if is_counted(block.section, row.set_type)]
    reached = len(rows) > 1 and all(row.done and _reaches_top(row, block) for row in rows)
    tops = {_top(row, block) for row in rows}
    if not reached or len(tops) > 1:
        return ""
    top = tops.pop() or 0
    if not block.measure.counts_reps:
        return _("{time} on every set").format(time=localized.duration(top))
    return ngettext("{count} rep on every set", "{count} reps on every set", top).format(count=top)


def _top(row: SetRow, block: ExerciseBlock) -> int | None:
    return row.target.reps_max if block.measure.counts_reps else row.target.s_max


def _reaches_top(row: SetRow, block: ExerciseBlock) -> bool:
    top = _top(row, block)
    done = row.shown.reps if block.measure.counts_reps else row.shown.duration_s
    return top is not None and done is not None and done >= top


def far_question(
    fields: frozenset[str], block: ExerciseBlock, row: SetRow, bests: KnownBests, unit: Unit
) -> str:
    """Return the quiet question about a value far above the best; '' for none."""
    if "load_g" in fields and row.values.load_g is not None:
        value = localized.load_with_unit(row.values.load_g, unit)
        best = localized.load_with_unit(bests.loads_g.get(row.load_mode, 0), unit)
    elif "reps" in fields or "duration_s" in fields:
        value = words.count(block, row.values)
        counts_reps = block.measure.counts_reps
        best = (
            localized.number(bests.reps or 0)
            if counts_reps
            else localized.duration(bests.duration_s or 0)
        )
    else:
        return ""
    return _("{value} is more than 2.5 times your best, {best}. Is that right? It is kept.").format(
        value=value, best=best
    )


def column_of(field: str) -> Column:
    """Return the column in which a field of SetValues stands."""
    return _FIELDS[field]


def origin(column: Column, block: ExerciseBlock, row: SetRow) -> str:
    """Return where a value comes from that is shown and not yet done; '' where nothing is shown."""
    if row.done or column not in (Column.WEIGHT, Column.REPS):
        return ""
    if column is Column.WEIGHT:
        shown, typed = row.shown.load_g, row.values.load_g
        last = row.last.load_g if row.last else None
        planned = row.target.load_g is not None
    else:
        reps = block.measure.counts_reps
        shown = row.shown.reps if reps else row.shown.duration_s
        typed = row.values.reps if reps else row.values.duration_s
        last = (row.last.reps if reps else row.last.duration_s) if row.last else None
        planned = shown != last
    if shown is None:
        return ""
    if typed is not None:
        return _("typed, not confirmed yet")
    if planned or row.last is None:
        return _("from the target")
    return _("last time on {day}, set {number}").format(
        day=localized.day_of_month(row.last.date), number=row.number
    )


def origins(block: ExerciseBlock, row: SetRow) -> str:
    """Return where weight and reps of a set come from, in a line; '' where it is done."""
    reps = origin(Column.REPS, block, row)
    load = origin(Column.WEIGHT, block, row)
    if reps and load and reps != load:
        return _("Weight {weight}; reps or time {reps}.").format(weight=load, reps=reps)
    return _("Shown: {origin}.").format(origin=reps or load) if reps or load else ""


_ORDER = (
    RecordKind.HEAVIEST_LOAD,
    RecordKind.LONGEST_HOLD,
    RecordKind.REPS_AT_LOAD,
    RecordKind.E1RM,
    RecordKind.WORKOUT_VOLUME,
)


def _count(values: SetValues) -> str:
    if values.reps is not None:
        return localized.number(values.reps)
    if values.duration_s is not None:
        return localized.duration(values.duration_s)
    return words.NOTHING


def _group(load_g: int | None, counts: Sequence[str], unit: Unit) -> str:
    listed = ", ".join(counts)
    if load_g is None:
        return listed
    return pgettext("last time", "{load} × {count}").format(
        load=localized.load(load_g, unit), count=listed
    )
