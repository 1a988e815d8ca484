"""'How is this worked out?': every figure has a definition and a source, reachable in place."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from leglog.ui.explanations import Figure, explanations
from leglog.ui.how import HowButton, show_how
from leglog.ui.widgets.sheet import Sheet


def _sheet(window: QWidget) -> Sheet:
    (sheet,) = window.findChildren(Sheet)
    return sheet


def _texts(sheet: Sheet) -> set[str]:
    return {label.text() for label in sheet.findChildren(QLabel)}


def test_every_figure_has_its_own_definition_and_a_source() -> None:
    known = explanations()
    assert set(known) == set(Figure)
    assert len({each.title for each in known.values()}) == len(Figure)
    assert all(each.text and each.source for each in known.values())


def test_the_sheet_opens_on_the_figures_beside_it(window: QWidget) -> None:
    HowButton(Figure.E1RM, parent=window).click()
    texts, known = _texts(_sheet(window)), explanations()
    assert known[Figure.E1RM].text in texts
    assert known[Figure.E1RM].source in texts
    assert known[Figure.FLARE].text not in texts


def test_all_figures_are_one_click_away(window: QWidget) -> None:
    show_how(window, Figure.E1RM)
    sheet = _sheet(window)
    more = next(b for b in sheet.findChildren(QPushButton) if b.text() == "&All figures")
    more.click()
    assert {each.text for each in explanations().values()} <= _texts(sheet)


def test_without_a_figure_all_are_shown(window: QWidget) -> None:
    show_how(window)
    assert {each.title for each in explanations().values()} <= _texts(_sheet(window))
