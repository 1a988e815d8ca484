"""What is shown of programmes: the list, the one that runs, and the templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from leglog.models.routine import Programme, ProgrammePhase, Routine
from leglog.services.catalogue_file import programme_templates, templates
from leglog.services.programmes import PhaseValues, ProgrammeValues
from leglog.training.schedule import DAY, WEEK

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from leglog.services.training_log import TrainingLog


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase: its weeks counted from 1 (``last_week`` None is open-ended), routines in turn."""

    name: str
    first_week: int
    last_week: int | None
    times_a_week: int
    note: str
    routines: tuple[tuple[int, str], ...]
    """Their ids and names, in the order of their turns."""

    @property
    def weeks(self) -> int | None:
        """How many weeks it takes; None is open-ended."""
        return None if self.last_week is None else self.last_week - self.first_week + 1


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme as its card shows it; weekdays are ISO numbers (Monday is 1)."""

    id: int
    name: str
    note: str
    weekdays: frozenset[int]
    started_on: dt.date | None
    is_running: bool
    is_archived: bool
    phases: tuple[PhaseView, ...]

    @property
    def weeks(self) -> int | None:
        """How many weeks it takes in all; None is open-ended."""
        return self.phases[-1].last_week if self.phases else None

    @property
    def values(self) -> ProgrammeValues:
        """What a person may change of it."""
        return ProgrammeValues(
            self.name,
            self.weekdays,
            tuple(
                PhaseValues(
                    phase.name,
                    phase.weeks,
                    phase.times_a_week,
                    tuple(id_ for id_, _name in phase.routines),
                    phase.note,
                )
                for phase in self.phases
            ),
            self.note,
        )

    def week_on(self, day: dt.date) -> int | None:
        """Return the programme's week of ``day``, counted from 1; None before its start."""
        if not self.is_running or self.started_on is None or day < self.started_on:
            return None
        return (day - self.started_on) // WEEK + 1

    def phase_on(self, day: dt.date) -> PhaseView | None:
        """Return the phase under way on ``day``; None before its start and after its end."""
        week = self.week_on(day)
        if week is None:
            return None
        return next(
            (
                phase
                for phase in self.phases
                if phase.first_week <= week <= (phase.last_week or week)
            ),
            None,
        )

    def last_day(self) -> dt.date | None:
        """Return the day it ends on; None while that is open."""
        if self.started_on is None or self.weeks is None:
            return None
        return self.started_on + self.weeks * WEEK - DAY


@dataclass(frozen=True, slots=True)
class ProgrammeTemplate:
    """A programme that the program brings; ``routines`` are the names of its routines."""

    id: str
    name: str
    description: str
    weeks: int | None
    times_a_week: tuple[int, int]
    routines: tuple[str, ...]


def programme_list(log: TrainingLog) -> tuple[ProgrammeView, ...]:
    """Return all programmes: the running one first, the archived ones last."""
    wanted = select(Programme).options(
        selectinload(Programme.phases).selectinload(ProgrammePhase.routines)
    )
    order = (Programme.archived_at.is_not(None), Programme.is_running.desc(), Programme.id)
    with log.reading() as session:
        names = {row.id: row.name for row in session.execute(select(Routine.id, Routine.name))}
        rows = session.scalars(wanted.order_by(*order)).all()
        return tuple(_view(row, names) for row in rows)


def running_programme(log: TrainingLog) -> ProgrammeView | None:
    """Return the programme that runs, or None."""
    return next((one for one in programme_list(log) if one.is_running), None)


def programme_template_list() -> tuple[ProgrammeTemplate, ...]:
    """Return the programmes that the program brings, in their order."""
    names = {one["id"]: one["name"] for one in templates()}
    return tuple(_template(one, names) for one in programme_templates())


def _view(row: Programme, names: Mapping[int, str]) -> ProgrammeView:
    return ProgrammeView(
        id=row.id,
        name=row.name,
        note=row.note,
        weekdays=row.weekdays,
        started_on=row.started_on,
        is_running=row.is_running,
        is_archived=row.archived_at is not None,
        phases=tuple(
            PhaseView(
                phase.name,
                phase.first_week,
                phase.last_week,
                phase.times_a_week,
                phase.note,
                tuple((turn.routine_id, names[turn.routine_id]) for turn in phase.routines),
            )
            for phase in row.phases
        ),
    )


def _template(entry: dict[str, Any], names: Mapping[str, str]) -> ProgrammeTemplate:
    phases = entry["phases"]
    times = [phase["workouts_per_week"] for phase in phases]
    keys = dict.fromkeys(key for phase in phases for key in phase["rotation"])
    return ProgrammeTemplate(
        id=entry["id"],
        name=entry["name"],
        description=entry["description"],
        weeks=phases[-1]["weeks"][1],
        times_a_week=(min(times), max(times)),
        routines=tuple(names[key] for key in keys),
    )
