"""Hard sets, volume load and time under tension are counted by their rules."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.paths import resources_folder
from leglog.training.vocabulary import Category, LoadMode, Muscle, Section, SetType, Side
from leglog.training.volume import (
    SetFacts,
    Volume,
    add_up,
    fractional_sets,
    hard_sets,
    is_hard_set,
    repetitions,
    share_out,
    time_under_tension_s,
    volume_load_g,
)
from tests.training.builders import PLANK, SETS_OF_ANY_KIND, SQUAT
from tests.training.oracles import ORACLES

BODY_G = 70_000


def external(reps: int, kg: int) -> SetFacts:
    return SQUAT._replace(reps=reps, load_g=kg * 1000)


def per_dumbbell(reps: int, kg: int, side: Side = Side.BOTH) -> SetFacts:
    return external(reps, kg)._replace(load_mode=LoadMode.PER_DUMBBELL, side=side)


def with_body(facts: SetFacts, factor: float) -> SetFacts:
    return facts._replace(body_weight_g=BODY_G, bodyweight_factor=factor)


BODYWEIGHT = with_body(SQUAT._replace(reps=12, load_g=None, load_mode=LoadMode.BODYWEIGHT), 0.88)
GOBLET = with_body(external(10, 16), 0.88)
ASSISTED = with_body(external(6, 30)._replace(load_mode=LoadMode.ASSISTED), 0.95)

VOLUME_CASES: dict[str, tuple[list[SetFacts], bool]] = {
    "dumbbell-bent-over-row 3x10 with 12 kg in each hand": ([per_dumbbell(10, 12)] * 3, False),
    "dumbbell-lunge 3x10 each leg with 10 kg in each hand": (
        [per_dumbbell(10, 10, Side.EACH)] * 3,
        False,
    ),
    "barbell-deadlift 8+8+7 x 60 kg": ([external(reps, 60) for reps in (8, 8, 7)], False),
    "bodyweight-squat 3x12, option off": ([BODYWEIGHT] * 3, False),
    "bodyweight-squat 3x12, option on, 70 kg person": ([BODYWEIGHT] * 3, True),
    "goblet-squat 3x10 with 16 kg, option off": ([GOBLET] * 3, False),
    "goblet-squat 3x10 with 16 kg, option on, 70 kg person": ([GOBLET] * 3, True),
    "assisted-pull-up 3x6 with 30 kg help, option off": ([ASSISTED] * 3, False),
    "assisted-pull-up 3x6 with 30 kg help, option on, 70 kg person": ([ASSISTED] * 3, True),
}


@pytest.mark.parametrize("name", ORACLES["volume_load"])
def test_volume_load(name: str) -> None:
    sets, include = VOLUME_CASES[name]
    total_g = sum(volume_load_g(facts, include_body_weight=include) for facts in sets)
    assert total_g == round(ORACLES["volume_load"][name] * 1000)


def read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        (resources_folder() / "catalogue" / name).read_text("utf-8")
    )
    return content


def routine_sets(template: str) -> list[tuple[SetFacts, dict[Muscle, float]]]:
    """Return two (or as many as planned) sets of each exercise of a template, all done."""
    exercises = {each["id"]: each for each in read("exercises.json")["exercises"]}
    routine = next(each for each in read("routines.json")["routines"] if each["id"] == template)
    return [
        (
            SQUAT._replace(
                category=Category(exercise["category"]),
                section=Section(section["section"]),
                side=Side.EACH if item["per_side"] else Side.BOTH,
                reps=item["reps"][0] if item["reps"] else None,
                duration_s=item["hold_seconds"][0] if item["hold_seconds"] else None,
            ),
            {
                Muscle(trained["muscle"]): trained["share"]
                for trained in exercise["primary_muscles"] + exercise["secondary_muscles"]
            },
        )
        for section in routine["sections"]
        for item in section["items"]
        for exercise in [exercises[item["exercise"]]]
        for _number in range(item["sets"])
    ]


@pytest.mark.parametrize(
    ("template", "oracle"),
    [
        ("s003-legs-and-back", "hard_sets_s003_session"),
        ("s001-rachel-beginner", "hard_sets_rachel_session"),
    ],
)
def test_hard_sets_of_a_template_by_muscle(template: str, oracle: str) -> None:
    by_muscle: Counter[str] = Counter()
    for facts, shares in routine_sets(template):
        by_muscle.update({str(key): sets for key, sets in fractional_sets(facts, shares).items()})
    assert by_muscle == ORACLES[oracle]


def test_two_left_sets_and_one_right_count_one_and_a_half() -> None:
    sides = (Side.LEFT, Side.LEFT, Side.RIGHT)
    total = sum(hard_sets(SQUAT._replace(side=side)) for side in sides)
    assert [total] == list(ORACLES["hard_sets_one_side_only"].values())


def test_each_side_is_one_set() -> None:
    assert hard_sets(SQUAT._replace(side=Side.EACH)) == 1


@pytest.mark.parametrize(
    "easy",
    [
        SQUAT._replace(done=False),
        SQUAT._replace(set_type=SetType.WARM_UP),
        SQUAT._replace(section=Section.WARM_UP),
        SQUAT._replace(section=Section.COOL_DOWN),
        SQUAT._replace(category=Category.STRETCH),
        SQUAT._replace(category=Category.CARDIO),
        SQUAT._replace(reps=0),
        SQUAT._replace(rpe_halves=10),
        PLANK._replace(duration_s=4),
        PLANK._replace(duration_s=None),
    ],
)
def test_what_is_no_hard_set(easy: SetFacts) -> None:
    assert not is_hard_set(easy)
    assert hard_sets(easy) == 0
    assert fractional_sets(easy, {Muscle.GLUTES: 1.0}) == {}


@pytest.mark.parametrize(
    "hard",
    [
        SQUAT,
        SQUAT._replace(reps=1),
        SQUAT._replace(rpe_halves=11),
        SQUAT._replace(set_type=SetType.FAILURE),
        PLANK._replace(duration_s=5),
    ],
)
def test_what_is_a_hard_set(hard: SetFacts) -> None:
    assert is_hard_set(hard)


@pytest.mark.parametrize(
    "facts",
    [
        SQUAT._replace(done=False),
        SQUAT._replace(set_type=SetType.WARM_UP),
        SQUAT._replace(section=Section.WARM_UP),
        SQUAT._replace(reps=0),
        SQUAT._replace(load_g=None),
        SQUAT._replace(load_mode=LoadMode.BAND),
        PLANK._replace(load_g=10_000, load_mode=LoadMode.EXTERNAL),
    ],
)
def test_what_moves_no_load(facts: SetFacts) -> None:
    assert volume_load_g(facts) == 0


def test_easy_set_moves_its_load() -> None:
    assert volume_load_g(SQUAT._replace(rpe_halves=8)) == 400_000


def test_added_load_counts_without_the_body() -> None:
    facts = with_body(external(5, 10)._replace(load_mode=LoadMode.ADDED), 0.95)
    assert volume_load_g(facts) == 50_000
    assert volume_load_g(facts, include_body_weight=True) == 5 * (10_000 + 66_500)


def test_more_help_than_body_weight_moves_nothing() -> None:
    facts = ASSISTED._replace(load_g=100_000)
    assert volume_load_g(facts, include_body_weight=True) == 0


def test_unknown_body_weight_adds_nothing() -> None:
    facts = BODYWEIGHT._replace(body_weight_g=None)
    assert volume_load_g(facts, include_body_weight=True) == 0


@pytest.mark.parametrize(
    ("facts", "held_s"),
    [
        (PLANK, 30),
        (PLANK._replace(side=Side.EACH), 60),
        (PLANK._replace(side=Side.LEFT), 30),
        (PLANK._replace(section=Section.WARM_UP), 0),
        (SQUAT, 0),
        (SQUAT._replace(reps=8, duration_s=2), 16),
        (SQUAT._replace(reps=0, duration_s=2), 0),
    ],
)
def test_time_under_tension(facts: SetFacts, held_s: int) -> None:
    assert time_under_tension_s(facts) == held_s


def test_repetitions_count_both_sides() -> None:
    assert repetitions(SQUAT._replace(side=Side.EACH)) == 20
    assert repetitions(SQUAT._replace(side=Side.LEFT)) == 10
    assert repetitions(PLANK) == 0


def test_empty_log_has_no_volume() -> None:
    assert add_up([]) == Volume()


def test_load_is_shared_out_in_proportion() -> None:
    shares = {Muscle.QUADRICEPS: 1.0, Muscle.GLUTES: 0.5, Muscle.ADDUCTORS: 0.5}
    assert list(share_out(400_000, shares).values()) == [200_000, 100_000, 100_000]


def test_load_without_muscles_is_shared_out_to_none() -> None:
    assert share_out(1000, {}) == {}


shares_of_any_kind = st.dictionaries(
    st.sampled_from(Muscle), st.sampled_from([0.5, 1.0, 0.1, 0.3]), min_size=1
)


@given(total_g=st.integers(0, 10**10), shares=shares_of_any_kind)
def test_shared_out_load_adds_up_to_the_total(total_g: int, shares: dict[Muscle, float]) -> None:
    parts = share_out(total_g, shares)
    assert sum(parts.values()) == total_g
    whole = sum(shares.values())
    for muscle, part in parts.items():
        assert part == pytest.approx(total_g * shares[muscle] / whole, abs=1.01)


facts_of_any_kind = st.builds(
    lambda facts, weight_g, factor: facts._replace(
        body_weight_g=weight_g, bodyweight_factor=factor
    ),
    SETS_OF_ANY_KIND,
    st.none() | st.integers(40_000, 150_000),
    st.none() | st.sampled_from([0.64, 0.88]),
)


@given(facts_of_any_kind)
def test_no_figure_is_negative_and_body_weight_only_adds(facts: SetFacts) -> None:
    assert 0 <= volume_load_g(facts) <= volume_load_g(facts, include_body_weight=True)
    assert hard_sets(facts) in (0, 0.5, 1)
    assert time_under_tension_s(facts) >= 0


@given(facts_of_any_kind, shares_of_any_kind)
def test_shared_out_kilograms_stack_up_to_the_volume(
    facts: SetFacts, shares: dict[Muscle, float]
) -> None:
    load_g = volume_load_g(facts, include_body_weight=True)
    assert sum(share_out(load_g, shares).values()) == load_g
