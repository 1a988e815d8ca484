"""How an exercise went over time: one figure of each workout, chosen among those it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.training.units import KG_PER_LB, load_number
from leglog.training.vocabulary import Unit
from leglog.ui import localized
from leglog.ui.theme import Role
from leglog.ui.widgets.date_line import DateLine, DatePoint
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from leglog.services.exercise_history import PastFigures
    from leglog.services.exercises import ExerciseDetail


@dataclass(frozen=True, slots=True)
class _View:
    """One choice: its word, the title with the unit, what it means, value and its words."""

    key: str
    word: str
    title: str
    meaning: str
    value: Callable[[PastFigures], float | None]
    words: Callable[[float], str]


class HistoryChart(Card):
    """A line over all workouts with the exercise; hidden where there is nothing to draw."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("History"), parent=parent)
        self._detail: ExerciseDetail | None = None
        self._views: dict[str, _View] = {}
        self.meaning = Text("", Role.CAPTION, "muted", wrap=True)
        self.choice = SegmentedControl(name=_("What the chart shows"))
        self.choice.chosen.connect(lambda _key: self._draw())
        self.body.addWidget(self.meaning)
        self.body.addWidget(self.choice)
        self.line = DateLine(_("History"))
        self.body.addWidget(self.line)

    def show_detail(self, detail: ExerciseDetail) -> None:
        """Draw the workouts of another exercise; the figure chosen stays where it has it."""
        self._detail = detail
        unit = next(iter(detail.load_units.values()), Unit.KG)
        views = [view for view in _views(unit) if any(map(view.value, detail.figures))]
        self._views = {view.key: view for view in views}
        self.setVisible(bool(views))
        chosen = self.choice.value
        if views:
            self.choice.set_options(
                [(view.key, view.word) for view in views],
                chosen if chosen in self._views else None,
            )
            self._draw()

    def _draw(self) -> None:
        view = self._views.get(self.choice.value)
        if view is None or self._detail is None:
            return
        self.title.setText(view.title)
        self.meaning.setText(view.meaning)
        points = [
            DatePoint(
                one.date,
                value,
                _("{day}: {figure}").format(
                    day=localized.long_day(one.date, year=True), figure=view.words(value)
                ),
                one.workout_id,
            )
            for one in self._detail.figures
            if (value := view.value(one)) is not None
        ]
        self.line.setAccessibleName(
            _("{title}, {meaning}").format(title=view.title, meaning=view.meaning)
        )
        self.line.set_points(points, view.words(points[-1].value) if points else "")


def _views(unit: Unit) -> tuple[_View, ...]:
    def in_unit(load_g: float | None) -> float | None:
        return None if load_g is None else float(load_number(round(load_g), unit))

    def e1rm(one: PastFigures) -> float | None:
        if one.e1rm_kg is None:
            return None
        return one.e1rm_kg if unit is Unit.KG else one.e1rm_kg / float(KG_PER_LB)

    def with_unit(value: float) -> str:
        return f"{localized.number(value, 1)} {unit.value}"

    return (
        _View(
            "e1rm",
            _("e1RM"),
            _("Estimated 1-rep max, {unit}").format(unit=unit.value),
            _("Mean of Epley and Brzycki, best set of each workout"),
            e1rm,
            with_unit,
        ),
        _View(
            "heaviest",
            _("Best weight"),
            _("Best weight, {unit}").format(unit=unit.value),
            _("Heaviest set of each workout"),
            lambda one: in_unit(one.heaviest_g),
            with_unit,
        ),
        _View(
            "volume",
            _("Volume"),
            _("Volume, {unit}").format(unit=unit.value),
            _("Reps × weight of each workout, without warm-up sets"),
            lambda one: in_unit(one.volume_g),
            with_unit,
        ),
        _View(
            "reps",
            _("Reps"),
            _("Reps"),
            _("All reps of each workout, without warm-up sets"),
            lambda one: one.reps,
            lambda value: localized.number(value, 0),
        ),
        _View(
            "longest",
            _("Hold time"),
            _("Longest hold, s"),
            _("Longest hold of each workout"),
            lambda one: one.longest_s,
            lambda value: localized.duration(round(value)),
        ),
    )
