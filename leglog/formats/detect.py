"""Tells by its headings which program wrote a file, and reads it."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING, Protocol

from leglog.errors import ImportRejected
from leglog.formats import (
    fastnfitness,
    fitbod,
    fitnotes,
    fitnotes_backup,
    fitnotes_body,
    flexify,
    hevy,
    jefit,
    leglog_csv,
    liftlog,
    liftosaur,
    mapped,
    strong,
    stronglifts,
)
from leglog.formats.hostile_sqlite import HEADER as SQLITE
from leglog.formats.unknown_table import UnknownTable, headings_of
from leglog.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from leglog.formats.workout_file import WorkoutFile

LARGEST = 64 * 1024 * 1024
_DELIMITERS = (",", ";", "\t")
_JUDGED = 500
"""Rows of an unknown table from which the order of its dates is judged."""
_WIDEST = 2000
"""No export has more columns; a row of millions of cells is not taken apart further."""


class Dialect(Protocol):
    """A program's layout, as a module or a Layout: recognised by its headings, then read."""

    def places(self, headings: Sequence[str]) -> Mapping[str, int] | None:
        """Return where each column stands, or None where this program did not write it."""

    def read(
        self,
        headings: Sequence[str],
        places: Mapping[str, int],
        rows: Iterable[tuple[int, list[str]]],
    ) -> WorkoutFile:
        """Read the rows below the headings; each comes with its line number."""


DIALECTS: tuple[Dialect, ...] = (
    leglog_csv,
    strong,
    hevy,
    fitnotes,
    fitnotes_body.LAYOUT,
    liftosaur.LAYOUT,
    fitbod,
    stronglifts,
    liftlog.LAYOUT,
    flexify.LAYOUT,
    fastnfitness.RECORDS,
    fastnfitness.MEASURES,
)


def read_workout_file(content: bytes, columns: mapped.Columns | None = None) -> WorkoutFile:
    """Read the export of another program, or any table whose ``columns`` the person named.

    Raises ImportRejected, and nothing else whatever the bytes are: empty, foreign, damaged or
    without a single set.
    """
    if len(content) > LARGEST:
        raise ImportRejected(
            _("This file is larger than 64 MB, which no workout log is."),
            _("Choose the file that the other program exported."),
        )
    if content.startswith(SQLITE):
        return fitnotes_backup.read(content)
    text = _decoded(content)
    if not text.strip():
        raise ImportRejected(_("This file is empty."), _("Export your workouts again."))
    if jefit.is_backup(text):
        return jefit.read(text)
    return _read_table(text, columns)


def unknown_table(content: bytes) -> UnknownTable | None:
    """Return headings and first rows of a table that no layout fits; None where it is no table.

    Raises ImportRejected where the bytes are no text.
    """
    text = _decoded(content[:LARGEST])
    found = _likeliest_rows(text)
    return headings_of(found) if found else None


def _read_table(text: str, columns: mapped.Columns | None) -> WorkoutFile:
    first = next(line for line in text.splitlines() if line.strip())
    if columns is not None:
        delimiter = max(_DELIMITERS, key=lambda sign: len(_split(first, sign)))
        return mapped.read(columns, _rows(text, delimiter), len(_split(first, delimiter)))
    for delimiter in _DELIMITERS:
        headings = _split(first, delimiter)
        for dialect in DIALECTS:
            places = dialect.places(headings)
            if places is not None:
                return dialect.read(headings, places, _rows(text, delimiter))
    raise _foreign()


def _likeliest_rows(text: str) -> list[list[str]]:
    """Return the first rows, cut where that gives most columns; none where there is one only."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()][: _JUDGED + 1]
    if len(lines) < 2:
        return []
    delimiter = max(_DELIMITERS, key=lambda sign: len(_split(lines[0], sign)))
    rows = [_split(line, delimiter) for line in lines]
    return rows if len(rows[0]) > 1 else []


def _foreign() -> ImportRejected:
    return ImportRejected(
        _("This file does not look like a workout log."),
        _("LegLog reads exports of Strong, Hevy, FitNotes and others, and tables with headings."),
    )


def _decoded(content: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content[:4096]:
        raise _foreign()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file that was cut may end within a letter; the others are still sound.
        if error.end == len(content) and error.reason == "unexpected end of data":
            return content[: error.start].decode("utf-8")
        return content.decode("cp1252", errors="replace")


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])[:_WIDEST]
    except csv.Error:
        return []


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and cells of each row below the headings; empty rows are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    is_heading = True
    try:
        for row in reader:
            if not "".join(row).strip():
                continue
            if is_heading:
                is_heading = False
                continue
            yield reader.line_num, row[:_WIDEST]
    except csv.Error as error:
        raise ImportRejected(
            _("This file is damaged near line {line}.").format(line=reader.line_num),
            _("Export your workouts again."),
        ) from error
