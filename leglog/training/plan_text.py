"""What people type for a planned set: repetitions, holds, rest, the number of sets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.training.units import MAX_HOLD_S, parse_duration, parse_reps

MAX_SETS = 20
MAX_REST_S = 3600

_DASHES = re.compile(r"\s*[-–−‐‑—]\s*")
_PAUSE = re.compile(r"\s*[,;·×x]\s*", re.IGNORECASE)
_UNIT = re.compile(r"[^\d\s.,:]+.*$")


@dataclass(frozen=True, slots=True)
class TypedTarget:
    """A typed range of repetitions, of seconds, or of both; ``at_least`` has no upper end."""

    reps: tuple[int, int] | None = None
    seconds: tuple[int, int] | None = None
    at_least: bool = False


def parse_set_count(text: str) -> int:
    """Return a typed number of sets. Raises InvalidValue outside of 1–20."""
    try:
        count = int(text.strip())
    except ValueError:
        raise _unreadable(text) from None
    if not 1 <= count <= MAX_SETS:
        raise InvalidValue(_("Sets must be between 1 and {most}.").format(most=MAX_SETS))
    return count


def parse_target(text: str, *, counts_reps: bool) -> TypedTarget:
    """Return a typed target.

    Accepts '10', '10–12', '10-12', '10+' (as many as possible, at least 10), '30 s', '20–30 s',
    '5 min', '1:05', and '10–12, 3 s' for repetitions with a pause. A number alone is repetitions
    or seconds as ``counts_reps`` says. Raises InvalidValue for what is none of these.
    """
    plain = _DASHES.sub("-", text.strip())
    if counts_reps:
        parts = [part for part in _PAUSE.split(plain) if part]
        if len(parts) == 2:
            return TypedTarget(_reps(parts[0], text), _seconds(parts[1], text))
        if plain.endswith("+"):
            least = parse_reps(plain[:-1])
            return TypedTarget((least, least), at_least=True)
        if re.fullmatch(r"\d+(-\d+)?", plain):
            return TypedTarget(_reps(plain, text))
    return TypedTarget(seconds=_seconds(plain, text))


def parse_rest(text: str) -> int | None:
    """Return a typed rest in seconds; None for nothing or a dash.

    Raises InvalidValue for what is no time, and above an hour.
    """
    if not text.strip(" -–−—"):
        return None
    rest_s = parse_duration(text)
    if rest_s > MAX_REST_S:
        raise InvalidValue(_("Rest must be between 0 and 3600 s."))
    return rest_s


def _reps(plain: str, text: str) -> tuple[int, int]:
    ends = [parse_reps(part) for part in plain.split("-")]
    return _range(ends, text)


def _seconds(plain: str, text: str) -> tuple[int, int]:
    parts = plain.split("-")
    unit = _UNIT.search(parts[-1])
    if unit and len(parts) == 2 and not _UNIT.search(parts[0]) and ":" not in parts[0]:
        # In '1-2 min' the unit belongs to both ends.
        parts[0] += unit[0]
    return _range([parse_duration(part, MAX_HOLD_S) for part in parts], text)


def _range(ends: list[int], text: str) -> tuple[int, int]:
    if len(ends) > 2:
        raise _unreadable(text)
    if ends[0] > ends[-1]:
        raise InvalidValue(_("A range begins with the smaller number."))
    return ends[0], ends[-1]


def _unreadable(text: str) -> InvalidValue:
    return InvalidValue(_("I can’t read “{text}”.").format(text=text.strip()))
