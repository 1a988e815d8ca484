"""How hints on a routine are put into words: the sentence, its source, what a click would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.training.routine_hints import Hint, HintKind
from leglog.ui import labels, localized
from leglog.ui.explanations import own_rule
from leglog.ui.routines import words

if TYPE_CHECKING:
    from collections.abc import Callable


def sentence(hint: Hint) -> str:
    """Return a hint as a sentence."""
    say: dict[HintKind, Callable[[Hint], str]] = {
        HintKind.COMPOUND_FIRST: _order,
        HintKind.WARM_UP_MISSING: lambda _hint: _("No warm-up yet; 7–10 min is a good range."),
        HintKind.WARM_UP_LENGTH: _warm_up,
        HintKind.SUPERSET_UNEQUAL: _superset,
        HintKind.COOL_DOWN_MISSING: lambda _hint: _(
            "No cool-down yet; a slow walk and a few stretches end it gently."
        ),
        HintKind.ONE_SIDE: _one_side,
        HintKind.HINGES_TOGETHER: _hinges,
        HintKind.MANY_LEG_DAYS: _many_days,
        HintKind.CLOSE_LEG_DAYS: _close_days,
        HintKind.GROUPS_MISSING: _groups,
        HintKind.MANY_MORE_SETS: _many_more_sets,
    }
    return say[hint.kind](hint)


def source(hint: Hint) -> str:
    """Return where the advice of a hint comes from."""
    posture = _("“Exercise Legs For Better Posture”")
    back_health = _("“Boost Your Back Health with Lower Body Strengthening Exercises”")
    physique = _("“Legs and Back Workout for a Powerful Physique”")
    college = _("American College of Sports Medicine 2009")
    return {
        HintKind.COMPOUND_FIRST: _("{one}; {other}").format(one=posture, other=college),
        HintKind.WARM_UP_MISSING: back_health,
        HintKind.WARM_UP_LENGTH: back_health,
        HintKind.COOL_DOWN_MISSING: _("{one}; {other}").format(one=posture, other=back_health),
        HintKind.ONE_SIDE: _("{one}; {other}").format(one=back_health, other=physique),
        HintKind.MANY_LEG_DAYS: _("{one}; {other}").format(one=back_health, other=college),
        HintKind.CLOSE_LEG_DAYS: _("{one}; {other}").format(one=college, other=own_rule()),
    }.get(hint.kind, own_rule())


def fix(hint: Hint) -> str | None:
    """Return what the link of a hint does, or None where there is nothing to do at a click."""
    if hint.holds:
        return None
    if hint.kind is HintKind.COMPOUND_FIRST:
        return _("Move it first")
    if hint.kind is HintKind.ONE_SIDE:
        return _("Plan each side")
    if hint.kind is HintKind.SUPERSET_UNEQUAL:
        most = max(item.sets for item in hint.items)
        return _("Make all {count}").format(count=most)
    return None


def _order(hint: Hint) -> str:
    if hint.holds:
        return _("Compound lifts come first.")
    late, small = hint.items
    return _("{late} uses several joints; it usually comes before {small}.").format(
        late=late.name, small=small.name
    )


def _warm_up(hint: Hint) -> str:
    return _("{minutes} warm-up; 7–10 is a good range.").format(
        minutes=words.minutes(hint.seconds or 0)
    )


def _superset(hint: Hint) -> str:
    return _("Superset with unequal sets: {exercises}.").format(
        exercises=", ".join(
            _("{name} has {count}").format(name=item.name, count=item.sets) for item in hint.items
        )
    )


def _one_side(hint: Hint) -> str:
    return _("{name} works one side at a time, but no set is planned for each side.").format(
        name=hint.items[0].name
    )


def _hinges(hint: Hint) -> str:
    first, second = hint.items
    return _(
        "{first} and {second} are two hip hinges in a row; something between them rests the back."
    ).format(first=first.name, second=second.name)


def _many_days(hint: Hint) -> str:
    return _("Legs are planned on {count} days a week; two or three are the usual advice.").format(
        count=len(hint.days)
    )


def _close_days(hint: Hint) -> str:
    first, second = (localized.weekday(day - 1, short=False) for day in hint.days)
    return _(
        "Legs are planned on {first} and {second}; "
        "about 48 h between hard days is the usual advice."
    ).format(first=first, second=second)


def _groups(hint: Hint) -> str:
    return _("The planned week has no sets for: {groups}.").format(
        groups=", ".join(labels.muscle_group(group) for group in hint.groups)
    )


def _many_more_sets(hint: Hint) -> str:
    planned, done = hint.sets or (0.0, 0.0)
    return _(
        "The planned week has {planned} sets, last week had {done}: more than a fifth on top. "
        "Smaller steps are easier to judge."
    ).format(planned=localized.number(planned), done=localized.number(done))
