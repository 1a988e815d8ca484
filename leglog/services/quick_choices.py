"""What there is to ask about a typed line, and how it reads once that is answered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.training.quick_line import QuickSkip, Span, format_line, quoted_name

if TYPE_CHECKING:
    from leglog.services.quick_names import Found
    from leglog.services.quick_plan import QuickPlan


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a line may mean, and how the line reads once it is chosen."""

    text: str
    name: str
    plan: QuickPlan | None = None
    """For two readings of the numbers; None where the exercise is to be chosen."""


@dataclass(frozen=True, slots=True)
class QuickReading:
    """What came out of one line: a plan, choices, or trouble with the place where it stands."""

    text: str
    plan: QuickPlan | None = None
    span: Span = field(default=Span())
    sentence: str = ""
    choices: tuple[Choice, ...] = ()
    so_far: QuickPlan | None = None
    """What was understood before the trouble, where the exercise is known."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to ask."""
        return self.plan is not None


def unclear(text: str, name: str, span: Span, found: Found) -> QuickReading:
    """Return the exercises among which to choose, or that there is none."""
    choices = tuple(Choice(_renamed(text, span, one.name), one.name) for one in found.candidates)
    if not choices:
        sentence = _("No exercise is called “{name}”.").format(name=name)
    elif found.nearly:
        sentence = _("No exercise starts with “{name}”. Closest: {closest}.").format(
            name=name, closest=found.candidates[0].name
        )
    else:
        sentence = _("“{name}” can be one of these exercises.").format(name=name)
    return QuickReading(text, span=span, sentence=sentence, choices=choices)


def _renamed(text: str, span: Span, name: str) -> str:
    return text[: span.at] + quoted_name(name) + text[span.at + span.length :]


def which_to_skip(text: str, name: str, span: Span, found: Found, reason: str) -> QuickReading:
    """Return the exercises of the workout among which to choose the one to leave out."""
    choices = tuple(
        Choice(format_line(QuickSkip(tuple(one.name.split()), reason)), one.name)
        for one in found.candidates
    )
    return replace(unclear(text, name, span, found), choices=choices)
