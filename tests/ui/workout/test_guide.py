"""What stands beside the sheet about an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

from leglog.services.exercise_guide import exercise_guide
from leglog.services.transfer import exercise_names
from leglog.ui.theme import current_theme
from leglog.ui.workout.guide import GuidePanel
from leglog.ui.workout.side_panel import WIDTH

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog


def test_no_exercise_is_too_wide_for_the_guide(log: TrainingLog, qtbot: QtBot) -> None:
    guide = GuidePanel()
    qtbot.addWidget(guide)
    inside = guide.findChildren(QScrollArea)[0].widget()
    assert inside is not None
    widths = {}
    for exercise_id, name in exercise_names(log).items():
        guide.show_exercise(exercise_guide(log, exercise_id))
        widths[name] = inside.minimumSizeHint().width()
    assert {name for name, width in widths.items() if width > current_theme().px(WIDTH)} == set()
    assert len(widths) > 100
