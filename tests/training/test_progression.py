"""A suggestion hears the back first, then the last two workouts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.training.back_response import BackResponse
from leglog.training.progression import (
    Advice,
    Comeback,
    Outing,
    Reason,
    Suggestion,
    Target,
    WorkSet,
    eased_load,
    next_load,
    suggest,
)
from leglog.training.units import grams, load_number
from leglog.training.vocabulary import LoadMode, Response, Unit
from tests.training.oracles import ORACLES

GREEN, AMBER, RED = (BackResponse(colour, provisional=False) for colour in Response)
TARGET = Target(low=8, top=12, increment_g=2500)
BARE = Target(low=8, top=12)
PLANK = Target(low=20, top=30, is_hold=True)


def outing(*reps: int, kg: float | None = 40, rpe: float | None = None) -> Outing:
    load_g = None if kg is None else round(kg * 1000)
    halves = None if rpe is None else round(rpe * 2)
    sets = tuple(WorkSet(reps=each, load_g=load_g, rpe_halves=halves) for each in reps)
    return Outing(sets, before=2, response=GREEN)


def held(*seconds: int) -> Outing:
    return Outing(tuple(WorkSet(duration_s=each) for each in seconds), before=2, response=GREEN)


TOP = outing(12, 12, 12)


@pytest.mark.parametrize("case", ORACLES["next_load"])
def test_next_load(case: dict[str, float | None]) -> None:
    kg, increment = case["kg"], case["increment"]
    assert kg is not None
    assert increment is not None
    expected_g = None if case["expect"] is None else round(case["expect"] * 1000)
    assert next_load(round(kg * 1000), round(increment * 1000)) == expected_g


@pytest.mark.parametrize(("pounds", "heavier"), [(95, 100), (100, 105), (200, 210), (45, None)])
def test_next_load_in_pounds_is_what_the_plates_say(pounds: int, heavier: int | None) -> None:
    load_g, increment_g = (grams(Decimal(each), Unit.LB) for each in (pounds, 5))
    found = next_load(load_g, increment_g, Unit.LB)
    assert (found and load_number(found, Unit.LB)) == heavier


@given(load_g=st.integers(1000, 400_000), increment_g=st.sampled_from([1250, 2000, 2500, 5000]))
def test_next_load_is_heavier_by_at_most_a_tenth(load_g: int, increment_g: int) -> None:
    heavier = next_load(load_g, increment_g)
    if heavier is None:
        assert increment_g * 10 > load_g
    else:
        assert load_g < heavier <= load_g * 1.1
        assert (heavier - load_g) % increment_g == 0


@pytest.mark.parametrize(("kg", "eased"), [(40, 35), (100, 90), (42.5, 37.5), (10, None)])
def test_eased_load_is_a_tenth_to_a_fifth_less(kg: float, eased: float | None) -> None:
    expected = None if eased is None else round(eased * 1000)
    assert eased_load(round(kg * 1000), 2500) == expected


def test_top_of_the_range_twice_adds_load() -> None:
    assert suggest([TOP, TOP], TARGET) == Suggestion(
        Advice.ADD_LOAD, Reason.TOP_TWICE, load_g=42_500, reps=8
    )


def test_top_of_the_range_once_repeats() -> None:
    assert suggest([TOP], TARGET) == Suggestion(Advice.REPEAT, Reason.ONCE_MORE)
    assert suggest([outing(12, 11), TOP], TARGET).reason is Reason.ONCE_MORE


def test_below_the_top_adds_a_repetition() -> None:
    assert suggest([TOP, outing(12, 10, 9)], TARGET) == Suggestion(
        Advice.ADD_REPS, Reason.BELOW_TOP, reps=10
    )


def test_nothing_in_reserve_repeats() -> None:
    hard = outing(12, 12, rpe=9.5)
    assert suggest([TOP, hard], TARGET).reason is Reason.TOO_HARD
    assert suggest([hard, TOP], TARGET).reason is Reason.TOO_HARD
    assert suggest([outing(12, rpe=9), TOP], TARGET).advice is Advice.ADD_LOAD


def test_amber_back_repeats() -> None:
    assert suggest([TOP, replace(TOP, response=AMBER)], TARGET) == Suggestion(
        Advice.REPEAT, Reason.BACK_AMBER
    )


def test_amber_back_before_last_time_takes_one_more_green() -> None:
    assert suggest([replace(TOP, response=AMBER), TOP], TARGET).reason is Reason.ONCE_MORE


def test_red_back_eases_off() -> None:
    assert suggest([TOP, replace(TOP, response=RED)], TARGET) == Suggestion(
        Advice.EASE_OFF, Reason.BACK_RED, load_g=35_000
    )


def test_red_back_without_load_eases_off_without_a_number() -> None:
    red = replace(outing(12, kg=None), response=RED)
    assert suggest([red], BARE) == Suggestion(Advice.EASE_OFF, Reason.BACK_RED)


def test_sore_back_before_training_repeats() -> None:
    sore = replace(TOP, before=6)
    assert suggest([TOP, sore], TARGET).reason is Reason.BACK_SORE_BEFORE


def test_unrated_back_repeats() -> None:
    unrated = replace(TOP, before=None, response=None)
    assert suggest([TOP, unrated], TARGET).reason is Reason.BACK_NOT_RATED


def test_flare_pauses() -> None:
    assert suggest([TOP, TOP], TARGET, paused=True) == Suggestion(Advice.REPEAT, Reason.PAUSED)


def test_empty_log_repeats_the_plan() -> None:
    first_time = Suggestion(Advice.REPEAT, Reason.FIRST_TIME)
    assert suggest([], TARGET) == suggest([Outing(())], TARGET) == first_time


def test_too_big_a_step_adds_repetitions_beyond_the_range() -> None:
    light = outing(12, 12, kg=8)
    assert suggest([light, light], replace(TARGET, increment_g=2000)) == Suggestion(
        Advice.ADD_REPS, Reason.STEP_TOO_BIG, reps=13
    )


def test_three_repetitions_beyond_the_range_ask_for_a_harder_variant() -> None:
    bare = outing(15, 15, kg=None)
    assert suggest([bare, bare], BARE) == Suggestion(Advice.HARDER_VARIANT, Reason.LONG_ENOUGH)


def test_assisted_exercise_takes_less_help() -> None:
    target = replace(TARGET, load_mode=LoadMode.ASSISTED, increment_g=5000)
    helped = outing(12, 12, kg=30)
    assert suggest([helped, helped], target) == Suggestion(
        Advice.REDUCE_HELP, Reason.TOP_TWICE, load_g=25_000, reps=8
    )


def test_hold_grows_by_five_seconds_up_to_a_minute() -> None:
    assert suggest([held(30, 30), held(32, 30)], PLANK).duration_s == 35
    long = replace(PLANK, top=55)
    assert suggest([held(58), held(58)], long).duration_s == 60


def test_hold_of_a_minute_asks_for_a_harder_variant() -> None:
    long = replace(PLANK, top=60)
    assert suggest([held(60), held(60)], long).advice is Advice.HARDER_VARIANT


def test_hold_below_the_top_stays_in_its_range() -> None:
    assert suggest([held(28, 30)], PLANK) == Suggestion(
        Advice.ADD_SECONDS, Reason.BELOW_TOP, duration_s=30
    )


outings = st.builds(
    lambda reps, colour, before: Outing(
        tuple(WorkSet(reps=each, load_g=40_000) for each in reps),
        before,
        colour and BackResponse(colour, provisional=False),
    ),
    st.lists(st.integers(0, 20), max_size=4),
    st.none() | st.sampled_from(Response),
    st.none() | st.integers(0, 10),
)


@given(st.lists(outings, max_size=4))
def test_load_never_grows_without_a_green_back(history: list[Outing]) -> None:
    suggestion = suggest(history, TARGET)
    if suggestion.advice is Advice.ADD_LOAD:
        recent = [each for each in history if each.sets][-2:]
        assert len(recent) == 2
        assert all(each.response and each.response.colour is Response.GREEN for each in recent)


def test_first_time_after_a_flare_is_ten_to_twenty_percent_lighter() -> None:
    found = suggest([TOP, TOP], TARGET, comeback=Comeback(40_000, trained=False))
    assert (found.advice, found.reason) == (Advice.EASE_OFF, Reason.AFTER_FLARE)
    assert found.load_g == 35_000


def test_each_quiet_workout_after_a_flare_allows_one_step_back() -> None:
    found = suggest([outing(8, 8, 8, kg=35)], TARGET, comeback=Comeback(40_000, trained=True))
    assert (found.load_g, found.reason) == (37_500, Reason.RETURNING)


def test_the_way_back_ends_at_the_load_from_before() -> None:
    found = suggest([outing(8, 8, 8, kg=57.5)], TARGET, comeback=Comeback(58_000, trained=True))
    assert found.load_g == 58_000
    found = suggest([outing(8, 8, 8, kg=58)], TARGET, comeback=Comeback(58_000, trained=True))
    assert found.reason is Reason.BELOW_TOP


def test_an_amber_workout_after_a_flare_is_repeated() -> None:
    sore = replace(outing(12, 12, 12, kg=35), response=AMBER)
    found = suggest([sore], TARGET, comeback=Comeback(40_000, trained=True))
    assert (found.advice, found.reason) == (Advice.REPEAT, Reason.BACK_AMBER)


@given(st.integers(1, 200), st.integers(1, 200))
def test_no_step_after_a_flare_is_more_than_a_tenth(load: int, before: int) -> None:
    last = outing(12, 12, 12, kg=load * 2.5)
    found = suggest([last], TARGET, comeback=Comeback(before * 2500, trained=True))
    if found.reason is Reason.RETURNING:
        assert found.load_g is not None
        assert load * 2500 < found.load_g <= min(load * 2750, before * 2500)
