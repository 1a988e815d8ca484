"""The last workouts with an exercise, and its best sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.exercises import words
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.text import Line, Link, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.exercise_history import PastWorkout
    from leglog.services.exercises import ExerciseDetail


class PastSets(QWidget):
    """A line a workout, the newest first, and below them the best so far."""

    workout_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().px(3))

    def show_detail(self, detail: ExerciseDetail) -> None:
        """Show what was done of another exercise."""
        if not detail.last_workouts:
            never = _("Not logged yet. Your history chart appears after the first workout.")
            fill(self._column, [Text(never, tone="muted", wrap=True)])
            return
        rows: list[QWidget] = []
        for workout in detail.last_workouts:
            rows += [Line(), self._row(workout)]
        bests = words.bests(detail)
        if bests:
            rows.append(_best_block(bests))
        fill(self._column, rows)

    def _row(self, workout: PastWorkout) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        link = Link(localized.short_day(workout.date))
        link.linkActivated.connect(
            lambda _link, id_=workout.workout_id: self.workout_wanted.emit(id_)
        )
        line.addWidget(link)
        done = Text(words.done(workout.sets), wrap=True)
        done.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(done, 1)
        return row


def fill(layout: QLayout, widgets: Sequence[QWidget]) -> None:
    """Put ``widgets`` into a layout instead of what was there."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)


def _best_block(bests: Sequence[tuple[str, str]]) -> QWidget:
    theme = current_theme()
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, theme.px(10), 0, 0)
    grid.setVerticalSpacing(theme.px(3))
    grid.addWidget(Text(_("Best so far"), Role.EXERCISE), 0, 0, 1, 2)
    for number, (name, figure) in enumerate(bests, start=1):
        grid.addWidget(Text(name, tone="muted"), number, 0)
        grid.addWidget(Text(figure, Role.STRONG), number, 1, Qt.AlignmentFlag.AlignRight)
    return block
