"""How programmes are put into words: their weeks, phases, turns and state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext
from leglog.ui import localized

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from leglog.services.programme_reading import PhaseView, ProgrammeTemplate, ProgrammeView


def weeks(count: int | None) -> str:
    """Return a length in weeks ('12 weeks', 'open-ended')."""
    if count is None:
        return _("open-ended")
    return ngettext("{count} week", "{count} weeks", count).format(count=count)


def weekdays(days: Iterable[int]) -> str:
    """Return ISO weekdays in their order ('Mon, Thu')."""
    return ", ".join(localized.weekday(day - 1) for day in sorted(days))


def times(low: int, high: int) -> str:
    """Return how often a week ('3 times a week', '2–3 times a week')."""
    count = str(low) if low == high else f"{low}–{high}"
    return ngettext("{times} time a week", "{times} times a week", high).format(times=count)


def turns(names: Iterable[str]) -> str:
    """Return routines in turn ('Legs A, then Legs B')."""
    return _(", then ").join(names)


def phase(one: PhaseView) -> str:
    """Return a phase in one line ('Start, weeks 1–4, 2 times a week: Legs A, then Legs B')."""
    if one.last_week is None:
        span = _("from week {first}").format(first=one.first_week)
    elif one.last_week == one.first_week:
        span = _("week {first}").format(first=one.first_week)
    else:
        span = _("weeks {first}–{last}").format(first=one.first_week, last=one.last_week)
    when = times(one.times_a_week, one.times_a_week)
    parts = [part for part in (one.name, span, when) if part]
    return _("{when}: {routines}").format(
        when=", ".join(parts), routines=turns(name for _id, name in one.routines)
    )


def state(view: ProgrammeView, today: dt.date) -> str:
    """Return how far a programme is ('Running: week 3 of 12, Start')."""
    if view.is_archived:
        return _("Archived")
    if not view.is_running:
        return _("Not running")
    return _("Running: {where}").format(where=where(view, today))


def where(view: ProgrammeView, today: dt.date) -> str:
    """Return where a running programme stands ('week 3 of 12, Start')."""
    week, current = view.week_on(today), view.phase_on(today)
    if week is None:
        started = view.started_on
        return _("begins on {day}").format(day=localized.short_day(started)) if started else ""
    last_day = view.last_day()
    if current is None and last_day is not None:
        return _("over since {day}").format(day=localized.short_day(last_day))
    if view.weeks is None:
        said = _("week {week}").format(week=week)
    else:
        said = _("week {week} of {weeks}").format(week=week, weeks=view.weeks)
    return f"{said}, {current.name}" if current and current.name else said


def template_facts(template: ProgrammeTemplate) -> str:
    """Return the figures of a template ('12 weeks · 2–3 times a week · 5 routines')."""
    count = len(template.routines)
    routines = ngettext("{count} routine", "{count} routines", count).format(count=count)
    return " · ".join((weeks(template.weeks), times(*template.times_a_week), routines))
