"""The filters above the library: by muscle, movement and equipment, and what fits at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.training.muscles import pattern_group
from leglog.training.vocabulary import MuscleGroup, PatternGroup
from leglog.ui import labels
from leglog.ui.theme import current_theme
from leglog.ui.widgets.chip import Chip
from leglog.ui.widgets.fields import ComboBox
from leglog.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.exercises import ExerciseLine

_ANY = ""


class ExerciseFilters(QWidget):
    """Three choices and three chips; all that are set have to hold."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        groups = [(group.value, labels.muscle_group(group)) for group in MuscleGroup]
        moves = [(group.value, labels.pattern_group(group)) for group in PatternGroup]
        self.muscle = _choice([(_ANY, _("Any muscle")), *groups], _("Filter by muscle"))
        self.movement = _choice([(_ANY, _("Any movement")), *moves], _("Filter by movement"))
        self.equipment = _choice([(_ANY, _("Any equipment"))], _("Filter by equipment"))
        self.no_equipment = Chip(_("No equipment"), ticked=True)
        self.one_leg = Chip(_("One side"), ticked=True, name=_("One leg or side at a time"))
        self.holds = Chip(_("Holds"), ticked=True)
        self._chips = (self.no_equipment, self.one_leg, self.holds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        row, self.second_row = QHBoxLayout(), QHBoxLayout()
        for each in (row, self.second_row):
            each.setSpacing(theme.px(8))
            column.addLayout(each)
        row.addWidget(self.muscle, 5)
        row.addWidget(self.equipment, 6)
        self.second_row.addWidget(self.movement, 1)
        flow = FlowLayout()
        for chip in self._chips:
            flow.addWidget(chip)
            chip.clicked.connect(lambda _on: self.changed.emit())
        column.addLayout(flow)
        for choice in self._choices:
            choice.chosen.connect(lambda _value: self.changed.emit())

    def offer(self, exercises: Sequence[ExerciseLine]) -> None:
        """Offer the equipment that these exercises take."""
        kinds = sorted({kind for one in exercises for kind in one.equipment}, key=labels.equipment)
        options = [(_ANY, _("Any equipment")), *((kind, labels.equipment(kind)) for kind in kinds)]
        self.equipment.set_options(options)

    def clear(self) -> None:
        """Take all filters back, without telling anyone."""
        for choice in self._choices:
            choice.set_value(_ANY)
        for chip in self._chips:
            chip.setChecked(False)

    def passes(self, one: ExerciseLine) -> bool:
        """Say whether all filters let an exercise through."""
        muscle, movement, equipment = (choice.value for choice in self._choices)
        return not (
            (muscle and muscle not in one.groups)
            or (movement and movement != pattern_group(one.pattern))
            or (equipment and equipment not in one.equipment)
            or (self.no_equipment.isChecked() and one.needs_equipment)
            or (self.one_leg.isChecked() and not one.per_side)
            or (self.holds.isChecked() and not one.is_hold)
        )

    @property
    def _choices(self) -> tuple[ComboBox, ComboBox, ComboBox]:
        return (self.muscle, self.movement, self.equipment)


def _choice(options: Sequence[tuple[str, str]], name: str) -> ComboBox:
    choice = ComboBox(options, name=name, small=True)
    choice.setMinimumContentsLength(6)
    choice.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return choice
