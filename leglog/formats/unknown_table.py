"""Guesses what a table is whose program is not known, from its headings and first rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.cells import UnreadableCell
from leglog.formats.mapped import NEEDED, OFFERED, Columns, Contents, Field
from leglog.formats.table import local_moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WORDS: tuple[tuple[Field, str], ...] = (
    (Field.DATE, r"date|date ?time|datum|day|tag|fecha|data|timestamp|created"),
    (Field.TIME, r"time|uhrzeit|zeit|start|hour"),
    (Field.EXERCISE, r"exercise|übung|uebung|exercice|ejercicio|movement|lift|name"),
    (Field.WORKOUT, r"workout|session|training|routine|einheit"),
    (Field.REPS, r"reps?|repetitions?|wiederholungen|wdh|répétitions|repeticiones"),
    (Field.SETS, r"sets|sätze|séries|series"),
    (Field.SCORE, r"pain|schmerz|score|rating|douleur|nrs|vas|average"),
    (Field.UNIT, r"unit|einheit|weight unit"),
    (Field.LOAD, r"weight|load|gewicht|poids|peso|kg|lbs?"),
    (Field.WEIGHT, r"body ?weight|körpergewicht|weight|gewicht|poids"),
    (Field.DURATION, r"duration|seconds?|sekunden|dauer|hold|durée|secs?"),
    (Field.DISTANCE, r"distance|distanz|entfernung|km|miles"),
    (Field.RPE, r"rpe|effort|rir"),
    (Field.NOTE, r"notes?|comments?|notiz(en)?|kommentar|bemerkung"),
)


@dataclass(frozen=True, slots=True)
class UnknownTable:
    """The headings of a table and its first rows, by which its columns are named and judged."""

    headings: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]


def suggest(table: UnknownTable, contents: Contents) -> Columns:
    """Guess from headings what columns mean, and from the sample in which order dates stand."""
    places: dict[Field, int] = {}
    for wanted, words in _WORDS:
        if wanted not in OFFERED[contents]:
            continue
        free = [n for n in range(len(table.headings)) if n not in places.values()]
        found = next((n for n in free if _says(table.headings[n], words)), None)
        if found is not None:
            places[wanted] = found
    return judged(table, contents, places)


def judged(table: UnknownTable, contents: Contents, places: Mapping[Field, int]) -> Columns:
    """Return columns with the unit that their heading names and the order their dates allow."""
    unit = None
    for one in (Field.LOAD, Field.WEIGHT):
        if one in places:
            named = re.search(r"\b(kg|lbs?)\b", table.headings[places[one]].lower())
            unit = cells.unit_of(named[1]) if named else None
    date_place = places.get(Field.DATE)
    dates = [row[date_place] for row in table.sample if date_place is not None
             and date_place < len(row)]  # fmt: skip
    return Columns(contents, places, date_order_of(dates), unit)


def has_dates(table: UnknownTable) -> bool:
    """Say whether a row of the sample begins with, or holds, something that reads as a date."""
    return any(_is_date(cell) for row in table.sample for cell in row)


def _is_date(cell: str) -> bool:
    if re.match(r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}\b", cell):
        return True
    try:
        local_moment(cell)
    except UnreadableCell:
        return False
    return True


def suggested_contents(table: UnknownTable) -> Contents:
    """Guess what the rows are: where there is no exercise, ratings or body weight."""
    for contents in (Contents.SETS, Contents.RATINGS, Contents.BODY_WEIGHT):
        if not set(NEEDED[contents]) - suggest(table, contents).places.keys():
            return contents
    return Contents.SETS


def date_order_of(dates: Iterable[str]) -> str:
    """Return the order in which all of some dates make sense; the day first where both do."""
    orders = ["dmy", "mdy"]
    for text in dates:
        found = re.match(r"\s*(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})", text)
        if found is None:
            continue
        first, second = int(found[1]), int(found[2])
        if first > 31:
            return "ymd"
        if first > 12 and "mdy" in orders:
            orders.remove("mdy")
        if second > 12 and "dmy" in orders:
            orders.remove("dmy")
    return orders[0] if orders else ""


def _says(heading: str, words: str) -> bool:
    return re.search(rf"(^|[^a-zäöüé])({words})($|[^a-zäöüé])", heading.strip().lower()) is not None


def headings_of(rows: Sequence[Sequence[str]]) -> UnknownTable:
    """Return the headings and first rows of a table that was split into cells."""
    if not rows:
        return UnknownTable((), ())
    return UnknownTable(
        tuple(cell.strip()[:100] for cell in rows[0]),
        tuple(tuple(cell.strip()[:100] for cell in row) for row in rows[1:]),
    )
