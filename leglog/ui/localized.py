"""Numbers, loads, durations and dates as people write them here."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTime

from leglog.i18n import _, pgettext

if TYPE_CHECKING:
    from leglog.training.vocabulary import Unit

GRAMS_PER_KG = 1000.0
GRAMS_PER_LB = 453.59237
"""The international avoirdupois pound of 1959, exact."""


def number(value: float, decimals: int = 2) -> str:
    """Return ``value`` with at most ``decimals`` places, without zeros at the end ('42.5')."""
    locale = QLocale()
    text = locale.toString(float(value), "f", decimals)
    point = locale.decimalPoint()
    if point in text:
        text = text.rstrip("0").removesuffix(point)
    return "0" if text == "-0" else text.replace("-", "−")


def plural(value: float) -> int:
    """Return the number that puts a noun beside ``value`` right: only 1 itself is 'one set'."""
    return 1 if round(value, 1) == 1 else 2


def fixed(value: float, decimals: int = 1) -> str:
    """Return ``value`` with exactly ``decimals`` places ('3.0')."""
    return QLocale().toString(float(value), "f", decimals).replace("-", "−")


def signed(value: float, decimals: int = 1) -> str:
    """Return a change with its sign ('+0.8', '−0.2', '0')."""
    text = number(value, decimals)
    return f"+{text}" if value > 0 and text != "0" else text


def load(grams: int, unit: Unit) -> str:
    """Return a load as a number in ``unit`` to 0.01, without the unit ('40', '42.5')."""
    per_unit = GRAMS_PER_KG if unit.value == "kg" else GRAMS_PER_LB
    return number(round(grams / per_unit, 2))


def load_with_unit(grams: int, unit: Unit) -> str:
    """Return a load with its unit ('40 kg')."""
    return f"{load(grams, unit)} {unit.value}"


def duration(seconds: int) -> str:
    """Return a hold or a rest ('30 s', '1:05', '5 min')."""
    if seconds < 60:
        return _("{seconds} s").format(seconds=seconds)
    if seconds % 60 == 0:
        return _("{minutes} min").format(minutes=seconds // 60)
    return clock(seconds)


def clock(seconds: int) -> str:
    """Return a running time ('0:05', '1:05', '1:02:03')."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def clock_or_seconds(seconds: int) -> str:
    """Return a time as one would type it: seconds below a minute, else minutes and seconds."""
    return str(seconds) if seconds < 60 else clock(seconds)


def rpe(halves: int) -> str:
    """Return an RPE from its halves ('7', '7.5')."""
    return number(halves / 2, 1)


def day(date: dt.date) -> str:
    """Return a day with its year, short ('Fri 21 Nov 2025')."""
    return _date(date, pgettext("date pattern", "ddd d MMM yyyy"))


def short_day(date: dt.date) -> str:
    """Return a day without its year, short ('Fri 21 Nov')."""
    return _date(date, pgettext("date pattern", "ddd d MMM"))


def day_of_month(date: dt.date) -> str:
    """Return a day by its month, short ('25 Oct')."""
    return _date(date, pgettext("date pattern", "d MMM"))


def long_day(date: dt.date, *, year: bool = False) -> str:
    """Return a day in full ('Monday 17 November', or with its year)."""
    if year:
        return _date(date, pgettext("date pattern", "dddd d MMMM yyyy"))
    return _date(date, pgettext("date pattern", "dddd d MMMM"))


def month(date: dt.date) -> str:
    """Return a month with its year ('November 2025')."""
    # MMMM is the form inside a date in some languages; standaloneMonthName stands alone.
    name = QLocale().standaloneMonthName(date.month)
    return pgettext("month", "{name} {year}").format(name=name, year=date.year)


def month_name(number_of_month: int, *, short: bool = False) -> str:
    """Return the name of a month, 1 to 12 ('November', 'Nov')."""
    kind = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneMonthName(number_of_month, kind)


def weekday(number_of_day: int, *, short: bool = True) -> str:
    """Return the name of a weekday, 0 for Monday to 6 for Sunday ('Mon')."""
    kind = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(number_of_day + 1, kind)


def first_weekday() -> int:
    """Return the day on which weeks begin here, 0 for Monday to 6 for Sunday."""
    return QLocale().firstDayOfWeek().value - 1


def time_of_day(time: dt.time | dt.datetime, *, seconds: bool = False) -> str:
    """Return a clock time as written here ('17:05', '5:05 PM'); instants must be local."""
    at = QTime(time.hour, time.minute, time.second)
    if seconds:
        return at.toString("HH:mm:ss")
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)


def local_moment(instant: dt.datetime) -> str:
    """Return an aware instant in this computer's time ('Fri 21 Nov, 17:05')."""
    here = instant.astimezone()
    return _("{day}, {time}").format(day=short_day(here.date()), time=time_of_day(here))


def day_range(first: dt.date, last: dt.date) -> str:
    """Return a stretch of days ('13–18 Oct', '25 Aug–21 Nov', with years where they differ)."""
    if (first.year, first.month) == (last.year, last.month):
        number = _date(first, pgettext("date pattern", "d"))
        return f"{number}–{day_of_month(last)}"
    if first.year != last.year:
        pattern = pgettext("date pattern", "d MMM yyyy")
        return f"{_date(first, pattern)}–{_date(last, pattern)}"
    return f"{day_of_month(first)}–{day_of_month(last)}"


def to_qdate(date: dt.date) -> QDate:
    """Return the date that Qt's date fields want."""
    return QDate(date.year, date.month, date.day)


def from_qdate(date: QDate) -> dt.date:
    """Return the date that one of Qt's date fields holds."""
    return dt.date(date.year(), date.month(), date.day())


def _date(date: dt.date, pattern: str) -> str:
    return QLocale().toString(to_qdate(date), pattern)
