from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from leglog.services.planned_sets import PlannedSetValues
from leglog.services.routine_exercises import correct_planned_sets
from leglog.services.routines import plan_weekdays
from leglog.training.routine_hints import Hint, HintKind, PlannedItem
from leglog.training.vocabulary import Category, MuscleGroup, Section, Side
from leglog.ui.routines import hint_words
from leglog.ui.routines.hints_panel import HintRow
from leglog.ui.routines.section_bar import side_by_side
from leglog.ui.widgets.bars import BarRow
from tests.ui.finding import button, texts
from tests.ui.routines.reading import follow, items, today, view

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.ui.routines.page import RoutinePage

LIFT = PlannedItem(1, "Lunge", Section.MAIN, Category.STRENGTH, True, 3)
EXAMPLES = {
    HintKind.COMPOUND_FIRST: Hint(HintKind.COMPOUND_FIRST, items=(LIFT, LIFT)),
    HintKind.WARM_UP_LENGTH: Hint(HintKind.WARM_UP_LENGTH, seconds=300),
    HintKind.SUPERSET_UNEQUAL: Hint(HintKind.SUPERSET_UNEQUAL, items=(LIFT, LIFT)),
    HintKind.ONE_SIDE: Hint(HintKind.ONE_SIDE, items=(LIFT,)),
    HintKind.HINGES_TOGETHER: Hint(HintKind.HINGES_TOGETHER, items=(LIFT, LIFT)),
    HintKind.MANY_LEG_DAYS: Hint(HintKind.MANY_LEG_DAYS, days=(1, 2, 3, 4)),
    HintKind.CLOSE_LEG_DAYS: Hint(HintKind.CLOSE_LEG_DAYS, days=(7, 1)),
    HintKind.MANY_MORE_SETS: Hint(HintKind.MANY_MORE_SETS, sets=(20, 12)),
    HintKind.GROUPS_MISSING: Hint(HintKind.GROUPS_MISSING, groups=(MuscleGroup.CALVES,)),
}


def _bars(page: RoutinePage) -> dict[str, str]:
    rows = [row for row in page.balance.findChildren(BarRow) if row.isVisible()]
    return dict(row.accessibleName().rsplit(", ", 1) for row in rows)


@pytest.mark.parametrize("kind", HintKind)
def test_every_hint_is_a_sentence_with_its_source(kind: HintKind) -> None:
    hint = EXAMPLES.get(kind, Hint(kind))
    assert hint_words.sentence(hint).endswith(".")
    row = HintRow(hint)
    texts = [label.text() for label in row.findChildren(QLabel)]
    assert any(text.startswith("Source: ") and len(text) > 12 for text in texts)
    assert any("Hide this hint" in text for text in texts)
    row.deleteLater()


def test_sets_are_shown_per_movement(page: RoutinePage, qtbot: QtBot) -> None:
    button(page.balance, "Per movement").click()
    qtbot.waitUntil(lambda: "Squat" in _bars(page))
    shown = _bars(page)
    assert shown["Squat"] == "6"
    assert shown["Hip hinge"] == "0"
    assert "Pull" not in shown


def test_week_is_offered_once_the_routine_is_planned(page: RoutinePage, qtbot: QtBot) -> None:
    assert not page.balance.span.isVisible()
    alone = _bars(page)
    plan_weekdays(page.desk.log, view(page).id, {1, 4}, today(page))
    assert page.balance.span.isVisible()
    button(page.balance, "Week").click()
    qtbot.waitUntil(lambda: "Quads" in _bars(page))
    assert float(_bars(page)["Quads"]) == 2 * float(alone["Quads"])
    assert "2 workouts" in " ".join(texts(page.balance))


def test_missing_sides_are_hinted_and_planned_by_the_link(page: RoutinePage, qtbot: QtBot) -> None:
    clam = items(page)[3]
    correct_planned_sets(page.desk.log, clam.id, [PlannedSetValues(reps_min=10, reps_max=10)])
    follow(page, qtbot, "Plan each side", items(page)[3].name)
    assert [one.side for one in items(page)[3].sets] == [Side.EACH]
    assert HintKind.ONE_SIDE not in {one.kind for one in view(page).hints}


def test_texts_below_the_bar_never_overlap_nor_stick_out() -> None:
    assert side_by_side([0, 50, 100], [40, 40, 40], 200, 5) == [0, 50, 100]
    assert side_by_side([0, 20, 30], [30, 30, 30], 200, 5) == [0, 35, 70]
    assert side_by_side([0, 150, 190], [30, 40, 30], 200, 5) == [0, 125, 170]
