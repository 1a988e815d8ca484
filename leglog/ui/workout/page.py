"""Log: the form of a workout, from the first rating of the back to the last set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from leglog.ui.announcer import announce
from leglog.ui.desk import Destination, Place
from leglog.ui.letter_keys import letter_keys_on
from leglog.ui.page import Page
from leglog.ui.whole_workout import WorkoutActions
from leglog.ui.workout.chooser import Chooser
from leglog.ui.workout.ending import Ending
from leglog.ui.workout.opening import Opening
from leglog.ui.workout.timers import Timers
from leglog.ui.workout.workbench import Workbench
from leglog.ui.workout.workout_view import WorkoutView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from leglog.services.training_log import Change
    from leglog.ui.desk import Desk


class LogPage(Page):
    """Shows the workout that is under way, a past one to correct, or what could be logged."""

    tables = frozenset(
        {"workout", "workout_exercise", "performed_set", "pain_rating", "routine", "preference"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._bench = Workbench(desk, self)
        self._timers = Timers(self._bench, parent=self)
        self._chooser = Chooser()
        self._opening = Opening(self._bench, self._chooser, self)
        self._actions = WorkoutActions(desk, self)
        self._ending = Ending(desk, self._bench, self._actions, self)
        self._view = WorkoutView(desk, self._bench, self._timers, self._ending)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._chooser)
        self._stack.addWidget(self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    def reload(self) -> None:
        """Read the workout again, or what could be logged."""
        self._bench.reread()

    def open(self, destination: Destination) -> None:
        """Show a workout; with ``start`` begin one: of the routine ``id``, or what is next up."""
        self._view.forget_guides()
        self._opening.go_to(destination)
        if self._bench.form is None:
            if destination.day is not None:
                self._chooser.set_day(destination.day)
            self._chooser.focus_first()

    def focus_search(self) -> None:
        """Name an exercise in the quick entry; where nothing is open there is nothing to search."""
        if self._bench.form is None:
            super().focus_search()
        else:
            self._view.open_quick_line()

    def areas(self) -> tuple[QWidget, ...]:
        """Return the areas of the form, or the choices."""
        return (self._chooser,) if self._bench.form is None else self._view.areas()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the most useful keys of the form."""
        return () if self._bench.form is None else self._view.keys()

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Answer the menu: rating the back means the next unrated scale here."""
        if self._bench.form is None:
            return {"log_other": self._chooser.focus_first}
        return {
            "rate_back": self._view.rate_back,
            "log_other": self._ending.put_aside,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # On many keyboards the slash is typed with Shift, which no shortcut of one key hears.
        if event.text() == "/" and letter_keys_on() and self._bench.form is not None:
            self._view.open_quick_line()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._bench.renewed.connect(self._on_renewed)
        self._timers.told.connect(self._on_told)
        self._timers.tone_wanted.connect(QApplication.beep)
        self._chooser.routines_wanted.connect(lambda: self._desk.go(Destination(Place.ROUTINES)))
        self._opening.opened.connect(self._view.begin)
        self._actions.wanted.connect(self._opening.show_workout)
        self._view.keys_changed.connect(self.verbs_changed.emit)

    def _on_changed(self, change: Change) -> None:
        self._bench.hear(change.tables)
        super()._on_changed(change)

    def _on_told(self, sentence: str) -> None:
        self._bench.say(sentence)
        announce(self, sentence)

    def _on_renewed(self) -> None:
        shown = self._view if self._bench.form is not None else self._chooser
        if shown is not self._stack.currentWidget():
            self._stack.setCurrentWidget(shown)
            self.verbs_changed.emit()
        if shown is self._chooser:
            self._opening.offer()
