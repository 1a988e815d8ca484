"""The review of a month or several: its headline, figures, chart and cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leglog.charts.readings import Reading
from leglog.i18n import _
from leglog.reports import words
from leglog.reports.choices import ReportWords
from leglog.reports.course import course_alt, course_values
from leglog.ui import labels, localized
from leglog.ui.chart_view import ChartView
from leglog.ui.explanations import Figure
from leglog.ui.how import HowButton
from leglog.ui.month import parts
from leglog.ui.month.cards import NotesCard, PhysioCard, RowsCard
from leglog.ui.patterns.cards import PatternCards
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.bars import ShareBars
from leglog.ui.widgets.facts import FactStrip
from leglog.ui.widgets.frames import Card, ScrollPage
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QResizeEvent

    from leglog.services.monthly_review import MonthlyReview
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


class MonthReview(ScrollPage):
    """Shows a review; wide, in two columns."""

    day_wanted = Signal(object)
    """A day of the chart whose workouts or ratings are to be opened."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.physio = PhysioCard(desk)
        self.notes = NotesCard()
        self.patterns = PatternCards(desk)
        self._build()

    def show_review(self, review: MonthlyReview, unit: Unit, today: dt.date) -> None:
        """Show another review."""
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
        self.physio.show_note(review.by_month[-1].days.first, review.physio_note)
        self.notes.show_workouts(review.workouts)
        self.patterns.show_day(min(review.month.days.last, today))

    def say(self, sentence: str) -> None:
        """Put a sentence in the place of the headline until the next review."""
        self._headline.setText(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        stacked = self.width() < current_theme().px(STACKED_BELOW)
        self._columns.setDirection(way.TopToBottom if stacked else way.LeftToRight)

    def _show_chart(self, review: MonthlyReview, unit: Unit) -> None:
        said = ReportWords(localized, labels, unit)
        self._chart.show_chart(
            course_values(review, said),
            parts.readings(review),
            _("Back pain with workouts"),
            course_alt(review, said),
            height=CHART_HEIGHT if review.months == 1 else LONG_CHART_HEIGHT,
        )

    def _build(self) -> None:
        theme = current_theme()
        body = self.body
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
        body.addWidget(self.patterns)
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
        return _column(course, self._around, self._daily, self.physio, self.notes)

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

    def _read_out(self, reading: object) -> None:
        words = reading.sentence if isinstance(reading, Reading) else ""
        self._reading.setText(words or _("Point at a day to read its values."))

    def _open_day(self, reading: object) -> None:
        if isinstance(reading, Reading) and reading.day is not None:
            self.day_wanted.emit(reading.day)


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
