"""The left side of the builder: the library of exercises to add from."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.ui.exercise_finder import ExerciseFinder, found_words
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.frames import Panel
from leglog.ui.widgets.text import KeyHint, Text

WIDTH_PX, ROW_PX = 280, 42
FOOT_PX = 44


class LibraryPanel(Panel):
    """Shows the library; its finder tells what shall be added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        theme = current_theme()
        self.setFixedWidth(theme.px(WIDTH_PX))
        self.setAccessibleName(_("Library"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), 0)
        head.addWidget(Text(_("Library"), Role.SECTION))
        head.addStretch()
        self._count = Text("", Role.CAPTION, "muted")
        head.addWidget(self._count)
        column.addLayout(head)
        self.finder = ExerciseFinder(adds=True)
        # Large text leaves little height in a small window; a row of the list is enough there.
        self.finder.list.setMinimumHeight(theme.px(ROW_PX))
        self.finder.found_changed.connect(self._show_count)
        column.addWidget(self.finder, 1)
        column.addWidget(self._foot())

    def _show_count(self, count: int) -> None:
        self._count.setText(found_words(count))

    def _foot(self) -> Panel:
        theme = current_theme()
        foot = Panel("footer")
        foot.setFixedHeight(theme.px(FOOT_PX))
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        row.setSpacing(theme.px(5))
        row.addWidget(KeyHint("Enter"))
        row.addWidget(Text(_("adds, or drag it into the plan"), Role.CAPTION, "muted"))
        row.addStretch()
        return foot
