"""What can be done with a whole workout: the entries of its menu, and what they ask."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from leglog.errors import LeglogError
from leglog.i18n import _, ngettext
from leglog.services import whole_workouts, workouts
from leglog.training.vocabulary import WorkoutState
from leglog.ui import localized
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import DateField
from leglog.ui.widgets.question import Question
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from leglog.services.workout_form import WorkoutForm
    from leglog.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class WholeWorkout:
    """The workout that a menu is about; ``exercises`` are ids and names in their order."""

    id: int
    title: str
    date: dt.date
    sets_done: int
    ratings: int
    is_open: bool
    exercises: Sequence[tuple[int, str]] = ()


def as_whole(form: WorkoutForm) -> WholeWorkout:
    """Return the workout as the menu of whole workouts takes it."""
    ratings = form.ratings
    return WholeWorkout(
        id=form.id,
        title=form.title,
        date=form.date,
        sets_done=form.sets_done,
        ratings=sum(each is not None for each in (ratings.before, ratings.during, ratings.after)),
        is_open=form.state is WorkoutState.OPEN,
        exercises=tuple((block.id, block.name) for block in form.blocks),
    )


class WorkoutActions(QObject):
    """Does what the menu says and tells which workout is to be seen then."""

    wanted = Signal(int)
    """A workout shall be opened: a new one, or what became of the old one."""
    gone = Signal()
    """The workout was deleted."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._widget = desk, parent

    def fill(self, menu: QMenu, workout: WholeWorkout) -> None:
        """Add the entries."""
        menu.addAction(_("Log &again today"), lambda: self.repeat(workout))
        menu.addAction(_("&Duplicate…"), lambda: self.ask_duplicate(workout))
        menu.addAction(_("&Move to another day…"), lambda: self.ask_move(workout))
        merge = menu.addMenu(_("Mer&ge with"))
        others = whole_workouts.others_of_day(self._desk.log, workout.id)
        for other in others:
            sets = ngettext("{count} set", "{count} sets", other.sets).format(count=other.sets)
            title = other.title.replace("&", "&&")
            merge.addAction(f"{title}, {sets}", partial(self.merge, workout, other.id))
        if not others:
            merge.addAction(_("No other workout on this day")).setEnabled(False)
        split = menu.addMenu(_("&Split before"))
        split.setEnabled(len(workout.exercises) > 1)
        for item_id, name in workout.exercises[1:]:
            split.addAction(name.replace("&", "&&"), partial(self.split, workout, item_id))
        menu.addSeparator()
        words = _("Dis&card…") if workout.is_open else _("De&lete…")
        menu.addAction(words, lambda: self.ask_removal(workout))

    def repeat(self, workout: WholeWorkout) -> None:
        """Begin a workout today with what was done in this one."""
        self._show(
            lambda: workouts.repeat_workout(self._desk.log, workout.id, _today()),
            _("{title} is begun again.").format(title=workout.title),
        )

    def ask_duplicate(self, workout: WholeWorkout) -> None:
        """Ask for the day of a copy."""
        self._ask_day(_("Duplicate workout"), _("&Duplicate"), _today(), workout, self.duplicate)

    def ask_move(self, workout: WholeWorkout) -> None:
        """Ask for another day."""
        self._ask_day(_("Move workout"), _("&Move"), workout.date, workout, self.move)

    def duplicate(self, workout: WholeWorkout, day: dt.date) -> None:
        """Copy the workout to a day."""
        self._show(
            lambda: whole_workouts.duplicate_workout(self._desk.log, workout.id, day),
            _("A copy is on {day}.").format(day=localized.day(day)),
        )

    def move(self, workout: WholeWorkout, day: dt.date) -> None:
        """Move the workout to another day."""
        if day == workout.date:
            return

        def move() -> int:
            whole_workouts.move_to_day(self._desk.log, workout.id, day)
            return workout.id

        self._show(move, _("Moved to {day}.").format(day=localized.day(day)))

    def merge(self, workout: WholeWorkout, other_id: int) -> None:
        """Put another workout of the day into this one."""

        def merge() -> int:
            whole_workouts.merge_workouts(self._desk.log, workout.id, other_id)
            return workout.id

        self._show(merge, _("Merged. Ctrl+Z parts them again."))

    def split(self, workout: WholeWorkout, item_id: int) -> None:
        """Make a workout of its own from an exercise on."""

        def split() -> int:
            whole_workouts.split_workout(self._desk.log, item_id)
            return workout.id

        self._show(split, _("Split in two. Ctrl+Z joins them again."))

    def ask_removal(self, workout: WholeWorkout) -> None:
        """Ask once, then delete."""
        asked = _("Discard this workout?") if workout.is_open else _("Delete this workout?")
        question = Question(asked, _what_goes(workout), self._widget)
        verb = _("&Discard") if workout.is_open else _("&Delete")
        question.add_answer(verb, lambda: self.remove(workout), Kind.DANGER)
        question.ask(_("&Keep"))

    def remove(self, workout: WholeWorkout) -> None:
        """Delete the workout."""
        take = workouts.discard_workout if workout.is_open else workouts.remove_workout
        if self._attempt(lambda: take(self._desk.log, workout.id)):
            self._desk.say(
                _("{title} is deleted. Ctrl+Z brings it back.").format(title=workout.title)
            )
            self.gone.emit()

    def _show(self, do: Callable[[], int], sentence: str) -> None:
        ids: list[int] = []
        if self._attempt(lambda: ids.append(do())):
            self.wanted.emit(ids[0])
            self._desk.say(sentence)

    def _attempt(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except LeglogError as error:
            self._desk.say(f"{error.sentence} {error.remedy}".rstrip())
            return False
        return True

    def _ask_day(
        self,
        title: str,
        verb: str,
        day: dt.date,
        workout: WholeWorkout,
        do: Callable[[WholeWorkout, dt.date], None],
    ) -> None:
        dialog = DayDialog(title, workout.title, verb, day, self._widget)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda chosen: do(workout, chosen))
        dialog.open()


class DayDialog(Sheet):
    """Asks for a day up to today."""

    chosen = Signal(object)
    """A datetime.date."""

    def __init__(
        self, title: str, subtitle: str, verb: str, day: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, subtitle, width=420, parent=parent)
        self.day = DateField(_("Day"))
        self.day.setMaximumDate(localized.to_qdate(_today()))
        self.day.set_day(day)
        self.body.addWidget(Text(_("Day")))
        self.body.addWidget(self.day)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(verb, self._choose, kind=Kind.PRIMARY, default=True)
        self.day.setFocus()

    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(self.day.day)


def _what_goes(workout: WholeWorkout) -> str:
    """Return what is deleted with a workout, without what it does not have."""
    sets, ratings = workout.sets_done, workout.ratings
    if not sets and not ratings:
        return _("Nothing is logged in it yet. Ctrl+Z brings it back.")
    if not ratings:
        return ngettext(
            "{count} set goes with it. Ctrl+Z brings it back.",
            "{count} sets go with it. Ctrl+Z brings it back.",
            sets,
        ).format(count=sets)
    if not sets:
        return ngettext(
            "{count} rating goes with it. Ctrl+Z brings it back.",
            "{count} ratings go with it. Ctrl+Z brings it back.",
            ratings,
        ).format(count=ratings)
    return _("{sets} and {ratings} go with it. Ctrl+Z brings it back.").format(
        sets=ngettext("{count} set", "{count} sets", sets).format(count=sets),
        ratings=ngettext("{count} rating", "{count} ratings", ratings).format(count=ratings),
    )


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
