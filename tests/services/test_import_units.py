"""Loads that a program converted from one unit to the other."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from leglog.formats.detect import read_workout_file
from leglog.services.import_units import Converted, as_typed, converted
from leglog.training.vocabulary import Unit
from tests.formats.rows import HEVY, hevy_row

if TYPE_CHECKING:
    from leglog.formats.workout_file import WorkoutFile

FITNOTES = "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time\n"


def hevy(*loads: str) -> WorkoutFile:
    return read_workout_file((HEVY + "".join(hevy_row(load) for load in loads)).encode())


def test_pounds_in_kilograms_are_known_by_their_round_numbers() -> None:
    file = hevy("22.68", "22.68", "45.36", "13.607787283069193", "60")
    assert converted(file) == Converted(Unit.LB, Decimal("22.68"), Decimal(50))
    assert [(str(one.load), one.unit) for one in as_typed(file).sets] == [
        ("50", Unit.LB),
        ("50", Unit.LB),
        ("100", Unit.LB),
        ("30", Unit.LB),
        ("60", Unit.KG),
    ]


def test_kilograms_in_pounds_are_known_by_their_round_numbers() -> None:
    rows = "".join(f"2024-01-01,Squat,Legs,{load},8,,,\n" for load in (77.16, 143.3, 45))
    found = converted(read_workout_file((FITNOTES + rows).encode()))
    assert found == Converted(Unit.KG, Decimal("77.16"), Decimal(35))


@pytest.mark.parametrize("loads", [("20", "22.5", "61.25"), ("22.68", "20", "60"), ("",)])
def test_loads_that_are_round_as_written_stay(loads: tuple[str, ...]) -> None:
    file = hevy(*loads)
    assert converted(file) is None
    assert as_typed(file) is file
