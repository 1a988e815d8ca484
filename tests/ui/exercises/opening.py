"""The way to an exercise that the tests of the page take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.services.exercises import exercise_list
from leglog.ui.desk import Destination, Place

if TYPE_CHECKING:
    from leglog.ui.exercises.page import ExercisePage


def open_exercise(page: ExercisePage, name: str) -> int:
    """Show the exercise of this name, as another page asks for it, and return its id."""
    found = next(one.id for one in exercise_list(page.desk.log) if one.name == name)
    page.open(Destination(Place.EXERCISES, id=found))
    return found
