"""The parts of the monthly review in the order of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.blocks import (
    Columns,
    Fact,
    Facts,
    Field,
    Paragraph,
    Picture,
    Stack,
    Table,
    heading,
)
from leglog.i18n import _, ngettext, pgettext
from leglog.reports import monthly_pictures, words
from leglog.training.vocabulary import Band

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leglog.charts.paper import Block
    from leglog.reports.choices import Limits, ReportOptions, ReportWords
    from leglog.services.monthly_review import MonthFigures, MonthlyReview
    from leglog.services.workouts_reviewed import ReviewedWorkout

NONE = "–"


def blocks(
    review: MonthlyReview, said: ReportWords, options: ReportOptions, limits: Limits
) -> list[Block]:
    """Return what the pages show; a part without anything to say is left out."""
    return [
        *_head(review, said, options),
        *_days(review, said),
        *_exercises(review, said, limits),
        _pattern(review, said),
        *_workouts(review, said, limits),
        *_notes(review, said, options, limits),
    ]


def _head(review: MonthlyReview, said: ReportWords, options: ReportOptions) -> Iterator[Block]:
    yield Columns(
        Paragraph(words.title(review, said.write), size=15, bold=True, tag="H1"),
        Field(_("Name:"), options.name),
        share=0.66,
    )
    yield Paragraph(words.headline(review, said.write), size=10.5, bold=True)
    if review.month.is_empty:
        return
    yield Facts(_facts(review, said))
    if review.physio_note:
        yield Stack([heading(_("For my physio")), Paragraph(review.physio_note)])


def _facts(review: MonthlyReview, said: ReportWords) -> list[Fact]:
    write, month, before = said.write, review.month, review.before
    then = words.period_before(review, write)
    mean = month.mean_pain
    return [
        Fact(
            _("Workouts"),
            words.workouts(month, write),
            _("{month}: {figure}").format(month=then, figure=words.workouts(before, write)),
        ),
        Fact(
            _("Volume (weight × reps)"),
            words.volume(month.volume.total_load_g, said.unit, write),
            words.volume_change(review, said.unit, write),
        ),
        Fact(
            _("Average back pain, 0–10"),
            NONE if mean is None else write.fixed(mean),
            words.rated(month),
        ),
        Fact(
            _("Is that a meaningful change?"),
            words.change_title(review, write),
            words.change_caption(),
        ),
    ]


def _days(review: MonthlyReview, said: ReportWords) -> Iterator[Block]:
    if review.month.is_empty:
        return
    yield Picture(
        *monthly_pictures.course(review, said),
    )
    left: list[Block] = [heading(_("Rated days by band")), _bands(review, said)]
    left += [heading(_("Day by day")), _daily(review, said)]
    right: list[Block] = [heading(_("Balance, hard sets by muscle group"))]
    if review.groups:
        right += [
            Picture(*monthly_pictures.balance(review, said)),
            Paragraph(monthly_pictures.balance_caption(review, said), size=7, quiet=True),
        ]
    else:
        right.append(Paragraph(_("No hard sets in these days."), quiet=True))
    yield Columns(Stack(left, 4), Stack(right, 4), share=0.48)


def _bands(review: MonthlyReview, said: ReportWords) -> Table:
    ranges = {Band.LOW: "0–2", Band.MODERATE: "3–5", Band.HIGH: "6–10"}
    now, then = review.month.days_in_band, review.before.days_in_band
    return Table(
        [
            pgettext("pain", "Band"),
            words.period(review, said.write),
            words.period_before(review, said.write),
        ],
        [
            [f"{said.labels.band(band)} {ranges[band]}", str(now[band]), str(then[band])]
            for band in Band
        ],
    )


def _daily(review: MonthlyReview, said: ReportWords) -> Table:
    def row(name: str, cells: Sequence[str]) -> list[str]:
        return [name, *cells]

    both: tuple[MonthFigures, MonthFigures] = (review.month, review.before)
    write = said.write
    return Table(
        [_("Mean a day"), words.period(review, write), words.period_before(review, write)],
        [
            row(_("Sleep"), [words.daily(one.sleep_min, words.hours(one.sleep_min.mean, write))
                             for one in both]),
            row(_("Steps"), [words.daily(one.steps, write.number(one.steps.mean or 0, 0))
                             for one in both]),
            row(_("Sitting"), [words.daily(one.sitting_min, words.hours(one.sitting_min.mean,
                                                                        write))
                               for one in both]),
        ],
    )  # fmt: skip


def _exercises(review: MonthlyReview, said: ReportWords, limits: Limits) -> Iterator[Block]:
    write = said.write
    if review.around:
        rows = [
            [
                one.name,
                str(one.workouts),
                words.change(one.worst_less_before, write),
                words.change(one.morning_less_before, write),
                str(one.felt) if one.felt else NONE,
            ]
            for one in review.around[: limits.exercises]
        ]
        days = write.day_range(review.around_days.first, review.around_days.last)
        yield Stack(
            [
                heading(_("Pain around workouts, by exercise")),
                Paragraph(_("{days}, mean change in points").format(days=days), size=7, quiet=True),
                Table(
                    [
                        _("Exercise"),
                        _("Workouts"),
                        _("Worst − before"),
                        _("Next morning − before"),
                        _("“Felt it here” marks"),
                    ],
                    rows,
                ),
                Paragraph(words.around_note(), size=7, quiet=True),
            ]
        )
    yield from _bests(review, said, limits)


def _bests(review: MonthlyReview, said: ReportWords, limits: Limits) -> Iterator[Block]:
    write, unit = said.write, said.unit
    bests: Block = Paragraph(_("No new bests in these days."), quiet=True)
    if review.bests:
        bests = Table(
            [_("Exercise"), _("New best"), _("Before")],
            [
                [one.name, words.best(one, unit, write), words.best_before(one, unit, write)]
                for one in review.bests[: limits.bests]
            ],
        )
    loads: Block = Paragraph(_("No workout of the last 8 weeks has all its ratings."), quiet=True)
    if review.tolerated:
        loads = Table(
            [_("Exercise"), _("Heaviest or longest")],
            [
                [one.name, words.tolerated(one, unit, write)]
                for one in review.tolerated[: limits.bests]
            ],
        )
    yield Columns(
        Stack([heading(_("New bests")), bests]),
        Stack([heading(_("Followed by a settled morning, last 8 weeks")), loads]),
    )
    if review.sides:
        lines = [words.side(one, write) for one in review.sides]
        lines.append(_("In at least three workouts; a hint for training, not for pain."))
        yield Stack([heading(_("Left and right")), *map(Paragraph, lines)])


def _pattern(review: MonthlyReview, said: ReportWords) -> Block:
    parts: list[Block] = [
        heading(_("What moved together")),
        Paragraph(words.together(review.together, said.write)),
    ]
    figures = words.together_figures(review.together, said.write)
    if figures:
        parts.append(Paragraph(figures, size=7, quiet=True))
    return Stack(parts)


def _workouts(review: MonthlyReview, said: ReportWords, limits: Limits) -> Iterator[Block]:
    if not review.workouts:
        return
    if review.months > 1:
        yield Stack([heading(_("Month by month")), _months(review, said)])
        return
    shown = review.workouts[: limits.workouts]
    parts: list[Block] = [
        heading(_("Workouts")),
        Table(
            [
                _("Day"),
                _("Workout"),
                _("Hard sets"),
                _("Volume"),
                _("Before"),
                _("Worst during"),
                _("After"),
                _("Next morning"),
            ],
            [_workout(one, said) for one in shown],
            left_columns=frozenset({0, 1}),
            wide=frozenset({1}),
        ),
    ]
    if more := len(review.workouts) - len(shown):
        parts.append(Paragraph(_more(more), size=7, quiet=True))
    yield Stack(parts)


def _workout(one: ReviewedWorkout, said: ReportWords) -> list[str]:
    back = one.back
    ratings = (back.before, back.during, back.after, back.morning)
    return [
        said.write.day_of_month(one.date),
        one.title,
        said.write.number(one.hard_sets, 1),
        words.volume(one.load_g, said.unit, said.write) if one.load_g else NONE,
        *(NONE if score is None else str(score) for score in ratings),
    ]


def _months(review: MonthlyReview, said: ReportWords) -> Table:
    rows = []
    for bucket in review.by_month:
        scores = [score for day, score in review.pain_by_day if day in bucket.days]
        mean = said.write.fixed(sum(scores) / len(scores)) if scores else NONE
        rows.append(
            [
                said.write.month(bucket.days.first),
                str(bucket.workouts),
                said.write.number(bucket.total_hard_sets, 1),
                words.volume(bucket.total_load_g, said.unit, said.write),
                mean,
                str(len(scores)),
            ]
        )
    headers = [_("Month"), _("Workouts"), _("Hard sets"), _("Volume"), _("Mean pain"), _("Rated")]
    return Table(headers, rows)


def _notes(
    review: MonthlyReview, said: ReportWords, options: ReportOptions, limits: Limits
) -> Iterator[Block]:
    noted = [
        one for one in review.workouts if one.note.strip() and one.id not in options.left_out_notes
    ]
    marked = [
        _("{kind}, {days}").format(
            kind=said.labels.period_kind(one.kind),
            days=said.write.day_range(one.first, one.last or review.month.days.last),
        )
        + (f": {one.note}" if one.note else "")
        for one in review.marked
    ]
    lines = marked + [
        f"{said.write.day_of_month(one.date)}: {' '.join(one.note.split())}" for one in noted
    ]
    if not lines:
        return
    shown = [_shortened(line, limits.note_length) for line in lines[: limits.notes]]
    if more := len(lines) - len(shown):
        shown.append(_more(more))
    yield heading(_("Notes"))
    yield from map(Paragraph, shown)


def _shortened(line: str, most: int) -> str:
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _more(count: int) -> str:
    return ngettext("{count} more in LegLog", "{count} more in LegLog", count).format(count=count)
