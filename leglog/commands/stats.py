"""'leglog stats': what the log holds, in figures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from leglog.commands import counted
from leglog.i18n import _, ngettext
from leglog.services.statistics import Statistics, statistics

if TYPE_CHECKING:
    import argparse

    from leglog.services.training_log import TrainingLog


def print_stats(log: TrainingLog, options: argparse.Namespace) -> int:
    """Print the figures, as words or as one JSON object."""
    found = statistics(log)
    print(json.dumps(_figures(found)) if options.json else "\n".join(_words(found)))
    return 0


def _figures(found: Statistics) -> dict[str, Any]:
    return {
        "workouts": found.workouts,
        "finished_workouts": found.finished_workouts,
        "sets": found.sets,
        "exercises": found.exercises,
        "routines": found.routines,
        "hard_sets": found.volume.hard_sets,
        "volume_load_kg": found.volume.volume_load_g / 1000,
        "time_under_tension_s": found.volume.time_under_tension_s,
        "hard_sets_by_group": {
            group.value: sets for group, sets in found.hard_sets_by_group.items()
        },
        "pain_ratings": found.pain_ratings,
        "rated_days": found.rated_days,
        "mean_morning_pain": found.mean_morning_pain,
        "first_date": found.first_date and found.first_date.isoformat(),
        "last_date": found.last_date and found.last_date.isoformat(),
    }


def _words(found: Statistics) -> list[str]:
    lines = [
        ngettext(
            "{finished} of {count} workout finished, {sets}, {hard}",
            "{finished} of {count} workouts finished, {sets}, {hard}",
            found.workouts,
        ).format(
            finished=found.finished_workouts,
            count=found.workouts,
            sets=counted.sets(found.sets),
            hard=_hard_sets(found.volume.hard_sets),
        ),
        _("{load} kg lifted, {seconds} s held").format(
            load=round(found.volume.volume_load_g / 1000), seconds=found.volume.time_under_tension_s
        ),
        _("{ratings} on {days}").format(
            ratings=counted.back_ratings(found.pain_ratings), days=counted.days(found.rated_days)
        ),
    ]
    if found.first_date is not None:
        lines.append(_("{first} to {last}").format(first=found.first_date, last=found.last_date))
    return lines


def _hard_sets(count: float) -> str:
    # A set counts half for a muscle that only helps: any number but 1 takes the plural.
    form = 1 if count == 1 else 2
    return ngettext("{count} hard set", "{count} hard sets", form).format(count=f"{count:g}")
