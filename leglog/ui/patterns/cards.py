"""Two cards: what moved together, and mornings after days with and without an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.patterns import Patterns, patterns
from leglog.services.preferences import change_preference, preferences
from leglog.settings import Question
from leglog.ui import localized, tasks
from leglog.ui.errors import show_error
from leglog.ui.explanations import Figure
from leglog.ui.how import HowButton
from leglog.ui.patterns import words
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.fields import ComboBox
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from leglog.ui.desk import Desk

SHOWN = 12
"""Exercises listed; those marked as felt come first."""


class PatternCards(QWidget):
    """Reads in the background: a long log has many sets, and all shifts are tried."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: dt.date | None = None
        self._running = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(16))
        column.addWidget(self._build_moved())
        column.addWidget(self._build_responses())

    @property
    def is_reading(self) -> bool:
        """Whether figures are still being read."""
        return self._running

    def show_day(self, today: dt.date) -> None:
        """Read what the log shows up to ``today``; what is shown stays until then."""
        self._question.set_value(preferences(self._desk.log).question.value)
        self._wanted = today
        if not self._running:
            self._read(today)

    def _build_moved(self) -> Card:
        card = Card(_("What moved together"))
        card.header.addWidget(HowButton(Figure.MOVED_TOGETHER))
        options = [(each.value, words.question(each)) for each in Question]
        self._question = ComboBox(options, name=_("Question"))
        self._question.chosen.connect(self._choose)
        card.body.addWidget(self._question, 0, Qt.AlignmentFlag.AlignLeft)
        self.finding = Text(_("Reading…"), Role.STRONG, wrap=True)
        card.body.addWidget(self.finding)
        self._figures = _table()
        card.body.addLayout(self._figures)
        card.body.addWidget(Text(words.always(), wrap=True))
        card.body.addWidget(Text(words.chosen_before(), Role.CAPTION, "muted", wrap=True))
        return card

    def _build_responses(self) -> Card:
        card = Card(_("Mornings after days with an exercise"))
        card.header.addWidget(HowButton(Figure.EXERCISE_RESPONSE))
        self._caption = Text("", Role.CAPTION, "muted", wrap=True)
        card.body.addWidget(self._caption)
        self._responses = _table()
        card.body.addLayout(self._responses)
        card.body.addWidget(Text(words.responses_note(), Role.CAPTION, "muted", wrap=True))
        return card

    def _choose(self, question: str) -> None:
        try:
            change_preference(self._desk.log, "question", question)
        except LeglogError as error:
            self._desk.say(error.sentence)

    def _read(self, today: dt.date) -> None:
        self._running = True
        log = self._desk.log
        tasks.run(lambda _progress: patterns(log, today), self._show, self._fail, parent=self)

    def _show(self, found: Patterns) -> None:
        self._running = False
        self.finding.setText(words.finding(found.moved))
        _fill(self._figures, words.figures(found.moved))
        days = found.response_days
        self._caption.setText(
            words.responses_caption(
                localized.day_of_month(days.first), localized.day_of_month(days.last)
            )
        )
        _fill(self._responses, _response_rows(found))
        self._read_again_if_outdated(found)

    def _read_again_if_outdated(self, found: Patterns) -> None:
        chosen = preferences(self._desk.log).question
        wanted = self._wanted
        if wanted is not None and (found.response_days.last, found.moved.question) != (
            wanted,
            chosen,
        ):
            self._read(wanted)

    def _fail(self, error: Exception) -> None:
        self._running = False
        show_error(self, error)


def _response_rows(found: Patterns) -> Iterable[tuple[str, ...]]:
    if not found.responses:
        yield (_("No finished workouts in these days."),)
        return
    yield (_("Exercise"), _("After days with it"), _("After other days"), _("“Felt it here” marks"))
    for line in found.responses[:SHOWN]:
        yield words.response_cells(line)


def _table() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(current_theme().px(24))
    grid.setVerticalSpacing(current_theme().px(4))
    return grid


def _fill(grid: QGridLayout, rows: Iterable[tuple[str, ...]]) -> None:
    """Put rows of words into a grid that held others; the first row is the heading."""
    while (item := grid.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for place, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            tone = "muted" if place == 0 else "normal"
            grid.addWidget(
                Text(cell, Role.CAPTION if place == 0 else Role.BODY, tone), place, column
            )
    grid.setColumnStretch(4, 1)
