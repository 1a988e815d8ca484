"""A question before something that takes away: what it does in words, and a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

WIDTH = 460


class Question(Sheet):
    """Asks once; Enter and Esc both leave everything as it is."""

    def __init__(self, question: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(question, width=WIDTH, parent=parent)
        self.setWindowTitle("LegLog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading.wrap()
        self.subtitle.hide()
        self.text = Text(text, wrap=True)
        self.text.setVisible(bool(text))
        self.body.addWidget(self.text)
        self.setAccessibleName(question)
        self.setAccessibleDescription(text)

    def add_answer(self, words: str, do: Callable[[], object], kind: Kind = Kind.NORMAL) -> None:
        """Add an answer that closes the question and then calls ``do``."""

        def answer() -> None:
            self.accept()
            do()

        self.add_button(words, answer, kind=kind)

    def ask(self, keep: str) -> None:
        """Open it, with ``keep`` as the way out that has the focus."""
        self.add_button(keep, self.reject, default=True).setFocus()
        self.open()
