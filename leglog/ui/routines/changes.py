"""What the builder does to a routine, and how it says so."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services import routine_exercises, routines
from leglog.services.preferences import preferences
from leglog.services.routine_exercises import PlanDetails
from leglog.training.dates import local_day
from leglog.training.plan_text import parse_rest
from leglog.training.routine_hints import Hint, HintKind
from leglog.training.vocabulary import Section, Side
from leglog.ui.routines import entry
from leglog.ui.routines.cells import REST, SETS, TARGET, WEIGHT
from leglog.ui.routines.model import Spot

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.exercises import ExerciseName
    from leglog.services.planned_sets import PlannedSetValues
    from leglog.services.routine_reading import PlannedExerciseView, RoutineView, SectionView
    from leglog.ui.desk import Desk

Done = TypeVar("Done")


class RoutineChanges(QObject):
    """Asks the services; troubles go to the status line, and ``landed`` names the row to show."""

    landed = Signal(int, str)
    """The id of the row that was added or moved, and what was done ('Moved', 'Added')."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def today(self) -> dt.date:
        """Return the person's day."""
        start_h = preferences(self._desk.log).day_starts_at_h
        return local_day(dt.datetime.now().astimezone(), start_h)

    def attempt(self, do: Callable[[], Done]) -> Done | None:
        """Do it; a trouble is said in the status line."""
        try:
            return do()
        except LeglogError as error:
            self._desk.say(f"{error.sentence} {error.remedy}".strip())
            return None

    def add(self, view: RoutineView, exercise_id: int, spot: Spot | None) -> None:
        """Add an exercise of the library, to its own section where no spot is named."""
        section, place = (spot.section, spot.place) if spot else (None, None)
        log = self._desk.log
        added = self.attempt(
            lambda: routine_exercises.add_exercise(log, view.id, exercise_id, section, place)
        )
        if added is not None:
            self.landed.emit(added, _("Added"))

    def move(self, item_id: int, spot: Spot) -> None:
        """Move a row to a spot, counted without the row itself."""

        def do() -> bool:
            routine_exercises.move_exercise(self._desk.log, item_id, spot.section, spot.place)
            return True

        if self.attempt(do):
            self.landed.emit(item_id, _("Moved"))

    def step(self, view: RoutineView, item: PlannedExerciseView, by: int) -> None:
        """Move a row one place up or down; beyond an end it goes to the section next to it."""
        part = _part(view, item)
        place = [one.id for one in part.exercises].index(item.id) + by
        if 0 <= place < len(part.exercises):
            self.move(item.id, Spot(item.section, place))
        else:
            self.change_section(view, item, by)

    def change_section(self, view: RoutineView, item: PlannedExerciseView, by: int) -> None:
        """Move a row to the section before (to its end) or after (to its start)."""
        sections = list(Section)
        number = item.section.order + by
        if not 0 <= number < len(sections):
            self._desk.say(_("{name} stands at the end already.").format(name=item.name))
            return
        target = view.sections[number]
        self.move(item.id, Spot(target.section, 0 if by > 0 else len(target.exercises)))

    def to_section(self, view: RoutineView, item: PlannedExerciseView, section: Section) -> None:
        """Move a row to the end of a section."""
        self.move(item.id, Spot(section, len(view.sections[section.order].exercises)))

    def duplicate(self, item: PlannedExerciseView) -> None:
        """Add a copy of a row after it."""
        copy = self.attempt(lambda: routine_exercises.duplicate_exercise(self._desk.log, item.id))
        if copy is not None:
            self.landed.emit(copy, _("Copied"))

    def remove(self, item: PlannedExerciseView) -> None:
        """Take a row out; undo brings it back."""

        def do() -> bool:
            routine_exercises.remove_exercise(self._desk.log, item.id)
            return True

        if self.attempt(do):
            self._desk.say(_("{name} removed. Ctrl+Z brings it back.").format(name=item.name))

    def toggle_superset(self, view: RoutineView, item: PlannedExerciseView) -> None:
        """Join a row with the next one; where both are one already, dissolve their superset.

        The last of a superset takes in the next row; without one it dissolves the superset too.
        """
        log = self._desk.log

        def do() -> str:
            if joined_with_next(view, item):
                routine_exercises.dissolve_superset(log, item.id)
                return _("Superset dissolved.")
            routine_exercises.make_superset(log, item.id)
            return _("{name} and the next exercise are a superset.").format(name=item.name)

        if said := self.attempt(do):
            self._desk.say(said)

    def leave_superset(self, item: PlannedExerciseView) -> None:
        """Take a row out of its superset; the others stay one."""

        def do() -> bool:
            routine_exercises.leave_superset(self._desk.log, item.id)
            return True

        if self.attempt(do):
            self._desk.say(_("{name} stands alone again.").format(name=item.name))

    def swap(self, item: PlannedExerciseView, other: ExerciseName) -> None:
        """Plan an easier or harder variant in a row's place."""

        def do() -> bool:
            routine_exercises.swap_exercise(self._desk.log, item.id, other.id)
            return True

        if self.attempt(do):
            self._desk.say(
                _("{name} instead of {before}. Ctrl+Z brings it back.").format(
                    name=other.name, before=item.name
                )
            )

    def toggle_side(self, item: PlannedExerciseView) -> None:
        """Change between both sides together and each side."""
        side = entry.other_side(item)
        self.attempt(lambda: self.write_sets(item, entry.with_side(item, side)))
        each = side is Side.EACH
        self._desk.say(_("Planned for each side.") if each else _("Planned for both together."))

    def write_cell(
        self, view: RoutineView, item: PlannedExerciseView, column: int, text: str
    ) -> None:
        """Write what was typed into a cell. Raises LeglogError where it cannot be used."""
        if column == REST:
            details = PlanDetails(parse_rest(text), item.tempo, item.step_height_cm, item.note)
            routine_exercises.correct_routine_exercise(self._desk.log, item.id, details)
        elif column == SETS:
            self.write_sets(item, entry.with_count(item, text))
        elif column == TARGET:
            self.write_sets(item, entry.with_target(item, text))
        elif column == WEIGHT:
            self.write_sets(item, entry.with_weight(item, text, view.unit))

    def write_sets(self, item: PlannedExerciseView, sets: tuple[PlannedSetValues, ...]) -> None:
        """Write all planned sets of a row. Raises LeglogError."""
        routine_exercises.correct_planned_sets(self._desk.log, item.id, sets)

    def write_details(self, item: PlannedExerciseView, details: PlanDetails) -> None:
        """Write note, tempo, rest and step height of a row. Raises LeglogError."""
        routine_exercises.correct_routine_exercise(self._desk.log, item.id, details)

    def follow(self, view: RoutineView, hint: Hint) -> None:
        """Do what a hint offers."""
        items = {item.id: item for item in view.exercises}
        if hint.kind is HintKind.COMPOUND_FIRST:
            late, small = (items[one.id] for one in hint.items)
            part = _part(view, small)
            self.move(late.id, Spot(part.section, part.exercises.index(small)))
        elif hint.kind is HintKind.ONE_SIDE:
            item = items[hint.items[0].id]
            self.attempt(partial(self.write_sets, item, entry.with_side(item, Side.EACH)))
        elif hint.kind is HintKind.SUPERSET_UNEQUAL:
            most = max(one.sets for one in hint.items)
            for one in hint.items:
                if one.sets != most:
                    item = items[one.id]
                    sets = entry.with_count(item, str(most))
                    self.attempt(partial(self.write_sets, item, sets))

    def hide(self, view: RoutineView, key: str) -> None:
        """Hide a hint in this routine."""
        self.attempt(lambda: routines.hide_hint(self._desk.log, view.id, key))
        self._desk.say(_("Hint hidden."))

    def show_hidden(self, view: RoutineView) -> None:
        """Show all hints of this routine again."""
        self.attempt(lambda: routines.show_hidden_hints(self._desk.log, view.id))


def _part(view: RoutineView, item: PlannedExerciseView) -> SectionView:
    return view.sections[item.section.order]


def joined_with_next(view: RoutineView, item: PlannedExerciseView) -> bool:
    """Say whether Ctrl+G dissolves: the next row of the section is in the same superset, or none
    comes after a superset's last one.
    """
    if item.superset is None:
        return False
    part = _part(view, item).exercises
    following = part[part.index(item) + 1 :][:1]
    return not following or following[0].superset == item.superset
