"""The words for what a typed line would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext, pgettext
from leglog.training.vocabulary import Side
from leglog.ui import labels, localized

if TYPE_CHECKING:
    from leglog.services.quick_choices import Choice, QuickReading
    from leglog.services.quick_plan import QuickEntry, QuickPart, QuickPlan


def head(plan: QuickPlan) -> str:
    """Return which exercise it is and how many sets ('Squat, 3 sets')."""
    if plan.skipped:
        return _("{name}: left out today").format(name=plan.name)
    name = plan.name
    if plan.block_id is None:
        name = _("{name}, added to the workout").format(name=name)
    if not plan.entries:
        return name
    return f"{name}, {count_words(plan)}"


def count_words(plan: QuickPlan) -> str:
    """Return the number of sets ('3 sets')."""
    count = len(plan.entries)
    return ngettext("{count} set", "{count} sets", count).format(count=count)


def chips(plan: QuickPlan) -> list[str]:
    """Return one text for each set ('40 kg × 12', '40 kg × 10 · RPE 8')."""
    return [entry_words(entry) for entry in plan.entries]


def remark(plan: QuickPlan) -> str:
    """Return the note, or the reason for leaving it out; empty for none."""
    text = plan.reason if plan.skipped else plan.note
    return f"“{text}”" if text else ""


def entry_words(entry: QuickEntry) -> str:
    """Return what one set would log."""
    words = " · ".join(_part(part) for part in entry.parts)
    if not entry.warm_up:
        return words
    return pgettext("warm-up set", "W {set}").format(set=words)


def whole(plan: QuickPlan) -> str:
    """Return a plan in one line, for lists and screen readers."""
    parts = [head(plan)]
    if plan.entries:
        parts.append(", ".join(chips(plan)))
    if remark(plan):
        parts.append(remark(plan))
    return ": ".join(parts[:2]) + "".join(f"; {part}" for part in parts[2:])


def choice(one: Choice) -> str:
    """Return one thing to choose: an exercise, or a reading of the numbers."""
    return one.name if one.plan is None else whole(one.plan)


def said(reading: QuickReading) -> str:
    """Return what came out of a line, in full for a screen reader."""
    if reading.plan is not None:
        return whole(reading.plan)
    options = "; ".join(choice(one) for one in reading.choices)
    return f"{reading.sentence} {options}".strip()


def logged(plans: tuple[QuickPlan, ...]) -> str:
    """Return what was done, for the status line."""
    if len(plans) == 1:
        what = head(plans[0])
    else:
        count = sum(len(plan.entries) for plan in plans)
        what = ngettext(
            "{count} set of {lines} lines", "{count} sets of {lines} lines", count
        ).format(count=count, lines=len(plans))
    return _("{what}: logged. Ctrl+Z takes it back.").format(what=what)


def _part(part: QuickPart) -> str:
    values = part.values
    if values.reps is None:
        count = "" if values.duration_s is None else localized.duration(values.duration_s)
    elif values.load_g is None and not part.on_body:
        count = ngettext("{count} rep", "{count} reps", values.reps).format(count=values.reps)
    else:
        count = localized.number(values.reps)
    words = count
    if part.on_body:
        words = _("body weight × {count}").format(count=count)
    elif values.load_g is not None:
        load = localized.load_with_unit(values.load_g, values.load_unit)
        words = f"+{load} × {count}" if part.added else f"{load} × {count}"
    if part.side in (Side.LEFT, Side.RIGHT):
        words = f"{labels.side_short(part.side)} {words}"
    elif part.side is Side.EACH:
        words = f"{words} {labels.side_short(part.side)}"
    if values.rpe_halves is not None:
        words = _("{set} · RPE {rpe}").format(set=words, rpe=localized.rpe(values.rpe_halves))
    return words
