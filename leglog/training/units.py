"""Weights, repetitions, times and effort: from what was typed to whole numbers and back.

Loads are stored as whole grams. A hundredth of a pound is 4.5 g, so a number of two decimals
survives any number of round trips in either unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.training.vocabulary import Unit

MAX_LOAD_G = 1_000_000
MAX_REPS = 1000
MAX_HOLD_S = 7200
MAX_ACTIVITY_S = 86_400
"""The longest that one set may take, a day's walk included."""
MIN_RPE_HALVES = 2
MAX_RPE_HALVES = 20

KG_PER_LB = Decimal("0.45359237")
"""Exact by the international agreement of 1959."""

_GRAMS_PER_UNIT = {Unit.KG: Decimal(1000), Unit.LB: KG_PER_LB * 1000}
_UNIT_WORDS = {"kg": Unit.KG, "kgs": Unit.KG, "lb": Unit.LB, "lbs": Unit.LB}
_HUNDREDTH = Decimal("0.01")

_NUMBER = r"-?(?:\d{1,9}(?:[.,]\d{0,6})?|[.,]\d{1,6})"
_LOAD = re.compile(rf"({_NUMBER})\s*([a-z]+)?", re.IGNORECASE)
_WHOLE = re.compile(r"-?\d{1,9}")
_PLAIN_NUMBER = re.compile(_NUMBER)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,4}):(\d{2})")
_SECONDS_AND_MORE = re.compile(
    rf"(?:({_NUMBER})\s*(?:h|hr|hrs|hours?))?\s*"
    rf"(?:({_NUMBER})\s*(?:m|min|mins|minutes?|'|′))?\s*"
    rf"(?:({_NUMBER})\s*(?:s|sec|secs|seconds?|\"|″)?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TypedLoad:
    """A load in grams with the unit in which it was typed."""

    load_g: int
    unit: Unit


def kilograms(number: Decimal, unit: Unit) -> Decimal:
    """Return ``number`` of ``unit`` in kilograms, exactly."""
    return number if unit is Unit.KG else number * KG_PER_LB


def grams(number: Decimal, unit: Unit) -> int:
    """Return ``number`` of ``unit`` in whole grams, halves upwards."""
    return int((number * _GRAMS_PER_UNIT[unit]).to_integral_value(ROUND_HALF_UP))


def load_number(load_g: int, unit: Unit) -> Decimal:
    """Return a load in ``unit`` with at most two decimals and no needless zeros (100, 12.5)."""
    number = (load_g / _GRAMS_PER_UNIT[unit]).quantize(_HUNDREDTH, ROUND_HALF_UP)
    # normalize() alone would turn 100 into 1E+2.
    return number.quantize(Decimal(1)) if number == int(number) else number.normalize()


def to_marks(load_g: int, unit: Unit) -> int:
    """Return a load as a whole number of grams, or of hundredths of a pound.

    Steps between loads are counted in these, since 5 lb are no whole number of grams.
    """
    return load_g if unit is Unit.KG else int(load_number(load_g, unit) * 100)


def from_marks(marks: int, unit: Unit) -> int:
    """Return the load in grams of a number that ``to_marks`` gave."""
    return marks if unit is Unit.KG else grams(Decimal(marks) / 100, unit)


def parse_load(text: str, unit: Unit) -> TypedLoad:
    """Return a typed weight with the unit it names; ``unit`` holds where the text names none.

    Accepts '12.5', '12,5', '95lb' and '42.5 kg'. Raises InvalidValue for what is no weight, and
    outside of 0 < weight ≤ 1000 kg.
    """
    match = _LOAD.fullmatch(text.strip())
    if match is None:
        raise _unreadable(text)
    word = match[2]
    named = unit if word is None else _UNIT_WORDS.get(word.lower())
    if named is None:
        raise _unreadable(text)
    load_g = grams(_decimal(match[1]), named)
    if not 0 < load_g <= MAX_LOAD_G:
        # In pounds the limit is rounded down to a whole number that can be typed.
        most = MAX_LOAD_G * 100_000 // int(_GRAMS_PER_UNIT[named] * 100_000)
        raise InvalidValue(
            _("Weight must be above 0 and at most {most} {unit}.").format(most=most, unit=named)
        )
    return TypedLoad(load_g, named)


def parse_reps(text: str) -> int:
    """Return a typed number of repetitions; 0 is a failed set.

    Raises InvalidValue for what is no whole number, and outside of 0–1000.
    """
    match = _WHOLE.fullmatch(text.strip())
    if match is None:
        raise _unreadable(text)
    reps = int(match[0])
    if not 0 <= reps <= MAX_REPS:
        raise InvalidValue(_("Reps must be between 0 and {most}.").format(most=MAX_REPS))
    return reps


def parse_duration(text: str, most_s: int = MAX_HOLD_S) -> int:
    """Return a typed time in whole seconds; a number alone is seconds.

    Accepts '30', '30s', '1:05', '1:02:05', '5 min' and '1 min 30 s'. Raises InvalidValue for what
    is no time, and outside of 0 to ``most_s``.
    """
    seconds = _clock_seconds(text.strip())
    if seconds is None:
        seconds = _worded_seconds(text.strip())
    if seconds is None:
        raise _unreadable(text)
    duration_s = int(seconds.to_integral_value(ROUND_HALF_UP))
    if not 0 <= duration_s <= most_s:
        raise InvalidValue(_("Time must be between 0 and {most} s.").format(most=most_s))
    return duration_s


def parse_rpe(text: str) -> int:
    """Return a typed RPE in halves (8.5 gives 17).

    Raises InvalidValue for what is no number, outside of 1–10, and between the halves.
    """
    match = _PLAIN_NUMBER.fullmatch(text.strip())
    if match is None:
        raise _unreadable(text)
    halves = _decimal(match[0]) * 2
    if halves != int(halves) or not MIN_RPE_HALVES <= halves <= MAX_RPE_HALVES:
        raise InvalidValue(_("RPE must be between 1 and 10, in halves."))
    return int(halves)


def _clock_seconds(text: str) -> Decimal | None:
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    # In '1:75' the writer meant something else; with hours the minutes have a limit too.
    if seconds > 59 or (match[1] is not None and minutes > 59):
        return None
    return Decimal(hours * 3600 + minutes * 60 + seconds)


def _worded_seconds(text: str) -> Decimal | None:
    match = _SECONDS_AND_MORE.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    hours, minutes, seconds = (_decimal(part or "0") for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", "."))


def _unreadable(text: str) -> InvalidValue:
    return InvalidValue(_("I can’t read “{text}”.").format(text=text.strip()))
