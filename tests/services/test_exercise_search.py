from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from leglog.services.exercise_search import search, words_of
from leglog.services.exercises import exercise_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leglog.services.exercises import ExerciseLine
    from leglog.services.training_log import TrainingLog


@pytest.fixture
def library(log: TrainingLog) -> tuple[ExerciseLine, ...]:
    """All 110 exercises of the catalogue."""
    return exercise_list(log)


def _rank(library: tuple[ExerciseLine, ...], typed: str, meant: ExerciseLine) -> int:
    found = search(library, typed)
    return found.index(meant) + 1 if meant in found else 999


def _typos(name: str) -> Iterator[str]:
    """Yield the name with one letter wrong at each place: left out, doubled, other, turned."""
    for place, letter in enumerate(name):
        if letter.isalpha():
            before, after = name[:place], name[place + 1 :]
            match place % 4:
                case 0:
                    yield before + after
                case 1:
                    yield before + letter * 2 + after
                case 2:
                    yield before + ("x" if letter != "x" else "y") + after
                case _:
                    yield before + after[:1] + letter + after[1:]


def test_every_name_finds_itself_first(library: tuple[ExerciseLine, ...]) -> None:
    assert [one.name for one in library if _rank(library, one.name, one) > 1] == []


def test_every_alias_is_among_the_first_three(library: tuple[ExerciseLine, ...]) -> None:
    aliases = [(alias, one) for one in library for alias in one.aliases]
    assert len(aliases) > 300
    assert [alias for alias, one in aliases if _rank(library, alias, one) > 3] == []


def test_every_german_name_is_among_the_first_three(library: tuple[ExerciseLine, ...]) -> None:
    assert all(one.foreign_names for one in library)
    names = [(name, one) for one in library for name in one.foreign_names]
    assert [name for name, one in names if _rank(library, name, one) > 3] == []


def test_one_letter_wrong_in_any_name_stays_among_the_first_five(
    library: tuple[ExerciseLine, ...],
) -> None:
    typos = [(typo, one) for one in library for typo in _typos(one.name)]
    assert len(typos) > 1500
    assert [typo for typo, one in typos if _rank(library, typo, one) > 5] == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("plank", "Plank (forearms)"),
        ("GLUTE br", "Glute bridge"),
        ("rom dead", "Romanian deadlift (barbell)"),
        ("mcgill", "Curl-up (McGill)"),
        ("childs pose", "Child's pose"),
        ("rdl", "Romanian deadlift (barbell)"),
        ("kniebeuge", "Squat (bodyweight)"),
        ("pullup", "Pull-up"),
        ("dead bugg", "Dead bug"),
        ("dead lift", "Barbell deadlift"),
    ],
)
def test_search_finds_what_is_meant(
    library: tuple[ExerciseLine, ...], typed: str, first: str
) -> None:
    assert search(library, typed)[0].name == first


@pytest.mark.parametrize("typed", ["sqat", "suqat", "squta", "sqaut", "sqa"])
def test_misspelt_squat_finds_squats(library: tuple[ExerciseLine, ...], typed: str) -> None:
    assert "squat" in search(library, typed)[0].name.casefold()


def test_right_starts_come_before_near_ones(library: tuple[ExerciseLine, ...]) -> None:
    found = [one.name for one in search(library, "calf")]
    right = [name for name in found if "calf" in name.casefold()]
    assert found[: len(right)] == right


def test_three_letters_that_begin_a_name_bring_nothing_else(
    library: tuple[ExerciseLine, ...],
) -> None:
    assert all("RDL" in " ".join(one.aliases) for one in search(library, "rdl"))


def test_search_for_nothing_gives_all_and_for_nonsense_none(
    library: tuple[ExerciseLine, ...],
) -> None:
    assert search(library, "  ") == library
    assert search(library, "xyzzy") == ()


def test_words_have_no_case_and_no_accents() -> None:
    assert words_of("Wadenheben (Maschine), ÜBUNG") == ["wadenheben", "maschine", "ubung"]


def test_matcher_is_not_imported_before_something_is_typed() -> None:
    script = (
        "import sys; import leglog.ui.main_window, leglog.ui.exercise_finder\n"
        "from leglog.services.exercise_search import search; search((), '')\n"
        "print('rapidfuzz' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.strip() == b"False"
