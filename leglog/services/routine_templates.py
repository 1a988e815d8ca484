"""The templates that the program brings, as cards show them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.services.catalogue_file import templates
from leglog.training.duration import PlannedBlock, PlannedEffort, estimated_duration_s
from leglog.training.set_counts import count_planned
from leglog.training.vocabulary import Section, SetType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leglog.services.training_log import TrainingLog


@dataclass(frozen=True, slots=True)
class TemplateView:
    """A template as its card shows it; ``level`` and ``place`` are the catalogue's words."""

    id: str
    name: str
    description: str
    level: str
    place: str
    times_a_week: tuple[int, int]
    duration_s: int
    counted_sets: int
    is_whole: bool
    """More than a warm-up or a cool-down."""
    exercises: tuple[str, ...]


def template_list(log: TrainingLog) -> tuple[TemplateView, ...]:
    """Return the templates that the program brings, in their order."""
    columns = (Exercise.key, Exercise.name)
    with log.reading() as session:
        rows = session.execute(select(*columns).where(Exercise.key.is_not(None))).all()
    known = {row.key: row.name for row in rows}
    return tuple(_template_view(template, known) for template in templates())


def _template_view(template: dict[str, Any], known: Mapping[str, str]) -> TemplateView:
    view = TemplateView(
        id=template["id"],
        name=template["name"],
        description=template["description"],
        level=template["level"],
        place=template["place"],
        times_a_week=(template["workouts_per_week"][0], template["workouts_per_week"][1]),
        duration_s=0,
        counted_sets=0,
        is_whole=False,
        exercises=(),
    )
    seconds = 0
    rows: list[tuple[Section, SetType]] = []
    names: list[str] = []
    small: list[str] = []
    for part in template["sections"]:
        section = Section(part["section"])
        seconds += estimated_duration_s([_template_block(item) for item in part["items"]])
        for item in part["items"]:
            name = known[item["exercise"]]
            rows += [(section, SetType.WORKING)] * item["sets"]
            (names if section.is_work else small).append(name)
    # A template of warm-up moves alone is told by those.
    return replace(
        view,
        duration_s=seconds,
        counted_sets=count_planned(rows),
        is_whole=bool(names),
        exercises=tuple(names or small),
    )


def _template_block(item: dict[str, Any]) -> PlannedBlock:
    effort = PlannedEffort(
        tuple(item["reps"]) if item["reps"] else None,
        tuple(item["hold_seconds"]) if item["hold_seconds"] else None,
        each_side=item["per_side"],
    )
    return PlannedBlock((effort,) * item["sets"], item["rest_seconds"] or 0)
