"""Every chart looks as its picture does, in light and dark.

The typeface and the dots an inch are fixed, so that only the drawing can differ. Where a change is
meant, ``scripts/draw_baselines.py`` draws the pictures anew.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.testing.compare import compare_images
from matplotlib.text import Text

from leglog.charts.figures import Drawing, save_figure, save_picture
from tests.charts.scenes import SCHEMES, SIZE, look, scenes

if TYPE_CHECKING:
    from matplotlib.artist import Artist

BASELINES = Path(__file__).parent / "baselines"
MOST_DIFFERENCE = 3.0
"""Root mean square over 0–255: smoothing of edges differs by a shade from machine to machine."""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", scenes())
def test_chart_looks_as_its_baseline(name: str, scheme: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}-{scheme}.png"
    save_picture(path, scenes()[name], look(scheme), SIZE, dots_per_inch=72)
    expected = BASELINES / path.name
    # It writes its picture of the difference beside the expected one, which stays untouched.
    copy = tmp_path / f"{name}-{scheme}-expected.png"
    copy.write_bytes(expected.read_bytes())
    assert compare_images(str(copy), str(path), MOST_DIFFERENCE) is None


@pytest.mark.parametrize("name", scenes())
def test_words_of_a_chart_do_not_overlap(name: str) -> None:
    figure = Figure(figsize=(1056 / 72, 540 / 72), dpi=72)
    canvas = FigureCanvasAgg(figure)
    Drawing(figure).draw(scenes()[name], look("light"))
    renderer = canvas.get_renderer()
    artists: list[Artist] = figure.findobj(Text)
    boxes = [
        (each.get_text(), each.get_window_extent(renderer))
        for each in artists
        if isinstance(each, Text) and each.get_text().strip() and each.get_visible()
    ]
    for (first, a), (second, b) in itertools.combinations(boxes, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        down = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across <= 2 or down <= 2, f"{first!r} lies on {second!r}"


@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_words_of_a_file_stay_words(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"chart.{kind}"
    save_figure(path, kind, scenes()["by_exercise"], look("light"), SIZE)
    content = path.read_bytes()
    assert (b">Leg press<" in content) if kind == "svg" else (b"/FontFile2" in content)


def test_reused_figure_draws_as_a_new_one(tmp_path: Path) -> None:
    found = scenes()
    figure = Figure(figsize=(SIZE[0] / 72, SIZE[1] / 72), dpi=72)
    FigureCanvasAgg(figure)
    drawing = Drawing(figure)
    for name in ("habits", "lag", "volume_and_pain", "strength"):
        drawing.draw(found[name], look("light"))
        figure.savefig(tmp_path / f"{name}.png", facecolor=figure.get_facecolor())
        expected = tmp_path / f"{name}-expected.png"
        expected.write_bytes((BASELINES / f"{name}-light.png").read_bytes())
        assert compare_images(str(expected), str(tmp_path / f"{name}.png"), 0.5) is None
