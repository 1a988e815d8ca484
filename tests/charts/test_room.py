"""A chart asks for so much height that its words do not run into each other."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from leglog.charts.figures import Drawing
from leglog.charts.room import least_height
from leglog.charts.values import TimePanels
from tests.charts.scenes import look, scenes

if TYPE_CHECKING:
    from matplotlib.artist import Artist


@pytest.mark.parametrize(
    "name", ["volume_and_pain", "back", "habits", "by_exercise", "consistency", "years"]
)
def test_words_beside_a_chart_of_the_least_height_do_not_touch(name: str) -> None:
    data, its_look = scenes()[name], look("light")
    figure = Figure(figsize=(1056 / 72, least_height(data) * its_look.scale / 72), dpi=72)
    canvas = FigureCanvasAgg(figure)
    Drawing(figure).draw(data, its_look)
    artists: list[Artist] = figure.findobj(Text)
    boxes = [
        each.get_window_extent(canvas.get_renderer())
        for each in artists
        if isinstance(each, Text) and each.get_text().strip() and each.get_visible()
    ]
    for a, b in itertools.combinations(boxes, 2):
        across, down = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across <= 2 or down <= 3


def test_a_panel_more_wants_more_height() -> None:
    three = scenes()["volume_and_pain"]
    assert isinstance(three, TimePanels)
    assert least_height(three) > least_height(replace(three, lines=()))
