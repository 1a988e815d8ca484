"""Exports of StrongLifts: a row an exercise with its sets side by side; in 2017 a row a workout."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.builder import FileBuilder, positive
from leglog.formats.cells import UnreadableCell
from leglog.formats.table import Row, places_of, take_rows
from leglog.formats.workout_file import FileSet
from leglog.training.vocabulary import SetType, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from decimal import Decimal

    from leglog.formats.workout_file import WorkoutFile

NAME = "stronglifts"
_NEEDED = ("workout", "exercise", "set 1 (reps)")
_OLD = ("workout", "exercise 1", "set 1")
_SET = re.compile(r"set (\d{1,3}) \((reps|kg|lb)\)")
_OLD_SET = re.compile(r"set \d{1,3}")


def places(headings: Sequence[str]) -> Mapping[str, int] | None:
    """Return where each column stands, or None where this is no export of StrongLifts."""
    found = places_of(headings, _NEEDED) or places_of(headings, _OLD)
    date = next((place for name, place in (found or {}).items() if name.startswith("date")), None)
    return None if found is None or date is None else {**found, "date": date}


def read(
    headings: Sequence[str], places: Mapping[str, int], rows: Iterable[tuple[int, list[str]]]
) -> WorkoutFile:
    """Read the rows below the headings; each comes with its line number."""
    small = [heading.strip().lower() for heading in headings]
    order = _order_of(small[places["date"]])
    take: Callable[[Row], None]
    if "exercise" in places:
        unit = Unit.LB if any(name.endswith("(lb)") for name in small) else Unit.KG
        builder = FileBuilder(NAME, unit)
        numbers = [int(found[1]) for name in small if (found := _SET.fullmatch(name))]
        last = max(numbers, default=0)

        def take(row: Row) -> None:
            _take_exercise(builder, row, order, unit, last)
    else:
        builder = FileBuilder(NAME)
        blocks = _old_blocks(small)

        def take(row: Row) -> None:
            _take_workout(builder, row, order, blocks)

    take_rows(builder, rows, len(headings), _with_numbers(places, small), take)
    return builder.result()


def _with_numbers(places: Mapping[str, int], headings: Sequence[str]) -> Mapping[str, int]:
    """Let every cell be found by its place too: the old layout repeats its headings."""
    return {**places, **{f"#{place}": place for place in range(len(headings))}}


def _order_of(heading: str) -> str:
    found = re.search(r"\(([ymd/.-]+)\)", heading)
    letters = (
        "".join(dict.fromkeys(letter for letter in found[1] if letter in "ymd")) if found else ""
    )
    return letters if sorted(letters) == ["d", "m", "y"] else ""


def day_of(cell: str, order: str) -> dt.date:
    """Return a date of numbers in the given order ('ymd', 'mdy', 'dmy'); raises UnreadableCell."""
    parts = re.fullmatch(r"\s*(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})\s*", cell)
    if parts is None:
        return cells.moment_of(cell)[0]
    numbers = [int(part) for part in parts.groups()]
    order = order or ("ymd" if numbers[0] > 31 else "mdy")
    named = dict(zip(order, numbers, strict=True))
    year = named["y"] + 2000 if named["y"] < 100 else named["y"]
    try:
        day = dt.date(year, named["m"], named["d"])
    except ValueError:
        raise UnreadableCell(cell[:60]) from None
    if not cells.FIRST_YEAR <= day.year <= cells.LAST_YEAR:
        raise UnreadableCell(cell[:60])
    return day


def _take_exercise(builder: FileBuilder, row: Row, order: str, unit: Unit, last: int) -> None:
    day = day_of(row["date"], order)
    _day, started_at = cells.moment_of(f"{day} {row['start time (h:mm)'].strip()}".strip())
    hours = cells.number_of(row["duration (hours)"])
    workout = builder.workout(
        day,
        started_at,
        row.text("workout name"),
        None if hours is None else int(hours * 3600) or None,
        row.text("notes"),
        row.number,
        own_key=f"{day}:{row.text('workout')}",
    )
    weight = cells.number_of(row["body weight (kg)"])
    if weight:
        builder.weigh(row.number, day, weight, Unit.KG)
    done = row["sets×reps"].split("/")
    is_timed = bool(row["sets×time"].strip())
    for number in range(1, last + 1):
        written = cells.whole_of(row[f"set {number} (reps)"])
        if written is None:
            continue
        # 0 stands for a failed set as for one that was not done; the list beside it tells.
        if written == 0 and not (len(done) >= number and done[number - 1].strip() == "0"):
            builder.skip("not done")
            continue
        one = FileSet(
            row=row.number,
            set_type=SetType.WORKING,
            reps=None if is_timed else written,
            duration_s=written if is_timed else None,
            load=positive(cells.number_of(row[f"set {number} ({unit.value})"])),
            unit=unit,
        )
        builder.add_set(workout, row.text("exercise"), one)


def _old_blocks(headings: Sequence[str]) -> list[tuple[int, dict[Unit, int], list[int]]]:
    """Return for each exercise of a row the places of its name, its weights and its sets."""
    blocks: list[tuple[int, dict[Unit, int], list[int]]] = []
    for place, heading in enumerate(headings):
        if re.fullmatch(r"exercise \d{1,3}", heading):
            blocks.append((place, {}, []))
        elif blocks and heading in ("weight (kg)", "weight (lb)"):
            blocks[-1][1][Unit.KG if heading == "weight (kg)" else Unit.LB] = place
        elif blocks and _OLD_SET.fullmatch(heading):
            blocks[-1][2].append(place)
    return blocks


def _take_workout(
    builder: FileBuilder,
    row: Row,
    order: str,
    blocks: Sequence[tuple[int, dict[Unit, int], list[int]]],
) -> None:
    day = day_of(row["date"], order)
    workout = builder.workout(day, None, row.text("workout"), note=row.text("note"), row=row.number)
    weighed = re.fullmatch(r"\s*([\d.,]+)\s*(kg|lb)s?\s*", row["body weight"], re.IGNORECASE)
    unit = cells.unit_of(weighed[2]) if weighed else None
    if weighed and unit:
        builder.weigh(row.number, day, cells.number_of(weighed[1]), unit)
    for name_place, loads, set_places in blocks:
        name = row.text(f"#{name_place}")
        load, load_unit = _old_load(row, loads, unit)
        for place in set_places if name else ():
            reps = builder.reps(row.number, row[f"#{place}"])
            if reps is not None:
                one = FileSet(row.number, SetType.WORKING, reps, load, load_unit)
                builder.add_set(workout, name, one)


def _old_load(
    row: Row, loads: Mapping[Unit, int], preferred: Unit | None
) -> tuple[Decimal | None, Unit | None]:
    """Return the weight in the unit in which the person weighs, which both columns repeat."""
    order = sorted(loads, key=lambda unit: unit is not (preferred or Unit.KG))
    for unit in order:
        load = positive(cells.number_of(row[f"#{loads[unit]}"]))
        if load is not None:
            return load, unit
    return None, None
