"""Typed numbers become whole grams, seconds, repetitions and halves, and come back the same."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.errors import InvalidValue
from leglog.training.units import (
    MAX_LOAD_G,
    grams,
    kilograms,
    load_number,
    parse_duration,
    parse_load,
    parse_reps,
    parse_rpe,
)
from leglog.training.vocabulary import Unit
from tests.training.oracles import ORACLES

units = st.sampled_from(Unit)


@pytest.mark.parametrize(("pounds", "kg"), ORACLES["lb_to_kg"].items())
def test_pounds_in_kilograms(pounds: str, kg: float) -> None:
    assert float(kilograms(Decimal(pounds), Unit.LB)) == pytest.approx(kg, abs=5e-5)


def test_one_pound_is_exact() -> None:
    assert kilograms(Decimal(1), Unit.LB) == Decimal("0.45359237")


@given(hundredths=st.integers(1, 100_000), unit=units)
def test_two_decimals_survive_the_round_trip(hundredths: int, unit: Unit) -> None:
    typed = Decimal(hundredths) / 100
    assert load_number(grams(typed, unit), unit) == typed


@given(load_g=st.integers(1, MAX_LOAD_G), unit=units)
def test_a_second_round_trip_changes_nothing(load_g: int, unit: Unit) -> None:
    shown = load_number(load_g, unit)
    assert load_number(grams(shown, unit), unit) == shown


def test_hundred_pounds_stay_hundred_after_a_thousand_trips() -> None:
    number = Decimal(100)
    for _trip in range(1000):
        number = load_number(grams(number, Unit.LB), Unit.LB)
    assert str(number) == "100"


@pytest.mark.parametrize(
    ("load_g", "unit", "shown"),
    [
        (40_000, Unit.KG, "40"),
        (42_500, Unit.KG, "42.5"),
        (13_750, Unit.KG, "13.75"),
        (100_000, Unit.KG, "100"),
        (12_125, Unit.KG, "12.13"),
        (61_235, Unit.LB, "135"),
    ],
)
def test_number_has_no_needless_digits(load_g: int, unit: Unit, shown: str) -> None:
    assert str(load_number(load_g, unit)) == shown


@pytest.mark.parametrize(
    ("text", "load_g"),
    [
        ("12.5", 12_500),
        ("12,5", 12_500),
        (" 12,5 ", 12_500),
        (".5", 500),
        ("40.", 40_000),
        ("42.5 kg", 42_500),
        ("42,5KG", 42_500),
        ("95lb", 43_091),
        ("95 lbs", 43_091),
        ("1000", 1_000_000),
    ],
)
def test_typed_weight(text: str, load_g: int) -> None:
    assert parse_load(text, Unit.KG).load_g == load_g


def test_typed_weight_takes_the_unit_of_the_log() -> None:
    assert parse_load("100", Unit.LB).load_g == 45_359


def test_typed_unit_is_kept_with_the_weight() -> None:
    assert parse_load("95lb", Unit.KG).unit is Unit.LB
    assert parse_load("95", Unit.KG).unit is Unit.KG


@pytest.mark.parametrize("text", ["0", "0.0001", "-5", "1000.01"])
def test_weight_outside_of_the_limits(text: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_load(text, Unit.KG)
    assert refused.value.sentence == "Weight must be above 0 and at most 1000 kg."


def test_limit_is_told_in_the_typed_unit() -> None:
    with pytest.raises(InvalidValue, match=r"at most 2204 lb\."):
        parse_load("2205lb", Unit.KG)


@pytest.mark.parametrize("text", ["", "heavy", "12.5.1", "1.000,5", "12 st", "kg", "1e3", "nan"])
def test_what_is_no_weight_is_named(text: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_load(text, Unit.KG)
    assert refused.value.sentence == f"I can’t read “{text}”."


@pytest.mark.parametrize(("text", "reps"), [("0", 0), ("12", 12), (" 1000 ", 1000)])
def test_typed_reps(text: str, reps: int) -> None:
    assert parse_reps(text) == reps


@pytest.mark.parametrize("text", ["-1", "1001"])
def test_reps_outside_of_the_limits(text: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_reps(text)
    assert refused.value.sentence == "Reps must be between 0 and 1000."


@pytest.mark.parametrize("text", ["12y", "12.5", "", "ten"])
def test_what_is_no_number_of_reps(text: str) -> None:
    with pytest.raises(InvalidValue, match="I can’t read"):
        parse_reps(text)


@pytest.mark.parametrize(
    ("text", "duration_s"),
    [
        ("30", 30),
        ("30s", 30),
        ("30 sec", 30),
        ("1:05", 65),
        ("0:20", 20),
        ("90:00", 5400),
        ("1:02:05", 3725),
        ("5 min", 300),
        ("1,5 min", 90),
        ("1 min 30 s", 90),
        ("1m30", 90),
        ("2h", 7200),
        ("0", 0),
    ],
)
def test_typed_time(text: str, duration_s: int) -> None:
    assert parse_duration(text) == duration_s


def test_time_has_a_limit_that_can_be_raised() -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_duration("2:00:01")
    assert refused.value.sentence == "Time must be between 0 and 7200 s."
    assert parse_duration("3 h", most_s=86_400) == 10_800


@pytest.mark.parametrize("text", ["", "1:75", "1:60:00", "long", "5 min later", ":30"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(InvalidValue, match="I can’t read"):
        parse_duration(text)


@pytest.mark.parametrize(("text", "halves"), [("1", 2), ("8", 16), ("8.5", 17), ("9,5", 19)])
def test_typed_rpe(text: str, halves: int) -> None:
    assert parse_rpe(text) == halves


@pytest.mark.parametrize("text", ["0.5", "10.5", "8.3"])
def test_rpe_outside_of_the_limits_or_between_halves(text: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_rpe(text)
    assert refused.value.sentence == "RPE must be between 1 and 10, in halves."


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (
        lambda typed: parse_load(typed, Unit.LB).load_g,
        parse_reps,
        parse_duration,
        parse_rpe,
    ):
        with contextlib.suppress(InvalidValue):
            assert parse(text) >= 0
