"""How charts look on paper: the light colours, patterns for print, black words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from leglog.charts.look import OTHER, ChartLook
from leglog.i18n import pgettext
from leglog.paths import resources_folder
from leglog.training.vocabulary import MuscleGroup

if TYPE_CHECKING:
    from leglog.reports.labels import Labels
    from leglog.reports.writing import Writing

FONT = "DejaVu Sans"
"""Comes with matplotlib and has every letter of the program's languages."""


def paper_look(write: Writing, labels: Labels) -> ChartLook:
    """Return the look of charts in documents."""
    tokens = json.loads((resources_folder() / "style" / "tokens.json").read_text("utf-8"))
    colours = {**tokens["color"]["light"], "text": "#000000", "text_muted": "#3A4247"}
    muscles = tokens["muscle_palette"]
    return ChartLook(
        colours=colours,
        palette={
            **{key: muscles["light"][key] for key in muscles["order"]},
            OTHER: colours["previous"],
        },
        labels={
            **{group.value: labels.muscle_group(group) for group in MuscleGroup},
            OTHER: pgettext("muscles", "Other"),
        },
        font=FONT,
        # Figures on paper are lettered smaller than on a screen.
        scale=0.68,
        number=write.number,
        day=write.day_of_month,
        month=lambda day: write.month_name(day.month, short=True),
        hatches=muscles["hatch"],
    )
