"""The row of choices above the chart; each chart shows those that change it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leglog.i18n import _
from leglog.services.strength_series import exercise_to_show
from leglog.training.periods import Grouping
from leglog.ui.progress import words
from leglog.ui.progress.choices import ChartKind, Measure
from leglog.ui.progress.filter_sheet import filterables
from leglog.ui.theme import current_theme
from leglog.ui.widgets.fields import ComboBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from leglog.services.strength_series import TrainedExercise
    from leglog.ui.progress.choices import Choices
    from leglog.ui.progress.reading import Offered

_SHOWN_FOR = {
    "grouping": {ChartKind.VOLUME},
    "measure": {ChartKind.VOLUME},
    "stack": {ChartKind.VOLUME},
    "only": {ChartKind.VOLUME, ChartKind.LAG},
    "exercise": {ChartKind.VOLUME, ChartKind.STRENGTH, ChartKind.SIDES},
}
WIDEST = 240
NARROWEST = 300
SEVERAL = "several"


class Filters(QWidget):
    """Tells ``changed`` with nothing; the page asks ``apply_to`` for the new choices."""

    changed = Signal()
    several_wanted = Signal()
    """More than one exercise, muscle or routine is to be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current_theme().px(8))
        self._rows = (QHBoxLayout(), QHBoxLayout())
        for row in self._rows:
            row.setSpacing(current_theme().px(8))
            rows.addLayout(row)
        # One row would hold the page as wide as it is; with less room there are two.
        self.setMinimumWidth(current_theme().px(NARROWEST))
        self._narrowest: dict[ComboBox, int] = {}
        self._placed: tuple[list[ComboBox], list[ComboBox]] = ([], [])
        self.chart = self._add(
            _("Chart"), [(kind.value, name) for kind, name in words.chart_names().items()]
        )
        self.grouping = self._add(
            _("Group by"),
            [
                (Grouping.DAY.value, _("Each day")),
                (Grouping.WEEK.value, _("Each week")),
                (Grouping.MONTH.value, _("Each month")),
            ],
            120,
        )
        self.measure = self._add(_("Measure"), [])
        self.stack = self._add(
            _("Stacked by"),
            [
                ("muscle", _("By muscle")),
                ("pattern", _("By movement")),
                ("exercise", _("By exercise")),
                ("routine", _("By routine")),
            ],
            128,
        )
        self.only = self._add(_("Exercises"), [])
        self.exercise = self._add(_("Strength of"), [])
        for row in self._rows:
            row.addStretch()

    def show_choices(self, choices: Choices, log: Offered) -> None:
        """Show the choices, with what the log offers to choose from."""
        self.measure.set_options([(one.value, words.measure(one, log.unit)) for one in Measure])
        self.only.set_options(_only_options(choices.only, log.exercises, log.routines))
        kind = ChartKind(choices.chart)
        offered = [one for one in log.exercises if kind is not ChartKind.SIDES or one.has_sides]
        none = [("", _("No strength line"))] if kind is ChartKind.VOLUME else []
        self.exercise.set_options([*none, *((str(one.id), one.name) for one in offered)])
        for name in ("chart", "grouping", "measure", "stack", "only", "exercise"):
            box: ComboBox = getattr(self, name)
            box.set_value(getattr(choices, name))
            # Without an exercise to choose from, the chart says what is missing.
            box.setVisible(box.count() > 0 and (name == "chart" or kind in _SHOWN_FOR[name]))
        if kind is not ChartKind.VOLUME and (found := exercise_to_show(offered, choices.exercise)):
            self.exercise.set_value(str(found.id))
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give each field the room that its words need, where there is enough for all.

        Where even the least is too much for one row, there are two.
        """
        theme = current_theme()
        wanted = {
            box: min(theme.px(WIDEST), max(narrowest, box.width_of_choice()))
            for box, narrowest in self._narrowest.items()
        }
        shown = [box for box in wanted if not box.isHidden()]
        room = self.width() - self._rows[0].spacing() * max(len(shown) - 1, 0)
        two_rows = sum(self._narrowest[box] for box in shown) > room
        fits = two_rows or sum(wanted[box] for box in shown) <= room
        for box, narrowest in self._narrowest.items():
            box.setMinimumWidth(wanted[box] if fits else narrowest)
        self._place(shown, (len(shown) + 1) // 2 if two_rows else len(shown))

    def _place(self, shown: list[ComboBox], in_first: int) -> None:
        """Lay the fields into the first row, and those beyond ``in_first`` into the second."""
        wanted = (shown[:in_first], shown[in_first:])
        if wanted == self._placed:
            return
        self._placed = wanted
        for row, boxes in zip(self._rows, wanted, strict=True):
            for box in boxes:
                for each in self._rows:
                    each.removeWidget(box)
                row.insertWidget(row.count() - 1, box)

    def focus_first(self) -> None:
        """Put the focus on the exercises, or else on the first choice that there is."""
        shown = [box for box in (self.only, self.exercise, self.chart) if not box.isHidden()]
        shown[0].setFocus()

    def apply_to(self, choices: Choices) -> Choices:
        """Return the choices with what stands in the fields that are shown."""
        kind = ChartKind(self.chart.value)
        found = replace(choices, chart=kind.value)
        if choices.chart != kind.value:
            return found
        values = {
            name: box.value
            for name, kinds in _SHOWN_FOR.items()
            if kind in kinds and (box := getattr(self, name)).count()
        }
        return replace(found, **values)

    def _on_chosen(self, value: str) -> None:
        if value == SEVERAL:
            self.several_wanted.emit()
        else:
            self.changed.emit()

    def _add(self, name: str, options: list[tuple[str, str]], narrowest: int = 144) -> ComboBox:
        box = ComboBox(options, name=name)
        box.setToolTip(name)
        self._narrowest[box] = current_theme().px(narrowest)
        box.setMinimumWidth(self._narrowest[box])
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMinimumContentsLength(8)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box.setMaximumWidth(current_theme().px(WIDEST))
        box.chosen.connect(self._on_chosen)
        self._rows[0].addWidget(box)
        return box


def _only_options(
    chosen: str, exercises: Sequence[TrainedExercise], routines: Sequence[tuple[int, str]]
) -> list[tuple[str, str]]:
    """Return what can be chosen at once: everything, one thing, or what was chosen of several."""
    muscles, plans, done = filterables(exercises, routines)
    named = {one.key: one.name for one in (*muscles, *plans, *done)}
    several = [(chosen, ", ".join(named.get(key, "?") for key in chosen.split(",")))]
    return [
        ("", _("All exercises")),
        (SEVERAL, _("Choose several…")),
        *(several if "," in chosen else []),
        *((one.key, _("Muscle: {name}").format(name=one.name)) for one in muscles),
        *((one.key, _("Routine: {name}").format(name=one.name)) for one in plans),
        *done,
    ]
