"""What the history says of a workout: its sets in a line, its back, its changes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext, pgettext
from leglog.training.units import load_number
from leglog.training.vocabulary import Response, SetType, Side, Unit, WorkoutState
from leglog.ui import labels, localized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.services.back_scores import BackScores
    from leglog.services.history import WorkoutLine
    from leglog.services.history_detail import (
        DoneExercise,
        DoneSet,
        PlannedTarget,
        WorkoutDetail,
    )

NOTHING = "–"


def whole_load(load_g: int, unit: Unit) -> str:
    """Return a workout's volume without decimals ('3,872 kg')."""
    number = localized.number(round(float(load_number(load_g, unit))))
    return f"{number} {unit.value}"


def line_caption(line: WorkoutLine, unit: Unit) -> str:
    """Return the second line of a workout in the list."""
    sets = ngettext("{count} set", "{count} sets", line.sets).format(count=line.sets)
    words = f"{sets} · {whole_load(line.load_g, unit)}" if line.load_g else sets
    if line.state is WorkoutState.OPEN:
        return _("Unfinished, {words}").format(words=words)
    return words


def back_in_short(back: BackScores) -> str:
    """Return before, after and next morning ('4 → 4 → 3'); nothing where nothing was rated."""
    scores = (back.before, back.after, back.next_morning)
    if all(score is None for score in scores):
        return ""
    return " → ".join(NOTHING if score is None else str(score) for score in scores)


def response_words(response: Response | None) -> str:
    """Return how the back took a workout."""
    return labels.response(response)


def planned(exercise: DoneExercise, unit: Unit) -> str:
    """Return what was planned at the time, in words ('planned 3 × 8–12 · 14 kg')."""
    if not exercise.planned:
        return _("not planned")
    return _("planned {plan}").format(plan=_plan(exercise, unit))


def _plan(exercise: DoneExercise, unit: Unit) -> str:
    """Return the plan alone ('3 × 8–12 · 14 kg', '2 × 20–30 s each side', '4 sets')."""
    count = len(exercise.planned)
    targets = {_target(one, unit) for one in exercise.planned}
    words = targets.pop()
    if targets or not words:
        return ngettext("{count} set", "{count} sets", count).format(count=count)
    return pgettext("plan", "{sets} × {target}").format(sets=count, target=words)


def sets_in_line(exercise: DoneExercise, unit: Unit) -> str:
    """Return the sets of an exercise ('40 kg × 11, 12, 12', '25, 20 s each side').

    Where fewer were done than planned, that stands behind.
    """
    if exercise.skipped:
        reason = exercise.skip_reason
        return _("skipped: {reason}").format(reason=reason) if reason else _("skipped")
    if not exercise.sets:
        return _("none of {planned} planned").format(planned=exercise.planned_sets)
    parts = [
        _same_load(load_g, list(sets), unit)
        for load_g, sets in groupby(exercise.sets, key=lambda one: one.load_g)
    ]
    done, planned = len(exercise.sets), exercise.planned_sets
    if planned > done:
        parts[-1] += " · " + _("{done} of {planned}").format(done=done, planned=planned)
    return "; ".join(parts)


def change(load_g: int | None, unit: Unit) -> str:
    """Return the change in volume against last time ('+80 kg', 'same')."""
    if load_g is None:
        return NOTHING
    if load_g == 0:
        return _("same")
    number = round(float(load_number(abs(load_g), unit)))
    sign = "+" if load_g > 0 else "−"
    return f"{sign}{localized.number(number)} {unit.value}"


def when(detail: WorkoutDetail) -> str:
    """Return the day in full, with clock time and length where they are known."""
    parts = [localized.long_day(detail.date, year=True)]
    if detail.started_at is not None:
        parts.append(localized.time_of_day(detail.started_at.astimezone()))
    words = ", ".join(parts)
    if detail.minutes is not None:
        words = _("{when} · {minutes} min").format(when=words, minutes=detail.minutes)
    return words


def as_text(detail: WorkoutDetail, unit: Unit) -> str:
    """Return the workout as plain text, for the clipboard."""
    lines = [detail.title, when(detail)]
    lines += [f"{each.name}: {sets_in_line(each, unit)}" for each in detail.exercises]
    lines.append(_("Volume {load}").format(load=whole_load(detail.load_g, unit)))
    if back_in_short(detail.back):
        lines.append(
            _("Back before, after, next morning: {scores}").format(
                scores=back_in_short(detail.back)
            )
        )
    if detail.note:
        lines.append(detail.note)
    return "\n".join(lines)


def _same_load(load_g: int | None, sets: Sequence[DoneSet], unit: Unit) -> str:
    """Return sets of one load ('40 kg × 11, 12', 'L 10, R 8', '25, 20 s')."""
    counted = any(one.reps is not None for one in sets)
    amounts = ", ".join(_amount(one) for one in sets)
    if not counted and all((one.duration_s or 0) < 60 for one in sets):
        amounts = _("{seconds} s").format(
            seconds=", ".join(str(one.duration_s or 0) for one in sets)
        )
    if any(one.side is Side.EACH for one in sets):
        amounts = _("{amounts} each side").format(amounts=amounts)
    if load_g is None:
        return amounts
    return pgettext("sets", "{load} × {amounts}").format(
        load=localized.load_with_unit(load_g, unit), amounts=amounts
    )


def _target(one: PlannedTarget, unit: Unit) -> str:
    (least, most), (shortest, longest) = one.reps, one.seconds
    if least is not None:
        words = _range(least, most)
        if one.set_type is SetType.AMRAP:
            words = f"{least}+"
    elif shortest is not None:
        words = _time_range(shortest, longest)
    else:
        return ""
    if one.side is Side.EACH:
        words = _("{amounts} each side").format(amounts=words)
    if one.load_g is not None:
        words = f"{words} · {localized.load_with_unit(one.load_g, unit)}"
    return words


def _range(least: int, most: int | None) -> str:
    return str(least) if most in (None, least) else f"{least}–{most}"


def _time_range(least: int, most: int | None) -> str:
    if most is None or most == least:
        return localized.duration(least)
    if most < 60:
        return _("{seconds} s").format(seconds=f"{least}–{most}")
    if least % 60 == 0 == most % 60:
        return _("{minutes} min").format(minutes=f"{least // 60}–{most // 60}")
    return f"{localized.duration(least)}–{localized.duration(most)}"


def _amount(one: DoneSet) -> str:
    if one.reps is not None:
        words = str(one.reps)
    else:
        words = NOTHING if one.duration_s is None else localized.duration(one.duration_s)
    if one.side in (Side.LEFT, Side.RIGHT):
        return f"{labels.side_short(one.side)} {words}"
    return words
