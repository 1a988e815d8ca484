"""Small dialogs of the builder: a note, how an exercise is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QWidget

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.services.routine_exercises import PlanDetails
from leglog.training.plan_text import parse_rest
from leglog.training.units import parse_reps
from leglog.ui.routines import words
from leglog.ui.theme import current_theme
from leglog.ui.widgets.asking import AskingSheet
from leglog.ui.widgets.fields import LineEdit
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.routine_reading import PlannedExerciseView


class NoteSheet(AskingSheet):
    """Asks for a note of several lines and gives it to ``use``."""

    def __init__(
        self, about: str, note: str, use: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Note"), _("Keep"), about, width=480, parent=parent)
        self._use = use
        self.field = _note_field(note)
        self.body.addWidget(self.field)
        self.body.addWidget(self._trouble)
        self.field.setFocus()

    def _write(self) -> None:
        self._use(self.field.toPlainText())


class DetailsSheet(AskingSheet):
    """Asks how an exercise is done in this routine: note, tempo, step height, rest."""

    def __init__(
        self,
        item: PlannedExerciseView,
        use: Callable[[PlanDetails], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(item.name, _("Keep"), width=480, parent=parent)
        self._use = use
        self.note = _note_field(item.note)
        self.tempo = LineEdit("3-1-1-0", name=_("Tempo"))
        self.tempo.setText(item.tempo)
        self.step = LineEdit(name=_("Step height in cm"))
        self.step.setText(str(item.step_height_cm or ""))
        self.rest = LineEdit("90 s", name=_("Rest"))
        self.rest.setText(words.rest(item.rest_s).replace(words.NOTHING, ""))
        form = QFormLayout()
        form.setSpacing(current_theme().px(8))
        form.addRow(_("Note"), self.note)
        form.addRow(_("Rest"), self.rest)
        form.addRow(_("Tempo"), self.tempo)
        hint = _("Seconds to lower, at the bottom, to lift, at the top")
        form.addRow("", Text(hint, tone="muted"))
        form.addRow(_("Step height, cm"), self.step)
        self.body.addLayout(form)
        self.body.addWidget(self._trouble)
        self.note.setFocus()

    def _write(self) -> None:
        step = self.step.text().strip()
        self._use(
            PlanDetails(
                rest_s=parse_rest(self.rest.text()),
                tempo=self.tempo.text(),
                step_height_cm=_whole_cm(step) if step else None,
                note=self.note.toPlainText(),
            )
        )


def _whole_cm(text: str) -> int:
    try:
        return parse_reps(text)
    except InvalidValue:
        raise InvalidValue(_("Step height must be between 1 and 100 cm.")) from None


def _note_field(note: str) -> QPlainTextEdit:
    field = QPlainTextEdit(note)
    field.setAccessibleName(_("Note"))
    field.setTabChangesFocus(True)
    field.setFixedHeight(current_theme().px(84))
    return field
