"""Rows of settings: a name, what it means, and the control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.fields import CheckBox
from leglog.ui.widgets.text import Line, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class SettingRow(QWidget):
    """A name, a line that explains it, and controls on the right; a hairline above if wanted."""

    def __init__(
        self,
        title: str,
        caption: str = "",
        *controls: QWidget,
        line: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.controls = controls
        """What can be changed here, from left to right."""
        theme = current_theme()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if line:
            outer.addWidget(Line())
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.px(7), 0, theme.px(7))
        row.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Text(title)
        self.caption = Text(caption, Role.CAPTION, "muted", wrap=True)
        if not caption:
            # Shown before it has a parent, it would be a window that takes the focus.
            self.caption.hide()
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(self.caption)
        words.addStretch()
        row.addLayout(words, 1)
        for control in controls:
            row.addWidget(control)
            if not control.accessibleName():
                control.setAccessibleName(_name(control, title))
            said = (control.accessibleDescription(), caption)
            control.setAccessibleDescription(". ".join(part for part in said if part))
        outer.addLayout(row)
        self.setMinimumHeight(theme.px(50))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class ToggleRow(SettingRow):
    """A setting that is on or off; the whole row toggles it."""

    toggled = Signal(bool)
    """The person, or ``set_on``, changed it."""

    def __init__(
        self,
        title: str,
        caption: str = "",
        *controls: QWidget,
        on: bool = False,
        line: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self.box = CheckBox()
        self.box.setChecked(on)
        super().__init__(title, caption, *controls, self.box, line=line, parent=parent)
        self.box.toggled.connect(self.toggled)

    @property
    def is_on(self) -> bool:
        """Whether it is on."""
        return self.box.isChecked()

    def set_on(self, on: bool) -> None:
        """Turn it on or off."""
        self.box.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.box.toggle()
        super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


def _name(control: QWidget, title: str) -> str:
    """Return what a control is called: the words on it, and what they are about."""
    words = control.text().replace("&", "") if isinstance(control, QAbstractButton) else ""
    return f"{words}, {title}" if words else title
