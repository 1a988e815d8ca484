from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, update

from leglog.models.exercise import Exercise, ExerciseAlias
from leglog.models.keeping import Preference
from leglog.paths import resources_folder
from leglog.services.catalogue import bring_catalogue_up_to_date
from leglog.services.catalogue_file import (
    exercise_entries,
    foreign_names,
    programme_templates,
    templates,
)
from leglog.services.exercise_editing import (
    add_own_exercise,
    correct_exercise,
    exercise_fields,
    reset_exercise,
)
from leglog.services.exercise_fields import ExerciseFields
from leglog.services.routine_templates import template_list
from leglog.training.vocabulary import Category, LoadBasis, Measure, Muscle, Pattern, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leglog.services.training_log import TrainingLog

CATALOGUE: dict[str, Any] = json.loads(
    (resources_folder() / "catalogue" / "exercises.json").read_text("utf-8")
)
EXERCISES: list[dict[str, Any]] = CATALOGUE["exercises"]
IDS = {entry["id"] for entry in EXERCISES}


def test_catalogue_has_its_exercises_routines_and_programmes() -> None:
    assert len(EXERCISES) == len(IDS) == 110
    assert len(templates()) == 14
    assert len(programme_templates()) == 3


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("category", Category),
        ("pattern", Pattern),
        ("measure", Measure),
        ("load_basis", LoadBasis),
    ],
)
def test_catalogue_uses_the_vocabulary(field: str, words: type) -> None:
    assert {entry[field] for entry in EXERCISES} <= {str(word) for word in words}  # type: ignore[attr-defined]


def test_muscles_are_known_once_and_count_one_or_a_half() -> None:
    for entry in EXERCISES:
        shares = [*entry["primary_muscles"], *entry["secondary_muscles"]]
        muscles = [Muscle(item["muscle"]) for item in shares]
        assert len(muscles) == len(set(muscles)), entry["id"]
        assert {item["share"] for item in entry["primary_muscles"]} <= {1.0}
        assert {item["share"] for item in entry["secondary_muscles"]} <= {0.5}


def test_names_and_aliases_lead_to_one_exercise() -> None:
    names = [entry["name"].casefold() for entry in EXERCISES]
    assert len(names) == len(set(names))
    aliases = [(alias.casefold(), entry["id"]) for entry in EXERCISES for alias in entry["aliases"]]
    assert len({alias for alias, _ in aliases}) == len(set(aliases))


def test_texts_are_complete_and_variants_exist() -> None:
    for entry in EXERCISES:
        assert entry["instructions"], entry["id"]
        assert entry["cues"], entry["id"]
        assert entry["back_care"], entry["id"]
        assert {entry["easier"], entry["harder"]} <= IDS | {None}
        assert entry["id"] not in (entry["easier"], entry["harder"])


def test_templates_name_known_exercises_and_sections() -> None:
    for routine in templates():
        sections = [Section(part["section"]).order for part in routine["sections"]]
        assert sections == sorted(sections), routine["id"]
        for part in routine["sections"]:
            for item in part["items"]:
                assert item["exercise"] in IDS
                assert item["sets"] >= 1
                assert item["reps"] or item["hold_seconds"]


def test_templates_take_about_as_long_as_they_say(log: TrainingLog) -> None:
    for view, template in zip(template_list(log), templates(), strict=True):
        stated = template["estimated_minutes"]
        assert view.duration_s / 60 == pytest.approx(stated, abs=max(2, 0.1 * stated)), view.name


def test_programmes_name_known_routines() -> None:
    routines = {routine["id"] for routine in templates()}
    for programme in programme_templates():
        for phase in programme["phases"]:
            assert set(phase["rotation"]) <= routines


def test_new_log_holds_the_catalogue(log: TrainingLog) -> None:
    with log.reading() as session:
        rows = list(session.scalars(select(Exercise)))
        squat = next(row for row in rows if row.key == "bodyweight-squat")
        assert len(rows) == 110
        assert squat.harder_id is not None
        assert {item.muscle for item in squat.muscles} >= {Muscle.QUADRICEPS, Muscle.GLUTES}


def test_renewing_leaves_what_the_person_changed(log: TrainingLog) -> None:
    with log.upkeep() as session:
        squat = session.scalars(select(Exercise).filter_by(key="bodyweight-squat")).one()
        squat.back_care, squat.adjusted = "my own words", ("back_care",)
        squat.cues = ("stale",)
        squat.aliases.append(ExerciseAlias(name="Kniebeuge", name_folded="kniebeuge"))
        session.execute(update(Preference).where(Preference.key == "catalogue").values(value='""'))
    bring_catalogue_up_to_date(log)
    with log.reading() as session:
        squat = session.scalars(select(Exercise).filter_by(key="bodyweight-squat")).one()
        assert squat.back_care == "my own words"
        assert squat.cues != ("stale",)
        assert "Kniebeuge" in [alias.name for alias in squat.aliases]


def exercise(log: TrainingLog, key: str) -> Exercise:
    with log.reading() as session:
        row = session.scalars(select(Exercise).filter_by(key=key)).one()
        session.refresh(row, ["aliases"])
        return row


def names_of(row: Exercise) -> set[str]:
    return {row.name, *(alias.name for alias in row.aliases)}


def test_words_of_exercises_come_in_the_language_of_the_program(log: TrainingLog) -> None:
    before = exercise(log, "goblet-squat")
    bring_catalogue_up_to_date(log, "de")
    german = exercise(log, "goblet-squat")
    assert german.name == foreign_names()["goblet-squat"][0]
    both = {*names_of(before), *foreign_names()["goblet-squat"]}
    assert {name.casefold() for name in both} == {name.casefold() for name in names_of(german)}
    bring_catalogue_up_to_date(log)
    assert exercise(log, "goblet-squat").name == german.name
    bring_catalogue_up_to_date(log, "en")
    assert names_of(exercise(log, "goblet-squat")) == names_of(before)


def test_own_words_stay_whatever_the_language(log: TrainingLog) -> None:
    number = exercise(log, "goblet-squat").id
    fields = exercise_fields(log, number)
    correct_exercise(log, number, replace(fields, name="My squat"))
    bring_catalogue_up_to_date(log, "de")
    assert exercise(log, "goblet-squat").name == "My squat"


def test_own_exercise_keeps_a_name_that_another_language_wants(log: TrainingLog) -> None:
    german = foreign_names()["goblet-squat"][0]
    add_own_exercise(log, ExerciseFields(name=german))
    bring_catalogue_up_to_date(log, "de")
    assert exercise(log, "goblet-squat").name == f"{german} (2)"


def test_exercise_that_is_reset_speaks_the_language_of_the_log(log: TrainingLog) -> None:
    bring_catalogue_up_to_date(log, "de")
    row = exercise(log, "goblet-squat")
    correct_exercise(log, row.id, replace(exercise_fields(log, row.id), name="My squat"))
    reset_exercise(log, row.id)
    assert exercise(log, "goblet-squat").name == row.name


def test_unknown_language_is_english(log: TrainingLog) -> None:
    bring_catalogue_up_to_date(log, "xx")
    assert exercise(log, "goblet-squat").name == "Goblet squat"


@pytest.mark.parametrize("key", [entry["id"] for entry in EXERCISES])
def test_exercise_is_told_in_german_as_fully_as_in_english(key: str) -> None:
    (english,) = [entry for entry in exercise_entries() if entry["id"] == key]
    (german,) = [entry for entry in exercise_entries("de") if entry["id"] == key]
    for field in ("instructions", "cues", "common_mistakes"):
        assert len(german[field]) == len(english[field])
        assert not set(german[field]) & set(english[field])
    assert german["back_care"] != english["back_care"]


def test_german_names_lead_to_one_exercise() -> None:
    entries = exercise_entries("de")
    names = [entry["name"].casefold() for entry in entries]
    assert len(names) == len(set(names)) == 110


def test_routines_are_told_in_german_as_fully_as_in_english() -> None:
    english = {*_words(templates()), *_words(programme_templates())}
    german = json.loads((resources_folder() / "catalogue" / "routines_de.json").read_text("utf-8"))
    assert set(german) == english


def _words(told: tuple[dict[str, Any], ...]) -> Iterator[str]:
    for one in told:
        yield from (one["name"], one["description"])
        for part in one.get("phases", ()):
            yield from (part["name"], part["notes"])
        for part in one.get("sections", ()):
            yield from (item["notes"] for item in part["items"] if item["notes"])


def test_renewing_twice_changes_nothing(log: TrainingLog, changes: list[object]) -> None:
    changes.clear()
    bring_catalogue_up_to_date(log)
    assert changes == []
