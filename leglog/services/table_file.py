"""A table as a CSV file that any spreadsheet opens, and that runs nothing there."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from leglog.errors import LeglogError
from leglog.formats.spreadsheet import defused
from leglog.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def table_as_csv(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the table with commas and quotes; cells that a spreadsheet would run are defused."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([defused(header) for header in headers])
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def write_table(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write the table to ``path``, in UTF-8 with the mark by which spreadsheets know it.

    Raises LeglogError where the file cannot be written.
    """
    try:
        path.write_bytes(table_as_csv(headers, rows).encode("utf-8-sig"))
    except OSError as error:
        raise LeglogError(
            _("The file could not be written to this folder."), _("Choose another one.")
        ) from error


def _safe(cell: str) -> str:
    """Defuse words; a negative number stays one."""
    try:
        float(cell)
    except ValueError:
        return defused(cell)
    return cell
