"""What an exercise trains: the drawn body, and the muscles by name beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui import labels
from leglog.ui.exercises.body_figure import BodyFigure, ShareSwatch, share_words
from leglog.ui.exercises.past import fill
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.training.vocabulary import Muscle


class TrainedMuscles(QWidget):
    """The colour in the figure is never the only sign: every muscle stands beside it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self.figure = BodyFigure()
        row.addWidget(self.figure)
        self._names = QVBoxLayout()
        self._names.setSpacing(theme.px(5))
        row.addLayout(self._names, 1)
        row.setAlignment(self._names, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        hint = _("How far a set counts for each: 1 as a main muscle, ½ as a helping one.")
        column.addWidget(Text(hint, Role.CAPTION, "muted", wrap=True))

    def show_muscles(self, muscles: Sequence[tuple[Muscle, float]]) -> None:
        """Show what another exercise trains, the main muscles first."""
        self.figure.show_muscles(muscles)
        rows = [_name_row(muscle, share) for muscle, share in muscles]
        none = Text(_("No muscles are noted for it."), tone="muted", wrap=True)
        fill(self._names, rows or [none])


def _name_row(muscle: Muscle, share: float) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(current_theme().px(6))
    line.addWidget(ShareSwatch(share))
    role = Role.STRONG if share >= 1 else Role.BODY
    line.addWidget(Text(labels.muscle(muscle), role, wrap=True), 1)
    line.addWidget(Text(share_words(share), role))
    return row
