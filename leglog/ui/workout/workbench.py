"""The workout on the table: its form, and everything that is done to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leglog.errors import LeglogError, StorageError
from leglog.services import keeping_changes, sets, workout_exercises, workouts
from leglog.services.exercise_past import known_bests
from leglog.services.pain import rate_pain, ratings_of_workout, remove_rating
from leglog.services.preferences import preferences
from leglog.services.workout_reading import with_sets_read_again, workout_form
from leglog.settings import LogMode
from leglog.training.dates import local_day
from leglog.training.vocabulary import Moment, SetType, Side, WorkoutState
from leglog.ui.workout.unsaved import Unsaved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from leglog.models.preferences import Preferences
    from leglog.services.exercise_past import KnownBests
    from leglog.services.keeping_changes import NamedChange
    from leglog.services.set_values import SetValues
    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import ExerciseBlock, SetRow, WorkoutForm
    from leglog.services.workouts import WorkoutTimes
    from leglog.training.routine_changes import RoutineChange
    from leglog.ui.desk import Desk


class Workbench(QObject):
    """Holds one workout's form and does to it what the parts of the page ask for.

    A service's refusal is said in the status line, and what was typed stays where it is.
    """

    renewed = Signal()
    """The form was read again."""
    unsaved_changed = Signal()
    """The disk did not take something, or takes it again."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.form: WorkoutForm | None = None
        self.live = False
        """Whether it is logged while it goes on, with a rest after each set."""
        self.refusal = ""
        """Why the last thing that could not be done was refused."""
        self.unsaved: Unsaved | None = None
        """What the disk did not take, until it takes something again."""
        self._bests: dict[int, KnownBests] = {}
        self._news: set[str] = set()
        self.preferences: Preferences = preferences(desk.log)

    @property
    def log(self) -> TrainingLog:
        """The open log."""
        return self._desk.log

    @property
    def is_open(self) -> bool:
        """Whether the workout on the table is still being logged."""
        return self.form is not None and self.form.state is WorkoutState.OPEN

    def bests(self, block: ExerciseBlock) -> KnownBests | None:
        """Return the bests before this workout where they are known already; see load_bests."""
        return self._bests.get(block.exercise_id)

    def load_bests(self, block: ExerciseBlock) -> KnownBests | None:
        """Read the bests before this workout, once; None where the log refuses."""
        form = self.form
        if form is not None and block.exercise_id not in self._bests:
            try:
                self._bests[block.exercise_id] = known_bests(self.log, form, block.exercise_id)
            except LeglogError as error:
                self._refuse(error)
        return self._bests.get(block.exercise_id)

    @property
    def today(self) -> dt.date:
        """The day that it is for the person: past midnight still the one before."""
        return local_day(dt.datetime.now().astimezone(), self.preferences.day_starts_at_h)

    @property
    def is_today(self) -> bool:
        """Whether an open workout of today is on the table, the only one that can be live."""
        return self.is_open and self.form is not None and self.form.date == self.today

    def show(self, workout_id: int | None) -> None:
        """Put another workout on the table, or none."""
        self._set_unsaved(None)
        self.form = None
        if workout_id is not None:
            self._read(workout_id)
        self.live = self.is_today and self.preferences.log_mode is LogMode.LIVE
        self.renewed.emit()

    def switch_live(self, *, live: bool) -> None:
        """Log set by set with a timer, or copy down afterwards; the first live moment is kept."""
        form = self.form
        self.live = live and self.is_today
        if self.live and form is not None and form.started_at is None:
            now = dt.datetime.now().astimezone()
            self.move_to(workouts.WorkoutTimes(form.date, now.replace(microsecond=0), None))
        else:
            self.renewed.emit()

    def hear(self, tables: Iterable[str]) -> None:
        """Take note of tables that have changed, for the next reading."""
        self._news.update(tables)

    def reread(self) -> None:
        """Read the same workout again; one that is gone leaves the table empty."""
        if "preference" in self._news:
            self.preferences = preferences(self.log)
        if self.form is not None:
            self._read(self.form.id)
        self._news.clear()
        self.renewed.emit()

    def say(self, sentence: str) -> None:
        """Show a sentence in the status line."""
        self._desk.say(sentence)

    def attempt(self, do: Callable[[], object]) -> bool:
        """Write something and say so where the log refuses; return whether it was done."""
        try:
            do()
        except LeglogError as error:
            self._refuse(error)
            if isinstance(error, StorageError):
                self._set_unsaved(Unsaved(error.sentence, error.remedy, do))
            return False
        self._set_unsaved(None)
        return True

    def repeat_by(self, again: Callable[[], object]) -> None:
        """Let what the disk did not take be repeated by another call than the one that failed."""
        if self.unsaved is not None:
            self._set_unsaved(replace(self.unsaved, again=again))

    def give_up_unsaved(self) -> None:
        """Forget what the disk did not take."""
        self._set_unsaved(None)

    def confirm(self, row: SetRow, values: SetValues | None = None) -> bool:
        """Log a set with what it shows, or with other values."""
        return self.attempt(lambda: sets.log_set(self.log, row.id, values or row.shown))

    def confirm_all(self, rows: Iterable[SetRow]) -> bool:
        """Log all rows that are not done and say what was done, each as it is shown."""
        values = {row.id: row.shown for row in rows if not row.done and not row.shown.is_empty}
        return bool(values) and self.attempt(lambda: sets.log_sets(self.log, values))

    def correct(self, row: SetRow, values: SetValues) -> bool:
        """Keep typed values with a set, done or not."""
        return self.attempt(lambda: sets.correct_set(self.log, row.id, values))

    def correct_many(self, values: Mapping[int, SetValues]) -> bool:
        """Keep values with several sets at once."""
        return self.attempt(lambda: sets.correct_sets(self.log, values))

    def untick(self, row: SetRow) -> bool:
        """Take a set's tick away."""
        return self.attempt(lambda: sets.untick_set(self.log, row.id))

    def add_set(self, block: ExerciseBlock) -> bool:
        """Add a set like the last one."""
        like = block.sets[-1].shown if block.sets else None
        return self.attempt(lambda: sets.add_set(self.log, block.id, like))

    def remove_set(self, row: SetRow) -> bool:
        """Take a set out."""
        return self.attempt(lambda: sets.remove_set(self.log, row.id))

    def switch_warm_up(self, row: SetRow) -> bool:
        """Mark a set as warm-up, or as a working set again."""
        other = SetType.WORKING if row.set_type is SetType.WARM_UP else SetType.WARM_UP
        return self.attempt(lambda: sets.change_set_type(self.log, row.id, other))

    def switch_sides(self, row: SetRow) -> bool:
        """Split a set into left and right, or join the two again."""
        change = sets.join_sides if row.side in (Side.LEFT, Side.RIGHT) else sets.split_sides
        return self.attempt(lambda: change(self.log, row.id))

    def split_with(self, row: SetRow, left: SetValues, right: SetValues) -> bool:
        """Split a set into left and right, each with its own values."""
        return self.attempt(lambda: sets.split_sides(self.log, row.id, (left, right)))

    def switch_skipped(self, block: ExerciseBlock, reason: str = "") -> bool:
        """Leave an exercise out today, or take it back in."""
        return self.attempt(
            lambda: workout_exercises.skip_workout_exercise(
                self.log, block.id, skipped=not block.skipped, reason=reason
            )
        )

    def swap_exercise(self, block: ExerciseBlock, exercise_id: int) -> int | None:
        """Do another exercise for the sets not yet done; return the id of its row."""
        swapped: list[int] = []
        swap = workout_exercises.swap_workout_exercise
        self.attempt(lambda: swapped.append(swap(self.log, block.id, exercise_id)))
        return swapped[0] if swapped else None

    def add_exercise(self, exercise_id: int) -> bool:
        """Add an exercise to the workout."""
        form = self.form
        return form is not None and self.attempt(
            lambda: workout_exercises.add_workout_exercise(self.log, form.id, exercise_id)
        )

    def remove_exercise(self, block: ExerciseBlock) -> bool:
        """Take an exercise out of the workout."""
        return self.attempt(lambda: workout_exercises.remove_workout_exercise(self.log, block.id))

    def move_exercise(self, block: ExerciseBlock, by: int) -> bool:
        """Move an exercise up or down."""
        return self.attempt(lambda: workout_exercises.move_workout_exercise(self.log, block.id, by))

    def note_exercise(self, block: ExerciseBlock, note: str) -> bool:
        """Write an exercise's note."""
        return self.attempt(
            lambda: workout_exercises.note_workout_exercise(self.log, block.id, note)
        )

    def feel_exercise(self, block: ExerciseBlock, score: int | None) -> bool:
        """Say how much the back felt an exercise."""
        return self.attempt(
            lambda: workout_exercises.feel_workout_exercise(self.log, block.id, score)
        )

    def rate(self, moment: Moment, score: int) -> bool:
        """Rate the back before, during or after this workout."""
        form = self.form
        return form is not None and self.attempt(
            lambda: rate_pain(self.log, score, moment, form.date, form.id)
        )

    def clear_rating(self, moment: Moment) -> bool:
        """Take a rating of this workout away."""
        form = self.form
        if form is None:
            return False
        rating = getattr(ratings_of_workout(self.log, form.id), moment.value)
        return rating is not None and self.attempt(lambda: remove_rating(self.log, rating.id))

    def move_to(self, times: WorkoutTimes) -> bool:
        """Correct day, start and end of the workout."""
        form = self.form
        return form is not None and self.attempt(
            lambda: workouts.move_workout(self.log, form.id, times)
        )

    def rename(self, title: str) -> bool:
        """Give the workout another title."""
        form = self.form
        return form is not None and self.attempt(
            lambda: workouts.rename_workout(self.log, form.id, title)
        )

    def changes(self) -> tuple[NamedChange, ...]:
        """Return how the workout differs from its routine."""
        form = self.form
        return keeping_changes.changes_of_workout(self.log, form.id) if form else ()

    def keep_changes(self, wanted: Iterable[RoutineChange]) -> bool:
        """Write some of these differences into the routine."""
        form = self.form
        return form is not None and self.attempt(
            lambda: keeping_changes.keep_changes(self.log, form.id, wanted)
        )

    def finish(self, note: str) -> bool:
        """Mark the workout as done."""
        form = self.form
        return form is not None and self.attempt(
            lambda: workouts.finish_workout(self.log, form.id, note)
        )

    def _refuse(self, error: LeglogError) -> None:
        self.refusal = f"{error.sentence} {error.remedy}".rstrip()
        self.say(self.refusal)

    def _set_unsaved(self, unsaved: Unsaved | None) -> None:
        if unsaved != self.unsaved:
            self.unsaved = unsaved
            self.unsaved_changed.emit()

    def _read(self, workout_id: int) -> None:
        before = self.form if self.form and self.form.id == workout_id else None
        try:
            if before is not None and self._news == {"performed_set"}:
                # The key that confirmed a set waits for this.
                self.form = with_sets_read_again(self.log, before)
                return
            self.form = workout_form(self.log, workout_id, before)
            if before is None or before.date != self.form.date:
                self._bests.clear()
        except LeglogError:
            self.form = None
