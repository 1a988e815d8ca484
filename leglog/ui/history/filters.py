"""What narrows the list of workouts: words, a routine, an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.services.history import WorkoutFilter
from leglog.ui.theme import current_theme
from leglog.ui.widgets.fields import ComboBox, SearchField
from leglog.ui.widgets.text import Link, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.history import FilterChoices

_ANY = ""


class HistoryFilters(QWidget):
    """A search field and two choices; all that is set has to hold."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.search = SearchField(_("Search exercise, note, routine"))
        self.routine = _choice(_("Filter by routine"))
        self.exercise = _choice(_("Filter by exercise"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.search)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for choice in (self.routine, self.exercise):
            row.addWidget(choice, 1)
            choice.chosen.connect(lambda _value: self.changed.emit())
        column.addLayout(row)
        self.nothing = Text("", tone="muted", wrap=True)
        self._clear = Link(_("Clear search and filters"))
        self._clear.linkActivated.connect(lambda _link: self.clear())
        column.addWidget(self.nothing)
        column.addWidget(self._clear)
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self.show_found(found=True)

    @property
    def sought(self) -> WorkoutFilter:
        """What is set."""
        routine, exercise = self.routine.value, self.exercise.value
        return WorkoutFilter(
            self.search.text().strip(),
            int(routine) if routine else None,
            int(exercise) if exercise else None,
        )

    def offer(self, choices: FilterChoices) -> None:
        """Offer what the workouts have; a choice that is offered again stays."""
        self.routine.set_options(_options(_("Any routine"), choices.routines))
        self.exercise.set_options(_options(_("Any exercise"), choices.exercises))

    def clear(self) -> None:
        """Take everything back, and tell once where anything was set."""
        if self.sought == WorkoutFilter():
            return
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        for choice in (self.routine, self.exercise):
            choice.set_value(_ANY)
        self.changed.emit()

    def show_found(self, *, found: bool) -> None:
        """Say that nothing was found, or take that back."""
        is_set = self.sought != WorkoutFilter()
        self.nothing.setVisible(not found and is_set)
        self._clear.setVisible(not found and is_set)
        self.nothing.setText(
            _("Nothing matches “{text}”.").format(text=self.sought.text)
            if self.sought.text
            else _("No workout matches these filters.")
        )


def _options(any_words: str, names: Sequence[tuple[int, str]]) -> list[tuple[str, str]]:
    return [(_ANY, any_words), *((str(id_), name) for id_, name in names)]


def _choice(name: str) -> ComboBox:
    choice = ComboBox([(_ANY, "")], name=name, small=True)
    choice.setMinimumContentsLength(8)
    choice.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return choice
