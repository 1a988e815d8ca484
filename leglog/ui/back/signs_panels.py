"""The two lists of warning signs side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from leglog.ui.back import warning_signs as signs
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.text import IconLabel, Text


def signs_panels() -> QHBoxLayout:
    """Return what needs help now beside what should be looked at soon."""
    row = QHBoxLayout()
    row.setSpacing(current_theme().px(14))
    row.addWidget(_panel("danger", signs.emergency_title(), signs.emergency()), 1)
    row.addWidget(_panel("warning", signs.checked_title(), signs.checked()), 1)
    return row


def _panel(kind: str, title: str, points: tuple[str, ...]) -> QFrame:
    theme = current_theme()
    panel = QFrame()
    panel.setProperty("banner", kind)
    panel.setAccessibleName(title)
    column = QVBoxLayout(panel)
    column.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
    column.setSpacing(theme.px(3))
    head = QHBoxLayout()
    head.setSpacing(theme.px(8))
    head.addWidget(IconLabel("warning" if kind == "danger" else "info", kind))
    head.addWidget(Text(title, Role.STRONG, kind, wrap=True), 1)
    column.addLayout(head)
    for point in points:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(Text("•"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(point, wrap=True), 1)
        column.addLayout(line)
    column.addStretch()
    return panel
