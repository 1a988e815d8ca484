"""A desk with a log, Rachel's plan, and someone who has just begun it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leglog.services.routines import add_routine_from_template
from leglog.ui.desk import Desk, Destination, Place
from tests.ui.workout.person import Person, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def routine(desk: Desk) -> int:
    return add_routine_from_template(desk.log, "s001-rachel-beginner")


@pytest.fixture
def person(desk: Desk, qtbot: QtBot, routine: int) -> Person:
    """Someone who has just begun Rachel's plan and is at the first set."""
    person = show(desk, qtbot, Destination(Place.LOG, id=routine, start=True))
    person.page._view.sheet.setFocus()
    return person
