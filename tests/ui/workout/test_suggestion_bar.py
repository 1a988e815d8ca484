"""What is suggested beside the sets, taken or left with a key."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from leglog.services.preferences import change_preference
from leglog.settings import BackCheck
from leglog.training.vocabulary import WorkoutState
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.workout.page import LogPage
from leglog.ui.workout.suggestion_bar import SuggestionBar
from tests.diary import SORE, Diary

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog

TODAY = dt.date(2025, 11, 21)


@pytest.fixture
def log(desk: Desk) -> TrainingLog:
    return desk.log


@pytest.fixture
def diary(log: TrainingLog) -> Diary:
    return Diary(log, TODAY)


def _open(diary: Diary, desk: Desk, qtbot: QtBot) -> tuple[LogPage, SuggestionBar]:
    """Open a workout of today with the cursor in its first set."""
    workout_id = diary.train(0, back=(), state=WorkoutState.OPEN)
    page = LogPage(desk)
    qtbot.addWidget(page)
    page.resize(1104, 746)
    page.show()
    qtbot.waitActive(page)
    page.open(Destination(Place.LOG, id=workout_id))
    page._view.sheet.setFocus()
    qtbot.waitUntil(page._view.sheet.hasFocus)
    # The history is read once the cursor rests.
    qtbot.waitUntil(lambda: not page._view.sheet._settling.isActive())
    return page, page.findChildren(SuggestionBar)[0]


def _shown(page: LogPage) -> list[tuple[int | None, int | None]]:
    assert page._bench.form is not None
    return [(row.shown.load_g, row.shown.reps) for row in page._bench.form.blocks[0].sets]


def _words(bar: SuggestionBar) -> str:
    return f"{bar._advice.text()} | {bar._reason.text()} | {bar._tolerated.text()}"


def test_a_step_is_shown_with_its_reason_and_what_was_tolerated(
    diary: Diary, desk: Desk, qtbot: QtBot
) -> None:
    diary.train(7)
    diary.train(3)
    _page, bar = _open(diary, desk, qtbot)
    assert _words(bar) == (
        "42.5 kg × 8 | Every set reached 12 in two workouts, and your back stayed quiet. | "
        "Tolerated lately: 40 kg, Tue 18 Nov"
    )


def test_a_takes_it_into_all_sets_and_undo_takes_it_back(
    diary: Diary, desk: Desk, log: TrainingLog, qtbot: QtBot
) -> None:
    diary.train(7)
    diary.train(3)
    page, bar = _open(diary, desk, qtbot)
    before = _shown(page)
    qtbot.keyClick(page._view.sheet, Qt.Key.Key_A)
    page.refresh_if_stale()
    assert _shown(page) == [(42_500, 8)] * 3
    assert not bar._take.isVisible()
    log.undo()
    page.refresh_if_stale()
    assert _shown(page) == before
    assert bar._take.isVisible()


def test_i_leaves_it_for_today(diary: Diary, desk: Desk, qtbot: QtBot) -> None:
    diary.train(7)
    diary.train(3)
    page, bar = _open(diary, desk, qtbot)
    before = _shown(page)
    qtbot.keyClick(page._view.sheet, Qt.Key.Key_I)
    assert (bar._advice.text(), bar._take.isVisible()) == ("", False)
    qtbot.keyClick(page._view.sheet, Qt.Key.Key_A)
    assert _shown(page) == before


def test_under_a_flare_the_bar_says_so_and_offers_no_step(
    diary: Diary, desk: Desk, qtbot: QtBot
) -> None:
    diary.train(7)
    diary.train(3)
    diary.flare(2, None)
    _page, bar = _open(diary, desk, qtbot)
    assert "A flare-up runs since Wed 19 Nov" in _words(bar)
    assert not bar._take.isVisible()


def test_a_flare_that_begins_meanwhile_is_heard(diary: Diary, desk: Desk, qtbot: QtBot) -> None:
    diary.train(7)
    diary.train(3)
    _page, bar = _open(diary, desk, qtbot)
    diary.flare(0, None)
    assert "A flare-up runs" in _words(bar)


def test_two_red_workouts_name_a_professional(diary: Diary, desk: Desk, qtbot: QtBot) -> None:
    diary.train(7, back=SORE)
    diary.train(3, back=SORE)
    _page, bar = _open(diary, desk, qtbot)
    assert bar._advice.text() == "35 kg"
    assert "a physio or doctor can help" in _words(bar)


def test_with_warning_signs_nothing_is_suggested(diary: Diary, desk: Desk, qtbot: QtBot) -> None:
    diary.train(3)
    change_preference(desk.log, "back_check", BackCheck.SOME)
    _page, bar = _open(diary, desk, qtbot)
    assert bar._advice.text() == ""
    assert "When to get help" in bar._reason.text()
