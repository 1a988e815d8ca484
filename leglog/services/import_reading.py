"""Opens the file of an import: another program's export, a table, or a complete export of ours."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from leglog.errors import ImportRejected
from leglog.formats.detect import LARGEST as LARGEST_FILE
from leglog.formats.detect import read_workout_file, unknown_table
from leglog.formats.everything import LARGEST as LARGEST_EVERYTHING
from leglog.formats.everything import looks_like_everything, read_everything
from leglog.formats.unknown_table import has_dates
from leglog.i18n import _
from leglog.services.collector import collector_at_rest

if TYPE_CHECKING:
    from pathlib import Path

    from leglog.formats.everything import Everything
    from leglog.formats.mapped import Columns
    from leglog.formats.unknown_table import UnknownTable
    from leglog.formats.workout_file import WorkoutFile

_HEAD = 200


class UnknownLayout(ImportRejected):
    """The file is a table of a program that is not known; its columns have to be named."""

    def __init__(self, refusal: ImportRejected, table: UnknownTable) -> None:
        super().__init__(refusal.sentence, refusal.remedy)
        self.table = table


def read_import_file(path: Path, columns: Columns | None = None) -> tuple[WorkoutFile, str]:
    """Read a file of another program; return it with the SHA-256 of its content.

    ``columns`` says what a table means whose layout is not known. Raises UnknownLayout where that
    is needed, and ImportRejected with a sentence where the file cannot be read or is no log.
    """
    content = _content(path)
    try:
        with collector_at_rest():
            file = read_workout_file(content, columns)
    except ImportRejected as error:
        table = None if columns is not None else unknown_table(content)
        if table is None or not has_dates(table):
            raise
        raise UnknownLayout(error, table) from error
    return file, hashlib.sha256(content).hexdigest()


def read_everything_file(path: Path) -> Everything | None:
    """Read a complete export of LegLog; None where the file is something else.

    Raises ImportRejected where it is one that cannot be read.
    """
    content = _content(path)
    return read_everything(content) if looks_like_everything(content) else None


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            largest = LARGEST_EVERYTHING if looks_like_everything(head) else LARGEST_FILE
            # Not its size: a pipe has none, and some devices never end.
            content = head + file.read(largest + 1 - len(head))
    except OSError as error:
        raise ImportRejected(
            _("{name} could not be read: {reason}.").format(
                name=path.name, reason=(error.strerror or str(error)).lower()
            ),
            _("Check that the file is there and that you may open it."),
        ) from error
    if len(content) > largest:
        words = _("{name} is larger than {size} MB, which no workout log is.")
        raise ImportRejected(
            words.format(name=path.name, size=largest // 1024**2),
            _("Choose the file that the other program exported."),
        )
    return content
