"""Gives charts the theme's colours and the locale's way of writing."""

from __future__ import annotations

from leglog.charts.look import OTHER, ChartLook
from leglog.i18n import pgettext
from leglog.training.vocabulary import MuscleGroup
from leglog.ui import labels, localized
from leglog.ui.theme import current_theme


def chart_look() -> ChartLook:
    """Return how charts look in the theme of the application."""
    theme = current_theme()
    return ChartLook(
        colours=theme.colours,
        palette={**theme.muscles, OTHER: theme.colours["previous"]},
        labels={
            **{group.value: labels.muscle_group(group) for group in MuscleGroup},
            OTHER: pgettext("muscles", "Other"),
        },
        font=theme.font().family(),
        scale=theme.scale,
        number=localized.number,
        day=localized.day_of_month,
        month=lambda day: localized.month_name(day.month, short=True),
    )
