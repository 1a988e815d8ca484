"""Puts right the parts of a damaged SQLite file that are the same in every log.

Works on copies. The places follow SQLite's published file format
(https://www.sqlite.org/fileformat2.html).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.models import schema
from leglog.services.file_page import INTERIOR, LEAF, PAGE, varint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEAD = 100
_MOST_ON_LEAF = PAGE - 35
_LEAST_ON_LEAF = (PAGE - 12) * 32 // 255 - 23


def mend_length(path: Path) -> None:
    """Let the head say how many pages there really are: of a file that was cut some remain."""
    pages = path.stat().st_size // PAGE
    with path.open("r+b") as file:
        file.seek(28)
        file.write(pages.to_bytes(4, "big"))
        # The head's length counts only while these two are the same.
        file.seek(24)
        counter = file.read(4)
        file.seek(92)
        file.write(counter)


def mend_head(path: Path) -> None:
    """Put right the first hundred bytes."""
    with path.open("r+b") as file:
        head = bytearray(file.read(_HEAD).ljust(_HEAD, b"\0"))
        head[0:24] = b"SQLite format 3\0" + bytes((0x10, 0, 2, 2, 0, 64, 32, 32))
        # No list of free pages: the one that stands there may lead anywhere.
        head[32:40] = bytes(8)
        head[44:48] = (4).to_bytes(4, "big")
        head[52:60] = bytes(7) + b"\1"
        head[60:68] = bytes(8)
        head[68:72] = schema.APPLICATION_ID.to_bytes(4, "big")
        file.seek(0)
        file.write(head)


def mend_schema(path: Path, fresh: Path) -> None:
    """Take the description of the tables from a new log, whose tables lie at the same places."""
    content = fresh.read_bytes()
    with path.open("r+b") as file:
        for number in _schema_pages(content):
            start = (number - 1) * PAGE
            skipped = _HEAD if number == 1 else 0
            file.seek(start + skipped)
            file.write(content[start + skipped : start + PAGE])


def _schema_pages(content: bytes) -> Iterator[int]:
    """Yield the pages of the table of tables, which begins on the first page."""
    waiting = [1]
    while waiting:
        number = waiting.pop()
        yield number
        start = (number - 1) * PAGE
        page = content[start : start + PAGE]
        head = _HEAD if number == 1 else 0
        cells = int.from_bytes(page[head + 3 : head + 5], "big")
        pointers = head + (12 if page[head] == INTERIOR else 8)
        places = [
            int.from_bytes(page[pointers + 2 * n : pointers + 2 * n + 2], "big")
            for n in range(cells)
        ]
        if page[head] == INTERIOR:
            waiting.append(int.from_bytes(page[head + 8 : head + 12], "big"))
            waiting += [int.from_bytes(page[place : place + 4], "big") for place in places]
        elif page[head] == LEAF:
            for place in places:
                yield from _overflow_pages(content, page, place)


def _overflow_pages(content: bytes, page: bytes, place: int) -> Iterator[int]:
    size, place = varint(page, place)
    _rowid, place = varint(page, place)
    if size <= _MOST_ON_LEAF:
        return
    local = _LEAST_ON_LEAF + (size - _LEAST_ON_LEAF) % (PAGE - 4)
    place += local if local <= _MOST_ON_LEAF else _LEAST_ON_LEAF
    number = int.from_bytes(page[place : place + 4], "big")
    while number:
        yield number
        start = (number - 1) * PAGE
        number = int.from_bytes(content[start : start + 4], "big")
