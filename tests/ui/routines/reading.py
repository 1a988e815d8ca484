"""What the tests of the builder read, and the links of its hints."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.services.preferences import preferences
from leglog.services.routine_reading import routine_list, routine_view
from leglog.training.dates import local_day
from leglog.ui.routines.hints_panel import HintRow
from leglog.ui.widgets.text import Link
from tests.ui.finding import named, texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.services.routine_reading import PlannedExerciseView, RoutineView
    from leglog.services.training_log import TrainingLog
    from leglog.ui.routines.page import RoutinePage


def exercise_id(log: TrainingLog, key: str) -> int:
    """Return the id of an exercise of the catalogue."""
    with log.reading() as session:
        return session.scalars(select(Exercise.id).where(Exercise.key == key)).one()


def items(page: RoutinePage) -> tuple[PlannedExerciseView, ...]:
    """Return the exercises of the first routine, as they are stored."""
    log = page.desk.log
    return routine_view(log, routine_list(log)[0].id).exercises


def view(page: RoutinePage) -> RoutineView:
    """Return the first routine with its hints of today."""
    log = page.desk.log
    return routine_view(log, routine_list(log)[0].id, today(page))


def today(page: RoutinePage) -> dt.date:
    """Return the person's day."""
    start_h = preferences(page.desk.log).day_starts_at_h
    return local_day(dt.datetime.now().astimezone(), start_h)


def follow(page: RoutinePage, qtbot: QtBot, link: str, hint: str) -> None:
    """Press the link of these words below the hint that begins with these."""

    def links() -> list[Link]:
        rows = page.balance.findChildren(HintRow)
        found = (row for row in rows if any(text.startswith(hint) for text in texts(row)))
        return [named(row, link, Link) for row in found]

    qtbot.waitUntil(lambda: len(links()) == 1)
    qtbot.keyClick(links()[0], Qt.Key.Key_Return)


def order(page: RoutinePage) -> list[str]:
    """Return the section and the first word of each exercise."""
    return [f"{one.section.value} {one.name.split()[0]}" for one in items(page)]
