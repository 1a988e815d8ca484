from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from leglog.training.vocabulary import SetType, Unit
from tests.formats.rows import HEVY, hevy_row
from tests.formats.test_readers import only, read

MONTHS = {
    "English": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "English, in full": "January February March April May June July August September October "
    "November December",
    "German": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "French": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "Spanish": "ene feb mar abr may jun jul ago sept oct nov dic",
    "Portuguese": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "Italian": "gen feb mar apr mag giu lug ago set ott nov dic",
}


@pytest.mark.parametrize(
    "start",
    [
        "13 Mar 2026 15:22",
        "Mar 13, 2026, 3:22 PM",
        "Mar 13, 2026, 3:22\u202fPM",
        "13. März 2026, 15:22",
        "13 mar. 2026, 15:22",
        "13 de mar. de 2026, 15:22",
        "13 marzo 2026, 15:22",
        "13 de março de 2026, 15:22",
        "2026-03-13 15:22:00",
    ],
)
def test_start_is_read_however_it_is_worded(start: str) -> None:
    found = read(HEVY + hevy_row(start=start)).workouts[0].started_at
    assert found == dt.datetime(2026, 3, 13, 15, 22)  # noqa: DTZ001  local, without a zone


@pytest.mark.parametrize("language", MONTHS)
def test_every_month_is_known_by_its_name(language: str) -> None:
    months = [
        read(HEVY + hevy_row(start=f"3 {name} 2026, 15:22")).workouts[0].date.month
        for name in MONTHS[language].split()
    ]
    assert months == list(range(1, 13))


@pytest.mark.parametrize(
    ("written", "set_type"),
    [
        ("normal", SetType.WORKING),
        ("warmup", SetType.WARM_UP),
        ("dropset", SetType.DROP),
        ("failure", SetType.FAILURE),
        ("something new", SetType.WORKING),
    ],
)
def test_types_of_sets_are_understood(written: str, set_type: SetType) -> None:
    assert only(read(HEVY + hevy_row(set_type=written))).set_type is set_type


def test_line_breaks_in_a_note_do_not_swallow_the_next_row() -> None:
    file = read(HEVY + hevy_row(note="deep\nslow") + hevy_row(index=1, note="deep\nslow"))
    assert len(list(file.sets)) == 2
    assert file.workouts[0].exercises[0].note == "deep\nslow"


def test_problem_names_the_line_and_not_the_row() -> None:
    file = read(HEVY + hevy_row(note="a\nb\nc") + hevy_row(reps="877777", index=1))
    assert [problem.row for problem in file.problems] == [5]


def test_exercises_of_a_superset_keep_its_name() -> None:
    file = read(HEVY + hevy_row(superset="0") + hevy_row(superset="0", exercise="Row"))
    assert [exercise.superset for exercise in file.workouts[0].exercises] == ["0", "0"]


def test_sum_of_a_file_is_exact() -> None:
    pairs = [("13.607787283069193", "7"), ("0.0000000000001", "3"), ("999.999", "999")]
    file = read(HEVY + "".join(hevy_row(load, reps) for load, reps in pairs))
    expected = sum(Fraction(Decimal(load)) * int(reps) for load, reps in pairs)
    assert Fraction(file.load_times_reps_kg(Unit.LB)) == expected
