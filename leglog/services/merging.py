"""Brings a complete export into the log: two computers are kept together by it.

Into an empty log it goes as it is. Otherwise what belongs together (a workout with its exercises
and sets, a routine with its plan) is compared as a whole: unknown here, it is added; known by its
UUID, the one changed later counts; nothing is ever removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from leglog.errors import ImportRejected
from leglog.i18n import _
from leglog.models import schema
from leglog.models.stored import all_tables, broken_column, insert_rows
from leglog.services.families import FAMILIES, IntoLog, MergeCounts
from leglog.services.training_log import Action, TrainingLog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection

    from leglog.formats.everything import Everything
    from leglog.models.stored import Row

_CATALOGUE = ("exercise", "exercise_alias", "exercise_muscle", "preference")


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a complete export would change here, by the table of what belongs together."""

    into_empty: bool
    counts: Mapping[str, MergeCounts]

    @property
    def changes(self) -> int:
        """How many things would be added or renewed."""
        return sum(each.added + each.renewed for each in self.counts.values())


class _OnlyLooking(Exception):
    """Leaves the transaction of a preview without writing."""


def preview_merge(log: TrainingLog, everything: Everything) -> MergePreview:
    """Return what ``merge`` would do, by doing it in a transaction that is taken back.

    Raises ImportRejected where the export does not fit this LegLog or does not hold together.
    """
    found: list[MergePreview] = []
    try:
        with log.action(Action.MERGE_LOG) as session:
            found.append(_merge(session.connection(), everything, _silent))
            raise _OnlyLooking
    except _OnlyLooking:
        return found[0]


def merge(
    log: TrainingLog,
    everything: Everything,
    report: Callable[[float, str], None] = lambda _share, _words: None,
) -> MergePreview:
    """Bring the export in, in one transaction and one undo step; return what was done."""
    with log.action(Action.MERGE_LOG) as session:
        return _merge(session.connection(), everything, report)


def _silent(_share: float, _words: str) -> None:
    pass


def _merge(
    connection: Connection, everything: Everything, report: Callable[[float, str], None]
) -> MergePreview:
    rows = _checked(everything)
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    if _is_empty(connection):
        return _take_over(connection, rows, report)
    into = IntoLog(connection, rows)
    counts = {}
    for number, family in enumerate(FAMILIES):
        report(number / len(FAMILIES), _("Comparing"))
        counts[family.root] = into.bring(family)
    _refuse_loose_ends(connection)
    return MergePreview(into_empty=False, counts=counts)


def _checked(everything: Everything) -> dict[str, list[Row]]:
    """Return the rows of all tables with all their columns, or refuse."""
    if everything.revision > schema.REVISION:
        raise ImportRejected(
            _("This export was written by a newer LegLog."), _("Install the newest LegLog.")
        )
    tables = all_tables()
    if unknown := everything.tables.keys() - tables.keys():
        raise _broken(sorted(unknown)[0])
    checked: dict[str, list[Row]] = {}
    for name, table in tables.items():
        columns = {column.name for column in table.columns}
        checked[name] = []
        for row in everything.tables.get(name, ()):
            if row.keys() != columns or (broken := broken_column(table, row)) is not None:
                where = name if row.keys() != columns else f"{name}.{broken}"
                raise _broken(where)
            checked[name].append(dict(row))
    return checked


def _is_empty(connection: Connection) -> bool:
    """Say whether nobody has used this log yet: the catalogue and settings are all there is."""
    for name in all_tables():
        if name not in _CATALOGUE and connection.scalar(
            text(f"SELECT 1 FROM {name} LIMIT 1")  # noqa: S608  our own
        ):
            return False
    own = "SELECT 1 FROM exercise WHERE key IS NULL OR adjusted <> '[]' OR own_note <> '' LIMIT 1"
    return connection.scalar(text(own)) is None


def _take_over(
    connection: Connection, rows: Mapping[str, list[Row]], report: Callable[[float, str], None]
) -> MergePreview:
    tables = all_tables()
    for name in reversed(tables):
        connection.execute(text(f"DELETE FROM {name}"))  # noqa: S608  our own
    for number, (name, table) in enumerate(tables.items()):
        report(number / len(tables), _("Writing"))
        try:
            insert_rows(connection, table, rows[name])
        except IntegrityError:
            raise _broken(name) from None
    _refuse_loose_ends(connection)
    roots = [family.root for family in FAMILIES]
    return MergePreview(
        into_empty=True, counts={name: MergeCounts(added=len(rows[name])) for name in roots}
    )


def _refuse_loose_ends(connection: Connection) -> None:
    loose = connection.execute(text("PRAGMA foreign_key_check")).first()
    if loose is not None:
        raise _broken(str(loose[0]))


def _broken(where: str) -> ImportRejected:
    return ImportRejected(
        _("This complete export does not hold together (at “{where}”).").format(where=where[:60]),
        _("Nothing was changed. Export again from the LegLog that wrote it."),
    )
