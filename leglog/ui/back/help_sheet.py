"""When to get help: the two lists, and the answer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.preferences import change_preference, preferences
from leglog.settings import BackCheck
from leglog.ui.back import warning_signs as signs
from leglog.ui.back.signs_panels import signs_panels
from leglog.ui.theme import Role
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from leglog.ui.desk import Desk

WIDTH = 860


class HelpSheet(Sheet):
    """Shows both lists and asks whether one applies; it never diagnoses and locks nothing.

    ``lead`` is a sentence above the lists that says why the sheet came up. The answer is kept at
    once; Esc leaves it open.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, lead: str = "") -> None:
        super().__init__(_("When to get help"), width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        if lead:
            self.body.addWidget(Text(lead, Role.STRONG, wrap=True))
        self.body.addWidget(Text(signs.keeps_a_record(), tone="muted", wrap=True))
        self.body.addLayout(signs_panels())
        self._add_answers()
        self._advice = Text("", tone="info", wrap=True)
        self.body.addWidget(self._advice)
        self.add_to_foot(Text(_("Always under Help › When to get help."), Role.CAPTION, "muted"))
        self.add_button(_("C&lose"), self.accept, kind=Kind.PRIMARY, default=True)
        self._show_answer(preferences(desk.log).back_check)

    @property
    def answer(self) -> BackCheck:
        """What is answered now."""
        if self.some.isChecked():
            return BackCheck.SOME
        return BackCheck.NONE if self.none.isChecked() else BackCheck.OPEN

    def _add_answers(self) -> None:
        self.none = QRadioButton(signs.none_apply())
        self.some = QRadioButton(signs.some_apply())
        group = QButtonGroup(self)
        for button in (self.none, self.some):
            group.addButton(button)
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        group.buttonClicked.connect(lambda _button: self._keep())

    def _show_answer(self, answer: BackCheck) -> None:
        self.none.setChecked(answer is BackCheck.NONE)
        self.some.setChecked(answer is BackCheck.SOME)
        self._advise()

    def _keep(self) -> None:
        try:
            change_preference(self._desk.log, "back_check", self.answer)
        except LeglogError as error:
            self._desk.say(error.sentence)
        self._advise()

    def _advise(self) -> None:
        words = signs.advice() if self.answer is BackCheck.SOME else ""
        self._advice.setText(words)
        self._advice.setVisible(bool(words))
