"""The backup of FitNotes, an SQLite file: sets by date, with comments, times and body weight.

Weights are stored in kilograms also where pounds were typed, and are given back in pounds.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from leglog.errors import ImportRejected
from leglog.formats import cells
from leglog.formats.builder import FileBuilder, positive
from leglog.formats.cells import UnreadableCell
from leglog.formats.fitnotes import NAME
from leglog.formats.hostile_sqlite import HostileSqlite, open_hostile
from leglog.formats.workout_file import FileSet
from leglog.i18n import _
from leglog.training.units import KG_PER_LB
from leglog.training.vocabulary import SetType, Unit

if TYPE_CHECKING:
    from leglog.formats.hostile_sqlite import Value
    from leglog.formats.workout_file import WorkoutFile

_LOG = ("_id", "exercise_id", "date", "metric_weight", "reps", "unit", "distance",
        "duration_seconds")  # fmt: skip
_POUNDS = 2
_OF_A_SET = 1
_HUNDREDTH = Decimal("0.01")

Times = dict[str, tuple[dt.datetime | None, int | None]]


def read(content: bytes) -> WorkoutFile:
    """Read a backup; raises ImportRejected where it is none, whatever the bytes are."""
    with open_hostile(content) as file:
        if not {"_id", "exercise_id", "date"} <= file.columns("training_log"):
            raise ImportRejected(
                _("This database is not a backup of FitNotes."),
                _("LegLog reads '.fitnotes' files and CSV of other programs."),
            )
        return _read(file)


def _read(file: HostileSqlite) -> WorkoutFile:
    builder = FileBuilder(NAME, Unit.KG)
    names = {row["_id"]: _text(row["name"]) for row in file.rows("exercise", ("_id", "name"))}
    comments = _comments(file)
    notes = {
        _text(row["date"]): _text(row["comment"])
        for row in file.rows("WorkoutComment", ("date", "comment"))
    }
    times = _times(file)
    supersets = _supersets(file)
    for number, row in enumerate(file.rows("training_log", _LOG, order="_id"), start=1):
        with builder.reading(number):
            day = cells.moment_of(_text(row["date"]))[0]
            started_at, length = times.get(day.isoformat(), (None, None))
            workout = builder.workout(
                day, started_at, _("Workout"), length, notes.get(day.isoformat(), ""), number,
                own_key=f"{day.isoformat()}:",
            )  # fmt: skip
            one = _set(number, row, comments.get(row["_id"], ""))
            name = names.get(row["exercise_id"], "")
            superset = supersets.get((day.isoformat(), row["exercise_id"]))
            builder.add_set(workout, name, one, superset=superset)
    _weigh(builder, file)
    return builder.result()


def _set(number: int, row: dict[str, Value], note: str) -> FileSet:
    unit = Unit.LB if row["unit"] == _POUNDS else Unit.KG
    load = positive(_number(row["metric_weight"]))
    if load is not None:
        load = (load / KG_PER_LB if unit is Unit.LB else load).quantize(_HUNDREDTH)
    return FileSet(
        row=number,
        set_type=SetType.WORKING,
        reps=_whole(row["reps"]),
        load=load or None,
        unit=unit,
        duration_s=_whole(row["duration_seconds"]) or None,
        distance_m=_whole(row["distance"]) or None,
        note=note,
    )


def _comments(file: HostileSqlite) -> dict[Value, str]:
    columns = ("owner_type_id", "owner_id", "comment")
    return {
        row["owner_id"]: _text(row["comment"])
        for row in file.rows("Comment", columns)
        if row["owner_type_id"] == _OF_A_SET
    }


def _times(file: HostileSqlite) -> Times:
    found: Times = {}
    for row in file.rows("WorkoutTime", ("workout_date", "start_date_time", "end_date_time")):
        start, end = _moment(row["start_date_time"]), _moment(row["end_date_time"])
        length = int((end - start).total_seconds()) if start and end else None
        found[_text(row["workout_date"])] = (start, length if length and length > 0 else None)
    return found


def _supersets(file: HostileSqlite) -> dict[tuple[str, Value], str]:
    """Return the group of an exercise on a date."""
    dates = {row["_id"]: _text(row["date"]) for row in file.rows("WorkoutGroup", ("_id", "date"))}
    found: dict[tuple[str, Value], str] = {}
    members: defaultdict[Value, list[Value]] = defaultdict(list)
    for row in file.rows("WorkoutGroupExercise", ("workout_group_id", "exercise_id")):
        members[row["workout_group_id"]].append(row["exercise_id"])
    for group, exercises in members.items():
        if group in dates and len(exercises) > 1:
            found |= {(dates[group], exercise): str(group)[:40] for exercise in exercises}
    return found


def _weigh(builder: FileBuilder, file: HostileSqlite) -> None:
    for number, row in enumerate(file.rows("BodyWeight", ("date", "body_weight_metric")), start=1):
        try:
            day = cells.moment_of(_text(row["date"]))[0]
            weight = _number(row["body_weight_metric"])
        except UnreadableCell:
            builder.skip("unreadable", number, _("A body weight cannot be read."))
            continue
        builder.weigh(number, day, weight, Unit.KG)


def _text(value: Value) -> str:
    if isinstance(value, bytes):
        raise UnreadableCell(repr(value[:20]))
    return "" if value is None else cells.text_of(str(value))


def _number(value: Value) -> Decimal | None:
    if value is None or value == "":
        return None
    if isinstance(value, bytes):
        raise UnreadableCell(repr(value[:20]))
    try:
        number = Decimal(str(value)[:40])
    except InvalidOperation:
        raise UnreadableCell(str(value)[:60]) from None
    if not number.is_finite() or abs(number) > 10**9:
        raise UnreadableCell(str(value)[:60])
    return number


def _whole(value: Value) -> int | None:
    number = _number(value)
    return None if number is None else int(number)


def _moment(value: Value) -> dt.datetime | None:
    try:
        return cells.moment_of(_text(value))[1]
    except UnreadableCell:
        return None
