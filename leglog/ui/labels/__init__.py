"""The one place that puts the terms of the log into words for people."""

from __future__ import annotations

from leglog.ui.labels.actions import action_label
from leglog.ui.labels.exercises import (
    category,
    equipment,
    load_basis,
    measure,
    muscle,
    muscle_group,
    pattern,
    pattern_group,
)
from leglog.ui.labels.pain import (
    band,
    leg_sign,
    moment,
    moment_in_full,
    pain_region,
    pain_side,
    period_kind,
    rating_word,
    response,
    trigger,
)
from leglog.ui.labels.sets import (
    load_mode,
    section,
    set_type,
    set_type_letter,
    side,
    side_short,
)

__all__ = [
    "action_label",
    "band",
    "category",
    "equipment",
    "leg_sign",
    "load_basis",
    "load_mode",
    "measure",
    "moment",
    "moment_in_full",
    "muscle",
    "muscle_group",
    "pain_region",
    "pain_side",
    "pattern",
    "pattern_group",
    "period_kind",
    "rating_word",
    "response",
    "section",
    "set_type",
    "set_type_letter",
    "side",
    "side_short",
    "trigger",
]
