"""Tables of programs that nobody has heard of."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from leglog.errors import ImportRejected
from leglog.formats.detect import read_workout_file, unknown_table
from leglog.formats.mapped import Columns, Contents, Field
from leglog.formats.unknown_table import date_order_of, suggest, suggested_contents
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from leglog.formats.workout_file import WorkoutFile

GERMAN = (
    "Datum;Uhrzeit;Übung;Sätze;Wiederholungen;Gewicht (kg);Notiz\n"
    "25.03.2024;18:30;Kniebeuge;2;8;42,5;tief\n26.03.2024;18:00;Plank;1;;;\n"
)
PAIN = "day,pain score,comment\n13/01/2021,4,stairs\n14/01/2021,3.6,\n15/01/2021,12,\n"
WEIGHT = "Date;Weight (lbs)\n2024-01-05;180.5\n"


def read(text: str) -> WorkoutFile:
    table = unknown_table(text.encode())
    assert table is not None
    return read_workout_file(text.encode(), suggest(table, suggested_contents(table)))


def test_german_table_is_understood_by_its_headings() -> None:
    file = read(GERMAN)
    assert [(one.reps, str(one.load), one.unit) for one in file.sets] == [(8, "42.5", Unit.KG)] * 2
    assert str(file.workouts[0].started_at) == "2024-03-25 18:30:00"
    assert file.skipped == {"empty set": 1}


def test_units_and_words_behind_numbers_are_understood() -> None:
    file = read(
        "Date,Workout,Time,Exercise,Reps / Time,Weight / Distance,Notes\n"
        "2024-05-03,Legs,18:30,Squat,10 reps,60 kg,\n2024-05-03,Legs,18:30,Squat,8,132.5 lbs,\n"
        "2024-05-03,Legs,18:30,Plank,45 s,,\n2024-05-03,Legs,18:30,Run,20:00,3 km,\n"
        "2024-05-03,Legs,18:30,Squat,8,9 stone,\n"
    )
    found = [(one.reps, one.load, one.unit, one.duration_s, one.distance_m) for one in file.sets]
    assert found == [
        (10, Decimal(60), Unit.KG, None, None),
        (8, Decimal("132.5"), Unit.LB, None, None),
        (None, None, None, 45, None),
        (None, None, None, 1200, 3000),
    ]
    assert (file.unit_needed, [problem.row for problem in file.problems]) == (False, [6])


def test_ratings_by_day_are_taken_and_those_above_ten_are_told() -> None:
    file = read(PAIN)
    assert [(rating.date.day, rating.score, rating.note) for rating in file.ratings] == [
        (13, 4, "stairs"),
        (14, 4, ""),
    ]
    assert [problem.row for problem in file.problems] == [4]


def test_body_weight_by_day_is_taken_in_its_unit() -> None:
    (day,) = read(WEIGHT).check_ins
    assert (day.date, day.body_weight_g, day.body_weight_unit) == (
        dt.date(2024, 1, 5),
        81_873,
        Unit.LB,
    )


def test_person_says_what_columns_mean() -> None:
    columns = Columns(
        Contents.SETS,
        {Field.DATE: 2, Field.EXERCISE: 0, Field.REPS: 1, Field.LOAD: 3},
        "mdy",
        Unit.LB,
    )
    text = "a,b,c,d\nSquat,5,03/04/2024,100\n"
    file = read_workout_file(text.encode(), columns)
    assert file.workouts[0].date == dt.date(2024, 3, 4)
    assert [(one.reps, str(one.load), one.unit) for one in file.sets] == [(5, "100", Unit.LB)]


def test_table_without_a_date_cannot_be_read() -> None:
    with pytest.raises(ImportRejected, match="not said yet"):
        read_workout_file(b"a,b\n1,2\n", Columns(Contents.SETS, {Field.EXERCISE: 0}))


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["2024/01/05"], "ymd"),
        (["13/01/2021", "01/02/2021"], "dmy"),
        (["01/13/2021"], "mdy"),
        (["01/02/2021"], "dmy"),
        (["5 Jan 2024"], "dmy"),
        (["13/13/2021"], ""),
    ],
)
def test_order_of_dates_is_what_all_of_them_allow(dates: list[str], order: str) -> None:
    assert date_order_of(dates) == order


@pytest.mark.parametrize("text", ["only one column\nx\n", "a,b\n", ""])
def test_what_is_no_table_is_none(text: str) -> None:
    assert unknown_table(text.encode()) is None
