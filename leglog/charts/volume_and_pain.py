"""Training volume above back pain, over one time axis.

Shown together for comparison; nothing here says that one brings about the other. Bars start at
zero, pain is always 0–10, a day without a rating is a gap.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from leglog.charts.axis import date_ticks, nice_ticks, spread_apart
from leglog.charts.lettering import lettered_in
from leglog.i18n import _, pgettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from leglog.charts.look import ChartLook

LEFT, RIGHT, TOP, BOTTOM, BETWEEN = 52, 130, 30, 26, 46
"""Pixels around and between the panels, as the design has them."""
UPPER_SHARE = 47 / (47 + 35)
BANDS = (("low", 0.0, 2.5, 0, 2), ("moderate", 2.5, 5.5, 3, 5), ("high", 5.5, 10.0, 6, 10))
GAP_DAYS_NAMED = 5
WEEKS_WITH_WORDS = 30


@dataclass(frozen=True, slots=True)
class VolumeBar:
    """One bar: its days, and how much each group has in it; empty for a stretch without sets."""

    first_day: dt.date
    last_day: dt.date
    amounts: Mapping[str, float]
    so_far: bool = False

    @property
    def total(self) -> float:
        """Height of the whole bar."""
        return sum(self.amounts.values())


@dataclass(frozen=True, slots=True)
class PainDay:
    """A day of the lower panel: its rating, and the mean of seven days; either may be missing."""

    day: dt.date
    score: float | None
    mean: float | None


@dataclass(frozen=True, slots=True)
class VolumeAndPain:
    """Everything that the chart shows."""

    title: str
    subtitle: str
    pain_title: str
    pain_subtitle: str
    first_day: dt.date
    last_day: dt.date
    groups: Sequence[str]
    """Stacked from the bottom."""
    bars: Sequence[VolumeBar]
    pain: Sequence[PainDay]
    flares: Sequence[tuple[dt.date, dt.date]] = ()
    """First and last day of each flare-up."""


class VolumeAndPainChart:
    """Draws on a figure; drawing again reuses the two panels."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self._bold = 700
        self.volume: Axes = figure.add_axes((0.1, 0.5, 0.8, 0.4))
        self.pain: Axes = figure.add_axes((0.1, 0.1, 0.8, 0.3))

    def draw(self, data: VolumeAndPain, look: ChartLook) -> None:
        """Show ``data``."""
        self._figure.set_facecolor(look.colours["surface"])
        self.place(look.scale)
        limits = (data.first_day.toordinal() - 0.5, data.last_day.toordinal() + 0.5)
        with lettered_in(look.font) as self._bold:
            for axes in (self.volume, self.pain):
                axes.clear()
                _plain_axes(axes, look)
                axes.set_xlim(limits)
            self._draw_volume(data, look)
            self._draw_pain(data, look)
            self._shade_flares(data, look)

    def place(self, scale: float = 1.0) -> None:
        """Put the panels where the figure's size in pixels wants them."""
        width, height = self._figure.get_size_inches() * self._figure.dpi
        ratio = self._figure.dpi / 72 * scale
        left, right, top, bottom, between = (
            value * ratio for value in (LEFT, RIGHT, TOP, BOTTOM, BETWEEN)
        )
        across = max(width - left - right, 10)
        down = max(height - top - bottom - between, 10)
        lower = down * (1 - UPPER_SHARE)
        self.pain.set_position((left / width, bottom / height, across / width, lower / height))
        self.volume.set_position(
            (
                left / width,
                (bottom + lower + between) / height,
                across / width,
                down * UPPER_SHARE / height,
            )
        )

    def _draw_volume(self, data: VolumeAndPain, look: ChartLook) -> None:
        axes = self.volume
        highest = max((bar.total for bar in data.bars), default=0.0)
        ticks = nice_ticks(highest)
        axes.set_ylim(0, ticks[-1])
        axes.set_yticks(ticks, [look.number(tick) for tick in ticks])
        axes.set_xticks(date_ticks(data.first_day, data.last_day).places, [])
        _title(axes, data.title, data.subtitle, look, self._bold)
        self._draw_bars(data, look)
        self._draw_running_bar(data, look)
        self._name_groups(data, look)

    def _draw_bars(self, data: VolumeAndPain, look: ChartLook) -> None:
        floors = [0.0] * len(data.bars)
        for group in data.groups:
            boxes = []
            for place, bar in enumerate(data.bars):
                amount = bar.amounts.get(group, 0.0)
                if amount > 0:
                    boxes.append(_box(bar, floors[place], floors[place] + amount))
                    floors[place] += amount
            self.volume.add_collection(
                PolyCollection(
                    boxes,
                    facecolors=look.palette[group],
                    edgecolors=look.colours["surface"],
                    linewidths=0.8,
                    label=look.labels[group],
                ),
                autolim=False,
            )
        if len(data.bars) <= WEEKS_WITH_WORDS:
            for bar in data.bars:
                if not bar.total and not bar.so_far:
                    self._write_none(bar, look)

    def _write_none(self, bar: VolumeBar, look: ChartLook) -> None:
        self.volume.annotate(
            pgettext("week without training", "none"),
            (_middle(bar), 0),
            xytext=(0, 4),
            textcoords="offset points",
            ha="center",
            color=look.colours["text_muted"],
            fontsize=look.size(11),
        )

    def _draw_running_bar(self, data: VolumeAndPain, look: ChartLook) -> None:
        roomy = len(data.bars) <= WEEKS_WITH_WORDS
        for bar in (bar for bar in data.bars if bar.so_far):
            left, right = _edges(bar)
            self.volume.add_patch(
                Rectangle(
                    (left, 0),
                    right - left,
                    max(bar.total, self.volume.get_ylim()[1] * 0.02),
                    fill=False,
                    linestyle=(0, (3, 2)),
                    linewidth=1,
                    edgecolor=look.colours["chart_axis"],
                )
            )
            self.volume.annotate(
                _("so far"),
                (_middle(bar) if roomy else right, bar.total if roomy else _near_end(data)),
                xytext=(0, 4),
                textcoords="offset points",
                ha="center" if roomy else "right",
                color=look.colours["text_muted"],
                fontsize=look.size(11),
            )

    def _name_groups(self, data: VolumeAndPain, look: ChartLook) -> None:
        """Name the groups at the right, beside the newest bar, moved apart where they are thin."""
        shown = [group for group in data.groups if any(bar.amounts.get(group) for bar in data.bars)]
        newest = next((bar for bar in reversed(data.bars) if bar.total and not bar.so_far), None)
        newest = newest or next((bar for bar in data.bars if bar.total), None)
        if newest is None:
            return
        height = _height_points(self.volume)
        top = self.volume.get_ylim()[1]
        wanted, floor = [], 0.0
        for group in shown:
            amount = newest.amounts.get(group, 0.0)
            wanted.append((floor + amount / 2) / top * height)
            floor += amount
        for group, place in zip(shown, spread_apart(wanted, look.size(15), height), strict=True):
            self.volume.annotate(
                look.labels[group],
                (1, place / height),
                xycoords="axes fraction",
                xytext=(20 * look.scale, 0),
                textcoords="offset points",
                va="center",
                color=look.colours["text"],
                fontsize=look.size(11.5),
                annotation_clip=False,
            )
            self.volume.add_line(
                Line2D(
                    [1 + 11 * look.scale / _width_points(self.volume)],
                    [place / height],
                    transform=self.volume.transAxes,
                    clip_on=False,
                    marker="s",
                    markersize=look.size(8),
                    color=look.palette[group],
                    linestyle="none",
                )
            )

    def _draw_pain(self, data: VolumeAndPain, look: ChartLook) -> None:
        axes = self.pain
        axes.set_ylim(0, 10)
        axes.set_yticks(range(0, 11, 2), [look.number(tick) for tick in range(0, 11, 2)])
        marks = date_ticks(data.first_day, data.last_day)
        axes.set_xticks(marks.places, marks.words(look))
        for label in axes.get_xticklabels():
            label.set_horizontalalignment("left")
        _title(axes, data.pain_title, data.pain_subtitle, look, self._bold)
        self._draw_bands(look)
        days = np.array([day.day.toordinal() for day in data.pain], dtype=float)
        axes.add_line(
            Line2D(
                days,
                _with_gaps([day.score for day in data.pain]),
                linestyle="none",
                marker="o",
                markersize=look.size(5 if len(data.pain) <= 200 else 3),
                markerfacecolor=look.colours["surface"],
                markeredgecolor=look.colours["chart_line"],
                markeredgewidth=0.9,
                alpha=1 if len(data.pain) <= 400 else 0.5,
            )
        )
        axes.add_line(
            Line2D(
                days,
                _with_gaps([day.mean for day in data.pain]),
                color=look.colours["chart_line"],
                linewidth=1.8,
            )
        )
        self._name_gaps(data, look)

    def _draw_bands(self, look: ChartLook) -> None:
        words = {
            "low": _("Low {first}–{last}"),
            "moderate": _("Moderate {first}–{last}"),
            "high": _("High {first}–{last}"),
        }
        for band, low, high, first, last in BANDS:
            self.pain.axhspan(
                low, high, facecolor=look.colours[f"band_{band}"], edgecolor="none", zorder=0
            )
            self.pain.annotate(
                words[band].format(first=first, last=last),
                (1, (low + high) / 20),
                xycoords="axes fraction",
                xytext=(10 * look.scale, 0),
                textcoords="offset points",
                va="center",
                weight=self._bold,
                color=look.colours[f"band_{band}_text"],
                fontsize=look.size(11.5),
                annotation_clip=False,
            )

    def _shade_flares(self, data: VolumeAndPain, look: ChartLook) -> None:
        """Shade the days of flare-ups in both panels, and name them in the lower one."""
        for first, last in data.flares:
            start = max(first, data.first_day).toordinal() - 0.5
            end = min(last, data.last_day).toordinal() + 0.5
            if start >= end:
                continue
            for axes in (self.volume, self.pain):
                axes.axvspan(
                    start, end, facecolor=look.colours["chart_axis"], alpha=0.22, zorder=0.5
                )
            self.pain.annotate(
                pgettext("shaded days", "flare-up"),
                ((start + end) / 2, 10),
                xytext=(0, -3),
                textcoords="offset points",
                ha="center",
                va="top",
                color=look.colours["text"],
                fontsize=look.size(11),
            )

    def _name_gaps(self, data: VolumeAndPain, look: ChartLook) -> None:
        days_on_screen = len(data.pain)
        for first, last in _gaps(data.pain):
            length = (last - first).days + 1
            if length < GAP_DAYS_NAMED or length / max(days_on_screen, 1) < 0.045:
                continue
            self.pain.annotate(
                _("no ratings\n{first}–{last}").format(first=look.day(first), last=look.day(last)),
                ((first.toordinal() + last.toordinal()) / 2, 8.2),
                ha="center",
                va="center",
                color=look.colours["text_muted"],
                fontsize=look.size(11),
            )


def _plain_axes(axes: Axes, look: ChartLook) -> None:
    """No box, a light horizontal grid, upright labels."""
    axes.set_facecolor("none")
    axes.set_axisbelow(True)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(look.colours["chart_axis"])
        spine.set_linewidth(1)
    axes.tick_params(
        colors=look.colours["text_muted"], labelsize=look.size(11), length=0, pad=look.size(6)
    )
    axes.tick_params(axis="x", length=look.size(4), color=look.colours["chart_axis"])
    axes.grid(axis="y", color=look.colours["chart_grid"], linewidth=1)


def _title(axes: Axes, title: str, subtitle: str, look: ChartLook, bold_weight: int) -> None:
    """Write the title left and bold, with what the marks mean beside it in a quieter tone."""
    shift = (-44 * look.scale, 12 * look.scale)
    bold = axes.annotate(
        title,
        (0, 1),
        xycoords="axes fraction",
        xytext=shift,
        textcoords="offset points",
        weight=bold_weight,
        color=look.colours["text"],
        fontsize=look.size(13),
        annotation_clip=False,
    )
    axes.annotate(
        subtitle,
        (1, 0),
        xycoords=bold,
        xytext=(16 * look.scale, 0),
        textcoords="offset points",
        va="bottom",
        color=look.colours["text_muted"],
        fontsize=look.size(11.5),
        annotation_clip=False,
    )


def _near_end(data: VolumeAndPain) -> float:
    """Return a height above the newest bars, where words do not run into them."""
    return max((bar.total for bar in data.bars[-6:]), default=0.0)


def _with_gaps(values: Sequence[float | None]) -> NDArray[np.float64]:
    """Return the values with NaN where there is none, which breaks a line."""
    return np.array([math.nan if value is None else value for value in values], dtype=float)


def _edges(bar: VolumeBar) -> tuple[float, float]:
    days = (bar.last_day - bar.first_day).days + 1
    margin = 0.04 * days
    return bar.first_day.toordinal() - 0.5 + margin, bar.last_day.toordinal() + 0.5 - margin


def _middle(bar: VolumeBar) -> float:
    return (bar.first_day.toordinal() + bar.last_day.toordinal()) / 2


def _box(bar: VolumeBar, low: float, high: float) -> list[tuple[float, float]]:
    left, right = _edges(bar)
    return [(left, low), (left, high), (right, high), (right, low)]


def _gaps(days: Sequence[PainDay]) -> list[tuple[dt.date, dt.date]]:
    """Return first and last day of each stretch without a rating, between ratings only."""
    rated = [day.day for day in days if day.score is not None]
    one = dt.timedelta(days=1)
    return [
        (before + one, after - one)
        for before, after in itertools.pairwise(rated)
        if (after - before).days > 1
    ]


def _height_points(axes: Axes) -> float:
    figure = axes.get_figure(root=True)
    assert figure is not None  # noqa: S101  axes on a figure have one
    return float(axes.get_position().height * figure.get_size_inches()[1] * 72)


def _width_points(axes: Axes) -> float:
    figure = axes.get_figure(root=True)
    assert figure is not None  # noqa: S101  axes on a figure have one
    return float(axes.get_position().width * figure.get_size_inches()[0] * 72)
