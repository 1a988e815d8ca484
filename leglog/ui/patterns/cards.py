"""Two cards: what moved together, and mornings after days with and without an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.patterns import Patterns, patterns
from leglog.services.preferences import change_preference, preferences
from leglog.settings import Question
from leglog.ui import localized
from leglog.ui.explanations import Figure
from leglog.ui.how import HowButton
from leglog.ui.patterns import words
from leglog.ui.tasks import Reader
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.fields import ComboBox
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.text import Text
from leglog.ui.widgets.word_grid import WordGrid

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
        self._reader = Reader(self, self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(16))
        column.addWidget(self._build_moved())
        column.addWidget(self._build_responses())

    @property
    def is_reading(self) -> bool:
        """Whether figures are still being read."""
        return self._reader.is_reading

    def show_day(self, today: dt.date) -> None:
        """Read what the log shows up to ``today``; what is shown stays until then."""
        log = self._desk.log
        self._question.set_value(preferences(log).question.value)
        self._reader.ask(lambda: patterns(log, today))

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

    def _show(self, found: Patterns) -> None:
        self.finding.setText(words.finding(found.moved))
        self._figures.show_rows(words.figures(found.moved))
        days = found.response_days
        self._caption.setText(
            words.responses_caption(
                localized.day_of_month(days.first), localized.day_of_month(days.last)
            )
        )
        self._responses.show_rows(_response_rows(found))


def _response_rows(found: Patterns) -> Iterable[tuple[str, ...]]:
    if not found.responses:
        yield (_("No finished workouts in these days."),)
        return
    yield (_("Exercise"), _("After days with it"), _("After other days"), _("“Felt it here” marks"))
    for line in found.responses[:SHOWN]:
        yield words.response_cells(line)


def _table() -> WordGrid:
    grid = WordGrid(_word)
    grid.setHorizontalSpacing(current_theme().px(24))
    grid.setVerticalSpacing(current_theme().px(4))
    grid.setColumnStretch(4, 1)
    return grid


def _word(row: int, _column: int) -> Text:
    return Text("") if row else Text("", Role.CAPTION, "muted")
