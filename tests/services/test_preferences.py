"""Preferences: what holds by itself, what is kept, what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leglog.errors import InvalidValue
from leglog.models.keeping import Preference
from leglog.models.preferences import Preferences
from leglog.services.preferences import change_preference, preferences
from leglog.settings import SETTINGS, AskRpe, LogMode, Value
from leglog.training.vocabulary import LoadBasis, Unit

if TYPE_CHECKING:
    from leglog.services.training_log import Change, TrainingLog


def _store_as_it_is(log: TrainingLog, key: str, text: str) -> None:
    with log.upkeep() as session:
        session.add(Preference(key=key, value=text))


def test_a_new_log_has_the_defaults(log: TrainingLog) -> None:
    assert preferences(log) == Preferences()


def test_typed_defaults_are_those_of_the_settings() -> None:
    assert {key: getattr(Preferences(), key) for key in SETTINGS} == {
        key: setting.default for key, setting in SETTINGS.items()
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("unit", Unit.LB),
        ("week_starts_on", 7),
        ("ask_rpe", AskRpe.LAST),
        ("log_mode", LogMode.LIVE),
        ("rest_tone", True),
        ("load_step_g", 1250),
    ],
)
def test_a_changed_preference_is_kept(log: TrainingLog, key: str, value: Value) -> None:
    change_preference(log, key, value)
    assert getattr(preferences(log), key) == value


def test_going_back_to_the_default_is_kept_too(log: TrainingLog) -> None:
    change_preference(log, "unit", Unit.LB)
    change_preference(log, "unit", Unit.KG)
    assert preferences(log).unit is Unit.KG


def test_choosing_what_holds_already_is_no_step_of_undo(
    log: TrainingLog, changes: list[Change]
) -> None:
    change_preference(log, "weekly_goal", 3)
    assert changes == []
    assert log.undo_action is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("unit", "stone"),
        ("week_starts_on", 0),
        ("weekly_goal", True),
        ("rest_tone", 1),
        ("day_starts_at_h", 13),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(log: TrainingLog, key: str, value: Value) -> None:
    with pytest.raises(InvalidValue):
        change_preference(log, key, value)
    assert preferences(log) == Preferences()


@pytest.mark.parametrize("text", ['"stone"', "not json", "[1]", "null", "3"])
def test_a_broken_value_in_the_file_takes_the_default(log: TrainingLog, text: str) -> None:
    _store_as_it_is(log, "unit", text)
    assert preferences(log).unit is Unit.KG


def test_an_unknown_key_in_the_file_is_passed_over(log: TrainingLog) -> None:
    _store_as_it_is(log, "from_a_later_leglog", "7")
    assert preferences(log) == Preferences()


@pytest.mark.parametrize(
    ("basis", "step_g"),
    [
        (LoadBasis.TOTAL, 2500),
        (LoadBasis.PER_DUMBBELL, 2000),
        (LoadBasis.STACK, 5000),
        (LoadBasis.NONE, 2500),
    ],
)
def test_the_smallest_step_depends_on_the_equipment(basis: LoadBasis, step_g: int) -> None:
    assert Preferences().smallest_step_g(basis) == step_g
