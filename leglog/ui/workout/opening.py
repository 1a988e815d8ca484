"""Which workout is put on the table: one to go on with, a new one, one as before, or none."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.planning import week
from leglog.services.whole_workouts import others_of_day
from leglog.services.workout_reading import open_workouts
from leglog.services.workouts import repeat_workout, start_workout
from leglog.ui import localized
from leglog.ui.workout.proposals import latest_choices, routine_choices, unfinished_choices

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.ui.desk import Destination
    from leglog.ui.workout.chooser import Chooser
    from leglog.ui.workout.workbench import Workbench


class Opening(QObject):
    """Answers the chooser and destinations; a refusal is said and the table stays as it is."""

    opened = Signal()
    """Someone wanted the workout that is on the table now."""

    def __init__(self, bench: Workbench, chooser: Chooser, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench, self._chooser = bench, chooser
        chooser.routine_wanted.connect(
            lambda routine_id: self.begin(chooser.wanted_day, routine_id)
        )
        chooser.workout_wanted.connect(self.show_workout)
        chooser.repeat_wanted.connect(self._repeat)

    def go_to(self, destination: Destination) -> None:
        """Show a workout; with ``start`` begin one: of the routine ``id``, or what is next up."""
        if destination.start:
            self._start_or_resume(destination)
        elif destination.id is not None:
            self.show_workout(destination.id)
        elif self._bench.form is None:
            self._resume_or_offer()

    def show_workout(self, workout_id: int) -> None:
        """Put a workout on the table."""
        self._bench.show(workout_id)
        if self._bench.form is None:
            self._bench.say(_("That workout is no longer there."))
        else:
            self.opened.emit()

    def begin(self, day: dt.date, routine_id: int | None) -> None:
        """Begin a workout of a routine, or one without a plan."""
        workout_id = self._made(lambda: start_workout(self._bench.log, day, routine_id))
        if workout_id is not None:
            self.show_workout(workout_id)
            self._say_which_of_day(workout_id)

    def offer(self) -> None:
        """Show in the chooser what can be logged today."""
        log, today = self._bench.log, self._bench.today
        self._chooser.show_choices(
            today, routine_choices(log, today), unfinished_choices(log), latest_choices(log)
        )
        self._chooser.set_day(today)

    def _repeat(self, workout_id: int) -> None:
        day = self._chooser.wanted_day
        again = self._made(lambda: repeat_workout(self._bench.log, workout_id, day))
        if again is not None:
            self.show_workout(again)

    def _made(self, make: Callable[[], int]) -> int | None:
        """Make a workout and return its id; say so where the log refuses."""
        try:
            return make()
        except LeglogError as error:
            self._bench.say(error.sentence)
            return None

    def _start_or_resume(self, destination: Destination) -> None:
        """Begin the wanted routine; where none is named, what is open goes before what is next."""
        day, routine_id = destination.day or self._bench.today, destination.id
        if routine_id is not None:
            self.begin(day, routine_id)
            return
        unfinished = open_workouts(self._bench.log)
        planned = week(self._bench.log, day).next_up if not unfinished else None
        if unfinished:
            self.show_workout(unfinished[0])
        elif planned is not None:
            self.begin(day, planned.routine_id)
        else:
            self._bench.show(None)

    def _resume_or_offer(self) -> None:
        """Go on with the only workout that is not finished, else let one be chosen."""
        unfinished = open_workouts(self._bench.log)
        if len(unfinished) != 1:
            self.offer()
            return
        self.show_workout(unfinished[0])
        at = dt.datetime.now().astimezone()
        self._bench.say(
            _("Restored to where you were, {time}.").format(time=localized.time_of_day(at))
        )

    def _say_which_of_day(self, workout_id: int) -> None:
        """Mention that the day has other workouts; that is fine."""
        form, number = self._bench.form, len(others_of_day(self._bench.log, workout_id)) + 1
        if form is None or number == 1:
            return
        day = localized.day_of_month(form.date)
        if number == 2:
            self._bench.say(_("This is the second workout on {day}.").format(day=day))
        else:
            self._bench.say(_("This is workout {number} on {day}.").format(number=number, day=day))
