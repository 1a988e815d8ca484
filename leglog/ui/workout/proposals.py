"""What the chooser offers: routines, each with its reason; unfinished and past workouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext
from leglog.services.planning import week
from leglog.services.programme_reading import running_programme
from leglog.services.routine_reading import routine_list
from leglog.services.whole_workouts import latest_workouts
from leglog.services.workout_reading import open_workouts, workout_form
from leglog.training.schedule import Reason
from leglog.ui import localized
from leglog.ui.workout.chooser import Choice

if TYPE_CHECKING:
    import datetime as dt

    from leglog.services.routine_reading import RoutineLine
    from leglog.services.training_log import TrainingLog
    from leglog.training.schedule import NextUp

LATEST = 4
"""Past workouts offered to be done again."""


def routine_choices(log: TrainingLog, today: dt.date) -> list[Choice]:
    """Return the routines in their order, but the one that comes next before all."""
    following, programme = week(log, today).next_up, running_programme(log)
    phase = programme.phase_on(today) if programme else None
    turns = {id_ for id_, _name in phase.routines} if phase else set()
    in_turn = _("In turn in {programme}").format(programme=programme.name) if programme else ""

    def about(line: RoutineLine) -> str:
        if following is not None and line.id == following.routine_id:
            return _why(following, _days(line) if not turns else in_turn)
        return in_turn if line.id in turns else _days(line)

    lines = sorted(
        routine_list(log), key=lambda line: not following or line.id != following.routine_id
    )
    return [Choice(line.id, line.name, about(line)) for line in lines]


def unfinished_choices(log: TrainingLog) -> list[Choice]:
    """Return the workouts to go on with and how far they are, the newest first."""
    return [_unfinished(log, workout_id) for workout_id in open_workouts(log)]


def latest_choices(log: TrainingLog) -> list[Choice]:
    """Return the latest workouts, to be done again."""
    choices = []
    for workout in latest_workouts(log, LATEST):
        sets = ngettext("{count} set", "{count} sets", workout.sets).format(count=workout.sets)
        about = f"{localized.day(workout.date)} · {sets}"
        choices.append(Choice(workout.id, workout.title, about))
    return choices


def _unfinished(log: TrainingLog, workout_id: int) -> Choice:
    form = workout_form(log, workout_id)
    sets = ngettext(
        "{done} of {count} set logged", "{done} of {count} sets logged", form.sets_planned
    ).format(done=form.sets_done, count=form.sets_planned)
    return Choice(form.id, form.title, f"{localized.day(form.date)} · {sets}")


def _why(following: NextUp, otherwise: str) -> str:
    if following.reason is Reason.PLANNED_TODAY:
        return _("Planned for today")
    if following.reason is Reason.PLANNED_LATER and following.day is not None:
        return _("Next: planned for {day}").format(day=localized.short_day(following.day))
    if following.reason is Reason.AFTER_LAST:
        return _("Next in turn")
    return otherwise


def _days(line: RoutineLine) -> str:
    if not line.weekdays:
        return _("no days planned")
    days = ", ".join(localized.weekday(day - 1) for day in sorted(line.weekdays))
    return _("Planned on {days}").format(days=days)
