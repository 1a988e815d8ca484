from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from leglog.services.exercises import exercise_detail, exercise_list
from leglog.training.vocabulary import Muscle
from leglog.ui.exercises.body_figure import BodyFigure
from leglog.ui.exercises.detail import DetailView
from leglog.ui.widgets.date_line import DateLine, DatePoint, round_ticks
from tests.ui.finding import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog

TODAY = dt.date(2025, 11, 21)
KEY = Qt.Key


@pytest.fixture
def view(log: TrainingLog, qtbot: QtBot) -> DetailView:
    """The detail of the barbell squat after eight weeks of training."""
    view = DetailView()
    qtbot.addWidget(view)
    view.resize(800, 900)
    view.show()
    _show(view, log, "Barbell back squat")
    return view


def _show(view: DetailView, log: TrainingLog, name: str) -> None:
    found = next(one.id for one in exercise_list(log) if one.name == name)
    view.show_detail(exercise_detail(log, found))


@pytest.mark.parametrize("muscle", Muscle)
def test_every_muscle_has_a_place_in_the_drawing(muscle: Muscle, qtbot: QtBot) -> None:
    figure = BodyFigure()
    qtbot.addWidget(figure)
    bare = figure.grab().toImage()
    figure.show_muscles([(muscle, 1.0)])
    assert figure.grab().toImage() != bare


def test_figure_says_its_muscles_in_words(qtbot: QtBot) -> None:
    figure = BodyFigure()
    qtbot.addWidget(figure)
    figure.show_muscles([(Muscle.GLUTES, 1.0), (Muscle.QUADRICEPS, 0.5)])
    assert figure.accessibleName() == "Body from front and back: Glutes 1, Quads ½"


def test_figure_paints_main_and_helping_muscles_differently(qtbot: QtBot) -> None:
    figure = BodyFigure()
    qtbot.addWidget(figure)
    pictures = []
    for share in (0.5, 1.0):
        figure.show_muscles([(Muscle.GLUTES, share)])
        pictures.append(figure.grab().toImage())
    assert pictures[0] != pictures[1]


def test_muscles_stand_beside_the_figure(view: DetailView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Quads" in texts(view))
    assert {"1", "½"} <= set(texts(view))


def test_chart_shows_a_point_for_every_workout(view: DetailView, log: TrainingLog) -> None:
    squat = next(one for one in exercise_list(log) if one.name == "Barbell back squat")
    figures = exercise_detail(log, squat.id).figures
    assert [one.date for one in figures] == sorted(one.date for one in figures)
    assert len(view.chart.line.points) == len(figures) > 4
    assert view.chart.title.text() == "Estimated 1-rep max, kg"


def test_another_figure_is_chosen_by_key_and_kept(
    view: DetailView, log: TrainingLog, qtbot: QtBot
) -> None:
    view.chart.choice.setFocus()
    qtbot.keyClick(view.chart.choice.focusProxy(), KEY.Key_Right)
    assert view.chart.choice.value == "heaviest"
    assert view.chart.title.text() == "Best weight, kg"
    _show(view, log, "Barbell back squat")
    assert view.chart.choice.value == "heaviest"


def test_keys_read_the_chart_and_open_a_workout(view: DetailView, qtbot: QtBot) -> None:
    line = view.chart.line
    line.setFocus()
    qtbot.keyClick(line, KEY.Key_End)
    newest = line.reading
    assert newest is not None
    qtbot.keyClick(line, KEY.Key_Left)
    assert line.reading is not None
    assert line.reading.day < newest.day
    assert line.accessibleDescription() == line.reading.words
    with qtbot.waitSignal(view.workout_wanted) as opened:
        qtbot.keyClick(line, KEY.Key_Return)
    assert opened.args == [line.reading.id]


def test_exercise_never_done_has_no_chart(view: DetailView, log: TrainingLog) -> None:
    _show(view, log, "Leg press")
    assert not view.chart.isVisible()


def test_mouse_reads_the_nearest_point(qtbot: QtBot) -> None:
    line = DateLine("Reps")
    qtbot.addWidget(line)
    line.resize(500, 200)
    line.show()
    line.set_points([DatePoint(TODAY + dt.timedelta(days=n), n, str(n), n) for n in range(3)])
    qtbot.mouseMove(line, line.rect().center())
    qtbot.waitUntil(lambda: line.reading is not None)
    with qtbot.waitSignal(line.opened) as opened:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    assert opened.args == [1]


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([26.7, 42.7], (25.0, 30.0, 35.0, 40.0, 45.0)),
        ([10, 10], (10.0, 12.0)),
        ([0.5], (0.4, 0.6)),
        ([], (0.0, 0.25, 0.5, 0.75, 1.0)),
    ],
)
def test_ticks_are_round_and_hold_all_values(values: list[float], ticks: tuple[float, ...]) -> None:
    found = round_ticks(values)
    assert all(found[0] <= value <= found[-1] for value in values)
    assert found == pytest.approx(ticks)
