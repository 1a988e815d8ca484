"""The preview of an import: what a file holds, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPlainTextEdit, QTableView, QWidget

from leglog.i18n import _, ngettext
from leglog.training.vocabulary import Unit
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.banner import Banner
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.facts import Fact, FactStrip
from leglog.ui.widgets.rows import dress_table
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from leglog.services.import_matching import FoundExercise
    from leglog.services.transfer import ImportPreview

AnyIndex = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
UNKNOWN = "unknown"


class FoundExercises(QAbstractTableModel):
    """The exercises of the file and what they are called here."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[FoundExercise, ...] = ()

    def show_found(self, found: tuple[FoundExercise, ...]) -> None:
        """Show other exercises."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        found = self._found[index.row()]
        if role == _DISPLAY:
            known = _("new exercise") if found.known_as is None else found.known_as
            return (found.name, localized.number(found.sets), known)[index.column()]
        if role == _ALIGN and index.column() == 1:
            return _RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return (_("In the file"), _("Sets"), _("In LegLog"))[section]
        return _RIGHT if role == _ALIGN and section == 1 else None


class ImportDialog(Sheet):
    """Asks for the unit where the file has none; the button names what it will do."""

    unit_chosen = Signal(object)
    """The person said in which Unit the file's weights are."""
    import_wanted = Signal()

    def __init__(self, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Import preview"), file_name, width=860, parent=parent)
        self._name = file_name
        trial = Banner(
            _("Trial run."), _("Nothing has been changed yet, and Ctrl+Z takes an import back.")
        )
        self.body.addWidget(trial)
        self._unit_row = self._build_unit_row()
        self.body.addWidget(self._unit_row)
        self._facts = FactStrip()
        self.body.addWidget(self._facts)
        self._model = FoundExercises()
        self.body.addWidget(Text(_("Exercises"), Role.SECTION))
        self.body.addWidget(self._build_table(), 1)
        self._problems = QPlainTextEdit()
        self._problems.setReadOnly(True)
        self._problems.setTabChangesFocus(True)
        self._problems.setAccessibleName(_("Lines that were left out"))
        self._problems.setMaximumHeight(current_theme().px(84))
        self.body.addWidget(self._problems)
        self._reason = Text("", Role.CAPTION, "muted")
        self.add_to_foot(self._reason)
        self.add_button(_("Cancel"), self.reject)
        self._import = self.add_button(
            _("&Import"), self.import_wanted.emit, kind=Kind.PRIMARY, default=True
        )
        self._wait_for_unit()

    def show_preview(self, preview: ImportPreview, *, asked: bool) -> None:
        """Show what the import would bring; ``asked`` says that the unit came from the person."""
        self.subtitle.setText(_about(preview))
        self._unit_row.setVisible(asked)
        self._sample.setText(_sample(preview))
        self._facts.set_facts(_facts(preview))
        self._facts.show()
        self._model.show_found(preview.exercises)
        lines = [
            _("Line {row}: {sentence}").format(row=each.row, sentence=each.sentence)
            for each in preview.problems
        ]
        self._problems.setPlainText("\n".join(lines))
        self._problems.setVisible(bool(lines))
        count = len(preview.new)
        self._import.setText(
            ngettext("&Import {count} workout", "&Import {count} workouts", count).format(
                count=count
            )
        )
        self._import.setEnabled(count > 0)
        self._reason.setText("" if count else _("Everything in this file is here already."))

    def _wait_for_unit(self) -> None:
        self._facts.hide()
        self._problems.hide()
        self._import.setEnabled(False)
        self._reason.setText(_("Choose the unit of the weights first."))

    def _build_unit_row(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().px(12))
        row.addWidget(Text(_("The file does not say its unit. Its weights are in")))
        units = SegmentedControl(
            [(UNKNOWN, "?"), (Unit.KG.value, "kg"), (Unit.LB.value, "lb")],
            UNKNOWN,
            name=_("Unit of the weights in the file"),
        )
        units.chosen.connect(self._on_unit)
        row.addWidget(units)
        self._sample = Text("", tone="muted")
        row.addWidget(self._sample, 1)
        return box

    def _on_unit(self, value: str) -> None:
        if value == UNKNOWN:
            self._wait_for_unit()
        else:
            self.unit_chosen.emit(Unit(value))

    def _build_table(self) -> QTableView:
        table = QTableView()
        dress_table(table)
        table.setModel(self._model)
        table.setAccessibleName(_("Exercises of the file"))
        table.setMinimumHeight(current_theme().px(220))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return table


def _about(preview: ImportPreview) -> str:
    parts = [preview.file_name, preview.file.format.capitalize(), preview.unit.value]
    if preview.first_date and preview.last_date:
        parts.append(localized.day_range(preview.first_date, preview.last_date))
    return " · ".join(parts)


def _sample(preview: ImportPreview) -> str:
    """Return the file's heaviest set in words, by which a wrong unit shows."""
    heaviest = max(
        (
            (one.load, one.reps, exercise.name, workout.date)
            for workout in preview.file.workouts
            for exercise in workout.exercises
            for one in exercise.sets
            if one.load is not None and one.reps
        ),
        default=None,
        key=lambda found: found[0],
    )
    if heaviest is None:
        return ""
    load, reps, name, day = heaviest
    return _("{load} {unit} × {reps} {name} on {day}: right?").format(
        load=localized.number(float(load)),
        unit=preview.unit.value,
        reps=reps,
        name=name,
        day=localized.day_of_month(day),
    )


def _facts(preview: ImportPreview) -> list[Fact]:
    left_out = sum(preview.file.skipped.values())
    return [
        Fact("", localized.number(len(preview.file.workouts)), _("workouts in the file")),
        Fact("", localized.number(len(preview.new)), _("will be added"), "success"),
        Fact("", localized.number(preview.duplicates), _("already here, skipped")),
        Fact("", localized.number(preview.sets), _("sets")),
        Fact("", localized.number(len(preview.new_exercises)), _("new exercises")),
        Fact("", localized.number(left_out), _("lines that are no sets")),
    ]
