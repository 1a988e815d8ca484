"""How numbers and dates are written: what a report asks for, and an answer without Qt.

In the window the system's locale writes them (``ui.localized`` fits ``Writing``); the command line
writes them by the few rules of its two languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from leglog.training.units import load_number

if TYPE_CHECKING:
    import datetime as dt

    from leglog.training.vocabulary import Unit


class Writing(Protocol):
    """Numbers, loads and dates as people write them."""

    def number(self, value: float, decimals: int = 2) -> str:
        """Return ``value`` with at most ``decimals`` places ('42.5')."""

    def fixed(self, value: float, decimals: int = 1) -> str:
        """Return ``value`` with exactly ``decimals`` places ('3.0')."""

    def signed(self, value: float, decimals: int = 1) -> str:
        """Return a change with its sign ('+0.8')."""

    def load_with_unit(self, grams: int, unit: Unit) -> str:
        """Return a load with its unit ('40 kg')."""

    def duration(self, seconds: int) -> str:
        """Return a hold ('30 s', '1:05')."""

    def day_of_month(self, date: dt.date) -> str:
        """Return a day ('25 Oct')."""

    def day_range(self, first: dt.date, last: dt.date) -> str:
        """Return a stretch of days ('13–18 Oct')."""

    def month(self, date: dt.date) -> str:
        """Return a month with its year ('November 2025')."""

    def month_name(self, number_of_month: int, *, short: bool = False) -> str:
        """Return the name of a month, 1 to 12."""


@dataclass(frozen=True, slots=True)
class _Rules:
    point: str
    thousands: str
    months: str
    short_months: str
    day: str
    """Pattern of a day with its month."""


_ENGLISH = _Rules(
    ".",
    ",",
    "January February March April May June July August September October November December",
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "{day} {month}",
)
_GERMAN = _Rules(
    ",",
    ".",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "{day}. {month}",
)


class PlainWriting:
    """Writes in English, or in German for 'de'."""

    def __init__(self, language: str = "en") -> None:
        self._rules = _GERMAN if language.startswith("de") else _ENGLISH

    def number(self, value: float, decimals: int = 2) -> str:
        """Return ``value`` with at most ``decimals`` places, without zeros at the end."""
        text = self.fixed(value, decimals)
        if self._rules.point in text:
            text = text.rstrip("0").removesuffix(self._rules.point)
        return "0" if text == "−0" else text

    def fixed(self, value: float, decimals: int = 1) -> str:
        """Return ``value`` with exactly ``decimals`` places."""
        swap = str.maketrans({".": self._rules.point, ",": self._rules.thousands, "-": "−"})
        return f"{value:,.{decimals}f}".translate(swap)

    def signed(self, value: float, decimals: int = 1) -> str:
        """Return a change with its sign."""
        text = self.number(value, decimals)
        return f"+{text}" if value > 0 and text != "0" else text

    def load_with_unit(self, grams: int, unit: Unit) -> str:
        """Return a load with its unit."""
        return f"{self.number(float(load_number(grams, unit)))} {unit.value}"

    def duration(self, seconds: int) -> str:
        """Return a hold: seconds below a minute, else minutes and seconds."""
        return f"{seconds} s" if seconds < 60 else f"{seconds // 60}:{seconds % 60:02d}"

    def day_of_month(self, date: dt.date) -> str:
        """Return a day with its short month."""
        month = self.month_name(date.month, short=True)
        return self._rules.day.format(day=date.day, month=month)

    def day_range(self, first: dt.date, last: dt.date) -> str:
        """Return a stretch of days, with years where they differ."""
        if (first.year, first.month) == (last.year, last.month):
            dot = "." if self._rules is _GERMAN else ""
            return f"{first.day}{dot}–{self.day_of_month(last)}"
        if first.year != last.year:
            return "–".join(f"{self.day_of_month(day)} {day.year}" for day in (first, last))
        return f"{self.day_of_month(first)}–{self.day_of_month(last)}"

    def month(self, date: dt.date) -> str:
        """Return a month with its year."""
        return f"{self.month_name(date.month)} {date.year}"

    def month_name(self, number_of_month: int, *, short: bool = False) -> str:
        """Return the name of a month, 1 to 12."""
        names = self._rules.short_months if short else self._rules.months
        return names.split()[number_of_month - 1]
