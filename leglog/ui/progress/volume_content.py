"""Volume above back pain over one time axis, with the strength of one exercise where wanted."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from leglog.charts.look import OTHER
from leglog.charts.readings import Reading
from leglog.charts.values import TimePanels, VolumeBar, VolumeSeries
from leglog.i18n import _, ngettext
from leglog.services.progress import Choice, Progress, progress
from leglog.services.training_volume import EVERYTHING
from leglog.services.volume_sums import StackBy
from leglog.training.periods import Grouping
from leglog.ui import localized
from leglog.ui.explanations import Figure
from leglog.ui.progress import words
from leglog.ui.progress.choices import Measure, only_from
from leglog.ui.progress.content import (
    Content,
    Table,
    amount_cell,
    days_cell,
    number_cell,
    words_cell,
)
from leglog.ui.progress.pain_words import pain_series, remarks_in
from leglog.ui.progress.strength_content import strength_panel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from leglog.charts.values import LinePanel
    from leglog.services.training_volume import Key, VolumeBucket
    from leglog.ui.progress.content import Asked, Cell

MOST_GROUPS = 8
"""As many as there are colours that can be told apart; the table has all of them."""
FIGURES = (
    Figure.HARD_SETS,
    Figure.VOLUME_LOAD,
    Figure.BODY_LOAD,
    Figure.REPS,
    Figure.HOLD_TIME,
    Figure.DAY_PAIN,
    Figure.PAIN_MEAN,
    Figure.BANDS,
    Figure.FLARE,
    Figure.ADHERENCE,
    Figure.E1RM,
)


def volume_content(asked: Asked) -> Content:
    """Return the chart, its table and its words."""
    choices = asked.choices
    only, measure = only_from(choices.only), Measure(choices.measure)
    choice = Choice(
        Grouping(choices.grouping), StackBy(choices.stack), only, words.counted(measure)
    )
    shown = progress(asked.log, asked.span, asked.today, choice)
    name = _("Training volume above back pain")
    if shown is None or not (shown.summary.workouts or shown.summary.rated_days):
        return Content(
            name,
            _("No workouts and no ratings in these days."),
            missing=_(
                "Volume appears after 1 workout. The pain line appears after 4 ratings within "
                "7 days; single ratings show as dots straight away."
            ),
            figures=FIGURES,
        )
    if only != EVERYTHING and not shown.summary.workouts:
        return Content(
            name,
            words.summary_sentence(shown, asked.unit),
            missing=_(
                "No sets of what is chosen under Exercises in these days. Choose All exercises "
                "or a longer range."
            ),
            figures=FIGURES,
        )
    strength = strength_panel(asked) if choices.exercise else None
    return Content(
        name=name,
        summary=words.summary_sentence(shown, asked.unit),
        data=chart_data(shown, asked, measure, [strength] if strength else []),
        readings=[_reading(shown, bucket, asked, measure) for bucket in shown.buckets],
        table=_table(shown, asked, measure),
        note=words.note(measure, Grouping(choices.grouping), shown),
        figures=FIGURES,
    )


def chart_data(
    shown: Progress, asked: Asked, measure: Measure, lines: Sequence[LinePanel] = ()
) -> TimePanels:
    """Turn the page's figures into what the chart draws; what is small comes together on top."""
    drawn = _largest(shown, measure, asked)
    keys = [words.group_key(group) for group in drawn]
    if len(drawn) < len(_present(shown, measure, asked)) and OTHER not in keys:
        keys.append(OTHER)
    return TimePanels(
        first_day=shown.buckets[0].days.first,
        last_day=shown.buckets[-1].days.last,
        volume=VolumeSeries(
            title=words.volume_title(measure, shown.grouping, asked.unit),
            subtitle=words.volume_subtitle(measure, shown.stack_by),
            groups=keys,
            bars=[_bar(bucket, measure, asked, set(keys)) for bucket in shown.buckets],
            names={
                words.group_key(group): words.group_words(group, shown.names)
                for group in shown.groups
            },
        ),
        pain=pain_series(shown),
        lines=lines,
    )


def _present(shown: Progress, measure: Measure, asked: Asked) -> list[Key]:
    return [
        group
        for group in shown.groups
        if any(words.amounts_of(bucket, measure, asked.unit).get(group) for bucket in shown.buckets)
    ]


def _largest(shown: Progress, measure: Measure, asked: Asked) -> list[Key]:
    """Return the groups that have a colour of their own, in stacking order."""
    totals: dict[Key, float] = defaultdict(float)
    for bucket in shown.buckets:
        for group, amount in words.amounts_of(bucket, measure, asked.unit).items():
            totals[group] += amount
    present = _present(shown, measure, asked)
    named = sorted((key for key in present if key is not None), key=lambda key: -totals[key])
    kept = {*named[:MOST_GROUPS], None}
    return [key for key in present if key in kept]


def _bar(bucket: VolumeBucket, measure: Measure, asked: Asked, drawn: set[str]) -> VolumeBar:
    amounts: dict[str, float] = defaultdict(float)
    for group, amount in words.amounts_of(bucket, measure, asked.unit).items():
        key = words.group_key(group)
        amounts[key if key in drawn else OTHER] += amount
    return VolumeBar(bucket.days.first, bucket.days.last, dict(amounts), bucket.so_far)


def days_words(bucket: VolumeBucket, grouping: Grouping) -> str:
    """Return the days of a bar as the table and the readout name them."""
    if grouping is Grouping.MONTH:
        said = localized.month(bucket.days.first)
    elif grouping is Grouping.DAY:
        said = localized.short_day(bucket.days.first)
    else:
        said = localized.day_range(bucket.days.first, bucket.days.last)
    return _("{days}, so far").format(days=said) if bucket.so_far else said


def _scores(shown: Progress, bucket: VolumeBucket) -> list[float]:
    """Return the ratings of a bar's days; days follow each other without a gap."""
    start = (bucket.days.first - shown.pain[0].day).days
    points = shown.pain[max(start, 0) : max(start + len(bucket.days), 0)]
    return [point.score for point in points if point.score is not None]


def _reading(shown: Progress, bucket: VolumeBucket, asked: Asked, measure: Measure) -> Reading:
    scores = _scores(shown, bucket)
    parts = [
        days_words(bucket, shown.grouping),
        words.amount(measure, words.total_of(bucket, measure, asked.unit), asked.unit),
        words.count_of_workouts(bucket.workouts),
    ]
    if scores:
        parts.append(
            ngettext(
                "pain mean {mean} ({count} day)", "pain mean {mean} ({count} days)", len(scores)
            ).format(mean=localized.fixed(sum(scores) / len(scores)), count=len(scores))
        )
    if remarks := remarks_in(shown, bucket.days):
        parts.append(remarks)
    middle = (bucket.days.first.toordinal() + bucket.days.last.toordinal()) / 2
    return Reading(tuple(parts), x=middle, day=_opens(shown, bucket))


def _opens(shown: Progress, bucket: VolumeBucket) -> dt.date:
    """Return the newest workout's day of a bar, else its last day up to today."""
    place = bisect_right(shown.workout_dates, bucket.days.last) - 1
    if place >= 0 and shown.workout_dates[place] >= bucket.days.first:
        return shown.workout_dates[place]
    return min(bucket.days.last, shown.pain[-1].day)


def _table(shown: Progress, asked: Asked, measure: Measure) -> Table:
    groups = _present(shown, measure, asked)
    rows: list[list[Cell]] = []
    for bucket in shown.buckets:
        amounts = words.amounts_of(bucket, measure, asked.unit)
        scores = _scores(shown, bucket)
        mean = sum(scores) / len(scores) if scores else None
        rows.append(
            [
                days_cell(bucket.days, days_words(bucket, shown.grouping)),
                amount_cell(bucket.workouts),
                amount_cell(words.total_of(bucket, measure, asked.unit)),
                *(amount_cell(amounts.get(group, 0.0)) for group in groups),
                number_cell(mean, fixed=True),
                amount_cell(len(scores)),
                *([words_cell(remarks_in(shown, bucket.days))] if shown.remarks else []),
            ]
        )
    headers = [
        _("Days"),
        _("Workouts"),
        words.measure(measure, asked.unit),
        *(words.group_words(group, shown.names) for group in groups),
        _("Mean pain"),
        _("Days rated"),
        *([_("Remarks")] if shown.remarks else []),
    ]
    return Table(headers, rows, [_opens(shown, bucket) for bucket in shown.buckets])
