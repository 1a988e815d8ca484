"""Neighbours that are done in turn."""

from __future__ import annotations

import pytest

from leglog.training.supersets import next_in_turn, superset_labels, supersets


def groups(text: str) -> list[list[int]]:
    """Read '1', '2' as numbers of a superset and '-' as none; '|' begins another section."""
    places = [
        (section, character) for section, part in enumerate(text.split("|")) for character in part
    ]
    numbers = [(section, None if one == "-" else int(one)) for section, one in places]
    return supersets(range(len(numbers)), lambda place: numbers[place])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-11-", [[1, 2]]),
        ("1122", [[0, 1], [2, 3]]),
        ("1-1", []),
        ("1|1", []),
        ("11|11", [[0, 1], [2, 3]]),
        ("1", []),
        ("", []),
    ],
)
def test_neighbours_of_one_section_and_number_make_a_superset(
    text: str, expected: list[list[int]]
) -> None:
    assert groups(text) == expected


def test_members_are_lettered_in_order() -> None:
    assert superset_labels([["squat", "row"], ["plank", "bug"]]) == [
        ("squat", "A1"),
        ("row", "A2"),
        ("plank", "B1"),
        ("bug", "B2"),
    ]


def test_letters_go_on_after_z() -> None:
    assert superset_labels([[number] for number in range(27)])[-1] == (26, "AA1")


@pytest.mark.parametrize(
    ("left", "current", "expected"),
    [
        ([True, True, True], 0, 1),
        ([True, True, True], 2, 0),
        ([True, False, True], 0, 2),
        ([True, False, False], 0, 0),
        ([False, False, False], 1, None),
    ],
)
def test_turn_goes_round_those_with_sets_left(
    left: list[bool], current: int, expected: int | None
) -> None:
    assert next_in_turn(left, current) == expected
