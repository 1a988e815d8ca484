from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt

from leglog.reports import words
from leglog.services.demo import fill_with_demo
from leglog.services.monthly_review import monthly_review
from leglog.training.vocabulary import Unit
from leglog.ui import localized
from leglog.ui.chart_view import ChartView
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.month.cards import NotesCard, PhysioCard
from leglog.ui.month.header import MonthHeader
from leglog.ui.month.page import MonthPage
from leglog.ui.month.pdf_sheet import PdfSheet
from leglog.ui.month.review import CHART_HEIGHT, LONG_CHART_HEIGHT, MonthReview
from leglog.ui.theme import Scheme, apply_theme, current_theme
from leglog.ui.widgets.fields import CheckBox
from tests.ui.finding import button, named, texts
from tests.ui.settling import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog


@pytest.fixture
def page(qtbot: QtBot, log: TrainingLog) -> Iterator[MonthPage]:
    """The review of the month before this one, of a made-up year up to today."""
    today = dt.datetime.now().astimezone().date()
    fill_with_demo(log, today)
    desk = Desk(log.path)
    desk.open_with(log)
    page = MonthPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(Destination(Place.MONTH, day=today.replace(day=1) - dt.timedelta(days=1)))
    settle(page)
    yield page
    settle(page)


def press(page: MonthPage, qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key and wait for the month that it leads to."""
    qtbot.keyClick(page, key)
    settle(page)


def month_name(page: MonthPage) -> str:
    header = page.findChild(MonthHeader)
    assert header is not None
    return header.name.text()


def physio(page: MonthPage) -> PhysioCard:
    card = page.findChild(PhysioCard)
    assert card is not None
    return card


def day_of(page: MonthPage) -> dt.date:
    """Return a day of the month that is shown."""
    assert page.review is not None
    return page.review.month.days.last


def show_months(page: MonthPage, months: str) -> None:
    """Choose how many months are shown."""
    button(page, months).click()
    settle(page)


def test_headline_is_made_of_counts_and_means(page: MonthPage, log: TrainingLog) -> None:
    review = monthly_review(log, day_of(page), dt.datetime.now().astimezone().date())
    month = review.month
    shown = "\n".join(texts(page))
    assert f"{month.planned_done} of {month.planned} planned times" in shown
    assert f"averaged {month.mean_pain:.1f}" in shown


def test_keys_go_from_month_to_month_but_not_beyond_this_one(page: MonthPage, qtbot: QtBot) -> None:
    name = month_name(page)
    press(page, qtbot, Qt.Key.Key_PageDown)
    assert month_name(page) != name
    assert not named(page, "Month after").isEnabled()
    press(page, qtbot, Qt.Key.Key_PageUp)
    assert month_name(page) == name


def test_too_few_rated_days_are_not_compared(log: TrainingLog) -> None:
    review = monthly_review(log, dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    assert review.change is None
    assert words.change_title(review, localized) == "No day rated (March 2026): nothing to compare."
    assert words.headline(review, localized) == "No workouts and no ratings in March 2026."


def test_figures_of_the_running_month_end_today(log: TrainingLog) -> None:
    review = monthly_review(log, dt.date(2026, 3, 10), dt.date(2026, 3, 10))
    assert review.month.days.last == dt.date(2026, 3, 10)
    assert review.before.days.last == dt.date(2026, 2, 28)


def test_note_for_the_physio_is_kept_when_the_field_is_left(
    page: MonthPage, log: TrainingLog
) -> None:
    physio(page).field.setPlainText("Sitting is worse than lifting.")
    physio(page).write()
    settle(page)
    day = day_of(page)
    assert monthly_review(log, day, day).physio_note == "Sitting is worse than lifting."


def test_note_belongs_to_its_month(page: MonthPage, qtbot: QtBot, log: TrainingLog) -> None:
    physio(page).field.setPlainText("October")
    first = day_of(page)
    press(page, qtbot, Qt.Key.Key_PageUp)
    assert physio(page).field.toPlainText() == ""
    assert monthly_review(log, first, first).physio_note == "October"
    press(page, qtbot, Qt.Key.Key_PageDown)
    assert physio(page).field.toPlainText() == "October"


def test_several_months_are_reviewed_at_once(page: MonthPage) -> None:
    show_months(page, "12M")
    assert page.review is not None
    assert page.review.months == 12
    assert any("the 12 months before" in text for text in texts(page))


def test_chart_of_several_months_is_higher(page: MonthPage, qtbot: QtBot) -> None:
    chart = page.findChildren(ChartView)[0]
    px = current_theme().px
    assert (chart.minimumHeight(), chart.maximumHeight()) == (px(CHART_HEIGHT), px(CHART_HEIGHT))
    show_months(page, "12M")
    qtbot.waitUntil(lambda: chart.minimumHeight() == px(LONG_CHART_HEIGHT))


def test_ctrl_e_opens_the_sheet_of_the_pdf(page: MonthPage, qtbot: QtBot) -> None:
    page.verbs()["export"]()
    qtbot.waitUntil(lambda: page.findChild(PdfSheet) is not None)


def test_pdf_waits_for_the_month_that_is_named(page: MonthPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_PageUp)
    page.ask_pdf()
    assert page.findChild(PdfSheet) is None
    settle(page)
    assert page.findChild(PdfSheet) is not None


def test_pdf_is_saved_as_chosen(page: MonthPage, qtbot: QtBot, tmp_path: Path) -> None:
    assert page.review is not None
    page.desk.keep_in(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    sheet = PdfSheet(page.desk, page.review, Unit.KG, (), page)
    sheet.name.setText("  R.  Example ")
    sheet.paper.set_value("letter")
    path = tmp_path / "review.pdf"
    with qtbot.waitSignal(sheet.accepted, timeout=30_000):
        sheet.save(path)
    assert b"/MediaBox [ 0 0 612 792 ]" in path.read_bytes()
    again = PdfSheet(page.desk, page.review, Unit.KG, (), page)
    assert again.options.name == "R. Example"
    assert again.options.letter


def test_unticked_note_stays_out_of_the_pdf(page: MonthPage) -> None:
    notes = page.findChild(NotesCard)
    assert notes is not None
    assert page.review is not None
    noted = [one for one in page.review.workouts if one.note]
    notes.show_workouts(noted)
    for box in notes.findChildren(CheckBox):
        box.setChecked(False)
    assert notes.left_out == {one.id for one in noted}


@pytest.mark.parametrize(("width", "text_size"), [(968, 100), (1196, 150), (1104, 100)])
def test_nothing_is_cut_at_the_right(
    page: MonthPage, qapp: QApplication, width: int, text_size: int
) -> None:
    apply_theme(qapp, Scheme.LIGHT, text_size)
    page.resize(width, 700)
    review = page.findChild(MonthReview)
    assert review is not None
    content = review.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= review.viewport().width()
