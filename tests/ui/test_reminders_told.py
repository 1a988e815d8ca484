"""What is told of a day, when, and what a click on it opens."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QSettings, Signal

from leglog.services.pain import rate_pain
from leglog.services.periods import mark_days
from leglog.services.routines import add_routine, plan_weekdays
from leglog.services.workouts import start_workout
from leglog.training.reminders import Reminder
from leglog.training.vocabulary import Moment, PeriodKind
from leglog.ui.desk import Destination, Place
from leglog.ui.reminders import Reminders, keep_on, keep_time

if TYPE_CHECKING:
    from pathlib import Path

    from leglog.ui.desk import Desk

DAY = dt.date(2025, 11, 20)


class RecordingDesktop(QObject):
    """Shows a notification by writing it down."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.are_possible = True
        self.titles: list[str] = []

    def show(self, title: str, _text: str) -> None:
        self.titles.append(title)


class Clock:
    """A time that is set."""

    def __init__(self) -> None:
        self.set(8)

    def set(self, hour: int, minute: int = 0, day: dt.date = DAY) -> None:
        self._now = dt.datetime.combine(day, dt.time(hour, minute)).astimezone()

    def __call__(self) -> dt.datetime:
        return self._now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desktop(qapp: object) -> RecordingDesktop:
    return RecordingDesktop()


@pytest.fixture
def desk(desk: Desk, tmp_path: Path) -> Desk:
    """The desk, which keeps what is chosen."""
    desk.keep_in(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    return desk


@pytest.fixture
def reminders(desk: Desk, desktop: RecordingDesktop, clock: Clock) -> Reminders:
    """Begun at eight, with the morning at 08:30 and training at 16:45."""
    keep_on(desk, Reminder.MORNING, on=True)
    keep_on(desk, Reminder.WORKOUT, on=True)
    reminders = Reminders(desk, desktop, clock)
    reminders.begin()
    return reminders


def test_without_reminders_no_timer_runs(
    desk: Desk, desktop: RecordingDesktop, clock: Clock
) -> None:
    reminders = Reminders(desk, desktop, clock)
    reminders.begin()
    waits = [reminders.waits_ms is not None]
    for on in (True, False):
        keep_on(desk, Reminder.MORNING, on=on)
        reminders.begin_anew()
        waits.append(reminders.waits_ms is not None)
    assert waits == [False, True, False]


def test_waits_for_the_time_and_no_longer_than_a_sleep_may_hide(
    reminders: Reminders, clock: Clock
) -> None:
    assert reminders.waits_ms == 15 * 60_000 + 1000
    clock.set(8, 25)
    reminders.look()
    assert reminders.waits_ms == 5 * 60_000 + 1000


def test_morning_is_asked_for_once_a_day(
    reminders: Reminders, desktop: RecordingDesktop, clock: Clock
) -> None:
    assert desktop.titles == []
    for minute in (30, 45):
        clock.set(8, minute)
        reminders.look()
    assert desktop.titles == ["How is your back this morning?"]
    clock.set(8, 30, DAY + dt.timedelta(days=1))
    reminders.look()
    assert len(desktop.titles) == 2


def test_once_a_day_holds_over_a_new_start(
    reminders: Reminders, desk: Desk, desktop: RecordingDesktop, clock: Clock
) -> None:
    clock.set(8, 30)
    reminders.look()
    Reminders(desk, desktop, clock, catches_up=True).look()
    assert len(desktop.titles) == 1


def test_rated_morning_is_not_asked_for(
    reminders: Reminders, desk: Desk, desktop: RecordingDesktop, clock: Clock
) -> None:
    rate_pain(desk.log, 2, Moment.MORNING, DAY)
    clock.set(8, 30)
    reminders.look()
    assert desktop.titles == []


def test_after_a_sleep_the_morning_is_still_asked_for(
    reminders: Reminders, desktop: RecordingDesktop, clock: Clock
) -> None:
    clock.set(11)
    reminders.look()
    assert desktop.titles == ["How is your back this morning?"]


def test_start_with_the_computer_leaves_time_for_its_tray(
    desk: Desk, desktop: RecordingDesktop, clock: Clock
) -> None:
    keep_on(desk, Reminder.MORNING, on=True)
    reminders = Reminders(desk, desktop, clock, catches_up=True)
    reminders.begin()
    assert reminders.waits_ms == 31_000


@pytest.mark.parametrize(("catches_up", "told"), [(False, 0), (True, 1)])
def test_only_a_minimised_start_catches_up(
    desk: Desk, desktop: RecordingDesktop, clock: Clock, catches_up: bool, told: int
) -> None:
    keep_on(desk, Reminder.MORNING, on=True)
    clock.set(9)
    Reminders(desk, desktop, clock, catches_up=catches_up).look()
    assert len(desktop.titles) == told


def test_time_that_is_chosen_after_it_is_over_waits_for_tomorrow(
    reminders: Reminders, desk: Desk, desktop: RecordingDesktop, clock: Clock
) -> None:
    keep_time(desk, Reminder.MORNING, dt.time(7))
    reminders.begin_anew()
    reminders.look()
    assert desktop.titles == []
    clock.set(7, 0, DAY + dt.timedelta(days=1))
    reminders.look()
    assert len(desktop.titles) == 1


def test_a_tray_that_comes_later_is_waited_for(
    reminders: Reminders, desktop: RecordingDesktop, clock: Clock
) -> None:
    desktop.are_possible = False
    clock.set(8, 30)
    reminders.look()
    desktop.are_possible = True
    clock.set(8, 45)
    reminders.look()
    assert len(desktop.titles) == 1


@pytest.fixture
def planned(desk: Desk) -> Desk:
    """The desk, with a routine planned for the day."""
    routine_id = add_routine(desk.log, "Legs A")
    plan_weekdays(desk.log, routine_id, frozenset({DAY.isoweekday()}), DAY)
    return desk


def at_training_time(reminders: Reminders, clock: Clock) -> None:
    clock.set(16, 45)
    reminders.look()


@pytest.mark.usefixtures("planned")
def test_planned_workout_is_told_by_its_name(
    reminders: Reminders, desktop: RecordingDesktop, clock: Clock
) -> None:
    at_training_time(reminders, clock)
    assert desktop.titles == ["Planned for today: Legs A"]


def test_nothing_is_told_on_a_day_without_a_plan(
    reminders: Reminders, desktop: RecordingDesktop, clock: Clock
) -> None:
    at_training_time(reminders, clock)
    assert desktop.titles == []


def test_workout_that_was_begun_is_not_told(
    reminders: Reminders, planned: Desk, desktop: RecordingDesktop, clock: Clock
) -> None:
    start_workout(planned.log, DAY)
    at_training_time(reminders, clock)
    assert desktop.titles == []


def test_no_workout_is_told_in_a_flare_up(
    reminders: Reminders, planned: Desk, desktop: RecordingDesktop, clock: Clock
) -> None:
    mark_days(planned.log, PeriodKind.FLARE, DAY, None, DAY)
    at_training_time(reminders, clock)
    assert desktop.titles == []


def test_review_is_told_on_the_first_after_the_morning(
    reminders: Reminders, desk: Desk, desktop: RecordingDesktop, clock: Clock
) -> None:
    keep_on(desk, Reminder.REVIEW, on=True)
    rate_pain(desk.log, 2, Moment.MORNING, DAY)
    for minute in (30, 45):
        clock.set(8, minute, dt.date(2025, 12, 1))
        reminders.look()
    assert desktop.titles == [
        "How is your back this morning?",
        "The review of November 2025 is ready",
    ]


def test_click_shows_the_window_at_the_right_place(
    reminders: Reminders, desk: Desk, desktop: RecordingDesktop, clock: Clock
) -> None:
    asked: list[object] = []
    desk.action_wanted.connect(asked.append)
    desk.destination_wanted.connect(asked.append)
    clock.set(8, 30)
    reminders.look()
    desktop.clicked.emit()
    assert asked == ["show_window", Destination(Place.TODAY)]
