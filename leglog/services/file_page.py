"""Single pages of an SQLite file, and the rows that lie on them.

The places follow SQLite's published file format (https://www.sqlite.org/fileformat2.html). Damaged
pages are read as far as they make sense.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.models.stored import Cell, Row, broken_column

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from sqlalchemy import Table

PAGE = 4096
INTERIOR, LEAF = 5, 13
_HIGHEST_ID = 2**31
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_REAL, _ZERO, _ONE, _TEXT = 7, 8, 9, 13


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row as it lies on a page; values that go on elsewhere are not among them."""

    id: int
    columns: int
    values: tuple[Cell, ...]

    def fits(self, table: Table) -> bool:
        """Say whether this may be a row of ``table``."""
        if len(self.values) < self.columns:
            return self.columns == len(table.columns)
        return self.as_row(table) is not None

    def as_row(self, table: Table) -> Row | None:
        """Return this as a row of ``table``; None where it is none, or goes on elsewhere."""
        if not self.columns == len(self.values) == len(table.columns):
            return None
        names = [column.name for column in table.columns]
        row: Row = dict(zip(names, self.values, strict=True)) | {"id": self.id}
        return row if broken_column(table, row) is None else None


class Page:
    """The bytes of one page of a table's tree."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.kind = content[0]

    @property
    def children(self) -> list[int]:
        """The numbers of the pages below a page that is no leaf."""
        cells = [struct.unpack_from(">I", self._content, place)[0] for place in self._places(12)]
        return [*cells, struct.unpack_from(">I", self._content, 8)[0]]

    def rows(self, without: Container[int] = ()) -> list[StoredRow]:
        """Return the rows of a leaf that can be read, but those of some ids."""
        found = (self._row(place, without) for place in self._places(8))
        return [row for row in found if row is not None]

    def whole_rows(self, table: Table, without: Container[int]) -> list[Row]:
        """Return the rows of ``table`` on a leaf that make sense and lie here as a whole."""
        found = (row.as_row(table) for row in self.rows(without))
        return [row for row in found if row is not None]

    def _places(self, pointers: int) -> list[int]:
        """Return where cells begin, of those that may be true."""
        count = min(struct.unpack_from(">H", self._content, 3)[0], (PAGE - pointers) // 2)
        found = struct.unpack_from(f">{count}H", self._content, pointers)
        return [place for place in found if pointers <= place <= PAGE - 20]

    def _row(self, place: int, without: Container[int]) -> StoredRow | None:
        _size, place = varint(self._content, place)
        number, start = varint(self._content, place)
        if number in without:
            return None
        length, place = varint(self._content, start)
        end = start + length
        if not (0 < number < _HIGHEST_ID and place <= end < PAGE):
            return None
        kinds = []
        while place < end:
            kind, place = varint(self._content, place)
            kinds.append(kind)
        return StoredRow(number, len(kinds), _values(self._content, end, kinds))


def pages_of(content: bytes | bytearray) -> dict[int, Page]:
    """Return all whole pages but the first, by their numbers, which count from 1."""
    return {
        number: Page(bytes(content[(number - 1) * PAGE : number * PAGE]))
        for number in range(2, len(content) // PAGE + 1)
    }


def varint(page: bytes, place: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and the place behind it; 0 beyond the page."""
    value = 0
    for count in range(9):
        if place >= len(page):
            return 0, place
        byte = page[place]
        place += 1
        if count == 8:
            return (value << 8) | byte, place
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            break
    return value, place


def _values(page: bytes, place: int, kinds: Sequence[int]) -> tuple[Cell, ...]:
    """Return the values of a record as far as they lie on this page."""
    found: list[Cell] = []
    for kind in kinds:
        length = _length(kind)
        piece = page[place : place + length]
        if len(piece) < length:
            break
        place += length
        found.append(_value(kind, piece))
    return tuple(found)


def _length(kind: int) -> int:
    if kind >= _TEXT - 1:
        return (kind - (_TEXT if kind % 2 else _TEXT - 1)) // 2
    return 8 if kind == _REAL else _INTEGERS.get(kind, 0)


def _value(kind: int, piece: bytes) -> Cell:
    if kind in _INTEGERS:
        return int.from_bytes(piece, "big", signed=True)
    if kind == _REAL:
        return float(struct.unpack(">d", piece)[0])
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    return piece.decode("utf-8", "replace") if kind >= _TEXT - 1 else None
