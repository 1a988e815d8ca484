from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, func, insert, select

from leglog.models import journal
from leglog.models.base import new_uuids
from leglog.models.stored import all_tables, insert_tuples
from leglog.services.training_log import Action

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog
    from tests.conftest import Contents

PREFERENCES = all_tables()["preference"]


def write(session: Session, values: Iterable[int]) -> None:
    connection = session.connection()
    with journal.as_one_range(connection, PREFERENCES):
        rows = ((f"test {value}", str(value)) for value in values)
        insert_tuples(connection, PREFERENCES, ("key", "value"), rows)


def test_many_rows_are_taken_back_by_one_statement(log: TrainingLog) -> None:
    with log.action(Action.CHANGE_PREFERENCE) as session:
        last = session.scalar(select(func.max(PREFERENCES.c.id))) or 0
        write(session, [1, 2, 3])
        statements = journal.drain(session.connection()).statements
    wanted = f"DELETE FROM preference WHERE id BETWEEN {last + 1} AND {last + 3}"  # noqa: S608
    assert statements == (wanted,)


def test_undo_of_many_rows_leaves_those_before(
    log: TrainingLog, contents: Callable[[], Contents]
) -> None:
    with log.action(Action.CHANGE_PREFERENCE) as session:
        write(session, [1, 2])
    before = contents()
    with log.action(Action.CHANGE_PREFERENCE) as session:
        write(session, [3, 4])
    log.undo()
    assert contents() == before


def test_no_rows_are_nothing_to_take_back(log: TrainingLog) -> None:
    with log.action(Action.CHANGE_PREFERENCE) as session:
        write(session, [])
    assert log.undo_action is None


def test_rows_are_recorded_again_after_an_error(
    log: TrainingLog, contents: Callable[[], Contents]
) -> None:
    before = contents()
    with pytest.raises(ZeroDivisionError), log.action(Action.CHANGE_PREFERENCE) as session:
        write(session, (1 // (2 - number) for number in range(5)))
    with log.action(Action.CHANGE_PREFERENCE) as session:
        session.execute(insert(PREFERENCES).values(key="test", value="1"))
    log.undo()
    assert contents() == before


def test_many_uuids_are_like_single_ones() -> None:
    names = new_uuids(1000)
    assert names == sorted(set(names))
    assert all(uuid.UUID(name).version == 4 and str(uuid.UUID(name)) == name for name in names)
    assert {name[19] for name in names} == set("89ab")


def test_many_rows_are_put_back_as_they_were(
    log: TrainingLog, contents: Callable[[], Contents]
) -> None:
    with log.action(Action.CHANGE_PREFERENCE) as session:
        write(session, range(100))
    before = contents()
    with log.action(Action.CHANGE_PREFERENCE) as session:
        session.execute(delete(PREFERENCES).where(PREFERENCES.c.key.startswith("test")))
        write(session, [1])
    log.undo()
    assert contents() == before
