"""The sentences and headings of the Progress page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.look import OTHER
from leglog.i18n import _, ngettext, pgettext
from leglog.services.volume_sums import Counted
from leglog.training.periods import Grouping
from leglog.training.units import load_number
from leglog.training.vocabulary import MuscleGroup, PatternGroup, Unit
from leglog.ui import labels, localized
from leglog.ui.progress.choices import ChartKind, Measure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leglog.services.progress import Progress, ProgressSummary
    from leglog.services.training_volume import Key, VolumeBucket

TONNE_G = 1_000_000


def chart_names() -> dict[ChartKind, str]:
    """Return the names of the charts, in the order of the chooser."""
    return {
        ChartKind.VOLUME: _("Volume and pain"),
        ChartKind.BACK: _("Back pain, every rating"),
        ChartKind.LAG: _("Volume and later pain"),
        ChartKind.STRENGTH: _("Strength and records"),
        ChartKind.SIDES: _("Left and right"),
        ChartKind.CONSISTENCY: _("Consistency"),
        ChartKind.EXERCISES: _("Pain by exercise"),
        ChartKind.TASKS: _("Daily tasks and questions"),
        ChartKind.HABITS: _("Weight, sleep, steps, sitting"),
    }


def measure(value: Measure, unit: Unit) -> str:
    """Return what the bars measure, with its unit."""
    return {
        Measure.HARD_SETS: _("Hard sets"),
        Measure.LOAD: _("Volume, {unit}"),
        Measure.BODY_LOAD: _("{unit} + body weight (estimated)"),
        Measure.REPS: pgettext("measure", "Reps"),
        Measure.HELD: _("Hold time, minutes"),
    }[value].format(unit=unit.value)


def amount(value: Measure, much: float, unit: Unit) -> str:
    """Return how much of what the bars measure a bar holds."""
    words = {
        Measure.HARD_SETS: _("{amount} hard sets"),
        Measure.LOAD: _("{amount} {unit} volume"),
        Measure.BODY_LOAD: _("{amount} {unit} with body weight, estimated"),
        Measure.REPS: _("{amount} reps"),
        Measure.HELD: _("{amount} minutes of hold time"),
    }[value]
    return words.format(amount=localized.number(much, 1), unit=unit.value)


def counted(value: Measure) -> Counted:
    """Return what the log has to count for it; hard sets are always there."""
    return Counted.LOAD if value is Measure.HARD_SETS else Counted(value.value)


def amounts_of(bucket: VolumeBucket, value: Measure, unit: Unit) -> Mapping[Key, float]:
    """Return the bar's amounts by group, in the unit shown."""
    if value is Measure.HARD_SETS:
        return bucket.hard_sets
    parts = bucket.counted[counted(value)]
    return {group: _in_unit(value, part, unit) for group, part in parts.items()}


def total_of(bucket: VolumeBucket, value: Measure, unit: Unit) -> float:
    """Return the bar's total, which for sets is less than its groups together."""
    if value is Measure.HARD_SETS:
        return bucket.total_hard_sets
    return _in_unit(value, bucket.total(counted(value)), unit)


def _in_unit(value: Measure, much: int, unit: Unit) -> float:
    match value:
        case Measure.LOAD | Measure.BODY_LOAD:
            return float(load_number(much, unit))
        case Measure.HELD:
            return much / 60
    return float(much)


def group_key(group: Key) -> str:
    """Return the name under which a chart knows the group."""
    return OTHER if group is None else str(group)


def group_words(group: Key, names: Mapping[int, str]) -> str:
    """Return the words for a group; what belongs to none is 'Other'."""
    if isinstance(group, MuscleGroup):
        return labels.muscle_group(group)
    if isinstance(group, PatternGroup):
        return pattern_group(group)
    if isinstance(group, int):
        return names.get(group, str(group))
    return pgettext("muscles", "Other")


def pattern_group(value: PatternGroup) -> str:
    """Return the name of a family of movement patterns."""
    return {
        PatternGroup.SQUAT: _("Squat"),
        PatternGroup.HINGE: _("Hip hinge"),
        PatternGroup.SINGLE_LEG: _("Single leg"),
        PatternGroup.CALF: _("Calf raise"),
        PatternGroup.HIP: _("Hips sideways"),
        PatternGroup.CORE: _("Core"),
        PatternGroup.PULL: _("Pull"),
        PatternGroup.PUSH: _("Push"),
        PatternGroup.OTHER: pgettext("muscles", "Other"),
    }[value]


def volume_title(value: Measure, grouping: Grouping, unit: Unit) -> str:
    """Return the heading of the bars, with its unit."""
    words = {
        Grouping.DAY: _("Training volume per day, {measure}"),
        Grouping.WEEK: _("Training volume per week, {measure}"),
        Grouping.MONTH: _("Training volume per month, {measure}"),
    }[grouping]
    names = {
        Measure.HARD_SETS: _("hard sets"),
        Measure.LOAD: unit.value,
        Measure.BODY_LOAD: _("{unit} with body weight (estimated)").format(unit=unit.value),
        Measure.REPS: _("reps"),
        Measure.HELD: _("minutes held"),
    }
    return words.format(measure=names[value])


def volume_subtitle(value: Measure, stack: str) -> str:
    """Return what the bars are."""
    by_muscle = {
        Measure.HARD_SETS: _("each set counts for every muscle group by its share"),
        Measure.LOAD: _("weight × reps, shared out to the muscles of each exercise"),
        Measure.BODY_LOAD: _("(weight + body) × reps, shared out to the muscles"),
        Measure.REPS: _("both sides, shared out to the muscles of each exercise"),
        Measure.HELD: _("seconds of holds, shared out to the muscles of each exercise"),
    }
    whole = {
        Measure.HARD_SETS: _("each set counts once"),
        Measure.LOAD: _("weight × reps"),
        Measure.BODY_LOAD: _("(weight + body) × reps"),
        Measure.REPS: _("both sides added up"),
        Measure.HELD: _("time of all holds"),
    }
    return (by_muscle if stack == "muscle" else whole)[value]


def note(value: Measure, wanted: Grouping, shown: Progress) -> str:
    """Return the line below the chart: what is left out, and what it does not say.

    Bars that would be too narrow are longer than ``wanted``, which is said too.
    """
    left_out = {
        Measure.HARD_SETS: _("Warm-up sets and sets of RPE 5 or less are left out."),
        Measure.LOAD: _(
            "Body-weight and hold sets have no kg. Switch Measure to Hard sets to include them."
        ),
        Measure.BODY_LOAD: _body_note(sum(bucket.unweighed_days for bucket in shown.buckets)),
        Measure.REPS: _("Warm-up sets and holds are left out."),
        Measure.HELD: _("Only holds have a time; sets of reps are left out."),
    }[value]
    words = _("{left_out} {compare}").format(left_out=left_out, compare=for_comparison())
    if wanted is shown.grouping:
        return words
    longer = {
        Grouping.DAY: "",
        Grouping.WEEK: _("A bar is a week here: of so many days each would be too narrow."),
        Grouping.MONTH: _("A bar is a month here: of so many weeks each would be too narrow."),
    }
    return f"{longer[shown.grouping]} {words}"


def _body_note(unweighed_days: int) -> str:
    words = _("The body’s part is an estimate from your latest body weight on each day.")
    if not unweighed_days:
        return words
    unknown = ngettext(
        "On {count} day none was known, so it is left out there.",
        "On {count} days none was known, so it is left out there.",
        unweighed_days,
    ).format(count=unweighed_days)
    return f"{words} {unknown}"


def for_comparison() -> str:
    """Return what stands below every chart of two things at once."""
    return _("Shown together for comparison; one does not prove the other.")


def summary_sentence(shown: Progress, unit: Unit) -> str:
    """Return the page's headline: workouts, volume and pain of the days shown."""
    summary = shown.summary
    parts = [workouts_of(summary)]
    if summary.load_g:
        parts.append(_("{load} lifted").format(load=heavy(summary.load_g, unit)))
    if summary.mean_pain is not None:
        parts.append(_pain(shown))
    return _("{days}: {parts}.").format(
        days=localized.day_range(shown.days.first, shown.pain[-1].day), parts=", ".join(parts)
    )


def workouts_of(summary: ProgressSummary) -> str:
    """Return how many workouts were done, and of the planned ones how many.

    Plans may reach back less far than the workouts, so the one does not stand for the other.
    """
    if not summary.planned:
        return count_of_workouts(summary.workouts)
    if summary.workouts == summary.planned_done:
        return ngettext(
            "{done} of {count} planned workout",
            "{done} of {count} planned workouts",
            summary.planned,
        ).format(done=summary.planned_done, count=summary.planned)
    return ngettext(
        "{workouts} ({done} of {count} planned)",
        "{workouts} ({done} of {count} planned)",
        summary.planned,
    ).format(
        workouts=count_of_workouts(summary.workouts),
        done=summary.planned_done,
        count=summary.planned,
    )


def count_of_workouts(count: int) -> str:
    """Return how many workouts ('1 workout')."""
    return ngettext("{count} workout", "{count} workouts", count).format(count=count)


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


def heavy(load_g: int, unit: Unit) -> str:
    """Return weight × reps, in tonnes where it is much."""
    if unit is Unit.KG and load_g >= 10 * TONNE_G:
        return _("{tonnes} t").format(tonnes=localized.fixed(load_g / TONNE_G))
    rounded = round(float(load_number(load_g, unit)))
    return _("{load} {unit}").format(load=localized.number(rounded), unit=unit.value)
