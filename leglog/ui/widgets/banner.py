"""A message across the page that stays until it is dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.text import IconLabel, Text, restyle

if TYPE_CHECKING:
    from collections.abc import Callable

_ICON = {"info": "info", "warning": "warning", "danger": "warning"}
_COLOUR = {"info": "accent", "warning": "warning", "danger": "danger"}


class Banner(QFrame):
    """A bold sentence, more text and buttons; ``kind`` is 'info', 'warning' or 'danger'."""

    def __init__(
        self,
        lead: str = "",
        text: str = "",
        *,
        kind: str = "info",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(9), theme.px(10), theme.px(9))
        row.setSpacing(theme.px(8))
        self._icon = IconLabel(icon or _ICON[kind], _COLOUR[kind])
        row.addWidget(self._icon)
        row.addSpacing(theme.px(6))
        self._lead = Text(lead, Role.STRONG)
        row.addWidget(self._lead)
        self._text = Text(text, wrap=True)
        row.addWidget(self._text, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.px(8))
        row.addLayout(self._actions)
        self.show_message(lead, text, kind=kind, icon=icon)

    def show_message(
        self, lead: str, text: str = "", *, kind: str = "info", icon: str = ""
    ) -> None:
        """Say something else; the buttons stay."""
        self.setProperty("banner", kind)
        restyle(self)
        self._icon.set_icon(icon or _ICON[kind], _COLOUR[kind])
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self._text.setText(text)
        self.setAccessibleName(f"{lead} {text}".strip())

    def add_action(self, text: str, do: Callable[[], None], kind: Kind = Kind.NORMAL) -> Button:
        """Add a button that calls ``do``, and return it."""
        button = Button(text, kind=kind)
        button.clicked.connect(lambda _checked: do())
        self._actions.addWidget(button)
        return button

    def clear_actions(self) -> None:
        """Take all buttons away."""
        while (item := self._actions.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
