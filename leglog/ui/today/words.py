"""How Today puts plans, sets and reasons into words."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext
from leglog.training.schedule import NextUp, Reason
from leglog.training.vocabulary import LoadMode, Side
from leglog.ui import localized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.today import PlannedExercise, RoutinePlan, SetDone, SetTarget

NO_WEIGHT = "—"
_DAY = dt.timedelta(days=1)


def about(seconds: int) -> str:
    """Return a length of time to the minute ('about 48 min')."""
    return _("about {minutes} min").format(minutes=max(1, round(seconds / 60)))


def reason(up: NextUp, today: dt.date) -> str:
    """Return in a sentence why a routine comes next."""
    if up.reason is Reason.PLANNED_TODAY:
        return _("Planned for today")
    if up.reason is Reason.PLANNED_LATER and up.day is not None:
        return _("Planned for {day}").format(day=near_day(up.day, today))
    if up.reason is Reason.AFTER_LAST and up.last_day is not None:
        return _("Next in turn after {day}").format(day=near_day(up.last_day, today))
    return _("First in your list")


def size(plan: RoutinePlan) -> str:
    """Return how much a routine is ('7 exercises, 18 sets · about 48 min').

    Exercises are counted where sets are: outside of warm-up and cool-down, if there are any.
    """
    count = sum(one.section.is_work for one in plan.exercises) or len(plan.exercises)
    much = ngettext("{count} exercise", "{count} exercises", count).format(count=count)
    if plan.sets:
        sets = ngettext("{count} set", "{count} sets", plan.sets).format(count=plan.sets)
        much = f"{much}, {sets}"
    return f"{much} · {about(plan.duration_s)}"


def near_day(day: dt.date, today: dt.date) -> str:
    """Return a day as people say it from today ('tomorrow', 'Mon 24 Nov')."""
    near = {today: _("today"), today + _DAY: _("tomorrow"), today - _DAY: _("yesterday")}
    return near.get(day) or localized.short_day(day)


def target(exercise: PlannedExercise) -> str:
    """Return what is planned ('3 × 10–12', '2 × 25 s each side', '1 × 8, 2 × 5')."""
    runs = groupby(exercise.targets, key=_one_target)
    parts = [
        _("{count} × {target}").format(count=len(list(run)), target=words) for words, run in runs
    ]
    text = ", ".join(parts)
    if exercise.targets and all(one.side is Side.EACH for one in exercise.targets):
        return _("{target} each side").format(target=text)
    return text


def weight(exercise: PlannedExercise) -> str:
    """Return the weight it would be done with ('40 kg', 'band'), or a dash."""
    if exercise.load_g is not None:
        return localized.load_with_unit(exercise.load_g, exercise.load_unit)
    bands = {one.band or _("band") for one in exercise.targets if one.load_mode is LoadMode.BAND}
    return ", ".join(sorted(bands)) or NO_WEIGHT


def last_time(exercise: PlannedExercise) -> str:
    """Return what was done the last time ('40 kg × 11, 12, 12', '25, 20 s')."""
    parts = []
    for load_g, group in groupby(exercise.last_sets, key=lambda one: one.load_g):
        sets = tuple(group)
        done = _counts(sets)
        if load_g is not None and done:
            load = localized.load_with_unit(load_g, sets[0].load_unit)
            done = _("{load} × {reps}").format(load=load, reps=done)
        parts.append(done)
    return "; ".join(part for part in parts if part)


def _one_target(one: SetTarget) -> str:
    low, high, is_reps = one.reps_min, one.reps_max, True
    if low is None and high is None:
        low, high, is_reps = one.s_min, one.s_max, False
    if low is None and high is None:
        return "…"
    if low is None or high is None or low == high:
        end = low if low is not None else high
        open_end = "+" if high is None else ""
        assert end is not None  # noqa: S101  both are None only above
        return f"{end}{open_end}" if is_reps else localized.duration(end) + open_end
    return f"{low}–{high}" if is_reps else _("{low}–{high} s").format(low=low, high=high)


def _counts(sets: Sequence[SetDone]) -> str:
    """Return the repetitions, or else the seconds, of sets; the sides of one set as '10/9'."""
    rows: dict[tuple[str, int], list[SetDone]] = {}
    for number, one in enumerate(sets):
        key = ("set", number) if one.pair is None else ("pair", one.pair)
        rows.setdefault(key, []).append(one)
    reps = ["/".join(str(one.reps) for one in row if one.reps is not None) for row in rows.values()]
    if any(reps):
        return ", ".join(filter(None, reps))
    held = [
        "/".join(str(one.duration_s) for one in row if one.duration_s is not None)
        for row in rows.values()
    ]
    if not any(held):
        return ""
    longest = max(one.duration_s or 0 for one in sets)
    if longest >= 120 and len(held) == 1:
        return localized.duration(longest)
    return _("{seconds} s").format(seconds=", ".join(filter(None, held)))
