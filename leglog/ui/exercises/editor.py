"""Makes an own exercise, or changes one, with all its fields on one sheet."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.exercise_editing import add_own_exercise, correct_exercise, exercise_fields
from leglog.services.exercise_fields import ExerciseFields, InvalidField, fitting_load_bases
from leglog.services.exercises import exercise_list
from leglog.training.vocabulary import Category, LoadBasis, Measure, Pattern
from leglog.ui import labels
from leglog.ui.exercises.editor_parts import (
    EquipmentChips,
    LinesField,
    MuscleFields,
    labelled,
    percent_words,
    range_words,
    read_percent,
    read_range,
)
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.fields import CheckBox, ComboBox, LineEdit
from leglog.ui.widgets.frames import ScrollPage
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QBoxLayout

    from leglog.services.training_log import TrainingLog

Term = TypeVar("Term", bound=StrEnum)
WIDTH, HEIGHT = 820, 440


class ExerciseEditor(Sheet):
    """Save writes all fields in one step of undo; what cannot be stored is named and marked."""

    saved = Signal(int)
    """The id of the exercise that was written."""

    def __init__(
        self,
        log: TrainingLog,
        exercise_id: int | None = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        fields = (
            ExerciseFields(name=name) if exercise_id is None else exercise_fields(log, exercise_id)
        )
        title = (
            _("New exercise") if exercise_id is None else _("Edit {name}").format(name=fields.name)
        )
        super().__init__(title, width=WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._log, self._id = log, exercise_id
        self._make_fields()
        self.body.addWidget(self._build_form())
        self.trouble = Text("", tone="danger", wrap=True)
        self.body.addWidget(self.trouble)
        self.trouble.hide()
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("&Save"), self.save, kind=Kind.PRIMARY, default=True)
        self._show(fields)
        self.name.setFocus()

    def save(self) -> None:
        """Write what was typed and close; stay and say why where it cannot be stored."""
        for field in (self.name, self.sets, self.reps, self.seconds, self.body_weight):
            field.set_trouble("")
        try:
            fields = self.fields()
            if self._id is None:
                written = add_own_exercise(self._log, fields)
            else:
                correct_exercise(self._log, self._id, fields)
                written = self._id
        except LeglogError as error:
            self._show_trouble(error)
            return
        self.accept()
        self.saved.emit(written)

    def fields(self) -> ExerciseFields:
        """Return what is typed; raises InvalidField where it cannot be read."""
        sets, _most = read_range("default_sets", self.sets.text())
        return ExerciseFields(
            name=self.name.text(),
            aliases=tuple(self.aliases.text().split(",")),
            category=Category(self.category.value),
            pattern=Pattern(self.pattern.value),
            measure=Measure(self.measure.value),
            load_basis=LoadBasis(self.load_basis.value),
            per_side=self.per_side.isChecked(),
            compound=self.compound.isChecked(),
            bodyweight_factor=read_percent("bodyweight_factor", self.body_weight.text()),
            equipment=self.equipment.kinds(),
            muscles=self.muscles.muscles(),
            default_sets=sets or ExerciseFields().default_sets,
            default_reps=read_range("default_reps", self.reps.text()),
            default_s=read_range("default_s", self.seconds.text()),
            instructions=self.instructions.lines(),
            cues=self.cues.lines(),
            common_mistakes=self.mistakes.lines(),
            back_care=self.back_care.toPlainText(),
            easier_id=int(self.easier.value) if self.easier.value else None,
            harder_id=int(self.harder.value) if self.harder.value else None,
        )

    def _make_fields(self) -> None:
        self.name = LineEdit(name=_("Name"))
        self.aliases = LineEdit(name=_("Also called"))
        self.category = _choice(Category, labels.category, _("Kind"))
        self.pattern = _choice(Pattern, labels.pattern, _("Movement"))
        self.measure = _choice(Measure, labels.measure, _("Measured by"))
        self.measure.chosen.connect(lambda _value: self._offer_load_bases())
        self.load_basis = ComboBox(name=_("What the weight means"))
        self.per_side = CheckBox(_("One &leg or side at a time"))
        self.compound = CheckBox(_("Several &joints move"))
        self.sets, self.reps = LineEdit(name=_("Sets")), LineEdit("8–12", name=_("Reps"))
        self.seconds = LineEdit("20–30", name=_("Seconds"))
        self.body_weight = LineEdit(name=_("Body weight moved, %"))
        others = [one for one in exercise_list(self._log) if one.id != self._id]
        options = [("", _("None")), *((str(one.id), one.name) for one in others)]
        self.easier = ComboBox(options, name=_("Easier exercise"))
        self.harder = ComboBox(options, name=_("Harder exercise"))
        self.equipment, self.muscles = EquipmentChips(), MuscleFields()
        self.instructions = LinesField(_("How to do it"), rows=4)
        self.cues, self.mistakes = LinesField(_("Form cues")), LinesField(_("Common mistakes"))
        self.back_care = LinesField(_("Back care"))

    def _build_form(self) -> QWidget:
        theme = current_theme()
        page = ScrollPage(margin=4)
        page.setMinimumHeight(theme.px(HEIGHT))
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(24))
        for fill in (self._fill_left, self._fill_right):
            column = QVBoxLayout()
            column.setSpacing(theme.px(10))
            fill(column)
            column.addStretch()
            columns.addLayout(column, 1)
        page.body.addLayout(columns)
        return page

    def _fill_left(self, column: QVBoxLayout) -> None:
        column.addLayout(labelled(_("Name"), self.name))
        column.addLayout(
            labelled(_("Also called"), self.aliases, _("Other names, with commas between."))
        )
        _pair(column, labelled(_("Kind"), self.category), labelled(_("Movement"), self.pattern))
        _pair(
            column,
            labelled(_("Measured by"), self.measure),
            labelled(_("What the weight means"), self.load_basis),
        )
        column.addWidget(self.per_side)
        column.addWidget(self.compound)
        _pair(
            column,
            labelled(_("Sets"), self.sets),
            labelled(_("Reps"), self.reps),
            labelled(_("Seconds"), self.seconds),
        )
        hint = _("Left empty, your own weight does not count.")
        column.addLayout(labelled(_("Body weight moved, %"), self.body_weight, hint))
        column.addLayout(labelled(_("Equipment, all of it needed"), self.equipment))
        column.addLayout(labelled(_("Easier exercise"), self.easier))
        column.addLayout(labelled(_("Harder exercise"), self.harder))

    def _fill_right(self, column: QVBoxLayout) -> None:
        column.addWidget(Text(_("Muscles"), Role.STRONG))
        hint = _("How far a set counts for each: 1 as a main muscle, ½ as a helping one.")
        column.addWidget(Text(hint, Role.CAPTION, "muted", wrap=True))
        column.addWidget(self.muscles)
        each = _("One on each line.")
        column.addLayout(labelled(_("How to do it"), self.instructions, each))
        column.addLayout(labelled(_("Form cues"), self.cues))
        column.addLayout(labelled(_("Common mistakes"), self.mistakes))
        column.addLayout(labelled(_("Back care"), self.back_care))

    def _show(self, fields: ExerciseFields) -> None:
        self.name.setText(fields.name)
        self.aliases.setText(", ".join(fields.aliases))
        self.category.set_value(fields.category)
        self.pattern.set_value(fields.pattern)
        self.measure.set_value(fields.measure)
        self._offer_load_bases()
        self.load_basis.set_value(fields.load_basis)
        self.per_side.setChecked(fields.per_side)
        self.compound.setChecked(fields.compound)
        self.sets.setText(str(fields.default_sets))
        self.reps.setText(range_words(fields.default_reps))
        self.seconds.setText(range_words(fields.default_s))
        self.body_weight.setText(percent_words(fields.bodyweight_factor))
        self.equipment.show_kinds(fields.equipment)
        self.easier.set_value(str(fields.easier_id or ""))
        self.harder.set_value(str(fields.harder_id or ""))
        self.muscles.show_muscles(fields.muscles)
        self.instructions.show_lines(fields.instructions)
        self.cues.show_lines(fields.cues)
        self.mistakes.show_lines(fields.common_mistakes)
        self.back_care.setPlainText(fields.back_care)

    def _offer_load_bases(self) -> None:
        """Offer only what the weight can mean for how the exercise is measured."""
        bases = fitting_load_bases(Measure(self.measure.value))
        self.load_basis.set_options([(one.value, labels.load_basis(one)) for one in bases])
        self.load_basis.setEnabled(len(bases) > 1)

    def _show_trouble(self, error: LeglogError) -> None:
        self.trouble.setText(f"{error.sentence} {error.remedy}".rstrip())
        self.trouble.show()
        field = self._field(error.field) if isinstance(error, InvalidField) else None
        if isinstance(field, LineEdit):
            field.set_trouble(error.sentence)
        if field is not None:
            field.setFocus()

    def _field(self, name: str) -> QWidget | None:
        return {
            "name": self.name,
            "load_basis": self.load_basis,
            "default_sets": self.sets,
            "default_reps": self.reps,
            "default_s": self.seconds,
            "bodyweight_factor": self.body_weight,
            "easier_id": self.easier,
            "harder_id": self.harder,
        }.get(name)


def _choice(terms: type[Term], words: Callable[[Term], str], name: str) -> ComboBox:
    return ComboBox([(term.value, words(term)) for term in terms], name=name)


def _pair(column: QVBoxLayout, *parts: QBoxLayout) -> None:
    row = QHBoxLayout()
    row.setSpacing(current_theme().px(10))
    for part in parts:
        row.addLayout(part, 1)
    column.addLayout(row)
