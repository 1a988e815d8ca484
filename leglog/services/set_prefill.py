"""What stands in a set that is not done: what was typed, else last time's or the plan's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.services.set_values import SetValues
from leglog.services.workout_form import Source, Target
from leglog.training.prefill import prefilled_count, prefilled_load_g
from leglog.training.vocabulary import LoadMode, Measure, SetType, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.last_time import LastSet


def last_in_place(
    last: Sequence[LastSet], is_warm_up: bool, number: int, side: Side
) -> LastSet | None:
    """Return what stood in the same place last time: of the same kind, and of the same side."""
    same_kind = [one for one in last if (one.set_type is SetType.WARM_UP) == is_warm_up]
    for wanted in (side, None):
        rows = [
            one
            for one in same_kind
            if (one.side is wanted if wanted else one.side is not Side.RIGHT)
        ]
        if number <= len(rows):
            return rows[number - 1]
    return None


def prefilled(
    values: SetValues, target: Target, last: LastSet | None, measure: Measure, mode: LoadMode
) -> tuple[SetValues, Source]:
    """Return what the row would log, field by field: what was typed, else what is prefilled."""
    reps, load_g, unit, duration_s = values.reps, values.load_g, values.load_unit, values.duration_s
    if measure.counts_reps:
        if reps is None:
            reps = prefilled_count(last.reps if last else None, target.reps_min, target.reps_max)
        if duration_s is None:
            # A pause in each repetition is part of the plan, not something that varies.
            duration_s = target.s_min
    elif duration_s is None:
        duration_s = prefilled_count(last.duration_s if last else None, target.s_min, target.s_max)
    if load_g is None and _takes_load(mode, measure):
        load_g = prefilled_load_g(target.load_g, last.load_g if last else None)
        if target.load_g is None and last is not None and last.load_g is not None:
            unit = last.load_unit
    shown = SetValues(reps, load_g, unit, duration_s, values.distance_m, values.rpe_halves)
    return shown, _source(values, last, shown)


def _takes_load(mode: LoadMode, measure: Measure) -> bool:
    return mode is not LoadMode.BAND and measure not in (
        Measure.DURATION,
        Measure.DISTANCE_DURATION,
    )


def _source(values: SetValues, last: LastSet | None, shown: SetValues) -> Source:
    if not values.is_empty or values.load_g is not None:
        return Source.TYPED
    if shown.is_empty:
        return Source.NOTHING
    if last and (last.reps, last.duration_s) == (shown.reps, shown.duration_s):
        return Source.LAST
    return Source.TARGET
