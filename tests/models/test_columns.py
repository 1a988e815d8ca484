from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from leglog.models.exercise import Exercise
from leglog.training.vocabulary import Category

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog


def test_word_comes_back_as_its_member(log: TrainingLog) -> None:
    with log.reading() as session:
        assert isinstance(session.get_one(Exercise, 1).category, Category)


def test_word_that_the_program_does_not_know_is_refused(log: TrainingLog) -> None:
    with log.upkeep() as session:
        session.execute(text("PRAGMA ignore_check_constraints = ON"))
        session.execute(text("UPDATE exercise SET category = 'lost' WHERE id = 1"))
        session.execute(text("PRAGMA ignore_check_constraints = OFF"))
    with log.reading() as session, pytest.raises(ValueError, match="'lost' is none of"):
        session.get_one(Exercise, 1)
