"""Programmes: routines that take turns through phases of weeks, on the programme's weekdays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from leglog.errors import InvalidValue, NotFound
from leglog.i18n import _
from leglog.models.base import utc_now
from leglog.models.routine import PhaseRoutine, Programme, ProgrammePhase, Routine
from leglog.services.catalogue_file import programme_templates
from leglog.services.planning import rescheduled
from leglog.services.routines import MAX_NAME, add_template_copy
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog
from leglog.training.schedule import WEEK, usual_weekdays

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

MAX_PHASES = 12
MAX_WEEKS = 52
MAX_TURNS = 7


@dataclass(frozen=True, slots=True)
class PhaseValues:
    """A phase as a person writes it: its weeks (None is open-ended) and the routines in turn."""

    name: str = ""
    weeks: int | None = None
    times_a_week: int = 2
    routine_ids: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeValues:
    """A programme as a person writes it; weekdays are ISO numbers (Monday is 1)."""

    name: str
    weekdays: frozenset[int] = frozenset()
    phases: tuple[PhaseValues, ...] = ()
    note: str = ""


def add_programme(log: TrainingLog, values: ProgrammeValues) -> int:
    """Add a programme that does not run yet; return its id. Raises InvalidValue."""
    _check(values)
    with log.action(Action.ADD_PROGRAMME) as session:
        programme = Programme(name="")
        _write(session, programme, values)
        session.add(programme)
        session.flush()
        return programme.id


def add_programme_from_template(log: TrainingLog, template_id: str) -> int:
    """Add a copy of a programme template with its routines; return its id.

    A routine in use that came from the same template takes its turn itself; only the missing ones
    are added. Raises NotFound for a template that does not exist.
    """
    template = next((one for one in programme_templates() if one["id"] == template_id), None)
    if template is None:
        raise NotFound(_("That template is no longer there."))
    with log.action(Action.ADD_PROGRAMME) as session:
        keys = dict.fromkeys(key for phase in template["phases"] for key in phase["rotation"])
        ids = {key: _routine_of_template(session, key) for key in keys}
        programme = Programme(name="", template_key=template_id)
        _write(session, programme, _values_of_template(template, ids))
        session.add(programme)
        session.flush()
        return programme.id


def correct_programme(
    log: TrainingLog, programme_id: int, values: ProgrammeValues, today: dt.date
) -> None:
    """Write a programme anew; what was planned before today stays.

    Raises InvalidValue for values outside of their limits, NotFound for one that is gone.
    """
    _check(values)
    with log.action(Action.CORRECT_PROGRAMME) as session:
        programme = get_row(session, Programme, programme_id)
        with rescheduled(session, today):
            _write(session, programme, values)


def start_programme(
    log: TrainingLog, programme_id: int, first_day: dt.date, today: dt.date
) -> None:
    """Let the programme run from ``first_day`` on; one that ran until now ends.

    Raises InvalidValue without weekdays or routines, NotFound for one that is gone.
    """
    with log.action(Action.START_PROGRAMME) as session:
        programme = get_row(session, Programme, programme_id)
        if not programme.weekdays:
            raise InvalidValue(_("Choose the weekdays of the programme first."))
        if not any(phase.routines for phase in programme.phases):
            raise InvalidValue(_("Choose the routines of the programme first."))
        with rescheduled(session, today):
            _end_running(session)
            programme.archived_at = None
            programme.started_on = first_day
            programme.is_running = True


def stop_programme(log: TrainingLog, programme_id: int, today: dt.date) -> None:
    """End the programme: from today on the routines' own weekdays hold again. Raises NotFound."""
    with log.action(Action.STOP_PROGRAMME) as session:
        programme = get_row(session, Programme, programme_id)
        with rescheduled(session, today):
            programme.is_running = False


def stay_in_phase(log: TrainingLog, programme_id: int, today: dt.date) -> None:
    """Give the phase of ``today`` one week more; the phases after it begin a week later.

    Raises InvalidValue where no phase with an end is under way, NotFound for one that is gone.
    """
    with log.action(Action.CORRECT_PROGRAMME) as session:
        programme = get_row(session, Programme, programme_id)
        week = (today - programme.started_on) // WEEK + 1 if programme.started_on else 0
        phase = next(
            (one for one in programme.phases if one.first_week <= week <= (one.last_week or 0)),
            None,
        )
        if phase is None or phase.last_week is None:
            raise InvalidValue(_("No phase with an end is under way."))
        with rescheduled(session, today):
            phase.last_week += 1
            for later in programme.phases[phase.position + 1 :]:
                later.first_week += 1
                later.last_week = None if later.last_week is None else later.last_week + 1


def archive_programme(log: TrainingLog, programme_id: int, today: dt.date) -> None:
    """Put the programme away; one that runs ends. Raises NotFound."""
    with log.action(Action.ARCHIVE_PROGRAMME) as session:
        programme = get_row(session, Programme, programme_id)
        with rescheduled(session, today):
            programme.is_running = False
            programme.archived_at = utc_now()


def restore_programme(log: TrainingLog, programme_id: int) -> None:
    """Take an archived programme out again; it does not run by that. Raises NotFound."""
    with log.action(Action.RESTORE_PROGRAMME) as session:
        get_row(session, Programme, programme_id).archived_at = None


def remove_programme(log: TrainingLog, programme_id: int, today: dt.date) -> None:
    """Delete the programme; its routines stay. Raises NotFound."""
    with log.action(Action.REMOVE_PROGRAMME) as session:
        programme = get_row(session, Programme, programme_id)
        with rescheduled(session, today):
            session.delete(programme)


def _end_running(session: Session) -> None:
    for running in session.scalars(select(Programme).where(Programme.is_running)):
        running.is_running = False
    # At most one runs, and the database checks it row by row.
    session.flush()


def _write(session: Session, programme: Programme, values: ProgrammeValues) -> None:
    known = set(session.scalars(select(Routine.id)))
    programme.name = " ".join(values.name.split())
    programme.note = values.note.strip()
    programme.weekdays = values.weekdays
    programme.phases.clear()
    # Places are unique, and the old phases must be gone before new ones take theirs.
    session.flush()
    first = 1
    for place, phase in enumerate(values.phases):
        if not known.issuperset(phase.routine_ids):
            raise NotFound(_("That routine is no longer there."))
        last = None if phase.weeks is None else first + phase.weeks - 1
        programme.phases.append(_phase(place, phase, first, last))
        first = (last or first) + 1


def _phase(place: int, values: PhaseValues, first: int, last: int | None) -> ProgrammePhase:
    return ProgrammePhase(
        position=place,
        name=" ".join(values.name.split()),
        first_week=first,
        last_week=last,
        times_a_week=values.times_a_week,
        note=values.note.strip(),
        routines=[
            PhaseRoutine(routine_id=routine_id, position=turn)
            for turn, routine_id in enumerate(values.routine_ids)
        ],
    )


def _routine_of_template(session: Session, key: str) -> int:
    """Return the routine in use that came from a template, or a new copy of it."""
    standing = session.scalar(
        select(Routine.id)
        .where(Routine.template_key == key, Routine.archived_at.is_(None))
        .order_by(Routine.position)
        .limit(1)
    )
    return add_template_copy(session, key) if standing is None else standing


def _values_of_template(template: dict[str, Any], ids: dict[str, int]) -> ProgrammeValues:
    phases = tuple(
        PhaseValues(
            name=phase["name"],
            weeks=None if phase["weeks"][1] is None else phase["weeks"][1] - phase["weeks"][0] + 1,
            times_a_week=phase["workouts_per_week"],
            routine_ids=tuple(ids[key] for key in phase["rotation"]),
            note=phase["notes"],
        )
        for phase in template["phases"]
    )
    most = max(phase.times_a_week for phase in phases)
    return ProgrammeValues(
        template["name"], usual_weekdays(most), phases, note=template["description"]
    )


def _check(values: ProgrammeValues) -> None:
    if not 1 <= len(" ".join(values.name.split())) <= MAX_NAME:
        raise InvalidValue(_("A name needs 1 to {most} characters.").format(most=MAX_NAME))
    if not values.weekdays <= frozenset(range(1, 8)):
        raise InvalidValue(_("A weekday is a number from 1 to 7."))
    if not 1 <= len(values.phases) <= MAX_PHASES:
        raise InvalidValue(_("A programme has 1 to {most} phases.").format(most=MAX_PHASES))
    _check_phases(values.phases)


def _check_phases(phases: Sequence[PhaseValues]) -> None:
    for number, phase in enumerate(phases, start=1):
        turns = phase.routine_ids
        if not 1 <= len(turns) <= MAX_TURNS:
            raise InvalidValue(
                _("Phase {number} needs 1 to {most} routines.").format(
                    number=number, most=MAX_TURNS
                )
            )
        if len(set(turns)) < len(turns):
            raise InvalidValue(
                _("In phase {number} a routine stands twice.").format(number=number),
                _("Each takes its turn once before the first comes again."),
            )
        if phase.weeks is None and number < len(phases):
            raise InvalidValue(
                _("Only the last phase may be open-ended."),
                _("Say how many weeks phase {number} takes.").format(number=number),
            )
        if phase.weeks is not None and not 1 <= phase.weeks <= MAX_WEEKS:
            raise InvalidValue(_("A phase takes 1 to {most} weeks.").format(most=MAX_WEEKS))
        if not 1 <= phase.times_a_week <= 7:
            raise InvalidValue(_("Times a week must be between 1 and 7."))
