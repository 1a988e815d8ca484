"""How the back took a workout: the traffic light on which progression depends."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.training.pain import LOW_TO, MODERATE_TO
from leglog.training.vocabulary import Response

if TYPE_CHECKING:
    from collections.abc import Sequence

_WEEK_APART = dt.timedelta(days=6)


@dataclass(frozen=True, slots=True)
class BackResponse:
    """How the back took a workout; ``provisional`` while the next morning is not rated."""

    colour: Response
    provisional: bool


def response(
    before: int | None, during: int | None, after: int | None, morning: int | None
) -> BackResponse | None:
    """Return how the back took a workout, or None where too little was rated to say.

    ``before`` is needed, and one of ``during`` (the worst) and ``after``. Without the next morning
    the answer is provisional. The pain-monitoring model (Thomeé 1997, Silbernagel 2007), made for
    tendons and borrowed for the back; the thresholds are a product rule.
    """
    rated = [score for score in (during, after) if score is not None]
    if before is None or not rated:
        return None
    colour = _colour(before, max(rated), morning)
    return BackResponse(colour, provisional=morning is None)


def _colour(before: int, worst: int, morning: int | None) -> Response:
    if worst > max(MODERATE_TO, before + 1):
        return Response.RED
    if morning is not None and _bad_morning(before, morning):
        return Response.RED
    settled = morning is None or morning <= before
    if worst <= max(LOW_TO, before) and settled:
        return Response.GREEN
    return Response.AMBER


def _bad_morning(before: int, morning: int) -> bool:
    return morning >= before + 2 or before <= MODERATE_TO < morning


def allows_progress(answer: BackResponse | None, before: int | None) -> bool:
    """Say whether a workout lets the load grow: green, begun at 5 or less. Product rule."""
    return (
        answer is not None
        and answer.colour is Response.GREEN
        and before is not None
        and before <= MODERATE_TO
    )


def advises_professional(
    colours: Sequence[Response], befores: Sequence[tuple[dt.date, int]]
) -> bool:
    """Say whether to suggest seeing a professional; both series end with the newest.

    Two red workouts in a row, or ratings before training above 5 for a week: all of the last ones,
    the first and last of them at least six days apart. Product rule.
    """
    if len(colours) >= 2 and all(colour is Response.RED for colour in colours[-2:]):
        return True
    high_days: list[dt.date] = []
    for day, score in reversed(befores):
        if score <= MODERATE_TO:
            break
        high_days.append(day)
    return bool(high_days) and high_days[0] - high_days[-1] >= _WEEK_APART
