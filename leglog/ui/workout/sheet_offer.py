"""A value typed into a set, offered to the sets below it that are not done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leglog.i18n import ngettext
from leglog.ui import localized
from leglog.ui.workout import sheet_words as words
from leglog.ui.workout.sheet_words import Column

if TYPE_CHECKING:
    from leglog.services.set_values import SetValues
    from leglog.training.vocabulary import Unit
    from leglog.ui.workout.sheet_model import SheetModel
    from leglog.ui.workout.sheet_rows import SetLine


def values_below(model: SheetModel, set_id: int, column: Column) -> dict[int, SetValues]:
    """Return what the later sets of the exercise would become; only those it would change."""
    source = _line_of(model, set_id)
    if source is None:
        return {}
    values = {}
    for line in _below(model, source):
        shown = _with_value(line.row.shown, source.row.shown, column)
        if shown != line.row.shown:
            values[line.row.id] = _with_value(line.row.values, source.row.shown, column)
    return values


def offer_words(model: SheetModel, set_id: int, column: Column, unit: Unit) -> str:
    """Return the sentence that offers a typed value to the sets below; empty for none."""
    source, count = _line_of(model, set_id), len(values_below(model, set_id, column))
    if source is None or not count:
        return ""
    shown = source.row.shown
    if column is Column.WEIGHT:
        if shown.load_g is None:
            return ""
        value = localized.load_with_unit(shown.load_g, unit)
    elif source.block.measure.counts_reps and shown.reps is not None:
        value = ngettext("{count} rep", "{count} reps", shown.reps).format(count=shown.reps)
    else:
        value = words.count(source.block, shown)
    return ngettext(
        "Ctrl+Shift+Down takes {value} for the set below too.",
        "Ctrl+Shift+Down takes {value} for the {count} sets below too.",
        count,
    ).format(value=value, count=count)


def _with_value(values: SetValues, source: SetValues, column: Column) -> SetValues:
    match column:
        case Column.WEIGHT:
            return replace(values, load_g=source.load_g, load_unit=source.load_unit)
        case Column.REPS:
            return replace(values, reps=source.reps, duration_s=source.duration_s)
        case _:
            return replace(values, rpe_halves=source.rpe_halves)


def _line_of(model: SheetModel, set_id: int) -> SetLine | None:
    row = model.row_of(("set", set_id))
    return None if row is None else model.set_line(row)


def _below(model: SheetModel, source: SetLine) -> list[SetLine]:
    ids = [row.id for row in source.block.sets]
    later = set(ids[ids.index(source.row.id) + 1 :])
    lines = (model.set_line(row) for row in model.set_rows())
    return [line for line in lines if line and line.row.id in later and not line.row.done]
