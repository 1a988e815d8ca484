"""How much was done: hard sets, volume load and time under tension.

Every figure of a set is a whole number or a multiple of a quarter, so sums do not depend on the
order or the periods in which they are taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from leglog.training.vocabulary import (
    UNCOUNTED_SECTIONS,
    Category,
    LoadMode,
    Section,
    SetType,
    Side,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MIN_HOLD_S = 5
"""A shorter hold is no hard set."""

EASY_UP_TO_RPE_HALVES = 10
"""At RPE 5 and below a set is too easy to count as hard."""

Trained = TypeVar("Trained")

_COUNTED_CATEGORIES = (Category.STRENGTH, Category.CORE)
_ONE_SIDE = (Side.LEFT, Side.RIGHT)


class SetFacts(NamedTuple):
    """What the arithmetic needs to know of one performed set.

    A tuple because one is made of every row of a log, straight from its columns: five times
    quicker than a dataclass over the tens of thousands of sets of ten years.
    """

    category: Category
    section: Section
    set_type: SetType
    done: bool
    side: Side
    reps: int | None
    load_g: int | None
    load_mode: LoadMode
    duration_s: int | None
    rpe_halves: int | None
    body_weight_g: int | None = None
    bodyweight_factor: float | None = None


def is_work_set(facts: SetFacts) -> bool:
    """Say whether a set counts as training at all.

    Done, not marked as warm-up, of an exercise of category strength or core, and outside of the
    warm-up and cool-down sections. Product rule.
    """
    return (
        facts.done
        and facts.set_type != SetType.WARM_UP
        and facts.category in _COUNTED_CATEGORIES
        and facts.section not in UNCOUNTED_SECTIONS
    )


def is_hard_set(facts: SetFacts) -> bool:
    """Say whether a set counts as a hard set.

    A work set with at least one repetition or five seconds held, and an RPE above 5 where one was
    logged. Product rule.
    """
    if not is_work_set(facts):
        return False
    if not facts.reps and (facts.duration_s or 0) < MIN_HOLD_S:
        return False
    return facts.rpe_halves is None or facts.rpe_halves > EASY_UP_TO_RPE_HALVES


def hard_sets(facts: SetFacts) -> float:
    """Return how many hard sets a row is: 1, or ½ for one side alone, or 0.

    'Each side' is one set; a left and a right row make one between them. Product rule.
    """
    if not is_hard_set(facts):
        return 0.0
    return 0.5 if facts.side in _ONE_SIDE else 1.0


def fractional_sets(facts: SetFacts, shares: Mapping[Trained, float]) -> dict[Trained, float]:
    """Return the hard sets of a row for each muscle or group: its sets times the share.

    Shares are 1 for a primary and ½ for a secondary muscle; counting indirect sets as halves
    fitted growth best in Pelland 2024.
    """
    sets = hard_sets(facts)
    return {trained: sets * share for trained, share in shares.items()} if sets else {}


def volume_load_g(facts: SetFacts, *, include_body_weight: bool = False) -> int:
    """Return repetitions × load of a work set, in grams.

    Twice for a dumbbell in each hand and twice for 'each side'; a left or right row counts its own
    repetitions. Body weight, holds, bands and assistance move no counted load. With
    ``include_body_weight`` the moved part of the body weight is added, less the assistance, where
    the body weight and the part are known. Product rule; parts after de Leva 1996.
    """
    if not facts.reps or not is_work_set(facts):
        return 0
    load_g = _external_load_g(facts)
    if include_body_weight:
        load_g += _moved_body_g(facts)
    sides = 2 if facts.side == Side.EACH else 1
    return facts.reps * load_g * sides


def moved_body_g(body_weight_g: int, factor: float, help_g: int = 0) -> int:
    """Return the part of the body weight that a repetition moves, less what a machine carries.

    In whole grams, never less than nothing. Parts of the body after de Leva 1996.
    """
    return max(0, round(body_weight_g * factor) - help_g)


def time_under_tension_s(facts: SetFacts) -> int:
    """Return the seconds held in a work set, both sides together.

    The seconds of a set with repetitions are the pause in each of them. Repetitions without a
    pause add nothing, since their time was not measured. Product rule.
    """
    if not facts.duration_s or not is_work_set(facts) or facts.reps == 0:
        return 0
    sides = 2 if facts.side == Side.EACH else 1
    return facts.duration_s * (1 if facts.reps is None else facts.reps) * sides


def repetitions(facts: SetFacts) -> int:
    """Return the repetitions of a work set, both sides together."""
    if not facts.reps or not is_work_set(facts):
        return 0
    return facts.reps * 2 if facts.side == Side.EACH else facts.reps


def share_out(total_g: int, shares: Mapping[Trained, float]) -> dict[Trained, int]:
    """Divide whole grams among muscles in proportion to their shares, so that they add up again.

    No part is more than a gram off its exact share; without shares there is nothing to divide.
    """
    bounds = list(accumulate(shares.values()))
    if not bounds or not bounds[-1]:
        return {}
    parts: dict[Trained, int] = {}
    given = 0
    for trained, bound in zip(shares, bounds, strict=True):
        upto = int(total_g * (bound / bounds[-1]))
        parts[trained] = upto - given
        given = upto
    return parts


@dataclass(frozen=True, slots=True)
class Volume:
    """What a number of sets comes to."""

    hard_sets: float = 0.0
    reps: int = 0
    volume_load_g: int = 0
    time_under_tension_s: int = 0


def add_up(sets: Sequence[SetFacts]) -> Volume:
    """Return the volume of sets."""
    return Volume(
        sum(map(hard_sets, sets)),
        sum(map(repetitions, sets)),
        sum(map(volume_load_g, sets)),
        sum(map(time_under_tension_s, sets)),
    )


def _external_load_g(facts: SetFacts) -> int:
    if facts.load_mode == LoadMode.PER_DUMBBELL:
        return 2 * (facts.load_g or 0)
    if facts.load_mode in (LoadMode.EXTERNAL, LoadMode.ADDED):
        return facts.load_g or 0
    return 0


def _moved_body_g(facts: SetFacts) -> int:
    if facts.body_weight_g is None or facts.bodyweight_factor is None:
        return 0
    help_g = (facts.load_g or 0) if facts.load_mode == LoadMode.ASSISTED else 0
    return moved_body_g(facts.body_weight_g, facts.bodyweight_factor, help_g)
