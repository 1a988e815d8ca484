"""What the tests of Today read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from leglog.models.workout import Workout
from tests.ui.finding import named, texts

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog
    from leglog.ui.desk import Desk, Destination
    from leglog.ui.today.page import TodayPage


def all_words(page: TodayPage) -> str:
    """Return what can be read on the page, a label a line."""
    return "\n".join(texts(page))


def place(page: TodayPage, name: str) -> QPoint:
    """Return where on the page begins what has this name."""
    return named(page, name).mapTo(page, QPoint(0, 0))


def ways_from(desk: Desk) -> list[Destination]:
    """Return a list that grows by each way that is taken from now on."""
    taken: list[Destination] = []
    desk.destination_wanted.connect(taken.append)
    return taken


def routine_of(log: TrainingLog, destination: Destination) -> str | None:
    """Return the name of the routine of the workout that is gone to."""
    with log.reading() as session:
        return session.get_one(Workout, destination.id).routine_name
