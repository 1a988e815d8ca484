from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from leglog.errors import NotFound
from leglog.models.base import utc_now
from leglog.models.exercise import Exercise
from leglog.models.workout import PerformedSet, Workout
from leglog.services.imports import imports, undo_import
from tests.services.actions_transfer import bring_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.training_log import TrainingLog
    from tests.conftest import Contents


def change_a_set(log: TrainingLog) -> None:
    with log.upkeep() as session:
        one = session.scalars(select(PerformedSet).where(PerformedSet.reps == 8)).one()
        one.reps, one.changed_at = 9, utc_now()


def test_imports_are_listed_with_what_is_still_here(log: TrainingLog) -> None:
    bring_in(log)
    (made,) = imports(log)
    assert (made.file_name, made.format, made.workouts, made.sets) == ("strong.csv", "strong", 2, 3)
    assert made.changed == ()


def test_import_taken_back_weeks_later_leaves_what_was_before(
    log: TrainingLog, contents: Callable[[], Contents]
) -> None:
    before = contents()
    bring_in(log)
    log.forget_steps()
    assert undo_import(log, imports(log)[0].id) == 2
    assert contents() == before


def test_workout_that_was_changed_since_is_listed_and_stays(log: TrainingLog) -> None:
    bring_in(log)
    change_a_set(log)
    (made,) = imports(log)
    assert [workout.title for workout in made.changed] == ["Legs"]
    assert undo_import(log, made.id) == 1
    with log.reading() as session:
        assert session.scalars(select(Workout.title)).all() == ["Legs"]
        # Its exercise came with the import and is still in use.
        assert session.scalar(select(Exercise.id).where(Exercise.name == "Strange Machine"))


def test_changed_workouts_go_where_that_is_chosen(log: TrainingLog) -> None:
    bring_in(log)
    change_a_set(log)
    assert undo_import(log, imports(log)[0].id, with_changed=True) == 2
    assert imports(log) == ()


def test_import_that_is_gone_is_told(log: TrainingLog) -> None:
    with pytest.raises(NotFound, match="no longer in the list"):
        undo_import(log, 1)
