"""Reading single cells that other programs wrote: numbers, dates, lengths of time."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING

from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_LENGTH = 10_000
_TOLD = 60
"""Letters of a row that are told; the others say no more."""
_remembered = lru_cache(maxsize=1000)
"""Of the numbers and times of a log there are few, and each is written over and over."""
_LONGEST_NUMBER = 40
"""No number or time is written longer; searching a longer text takes the square of its length."""
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009", " "))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PARTS = re.compile(r"(\d+)\s*(h|std|min|m|s)", re.IGNORECASE)
_CLOCK = re.compile(r"(?:(\d{1,6}):)?(\d{1,2}):(\d{2})")
_DATE_FORMS = (
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %I:%M:%S %p",
    "%Y-%m-%d %I:%M %p",
    "%Y-%m-%d",
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan ene gen",
            "feb fev fév",
            "mar mär mrz",
            "apr abr avr",
            "may mai mag",
            "jun giu juin",
            "jul lug juil",
            "aug ago aoû aou",
            "sep set",
            "oct okt out ott",
            "nov",
            "dec dez dic déc",
        ),
        start=1,
    )
    for name in names.split()
}
_DAY_FIRST = re.compile(r"(\d{1,2})\.?\s+(?:de\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2}),?\s+(\d{4})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])?\.?m?", re.IGNORECASE)
FIRST_YEAR, LAST_YEAR = 1970, 2100


class UnreadableCell(ValueError):
    """A cell does not hold what its column should."""


def check_width(row: Sequence[str], width: int) -> None:
    """Raise UnreadableCell where a row holds more than its headings."""
    if len(row) > width and any(cell.strip() for cell in row[width:]):
        raise UnreadableCell(",".join(row)[:_TOLD])


def check_length(row: Sequence[str], width: int, numbers: Iterable[int]) -> None:
    """Raise UnreadableCell where a row holds more than its headings, or ends within its numbers.

    ``numbers`` are the places of the columns that count. The last cell of a short row may itself
    be cut, so it is trusted only behind all of them.
    """
    check_width(row, width)
    if len(row) < width and len(row) - 1 <= max(numbers, default=-1):
        raise UnreadableCell(",".join(row)[:_TOLD])


def text_of(cell: str) -> str:
    r"""Return a text without control characters; a written '\n' becomes a line break."""
    if cell.isprintable() and "\\" not in cell:
        return cell.strip()[:MAX_LENGTH]
    return _CONTROL.sub("", cell.replace("\\n", "\n")).strip()[:MAX_LENGTH]


@_remembered
def number_of(cell: str) -> Decimal | None:
    """Return a number, None for an empty cell; comma and point both part the decimals."""
    cleaned = cell.translate(_SPACES).strip().replace(" ", "")
    if not cleaned:
        return None
    if "," in cleaned and "." not in cleaned:
        cleaned = cleaned.replace(",", ".")
    if len(cleaned) > _LONGEST_NUMBER:
        raise UnreadableCell(cell[:_LONGEST_NUMBER])
    try:
        value = Decimal(cleaned)
    except InvalidOperation:
        raise UnreadableCell(cell) from None
    if not value.is_finite() or abs(value) > 10**9:
        raise UnreadableCell(cell)
    return value


def whole_of(cell: str) -> int | None:
    """Return a whole number; '8.0' is one, '8.5' is rounded."""
    value = number_of(cell)
    return None if value is None else int(value.to_integral_value())


@_remembered
def rpe_halves_of(cell: str) -> int | None:
    """Return an RPE in halves, None for empty or 0; raises UnreadableCell outside of 1–10."""
    value = number_of(cell)
    if not value:
        return None
    if not 1 <= value <= 10:
        raise UnreadableCell(cell)
    return int((value * 2).to_integral_value())


@_remembered
def seconds_of(cell: str) -> int | None:
    """Return a length of time: '90', '1h 13m', '35m', '0:00:30'; None for none.

    Raises UnreadableCell for what is neither a number nor of a possible length.
    """
    cell = cell.translate(_SPACES).strip()
    if not cell:
        return None
    if len(cell) > _LONGEST_NUMBER:
        raise UnreadableCell(cell[:_LONGEST_NUMBER])
    clock = _CLOCK.fullmatch(cell)
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        total = hours * 3600 + minutes * 60 + seconds
    elif parts := _PARTS.findall(cell):
        each = {"h": 3600, "std": 3600, "m": 60, "min": 60, "s": 1}
        total = sum(int(count[:6]) * each[unit.lower()] for count, unit in parts)
    else:
        total = whole_of(cell) or 0
    return total or None


@_remembered
def moment_of(cell: str) -> tuple[dt.date, dt.datetime | None]:
    """Return the local day, and the local time where the cell has one; raises UnreadableCell."""
    cleaned = " ".join(cell.translate(_SPACES).strip().replace("T", " ").split())
    for form in _DATE_FORMS:
        try:
            found = dt.datetime.strptime(cleaned, form)  # noqa: DTZ007  local, without a zone
        except ValueError:
            continue
        return _checked(found, cell, has_time="%H" in form or "%I" in form)
    return _worded_moment(cell)


def unit_of(cell: str) -> Unit | None:
    """Return the unit of weight that a cell or heading names ('kgs', 'lbs')."""
    word = cell.strip().lower()
    if word.startswith(("kg", "kilo")):
        return Unit.KG
    return Unit.LB if word.startswith(("lb", "pound")) else None


@_remembered
def metres_of(cell: str, unit: str) -> int | None:
    """Return a distance in metres; 0 is none."""
    value = number_of(cell)
    if not value:
        return None
    metres = {"km": 1000, "m": 1, "mi": Decimal("1609.344"), "ft": Decimal("0.3048"), "cm": 0.01}
    factor = Decimal(str(metres.get(unit.strip().lower(), 1000)))
    return int((value * factor).to_integral_value()) or None


def _worded_moment(cell: str) -> tuple[dt.date, dt.datetime | None]:
    """Read '13 Mar 2026, 15:22' and 'May 15, 2026, 7:26 PM', in several languages."""
    cleaned = cell.translate(_SPACES).strip()
    day_first = _DAY_FIRST.match(cleaned)
    month_first = _MONTH_FIRST.match(cleaned)
    if day_first:
        day, name, year, end = *day_first.groups(), day_first.end()
    elif month_first:
        name, day, year, end = *month_first.groups(), month_first.end()
    else:
        raise UnreadableCell(cell)
    # 'juin' and 'juillet' differ in their fourth letter only.
    month = _MONTHS.get(name.lower()[:4]) or _MONTHS.get(name.lower()[:3])
    if month is None:
        raise UnreadableCell(cell)
    hour, minute, has_time = _clock_in(cleaned[end:])
    try:
        found = dt.datetime(int(year), month, int(day), hour, minute)  # noqa: DTZ001  local
    except ValueError:
        raise UnreadableCell(cell) from None
    return _checked(found, cell, has_time=has_time)


def _clock_in(text: str) -> tuple[int, int, bool]:
    found = _TIME.search(text)
    if not found:
        return 0, 0, False
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, minute, True


def _checked(
    found: dt.datetime, cell: str, *, has_time: bool
) -> tuple[dt.date, dt.datetime | None]:
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UnreadableCell(cell)
    return found.date(), found if has_time else None
