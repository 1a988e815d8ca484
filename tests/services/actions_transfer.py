"""An example of each action that brings data in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.formats.detect import read_workout_file
from leglog.services.training_log import Action
from leglog.services.transfer import compare_with_log, import_workouts
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.training_log import TrainingLog

STRONG = (
    b"Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    b"Workout Notes,RPE\n"
    b'2025-08-03 13:04:33,"Legs",45m,"Squat (Barbell)",1,60.0,8,0,0,"","good day",8\n'
    b'2025-08-03 13:04:33,"Legs",45m,"Squat (Barbell)",Rest Timer,0,0,0,120,,,\n'
    b'2025-08-03 13:04:33,"Legs",45m,"Strange Machine",1,20.5,10,0,0,"","",\n'
    b'2025-08-05 18:00:00,"Core",20m,"Plank",1,0,0,0,40,"","",\n'
)


def bring_in(log: TrainingLog, content: bytes = STRONG) -> int:
    preview = compare_with_log(log, read_workout_file(content), "strong.csv", "0" * 64, Unit.KG)
    return import_workouts(log, preview).workouts


EXAMPLES: dict[Action, Callable[..., object]] = {Action.IMPORT_WORKOUTS: bring_in}
