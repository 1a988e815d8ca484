"""What Today does in the log; before the log is open it is kept and done as soon as it is.

The services are imported when they are needed, since Today is painted before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.training.vocabulary import Moment
from leglog.ui import localized
from leglog.ui.desk import Destination, Place

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from leglog.services.periods import MarkedDays
    from leglog.services.training_log import TrainingLog
    from leglog.training.schedule import NextUp
    from leglog.ui.desk import Desk


def start_workout(desk: Desk, day: dt.date, routine_id: int | None) -> None:
    """Begin a workout of a routine, or a free one, and go to it."""

    def start(log: TrainingLog) -> None:
        from leglog.services import workouts

        desk.go(Destination(Place.LOG, id=workouts.start_workout(log, day, routine_id)))

    _do(desk, start)


def rate_morning(desk: Desk, score: int, day: dt.date, now: dt.datetime) -> None:
    """Rate the morning of ``day``, as answered ``now``."""

    def rate(log: TrainingLog) -> None:
        from leglog.services.pain import rate_pain

        rate_pain(log, score, Moment.MORNING, day, now=now)

    _do(desk, rate)


def skip_morning(desk: Desk, day: dt.date) -> None:
    """Leave the morning of ``day`` without a rating."""

    def skip(log: TrainingLog) -> None:
        from leglog.services import pain

        pain.skip_morning(log, day)

    _do(desk, skip)


def move_next(desk: Desk, planned: NextUp, to: dt.date, today: dt.date) -> None:
    """Move the planned workout that is next to another day."""
    day = planned.day
    if day is None:
        return

    def move(log: TrainingLog) -> None:
        from leglog.services.planning import move_planned_workout

        move_planned_workout(log, planned.routine_id, day, to, today)

    _do(desk, move)


def end_flare(desk: Desk, flare_id: int, today: dt.date) -> None:
    """Let a flare-up end with yesterday, or with its first day where that is today."""

    def end(log: TrainingLog) -> None:
        from leglog.services.periods import end_marked_days
        from leglog.training.schedule import DAY

        end_marked_days(log, flare_id, today - DAY)
        desk.say(_("The flare-up is over. The way back begins a little lighter."))

    _do(desk, end)


def copy_lighter(desk: Desk, routine_id: int, today: dt.date) -> None:
    """Make a lighter copy of a routine and go to it."""

    def copy(log: TrainingLog) -> None:
        from leglog.services.lighter_copy import add_lighter_copy

        desk.go(Destination(Place.ROUTINES, id=add_lighter_copy(log, routine_id, today)))

    _do(desk, copy)


def begin_easy_week(desk: Desk, today: dt.date) -> None:
    """Let the workouts of seven days begin with less."""

    def begin(log: TrainingLog) -> None:
        from leglog.services import easy_week

        last = easy_week.begin_easy_week(log, today)
        desk.say(_("Easy week until {day}.").format(day=localized.short_day(last)))

    _do(desk, begin)


def end_easy_week(desk: Desk, running: MarkedDays, today: dt.date) -> None:
    """Let the plan hold again from today on."""

    def end(log: TrainingLog) -> None:
        from leglog.services import easy_week

        easy_week.end_easy_week(log, running, today)
        desk.say(_("The easy week is over. What is planned holds again."))

    _do(desk, end)


def switch_easy_week(desk: Desk, today: dt.date) -> None:
    """Begin an easy week, or end the one that runs."""
    from leglog.services.easy_week import easy_week_news

    running = easy_week_news(desk.log, today).running
    if running is None:
        begin_easy_week(desk, today)
    else:
        end_easy_week(desk, running, today)


def open_flare(desk: Desk, today: dt.date, parent: QWidget) -> None:
    """Open the sheet in which a flare-up is started, ended and corrected."""

    def show(_log: TrainingLog) -> None:
        from leglog.ui.back.flare_sheet import FlareSheet

        FlareSheet(desk, today, parent).open()

    _do(desk, show)


def open_ratings(desk: Desk, parent: QWidget) -> None:
    """Open the list of all ratings."""

    def show(_log: TrainingLog) -> None:
        from leglog.ui.back.ratings_sheet import RatingsSheet

        RatingsSheet(desk, parent).open()

    _do(desk, show)


def open_daily_life(desk: Desk, today: dt.date, parent: QWidget) -> None:
    """Open own tasks and the three questions."""

    def show(_log: TrainingLog) -> None:
        from leglog.ui.back.daily_life_sheet import DailyLifeSheet

        DailyLifeSheet(desk, today, parent).open()

    _do(desk, show)


def open_check_in(desk: Desk, today: dt.date, parent: QWidget) -> None:
    """Open the check-in of the day."""

    def show(_log: TrainingLog) -> None:
        from leglog.ui.back.check_in_sheet import CheckInSheet

        CheckInSheet(desk, today, parent).open()

    _do(desk, show)


def lay_down_week(desk: Desk, today: dt.date) -> None:
    """Lay down the plans of the week that ``today`` belongs to."""

    def lay_down(log: TrainingLog) -> None:
        from leglog.services.planning import lay_down_planned_workouts

        lay_down_planned_workouts(log, today)

    _do(desk, lay_down)


def finish(desk: Desk, workout_id: int) -> None:
    """Finish an open workout with the sets it has."""

    def do_finish(log: TrainingLog) -> None:
        from leglog.services.workouts import finish_workout

        finish_workout(log, workout_id)

    _do(desk, do_finish)


def discard(desk: Desk, workout_id: int) -> None:
    """Take an open workout away; undo brings it back."""

    def do_discard(log: TrainingLog) -> None:
        from leglog.services.workouts import discard_workout

        discard_workout(log, workout_id)
        desk.say(_("Workout discarded. Ctrl+Z brings it back."))

    _do(desk, do_discard)


def _do(desk: Desk, action: Callable[[TrainingLog], None]) -> None:
    """Do ``action`` as soon as the log is open, and say in the status line what prevents it."""

    def attempt(log: TrainingLog) -> None:
        try:
            action(log)
        except LeglogError as error:
            desk.say(str(error))

    desk.when_ready(attempt)
