"""When to get help: the two lists, and the answer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.history import workout_list
from leglog.services.preferences import change_preference, preferences
from leglog.settings import BackCheck
from leglog.ui.back import warning_signs as signs
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import IconLabel, Text

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
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(14))
        row.addWidget(_panel("danger", signs.emergency_title(), signs.emergency()), 1)
        row.addWidget(_panel("warning", signs.checked_title(), signs.checked()), 1)
        self.body.addLayout(row)
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
        self.none = QRadioButton(_("None of these apply to me"))
        self.some = QRadioButton(_("One or more apply, or I am not sure"))
        group = QButtonGroup(self)
        for button in (self.none, self.some):
            group.addButton(button)
            self.body.addWidget(button)
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
        words = ""
        if self.answer is BackCheck.SOME:
            words = _(
                "Thank you for checking. If it is one of the points on the left, get emergency "
                "help now. Otherwise get checked before you train. You can still use LegLog to "
                "keep a record; it suggests no progress until you change this answer."
            )
        self._advice.setText(words)
        self._advice.setVisible(bool(words))


def check_before_start(desk: Desk, parent: QWidget) -> HelpSheet | None:
    """Open the sheet in a log without any workout whose person has not answered yet."""
    is_new = not workout_list(desk.log, limit=1)
    if not is_new or preferences(desk.log).back_check is not BackCheck.OPEN:
        return None
    sheet = HelpSheet(desk, parent, lead=_("A quick back check before you start."))
    sheet.open()
    return sheet


def _panel(kind: str, title: str, points: tuple[str, ...]) -> QFrame:
    theme = current_theme()
    panel = QFrame()
    panel.setProperty("banner", kind)
    panel.setAccessibleName(title)
    column = QVBoxLayout(panel)
    column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
    column.setSpacing(theme.px(6))
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
