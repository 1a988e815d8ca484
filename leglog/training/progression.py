"""Double progression that listens to the back: more repetitions first, then more load.

The numbers follow the progression models of the American College of Sports Medicine (2009);
the conditions on the back are a product rule. A suggestion is derived each time and never stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leglog.training.back_response import allows_progress
from leglog.training.pain import MODERATE_TO
from leglog.training.units import from_marks, to_marks
from leglog.training.vocabulary import LoadMode, Response, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.training.back_response import BackResponse

STEP_PERCENT = 5
MOST_PERCENT = 10
WORKOUTS_NEEDED = 2
EXTRA_REPS = 3
"""How far beyond the range repetitions go where the next load would be too big a step."""

HOLD_STEP_S = 5
LONGEST_HOLD_S = 60
MOST_RPE_HALVES = 18
"""RPE 9: one repetition in reserve."""

EASE_LEAST_PERCENT = 10
EASE_MOST_PERCENT = 20


class Advice(StrEnum):
    """What is suggested for next time."""

    ADD_LOAD = "add_load"
    REDUCE_HELP = "reduce_help"
    ADD_REPS = "add_reps"
    ADD_SECONDS = "add_seconds"
    HARDER_VARIANT = "harder_variant"
    REPEAT = "repeat"
    EASE_OFF = "ease_off"


class Reason(StrEnum):
    """Why it is suggested; put into a sentence where it is shown."""

    FIRST_TIME = "first_time"
    PAUSED = "paused"
    """A flare is running."""
    AFTER_FLARE = "after_flare"
    """The first time since a flare: begin lighter."""
    RETURNING = "returning"
    """On the way back to the load from before a flare."""
    BACK_RED = "back_red"
    BACK_AMBER = "back_amber"
    BACK_SORE_BEFORE = "back_sore_before"
    """The workout began with pain above 5."""
    BACK_NOT_RATED = "back_not_rated"
    BELOW_TOP = "below_top"
    """Not every set reached the top of the range."""
    TOO_HARD = "too_hard"
    """The top was reached with nothing in reserve."""
    ONCE_MORE = "once_more"
    """The top was reached once; it takes two workouts."""
    TOP_TWICE = "top_twice"
    STEP_TOO_BIG = "step_too_big"
    """The top was reached twice, but the smallest step is more than a tenth."""
    LONG_ENOUGH = "long_enough"
    """Repetitions or seconds have gone as far as they should."""


@dataclass(frozen=True, slots=True)
class WorkSet:
    """What one work set of the exercise came to; of two sides the weaker one."""

    reps: int | None = None
    duration_s: int | None = None
    load_g: int | None = None
    rpe_halves: int | None = None


@dataclass(frozen=True, slots=True)
class Outing:
    """One workout with the exercise: its work sets and how the back took it."""

    sets: tuple[WorkSet, ...]
    before: int | None = None
    response: BackResponse | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What the exercise is planned with: the top of its range and the steps of its load.

    ``top`` counts repetitions, or seconds for a hold. ``increment_g`` is the smallest step that
    the person's equipment allows, None where nothing can be added.
    """

    low: int
    top: int
    is_hold: bool = False
    increment_g: int | None = None
    unit: Unit = Unit.KG
    load_mode: LoadMode = LoadMode.EXTERNAL


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to do next time and why; values that stay as they were are None."""

    advice: Advice
    reason: Reason
    load_g: int | None = None
    reps: int | None = None
    duration_s: int | None = None


@dataclass(frozen=True, slots=True)
class Comeback:
    """A flare that is over: the load from before it, and whether was trained since it began."""

    load_g: int
    trained: bool


def next_load(load_g: int, increment_g: int, unit: Unit = Unit.KG) -> int | None:
    """Return the next heavier load in grams, or None where the smallest step is too big.

    Five percent down to whole increments, at least one increment, never more than ten percent.
    ``unit`` is the one in which the plates are marked: 5 lb are no whole number of grams.
    """
    load, increment = to_marks(load_g, unit), to_marks(increment_g, unit)
    step = max(load * STEP_PERCENT // 100 // increment, 1) * increment
    return None if 100 * step > MOST_PERCENT * load else from_marks(load + step, unit)


def eased_load(load_g: int, increment_g: int, unit: Unit = Unit.KG) -> int | None:
    """Return a load 10 to 20 % lighter by whole increments, or None where none lies there."""
    load, increment = to_marks(load_g, unit), to_marks(increment_g, unit)
    steps = -(-load * EASE_LEAST_PERCENT // (100 * increment))
    eased = load - steps * increment
    return None if 100 * eased < (100 - EASE_MOST_PERCENT) * load else from_marks(eased, unit)


def suggest(
    history: Sequence[Outing],
    target: Target,
    *,
    paused: bool = False,
    comeback: Comeback | None = None,
) -> Suggestion:
    """Return what to do next time; ``history`` ends with the newest workout of the exercise.

    The back is heard first: a flare pauses, a red response eases off, an amber one, pain above 5
    before training, or no rating repeats. Then two workouts at the top of the range, with one
    repetition in reserve where RPE was logged, allow a step.

    After a flare the first time is 10 to 20 % lighter. From there each workout that the back took
    well allows one step, without waiting for the top of the range, up to the load from before.
    """
    if paused:
        return Suggestion(Advice.REPEAT, Reason.PAUSED)
    outings = [outing for outing in history if outing.sets]
    if not outings:
        return Suggestion(Advice.REPEAT, Reason.FIRST_TIME)
    if comeback is not None and not comeback.trained:
        lighter_g = _eased(outings[-1], target)
        return Suggestion(Advice.EASE_OFF, Reason.AFTER_FLARE, load_g=lighter_g)
    objection = _objection_of_back(outings[-1])
    if objection is Reason.BACK_RED:
        return Suggestion(Advice.EASE_OFF, objection, load_g=_eased(outings[-1], target))
    if objection is not None:
        return Suggestion(Advice.REPEAT, objection)
    step_back = _back_to(comeback, outings[-1], target) if comeback else None
    return step_back or _by_sets(outings[-WORKOUTS_NEEDED:], target)


def _back_to(comeback: Comeback, last: Outing, target: Target) -> Suggestion | None:
    """Return the next step towards the load from before a flare, None once it is reached."""
    load_g = _heaviest(last)
    if not load_g or not target.increment_g or load_g >= comeback.load_g:
        return None
    if not _reached(last, target.low, target) or target.load_mode is LoadMode.ASSISTED:
        return None
    heavier_g = next_load(load_g, target.increment_g, target.unit)
    if heavier_g is None:
        return None
    step_g = min(heavier_g, comeback.load_g)
    return Suggestion(Advice.ADD_LOAD, Reason.RETURNING, load_g=step_g, reps=target.low)


def _objection_of_back(outing: Outing) -> Reason | None:
    colour = outing.response.colour if outing.response else None
    if colour is Response.RED:
        return Reason.BACK_RED
    if outing.before is not None and outing.before > MODERATE_TO:
        return Reason.BACK_SORE_BEFORE
    if colour is None:
        return Reason.BACK_NOT_RATED
    return Reason.BACK_AMBER if colour is Response.AMBER else None


def _by_sets(recent: Sequence[Outing], target: Target) -> Suggestion:
    last = recent[-1]
    if not _reached(last, target.top, target):
        return _one_more(last, target.top, target, Reason.BELOW_TOP)
    if not all(_had_reserve(outing) for outing in recent):
        return Suggestion(Advice.REPEAT, Reason.TOO_HARD)
    twice = len(recent) == WORKOUTS_NEEDED and all(
        _reached(outing, target.top, target) and allows_progress(outing.response, outing.before)
        for outing in recent
    )
    if not twice:
        return Suggestion(Advice.REPEAT, Reason.ONCE_MORE)
    return _longer(last) if target.is_hold else _heavier(recent, target)


def _heavier(recent: Sequence[Outing], target: Target) -> Suggestion:
    last = recent[-1]
    load_g = _heaviest(last)
    if target.load_mode is LoadMode.ASSISTED and load_g and target.increment_g:
        less_g = max(0, load_g - target.increment_g)
        return Suggestion(Advice.REDUCE_HELP, Reason.TOP_TWICE, load_g=less_g, reps=target.low)
    if load_g and target.increment_g:
        heavier_g = next_load(load_g, target.increment_g, target.unit)
        if heavier_g is not None:
            return Suggestion(Advice.ADD_LOAD, Reason.TOP_TWICE, load_g=heavier_g, reps=target.low)
    beyond = target.top + EXTRA_REPS
    if all(_reached(outing, beyond, target) for outing in recent):
        return Suggestion(Advice.HARDER_VARIANT, Reason.LONG_ENOUGH)
    return _one_more(last, beyond, target, Reason.STEP_TOO_BIG)


def _longer(last: Outing) -> Suggestion:
    shortest_s = _least(last, is_hold=True)
    if shortest_s >= LONGEST_HOLD_S:
        return Suggestion(Advice.HARDER_VARIANT, Reason.LONG_ENOUGH)
    longer_s = min(shortest_s + HOLD_STEP_S, LONGEST_HOLD_S)
    return Suggestion(Advice.ADD_SECONDS, Reason.TOP_TWICE, duration_s=longer_s)


def _one_more(outing: Outing, most: int, target: Target, reason: Reason) -> Suggestion:
    least = _least(outing, is_hold=target.is_hold)
    if target.is_hold:
        goal_s = min(least + HOLD_STEP_S, most)
        return Suggestion(Advice.ADD_SECONDS, reason, duration_s=goal_s)
    return Suggestion(Advice.ADD_REPS, reason, reps=min(least + 1, most))


def _reached(outing: Outing, count: int, target: Target) -> bool:
    return _least(outing, is_hold=target.is_hold) >= count


def _least(outing: Outing, *, is_hold: bool) -> int:
    return min((each.duration_s if is_hold else each.reps) or 0 for each in outing.sets)


def _had_reserve(outing: Outing) -> bool:
    return all(
        each.rpe_halves is None or each.rpe_halves <= MOST_RPE_HALVES for each in outing.sets
    )


def _heaviest(outing: Outing) -> int | None:
    return max((each.load_g for each in outing.sets if each.load_g is not None), default=None)


def _eased(outing: Outing, target: Target) -> int | None:
    load_g = _heaviest(outing)
    if not load_g or not target.increment_g or target.load_mode is LoadMode.ASSISTED:
        return None
    return eased_load(load_g, target.increment_g, target.unit)
