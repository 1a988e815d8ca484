"""What stands in the cells of the set sheet, and what typing into them means."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from leglog.errors import InvalidValue
from leglog.i18n import _, ngettext, pgettext
from leglog.training.units import (
    MAX_ACTIVITY_S,
    MAX_HOLD_S,
    parse_duration,
    parse_load,
    parse_reps,
    parse_rpe,
)
from leglog.training.vocabulary import LoadMode, Measure, SetType, Side, Unit
from leglog.ui import labels, localized

if TYPE_CHECKING:
    from leglog.services.set_values import SetValues
    from leglog.services.workout_form import ExerciseBlock, SetRow

NOTHING = "—"


class Column(IntEnum):
    """The columns of the sheet."""

    SET = 0
    TARGET = 1
    LAST = 2
    WEIGHT = 3
    REPS = 4
    SIDE = 5
    RPE = 6
    DONE = 7


TYPED = (Column.WEIGHT, Column.REPS, Column.RPE)
"""Columns that take typing."""


def header(column: Column, unit: Unit) -> str:
    """Return the heading of a column."""
    return {
        Column.SET: _("Set"),
        Column.TARGET: _("Target"),
        Column.LAST: _("Last time"),
        Column.WEIGHT: _("Weight, {unit}").format(unit=unit.value),
        Column.REPS: _("Reps / hold"),
        Column.SIDE: _("Side"),
        Column.RPE: _("RPE"),
        Column.DONE: _("Done"),
    }[column]


def cell(column: Column, block: ExerciseBlock, row: SetRow, unit: Unit) -> str:
    """Return the words of one cell."""
    match column:
        case Column.SET:
            letter = labels.set_type_letter(row.set_type)
            return letter if row.set_type is SetType.WARM_UP else f"{row.number}{letter}"
        case Column.TARGET:
            return target(row, unit)
        case Column.LAST:
            return last_time(row, unit)
        case Column.WEIGHT:
            return weight(row, unit)
        case Column.REPS:
            return count(block, row.shown)
        case Column.SIDE:
            return labels.side_short(row.side)
        case Column.RPE:
            return "" if row.shown.rpe_halves is None else localized.rpe(row.shown.rpe_halves)
        case Column.DONE:
            return ""


def target(row: SetRow, unit: Unit) -> str:
    """Return what was planned ('10–12 @ 40', '10–30 s', '8+')."""
    goal = row.target
    if goal.reps_min is not None or goal.reps_max is not None:
        words = _range(goal.reps_min, goal.reps_max)
    elif goal.s_min is not None or goal.s_max is not None:
        words = seconds_range(goal.s_min, goal.s_max)
    else:
        return NOTHING
    if goal.load_g is not None:
        return pgettext("target", "{count} @ {load}").format(
            count=words, load=localized.load(goal.load_g, unit)
        )
    return words


def last_time(row: SetRow, unit: Unit) -> str:
    """Return what was done in this place last time ('40 × 11', '25 s')."""
    last = row.last
    if last is None:
        return NOTHING
    if last.reps is None:
        words = "" if last.duration_s is None else localized.duration(last.duration_s)
    else:
        words = localized.number(last.reps)
    if last.load_g is None:
        return words or NOTHING
    return pgettext("last time", "{load} × {count}").format(
        load=localized.load(last.load_g, unit), count=words
    )


def weight(row: SetRow, unit: Unit) -> str:
    """Return the load as the exercise means it ('40', '+5', 'help 30', 'body', 'band')."""
    load_g = row.shown.load_g
    if load_g is None:
        return {
            LoadMode.BODYWEIGHT: pgettext("weight", "body"),
            LoadMode.ADDED: pgettext("weight", "body"),
            LoadMode.BAND: pgettext("weight", "band"),
        }.get(row.load_mode, NOTHING)
    words = localized.load(load_g, unit)
    if row.load_mode in (LoadMode.ADDED, LoadMode.BODYWEIGHT):
        return f"+{words}"
    if row.load_mode is LoadMode.ASSISTED:
        return pgettext("weight", "help {load}").format(load=words)
    return words


def count(block: ExerciseBlock, values: SetValues) -> str:
    """Return the repetitions, or the time of what is held."""
    if block.measure.counts_reps:
        return NOTHING if values.reps is None else localized.number(values.reps)
    return NOTHING if values.duration_s is None else localized.duration(values.duration_s)


def plan(block: ExerciseBlock, unit: Unit) -> str:
    """Return the plan of an exercise in a line ('3 × 10–12 · rest 90 s')."""
    parts = []
    rows = [row for row in block.sets if row.set_type is not SetType.WARM_UP]
    numbers = {row.number for row in rows}
    targets = {target(row, unit) for row in rows}
    if numbers and len(targets) == 1 and (words := targets.pop()) != NOTHING:
        parts.append(pgettext("plan", "{sets} × {target}").format(sets=len(numbers), target=words))
    elif numbers:
        parts.append(
            ngettext("{count} set", "{count} sets", len(numbers)).format(count=len(numbers))
        )
    if any(row.side is not Side.BOTH for row in rows) and parts:
        parts[0] = _("{plan} each side").format(plan=parts[0])
    if block.rest_s:
        parts.append(_("rest {time}").format(time=localized.duration(block.rest_s)))
    return " · ".join(parts)


def editable_text(column: Column, block: ExerciseBlock, row: SetRow, unit: Unit) -> str:
    """Return what an editor begins with: the number alone."""
    values = row.shown
    match column:
        case Column.WEIGHT:
            return "" if values.load_g is None else localized.load(values.load_g, unit)
        case Column.REPS if block.measure.counts_reps:
            return "" if values.reps is None else str(values.reps)
        case Column.REPS:
            return (
                "" if values.duration_s is None else localized.clock_or_seconds(values.duration_s)
            )
        case Column.RPE:
            return "" if values.rpe_halves is None else localized.rpe(values.rpe_halves)
    return ""


def with_typed(
    column: Column, text: str, block: ExerciseBlock, row: SetRow, unit: Unit
) -> SetValues:
    """Return the row's values with what was typed into a cell.

    Raises InvalidValue with the limits in a sentence. An empty text clears the value; a load of 0
    is no load.
    """
    text = text.strip()
    typed = row.values if not row.done else row.shown
    match column:
        case Column.WEIGHT:
            if not text or text.strip("0.,") == "":
                return replace(typed, load_g=None)
            if block.measure in (Measure.DURATION, Measure.DISTANCE_DURATION):
                raise InvalidValue(_("This exercise is done without a weight."))
            load = parse_load(text, unit)
            return replace(typed, load_g=load.load_g, load_unit=load.unit)
        case Column.REPS if block.measure.counts_reps:
            return replace(typed, reps=parse_reps(text) if text else None)
        case Column.REPS:
            longest = MAX_ACTIVITY_S if block.measure is Measure.DISTANCE_DURATION else MAX_HOLD_S
            return replace(typed, duration_s=parse_duration(text, longest) if text else None)
        case Column.RPE:
            return replace(typed, rpe_halves=parse_rpe(text) if text else None)
    return typed


def both_sides(column: Column, text: str, row: SetRow) -> tuple[SetValues, SetValues] | None:
    """Return the values of left and right where both were typed at once ('10/8'), else None."""
    left, slash, right = text.partition("/")
    if column is not Column.REPS or not slash or row.side is not Side.EACH or row.done:
        return None
    try:
        reps = (parse_reps(left), parse_reps(right))
    except InvalidValue:
        return None
    return replace(row.values, reps=reps[0]), replace(row.values, reps=reps[1])


def said(column: Column, block: ExerciseBlock, row: SetRow, unit: Unit) -> str:
    """Return a cell in full for a screen reader."""
    rows = len({each.number for each in block.sets})
    last = last_time(row, unit)
    return _(
        "{exercise}, set {number} of {count}, {column}, {value}, {state}; last time {last}"
    ).format(
        exercise=block.name,
        number=row.number,
        count=rows,
        column=header(column, unit),
        value=cell(column, block, row, unit) or NOTHING,
        state=_("done") if row.done else _("not done"),
        last=last if last != NOTHING else _("nothing"),
    )


def seconds_range(low: int | None, high: int | None) -> str:
    """Return a range of seconds ('10–30 s', '5 min')."""
    if low is None or high is None or low == high:
        only = high if low is None else low
        return "" if only is None else localized.duration(only)
    if high < 60:
        return _("{low}–{high} s").format(low=low, high=high)
    return f"{localized.duration(low)}–{localized.duration(high)}"


def _range(low: int | None, high: int | None) -> str:
    if high is None:
        return f"{low}+"
    return str(high) if low in (None, high) else f"{low}–{high}"
