"""Pain around the workouts with each exercise: two marks a row on one scale of points."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from leglog.charts.one_panel import OnePanelChart
from leglog.charts.panel import Box, whole
from leglog.charts.room import LEAST_ROW, ROWS_BOTTOM, ROWS_TOP
from leglog.charts.volume_panel import shortened

if TYPE_CHECKING:
    from leglog.charts.look import ChartLook
    from leglog.charts.values import ByExercise, ExerciseRow

ROW = 28
NAMES, NUMBERS = 250, 90
"""Pixels for the names at the left and for each column of numbers at the right."""


class ByExerciseChart(OnePanelChart):
    """A row an exercise: the worst and the morning, less the rating before."""

    def draw(self, data: ByExercise, look: ChartLook, box: Box | None = None) -> None:
        """Show ``data`` in the whole figure or in ``box``; as many rows as fit."""
        scale = look.scale
        area = box or whole(self._figure)
        names = min(NAMES * scale, area.width * 0.3)
        inner = area.inside(
            names, 2 * NUMBERS * scale + 16 * scale, ROWS_TOP * scale, ROWS_BOTTOM * scale
        )
        rows = data.rows[: max(int(inner.height / (LEAST_ROW * scale)), 1)]
        height = min(ROW * scale * max(len(rows), 1), inner.height)
        place = Box(inner.left, inner.bottom + inner.height - height, inner.width, height)
        reach = _reach(data)
        panel = self.panel
        panel.begin(place, look, (-reach, reach), (max(len(rows), 1), 0))
        self._head(data, names)
        self._scale(reach)
        for number, row in enumerate(rows):
            self._row(number, row, data, names)

    def _head(self, data: ByExercise, names: float) -> None:
        panel, look, scale = self.panel, self.panel.look, self.panel.look.scale
        left, height = -names + 12 * scale, panel.box.height
        panel.heading(data.title, data.subtitle, (left, height + 62 * scale))
        at = 0.0
        for words, colour, marker in (
            (data.worst_words, "band_high_text", "^"),
            (data.morning_words, "e1rm", "o"),
        ):
            panel.swatch((at + 5 * scale, height + 36 * scale), colour, marker=marker, size=7)
            panel.word(words, (at + 16 * scale, height + 36 * scale), size=11)
            at += look.width(words, 11) + 44 * scale
        for place, words in enumerate((data.workouts_words, data.felt_words), start=1):
            right = panel.box.width + NUMBERS * scale * place
            fitted = shortened(look, words, (NUMBERS - 6) * scale, 11)
            panel.word(fitted, (right, height + 12 * scale), size=11, ha="right")

    def _scale(self, reach: int) -> None:
        panel, scale = self.panel, self.panel.look.scale
        low, high = panel.ys
        for tick in range(-reach, reach + 1):
            colour = "chart_axis" if tick == 0 else "chart_grid"
            panel.lines([((tick, low), (tick, high))], colour, zorder=0.9)
            words = f"+{tick}" if tick > 0 else str(tick).replace("-", "−")
            panel.word(words, (panel.x_points(tick), -14 * scale), size=11, ha="center")

    def _row(self, number: int, row: ExerciseRow, data: ByExercise, names: float) -> None:
        panel, look, scale = self.panel, self.panel.look, self.panel.look.scale
        middle = number + 0.5
        at = panel.y_points(middle)
        name = shortened(look, row.name, names - 24 * scale)
        panel.word(name, (-names + 12 * scale, at), colour="text")
        for place, words in enumerate((row.workouts, row.felt), start=1):
            right = panel.box.width + NUMBERS * scale * place
            panel.word(words, (right, at), colour="text", ha="right")
        if row.worst is None and row.morning is None:
            panel.word(data.too_few_words, (panel.box.width / 2, at), size=11, ha="center")
            return
        if row.worst is not None and row.morning is not None:
            panel.lines(
                [((row.worst, middle), (row.morning, middle))], "chart_axis", width=1.2, zorder=2.5
            )
        panel.dots(
            [row.worst or 0.0], [None if row.worst is None else middle], "band_high_text",
            size=8, marker="^", filled=True, label="worst",
        )  # fmt: skip
        panel.dots(
            [row.morning or 0.0], [None if row.morning is None else middle], "e1rm",
            size=7, filled=True, label="morning",
        )  # fmt: skip


def _reach(data: ByExercise) -> int:
    """Return how many points the scale shows to either side."""
    values = [
        abs(value) for row in data.rows for value in (row.worst, row.morning) if value is not None
    ]
    return min(max(math.ceil(max(values, default=0.0)), 2), 10)
