"""One exercise over time: estimated maximum, best sets and records; left against right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.readings import Reading
from leglog.charts.values import Line, LinePanel, TimePanels
from leglog.i18n import _, ngettext
from leglog.services.strength_series import (
    StrengthPoint,
    TrainedExercise,
    exercise_to_show,
    side_series,
    strength_series,
    trained_exercises,
)
from leglog.training.records import RecordKind
from leglog.training.units import load_number
from leglog.ui import localized
from leglog.ui.explanations import Figure
from leglog.ui.progress.content import (
    Content,
    Table,
    day_cell,
    number_cell,
    words_cell,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.strength_series import SidePoint, SideSeries
    from leglog.ui.progress.content import Asked

STRENGTH_FIGURES = (Figure.E1RM, Figure.RECORDS)
SIDES_FIGURES = (Figure.SIDES,)
LEAST_WORKOUTS = 2
BREAK_DAYS = 21
"""Without the exercise: what was in between is not known, so the line does not say it."""


def chosen_exercise(asked: Asked, *, sides: bool = False) -> TrainedExercise | None:
    """Return the exercise chosen, else the one loaded most; None where there is none."""
    found = [one for one in trained_exercises(asked.log) if one.has_sides or not sides]
    return exercise_to_show(found, asked.choices.exercise)


def strength_panel(asked: Asked) -> LinePanel | None:
    """Return the estimated maximum of the exercise chosen, as one panel below others."""
    exercise = chosen_exercise(asked)
    if exercise is None:
        return None
    points = strength_series(asked.log, exercise.id, asked.shown)
    return _e1rm_panel(exercise.name, points, asked)


def strength_content(asked: Asked) -> Content:
    """Return estimated maximum and best set of each workout, with the records marked."""
    exercise = chosen_exercise(asked)
    name = _("Strength and records")
    points = () if exercise is None else strength_series(asked.log, exercise.id, asked.shown)
    if exercise is None or len(points) < LEAST_WORKOUTS:
        return Content(
            name,
            _too_few(exercise, points),
            missing=_("A line appears after 2 workouts with the same exercise in these days."),
            figures=STRENGTH_FIGURES,
        )
    panels = [_e1rm_panel(exercise.name, points, asked), _best_panel(exercise.name, points, asked)]
    return Content(
        name=name,
        summary=_summary(exercise, points, asked),
        data=TimePanels(asked.span.first, asked.span.last, lines=_with_values(panels)),
        readings=[_reading(point, asked) for point in points],
        table=_table(points, asked),
        note=_("An estimate from sets of up to 10 reps; compare it within one exercise only."),
        figures=STRENGTH_FIGURES,
    )


def _with_values(panels: Sequence[LinePanel]) -> list[LinePanel]:
    found = [
        panel
        for panel in panels
        if any(value is not None for line in panel.lines for value in line.values)
    ]
    return found or list(panels[:1])


def _too_few(exercise: TrainedExercise | None, points: Sequence[StrengthPoint]) -> str:
    if exercise is None:
        return _("No exercise was done yet.")
    return ngettext(
        "{name}: {count} workout in these days.", "{name}: {count} workouts in these days.",
        len(points),
    ).format(name=exercise.name, count=len(points))  # fmt: skip


def _load(load_g: float | None, asked: Asked) -> float | None:
    return None if load_g is None else float(load_number(round(load_g), asked.unit))


def _e1rm(point: StrengthPoint, asked: Asked) -> float | None:
    return None if point.e1rm_kg is None else _load(point.e1rm_kg * 1000, asked)


def _records(points: Sequence[StrengthPoint], *kinds: RecordKind) -> list[int]:
    return [
        place
        for place, point in enumerate(points)
        if any(record.kind in kinds for record in point.records)
    ]


def _e1rm_panel(name: str, points: Sequence[StrengthPoint], asked: Asked) -> LinePanel:
    values = [_e1rm(point, asked) for point in points]
    last = next((value for value in reversed(values) if value is not None), None)
    words = ""
    if last is not None:
        words = _("{load} {unit}").format(load=localized.fixed(last), unit=asked.unit.value)
    return LinePanel(
        title=_("{name}, estimated 1-rep max, {unit}").format(name=name, unit=asked.unit.value),
        subtitle=_("best set of each workout · ring: record"),
        lines=[
            Line(
                words,
                [point.date for point in points],
                values,
                "e1rm",
                records=[
                    place
                    for place in _records(points, RecordKind.E1RM)
                    if values[place] is not None
                ],
                breaks_after=BREAK_DAYS,
            )
        ],
        missing=_("Appears with sets of 1 to 10 reps and a weight"),
    )


def _best_panel(name: str, points: Sequence[StrengthPoint], asked: Asked) -> LinePanel:
    """Return the heaviest set of each workout; of holds the longest, else the most reps."""
    days = [point.date for point in points]
    loads = [_load(point.best_load_g, asked) for point in points]
    holds = [None if point.best_hold_s is None else float(point.best_hold_s) for point in points]
    reps = [None if point.best_reps is None else float(point.best_reps) for point in points]
    kinds = [
        (
            loads,
            _("{name}, heaviest set, {unit}").format(name=name, unit=asked.unit.value),
            RecordKind.HEAVIEST_LOAD,
        ),
        (holds, _("{name}, longest hold, seconds").format(name=name), RecordKind.LONGEST_HOLD),
        (reps, _("{name}, most reps").format(name=name), RecordKind.REPS_AT_LOAD),
    ]
    values, title, kind = next(
        (each for each in kinds if any(value is not None for value in each[0])), kinds[-1]
    )
    records = [place for place in _records(points, kind) if values[place] is not None]
    return LinePanel(
        title=title,
        subtitle=_("ring: record"),
        lines=[Line("", days, values, "chart_line", records=records, breaks_after=BREAK_DAYS)],
        counted=kind is not RecordKind.HEAVIEST_LOAD,
    )


def _summary(exercise: TrainedExercise, points: Sequence[StrengthPoint], asked: Asked) -> str:
    records = sum(bool(point.records) for point in points)
    words = _("{name}: {workouts}, records in {records}.").format(
        name=exercise.name,
        workouts=ngettext("{count} workout", "{count} workouts", len(points)).format(
            count=len(points)
        ),
        records=records,
    )
    first = next((value for p in points if (value := _e1rm(p, asked)) is not None), None)
    last = next((value for p in reversed(points) if (value := _e1rm(p, asked)) is not None), None)
    if first is None or last is None:
        return words
    return _("{words} Estimated 1-rep max {first} to {last} {unit}.").format(
        words=words,
        first=localized.fixed(first),
        last=localized.fixed(last),
        unit=asked.unit.value,
    )


def _best_words(point: StrengthPoint, asked: Asked) -> str:
    if point.best_load_g is not None:
        load = localized.load_with_unit(point.best_load_g, asked.unit)
        return _("{load} × {reps}").format(load=load, reps=point.best_reps)
    if point.best_reps is not None:
        return ngettext("{count} rep", "{count} reps", point.best_reps).format(
            count=point.best_reps
        )
    return localized.duration(point.best_hold_s or 0)


def _reading(point: StrengthPoint, asked: Asked) -> Reading:
    parts = [localized.short_day(point.date), _best_words(point, asked)]
    value = _e1rm(point, asked)
    if value is not None:
        parts.append(
            _("e1RM {load} {unit}").format(load=localized.fixed(value), unit=asked.unit.value)
        )
    if point.records:
        parts.append(_("record"))
    return Reading(tuple(parts), x=float(point.date.toordinal()), day=point.date)


def _table(points: Sequence[StrengthPoint], asked: Asked) -> Table:
    unit = asked.unit.value
    return Table(
        [
            _("Day"),
            _("e1RM, {unit}").format(unit=unit),
            _("Heaviest set, {unit}").format(unit=unit),
            _("Reps"),
            _("Longest hold, s"),
            _("Record"),
        ],
        [
            [
                day_cell(point.date),
                number_cell(_e1rm(point, asked), fixed=True),
                number_cell(_load(point.best_load_g, asked), 2),
                number_cell(point.best_reps, 0),
                number_cell(point.best_hold_s, 0),
                words_cell(_("record") if point.records else ""),
            ]
            for point in points
        ],
        [point.date for point in points],
    )


def sides_content(asked: Asked) -> Content:
    """Return what left and right did in each workout."""
    exercise = chosen_exercise(asked, sides=True)
    name = _("Left and right")
    if exercise is None:
        return Content(
            name,
            _("No exercise has sides logged apart yet."),
            missing=_(
                "In Log, S splits a set into left and right, and 10/8 in Reps does too. Workouts "
                "with both sides appear here."
            ),
            figures=SIDES_FIGURES,
        )
    series = side_series(asked.log, exercise.id, asked.shown)
    if not series.points:
        return Content(
            name,
            _("{name}: no workout with both sides in these days.").format(name=exercise.name),
            missing=_("Choose a longer range, or another exercise."),
            figures=SIDES_FIGURES,
        )
    return Content(
        name=name,
        summary=_sides_summary(exercise.name, series),
        data=_sides_data(exercise.name, series.points, asked),
        readings=[_side_reading(point) for point in series.points],
        table=_sides_table(series.points),
        note=_("A hint for training, not for pain."),
        figures=SIDES_FIGURES,
    )


def _sides_summary(name: str, series: SideSeries) -> str:
    if series.noted is None:
        return _("{name}: no side did clearly more (15 % in at least three workouts).").format(
            name=name
        )
    words = _("{name}: the right side did {percent} % more on average.")
    if series.noted < 0:
        words = _("{name}: the left side did {percent} % more on average.")
    return words.format(name=name, percent=localized.number(abs(series.noted), 0))


def _sides_data(name: str, points: Sequence[SidePoint], asked: Asked) -> TimePanels:
    days = [point.date for point in points]
    return TimePanels(
        asked.span.first,
        asked.span.last,
        lines=[
            LinePanel(
                title=_("{name}, left and right").format(name=name),
                subtitle=_("weight × reps; without a weight reps, of holds seconds"),
                lines=[
                    Line(_("left"), days, [one.left for one in points], "band_high_text"),
                    Line(_("right"), days, [one.right for one in points], "e1rm", filled=False),
                ],
            ),
            LinePanel(
                title=_("Difference, percent of the stronger side"),
                subtitle=_("above 0: right did more"),
                lines=[Line("", days, [one.percent for one in points], "chart_line")],
                low=-30,
                high=30,
                share=0.6,
            ),
        ],
    )


def _side_reading(point: SidePoint) -> Reading:
    return Reading(
        (
            localized.short_day(point.date),
            _("left {amount}").format(amount=localized.number(point.left, 1)),
            _("right {amount}").format(amount=localized.number(point.right, 1)),
            _("{percent} %").format(percent=localized.signed(point.percent)),
        ),
        x=float(point.date.toordinal()),
        day=point.date,
    )


def _sides_table(points: Sequence[SidePoint]) -> Table:
    return Table(
        [_("Day"), _("Left"), _("Right"), _("Difference, %")],
        [
            [
                day_cell(point.date),
                number_cell(point.left),
                number_cell(point.right),
                number_cell(point.percent),
            ]
            for point in points
        ],
        [point.date for point in points],
    )
