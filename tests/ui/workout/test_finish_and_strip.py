"""What the scales and the end of a workout say beside the numbers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from leglog.services.workout_exercises import remove_workout_exercise
from leglog.services.workout_reading import workout_form
from leglog.training.vocabulary import WorkoutState
from leglog.ui.desk import Desk
from leglog.ui.theme import Scheme, apply_theme
from leglog.ui.workout.finish import FinishDialog
from leglog.ui.workout.pain_strip import PainStrip
from leglog.ui.workout.workbench import Workbench
from tests.diary import Diary

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog

TODAY = dt.date(2025, 11, 21)


@pytest.fixture
def diary(log: TrainingLog, qapp: QApplication) -> Diary:
    apply_theme(qapp, Scheme.LIGHT)
    return Diary(log, TODAY)


def _bench(diary: Diary) -> Workbench:
    """Return the table with an open workout of today on it."""
    desk = Desk(diary.log.path)
    desk.open_with(diary.log)
    bench = Workbench(desk, desk)
    bench.show(diary.train(0, back=(), state=WorkoutState.OPEN))
    return bench


@pytest.mark.parametrize(("score", "pointed"), [(7, False), (8, True)])
def test_a_high_rating_points_to_when_to_get_help(
    diary: Diary, qtbot: QtBot, score: int, pointed: bool
) -> None:
    bench = _bench(diary)
    said: list[str] = []
    bench._desk.said.connect(said.append)
    strip = PainStrip(bench)
    qtbot.addWidget(strip)
    strip.scales[0].scale.rate(score)
    assert any("When to get help" in sentence for sentence in said) is pointed


def test_the_end_names_a_bigger_step_than_usual(diary: Diary, qtbot: QtBot) -> None:
    for weeks in range(1, 6):
        diary.train(weeks * 7)
    for number in (1, 2, 3):
        diary.train(number)
    bench = _bench(diary)
    assert bench.form is not None
    dialog = FinishDialog(bench, workout_form(diary.log, bench.form.id))
    qtbot.addWidget(dialog)
    assert dialog.step.text() == (
        "A bigger step than usual: 9 leg sets this week, 3 a week before."
    )


def test_an_empty_workout_did_not_do_all_planned_sets(diary: Diary, qtbot: QtBot) -> None:
    bench = _bench(diary)
    assert bench.form is not None
    remove_workout_exercise(diary.log, bench.form.blocks[0].id)
    dialog = FinishDialog(bench, workout_form(diary.log, bench.form.id))
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "0 of 0" in said
    assert "all planned sets" not in said
