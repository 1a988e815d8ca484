from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from leglog.paths import resources_folder
from leglog.services.training_log import Action
from leglog.training import vocabulary as terms
from leglog.training.vocabulary import Unit
from leglog.ui import labels, localized
from leglog.ui.labels import actions

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

pytestmark = pytest.mark.usefixtures("british")

FRIDAY = dt.date(2025, 11, 21)
WORDS: tuple[tuple[type[StrEnum], Callable[..., str]], ...] = (
    (terms.Section, labels.section),
    (terms.Category, labels.category),
    (terms.Pattern, labels.pattern),
    (terms.Muscle, labels.muscle),
    (terms.MuscleGroup, labels.muscle_group),
    (terms.PatternGroup, labels.pattern_group),
    (terms.Measure, labels.measure),
    (terms.SetType, labels.set_type),
    (terms.Side, labels.side),
    (terms.Side, labels.side_short),
    (terms.LoadBasis, labels.load_basis),
    (terms.LoadMode, labels.load_mode),
    (terms.Moment, labels.moment),
    (terms.Moment, labels.moment_in_full),
    (terms.Band, labels.band),
    (terms.Response, labels.response),
    (terms.PainSide, labels.pain_side),
    (terms.PainRegion, labels.pain_region),
    (terms.LegSign, labels.leg_sign),
    (terms.PeriodKind, labels.period_kind),
)


@pytest.mark.parametrize(("enum", "word"), WORDS)
def test_every_term_has_its_own_word(enum: type[StrEnum], word: Callable[..., str]) -> None:
    words = [word(term) for term in enum]
    assert all(words)
    assert len(words) == len(set(words))


def test_every_action_has_a_word() -> None:
    spoken = {
        **actions._workout_actions(),
        **actions._planning_actions(),
        **actions._keeping_actions(),
    }
    assert {action.value for action in Action} <= set(spoken)


def test_all_equipment_of_the_catalogue_has_a_name() -> None:
    path = resources_folder() / "catalogue" / "exercises.json"
    exercises = json.loads(path.read_text(encoding="utf-8"))["exercises"]
    for key in {key for exercise in exercises for key in exercise["equipment"]}:
        assert labels.equipment(key) != key


@pytest.mark.parametrize(
    ("rating", "word"), [(0, "none"), (1, "low"), (2, "low"), (3, "moderate"), (6, "high")]
)
def test_rating_has_its_word(rating: int, word: str) -> None:
    assert labels.rating_word(rating) == word


@pytest.mark.parametrize(
    ("grams", "unit", "text"),
    [(40_000, Unit.KG, "40"), (42_500, Unit.KG, "42.5"), (45_359, Unit.LB, "100")],
)
def test_load_is_shown_in_its_unit(grams: int, unit: Unit, text: str) -> None:
    assert localized.load(grams, unit) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0 s"), (30, "30 s"), (60, "1 min"), (65, "1:05"), (300, "5 min")]
)
def test_duration_is_short(seconds: int, text: str) -> None:
    assert localized.duration(seconds) == text


def test_clock_counts_hours() -> None:
    assert localized.clock(3723) == "1:02:03"


@pytest.mark.parametrize(("value", "text"), [(0.8, "+0.8"), (-0.2, "−0.2"), (0.01, "0"), (0, "0")])
def test_change_has_its_sign(value: float, text: str) -> None:
    assert localized.signed(value) == text


def test_thousands_are_grouped() -> None:
    assert localized.number(3872) == "3,872"


def test_rpe_comes_from_halves() -> None:
    assert localized.rpe(15) == "7.5"
    assert localized.rpe(14) == "7"


def test_days_are_written_out() -> None:
    assert localized.day(FRIDAY) == "Fri 21 Nov 2025"
    assert localized.short_day(FRIDAY) == "Fri 21 Nov"
    assert localized.long_day(FRIDAY) == "Friday 21 November"
    assert localized.month(FRIDAY) == "November 2025"


def test_range_of_days_names_a_month_once() -> None:
    first, last = dt.date(2025, 10, 13), dt.date(2025, 10, 18)
    assert localized.day_range(first, last) == "13–18 Oct"
    assert localized.day_range(dt.date(2025, 8, 25), FRIDAY) == "25 Aug–21 Nov"


def test_german_numbers_have_a_comma() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert localized.load(42_500, Unit.KG) == "42,5"


def test_date_survives_the_way_through_a_field() -> None:
    assert localized.from_qdate(localized.to_qdate(FRIDAY)) == FRIDAY


@pytest.mark.parametrize(("value", "form"), [(0, 2), (0.5, 2), (1, 1), (1.04, 1), (1.4, 2), (2, 2)])
def test_only_one_itself_is_put_into_the_singular(value: float, form: int) -> None:
    assert localized.plural(value) == form
