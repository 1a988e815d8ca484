"""The sheets about the back: ratings, daily life, the day."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from leglog.services.check_in import CheckInValues, check_in, check_in_of
from leglog.services.daily_tasks import (
    Answers,
    add_task,
    answer_questions,
    daily_life,
    daily_tasks,
    rate_task,
)
from leglog.services.pain import PainDetails, rate_pain, ratings_between
from leglog.training.vocabulary import LegSign, Moment, PainSide
from leglog.ui.back import daily_life_words
from leglog.ui.back.check_in_sheet import CheckInSheet
from leglog.ui.back.daily_life_sheet import DailyLifeSheet
from leglog.ui.back.ratings_sheet import RatingsSheet, details_words
from leglog.ui.widgets.fields import LineEdit
from tests.ui.finding import button, named, texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from leglog.ui.desk import Desk

TODAY = dt.date(2025, 11, 21)
DAY = dt.timedelta(days=1)
NOW = dt.datetime(2025, 11, 21, 8, 12, tzinfo=dt.UTC)


@pytest.fixture
def log(desk: Desk) -> TrainingLog:
    return desk.log


def test_the_newest_rating_is_on_top_with_all_that_was_said(
    desk: Desk, log: TrainingLog, window: QWidget
) -> None:
    details = PainDetails(
        side=PainSide.LEFT, leg_sign=LegSign.LEFT, triggers=("sitting", "moving"), note="stiff"
    )
    rate_pain(log, 3, Moment.MORNING, TODAY - DAY, now=NOW - DAY)
    rate_pain(log, 5, Moment.ANY, TODAY, details=details, now=NOW)
    sheet = RatingsSheet(desk, window)
    assert [rating.score for rating in sheet.table.values] == [5, 3]
    words = details_words(sheet.table.values[0])
    assert words == "Left · Into the left leg · Sitting long · moving · stiff"


def test_a_late_answer_is_named_as_from_memory(
    desk: Desk, log: TrainingLog, window: QWidget
) -> None:
    rate_pain(log, 3, Moment.MORNING, TODAY - 2 * DAY, now=NOW)
    assert details_words(RatingsSheet(desk, window).table.values[0]) == "from memory"


def test_del_takes_a_rating_away_and_undo_brings_it_back(
    desk: Desk, log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    for score in (3, 5):
        rate_pain(log, score, Moment.ANY, TODAY, now=NOW)
    sheet = RatingsSheet(desk, window)
    sheet.open()
    qtbot.waitUntil(sheet.table.hasFocus)
    qtbot.keyClick(sheet.table, Qt.Key.Key_Delete)
    assert [rating.score for rating in sheet.table.values] == [3]
    log.undo()
    assert [rating.score for rating in sheet.table.values] == [5, 3]


def test_return_opens_the_rating_to_be_corrected(
    desk: Desk, log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    from leglog.ui.pain_popover import PainPopover

    rate_pain(log, 3, Moment.ANY, TODAY, now=NOW)
    sheet = RatingsSheet(desk, window)
    sheet.open()
    qtbot.waitUntil(sheet.table.hasFocus)
    qtbot.keyClick(sheet.table, Qt.Key.Key_Return)
    (popover,) = sheet.findChildren(PainPopover)
    popover.scale.rate(6)
    button(popover, "Save").click()
    assert [view.score for view in ratings_between(log, TODAY, TODAY)] == [6]


def test_a_task_is_typed_rated_and_worded_anew(
    desk: Desk, log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    sheet = DailyLifeSheet(desk, TODAY, window)
    sheet.open()
    qtbot.keyClicks(sheet.new_task, "Climb the stairs")
    qtbot.keyClick(sheet.new_task, Qt.Key.Key_Return)
    ((task_id, scale),) = sheet.asked.tasks.items()
    scale.rate(4)
    assert daily_life(log)[0].ease == {task_id: 4}
    assert daily_tasks(log)[0].text == "Climb the stairs"
    qtbot.waitUntil(lambda: named(sheet, "Task").isVisible())
    name = named(sheet, "Task", LineEdit)
    qtbot.keyClicks(name, " twice")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert daily_tasks(log)[0].text == "Climb the stairs twice"
    assert daily_life(log)[0].ease == {task_id: 4}
    assert sheet.isVisible()


def test_tasks_are_added_and_removed_by_their_buttons(
    desk: Desk, log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    sheet = DailyLifeSheet(desk, TODAY, window)
    sheet.open()
    for text in ("Stairs", "Shopping"):
        qtbot.keyClicks(sheet.new_task, text)
        button(sheet, "Add").click()
    qtbot.waitUntil(lambda: named(sheet, "Remove Stairs").isVisible())
    qtbot.mouseClick(named(sheet, "Remove Stairs"), Qt.MouseButton.LeftButton)
    assert [task.text for task in daily_tasks(log)] == ["Shopping"]


def test_enter_goes_on_from_the_task_to_the_questions(
    desk: Desk, log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    task = add_task(log, "Stairs")
    sheet = DailyLifeSheet(desk, TODAY, window)
    sheet.open()
    scales = (sheet.asked.tasks[task], *sheet.asked.questions)
    for scale, following in pairwise(scales):
        qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_4)
        qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)
        assert scale.rating == 4
        assert following.isAncestorOf(sheet.focusWidget())


def test_cleared_task_is_a_gap(desk: Desk, log: TrainingLog, window: QWidget, qtbot: QtBot) -> None:
    task = add_task(log, "Stairs")
    rate_task(log, task, TODAY, 7)
    sheet = DailyLifeSheet(desk, TODAY, window)
    sheet.open()
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Delete)
    assert daily_life(log) == ()


def test_three_answers_count_once_all_are_given(
    desk: Desk, log: TrainingLog, window: QWidget
) -> None:
    sheet = DailyLifeSheet(desk, TODAY, window)
    for scale, score in zip(sheet.asked.questions, (6, 5, 7), strict=True):
        assert daily_life(log) == ()
        scale.rate(score)
    assert daily_life(log)[0].answers == Answers(6, 5, 7)
    sheet.asked.questions[0].clear()
    assert daily_life(log) == ()


def test_undo_takes_the_three_answers_off_the_scales(desk: Desk, window: QWidget) -> None:
    sheet = DailyLifeSheet(desk, TODAY, window)
    for scale, score in zip(sheet.asked.questions, (3, 2, 1), strict=True):
        scale.rate(score)
    desk.log.undo()
    assert [scale.rating for scale in sheet.asked.questions] == [None, None, None]
    desk.log.redo()
    assert [scale.rating for scale in sheet.asked.questions] == [3, 2, 1]


def test_what_was_answered_today_is_shown_again(
    desk: Desk, log: TrainingLog, window: QWidget
) -> None:
    task = add_task(log, "Stairs")
    rate_task(log, task, TODAY, 7)
    answer_questions(log, TODAY, Answers(6, 5, 7))
    sheet = DailyLifeSheet(desk, TODAY, window)
    assert sheet.asked.tasks[task].rating == 7
    assert [scale.rating for scale in sheet.asked.questions] == [6, 5, 7]


def test_a_change_is_called_real_from_its_error_band_on(log: TrainingLog) -> None:
    tasks = [add_task(log, text) for text in ("Stairs", "Shopping", "Garden")]
    for day, scores in ((TODAY - 14 * DAY, (3, 5, 4)), (TODAY, (6, 7, 5))):
        for task, ease in zip(tasks, scores, strict=True):
            rate_task(log, task, day, ease)
    words = daily_life_words.change(daily_life(log))
    assert words.endswith("4.0 on Fri 7 Nov 2025, 6.0 now: 2 points or more, beyond the usual.")
    rate_task(log, tasks[0], TODAY, 5)
    assert "within the usual" in daily_life_words.change(daily_life(log))


def test_one_day_is_not_compared(log: TrainingLog) -> None:
    answer_questions(log, TODAY, Answers(6, 5, 7))
    assert daily_life_words.change(daily_life(log)) == "Two days with answers can be compared."


@pytest.mark.parametrize(
    ("sitting", "minutes"), [("7.5", 450), ("7,5", 450), ("7:30", 450), ("", None)]
)
def test_hours_are_read_as_people_write_them(
    desk: Desk, log: TrainingLog, window: QWidget, sitting: str, minutes: int | None
) -> None:
    sheet = CheckInSheet(desk, TODAY, window)
    sheet.sitting.setText(sitting)
    sheet.steps.setText("6,200")
    sheet.save()
    assert check_in_of(log, TODAY) == CheckInValues(sitting_min=minutes, steps=6200)


@pytest.mark.parametrize(
    ("sitting", "sentence"),
    [
        ("many", "Hours are a number such as 7.5 or 7:30."),
        ("1:x", "Hours are a number such as 7.5 or 7:30."),
        ("1:-5", "Hours are a number such as 7.5 or 7:30."),
        ("7:75", "Hours are a number such as 7.5 or 7:30."),
        ("25", "A day has 24 hours."),
        ("-1", "A day has 24 hours."),
    ],
)
def test_what_is_no_time_of_a_day_is_refused_in_words(
    desk: Desk, log: TrainingLog, window: QWidget, sitting: str, sentence: str
) -> None:
    sheet = CheckInSheet(desk, TODAY, window)
    sheet.open()
    sheet.sitting.setText(sitting)
    sheet.save()
    assert sheet.isVisible()
    assert sentence in texts(sheet)
    assert check_in_of(log, TODAY).is_empty


def test_a_check_in_shows_what_was_said(desk: Desk, log: TrainingLog, window: QWidget) -> None:
    check_in(log, TODAY, CheckInValues(sleep_min=435, stress=4))
    sheet = CheckInSheet(desk, TODAY, window)
    assert (sheet.sleep.text(), sheet.stress.rating) == ("7.25", 4)
