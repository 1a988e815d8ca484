"""Whatever the bytes are, only ImportRejected comes out."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leglog.errors import ImportRejected
from leglog.formats.cells import UnreadableCell
from leglog.formats.detect import LARGEST, read_workout_file
from leglog.formats.table import local_moment
from tests.formats.test_readers import FITNOTES, HEVY, S5

GOOD = (
    (S5 + '2025-08-03 13:04:33,"Legs",5m,"Squat",1,20,8,0,0,"","",8\n' * 3).encode(),
    (HEVY + '"Legs","13 Mar 2026, 15:22","","","Squat",,"",0,"normal",20,8,,,\n' * 3).encode(),
    (FITNOTES + "2024-01-05,Squat,Legs,60,kgs,5,,,0:00:30,\n" * 3).encode(),
)


def survive(content: bytes) -> None:
    with contextlib.suppress(ImportRejected):
        file = read_workout_file(content)
        assert all(one.reps is None or 0 <= one.reps <= 1000 for one in file.sets)


@given(st.binary(max_size=400))
def test_random_bytes(content: bytes) -> None:
    survive(content)


@settings(max_examples=300)
@given(
    st.sampled_from(GOOD),
    st.lists(st.tuples(st.integers(0, 600), st.binary(max_size=12)), max_size=6),
    st.integers(0, 700),
)
def test_damaged_exports(content: bytes, damages: list[tuple[int, bytes]], cut: int) -> None:
    for place, bytes_ in damages:
        content = content[:place] + bytes_ + content[place + len(bytes_) :]
    survive(content[:cut] if cut < 600 else content)


@settings(max_examples=300)
@given(
    st.sampled_from((S5, HEVY, FITNOTES)),
    st.lists(st.lists(st.text(max_size=12), max_size=16), min_size=1, max_size=4),
)
def test_any_cells_below_real_headings(headings: str, rows: list[list[str]]) -> None:
    body = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
    survive((headings + body).encode("utf-8", "replace"))


@pytest.mark.parametrize(
    "row",
    [
        '"' + "x" * 300_000,
        ",".join("1" * 200_000),
        "\0" * 50,
        '2025-08-03 13:04:33,"' + "L" * 5000 + '",5m,"Squat",1,20,8,0,0,,,',
        "9999-99-99 99:99:99,Legs,5m,Squat,1,20,8,0,0,,,",
        "0001-01-01 00:00:00,Legs,5m,Squat,1,20,8,0,0,,,",
    ],
)
def test_huge_and_odd_rows(row: str) -> None:
    survive((S5 + row + "\n").encode())


def test_file_larger_than_any_log_is_refused() -> None:
    with pytest.raises(ImportRejected, match="larger than 64 MB"):
        read_workout_file(b"x" * (LARGEST + 1))


def test_date_with_endless_spaces_is_refused_without_searching_them() -> None:
    with pytest.raises(UnreadableCell):
        local_moment("2025-08-03" + " " * 1_000_000 + "x")
