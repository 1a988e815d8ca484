"""What each figure shows, as plain values; making them needs no matplotlib."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence


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
class VolumeSeries:
    """Stacked bars over time."""

    title: str
    subtitle: str
    groups: Sequence[str]
    """Stacked from the bottom."""
    bars: Sequence[VolumeBar]
    names: Mapping[str, str] = field(default_factory=dict)
    """Words for the groups, where they are not muscles."""


@dataclass(frozen=True, slots=True)
class PainDay:
    """A day: its rating, and the mean of seven days; either may be missing."""

    day: dt.date
    score: float | None
    mean: float | None


@dataclass(frozen=True, slots=True)
class MomentDots:
    """All ratings of one moment, drawn with a mark of their own."""

    words: str
    marker: str
    """matplotlib's letter for the mark."""
    days: Sequence[dt.date]
    scores: Sequence[int]


@dataclass(frozen=True, slots=True)
class Flag:
    """A remark on a stretch of days."""

    first: dt.date
    last: dt.date
    words: str


@dataclass(frozen=True, slots=True)
class PainSeries:
    """Back pain over time on the scale 0–10."""

    title: str
    subtitle: str
    days: Sequence[PainDay]
    moments: Sequence[MomentDots] = ()
    """Ratings by moment; without them the days' own values are the dots."""
    flares: Sequence[tuple[dt.date, dt.date]] = ()
    """First and last day of each flare-up."""
    workouts: Sequence[dt.date] = ()
    """Days that carry a mark below."""
    remarks: Sequence[Flag] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its dots over time; None is a gap."""

    words: str
    """Written at its right end."""
    days: Sequence[dt.date]
    values: Sequence[float | None]
    colour: str
    dots_only: bool = False
    joined: bool = True
    breaks_after: int | None = None
    """Days without a value over which the line is not drawn; None joins them all."""
    filled: bool = True
    records: Sequence[int] = ()
    """Places of the values that were records, marked by a larger ring."""


@dataclass(frozen=True, slots=True)
class LinePanel:
    """Lines that share one scale."""

    title: str
    subtitle: str
    lines: Sequence[Line]
    low: float | None = None
    high: float | None = None
    """Ends of the scale; None takes round numbers around the values."""
    share: float = 1.0
    """Its part of the height."""
    counted: bool = False
    """Whole numbers alone: there is no half of them."""
    missing: str = ""
    """Said in the panel where it has no values."""


@dataclass(frozen=True, slots=True)
class TimePanels:
    """Panels below each other over one time axis: bars, pain and lines, each where there is one."""

    first_day: dt.date
    last_day: dt.date
    volume: VolumeSeries | None = None
    pain: PainSeries | None = None
    lines: Sequence[LinePanel] = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a scatter: how many lie on it."""

    x: float
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class LagPanel:
    """Days by their training and the pain some days later."""

    title: str
    dots: Sequence[Dot]
    rest_mean: float | None
    """Mean pain after days without training."""
    trained_mean: float | None


@dataclass(frozen=True, slots=True)
class LagView:
    """Volume against the pain 0, 1 and 2 days later, side by side."""

    title: str
    subtitle: str
    x_words: str
    y_words: str
    rest_words: str
    trained_words: str
    panels: Sequence[LagPanel]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the calendar."""

    day: dt.date
    workouts: int
    planned: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days were trained and which planned, week by week."""

    title: str
    subtitle: str
    week_starts_on: int
    days: Sequence[CalendarDay]
    weekdays: Sequence[str]
    """Names from the first day of the week."""
    trained_words: str
    missed_words: str


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """The change of pain around the workouts with an exercise; None where they are too few."""

    name: str
    workouts: str
    worst: float | None
    morning: float | None
    felt: str


@dataclass(frozen=True, slots=True)
class ByExercise:
    """Rows of exercises, each with two marks on one scale of points."""

    title: str
    subtitle: str
    worst_words: str
    morning_words: str
    workouts_words: str
    felt_words: str
    too_few_words: str
    rows: Sequence[ExerciseRow]


@dataclass(frozen=True, slots=True)
class BarPair:
    """A thick bar and the thin one of the stretch before."""

    key: str
    """Names its colour and pattern."""
    words: str
    now: float
    before: float
    now_words: str
    before_words: str


@dataclass(frozen=True, slots=True)
class Balance:
    """Bars by muscle group, this stretch and the one before."""

    bars: Sequence[BarPair] = field(default_factory=tuple)


Figured = TimePanels | LagView | Calendar | ByExercise | Balance
"""Whatever a figure can show."""
