"""What holds for every format: letters, line ends, refusals, and sane values whatever comes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leglog.errors import ImportRejected
from leglog.formats.detect import read_workout_file
from leglog.training.units import MAX_LOAD_G, grams
from leglog.training.vocabulary import Unit
from tests.formats.rows import (
    FITNOTES,
    HEVY,
    STRONG,
    STRONG_NUMBERED,
    fitnotes_row,
    hevy_row,
    numbered_row,
    strong_row,
)
from tests.formats.test_readers import read

if TYPE_CHECKING:
    from leglog.formats.workout_file import FileSet, WorkoutFile

GOOD = tuple(
    text.encode()
    for text in (
        STRONG + strong_row() + strong_row("0", "0", "Note", note="seat 4"),
        STRONG_NUMBERED + numbered_row(),
        HEVY + hevy_row() + hevy_row(index=1),
        FITNOTES + fitnotes_row("Run", "1", "3", rest="1.5,km,0:10:00,slow"),
    )
)
ODD_CELLS = tuple(
    cell.encode()
    for cell in (
        *("1e999", "-1", "NaN", "sNaN", "inf", "877777", "1e30", "9" * 400, "8..5", "1_000"),
        *("\0", '"', "٣", "²", "½", "", "+", "-", ".", ",", "\ud7ff"),
        *("0001-01-01", "9999-12-31 23:59:59", "Feb 30, 2024, 9:99 PM", "31 feb 2024"),
        *("1:99:99", "99999999h 9m", "9999999999:59:59"),
    )
)


def check(file: WorkoutFile) -> None:
    for workout in file.workouts:
        assert 1970 <= workout.date.year <= 2100
        assert workout.duration_s is None or 0 <= workout.duration_s <= 86_400
    for one in file.sets:
        check_set(one)
    for unit in Unit:
        for one in file.taken_as(unit).sets:
            assert one.load is None or 0 < grams(one.load, one.unit or unit) <= MAX_LOAD_G


def check_set(one: FileSet) -> None:
    assert one.reps is None or 0 <= one.reps <= 1000
    assert one.duration_s is None or 0 <= one.duration_s <= 86_400
    assert one.distance_m is None or 0 <= one.distance_m <= 1_000_000
    assert one.rpe_halves is None or 2 <= one.rpe_halves <= 20
    assert one.note.encode("utf-8") is not None


@settings(max_examples=250)
@given(
    st.sampled_from(GOOD),
    st.lists(
        st.tuples(
            st.integers(0, 100),
            st.sampled_from(ODD_CELLS) | st.binary(max_size=8),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_odd_cells_are_refused_or_give_sane_values(
    content: bytes, swaps: list[tuple[int, bytes]]
) -> None:
    parts = re.split(rb"([,;\n])", content)
    for place, cell in swaps:
        parts[place % len(parts)] = cell
    try:
        file = read_workout_file(b"".join(parts))
    except ImportRejected:
        return
    check(file)


def test_file_that_was_cut_within_a_letter_keeps_the_other_letters() -> None:
    rows = strong_row(exercise="Übung") + strong_row(order="2", exercise="Übung", note="ü")
    content = (STRONG + rows).encode()
    cut = content[: content.rindex("ü".encode()) + 1]
    assert read_workout_file(cut).workouts[0].exercises[0].name == "Übung"


@pytest.mark.parametrize("line_end", ["\r", "\r\n"])
def test_line_ends_of_other_systems_are_read(line_end: str) -> None:
    text = STRONG + strong_row() + strong_row(order="2")
    assert len(list(read(text.replace("\n", line_end)).sets)) == 2


@pytest.mark.parametrize("value", ["Infinity", "abc", "8..5", "sNaN"])
def test_load_that_is_no_number_is_counted_as_unreadable(value: str) -> None:
    file = read(STRONG + strong_row() + strong_row(value))
    assert len(list(file.sets)) == 1
    assert file.skipped == {"unreadable": 1}


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        HEVY.encode(),
        FITNOTES.encode(),
        b"PK\x03\x04" + b"\0" * 60,
        b"%PDF-1.7\n",
        b"date,knee_pain\n25-3-2021,3\n",
        b'"Date";"Weight (kg)"\n"2024-01-01";"76.8"\n',
        b"Date,Time,Measurement,Value,Unit\n",
        b"\0" * 10,
        bytes(range(256)) * 4,
        b"sep=;\n",
    ],
    ids=repr,
)
def test_other_files_are_refused_with_a_whole_sentence(content: bytes) -> None:
    with pytest.raises(ImportRejected) as refusal:
        read_workout_file(content)
    assert refusal.value.sentence.endswith(".")
