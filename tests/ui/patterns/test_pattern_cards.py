"""What moved together: what is missing, what may be said, and what is always said with it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.services.patterns import MovedTogether, ResponseLine
from leglog.services.preferences import preferences
from leglog.settings import Question
from leglog.training.association import Association, Finding
from leglog.training.exercise_response import ExerciseResponse
from leglog.ui.desk import Desk
from leglog.ui.patterns import words
from leglog.ui.patterns.cards import PatternCards
from leglog.ui.theme import Scheme, apply_theme
from leglog.ui.widgets.fields import ComboBox
from tests.a_year import fill_year
from tests.ui.finding import named, texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog

pytestmark = pytest.mark.usefixtures("british")

TODAY = dt.date(2025, 11, 21)


def _moved(finding: Finding, pairs: int, rho: float | None = None) -> MovedTogether:
    told = Association(finding, pairs, rho, None if rho is None else 0.04, rho and 11.3)
    return MovedTogether(Question.LEG_SETS, told, told, told)


@pytest.mark.parametrize(
    ("moved", "sentence"),
    [
        (
            _moved(Finding.NOT_ENOUGH, 5),
            "Not enough weeks yet: 5 of 12 that can be compared.",
        ),
        (_moved(Finding.TOO_EARLY, 15, -0.6), "Too early to say: 15 weeks; a sentence needs 20."),
        (_moved(Finding.NO_CLEAR_PATTERN, 30, -0.2), "No clear pattern in these weeks."),
        (
            _moved(Finding.ONLY_TRENDS, 30, 0.1),
            "Both changed over the months; week by week they did not move together.",
        ),
        (
            _moved(Finding.MOVED_TOGETHER, 24, -0.6),
            "In your log, weeks after more leg and hip sets tended to have lower morning ratings "
            "(24 weeks).",
        ),
        (
            _moved(Finding.MOVED_TOGETHER, 24, 0.6),
            "In your log, weeks after more leg and hip sets tended to have higher morning ratings "
            "(24 weeks).",
        ),
    ],
)
def test_only_what_the_data_allow_is_said(moved: MovedTogether, sentence: str) -> None:
    assert words.finding(moved) == sentence


def test_below_twelve_weeks_no_figure_is_shown() -> None:
    assert list(words.figures(_moved(Finding.NOT_ENOUGH, 11))) == []
    assert len(list(words.figures(_moved(Finding.TOO_EARLY, 12, 0.2)))) == 4


def test_every_figure_says_what_it_comes_from() -> None:
    *_heading, row = list(words.figures(_moved(Finding.MOVED_TOGETHER, 24, -0.6)))[:2]
    assert row == (
        "with mornings one week later",
        "−0.6",
        "24 weeks, worth 11.3 apart from each other; p 0.04",
    )


def test_a_response_is_shown_with_both_counts_or_not_at_all() -> None:
    shown = ResponseLine(1, "Squat", ExerciseResponse(5, 20, 0.4, -0.1), felt=2)
    few = ResponseLine(1, "Lunge", ExerciseResponse(2, 23), felt=0)
    assert words.response_cells(shown) == ("Squat", "+0.4 (5 days)", "−0.1 (20 days)", "2")
    assert words.response_cells(few) == ("Lunge", "too few (2 days)", "too few (23 days)", "–")


@pytest.fixture
def cards(log: TrainingLog, qtbot: QtBot, qapp: QApplication) -> PatternCards:
    apply_theme(qapp, Scheme.LIGHT)
    fill_year(log, TODAY, weeks=16)
    desk = Desk(log.path)
    desk.open_with(log)
    cards = PatternCards(desk)
    qtbot.addWidget(cards)
    cards.show()
    cards.show_day(TODAY)
    qtbot.waitUntil(lambda: not cards.is_reading)
    return cards


def test_the_cards_always_name_sleep_work_and_chance(cards: PatternCards) -> None:
    assert cards.finding.text() == "Too early to say: 15 weeks; a sentence needs 20."
    assert "\n".join(texts(cards)).count("Sleep, work and chance can do the same.") == 2


def test_another_question_is_kept_and_read(
    cards: PatternCards, log: TrainingLog, qtbot: QtBot
) -> None:
    question = named(cards, "Question")
    assert isinstance(question, ComboBox)
    question.set_value(Question.SLEEP.value)
    question.chosen.emit(Question.SLEEP.value)
    assert preferences(log).question is Question.SLEEP
    cards.show_day(TODAY)
    qtbot.waitUntil(lambda: not cards.is_reading)
    assert cards.finding.text() == "Not enough weeks yet: 0 of 12 that can be compared."
