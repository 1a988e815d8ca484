"""What Today shows, read without the open log; importing this loads no SQLAlchemy."""

from __future__ import annotations

from leglog.models.glance import (
    Glance,
    Mornings,
    OpenWorkout,
    PainTrend,
    RunningFlare,
    VolumeTrend,
    glance,
)
from leglog.models.glance_plan import PlannedExercise, RoutinePlan, SetDone, SetTarget, about_s
from leglog.models.preferences import Preferences
from leglog.models.week import Week

__all__ = [
    "Glance",
    "Mornings",
    "OpenWorkout",
    "PainTrend",
    "PlannedExercise",
    "Preferences",
    "RoutinePlan",
    "RunningFlare",
    "SetDone",
    "SetTarget",
    "VolumeTrend",
    "Week",
    "about_s",
    "glance",
]
