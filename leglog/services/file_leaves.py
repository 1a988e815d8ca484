"""Reads the rows of a damaged SQLite file from the pages on which they lie, one by one.

SQLite finds rows from above, so that a lost page hides all that are below it, and gives up a page
where one row of it is damaged. Here each row is taken that makes sense by itself. The places
follow SQLite's published file format (https://www.sqlite.org/fileformat2.html).
"""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.models.stored import all_tables
from leglog.services.file_page import INTERIOR, LEAF, PAGE, Page, pages_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from pathlib import Path

    from leglog.models.stored import Row

_FREE_ON_TRUNK = PAGE // 4 - 2


@dataclass(slots=True)
class _Tree:
    """What can be reached of a table: its leaves, and whether a page on the way is lost."""

    leaves: list[int]
    is_torn: bool = False


def leaf_rows(path: Path, known: Mapping[str, Container[int]]) -> Iterator[tuple[str, Row]]:
    """Yield a table's name and a row of it that lies whole on one page, of ids not ``known``.

    Leaves that nothing leads to belong to a table that lost a page above, by what is on them. Folds
    the write-ahead log into ``path``, which is a copy.
    """
    roots = _roots(path)
    content = path.read_bytes()
    pages = pages_of(content)
    trees = {name: _walk(pages, root) for name, root in roots.items()}
    _add_loose_leaves(content, pages, trees)
    for name, tree in trees.items():
        table = all_tables()[name]
        for number in tree.leaves:
            for row in pages[number].whole_rows(table, known[name]):
                yield name, row


def _add_loose_leaves(
    content: bytes, pages: Mapping[int, Page], trees: Mapping[str, _Tree]
) -> None:
    """Give leaves that nothing leads to to the tables that lost pages."""
    torn = [name for name, tree in trees.items() if tree.is_torn]
    if not torn:
        return
    taken = {number for tree in trees.values() for number in tree.leaves}
    taken |= set(_free_pages(content))
    for number, page in pages.items():
        if page.kind == LEAF and number not in taken:
            name = _owner(page, torn)
            if name is not None:
                trees[name].leaves.append(number)


def _roots(path: Path) -> Mapping[str, int]:
    """Return where each of our tables begins."""
    with suppress(sqlite3.Error, ValueError), closing(sqlite3.connect(path)) as connection:
        with suppress(sqlite3.Error):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        rows = connection.execute(
            "SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' AND rootpage > 1"
        ).fetchall()
        return {name: root for name, root in rows if name in all_tables()}
    return {}


def _walk(pages: Mapping[int, Page], root: int) -> _Tree:
    tree, waiting, seen = _Tree([]), [root], set[int]()
    while waiting:
        number = waiting.pop()
        page = pages.get(number)
        if page is None or number in seen or page.kind not in (INTERIOR, LEAF):
            tree.is_torn = True
        elif page.kind == INTERIOR:
            waiting += page.children
        else:
            tree.leaves.append(number)
        seen.add(number)
    return tree


def _free_pages(content: bytes) -> Iterator[int]:
    """Yield the pages that are in use no more; what was removed still lies on them."""
    (trunk,) = struct.unpack_from(">I", content, 32)
    for _count in range(len(content) // PAGE):
        if not 1 < trunk <= len(content) // PAGE:
            return
        yield trunk
        start = (trunk - 1) * PAGE
        trunk, count = struct.unpack_from(">II", content, start)
        yield from struct.unpack_from(f">{min(count, _FREE_ON_TRUNK)}I", content, start + 8)


def _owner(page: Page, torn: Iterable[str]) -> str | None:
    """Return the one table that lost pages of which all rows of a leaf may be."""
    rows = page.rows()
    fitting = [name for name in torn if rows and all(row.fits(all_tables()[name]) for row in rows)]
    return fitting[0] if len(fitting) == 1 else None
