"""The sentences and headings of the Progress page, and which figures they speak of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leglog.charts.look import OTHER
from leglog.i18n import _, ngettext, pgettext
from leglog.training.periods import Grouping
from leglog.training.units import load_number
from leglog.training.vocabulary import MuscleGroup, Unit
from leglog.ui import labels, localized

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leglog.services.progress import Progress
    from leglog.services.training_volume import Key, VolumeBucket

TONNE_G = 1_000_000


class Measure(StrEnum):
    """What the bars measure."""

    HARD_SETS = "hard_sets"
    LOAD = "load"


@dataclass(frozen=True, slots=True)
class Measured:
    """What the bars measure, and in which unit loads are shown."""

    measure: Measure
    unit: Unit

    @property
    def words(self) -> str:
        """The name with its unit."""
        if self.measure is Measure.HARD_SETS:
            return _("Hard sets")
        return _("Volume, {unit}").format(unit=self.unit.value)


def amounts_of(bucket: VolumeBucket, measured: Measured) -> Mapping[Key, float]:
    """Return the bar's amounts by group, in the unit shown."""
    if measured.measure is Measure.HARD_SETS:
        return bucket.hard_sets
    return {
        group: float(load_number(load_g, measured.unit)) for group, load_g in bucket.load_g.items()
    }


def total_of(bucket: VolumeBucket, measured: Measured) -> float:
    """Return the bar's total, which for sets is less than its groups together."""
    if measured.measure is Measure.HARD_SETS:
        return bucket.total_hard_sets
    return float(load_number(bucket.total_load_g, measured.unit))


def group_key(group: Key) -> str:
    """Return the name under which a chart knows the group."""
    return OTHER if group is None else str(group)


def group_words(group: Key) -> str:
    """Return the words for a group; what belongs to none is 'Other'."""
    if isinstance(group, MuscleGroup):
        return labels.muscle_group(group)
    return pgettext("muscles", "Other")


def chart_title(measured: Measured, grouping: Grouping) -> str:
    """Return the heading of the upper panel, with its unit."""
    if measured.measure is Measure.HARD_SETS:
        if grouping is Grouping.MONTH:
            return _("Training volume per month, hard sets")
        return _("Training volume per week, hard sets")
    words = _("Training volume per week, {unit}")
    if grouping is Grouping.MONTH:
        words = _("Training volume per month, {unit}")
    return words.format(unit=measured.unit.value)


def chart_subtitle(measured: Measured) -> str:
    """Return what the bars of the upper panel are."""
    if measured.measure is Measure.HARD_SETS:
        return _("each set counts for every muscle group by its share")
    return _("weight × reps, shared out to the muscles of each exercise")


def note(measured: Measured) -> str:
    """Return the line below the chart: what is left out, and what it does not say."""
    if measured.measure is Measure.HARD_SETS:
        return _(
            "Warm-up sets and sets of RPE 5 or less are left out. "
            "Shown together for comparison; one does not prove the other."
        )
    return _(
        "Body-weight and hold sets have no kg. Switch Measure to Hard sets to include them. "
        "Shown together for comparison; one does not prove the other."
    )


def summary_sentence(shown: Progress, unit: Unit) -> str:
    """Return the page's headline: workouts, volume and pain of the days shown."""
    summary = shown.summary
    parts = [_workouts(shown)]
    if summary.load_g:
        parts.append(_("{load} lifted").format(load=_heavy(summary.load_g, unit)))
    if summary.mean_pain is not None:
        parts.append(_pain(shown))
    return _("{days}: {parts}.").format(
        days=localized.day_range(shown.days.first, shown.pain[-1].day), parts=", ".join(parts)
    )


def _workouts(shown: Progress) -> str:
    summary = shown.summary
    if summary.planned:
        return _("{done} of {planned} planned workouts").format(
            done=summary.planned_done, planned=summary.planned
        )
    return ngettext("{count} workout", "{count} workouts", summary.workouts).format(
        count=summary.workouts
    )


def _pain(shown: Progress) -> str:
    summary = shown.summary
    mean, before = summary.mean_pain, summary.mean_pain_before
    if mean is None:
        return ""
    words = ngettext(
        "average pain {mean} from {rated} of {days} day",
        "average pain {mean} from {rated} of {days} days",
        len(shown.pain),
    ).format(mean=localized.fixed(mean), rated=summary.rated_days, days=len(shown.pain))
    if before is None:
        return words
    return _("{words} (as long before: {before})").format(
        words=words, before=localized.fixed(before)
    )


def _heavy(load_g: int, unit: Unit) -> str:
    if unit is Unit.KG and load_g >= 10 * TONNE_G:
        return _("{tonnes} t").format(tonnes=localized.fixed(load_g / TONNE_G))
    rounded = round(float(load_number(load_g, unit)))
    return _("{load} {unit}").format(load=localized.number(rounded), unit=unit.value)
