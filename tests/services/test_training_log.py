from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, insert, select, update

from leglog.errors import NotFound, StorageError
from leglog.models.exercise import Exercise
from leglog.models.routine import Routine, RoutineExercise
from leglog.services.training_log import UNDO_STEPS, Action, Change, TrainingLog, Turn
from leglog.training.vocabulary import Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Contents


def add_routine(log: TrainingLog, name: str = "Legs") -> int:
    with log.action(Action.ADD_ROUTINE) as session:
        routine = Routine(name=name)
        for position in range(3):
            routine.exercises.append(
                RoutineExercise(exercise_id=position + 1, section=Section.MAIN, position=position)
            )
        session.add(routine)
        session.flush()
        return routine.id


def _fail_half_way(log: TrainingLog) -> None:
    with log.action(Action.REMOVE_ROUTINE) as session:
        session.execute(delete(Routine))
        session.flush()
        raise ZeroDivisionError


def names(log: TrainingLog) -> list[str]:
    with log.reading() as session:
        return list(session.scalars(select(Routine.name).order_by(Routine.id)))


def test_action_commits_and_announces_its_tables(log: TrainingLog, changes: list[Change]) -> None:
    changes.clear()
    add_routine(log)
    assert changes == [Change(Action.ADD_ROUTINE, frozenset({"routine", "routine_exercise"}))]


def test_action_without_a_change_is_no_step(log: TrainingLog, changes: list[Change]) -> None:
    changes.clear()
    with log.action(Action.CORRECT_ROUTINE):
        pass
    assert log.undo_action is None
    assert changes == []


def test_failed_action_leaves_no_trace(
    log: TrainingLog, contents: Callable[[], Contents], changes: list[Change]
) -> None:
    add_routine(log)
    before, announced = contents(), list(changes)
    with pytest.raises(ZeroDivisionError):
        _fail_half_way(log)
    assert contents() == before
    assert changes == announced
    assert log.undo_action is Action.ADD_ROUTINE


def test_undo_and_redo_restore_every_row(
    log: TrainingLog, contents: Callable[[], Contents]
) -> None:
    before = contents()
    add_routine(log)
    after = contents()
    log.undo()
    assert contents() == before
    log.redo()
    assert contents() == after


def test_undo_sees_bulk_statements_and_cascades(
    log: TrainingLog, contents: Callable[[], Contents]
) -> None:
    add_routine(log)
    before = contents()
    with log.action(Action.REMOVE_ROUTINE) as session:
        session.execute(update(RoutineExercise).values(note="it's 100 % 'quoted'; -- x"))
        session.execute(delete(Routine))
    assert contents()["routine_exercise"] == []
    log.undo()
    assert contents() == before


def test_undo_brings_text_back_to_the_letter(log: TrainingLog) -> None:
    odd = "Füße ‘so’ \\ \n\t 100 % '\" 日本"
    routine = add_routine(log, odd)
    with log.action(Action.CORRECT_ROUTINE) as session:
        session.get_one(Routine, routine).name = "plain"
    log.undo()
    assert names(log) == [odd]


def test_new_action_forgets_what_could_be_redone(log: TrainingLog) -> None:
    add_routine(log, "A")
    log.undo()
    add_routine(log, "B")
    assert log.redo_action is None
    log.redo()
    assert names(log) == ["B"]


def test_undo_without_a_step_does_nothing(log: TrainingLog, changes: list[Change]) -> None:
    changes.clear()
    log.undo()
    log.redo()
    assert changes == []


def test_undo_announces_that_it_takes_back(log: TrainingLog, changes: list[Change]) -> None:
    add_routine(log)
    log.undo()
    log.redo()
    assert [change.turn for change in changes[-3:]] == [Turn.DONE, Turn.UNDONE, Turn.REDONE]


def test_only_the_newest_steps_are_kept(log: TrainingLog) -> None:
    for number in range(UNDO_STEPS + 5):
        with log.action(Action.ADD_ROUTINE) as session:
            session.execute(insert(Routine).values(name=f"R{number}"))
    for _ in range(UNDO_STEPS + 5):
        log.undo()
    assert names(log) == ["R0", "R1", "R2", "R3", "R4"]


def test_upkeep_is_not_undone_and_forgets_older_steps(log: TrainingLog) -> None:
    add_routine(log)
    with log.upkeep() as session:
        session.get_one(Exercise, 1).own_note = "seat 4"
    assert log.undo_action is None


def test_reading_cannot_write(log: TrainingLog) -> None:
    with pytest.raises(StorageError), log.reading() as session:
        session.execute(insert(Routine).values(name="smuggled"))
    assert names(log) == []


def test_failed_undo_changes_nothing_and_says_so(log: TrainingLog) -> None:
    routine = add_routine(log)
    with log.action(Action.REMOVE_ROUTINE) as session:
        session.execute(delete(Routine).where(Routine.id == routine))
    with log._transaction() as (session, _reversals):
        session.execute(insert(Routine).values(id=routine, name="taken"))
    with pytest.raises(NotFound, match="no longer be undone"):
        log.undo()
    assert names(log) == ["taken"]
    assert log.undo_action is None
