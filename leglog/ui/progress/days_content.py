"""The calendar of workouts, and pain around the workouts with each exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.calendar_cells import DayCells, week_of_year
from leglog.charts.readings import Reading
from leglog.charts.values import ByExercise, Calendar, CalendarDay, ExerciseRow
from leglog.i18n import _, ngettext
from leglog.reports.words import around_note
from leglog.services.day_series import ConsistentDay, consistency
from leglog.services.preferences import preferences
from leglog.services.strength_series import around_each_exercise
from leglog.training.adherence import Adherence
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
    import datetime as dt
    from collections.abc import Sequence

    from leglog.services.review_exercises import AroundExercise
    from leglog.ui.progress.content import Asked

CALENDAR_FIGURES = (Figure.ADHERENCE,)
EXERCISE_FIGURES = (Figure.EXERCISE_RESPONSE, Figure.RESPONSE)
NONE = "–"


def consistency_content(asked: Asked) -> Content:
    """Return which days were trained and which planned."""
    days = consistency(asked.log, asked.span, asked.today)
    name = _("Consistency")
    done = sum(one.workouts for one in days)
    if not done and not any(one.planned for one in days):
        return Content(
            name,
            _("No workouts in these days."),
            missing=_("The first workout fills the first cell."),
            figures=CALENDAR_FIGURES,
        )
    starts_on = preferences(asked.log).week_starts_on
    are_days = DayCells(days[0].day, days[-1].day, starts_on).are_days
    return Content(
        name=name,
        summary=_summary(days, done),
        data=Calendar(
            title=_("Workouts by day") if are_days else _("Workouts by week"),
            subtitle=(
                _("filled: trained · hollow: planned only")
                if are_days
                else _("a row a year · stronger colour: more workouts, up to 3")
            ),
            week_starts_on=starts_on,
            days=[CalendarDay(one.day, one.workouts, one.planned) for one in days],
            weekdays=[localized.weekday((starts_on - 1 + n) % 7) for n in range(7)],
            trained_words=_("trained"),
            missed_words=_("planned only"),
        ),
        readings=_day_readings(days, starts_on),
        table=Table(
            [_("Day"), _("Workouts"), _("Planned")],
            [
                [
                    day_cell(one.day),
                    number_cell(one.workouts, 0),
                    words_cell(_("planned") if one.planned else ""),
                ]
                for one in days
                if one.workouts or one.planned
            ],
            [one.day for one in days if one.workouts or one.planned],
        ),
        note=_("There is no streak to lose."),
        figures=CALENDAR_FIGURES,
    )


def _summary(days: Sequence[ConsistentDay], done: int) -> str:
    planned = sum(one.planned for one in days)
    kept = sum(one.planned and bool(one.workouts) for one in days)
    span = localized.day_range(days[0].day, days[-1].day)
    workouts = ngettext("{count} workout", "{count} workouts", done).format(count=done)
    if not planned:
        return _("{days}: {workouts}.").format(days=span, workouts=workouts)
    percent = Adherence(kept, planned).percent or 0
    return ngettext(
        "{days}: {workouts}; {kept} of {count} planned day ({percent} %).",
        "{days}: {workouts}; {kept} of {count} planned days ({percent} %).",
        planned,
    ).format(
        days=span,
        workouts=workouts,
        kept=kept,
        count=planned,
        percent=localized.number(percent, 0),
    )


def _day_readings(days: Sequence[ConsistentDay], starts_on: int) -> list[Reading]:
    cells = DayCells(days[0].day, days[-1].day, starts_on)
    if not cells.are_days:
        return _week_readings(days)
    return [
        Reading(
            (localized.short_day(one.day), _kind(one)), x=column + 0.5, y=row + 0.5, day=one.day
        )
        for one in days
        for column, row in [cells.corner(one.day)]
    ]


def _week_readings(days: Sequence[ConsistentDay]) -> list[Reading]:
    """Return one reading for each cell of the calendar of years."""
    years = sorted({one.day.year for one in days})
    cells: dict[tuple[int, int], tuple[int, dt.date]] = {}
    for one in days:
        key = one.day.year, week_of_year(one.day)
        count, newest = cells.get(key, (0, one.day))
        cells[key] = count + one.workouts, one.day if one.workouts else newest
    return [
        Reading(
            (
                localized.day(day),
                ngettext("{count} workout", "{count} workouts", count).format(count=count),
            ),
            x=week + 0.5,
            y=years.index(year) + 0.5,
            day=day,
        )
        for (year, week), (count, day) in sorted(cells.items())
    ]


def _kind(one: ConsistentDay) -> str:
    if one.workouts:
        return ngettext("{count} workout", "{count} workouts", one.workouts).format(
            count=one.workouts
        )
    return _("planned only") if one.planned else _("no workout")


def exercises_content(asked: Asked) -> Content:
    """Return the change of pain around the workouts with each exercise."""
    found = around_each_exercise(asked.log, asked.shown)
    name = _("Pain by exercise")
    if not any(one.worst_less_before is not None for one in found):
        return Content(
            name,
            _("No exercise has four workouts with all ratings in these days."),
            missing=_(
                "It takes 4 workouts with an exercise, rated before, during or after, and on the "
                "next morning."
            ),
            figures=EXERCISE_FIGURES,
        )
    return Content(
        name=name,
        summary=ngettext(
            "{days}: {count} exercise.", "{days}: {count} exercises.", len(found)
        ).format(days=localized.day_range(asked.shown.first, asked.shown.last), count=len(found)),
        data=ByExercise(
            title=_("Pain around workouts, by exercise"),
            subtitle=_("mean change in points, four workouts or more"),
            worst_words=_("worst during or after − before"),
            morning_words=_("next morning − before"),
            workouts_words=_("Workouts"),
            felt_words=_("Felt it here"),
            too_few_words=_("too few workouts"),
            rows=[_row(one) for one in found],
        ),
        readings=[
            Reading(tuple(_row_words(one)), y=place + 0.5) for place, one in enumerate(found)
        ],
        table=Table(
            [
                _("Exercise"),
                _("Workouts"),
                _("Worst − before"),
                _("Next morning − before"),
                _("“Felt it here” marks"),
            ],
            [
                [
                    words_cell(one.name),
                    number_cell(one.workouts, 0),
                    number_cell(one.worst_less_before),
                    number_cell(one.morning_less_before),
                    number_cell(one.felt, 0),
                ]
                for one in found
            ],
        ),
        note=around_note(),
        figures=EXERCISE_FIGURES,
    )


def _row(one: AroundExercise) -> ExerciseRow:
    return ExerciseRow(
        one.name,
        localized.number(one.workouts),
        one.worst_less_before,
        one.morning_less_before,
        localized.number(one.felt) if one.felt else NONE,
    )


def _row_words(one: AroundExercise) -> list[str]:
    def points(value: float | None) -> str:
        return _("too few") if value is None else localized.signed(value)

    return [
        one.name,
        ngettext("{count} workout", "{count} workouts", one.workouts).format(count=one.workouts),
        _("worst − before {points}").format(points=points(one.worst_less_before)),
        _("next morning − before {points}").format(points=points(one.morning_less_before)),
    ]
