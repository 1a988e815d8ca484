"""The cells of one row of LegLog's own CSV, by column; each reader raises UnreadableCell."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from leglog.formats import cells
from leglog.formats.cells import UnreadableCell
from leglog.formats.spreadsheet import plain
from leglog.training.units import MAX_LOAD_G, grams

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal
    from enum import StrEnum

    from leglog.training.vocabulary import Unit

AnyWord = TypeVar("AnyWord", bound="StrEnum")


class Cells:
    """A missing column reads as an empty cell."""

    def __init__(self, row: list[str], places: Mapping[str, int]) -> None:
        self._row, self._places = row, places

    def __getitem__(self, column: str) -> str:
        place = self._places.get(column)
        return self._row[place] if place is not None and place < len(self._row) else ""

    def many(self, columns: Iterable[str]) -> tuple[str, ...]:
        """Return several cells as they are written."""
        return tuple(map(self.__getitem__, columns))

    def text(self, column: str) -> str:
        """Return a text as it was before it was made harmless for spreadsheets."""
        return plain(self[column]).replace("\0", "")[: cells.MAX_LENGTH]

    def number(self, column: str) -> Decimal | None:
        """Return a number of zero or more, or None."""
        value = cells.number_of(self[column])
        if value is not None and value < 0:
            raise UnreadableCell(self[column])
        return value

    def whole(self, column: str) -> int | None:
        """Return a whole number, or None."""
        value = self.number(column)
        if value is not None and value != int(value):
            raise UnreadableCell(self[column])
        return None if value is None else int(value)

    def within(self, column: str, low: int, high: int) -> int | None:
        """Return a whole number between two limits, or None."""
        value = cells.whole_of(self[column])
        if value is not None and not low <= value <= high:
            raise UnreadableCell(self[column])
        return value

    def grams(self, column: str, unit: Unit) -> int | None:
        """Return a weight in grams, or None."""
        value = self.number(column)
        if value is None:
            return None
        weight_g = grams(value, unit)
        if not 0 < weight_g <= MAX_LOAD_G:
            raise UnreadableCell(self[column])
        return weight_g

    def rpe_halves(self, column: str) -> int | None:
        """Return an RPE in halves, or None."""
        return cells.rpe_halves_of(self[column])

    def word(self, column: str, words: type[AnyWord]) -> AnyWord | None:
        """Return one of an enumeration's members, or None for an empty cell."""
        cell = self[column].strip()
        return _member(words, cell) if cell else None

    def day(self, column: str) -> dt.date:
        """Return a date."""
        return cells.moment_of(self[column])[0]

    def local(self, column: str) -> dt.datetime | None:
        """Return a local time without a zone, or None."""
        moment = self._moment(column)
        return None if moment is None else moment.replace(tzinfo=None)

    def instant(self, column: str) -> dt.datetime | None:
        """Return an instant with its zone, or None."""
        moment = self._moment(column)
        if moment is not None and moment.tzinfo is None:
            raise UnreadableCell(self[column])
        return moment

    def _moment(self, column: str) -> dt.datetime | None:
        cell = self[column].strip()
        if not cell:
            return None
        try:
            moment = dt.datetime.fromisoformat(cell)
        except ValueError:
            raise UnreadableCell(cell[:60]) from None
        if not cells.FIRST_YEAR < moment.year < cells.LAST_YEAR:
            raise UnreadableCell(cell[:60])
        return moment


@lru_cache(maxsize=1000)
def _member(words: type[AnyWord], cell: str) -> AnyWord:
    try:
        return words(cell)
    except ValueError:
        raise UnreadableCell(cell[:60]) from None
