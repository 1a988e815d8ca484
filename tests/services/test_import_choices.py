"""What a person decides about a preview: matches, conflicts, odd values, the unit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from leglog.formats.detect import read_workout_file
from leglog.models.exercise import Exercise, ExerciseAlias
from leglog.models.pain import PainRating
from leglog.models.workout import PerformedSet, Workout
from leglog.services.import_conflicts import Decision
from leglog.services.import_matching import Match, guess_unit
from leglog.services.imports import imports
from leglog.services.pain import rate_pain
from leglog.services.transfer import ImportChoices, ImportPreview, compare_with_log, import_workouts
from leglog.training.vocabulary import Moment, Unit
from tests.formats.rows import STRONG as HEADINGS
from tests.formats.rows import strong_row
from tests.services.actions_transfer import STRONG, bring_in

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

HEVY_SAME_DAY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
    '"Legs","3 Aug 2025, 13:10","3 Aug 2025, 13:50","","Squat (Barbell)",,"",0,"normal",62.5,8,,,\n'
    '"Evening","3 Aug 2025, 20:10","3 Aug 2025, 20:50","","Plank",,"",0,"normal",,,,40,\n'
)


def preview(log: TrainingLog, content: bytes, choices: ImportChoices) -> ImportPreview:
    file = read_workout_file(content)
    return compare_with_log(log, file, "file.csv", "0" * 64, Unit.KG, choices)


def titles(log: TrainingLog) -> list[str]:
    with log.reading() as session:
        return list(session.scalars(select(Workout.title).order_by(Workout.date, Workout.id)))


def id_of(log: TrainingLog, name: str) -> int:
    with log.reading() as session:
        found = session.scalar(select(Exercise.id).where(Exercise.name == name))
        assert found is not None
        return found


def test_names_are_the_same_likely_or_new(log: TrainingLog) -> None:
    rows = "".join(
        strong_row(exercise=name) for name in ("Plank", "Hip-Thrusts", "Zercher Yoke Walk")
    )
    found = preview(log, (HEADINGS + rows).encode(), ImportChoices()).exercises
    assert {each.name: each.match for each in found} == {
        "Plank": Match.SAME,
        "Hip-Thrusts": Match.LIKELY,
        "Zercher Yoke Walk": Match.NEW,
    }


def test_match_by_hand_counts_and_is_remembered(log: TrainingLog) -> None:
    squat = id_of(log, "Goblet squat")
    chosen = ImportChoices(matches={"Strange Machine": squat})
    import_workouts(log, preview(log, STRONG, chosen))
    with log.reading() as session:
        assert session.scalar(select(Exercise.id).where(Exercise.name == "Strange Machine")) is None
        aliases = session.scalars(select(ExerciseAlias).filter_by(name="Strange Machine")).all()
        assert [(alias.exercise_id, alias.from_catalogue) for alias in aliases] == [(squat, False)]
    again = preview(log, STRONG, ImportChoices())
    assert {each.name: each.known_id for each in again.exercises}["Strange Machine"] == squat


def test_likely_match_can_be_made_a_new_exercise(log: TrainingLog) -> None:
    content = (HEADINGS + strong_row(exercise="Hip-Thrusts")).encode()
    import_workouts(log, preview(log, content, ImportChoices(matches={"Hip-Thrusts": None})))
    assert id_of(log, "Hip-Thrusts")


def test_skipped_exercise_stays_out_with_its_workout(log: TrainingLog) -> None:
    chosen = preview(log, STRONG, ImportChoices(skipped=frozenset({"Plank", "Strange Machine"})))
    assert import_workouts(log, chosen).sets == 1
    assert titles(log) == ["Legs"]


def test_same_visit_logged_in_two_programs_is_a_conflict(log: TrainingLog) -> None:
    bring_in(log)
    found = preview(log, HEVY_SAME_DAY.encode(), ImportChoices())
    (conflict,) = found.conflicts
    assert (conflict.mine_sets, conflict.mine_load_kg) == (2, 60 * 8 + 205)
    assert (conflict.file_sets, conflict.file_load_kg) == (1, 500)
    assert [workout.title for workout in found.added] == ["Evening"]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision.MINE, ["Legs", "Evening", "Core"]),
        (Decision.BOTH, ["Legs", "Legs", "Evening", "Core"]),
        (Decision.FILE, ["Legs", "Evening", "Core"]),
    ],
)
def test_conflict_is_decided_by_the_person(
    log: TrainingLog, decision: Decision, expected: list[str]
) -> None:
    bring_in(log)
    found = preview(log, HEVY_SAME_DAY.encode(), ImportChoices())
    choices = ImportChoices(decisions={found.conflicts[0].key: decision})
    import_workouts(log, replace(found, choices=choices))
    assert titles(log) == expected


def test_ratings_go_over_to_the_workout_that_replaces_theirs(log: TrainingLog) -> None:
    bring_in(log)
    with log.reading() as session:
        old = session.scalars(select(Workout).where(Workout.title == "Legs")).one()
        workout_id, day = old.id, old.date
    rate_pain(log, 4, Moment.AFTER, day, workout_id)
    found = preview(log, HEVY_SAME_DAY.encode(), ImportChoices())
    choices = ImportChoices(decisions={found.conflicts[0].key: Decision.FILE})
    import_workouts(log, replace(found, choices=choices))
    with log.reading() as session:
        rating = session.scalars(select(PainRating)).one()
        assert rating.workout_id not in (None, workout_id)


def test_import_of_a_replacement_is_undone_whole(log: TrainingLog) -> None:
    bring_in(log)
    found = preview(log, HEVY_SAME_DAY.encode(), ImportChoices())
    choices = ImportChoices(decisions={found.conflicts[0].key: Decision.FILE})
    import_workouts(log, replace(found, choices=choices))
    log.undo()
    assert titles(log) == ["Legs", "Core"]
    assert len(imports(log)) == 1


def test_odd_value_is_left_out_or_kept_without_it(log: TrainingLog) -> None:
    content = (HEADINGS + strong_row() + strong_row(load="80", reps="877777")).encode()
    assert preview(log, content, ImportChoices()).sets == 1
    kept = preview(log, content, ImportChoices(keep_odd=True))
    assert kept.sets == 2
    import_workouts(log, kept)
    with log.reading() as session:
        odd = session.scalars(select(PerformedSet).where(PerformedSet.load_g == 80_000)).one()
        assert (odd.reps, odd.note) == (None, "877777 reps cannot be right.")


@pytest.mark.parametrize(("loads", "unit"), [((135, 185, 45), Unit.LB), ((60, 80, 100), Unit.LB),
                                             ((40, 60, 80, 95), Unit.KG)])  # fmt: skip
def test_unit_is_guessed_from_heavy_barbells(loads: tuple[int, ...], unit: Unit) -> None:
    rows = "".join(strong_row(load=str(load)) for load in loads)
    guess = guess_unit(read_workout_file((HEADINGS + rows).encode()))
    assert guess.unit is unit
    assert guess.share is not None


def test_unit_cannot_be_guessed_without_barbells() -> None:
    content = (HEADINGS + strong_row(exercise="Plank")).encode()
    assert guess_unit(read_workout_file(content)).share is None
