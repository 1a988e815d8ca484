"""The third step: when to get help, how the back is today, and what LegLog is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.settings import BackCheck
from leglog.ui import labels
from leglog.ui.back import warning_signs as signs
from leglog.ui.back.signs_panels import signs_panels
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.fields import CheckBox
from leglog.ui.widgets.rating_scale import RatingScale
from leglog.ui.widgets.text import Line, Text


class BackStep(QWidget):
    """Answer and box start empty; the rating may stay empty."""

    changed = Signal()
    """Something was answered, ticked or taken back."""

    def __init__(self) -> None:
        super().__init__()
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        column.addWidget(Text(_("A quick back check before you start"), Role.TITLE))
        column.addWidget(Text(signs.keeps_a_record(), tone="muted", wrap=True))
        column.addLayout(signs_panels())
        column.addLayout(self._build_answers())
        column.addWidget(Line())
        column.addWidget(Text(_("How is your back today?"), Role.SECTION))
        column.addLayout(self._build_scale())
        words = _(
            "I understand that pain during exercise is a reason to stop or go easier, "
            "and that LegLog gives no medical advice."
        )
        self.understood = CheckBox(words)
        self.understood.toggled.connect(lambda _on: self.changed.emit())
        column.addWidget(self.understood)
        column.addStretch()
        self._on_answer()

    @property
    def answer(self) -> BackCheck:
        """What is answered to the lists."""
        if self.some.isChecked():
            return BackCheck.SOME
        return BackCheck.NONE if self.none.isChecked() else BackCheck.OPEN

    @property
    def score(self) -> int | None:
        """The rating, or None where there is none."""
        return self.scale.rating

    @property
    def is_complete(self) -> bool:
        """Whether an answer is chosen and the box ticked."""
        return self.answer is not BackCheck.OPEN and self.understood.isChecked()

    def focus_first(self) -> None:
        """Begin with the answers."""
        (self.some if self.some.isChecked() else self.none).setFocus()

    def _build_answers(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(current_theme().px(2))
        self.none = QRadioButton(signs.none_apply())
        self.some = QRadioButton(signs.some_apply())
        group = QButtonGroup(self)
        for button in (self.none, self.some):
            group.addButton(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        group.buttonToggled.connect(lambda _button, _on: self._on_answer())
        self._advice = Text(signs.advice(), tone="info", wrap=True)
        column.addWidget(self._advice)
        return column

    def _build_scale(self) -> QVBoxLayout:
        theme = current_theme()
        self.scale = RatingScale(_("Back pain today"), words=labels.rating_word)
        self.scale.setFixedWidth(theme.px(386))
        self.scale.accepted.connect(self.understood_next)
        ends = QHBoxLayout()
        ends.addWidget(Text(_("0 no pain"), Role.CAPTION, "muted"))
        ends.addStretch()
        ends.addWidget(Text(_("10 worst imaginable"), Role.CAPTION, "muted"))
        under = QWidget()
        under.setFixedWidth(theme.px(386))
        under.setLayout(ends)
        ends.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.scale)
        row.addSpacing(theme.px(16))
        row.addWidget(Text(_("Optional. You can rate it at any time."), Role.CAPTION, "muted"))
        row.addStretch()
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addLayout(row)
        column.addWidget(under)
        return column

    def understood_next(self) -> None:
        """Go on from the scale."""
        self.understood.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_answer(self) -> None:
        self._advice.setVisible(self.answer is BackCheck.SOME)
        self.changed.emit()
