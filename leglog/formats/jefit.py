"""The backup of Jefit: many tables in one text file, parted by lines of '###'.

All sets of an exercise stand in one cell ('60x10,65x8'); a lone number is seconds, 0x0 is nothing.
The unit stands in the settings.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.builder import FileBuilder
from leglog.formats.table import from_unix
from leglog.formats.workout_file import FileSet
from leglog.i18n import _
from leglog.training.vocabulary import SetType, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leglog.formats.workout_file import WorkoutFile

NAME = "jefit"
_TITLE = re.compile(r"### +([A-Z ]+?) *#*\s*")
_LOGS, _SESSIONS, _NOTES, _SETTING = "EXERCISE LOGS", "WORKOUT SESSIONS", "NOTES", "SETTING"
_MOST_SETS = 200

Record = dict[str, str]


def is_backup(text: str) -> bool:
    """Say whether a text is a backup of Jefit."""
    return text.lstrip().startswith("### ") and f"### {_LOGS}" in text


def read(text: str) -> WorkoutFile:
    """Read the tables that tell of workouts."""
    tables = _tables(text)
    unit = _unit(tables.get(_SETTING, []))
    builder = FileBuilder(NAME, unit)
    sessions = {record.get("_id", ""): record for _number, record in tables.get(_SESSIONS, [])}
    notes = {
        (record.get("eid", ""), record.get("mydate", "")): cells.text_of(record.get("mynote", ""))
        for _number, record in tables.get(_NOTES, [])
    }
    for number, record in tables.get(_LOGS, []):
        with builder.reading(number):
            _take(builder, number, record, sessions, notes, unit)
    return builder.result()


def _tables(text: str) -> dict[str, list[tuple[int, Record]]]:
    """Return the tables by name; each row comes with its line number."""
    tables: dict[str, list[tuple[int, Record]]] = {}
    name, lines = "", list[tuple[int, str]]()
    for number, line in enumerate(text.splitlines(), start=1):
        title = _TITLE.fullmatch(line.strip())
        if title or line.startswith("###"):
            _keep(tables, name, lines)
            name, lines = (title[1] if title else ""), []
        elif line.strip():
            lines.append((number, line))
    _keep(tables, name, lines)
    return tables


def _keep(
    tables: dict[str, list[tuple[int, Record]]], name: str, lines: list[tuple[int, str]]
) -> None:
    if name not in (_LOGS, _SESSIONS, _NOTES, _SETTING) or len(lines) < 2:
        return
    headings = _cells(lines[0][1])
    tables.setdefault(name, []).extend(
        (number, dict(zip(headings, _cells(line), strict=False))) for number, line in lines[1:]
    )


def _cells(line: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line]), [])][:200]
    except csv.Error:
        return []


def _unit(settings: list[tuple[int, Record]]) -> Unit | None:
    return cells.unit_of(settings[0][1].get("mass", "")) if settings else None


def _take(
    builder: FileBuilder,
    number: int,
    record: Record,
    sessions: Mapping[str, Record],
    notes: Mapping[tuple[str, str], str],
    unit: Unit | None,
) -> None:
    day, _no_time = cells.moment_of(record.get("mydate", ""))
    session = sessions.get(record.get("belongsession", ""), {})
    started_at = from_unix(session.get("starttime", ""))
    workout = builder.workout(
        day,
        started_at if started_at and started_at.date() == day else None,
        _("Workout"),
        cells.seconds_of(session.get("total_time", "")),
        row=number,
        own_key=f"{day}:{record.get('belongsession', '')}",
    )
    note = notes.get((record.get("eid", ""), record.get("mydate", "")), "")
    for part in record.get("logs", "").split(",")[:_MOST_SETS]:
        one = _set(number, part, unit)
        if one is None:
            builder.skip("empty set")
        else:
            builder.add_set(workout, cells.text_of(record.get("ename", "")), one, note=note)


def _set(number: int, part: str, unit: Unit | None) -> FileSet | None:
    first, cross, second = part.strip().lower().partition("x")
    load = cells.number_of(first)
    if not cross:
        seconds = None if load is None else int(load)
        return FileSet(number, SetType.WORKING, duration_s=seconds) if seconds else None
    reps = cells.whole_of(second)
    if not reps:
        return None
    # Kilograms went through pounds and back: 64.9998 was 65.
    rounded = None if load is None else round(load, 2)
    return FileSet(
        number,
        SetType.WORKING,
        reps=reps,
        load=rounded or None,
        unit=unit,
    )
