"""The question of the morning on Today, answered with real keys."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from sqlalchemy import delete, select

from leglog.models.pain import PainRating
from leglog.training.vocabulary import Moment
from tests.ui.finding import button, named, press, texts
from tests.ui.today.reading import all_words, place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from leglog.ui.desk import Desk
    from leglog.ui.today.page import TodayPage
    from tests.ui.today.conftest import Clock

FRIDAY = dt.date(2025, 11, 21)
DAY = dt.timedelta(days=1)


def _question(page: TodayPage) -> QWidget:
    return named(page, "Morning back check")


def _morning(log: TrainingLog, day: dt.date = FRIDAY) -> int | None:
    with log.reading() as session:
        return session.scalar(
            select(PainRating.score).where(
                PainRating.moment == Moment.MORNING, PainRating.date == day
            )
        )


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
    assert "This morning: 2, low" in all_words(page)
    assert "How is your back" not in all_words(page)


def test_the_keys_of_the_scale_are_named_while_it_asks(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    desk.open_with(year)
    assert dict(page.keys())["0–9"] == "rate this morning"
    press(qtbot, Qt.Key.Key_2)
    with qtbot.waitSignal(page.verbs_changed):
        press(qtbot, Qt.Key.Key_Return)
    assert "0–9" not in dict(page.keys())


def test_answering_on_a_narrow_page_does_not_scroll_it(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    desk.open_with(year)
    page.resize(968, 640)
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert place(page, "Morning back check").y() > 0
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
    assert "This morning: 2, low" in all_words(page)


def test_skipping_leaves_a_gap_and_asks_no_more(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    desk.open_with(year)
    qtbot.mouseClick(button(page, "Skip today"), Qt.MouseButton.LeftButton)
    assert _morning(year) is None
    assert "This morning: skipped" in all_words(page)


def test_undo_of_a_rating_asks_again(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    desk.open_with(year)
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_Return)
    year.undo()
    assert "How is your back this morning?" in all_words(page)


def test_after_noon_it_is_not_asked(page: TodayPage, clock: Clock) -> None:
    clock.time = clock.time.replace(hour=12)
    page.reload()
    assert "This morning: not rated" in all_words(page)


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
    assert "And yesterday morning" not in all_words(page)
    assert _morning(year, FRIDAY - DAY) is None


def test_a_note_is_added_where_the_back_is_rated(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.action_wanted) as asked:
        button(page, "Add note").click()
    assert asked.args == ["rate_back"]
