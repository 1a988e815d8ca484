"""Small dialogs of the builder: a name, a note, how an exercise is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QWidget

from leglog.errors import InvalidValue, LeglogError
from leglog.i18n import _
from leglog.services.routine_exercises import PlanDetails
from leglog.training.plan_text import parse_rest
from leglog.training.units import parse_reps
from leglog.ui.routines import words
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import LineEdit
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.routine_reading import PlannedExerciseView


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


class NameSheet(AskingSheet):
    """Asks for a name and gives it to ``use``."""

    def __init__(
        self,
        title: str,
        name: str,
        accept: str,
        use: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, accept, width=420, parent=parent)
        self._use = use
        self.field = LineEdit(name=_("Name"))
        self.field.setText(name)
        self.field.selectAll()
        self.body.addWidget(self.field)
        self.body.addWidget(self._trouble)
        self.field.setFocus()

    def _write(self) -> None:
        self._use(self.field.text())


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
