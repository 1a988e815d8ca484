"""LegLog's own CSV gives back every field, whatever people typed."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leglog.errors import ImportRejected
from leglog.formats.back_file import FileCheckIn, FileRating
from leglog.formats.detect import read_workout_file
from leglog.formats.leglog_writing import COLUMNS, write_leglog_csv
from leglog.formats.spreadsheet import FORMULA_SIGNS, defused, load_text, plain
from leglog.formats.strong_csv import write_strong_csv
from leglog.formats.workout_file import FileExercise, FileSet, FileWorkout, WorkoutFile
from leglog.training.units import grams
from leglog.training.vocabulary import (
    LegSign,
    LoadMode,
    Moment,
    PainRegion,
    PainSide,
    Section,
    SetType,
    Side,
    Unit,
)

TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40
) | st.sampled_from(["=1+1", "@x", "-5", "'quoted", 'a,b;"c"', "two\nlines", "\tx", "\\n"])
NAME = TEXT.filter(lambda text: bool(text))
EARLY, LATE = map(dt.datetime.fromisoformat, ("1980-01-01", "2090-01-01"))
UTC = st.datetimes(EARLY, LATE, timezones=st.just(dt.UTC))
LOCAL = st.datetimes(EARLY, LATE)
DAYS = st.dates(dt.date(1980, 1, 1), dt.date(2090, 1, 1))


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


@st.composite
def sets(draw: st.DrawFn) -> FileSet:
    unit = draw(st.sampled_from(Unit))
    load_g = draw(st.none() | st.integers(0, 1_000_000))
    return FileSet(
        row=0,
        set_type=draw(st.sampled_from(SetType)),
        reps=draw(st.none() | st.integers(0, 1000)),
        load=None if load_g is None else Decimal(load_text(load_g, unit)),
        unit=unit,
        duration_s=draw(st.none() | st.integers(0, 86_400)),
        distance_m=draw(st.none() | st.integers(0, 1_000_000)),
        rpe_halves=draw(st.none() | st.integers(2, 20)),
        note=draw(TEXT),
        side=draw(st.sampled_from(Side)),
        pair=draw(st.none() | st.integers(0, 20)),
        load_mode=draw(st.sampled_from(LoadMode)),
        band=draw(st.none() | NAME),
        done_at=draw(st.none() | UTC),
    )


@st.composite
def workouts(draw: st.DrawFn) -> FileWorkout:
    start = draw(st.none() | LOCAL)
    uuid = str(draw(st.uuids()))
    return FileWorkout(
        key=f"leglog:{uuid}",
        title=draw(TEXT),
        date=draw(DAYS),
        started_at=start,
        duration_s=draw(st.none() | st.integers(0, 86_400)) if start else None,
        note=draw(TEXT),
        exercises=tuple(
            FileExercise(
                draw(NAME),
                tuple(draw(st.lists(sets(), min_size=1, max_size=3))),
                draw(st.none() | st.integers(0, 9).map(str)),
                draw(TEXT),
                draw(st.sampled_from(Section)),
                draw(st.none() | st.integers(0, 3600)),
                draw(TEXT),
                draw(st.none() | st.integers(0, 10)),
            )
            for _number in range(draw(st.integers(1, 3)))
        ),
        utc_offset_min=draw(st.none() | st.integers(-840, 840)),
        routine_name=draw(st.none() | NAME),
        body_weight_g=draw(st.none() | st.integers(1, 1_000_000)),
        uuid=uuid,
    )


RATINGS = st.builds(
    FileRating,
    row=st.just(0),
    date=DAYS,
    moment=st.sampled_from(Moment),
    score=st.integers(0, 10),
    recorded_at=st.none() | UTC,
    utc_offset_min=st.none() | st.integers(-840, 840),
    region=st.none() | st.sampled_from(PainRegion),
    side=st.none() | st.sampled_from(PainSide),
    leg_sign=st.none() | st.sampled_from(LegSign),
    triggers=st.lists(NAME.filter(lambda text: "|" not in text), max_size=3).map(tuple),
    recalled=st.booleans(),
    note=TEXT,
    workout_key=st.none() | st.uuids().map(str),
    uuid=st.none() | st.uuids().map(str),
)
CHECK_INS = st.builds(
    FileCheckIn,
    row=st.just(0),
    date=DAYS,
    sitting_min=st.none() | st.integers(0, 1440),
    steps=st.none() | st.integers(0, 200_000),
    sleep_min=st.none() | st.integers(0, 1440),
    sleep_quality=st.none() | st.integers(0, 10),
    stress=st.none() | st.integers(0, 10),
    fatigue=st.none() | st.integers(0, 10),
    body_weight_g=st.none() | st.integers(1, 1_000_000),
    body_weight_unit=st.sampled_from(Unit),
    note=TEXT,
)


def written(file: WorkoutFile) -> str:
    stream = io.StringIO(newline="")
    write_leglog_csv(stream, file.workouts, file.ratings, file.check_ins)
    return stream.getvalue()


def without_rows(file: WorkoutFile) -> tuple[object, ...]:
    """Return all that was read, without the line numbers; loads as grams."""
    return (
        tuple(
            replace(
                workout,
                exercises=tuple(
                    replace(each, sets=tuple(map(_in_grams, each.sets)))
                    for each in workout.exercises
                ),
            )
            for workout in file.workouts
        ),
        tuple(replace(rating, row=0) for rating in file.ratings),
        tuple(replace(day, row=0) for day in file.check_ins),
    )


def _in_grams(one: FileSet) -> FileSet:
    load = None if one.load is None else Decimal(grams(one.load, one.unit or Unit.KG))
    return one._replace(row=0, load=load)


@settings(max_examples=150)
@given(
    st.lists(workouts(), max_size=3, unique_by=lambda one: one.key),
    st.lists(RATINGS, max_size=3),
    st.lists(CHECK_INS, min_size=1, max_size=3, unique_by=lambda day: day.date),
)
def test_every_field_comes_back(
    done: list[FileWorkout], ratings: list[FileRating], days: list[FileCheckIn]
) -> None:
    file = WorkoutFile(
        "leglog", tuple(done), None, False, ratings=tuple(ratings), check_ins=tuple(days)
    )
    found = read_workout_file(written(file).encode())
    assert found.problems == ()
    assert without_rows(found) == without_rows(file)


@given(TEXT)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = defused(text)
    assert not cell.startswith(FORMULA_SIGNS)
    assert plain(cell) == text


@given(st.integers(0, 1_000_000), st.sampled_from(Unit))
def test_loads_are_exact_in_either_unit(load_g: int, unit: Unit) -> None:
    assert grams(Decimal(load_text(load_g, unit)), unit) == load_g


@settings(max_examples=50)
@given(st.lists(workouts(), min_size=1, max_size=2, unique_by=lambda one: one.key))
def test_cells_of_both_layouts_are_harmless(done: list[FileWorkout]) -> None:
    stream = io.StringIO(newline="")
    write_strong_csv(stream, done)
    for text in (stream.getvalue(), written(WorkoutFile("leglog", tuple(done), None, False))):
        for row in csv.reader(io.StringIO(text, newline="")):
            texts = [cell for cell in row if not cell.removeprefix("-").isdecimal()]
            assert not any(cell.startswith(FORMULA_SIGNS) for cell in texts)


def test_strong_layout_is_read_as_strong() -> None:
    one = FileSet(0, SetType.WARM_UP, reps=8, load=Decimal(100), unit=Unit.LB)
    squat = FileExercise("Squat (Barbell)", (one,))
    start = dt.datetime.fromisoformat("2026-05-03T18:00")
    workout = FileWorkout("leglog:x", "Legs", start.date(), start, 2700, "good", (squat,))
    stream = io.StringIO(newline="")
    write_strong_csv(stream, [workout])
    found = read_workout_file(stream.getvalue().encode())
    assert (found.format, found.unit_needed) == ("strong", True)
    (again,) = found.sets
    assert (again.set_type, again.reps, again.load) == (SetType.WARM_UP, 8, Decimal("45.359"))


@pytest.mark.parametrize(
    "change",
    [
        {"score": "11"},
        {"moment": "teatime"},
        {"date": "2026-02-30"},
        {"record": "wish"},
        {"start": "9999-01-01T00:00:00+00:00"},
    ],
)
def test_row_that_cannot_be_read_is_told(change: dict[str, str]) -> None:
    good = {"record": "rating", "date": "2026-02-03", "moment": "morning", "score": "3"}
    rows = [good, good | {"date": "2026-02-04"} | change]
    lines = [",".join(COLUMNS)]
    lines += [",".join(row.get(column, "") for column in COLUMNS) for row in rows]
    found = read_workout_file("\n".join(lines).encode())
    assert len(found.ratings) == 1
    assert [problem.row for problem in found.problems] == [3]


def test_export_without_anything_is_refused() -> None:
    with pytest.raises(ImportRejected, match="nothing in this file"):
        read_workout_file(",".join(COLUMNS).encode())
