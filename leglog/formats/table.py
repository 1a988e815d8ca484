"""Layouts with one heading line and one row a set: where columns stand, and row after row."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.builder import FileBuilder
from leglog.formats.cells import UnreadableCell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from leglog.formats.workout_file import WorkoutFile

_FRACTION = re.compile(r"(:\d{2})[.,]\d+$")
_LONGEST_MOMENT = 100
"""No date with its time is written longer; searching takes the square of a row of spaces."""
_ZONE = re.compile(r"\s*(Z|[+-]\d{2}:?\d{2})$")


class Row:
    """The cells of a row by the names of their columns; missing ones are empty."""

    def __init__(self, number: int, row: Sequence[str], places: Mapping[str, int]) -> None:
        self.number = number
        self._row, self._places = row, places

    def __getitem__(self, column: str) -> str:
        place = self._places.get(column)
        return self._row[place] if place is not None and place < len(self._row) else ""

    def text(self, column: str) -> str:
        """Return a text without control characters."""
        return cells.text_of(self[column])

    def flag(self, column: str) -> bool:
        """Return a mark written as 1, true or yes."""
        return self[column].strip().lower() in ("1", "true", "yes")


def places_of(headings: Sequence[str], needed: Iterable[str]) -> Mapping[str, int] | None:
    """Return where each column stands by its heading in small letters; None where one lacks."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        found.setdefault(heading.strip().lower(), place)
    return found if all(column in found for column in needed) else None


def take_rows(
    builder: FileBuilder,
    rows: Iterable[tuple[int, list[str]]],
    width: int,
    places: Mapping[str, int],
    take: Callable[[Row], None],
) -> None:
    """Call ``take`` with every row; what it cannot read is counted and told."""
    for number, row in rows:
        with builder.reading(number):
            cells.check_width(row, width)
            take(Row(number, row, places))


@dataclass(frozen=True, slots=True)
class Layout:
    """A program's layout in which every row stands for itself."""

    program: str
    needed: tuple[str, ...]
    """Headings in small letters by which it is recognised."""
    take: Callable[[FileBuilder, Row], None]

    def places(self, headings: Sequence[str]) -> Mapping[str, int] | None:
        """Return where each column stands, or None where this program did not write it."""
        return places_of(headings, self.needed)

    def read(
        self,
        headings: Sequence[str],
        places: Mapping[str, int],
        rows: Iterable[tuple[int, list[str]]],
    ) -> WorkoutFile:
        """Read the rows below the headings; each comes with its line number."""
        builder = FileBuilder(self.program)
        take_rows(builder, rows, len(headings), places, lambda row: self.take(builder, row))
        return builder.result()


def local_moment(cell: str) -> tuple[dt.date, dt.datetime | None]:
    """Return day and time as the clock on the wall showed them.

    An instant with its zone is put into this computer's; a time without one is local already.
    """
    written = cell.strip()
    if len(written) > _LONGEST_MOMENT:
        raise UnreadableCell(cell[:60])
    zone = _ZONE.search(written)
    if zone is None:
        return cells.moment_of(_FRACTION.sub(r"\1", cell))
    stamp = written[: zone.start()].replace(" ", "T") + zone[1]
    try:
        moment = dt.datetime.fromisoformat(stamp)
        if not cells.FIRST_YEAR < moment.year < cells.LAST_YEAR:
            raise UnreadableCell(cell[:60])
        local = moment.astimezone().replace(tzinfo=None)
    except (ValueError, OverflowError, OSError) as error:
        raise UnreadableCell(cell[:60]) from error
    return local.date(), local.replace(microsecond=0)


def from_unix(seconds: str) -> dt.datetime | None:
    """Return the local time of seconds since 1970, or None for 0 and nothing."""
    text = seconds.strip()
    if not text.isdecimal() or not text.strip("0"):
        return None
    # The largest is the end of 2099.
    if len(text) > 10 or int(text) >= 4_102_444_800:
        raise UnreadableCell(seconds[:60])
    return dt.datetime.fromtimestamp(int(text), dt.UTC).astimezone().replace(tzinfo=None)
