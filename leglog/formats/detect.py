"""Tells by its headings which program wrote a file, and reads it."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from leglog.errors import ImportRejected
from leglog.formats import fitnotes, hevy, leglog_csv, strong
from leglog.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from leglog.formats.workout_file import WorkoutFile

LARGEST = 64 * 1024 * 1024
_DELIMITERS = (",", ";", "\t")
_WIDEST = 2000
"""No export has more columns; a row of millions of cells is not taken apart further."""


class Dialect(NamedTuple):
    """A program's layout: recognised by its headings, then read."""

    places: Callable[[Sequence[str]], Mapping[str, int] | None]
    read: Callable[[Sequence[str], Mapping[str, int], Iterable[tuple[int, list[str]]]], WorkoutFile]


DIALECTS = (
    Dialect(leglog_csv.places, leglog_csv.read),
    Dialect(strong.places, strong.read),
    Dialect(hevy.places, hevy.read),
    Dialect(fitnotes.places, fitnotes.read),
)


def read_workout_file(content: bytes) -> WorkoutFile:
    """Read the export of another program.

    Raises ImportRejected, and nothing else whatever the bytes are: empty, foreign, damaged or
    without a single set.
    """
    if len(content) > LARGEST:
        raise ImportRejected(
            _("This file is larger than 64 MB, which no workout log is."),
            _("Choose the file that the other program exported."),
        )
    text = _decoded(content)
    if not text.strip():
        raise ImportRejected(_("This file is empty."), _("Export your workouts again."))
    first = next(line for line in text.splitlines() if line.strip())
    for delimiter in _DELIMITERS:
        headings = _split(first, delimiter)
        for dialect in DIALECTS:
            places = dialect.places(headings)
            if places is not None:
                return dialect.read(headings, places, _rows(text, delimiter))
    raise _foreign()


def _foreign() -> ImportRejected:
    return ImportRejected(
        _("This file does not look like a workout log."),
        _("LegLog reads CSV from Strong, Hevy and FitNotes."),
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
            if not any(cell.strip() for cell in row):
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
