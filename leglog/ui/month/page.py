"""Month: what was trained and how the back was, beside the month before; as a page and a PDF."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leglog.charts.readings import Reading
from leglog.i18n import _
from leglog.reports import words
from leglog.reports.choices import ReportWords
from leglog.reports.course import course_alt, course_values
from leglog.services.monthly_review import MonthlyReview, monthly_review
from leglog.services.preferences import preferences
from leglog.training.periods import months_before
from leglog.ui import labels, localized
from leglog.ui.chart_view import ChartView
from leglog.ui.desk import Destination, Place
from leglog.ui.explanations import Figure
from leglog.ui.how import HowButton
from leglog.ui.month import parts
from leglog.ui.month.cards import NotesCard, PhysioCard, RowsCard
from leglog.ui.month.header import MonthHeader
from leglog.ui.month.pdf_sheet import PdfSheet
from leglog.ui.page import Page
from leglog.ui.patterns.cards import PatternCards
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.bars import ShareBars
from leglog.ui.widgets.facts import FactStrip
from leglog.ui.widgets.frames import Card, ScrollPage
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

    from leglog.training.vocabulary import Unit
    from leglog.ui.desk import Desk


FIGURES = (
    Figure.ADHERENCE,
    Figure.VOLUME_LOAD,
    Figure.HARD_SETS,
    Figure.MUSCLE_BALANCE,
    Figure.DAY_PAIN,
    Figure.BANDS,
    Figure.PAIN_CHANGE,
    Figure.RECORDS,
    Figure.TOLERATED,
    Figure.SIDES,
)
CHART_HEIGHT, LONG_CHART_HEIGHT = 190, 340
STACKED_BELOW = 860
"""The page's width, in pixels of the design, below which the columns lie below each other."""
KEPT = "month/months"


class MonthPage(Page):
    """Shows one month or several; PgUp and PgDn go back and forth by a month."""

    tables = frozenset(
        {
            "check_in",
            "exercise",
            "exercise_muscle",
            "pain_rating",
            "performed_set",
            "period",
            "planned_workout",
            "preference",
            "workout",
            "workout_exercise",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._day = _today()
        self.review: MonthlyReview | None = None
        self._unit: Unit | None = None
        self._build()

    def reload(self) -> None:
        """Read the month again."""
        months = int(self._header.months.value)
        review = monthly_review(self._desk.log, self._day, _today(), months)
        unit = preferences(self._desk.log).unit
        self.review, self._unit = review, unit
        self._header.name.setText(localized.month(self._day))
        self._header.later.setEnabled(months_before(self._day, -1).replace(day=1) <= _today())
        self._headline.setText(words.headline(review, localized))
        self._facts.set_facts(parts.facts(review, unit))
        self._show_chart(review, unit)
        self._bands.set_bars(parts.band_bars(review))
        self._balance.set_bars(parts.balance_bars(review))
        self._caption.setText(
            _("Hard sets by muscle group. Thick bar {month}, thin grey bar {before}.").format(
                month=words.period(review, localized),
                before=words.period_before(review, localized),
            )
        )
        self._around.caption.setText(
            _("{days}, mean change in points. {note}").format(
                days=localized.day_range(review.around_days.first, review.around_days.last),
                note=words.around_note(),
            )
        )
        self._around.show_rows(parts.around_rows(review))
        self._bests.show_rows(parts.best_rows(review, unit))
        self._tolerated.show_rows(parts.tolerated_rows(review, unit))
        self._daily.show_rows(parts.daily_rows(review))
        sides = [words.side(one, localized) for one in review.sides]
        self._sides.setVisible(bool(sides))
        self._sides_words.setText("\n".join(sides))
        self._physio.show_note(review.by_month[-1].days.first, review.physio_note)
        self._notes.show_workouts(review.workouts)
        self._patterns.show_day(min(review.month.days.last, _today()))

    def open(self, destination: Destination) -> None:
        """Show the month of a day, where one is named."""
        if destination.day is not None:
            self._show(destination.day)

    def areas(self) -> tuple[QWidget, ...]:
        """Return the header and the review."""
        return (self._header, self._scroll)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the page's keys for the status line."""
        return (
            ("PgUp", _("month before")),
            ("PgDown", _("month after")),
            ("Ctrl+E", _("PDF")),
        )

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Return the answers to Ctrl+E and Ctrl+P."""
        return {"export": self.ask_pdf, "print": self.ask_pdf}

    def ask_pdf(self) -> None:
        """Open the sheet that makes the PDF."""
        self._physio.write()
        if self.review is None or self._unit is None:
            return
        sheet = PdfSheet(self._desk, self.review, self._unit, self._notes.left_out, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _show_chart(self, review: MonthlyReview, unit: Unit) -> None:
        said = ReportWords(localized, labels, unit)
        self._chart.show_chart(
            course_values(review, said),
            parts.readings(review),
            _("Back pain with workouts"),
            course_alt(review, said),
            height=CHART_HEIGHT if review.months == 1 else LONG_CHART_HEIGHT,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        stacked = self.width() < current_theme().px(STACKED_BELOW)
        self._columns.setDirection(way.TopToBottom if stacked else way.LeftToRight)

    def _build(self) -> None:
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._header = self._build_header()
        column.addWidget(self._header)
        self._scroll = ScrollPage()
        column.addWidget(self._scroll, 1)
        body = self._scroll.body
        body.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(24))
        self._headline = Text("", Role.TITLE, wrap=True)
        first = QHBoxLayout()
        first.setSpacing(theme.px(16))
        first.addWidget(self._headline, 1)
        first.addWidget(HowButton(*FIGURES))
        body.addLayout(first)
        facts = Card()
        self._facts = FactStrip()
        facts.body.addWidget(self._facts)
        body.addWidget(facts)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(16))
        self._columns.addLayout(self._build_left(), 5)
        self._columns.addLayout(self._build_right(), 4)
        body.addLayout(self._columns)
        self._patterns = PatternCards(self._desk)
        body.addWidget(self._patterns)
        body.addStretch()

    def _build_left(self) -> QVBoxLayout:
        self._chart = ChartView()
        self._chart.setFixedHeight(current_theme().px(CHART_HEIGHT))
        self._chart.pointed.connect(self._read_out)
        self._chart.opened.connect(self._open_day)
        course = Card(padding=8)
        course.body.addWidget(self._chart)
        self._reading = Text("", Role.CAPTION, "muted")
        self._reading.setContentsMargins(current_theme().px(8), 0, 0, 0)
        course.body.addWidget(self._reading)
        self._around = RowsCard(_("Pain around workouts, by exercise"), " ")
        self._daily = RowsCard(_("Sleep, steps, sitting"))
        self._physio = PhysioCard(self._desk)
        self._notes = NotesCard()
        return _column(course, self._around, self._daily, self._physio, self._notes)

    def _build_right(self) -> QVBoxLayout:
        self._balance = ShareBars(_("Balance, sets by muscle group"))
        self._caption = Text("", Role.CAPTION, "muted", wrap=True)
        self._bands = ShareBars(_("Rated days by band"))
        self._bests = RowsCard(_("New bests"))
        self._tolerated = RowsCard(
            _("Followed by a settled morning"),
            _("The heaviest load or longest hold of the last 8 weeks that the back took well."),
        )
        self._sides_words = Text("", wrap=True)
        self._sides = _card(
            _("Left and right"),
            self._sides_words,
            Text(
                _("In at least three workouts; a hint for training, not for pain."),
                Role.CAPTION,
                "muted",
                wrap=True,
            ),
        )
        return _column(
            _card(_("Balance, sets by muscle group"), self._balance, self._caption),
            _card(_("Rated days by band"), self._bands),
            self._bests,
            self._tolerated,
            self._sides,
        )

    def _build_header(self) -> MonthHeader:
        header = MonthHeader(self._desk.kept(KEPT))
        header.step_wanted.connect(self._move)
        header.months.chosen.connect(self._on_months)
        header.pdf_wanted.connect(self.ask_pdf)
        for button, key in ((header.earlier, "PgUp"), (header.later, "PgDown")):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        return header

    def _on_months(self, months: str) -> None:
        self._desk.keep(KEPT, months)
        self.reload()

    def _move(self, by: int) -> None:
        self._physio.write()
        self._show(months_before(self._day.replace(day=1), -by))

    def _show(self, day: dt.date) -> None:
        self._day = min(day, _today())
        self.reload()

    def _read_out(self, reading: object) -> None:
        words = reading.sentence if isinstance(reading, Reading) else ""
        self._reading.setText(words or _("Point at a day to read its values."))

    def _open_day(self, reading: object) -> None:
        if isinstance(reading, Reading) and reading.day is not None:
            self._desk.go(Destination(Place.HISTORY, day=reading.day))


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _column(*cards: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(current_theme().px(16))
    for card in cards:
        # What is over stays below the cards, not between their rows.
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(card)
    column.addStretch()
    return column


def _card(title: str, *content: QWidget) -> Card:
    card = Card(title)
    for widget in content:
        card.body.addWidget(widget)
    return card
