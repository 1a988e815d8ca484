"""How a routine is put into words: its rows, its length, its hints, its templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext
from leglog.training.vocabulary import LoadMode, LoadRule, SetType, Side
from leglog.ui import labels, localized

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leglog.services.planned_sets import PlannedSetValues
    from leglog.services.routine_reading import PlannedExerciseView, RoutineView, SectionView
    from leglog.services.routine_templates import TemplateView

NOTHING = "—"


def target(one: PlannedSetValues) -> str:
    """Return the reps or the hold of a set ('10–12', '8+', '25 s', '10, 3 s')."""
    reps = _range(one.reps_min, one.reps_max, str)
    seconds = _range(one.s_min, one.s_max, localized.duration)
    if one.set_type is SetType.AMRAP and one.reps_max is None and one.reps_min is not None:
        reps = f"{one.reps_min}+"
    if reps and seconds:
        return _("{reps}, {pause}").format(reps=reps, pause=seconds)
    return reps or seconds or NOTHING


def weight(one: PlannedSetValues) -> str:
    """Return the load of a set ('40 kg', '+10 kg', 'band', 'last time', '—')."""
    if one.load_mode is LoadMode.BAND:
        return one.band or _("band")
    if one.load_rule is LoadRule.FIXED and one.load_g is not None:
        load = localized.load_with_unit(one.load_g, one.load_unit)
        sign = {LoadMode.ADDED: "+", LoadMode.ASSISTED: "−"}.get(one.load_mode, "")
        return f"{sign}{load}"
    if one.load_mode in (LoadMode.BODYWEIGHT, LoadMode.NONE):
        return NOTHING
    return _("last time")


def side(one: PlannedSetValues) -> str:
    """Return which side works ('each', '—')."""
    return labels.side_short(one.side)


def rest(rest_s: int | None) -> str:
    """Return the rest ('90 s', '—'); seconds up to two minutes, as people say it."""
    if not rest_s:
        return NOTHING
    if rest_s < 120:
        return _("{seconds} s").format(seconds=rest_s)
    return localized.duration(rest_s)


def shared(item: PlannedExerciseView, words: Callable[[PlannedSetValues], str]) -> str | None:
    """Return what all sets of an exercise share, or None where they differ."""
    texts = {words(one) for one in item.sets}
    return texts.pop() if len(texts) == 1 else None


def summary(item: PlannedExerciseView) -> str:
    """Return an exercise's plan in one line ('3 × 10–12 at 40 kg, each side, rest 90 s')."""
    targets = shared(item, target)
    if targets is None or not item.is_uniform:
        parts = [
            ngettext("{count} set, mixed", "{count} sets, mixed", len(item.sets)).format(
                count=len(item.sets)
            )
        ]
    else:
        one = item.sets[0]
        plan = _("{count} × {target}").format(count=len(item.sets), target=targets)
        load = weight(one)
        if load not in (NOTHING, _("last time")):
            plan = _("{plan} at {load}").format(plan=plan, load=load)
        parts = [plan]
        if one.side is Side.EACH:
            parts.append(_("each side"))
    if item.rest_s:
        parts.append(_("rest {rest}").format(rest=rest(item.rest_s)))
    return ", ".join(parts)


def minutes(seconds: int) -> str:
    """Return a length to the minute ('8 min'); anything at all is at least one."""
    return _("{minutes} min").format(minutes=max(1, round(seconds / 60)) if seconds else 0)


def size(view: RoutineView) -> str:
    """Return how much a routine is ('48 min · 18 sets')."""
    return _("{minutes} · {sets}").format(
        minutes=minutes(view.duration_s), sets=sets(view.counted_sets)
    )


def sets(count: int) -> str:
    """Return a number of sets ('18 sets')."""
    return ngettext("{count} set", "{count} sets", count).format(count=count)


def exercises(count: int) -> str:
    """Return a number of exercises ('3 exercises')."""
    return ngettext("{count} exercise", "{count} exercises", count).format(count=count)


def section(part: SectionView) -> str:
    """Return how much a section is ('3 exercises · 8 sets · 14 min')."""
    if not part.exercises:
        return _("no exercises")
    parts = [exercises(len(part.exercises))]
    if part.counted_sets:
        parts.append(sets(part.counted_sets))
    return " · ".join([*parts, minutes(part.duration_s)])


def moved(item: PlannedExerciseView, part: SectionView) -> str:
    """Return where an exercise now stands ('Glute bridge, Accessory, 2 of 4.')."""
    place = [one.id for one in part.exercises].index(item.id) + 1
    return _("{name}, {section}, {place} of {count}.").format(
        name=item.name,
        section=labels.section(part.section),
        place=place,
        count=len(part.exercises),
    )


def level(word: str) -> str:
    """Return for whom a template is ('Beginner')."""
    return {
        "beginner": _("Beginner"),
        "intermediate": _("Some experience"),
        "experienced": _("Experienced"),
    }.get(word, word)


def place(word: str) -> str:
    """Return where a template is done ('At home')."""
    return {"home": _("At home"), "gym": _("Gym")}.get(word, word)


def template_facts(template: TemplateView) -> str:
    """Return the figures of a template ('2–3 times a week · 44 min · 18 sets')."""
    low, high = template.times_a_week
    times = str(low) if low == high else f"{low}–{high}"
    parts = [
        ngettext("{times} time a week", "{times} times a week", high).format(times=times),
        minutes(template.duration_s),
    ]
    if template.counted_sets:
        parts.append(sets(template.counted_sets))
    return " · ".join(parts)


def template_exercises(names: Sequence[str]) -> str:
    """Return the exercises of a template in a line, each once."""
    return ", ".join(dict.fromkeys(names))


def _range(low: int | None, high: int | None, words: Callable[[int], str]) -> str:
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return ""
    if ends[0] == ends[-1]:
        return words(ends[0])
    first, last = words(ends[0]), words(ends[-1])
    # '20–30 s': the unit is written once where both ends have the same.
    unit = last.lstrip("0123456789")
    if unit and first.endswith(unit):
        first = first.removesuffix(unit)
    return f"{first}–{last}"
