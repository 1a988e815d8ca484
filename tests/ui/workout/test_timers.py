"""The stopwatch of a hold and the rest, by keys and a clock that the test moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from leglog.services.preferences import change_preference
from leglog.services.routine_exercises import PlanDetails, correct_routine_exercise
from leglog.services.routine_reading import routine_view
from leglog.settings import LogMode
from leglog.training.vocabulary import Side
from leglog.ui.desk import Destination, Place
from leglog.ui.theme import current_theme
from leglog.ui.widgets.segments import SegmentedControl
from tests.ui.workout.person import KEY, Person, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.ui.desk import Desk
    from leglog.ui.workout.timers import Timers


class Clock:
    """Stands still until the test moves it."""

    def __init__(self, timers: Timers) -> None:
        self.now, self.timers = 1000.0, timers
        timers._clock = lambda: self.now

    def pass_s(self, seconds: float) -> None:
        """Let time pass, a second at a time, as the window would show it."""
        end = self.now + seconds
        while self.now < end:
            self.now = min(self.now + 1, end)
            self.timers.tick()


@pytest.fixture
def clock(person: Person) -> Clock:
    return Clock(person.page._timers)


@pytest.fixture
def live(desk: Desk, routine: int, qtbot: QtBot) -> Person:
    change_preference(desk.log, "log_mode", LogMode.LIVE)
    for section in routine_view(desk.log, routine).sections:
        for line in section.exercises:
            correct_routine_exercise(desk.log, line.id, PlanDetails(rest_s=90))
    person = show(desk, qtbot, Destination(Place.LOG, id=routine, start=True))
    person.page._view.sheet.setFocus()
    return person


def test_space_times_a_hold_after_a_lead_in(person: Person, clock: Clock) -> None:
    person.go_to("plank")
    person.press(KEY.Key_Space)
    clock.pass_s(2)
    assert person.page._view.sheet.currentIndex().data() == "in 1"
    clock.pass_s(19)
    assert person.page._view.sheet.currentIndex().data() == "0:18"


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return, KEY.Key_T])
def test_stopping_writes_the_seconds_and_goes_on(person: Person, clock: Clock, key: object) -> None:
    person.go_to("plank")
    first = person.here.id
    person.press(KEY.Key_Space)
    clock.pass_s(25)
    person.press(key)  # type: ignore[arg-type]  # one of the keys above
    row = next(row for row in person.block("plank").sets if row.id == first)
    assert (row.values.duration_s, row.done) == (22, True)
    assert person.here.id != first


def test_escape_lets_go_of_a_hold(person: Person, clock: Clock) -> None:
    person.go_to("plank")
    person.press(KEY.Key_T)
    clock.pass_s(10)
    person.press(KEY.Key_Escape)
    assert not person.here.done
    assert person.here.values.duration_s is None
    assert not person.page._timers.is_awake


def test_stopping_in_the_lead_in_writes_nothing(person: Person, clock: Clock) -> None:
    person.go_to("plank")
    person.press(KEY.Key_Space)
    clock.pass_s(2)
    person.press(KEY.Key_Space)
    assert not person.here.done
    assert any("nothing was written" in sentence for sentence in person.said)


def test_reached_target_is_told_once(person: Person, clock: Clock) -> None:
    person.go_to("plank")
    target = person.here.target.s_max or 0
    person.press(KEY.Key_Space)
    clock.pass_s(target + 10)
    assert [each for each in person.said if "Target reached" in each] == [
        "Target reached. Space stops and writes the seconds."
    ]


def test_stopwatch_names_the_side(person: Person, clock: Clock) -> None:
    block = next(
        block
        for block in person.form.blocks
        if not block.measure.counts_reps and block.sets[0].side is Side.EACH
    )
    person.page._view.sheet.go_to_block(block.id)
    person.press(KEY.Key_S, KEY.Key_Space)
    clock.pass_s(5)
    assert person.page._timers.words_of_hold() == "Hold, set 1, left"


def test_space_still_ticks_what_is_counted(person: Person) -> None:
    person.go_to("deadlift")
    person.press(KEY.Key_Space)
    assert person.here.done
    assert person.page._timers.hold is None


def test_leaving_the_workout_stops_the_watch(person: Person, clock: Clock) -> None:
    person.go_to("plank")
    person.press(KEY.Key_Space)
    person.page._ending.put_aside()
    assert person.page._timers.hold is None


def test_no_rest_after_training(person: Person) -> None:
    person.go_to("deadlift")
    person.press(KEY.Key_Return)
    assert person.page._timers.rest is None


def test_rest_runs_after_a_set_of_a_live_workout(live: Person) -> None:
    clock = Clock(live.page._timers)
    live.go_to("deadlift")
    live.press(KEY.Key_Return)
    assert live.page._timers.rest is not None
    assert live.page._timers.rest.length_s == 90
    clock.pass_s(85)
    assert any("10 s of rest left" in sentence for sentence in live.said)
    clock.pass_s(10)
    assert live.said[-1] == "Rest is over."
    assert not live.page._timers.is_awake


def test_rest_never_blocks_the_next_set(live: Person) -> None:
    live.go_to("deadlift")
    live.press(KEY.Key_Return, KEY.Key_Return)
    assert all(row.done for row in live.block("deadlift").sets)


def test_r_starts_and_ends_a_rest_by_hand(person: Person) -> None:
    person.go_to("deadlift")
    person.press(KEY.Key_R)
    assert person.page._timers.rest is not None
    person.press(KEY.Key_R)
    assert person.page._timers.rest is None


def test_arrows_change_the_rest_by_a_quarter_minute(person: Person, qtbot: QtBot) -> None:
    person.press(KEY.Key_R)
    row = person.page._view.side.timers.rest
    qtbot.keyClick(row, KEY.Key_Right)
    qtbot.keyClick(row, KEY.Key_Left)
    qtbot.keyClick(row, KEY.Key_Left)
    assert person.page._timers.rest is not None
    assert person.page._timers.rest.length_s == 45


def test_going_live_keeps_the_start(person: Person) -> None:
    (mode,) = person.page._view.header.findChildren(SegmentedControl)
    mode.chosen.emit(LogMode.LIVE.value)
    assert person.page._bench.live
    assert person.form.started_at is not None


def test_g_hides_and_shows_the_guide(person: Person) -> None:
    assert person.page._view.side.isVisible()
    person.press(KEY.Key_G)
    assert not person.page._view.side.isVisible()


def test_guide_lies_over_the_sheet_in_a_narrow_window(person: Person) -> None:
    person.page.setMinimumSize(400, 300)
    person.page.resize(current_theme().px(960), 640)
    assert not person.page._view.side.isVisible()
    QApplication.processEvents()
    width = person.page._view.sheet.width()
    person.press(KEY.Key_G)
    QApplication.processEvents()
    assert person.page._view.side.isVisible()
    assert person.page._view.sheet.width() == width


@pytest.mark.parametrize(("wanted", "tones"), [(True, 1), (False, 0)])
def test_end_of_a_live_rest_sounds_once_where_wanted(
    live: Person, desk: Desk, wanted: bool, tones: int
) -> None:
    change_preference(desk.log, "rest_tone", wanted)
    heard: list[int] = []
    live.page._timers.tone_wanted.connect(lambda: heard.append(1))
    clock = Clock(live.page._timers)
    live.press(KEY.Key_Return)
    clock.pass_s(95)
    assert len(heard) == tones
