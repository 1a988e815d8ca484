"""Sheets that ask: fields with one default button, and one with a single line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import LineEdit
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class AskingSheet(Sheet):
    """Fields with one default button; what cannot be used is said below them and stays."""

    def __init__(
        self, title: str, accept: str, about: str = "", *, width: int, parent: QWidget | None
    ) -> None:
        super().__init__(title, about, width=width, parent=parent)
        self._trouble = Text("", tone="danger", wrap=True)
        self._trouble.hide()
        self.add_button(_("Cancel"), self.reject)
        self.accept_button = self.add_button(
            accept, self._try, kind=Kind.PRIMARY, shortcut="Enter", default=True
        )

    def _write(self) -> None:
        """Do what the sheet is for; raises LeglogError where a field cannot be used."""
        raise NotImplementedError

    def _try(self) -> None:
        try:
            self._write()
        except LeglogError as error:
            self._trouble.setText(f"{error.sentence} {error.remedy}".strip())
            self._trouble.show()
            return
        self.accept()


class LineSheet(AskingSheet):
    """Asks for one line and gives it to ``use``; ``name`` says what it is for."""

    def __init__(
        self,
        title: str,
        name: str,
        text: str,
        use: Callable[[str], object],
        parent: QWidget | None = None,
        *,
        accept: str = "",
    ) -> None:
        super().__init__(title, accept or _("Keep"), width=420, parent=parent)
        self._use = use
        self.heading.wrap()
        self.subtitle.hide()
        self.field = LineEdit(name=name)
        self.field.setText(text)
        self.field.selectAll()
        self.body.addWidget(Text(name, tone="muted", wrap=True))
        self.body.addWidget(self.field)
        self.body.addWidget(self._trouble)
        self.field.setFocus()

    def _write(self) -> None:
        self._use(self.field.text().strip())
