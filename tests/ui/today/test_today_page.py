"""Today with real keys: before the log is open, after, and as it changes."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QWidget
from sqlalchemy import delete, select

from leglog.models.pain import PainRating
from leglog.models.routine import Routine
from leglog.models.workout import PlannedWorkout, Workout
from leglog.services.pain import rate_pain
from leglog.services.preferences import change_preference
from leglog.training.vocabulary import Moment, Unit
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.theme import Scheme, apply_theme
from leglog.ui.today.page import TodayPage
from tests.a_year import leave_unfinished
from tests.ui.finding import button, entry, menu, named, press, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from tests.ui.today.conftest import Clock

FRIDAY = dt.date(2025, 11, 21)
DAY = dt.timedelta(days=1)


def _texts(page: QWidget) -> str:
    return "\n".join(texts(page))


def _plan(page: TodayPage) -> QTableView:
    return named(page, "Plan of the next workout", QTableView)


def _question(page: TodayPage) -> QWidget:
    return named(page, "Morning back check")


def _place(page: TodayPage, name: str) -> QPoint:
    """Return where on the page begins what has this name."""
    return named(page, name).mapTo(page, QPoint(0, 0))


def _morning(log: TrainingLog, day: dt.date = FRIDAY) -> int | None:
    with log.reading() as session:
        return session.scalar(
            select(PainRating.score).where(
                PainRating.moment == Moment.MORNING, PainRating.date == day
            )
        )


def _wanted(desk: Desk) -> list[Destination]:
    wanted: list[Destination] = []
    desk.destination_wanted.connect(wanted.append)
    return wanted


def test_the_first_paint_shows_what_is_next_without_the_open_log(page: TodayPage) -> None:
    shown = _texts(page)
    assert "Legs & Back A" in shown
    assert "Planned for today · 6 exercises, 16 sets" in shown
    assert "2 of 3 workouts done" in shown


def test_a_digit_rates_the_morning_as_soon_as_the_page_opens(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    desk.open_with(year)
    press(qtbot, Qt.Key.Key_3)
    assert _morning(year) == 3


def test_a_rating_before_the_log_is_open_is_kept_until_it_is(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_4)
    assert _morning(year) is None
    desk.open_with(year)
    assert _morning(year) == 4


def test_one_and_zero_are_ten(page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot) -> None:
    desk.open_with(year)
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_0)
    assert _morning(year) == 10


def test_enter_folds_the_answered_question_into_a_line(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    desk.open_with(year)
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert "This morning: 2, low" in _texts(page)
    assert "How is your back" not in _texts(page)


def test_answering_on_a_narrow_page_does_not_scroll_it(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    desk.open_with(year)
    page.resize(968, 640)
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert _place(page, "Morning back check").y() > 0
    focus = page.focusWidget()
    assert focus is not None
    assert _question(page).isAncestorOf(focus)


def test_the_answer_can_be_changed(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    desk.open_with(year)
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_5)
    assert _morning(year) == 5


def test_the_question_folds_when_the_focus_goes_on(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    desk.open_with(year)
    press(qtbot, Qt.Key.Key_2)
    button(page, "Log a workout").setFocus()
    assert "This morning: 2, low" in _texts(page)


def test_skipping_leaves_a_gap_and_asks_no_more(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    desk.open_with(year)
    qtbot.mouseClick(button(page, "Skip today"), Qt.MouseButton.LeftButton)
    assert _morning(year) is None
    assert "This morning: skipped" in _texts(page)


def test_undo_of_a_rating_asks_again(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    desk.open_with(year)
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_Return)
    year.undo()
    assert "How is your back this morning?" in _texts(page)


def test_after_noon_it_is_not_asked(page: TodayPage, clock: Clock) -> None:
    clock.time = clock.time.replace(hour=12)
    page.reload()
    assert "This morning: not rated" in _texts(page)


def test_the_missed_morning_after_a_workout_is_asked_a_day_late(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    desk.open_with(year)
    with year.upkeep() as session:
        session.execute(delete(PainRating).where(PainRating.date == FRIDAY - DAY))
    question = "And yesterday morning, after Wednesday’s workout?"
    assert question in texts(page)
    named(page, f"{question}, not rated").setFocus()
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_0)
    with year.reading() as session:
        late = session.scalars(select(PainRating).where(PainRating.date == FRIDAY - DAY)).one()
    assert (late.score, late.recalled) == (10, True)


def test_the_missed_morning_can_be_skipped(page: TodayPage, desk: Desk, year: TrainingLog) -> None:
    desk.open_with(year)
    with year.upkeep() as session:
        session.execute(delete(PainRating).where(PainRating.date == FRIDAY - DAY))
    button(page, "Skip").click()
    assert "And yesterday morning" not in _texts(page)
    assert _morning(year, FRIDAY - DAY) is None


def test_a_note_is_added_where_the_back_is_rated(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.action_wanted) as asked:
        button(page, "Add note").click()
    assert asked.args == ["rate_back"]


def _routine_of(log: TrainingLog, destination: Destination) -> str | None:
    with log.reading() as session:
        return session.get_one(Workout, destination.id).routine_name


def test_log_a_workout_begins_what_is_next_once_the_log_is_open(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    wanted = _wanted(desk)
    qtbot.mouseClick(button(page, "Log a workout"), Qt.MouseButton.LeftButton)
    assert wanted == []
    desk.open_with(year)
    assert [one.place for one in wanted] == [Place.LOG]
    assert _routine_of(year, wanted[0]) == "Legs & Back A"


def test_a_workout_of_today_that_is_open_is_gone_on_with(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    workout_id = leave_unfinished(year, FRIDAY)
    page.reload()
    wanted = _wanted(desk)
    page.verbs()["log_workout"]()
    assert wanted == [Destination(Place.LOG, id=workout_id)]


def test_a_swapped_routine_is_shown_and_logged(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    desk.open_with(year)
    wanted = _wanted(desk)
    entry(menu(page, "Swap routine"), "Legs & Back B").trigger()
    assert "Chosen instead" in _texts(page)
    page.verbs()["log_workout"]()
    assert _routine_of(year, wanted[0]) == "Legs & Back B"


def test_something_else_is_chosen_from_a_menu(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    desk.open_with(year)
    wanted = _wanted(desk)
    others = menu(page, "Log something else…")
    choices = [one for one in others.actions() if not one.isSeparator()]
    assert [one.text() for one in choices] == [
        "Legs && Back A",
        "Legs && Back B",
        "Without a routine",
    ]
    choices[2].trigger()
    assert _routine_of(year, wanted[0]) is None


def test_a_planned_day_moves_by_its_menu(page: TodayPage, desk: Desk, year: TrainingLog) -> None:
    desk.open_with(year)
    entry(menu(page, "Move day"), "Sat 22 Nov").trigger()
    with year.reading() as session:
        moved = session.scalars(
            select(PlannedWorkout).where(PlannedWorkout.moved_from.is_not(None))
        ).one()
    assert (moved.date, moved.moved_from) == (FRIDAY + DAY, FRIDAY)
    assert "Planned for tomorrow" in _texts(page)


def test_an_unfinished_workout_is_said_and_resumed(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    workout_id = leave_unfinished(year, FRIDAY - DAY)
    page.reload()
    wanted = _wanted(desk)
    assert "Thursday’s workout is not finished." in _texts(page)
    assert "11 of 15 sets logged" in _texts(page)
    qtbot.mouseClick(button(page, "Resume"), Qt.MouseButton.LeftButton)
    assert wanted == [Destination(Place.LOG, id=workout_id)]


def test_an_unfinished_workout_is_finished_as_it_is(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    leave_unfinished(year, FRIDAY - DAY)
    desk.open_with(year)
    page.reload()
    qtbot.mouseClick(button(page, "Finish as it is"), Qt.MouseButton.LeftButton)
    assert "is not finished" not in _texts(page)
    assert "3 of 3 workouts done" in _texts(page)


def test_a_discarded_workout_comes_back_by_undo(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    leave_unfinished(year, FRIDAY - DAY)
    desk.open_with(year)
    page.reload()
    qtbot.mouseClick(button(page, "Discard"), Qt.MouseButton.LeftButton)
    assert "is not finished" not in _texts(page)
    year.undo()
    assert "Thursday’s workout is not finished." in _texts(page)


def test_enter_in_the_plan_opens_the_exercise(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    wanted = _wanted(desk)
    _plan(page).setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert [one.place for one in wanted] == [Place.EXERCISES]


def test_arrows_go_through_the_week_and_enter_opens_the_day(
    page: TodayPage, desk: Desk, qtbot: QtBot
) -> None:
    wanted = _wanted(desk)
    named(page, "This week").setFocus()
    press(qtbot, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert [(one.place, one.day) for one in wanted] == [(Place.HISTORY, FRIDAY - 2 * DAY)]


def test_open_progress_is_a_link(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    wanted = _wanted(desk)
    qtbot.keyClick(named(page, "Open Progress"), Qt.Key.Key_Return)
    assert wanted == [Destination(Place.PROGRESS)]


def test_pounds_are_shown_to_who_chose_them(page: TodayPage, desk: Desk, year: TrainingLog) -> None:
    change_preference(year, "unit", Unit.LB)
    assert "Thousands of pounds per week" in _texts(page)


def test_a_reload_keeps_the_focus_and_the_row(
    page: TodayPage, year: TrainingLog, qtbot: QtBot, clock: Clock
) -> None:
    table = _plan(page)
    table.setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down)
    row = table.currentIndex().row()
    rate_pain(year, 2, Moment.ANY, FRIDAY, now=clock())
    assert (table.hasFocus(), table.currentIndex().row()) == (True, row)


def test_a_new_day_shows_itself_when_the_computer_wakes_up(
    page: TodayPage, clock: Clock, qapp: QApplication
) -> None:
    clock.time += DAY
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert "Saturday 22 November" in _texts(page)


def test_an_unreadable_file_keeps_what_is_shown(page: TodayPage, year_path: Path) -> None:
    year_path.write_bytes(b"no database")
    page.reload()
    assert "Legs & Back A" in _texts(page)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_narrow_pages_stack_the_columns(
    page: TodayPage, qapp: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    apply_theme(qapp, scheme)

    def corners() -> list[tuple[int, int]]:
        places = (_place(page, card) for card in ("Morning back check", "Next up", "Trends"))
        return [(place.x(), place.y()) for place in places]

    def stand_below_each_other() -> None:
        (first, top), (second, middle), (third, bottom) = corners()
        assert first == second == third
        assert top < middle < bottom

    def stand_in_two_columns() -> None:
        (question, top), (plan, beside), (trends, below) = corners()
        assert plan < question == trends
        assert top == beside < below

    page.resize(968, 640)
    qtbot.waitUntil(stand_below_each_other)
    page.resize(1104, 746)
    qtbot.waitUntil(stand_in_two_columns)


def test_a_new_log_shows_the_first_steps(
    tmp_path: Path, qtbot: QtBot, clock: Clock, qapp: QApplication
) -> None:
    desk = Desk(tmp_path / "leglog.db")
    page = TodayPage(desk, now=clock)
    qtbot.addWidget(page)
    page.show()
    wanted = _wanted(desk)
    asked: list[str] = []
    desk.action_wanted.connect(asked.append)
    assert "Let’s get your first week ready" in _texts(page)
    for text in ("Choose a routine", "Pick days", "Rate my back", "Import…"):
        qtbot.mouseClick(button(page, text), Qt.MouseButton.LeftButton)
    assert [(one.place, one.start) for one in wanted] == [
        (Place.ROUTINES, False),
        (Place.ROUTINES, False),
    ]
    assert asked == ["rate_back", "import"]


def test_a_first_workout_begins_without_a_routine(
    log: TrainingLog, qtbot: QtBot, clock: Clock, qapp: QApplication
) -> None:
    desk = Desk(log.path)
    desk.open_with(log)
    page = TodayPage(desk, now=clock)
    qtbot.addWidget(page)
    page.show()
    wanted = _wanted(desk)
    button(page, "Log a workout").click()
    assert [one.place for one in wanted] == [Place.LOG]
    assert _routine_of(log, wanted[0]) is None


def test_enter_presses_the_first_step_of_a_new_log(
    tmp_path: Path, qtbot: QtBot, clock: Clock, qapp: QApplication
) -> None:
    desk = Desk(tmp_path / "leglog.db")
    page = TodayPage(desk, now=clock)
    qtbot.addWidget(page)
    page.refresh_if_stale()
    page.open(Destination(Place.TODAY))
    with qtbot.waitActive(page):
        page.show()
    wanted = _wanted(desk)
    focused = page.focusWidget()
    assert isinstance(focused, QPushButton)
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert [one.place for one in wanted] == [Place.ROUTINES]


def test_a_done_step_is_ticked(
    log: TrainingLog, qtbot: QtBot, clock: Clock, qapp: QApplication
) -> None:
    with log.upkeep() as session:
        session.add(Routine(name="Legs"))
    page = TodayPage(Desk(log.path), now=clock)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: _place(page, "Done").y() < _place(page, "2").y())
    assert button(page, "Pick days").property("kind") == "primary"


def test_painting_today_loads_no_sqlalchemy() -> None:
    code = (
        "import sys, leglog.ui.main_window, leglog.ui.today.page;"
        "print(*(m for m in ('sqlalchemy', 'alembic', 'matplotlib') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
