from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from leglog.charts.readings import Reading
from leglog.charts.values import Calendar, TimePanels
from leglog.ui.chart_view import ChartView
from leglog.ui.theme import Scheme, apply_theme
from tests.charts.scenes import scenes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def data() -> TimePanels:
    found = scenes()["volume_and_pain"]
    assert isinstance(found, TimePanels)
    return found


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    """An empty place for a chart, in front of the person."""
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    return view


def readings(data: TimePanels) -> list[Reading]:
    first = data.first_day.toordinal()
    return [Reading((f"day {n}",), x=first + n, day=data.first_day) for n in (10, 20, 30)]


def show(view: ChartView, data: TimePanels, qtbot: QtBot) -> None:
    view.show_chart(data, readings(data), "Pain", "Pain by day")
    qtbot.waitUntil(lambda: view.is_drawn, timeout=20_000)


def test_chart_out_of_sight_is_drawn_when_it_is_seen(
    view: ChartView, data: TimePanels, qtbot: QtBot
) -> None:
    view.hide()
    view.show_chart(data, [], "Pain", "Pain by day")
    assert view.canvas.picture is None
    view.show()
    qtbot.waitUntil(lambda: view.is_drawn, timeout=20_000)
    assert view.canvas.picture is not None


def test_chart_takes_the_size_of_its_place(view: ChartView, data: TimePanels, qtbot: QtBot) -> None:
    show(view, data, qtbot)
    view.resize(900, 500)
    qtbot.waitUntil(lambda: view.is_drawn)
    assert view.canvas.picture is not None
    assert view.canvas.picture.width == 900 * view.devicePixelRatioF()


def test_cursor_stays_on_its_reading_when_the_same_is_drawn_again(
    view: ChartView, data: TimePanels, qtbot: QtBot, qapp: QApplication
) -> None:
    show(view, data, qtbot)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Home)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    before = view.canvas.picture
    apply_theme(qapp, Scheme.DARK)
    qtbot.waitUntil(lambda: view.canvas.picture is not before)
    assert view.canvas.current is not None
    assert view.canvas.current.sentence == "day 20"


def test_other_readings_take_the_cursor_away(
    view: ChartView, data: TimePanels, qtbot: QtBot
) -> None:
    show(view, data, qtbot)
    view.canvas.point_at(1)
    with qtbot.waitSignal(view.pointed) as told:
        show(view, data, qtbot)
    assert told.args == [None]


def test_newest_of_many_charts_is_shown(view: ChartView, data: TimePanels, qtbot: QtBot) -> None:
    calendar = scenes()["consistency"]
    assert isinstance(calendar, Calendar)
    for _turn in range(5):
        view.show_chart(calendar, [], "Days", "Days with workouts")
        view.show_chart(data, given := readings(data), "Pain", "Pain by day")
    qtbot.waitUntil(lambda: view.is_drawn, timeout=20_000)
    assert view.canvas.readings is given


def test_chart_that_cannot_be_drawn_says_so(
    view: ChartView, data: TimePanels, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr("leglog.ui.chart_view.show_error", lambda _view, error: told.append(error))
    far = [Reading(("nowhere",), x=0.0, panel=99)]
    with qtbot.waitSignal(view.failed, timeout=20_000):
        view.show_chart(data, far, "Pain", "Pain by day")
    assert isinstance(told[0], IndexError)
