from __future__ import annotations

import csv
import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication

from leglog.charts.room import least_height
from leglog.charts.values import Calendar, TimePanels
from leglog.services.demo import fill_with_demo
from leglog.services.pain import rate_pain
from leglog.services.strength_series import trained_exercises
from leglog.services.training_log import open_log
from leglog.training.periods import Range
from leglog.training.vocabulary import Moment
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.progress import saving
from leglog.ui.progress.choices import CUSTOM, ChartKind
from leglog.ui.progress.content import Table, words_cell
from leglog.ui.progress.filter_sheet import FilterSheet
from leglog.ui.progress.filters import Filters
from leglog.ui.progress.page import ProgressPage
from leglog.ui.theme import current_theme
from tests.ui.finding import button
from tests.ui.settling import settle, settle_charts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from leglog.ui.widgets.chart_canvas import ChartCanvas
    from tests.conftest import FilledFile

TODAY = dt.datetime.now().astimezone().date()


def desk_with(log: TrainingLog, folder: Path) -> Desk:
    desk = Desk(log.path)
    desk.open_with(log)
    desk.keep_in(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
    return desk


@pytest.fixture
def desk(log: TrainingLog, tmp_path: Path) -> Desk:
    return desk_with(log, tmp_path)


def shown(qtbot: QtBot, desk: Desk) -> ProgressPage:
    page = ProgressPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 740)
    page.show()
    settle(page)
    return page


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, log: TrainingLog) -> ProgressPage:
    """A page with five ratings in front of the person, its chart drawn."""
    for back in range(5):
        rate_pain(log, 3, Moment.MORNING, TODAY - dt.timedelta(days=back))
    page = shown(qtbot, desk)
    settle_charts(page)
    return page


@pytest.fixture(scope="module")
def year_file(filled_file: FilledFile) -> Path:
    """A log with a made-up year, made once; tests work on copies."""
    return filled_file(lambda log: fill_with_demo(log, TODAY))


@pytest.fixture
def year(qtbot: QtBot, tmp_path: Path, year_file: Path) -> Iterator[ProgressPage]:
    """A page with a made-up year."""
    path = tmp_path / "year.db"
    path.write_bytes(year_file.read_bytes())
    log = open_log(path)
    desk = desk_with(log, tmp_path)
    page = shown(qtbot, desk)
    settle_charts(page)
    yield page
    log.close()


def canvas_of(page: ProgressPage) -> ChartCanvas:
    settle_charts(page)
    return page.card.chart.canvas


def filters_of(page: ProgressPage) -> Filters:
    found = page.findChild(Filters)
    assert found is not None
    return found


def choose(page: ProgressPage, **choices: str) -> None:
    page.choose(replace(page.choices, **choices))  # type: ignore[arg-type]  # all texts
    settle(page)


def test_chart_shows_what_the_summary_says(page: ProgressPage) -> None:
    assert page.card.views.currentWidget() is page.card.chart
    assert "average pain 3.0 from 5 of" in page.summary.text()
    assert canvas_of(page).accessibleDescription() == page.summary.text()


def test_key_t_shows_the_table_and_the_chart_again(page: ProgressPage, qtbot: QtBot) -> None:
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_T)
    assert page.card.views.currentWidget() is page.card.table
    qtbot.keyClick(page, Qt.Key.Key_T)
    assert page.card.views.currentWidget() is page.card.chart


def test_table_holds_one_row_a_bar_and_can_be_copied(page: ProgressPage, qtbot: QtBot) -> None:
    button(page, "Show as table").click()
    content = page.card.content
    assert content is not None
    assert page.card.model.rowCount() == len(content.readings)
    table = page.card.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith("Days\t")
    assert "so far" in copied[1]


def test_table_model_keeps_qts_rules(page: ProgressPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.card.model)


def test_shorter_range_shows_fewer_weeks(page: ProgressPage) -> None:
    before = page.card.model.rowCount()
    choose(page, reach="1M")
    assert page.card.model.rowCount() < before


def test_new_rating_is_shown_at_once(page: ProgressPage, log: TrainingLog) -> None:
    rate_pain(log, 5, Moment.MORNING, TODAY - dt.timedelta(days=6))
    page.reload()
    settle(page)
    assert "from 6 of" in page.summary.text()


def test_empty_log_says_what_is_missing(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    assert page.card.views.currentWidget() is page.card.nothing
    assert "Volume appears after 1 workout" in page.card.empty.text.text()
    assert page.card.chart.data is None


@pytest.mark.parametrize("kind", ChartKind)
def test_every_chart_says_what_is_missing_in_an_empty_log(
    qtbot: QtBot, desk: Desk, kind: ChartKind
) -> None:
    page = shown(qtbot, desk)
    choose(page, chart=kind)
    content = page.card.content
    assert content is not None
    assert content.data is None
    assert content.missing
    assert content.summary


@pytest.mark.parametrize(
    "kind", [kind for kind in ChartKind if kind not in (ChartKind.SIDES, ChartKind.TASKS)]
)
def test_every_chart_of_a_year_has_readings_and_a_table(
    year: ProgressPage, kind: ChartKind
) -> None:
    choose(year, chart=kind, reach="1Y")
    content = year.card.content
    assert content is not None
    assert content.data is not None
    assert content.readings
    assert content.table.rows
    assert {len(row) for row in content.table.rows} == {len(content.table.headers)}
    assert content.figures


def test_hover_reads_the_nearest_values_without_drawing_again(
    year: ProgressPage, qtbot: QtBot
) -> None:
    canvas = canvas_of(year)
    drawn = canvas.picture
    assert drawn is not None
    spot = drawn.spots[3]
    qtbot.mouseMove(canvas, QPoint(round(spot.x or 0), canvas.height() // 2))
    assert year.card.reading.text() == canvas.readings[3].sentence
    assert year.card.chart.is_drawn
    assert canvas.picture is drawn


def test_arrows_go_from_bar_to_bar_and_enter_opens_the_days(
    year: ProgressPage, qtbot: QtBot
) -> None:
    canvas = canvas_of(year)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current is canvas.readings[1]
    with qtbot.waitSignal(year.desk.destination_wanted) as wanted:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert wanted.args == [Destination(Place.HISTORY, day=canvas.readings[1].day)]


def test_click_opens_the_workouts_behind_a_bar(year: ProgressPage, qtbot: QtBot) -> None:
    canvas = canvas_of(year)
    assert canvas.picture is not None
    spot = canvas.picture.spots[2]
    at = QPoint(round(spot.x or 0), canvas.height() // 3)
    with qtbot.waitSignal(year.desk.destination_wanted) as wanted:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert wanted.args == [Destination(Place.HISTORY, day=canvas.readings[2].day)]


def test_plus_shows_half_the_days_around_the_cursor(year: ProgressPage, qtbot: QtBot) -> None:
    canvas = canvas_of(year)
    before = year.span
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    after = year.span
    assert year.choices.reach == CUSTOM
    assert len(after) == len(before) // 2
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert len(year.span) == 2 * len(after)


def test_shift_and_arrow_pan_but_never_beyond_today(year: ProgressPage, qtbot: QtBot) -> None:
    canvas = canvas_of(year)
    before = year.span
    qtbot.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert year.span.last < before.last
    for _ in range(9):
        qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert year.span.last == TODAY


def test_page_up_goes_back_by_the_whole_range(year: ProgressPage, qtbot: QtBot) -> None:
    last = year.span.last
    qtbot.keyClick(year, Qt.Key.Key_PageUp)
    assert 80 <= (last - year.span.last).days <= 100
    qtbot.keyClick(year, Qt.Key.Key_PageDown)
    assert year.span.last == last


def test_choices_are_kept_for_the_next_start(year: ProgressPage, qtbot: QtBot) -> None:
    choose(year, chart=ChartKind.CONSISTENCY, reach="6M")
    again = shown(qtbot, year.desk)
    assert again.choices == year.choices
    assert filters_of(again).chart.value == "consistency"


def test_filter_without_sets_says_so(year: ProgressPage) -> None:
    choose(year, only="exercise:999999")
    assert year.card.views.currentWidget() is year.card.nothing
    assert "All exercises" in year.card.empty.text.text()


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_chart_is_saved_as_a_picture(
    year: ProgressPage, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    content = year.card.content
    assert content is not None
    path = tmp_path / f"chart.{kind}"
    with qtbot.waitSignal(year.desk.said, timeout=20_000):
        saving.save(year, year.desk, content, kind, path, (900, 500))
    begins = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[kind]
    assert path.read_bytes().startswith(begins)


def test_figures_are_saved_as_csv_that_runs_nothing(year: ProgressPage, tmp_path: Path) -> None:
    content = year.card.content
    assert content is not None
    evil = ["=1+1", "+1+1", "-x", "@x", "\tx", "\rx"]
    rows = [[words_cell(text) for text in evil]]
    table = Table(["=h", "b", "c", "d", "e", "f"], rows)
    path = tmp_path / "figures.csv"
    saving.save(year, year.desk, replace(content, table=table), "csv", path, (9, 9))
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file))
    assert read == [["'=h", "b", "c", "d", "e", "f"], ["'" + text for text in evil]]


def test_csv_holds_the_numbers_of_the_table(year: ProgressPage, tmp_path: Path) -> None:
    content = year.card.content
    assert content is not None
    path = tmp_path / "figures.csv"
    saving.save(year, year.desk, content, "csv", path, (9, 9))
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file))
    assert len(read) == len(content.table.rows) + 1
    assert dt.date.fromisoformat(read[1][0]) <= TODAY
    assert float(read[1][2]) == pytest.approx(content.table.rows[0][2].value, abs=0.01)


def test_picture_is_copied(year: ProgressPage) -> None:
    year.save("copy")
    assert not QGuiApplication.clipboard().pixmap().isNull()


def test_export_answers_the_menu(year: ProgressPage) -> None:
    assert "export" in year.verbs()
    menu = saving.build_menu(year, year.save)
    assert len(menu.actions()) == 5


def test_stacking_by_routine_names_the_routines(year: ProgressPage) -> None:
    choose(year, stack="routine")
    content = year.card.content
    assert content is not None
    assert any("Rachel" in header for header in content.table.headers)


def test_several_muscles_and_exercises_can_be_chosen_at_once(
    year: ProgressPage, qtbot: QtBot
) -> None:
    combo = filters_of(year)
    combo.several_wanted.emit()
    sheet = year.findChild(FilterSheet)
    assert sheet is not None
    sheet.search.setText("glu")
    assert not sheet.boxes["muscle:glutes"].isHidden()
    assert sheet.boxes["muscle:calves"].isHidden()
    for key in ("muscle:glutes", "muscle:hamstrings"):
        sheet.boxes[key].setChecked(True)
    sheet.accept()
    settle(year)
    assert year.choices.only == "muscle:glutes,muscle:hamstrings"
    content = year.card.content
    assert content is not None
    assert isinstance(content.data, TimePanels)
    assert content.data.volume is not None
    assert set(content.data.volume.groups) == {"glutes", "hamstrings"}
    assert combo.only.currentText() == "Glutes, Hamstrings"
    qtbot.waitUntil(lambda: year.findChild(FilterSheet) is None)


def test_choice_of_several_that_is_cancelled_changes_nothing(year: ProgressPage) -> None:
    choose(year, only="muscle:glutes")
    combo = filters_of(year)
    combo.several_wanted.emit()
    sheet = year.findChild(FilterSheet)
    assert sheet is not None
    assert sheet.only == "muscle:glutes"
    sheet.reject()
    assert combo.only.value == "muscle:glutes"


def test_small_window_scrolls_instead_of_squeezing_the_chart(
    qtbot: QtBot, page: ProgressPage
) -> None:
    data = page.card.chart.data
    assert data is not None
    page.resize(700, 380)
    least = current_theme().px(round(least_height(data)))
    qtbot.waitUntil(lambda: page.card.chart.height() == least)
    assert page.card.width() <= page.width()


def test_choices_keep_their_order_when_they_come_back_into_one_row(
    qtbot: QtBot, page: ProgressPage
) -> None:
    filters = filters_of(page)
    boxes = (filters.grouping, filters.measure, filters.stack, filters.only)
    page.resize(600, 700)
    qtbot.waitUntil(lambda: filters.stack.y() > filters.grouping.y())
    page.resize(1400, 700)
    qtbot.waitUntil(lambda: filters.stack.y() == filters.grouping.y())
    assert [box.x() for box in boxes] == sorted(box.x() for box in boxes)


def test_strength_opens_on_an_exercise_with_a_weight(year: ProgressPage) -> None:
    choose(year, chart=ChartKind.STRENGTH)
    loaded = {str(one.id): one.loaded_sets for one in trained_exercises(year.desk.log)}
    assert loaded[filters_of(year).exercise.value] == max(loaded.values()) > 0
    assert year.card.content is not None
    assert year.card.content.summary.startswith(filters_of(year).exercise.currentText())


def test_no_exercise_with_sides_leaves_no_empty_field(year: ProgressPage) -> None:
    choose(year, chart=ChartKind.SIDES)
    assert filters_of(year).exercise.isHidden()
    assert "10/8" in year.card.empty.text.text()


def test_calendar_of_years_says_that_a_cell_is_a_week(year: ProgressPage) -> None:
    first, last = TODAY - dt.timedelta(days=900), TODAY
    for reach, title in ((Range.YEAR_1, "Workouts by day"), (CUSTOM, "Workouts by week")):
        choose(
            year, chart=ChartKind.CONSISTENCY, reach=reach,
            first=first.isoformat(), last=last.isoformat(),
        )  # fmt: skip
        data = year.card.chart.data
        assert isinstance(data, Calendar)
        assert data.title == title
