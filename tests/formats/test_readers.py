"""A small file for each layout and trap of other programs' exports."""

from __future__ import annotations

import datetime as dt
import os
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leglog.errors import ImportRejected
from leglog.formats.detect import read_workout_file, unknown_table
from leglog.formats.mapped import Contents
from leglog.formats.unknown_table import suggest
from leglog.training.vocabulary import SetType, Unit

if TYPE_CHECKING:
    from leglog.formats.workout_file import FileSet, WorkoutFile

S5 = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)
FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"


def read(text: str, encoding: str = "utf-8") -> WorkoutFile:
    return read_workout_file(text.encode(encoding))


def only(file: WorkoutFile) -> FileSet:
    (one,) = file.sets
    return one


@pytest.mark.parametrize(
    ("text", "unit", "needed"),
    [
        (
            "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
            "2016-01-02 10:00:00,Legs,Squat,0,60,5,0,0,\n",
            Unit.KG,
            False,
        ),
        (
            "Date,Workout Name,Exercise Name,Set Order,lb,Reps,mi,Seconds\r\n"
            "2017-01-02 10:00:00,Legs,Squat,1,60,5,0,0\r\n",
            Unit.LB,
            False,
        ),
        (
            "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
            "Workout Notes\n2018-01-02 10:00:00,Legs,Squat,1,60,5,0,0,,\n",
            None,
            True,
        ),
        (S5 + '2021-02-10 16:46:13,"Legs",2h 18m,"Squat",1,60.0,5,0,0,"","",\n', None, True),
        (
            "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
            "Distance Unit;Seconds;Notes;Workout Notes\n"
            "2021-02-10 16:46:13;Legs;Squat;1;60;lbs;5;;;;;;\n",
            None,
            False,
        ),
        (
            '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";'
            '"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n'
            '"1";"2025-02-24 15:10:32";"Legs";"2176";"Squat";"1";"60";"5";"";"";"";"";""\n',
            Unit.KG,
            False,
        ),
        (
            "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,"
            "Entfernung,Sekunden,Notizen,Workout-Notizen,RPE\n"
            "2024-02-10 16:46:13,Beine,40m,Kniebeuge,1,60,5,0,0,,,\n",
            None,
            True,
        ),
        (
            "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,"
            "Distance,Secondes,Notes,Notes d'entraînement,RPE\n"
            "2024-02-10 16:46:13,Jambes,40m,Squat,1,60,5,0,0,,,\n",
            None,
            True,
        ),
    ],
)
def test_every_layout_of_strong_is_read(text: str, unit: Unit | None, needed: bool) -> None:
    file = read(text)
    assert (file.format, file.unit, file.unit_needed) == ("strong", unit, needed)
    assert (only(file).reps, only(file).load) == (5, Decimal(60))


@pytest.mark.parametrize("order", ["Rest Timer", "Ruhezeit"])
def test_rest_timer_is_no_set(order: str) -> None:
    row = '2025-08-03 13:04:33,"Legs",5m,"Squat",{},{},0,0,120,,,\n'
    file = read(S5 + row.format(order, 0) + row.format(1, 20).replace(",0,0,120", ",8,0,0"))
    assert file.skipped == {"rest timer": 1}
    assert only(file).duration_s is None


def test_note_row_becomes_the_exercises_note() -> None:
    head = '2025-08-03 13:04:33,"Legs",5m,"Squat",'
    file = read(S5 + head + "1,20,8,0,0,,,\n" + head + 'Note,0,0,0,0,"seat 4",,\n')
    assert file.workouts[0].exercises[0].note == "seat 4"
    assert file.skipped == {"note": 1}


@pytest.mark.parametrize(
    ("order", "set_type"),
    [
        ("1", SetType.WORKING),
        ("W", SetType.WARM_UP),
        ("D", SetType.DROP),
        ("F", SetType.FAILURE),
    ],
)
def test_set_order_may_be_a_letter(order: str, set_type: SetType) -> None:
    file = read(S5 + f'2025-08-03 13:04:33,"Legs",5m,"Squat",{order},20,8,0,0,,,\n')
    assert only(file).set_type is set_type


def test_zero_weight_is_no_weight_and_zero_reps_of_a_hold_are_none() -> None:
    one = only(read(S5 + '2025-08-03 13:04:33,"Core",5m,"Plank",1,0,0,0,40,,,\n'))
    assert (one.load, one.reps, one.duration_s) == (None, None, 40)


@pytest.mark.parametrize(
    "date",
    [
        "2025-08-03 13:04:33",
        "2025-08-03T13:04:33",
        "2025-08-03 13:04",
        "2025-08-03 1:04:33\u202fPM",
    ],
)
def test_dates_of_strong_come_in_several_forms(date: str) -> None:
    file = read(S5 + f'{date},"Legs",5m,"Squat",1,20,8,0,0,,,\n')
    started_at = file.workouts[0].started_at
    assert started_at is not None
    assert (started_at.hour, started_at.minute) == (13, 4)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("1h 13m", 4380), ("35m", 2100), ("20s", 20), ("1h 15min", 4500), ("264h 1m", None)],
)
def test_length_of_a_workout(written: str, seconds: int | None) -> None:
    file = read(S5 + f'2025-08-03 13:04:33,"Legs",{written},"Squat",1,20,8,0,0,,,\n')
    assert file.workouts[0].duration_s == seconds


def test_same_time_and_other_name_are_two_workouts() -> None:
    row = '2025-08-03 13:04:33,"{}",5m,"Squat",1,20,8,0,0,,,\n'
    assert len(read(S5 + row.format("A") + row.format("B")).workouts) == 2


def test_key_stays_the_same_in_a_longer_export() -> None:
    row = '2025-08-0{},"Legs",5m,"Squat",1,20,8,0,0,,,\n'
    short = read(S5 + row.format("3 13:04:33"))
    longer = read(S5 + row.format("1 10:00:00") + row.format("3 13:04:33"))
    assert short.workouts[0].key == longer.workouts[1].key


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("13 Mar 2026, 15:22", dt.date(2026, 3, 13)),
        ("May 15, 2026, 7:26 PM", dt.date(2026, 5, 15)),
        ("13 März 2026, 15:22", dt.date(2026, 3, 13)),
        ("5 févr. 2026, 15:22", dt.date(2026, 2, 5)),
        ("9 de ago de 2025, 15:22", dt.date(2025, 8, 9)),
    ],
)
def test_dates_of_hevy_in_several_languages(start: str, day: dt.date) -> None:
    file = read(HEVY + f'"Legs","{start}","","","Squat",,"",0,"normal",20,8,,,\n')
    assert file.workouts[0].date == day
    assert file.workouts[0].started_at is not None


def test_hevy_keeps_empty_as_empty_and_groups_supersets() -> None:
    head = '"Legs","13 Mar 2026, 15:22","13 Mar 2026, 16:22","",'
    file = read(
        HEVY
        + head
        + '"Squat",0,"deep\\nslow",0,"warmup",20,8,,,\n'
        + head
        + '"Plank",0,"",0,"normal",,,,45,7.5\n'
    )
    squat, plank = file.workouts[0].exercises
    assert (squat.superset, squat.note) == ("0", "deep\nslow")
    assert squat.sets[0].set_type is SetType.WARM_UP
    assert (plank.sets[0].load, plank.sets[0].reps, plank.sets[0].rpe_halves) == (None, None, 15)
    assert file.workouts[0].duration_s == 3600


def test_hevy_of_an_imperial_account_says_pounds() -> None:
    head = HEVY.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles")
    file = read(head + '"Legs","13 Mar 2026, 15:22","","","Squat",,"",0,"normal",45,8,1,,\n')
    assert file.unit is Unit.LB
    assert only(file).distance_m == 1609


def test_fitnotes_day_is_one_workout_with_its_units() -> None:
    file = read(
        FITNOTES
        + "2024-01-05,Squat,Legs,60,kgs,5,,,,\n2024-01-05,Plank,Core,,,,,,0:00:30,slow\n"
        + "2024-01-06,Squat,Legs,135,lbs,5,,,,\n"
    )
    assert [len(workout.exercises) for workout in file.workouts] == [2, 1]
    assert {workout.started_at for workout in file.workouts} == {None}
    sets = list(file.sets)
    assert [one.unit for one in sets] == [Unit.KG, None, Unit.LB]
    assert (sets[1].duration_s, sets[1].note) == (30, "slow")
    assert not file.unit_needed


def test_fitnotes_name_with_an_unquoted_comma_is_put_right() -> None:
    file = read(
        FITNOTES + "2024-01-05,Overhead Press (Each Side, Dumbbells),Shoulders,10,kgs,8,,,,\n"
    )
    assert list(file.exercise_names) == ["Overhead Press (Each Side, Dumbbells)"]
    assert only(file).reps == 8


def test_fitnotes_of_ios_has_one_column_a_unit() -> None:
    file = read(
        "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,"
        "Kind\n2024-01-05,Squat,Legs,,135,5,,,,,wr\n"
    )
    assert (only(file).load, only(file).unit) == (Decimal(135), Unit.LB)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_do_not_matter(encoding: str) -> None:
    file = read(S5 + '2025-08-03 13:04:33,"Füße",5m,"Übung",1,20,8,0,0,,,\n', encoding)
    assert file.workouts[0].title == "Füße"


def test_decimal_comma_is_understood() -> None:
    text = S5.replace(",", ";") + "2025-08-03 13:04:33;Legs;5m;Squat;1;62,5;8;0;0;;;\n"
    assert only(read(text)).load == Decimal("62.5")


@pytest.mark.parametrize("cells", ["20,877777", "20,-3", "5000,8", "NaN,8", "1e999,8", "x,8"])
def test_impossible_values_are_left_out_and_told(cells: str) -> None:
    good = '2025-08-03 13:04:33,"Legs",5m,"Squat",1,20,8,0,0,,,\n'
    file = read(S5 + good + good.replace("20,8", cells))
    assert len(list(file.sets)) == 1
    assert [problem.row for problem in file.problems] == [3]
    assert sum(file.skipped.values()) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"name,age\nRachel,44\n", "does not look like"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "does not look like"),
        (S5.encode(), "no sets"),
        (b"SQLite format 3\0" + b"\0" * 100, "no backup that LegLog can read"),
    ],
)
def test_what_is_no_export_is_refused_with_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(ImportRejected, match=sentence):
        read_workout_file(content)


REAL = {
    "strong_2021_duration.csv": (129, 72, 2078, "800773", "2021-02-10", "2021-12-22"),
    "strong_2025_quoted_semicolon_resttimer_note.csv": (
        47,
        44,
        868,
        "168452.8",
        "2025-02-24",
        "2025-05-21",
    ),
    "strong_2026_ios_nonotes_warmups.csv": (37, 16, 666, "168413.8", "2026-04-24", "2026-07-22"),
    "strong_2025_resttimer_small.csv": (1, 3, 8, "1050", "2025-08-03", "2025-08-03"),
    "hevy_2025_mouad.csv": (17, 44, 330, "165952", "2025-05-13", "2025-06-30"),
    "hevy_2025_real_small_zeropad.csv": (2, 6, 22, "16355", "2025-06-30", "2025-07-02"),
    "fitnotes_2023_2025_kgs.csv": (124, 54, 2495, "814748.2", "2023-11-21", "2025-06-22"),
}


def sample(name: str) -> bytes:
    return (Path(os.environ["LEGLOG_SAMPLES"]) / name).read_bytes()


with_samples = pytest.mark.skipif(
    "LEGLOG_SAMPLES" not in os.environ, reason="no folder of real exports is given"
)


@with_samples
def test_real_pain_diary_comes_out_exactly() -> None:
    content = sample("knee_pain_daily_2021_dmy.csv")
    table = unknown_table(content)
    assert table is not None
    file = read_workout_file(content, suggest(table, Contents.RATINGS))
    days = [rating.date.isoformat() for rating in file.ratings]
    assert (len(days), days[0], days[-1]) == (1196, "2021-03-25", "2024-06-24")
    assert sum(rating.score for rating in file.ratings) == 1306


@with_samples
@pytest.mark.parametrize("name", REAL)
def test_real_exports_come_out_exactly(name: str) -> None:
    file = read_workout_file(sample(name))
    dates = [workout.date.isoformat() for workout in file.workouts]
    total = file.load_times_reps_kg(Unit.KG)
    found = (len(dates), len(file.exercise_names), len(list(file.sets)), total)
    workouts, exercises, sets, expected, first, last = REAL[name]
    assert found == (workouts, exercises, sets, Decimal(expected))
    assert (min(dates), max(dates)) == (first, last)
