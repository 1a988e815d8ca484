"""One picture of each chart, made of fixed values: what the baselines show."""

from __future__ import annotations

import datetime as dt
import json
import math
from typing import TYPE_CHECKING

from leglog.charts.look import OTHER, ChartLook
from leglog.charts.values import (
    Balance,
    BarPair,
    ByExercise,
    Calendar,
    CalendarDay,
    Dot,
    ExerciseRow,
    Flag,
    LagPanel,
    LagView,
    Line,
    LinePanel,
    MomentDots,
    PainDay,
    PainSeries,
    TimePanels,
    VolumeBar,
    VolumeSeries,
)
from leglog.paths import resources_folder
from leglog.reports.writing import PlainWriting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leglog.charts.values import Figured

SIZE = (560.0, 380.0)
"""Points; at 72 dots an inch also pixels."""
SCHEMES = ("light", "dark")
MONDAY = dt.date(2026, 8, 24)
LAST = MONDAY + dt.timedelta(days=90)
DAYS = [MONDAY + dt.timedelta(days=n) for n in range(91)]
GROUPS = ("quads", "glutes", "hamstrings", "calves", "hips", "core", "lower_back", "upper_back")


def look(scheme: str) -> ChartLook:
    """Return the look of a scheme, lettered in the typeface that comes with matplotlib."""
    tokens = json.loads((resources_folder() / "style" / "tokens.json").read_text("utf-8"))
    colours, muscles = tokens["color"][scheme], tokens["muscle_palette"]
    write = PlainWriting()
    return ChartLook(
        colours=colours,
        palette={
            **{key: muscles[scheme][key] for key in muscles["order"]},
            OTHER: colours["previous"],
        },
        labels={**muscles["label"], OTHER: "Other"},
        font="DejaVu Sans",
        scale=0.85,
        number=write.number,
        day=write.day_of_month,
        month=lambda day: write.month_name(day.month, short=True),
    )


def scenes() -> Mapping[str, Figured]:
    """Return every chart under the name of its baseline."""
    return {
        "volume_and_pain": TimePanels(MONDAY, LAST, _volume(), _pain(), [_strength()]),
        "back": TimePanels(MONDAY, LAST, pain=_moments()),
        "strength": TimePanels(MONDAY, LAST, lines=[_strength(), _missing()]),
        "sides": TimePanels(MONDAY, LAST, lines=_sides()),
        "habits": TimePanels(MONDAY, LAST, pain=_pain(), lines=_habits()),
        "lag": _lag(),
        "consistency": _calendar(13 * 7),
        "years": _calendar(4 * 365),
        "by_exercise": _by_exercise(),
        "balance": _balance(),
    }


def _wave(number: int, length: float, low: float, high: float) -> float:
    return low + (high - low) * (0.5 + 0.5 * math.sin(number / length))


def _volume() -> VolumeSeries:
    bars = []
    for week in range(13):
        first = MONDAY + dt.timedelta(weeks=week)
        amounts = {
            group: round(_wave(week * 3 + place, 4, 2, 9), 1)
            for place, group in enumerate((*GROUPS, OTHER))
        }
        last = first + dt.timedelta(days=6)
        bars.append(VolumeBar(first, last, {} if week == 7 else amounts, so_far=week == 12))
    return VolumeSeries("Training volume per week, hard sets", "by muscle", (*GROUPS, OTHER), bars)


def _pain_days() -> list[PainDay]:
    found = []
    for number, day in enumerate(DAYS[:88]):
        rated = not 30 <= number < 41
        score = float(round(_wave(number, 9, 1, 6)))
        found.append(
            PainDay(
                day,
                score if rated else None,
                _wave(number, 9, 1, 6) if rated and number > 3 else None,
            )
        )
    return found


def _pain() -> PainSeries:
    return PainSeries(
        "Back pain by day, 0–10",
        "dots: days",
        _pain_days(),
        flares=[(DAYS[50], DAYS[58])],
        workouts=DAYS[1:88:3],
    )


def _moments() -> PainSeries:
    moments = [
        MomentDots(words, marker, DAYS[place:88:6], [round(_wave(n, 3, 1, 7)) for n in range(15)])
        for place, (words, marker) in enumerate((("Morning", "o"), ("Before", "<"), ("After", ">")))
    ]
    cut = [MomentDots(m.words, m.marker, m.days, m.scores[: len(m.days)]) for m in moments]
    remarks = [
        Flag(DAYS[20], DAYS[32], "Holiday"),
        Flag(DAYS[60], DAYS[60], "A new desk, and a chair of which the back rests on nothing"),
        Flag(DAYS[66], DAYS[66], "x"),
        Flag(DAYS[86], DAYS[86], "Travel"),
    ]
    return PainSeries("Back pain, 0–10", "line: 7-day mean", _pain_days(), cut, remarks=remarks)


def _strength() -> LinePanel:
    days = DAYS[::7]
    values = [None if n == 5 else 50 + n * 0.8 for n in range(len(days))]
    return LinePanel(
        "Squat, estimated 1-rep max, kg",
        "ring: record",
        [Line("59.6 kg", days, values, "e1rm", records=[3, 8])],
    )


def _missing() -> LinePanel:
    return LinePanel("Plank, kg", "", [Line("", [], [], "e1rm")], missing="Nothing here yet")


def _sides() -> list[LinePanel]:
    days = DAYS[::7]
    left = [20 + n % 3 for n in range(len(days))]
    right = [18 + n % 4 for n in range(len(days))]
    return [
        LinePanel(
            "Lunge, left and right",
            "",
            [
                Line("left", days, left, "band_high_text"),
                Line("right", days, right, "e1rm", filled=False),
            ],
        ),
        LinePanel(
            "Difference, %",
            "",
            [Line("", days, [-10 + n for n in range(len(days))], "chart_line")],
            low=-30,
            high=30,
            share=0.6,
        ),
    ]


def _habits() -> list[LinePanel]:
    values = [None if n % 5 == 0 else _wave(n, 4, 5.5, 8.5) for n in range(88)]
    means = [None if n < 6 else _wave(n, 12, 6, 8) for n in range(88)]
    return [
        LinePanel(
            title,
            "",
            [
                Line("", DAYS[:88], values, "chart_axis", dots_only=True, filled=False),
                Line("", DAYS[:88], means, "e1rm", joined=False),
            ],
        )
        for title in ("Sleep, hours", "Sitting, hours")
    ]


def _lag() -> LagView:
    dots = [
        Dot(float(x), float(y), (x + y) % 5 + 1) for x in (0, 10, 18) for y in range(1 + x % 3, 6)
    ]
    return LagView(
        "Hard sets and morning pain",
        "larger: more days",
        "hard sets",
        "pain, 0–10",
        "after rest",
        "after training",
        [LagPanel(f"{lag} mornings later", dots, 3.4, 2.9 if lag else None) for lag in range(3)],
    )


def _calendar(days: int) -> Calendar:
    first = dt.date(2026, 11, 22) - dt.timedelta(days=days - 1)
    return Calendar(
        "Workouts by day",
        "filled: trained",
        1,
        [
            CalendarDay(
                first + dt.timedelta(days=n), int(n % 7 in (1, 4) and n % 5 > 0), n % 7 == 1
            )
            for n in range(days)
        ],
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        "trained",
        "planned only",
    )


def _by_exercise() -> ByExercise:
    return ByExercise(
        "Pain around workouts",
        "points",
        "worst − before",
        "next morning − before",
        "Workouts",
        "Felt",
        "too few workouts",
        [
            ExerciseRow("Leg press", "16", 0.8, -0.2, "4"),
            ExerciseRow("Ein sehr langer Name einer Übung mit Kurzhantel", "15", 1.1, 0.5, "–"),
            ExerciseRow("Squat", "2", None, None, "–"),
        ],
    )


def _balance() -> Balance:
    return Balance(
        [
            BarPair(
                group, group.title(), 30.0 - 3 * n, 12.0 + 2 * n, str(30 - 3 * n), str(12 + 2 * n)
            )
            for n, group in enumerate(GROUPS)
        ]
    )
