"""From what was typed into a cell of the plan to what the routine shall hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.training.plan_text import parse_set_count, parse_target
from leglog.training.units import parse_load
from leglog.training.vocabulary import LoadMode, LoadRule, SetType, Side

if TYPE_CHECKING:
    from leglog.services.planned_sets import PlannedSetValues
    from leglog.services.routine_reading import PlannedExerciseView
    from leglog.training.vocabulary import Unit

Sets = tuple["PlannedSetValues", ...]


def with_count(item: PlannedExerciseView, text: str) -> Sets:
    """Return as many sets as typed: the last one again, or fewer. Raises InvalidValue."""
    count = parse_set_count(text)
    more = count - len(item.sets)
    return (*item.sets[:count], *[item.sets[-1]] * more)


def with_target(item: PlannedExerciseView, text: str) -> Sets:
    """Return the sets with the typed reps or hold. Raises InvalidValue."""
    return tuple(target_of(one, text, item) for one in item.sets)


def with_weight(item: PlannedExerciseView, text: str, unit: Unit) -> Sets:
    """Return the sets with the typed load; ``unit`` holds where none is named.

    Nothing, a dash or 'last time' takes the load from the last time. Raises InvalidValue.
    """
    return tuple(weight_of(one, text, item, unit) for one in item.sets)


def with_side(item: PlannedExerciseView, side: Side) -> Sets:
    """Return the sets for both sides together or for each side."""
    return tuple(replace(one, side=side) for one in item.sets)


def other_side(item: PlannedExerciseView) -> Side:
    """Return what the side is not: each where both work together, and the other way round."""
    return Side.EACH if item.sets[0].side is Side.BOTH else Side.BOTH


def target_of(one: PlannedSetValues, text: str, item: PlannedExerciseView) -> PlannedSetValues:
    """Return a set with the typed reps or hold. Raises InvalidValue."""
    typed = parse_target(text, counts_reps=item.measure.counts_reps)
    reps, seconds = typed.reps or (None, None), typed.seconds or (None, None)
    set_type = one.set_type
    if typed.at_least:
        set_type = SetType.AMRAP
    elif set_type is SetType.AMRAP:
        set_type = SetType.WORKING
    return replace(
        one,
        set_type=set_type,
        reps_min=reps[0],
        reps_max=None if typed.at_least else reps[1],
        s_min=seconds[0],
        s_max=seconds[1],
    )


def weight_of(
    one: PlannedSetValues, text: str, item: PlannedExerciseView, unit: Unit
) -> PlannedSetValues:
    """Return a set with the typed load; see ``with_weight``."""
    plain = text.strip()
    if not plain.strip(" -–−—") or plain.casefold() == _("last time").casefold():
        return replace(
            one, load_rule=LoadRule.FROM_LAST, load_g=None, load_mode=item.usual_mode, band=None
        )
    if item.takes_band and not any(character.isdigit() for character in plain):
        word = None if plain.casefold() == _("band").casefold() else plain
        return replace(
            one, load_rule=LoadRule.FIXED, load_g=None, load_mode=LoadMode.BAND, band=word
        )
    load = parse_load(plain.lstrip("+−-"), unit)
    return replace(
        one,
        load_rule=LoadRule.FIXED,
        load_g=load.load_g,
        load_unit=load.unit,
        load_mode=_mode_with_load(item.usual_mode),
        band=None,
    )


def _mode_with_load(usual: LoadMode) -> LoadMode:
    """Return what a load means: on body weight it is an added one."""
    if usual is LoadMode.BODYWEIGHT:
        return LoadMode.ADDED
    return LoadMode.EXTERNAL if usual in (LoadMode.NONE, LoadMode.BAND) else usual
