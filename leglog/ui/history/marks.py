"""How the days of the history are marked in the calendar: what was done, how much, what hurt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext
from leglog.training.vocabulary import WorkoutState
from leglog.ui.theme import current_theme
from leglog.ui.widgets.month_grid import DayMark, DayState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from leglog.services.history_days import DaySummary


def day_marks(days: Mapping[dt.date, DaySummary]) -> dict[dt.date, DayMark]:
    """Return a mark for every day; bars are as long as the day's sets are to the most of a day."""
    most = max((day.sets or 0 for day in days.values()), default=0)
    return {date: _mark(day, most) for date, day in days.items()}


def _mark(summary: DaySummary, most: int) -> DayMark:
    state, said = _state(summary)
    level = None
    if summary.sets is not None and most:
        level = summary.sets / most
        sets = ngettext("{count} set", "{count} sets", summary.sets)
        said.append(sets.format(count=summary.sets))
    strip = ""
    if summary.morning is not None:
        strip = current_theme().ramp[summary.morning].fill
        said.append(_("morning pain {score}").format(score=summary.morning))
    return DayMark(state, summary.letter, strip, ", ".join(said), level)


def _state(summary: DaySummary) -> tuple[DayState, list[str]]:
    letter = summary.letter
    if summary.state is WorkoutState.FINISHED:
        return DayState.DONE, [_("workout {letter}").format(letter=letter)]
    if summary.state is WorkoutState.OPEN:
        return DayState.UNFINISHED, [_("unfinished workout {letter}").format(letter=letter)]
    if summary.is_planned:
        return DayState.PLANNED, [_("planned {letter}").format(letter=letter)]
    return DayState.PLAIN, []
