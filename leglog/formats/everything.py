"""The complete log as one JSON file: every row of every table, as it is stored.

docs/export.md describes it. Rows refer to each other by the ids of the file; across files a row is
known by its ``uuid``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from leglog.errors import ImportRejected
from leglog.i18n import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

Cell = str | int | float | None

PROGRAM = "LegLog"
VERSION = 1
LARGEST = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Everything:
    """What a complete export holds; ``revision`` names the schema that wrote it."""

    revision: str
    exported_at: str
    tables: Mapping[str, tuple[Mapping[str, Cell], ...]]


def write_everything(
    stream: TextIO,
    tables: Mapping[str, Iterable[Mapping[str, Cell]]],
    revision: str,
    now: dt.datetime,
) -> None:
    """Write the tables row by row, one row a line, so that two exports can be compared."""
    head = {"program": PROGRAM, "version": VERSION, "revision": revision}
    head["exported_at"] = now.isoformat(timespec="seconds")
    text_of = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    stream.write(json.dumps(head)[:-1] + ', "tables": {')
    for number, (name, rows) in enumerate(tables.items()):
        stream.write(f"{',' if number else ''}\n{json.dumps(name)}: [")
        for place, row in enumerate(rows):
            stream.write(f"{',' if place else ''}\n{text_of(dict(row))}")
        stream.write("]")
    stream.write("\n}}\n")


def looks_like_everything(content: bytes) -> bool:
    """Say whether a file is one of ours, from its first bytes."""
    start = content[:200].lstrip(b"\xef\xbb\xbf \r\n\t")
    return start.startswith(b"{") and f'"{PROGRAM}"'.encode() in start


def read_everything(content: bytes) -> Everything:
    """Read a complete export.

    Raises ImportRejected, and nothing else whatever the bytes are.
    """
    if len(content) > LARGEST:
        raise _refused(_("It is larger than 256 MB, which no log is."))
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError, MemoryError):
        raise _refused(_("It was cut short or changed.")) from None
    if not isinstance(found, dict) or found.get("program") != PROGRAM:
        raise _refused(_("It was not written by LegLog."))
    if found.get("version") != VERSION:
        raise _refused(_("It was written by a newer LegLog."))
    tables = found.get("tables")
    if not isinstance(tables, dict):
        raise _refused(_("It was cut short or changed."))
    return Everything(
        str(found.get("revision"))[:20],
        str(found.get("exported_at"))[:40],
        {str(name): _rows(rows) for name, rows in tables.items()},
    )


def _rows(rows: object) -> tuple[Mapping[str, Cell], ...]:
    if not isinstance(rows, list):
        raise _refused(_("It was cut short or changed."))
    for row in rows:
        if not isinstance(row, dict) or not all(
            value is None or isinstance(value, str | int | float) for value in row.values()
        ):
            raise _refused(_("It was cut short or changed."))
    return tuple(rows)


def _refused(reason: str) -> ImportRejected:
    return ImportRejected(
        _("This complete export cannot be read. {reason}").format(reason=reason),
        _("Nothing was changed. Export again from the LegLog that wrote it."),
    )
