"""Daily life: own tasks and the three questions; weight, sleep, steps and sitting beside pain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.charts.readings import Reading
from leglog.charts.values import Line, LinePanel, PainDay, PainSeries, TimePanels
from leglog.i18n import _, ngettext
from leglog.services.daily_tasks import DailyLife, daily_life, task_names
from leglog.services.day_series import Habit, Habits, habits
from leglog.training.tasks import is_meaningful_drop, mean_change_is_real
from leglog.ui import localized
from leglog.ui.explanations import Figure
from leglog.ui.progress import words
from leglog.ui.progress.content import Content, Table, day_cell, number_cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leglog.ui.progress.content import Asked

TASK_FIGURES = (Figure.TASKS, Figure.QUESTIONS)
HABIT_FIGURES = (Figure.DAY_PAIN, Figure.PAIN_MEAN)
TASK_COLOURS = ("e1rm", "band_high_text", "band_moderate_text", "chart_axis", "success")
"""Own tasks are named at their lines, so colour only helps to follow them."""


def tasks_content(asked: Asked) -> Content:
    """Return the ease of own tasks and the score of the three questions."""
    found = [one for one in daily_life(asked.log) if one.day in asked.shown]
    name = _("Daily tasks and questions")
    if not found:
        return Content(
            name,
            _("No answers in these days."),
            missing=_(
                "Choose three tasks of your own day under Today, and rate them every two weeks. "
                "They appear here."
            ),
            figures=TASK_FIGURES,
        )
    names = task_names(asked.log)
    return Content(
        name=name,
        summary=_tasks_summary(found),
        data=TimePanels(asked.span.first, asked.span.last, lines=_task_panels(found, names)),
        readings=[_life_reading(one, names) for one in found],
        table=_tasks_table(found, names),
        note=_("0 not possible, 10 as before. The questions: 0 none, 10 as much as can be."),
        figures=TASK_FIGURES,
    )


def _task_panels(found: Sequence[DailyLife], names: Mapping[int, str]) -> list[LinePanel]:
    days = [one.day for one in found]
    ids = list(dict.fromkeys(task for one in found for task in one.ease))
    lines = [
        Line(
            names.get(task, ""),
            days,
            [one.ease.get(task) for one in found],
            TASK_COLOURS[place % len(TASK_COLOURS)],
        )
        for place, task in enumerate(ids)
    ]
    lines.append(Line(_("mean"), days, [one.mean_ease for one in found], "text"))
    scores = [None if one.answers is None else one.answers.score for one in found]
    return [
        LinePanel(_("Own daily tasks, ease 0–10"), "", lines, 0, 10, share=1.6),
        LinePanel(
            _("Pain in daily life, three questions, 0–10"),
            _("mean of pain, enjoyment and activity"),
            [Line(_("score"), days, scores, "chart_line")],
            0,
            10,
            missing=_("The three questions were not answered in these days."),
        ),
    ]


def _tasks_summary(found: Sequence[DailyLife]) -> str:
    parts = [ngettext("{count} day answered.", "{count} days answered.", len(found)).format(
        count=len(found)
    )]  # fmt: skip
    eases = [one.mean_ease for one in found if one.mean_ease is not None]
    if len(eases) > 1:
        real = mean_change_is_real(eases[0], eases[-1])
        sentence = _("Tasks {first} to {last}: within the usual 2 points of error.")
        if real:
            sentence = _("Tasks {first} to {last}: beyond the usual 2 points of error.")
        parts.append(
            sentence.format(first=localized.fixed(eases[0]), last=localized.fixed(eases[-1]))
        )
    scores = [one.answers.score for one in found if one.answers is not None]
    if len(scores) > 1:
        sentence = _("Questions {first} to {last}: less than the 30 % usually counted.")
        if is_meaningful_drop(scores[0], scores[-1]):
            sentence = _("Questions {first} to {last}: at least the 30 % usually counted.")
        parts.append(
            sentence.format(first=localized.fixed(scores[0]), last=localized.fixed(scores[-1]))
        )
    return " ".join(parts)


def _life_reading(one: DailyLife, names: Mapping[int, str]) -> Reading:
    parts = [localized.short_day(one.day)]
    parts += [f"{names.get(task, '')} {ease}" for task, ease in one.ease.items()]
    if one.answers is not None:
        parts.append(_("questions {score}").format(score=localized.fixed(one.answers.score)))
    return Reading(tuple(parts), x=float(one.day.toordinal()), day=one.day)


def _tasks_table(found: Sequence[DailyLife], names: Mapping[int, str]) -> Table:
    ids = list(dict.fromkeys(task for one in found for task in one.ease))
    return Table(
        [_("Day"), *(names.get(task, "") for task in ids), _("Mean"), _("Questions")],
        [
            [
                day_cell(one.day),
                *(number_cell(one.ease.get(task), 0) for task in ids),
                number_cell(one.mean_ease, fixed=True),
                number_cell(None if one.answers is None else one.answers.score, fixed=True),
            ]
            for one in found
        ],
        [one.day for one in found],
    )


def habits_content(asked: Asked) -> Content:
    """Return body weight, sleep, steps and sitting beside the back."""
    found = habits(asked.log, asked.span, asked.today)
    name = _("Weight, sleep, steps, sitting")
    kinds = _kinds(found, asked)
    said = sum(any(habit.values[n] is not None for _t, habit in kinds)
               for n in range(len(found.days)))  # fmt: skip
    if not said:
        return Content(
            name,
            _("No check-ins in these days."),
            missing=_("The check-in under Today takes ten seconds; every field may stay empty."),
            figures=HABIT_FIGURES,
        )
    return Content(
        name=name,
        summary=ngettext(
            "{days}: {count} day with a check-in.", "{days}: {count} days with a check-in.", said
        ).format(days=localized.day_range(found.days[0], found.days[-1]), count=said),
        data=_habit_data(found, kinds, asked),
        readings=_habit_readings(found, kinds),
        table=_habit_table(found, kinds),
        note=words.for_comparison(),
        figures=HABIT_FIGURES,
    )


def _kinds(found: Habits, asked: Asked) -> list[tuple[str, Habit]]:
    weight = found.body_weight_kg
    if asked.unit.value == "lb":
        weight = Habit(*(
            tuple(None if each is None else each / 0.45359237 for each in part)
            for part in (weight.values, weight.means)
        ))  # fmt: skip
    return [
        (_("Sleep, hours"), found.sleep_h),
        (_("Steps"), found.steps),
        (_("Sitting, hours"), found.sitting_h),
        (_("Body weight, {unit}").format(unit=asked.unit.value), weight),
    ]


def _habit_data(found: Habits, kinds: Sequence[tuple[str, Habit]], asked: Asked) -> TimePanels:
    panels = []
    for title, habit in kinds:
        sparse = all(mean is None for mean in habit.means)
        lines = [
            Line("", found.days, habit.values, "chart_axis", dots_only=not sparse, filled=False)
        ]
        if not sparse:
            lines.append(Line("", found.days, habit.means, "e1rm", joined=False))
        panels.append(LinePanel(title, "", lines, missing=_("not noted in these days")))
    pain = PainSeries(
        title=_("Back pain by day, 0–10"),
        subtitle=_("lines: 7-day means (4 or more days)"),
        days=[PainDay(point.day, point.score, point.mean) for point in found.pain],
    )
    return TimePanels(asked.span.first, asked.span.last, pain=pain, lines=panels)


def _habit_readings(found: Habits, kinds: Sequence[tuple[str, Habit]]) -> list[Reading]:
    readings = []
    for place, day in enumerate(found.days):
        parts = []
        score = found.pain[place].score
        if score is not None:
            parts.append(_("pain {score}").format(score=localized.number(score)))
        for title, habit in kinds:
            value = habit.values[place]
            if value is not None:
                parts.append(f"{title} {localized.number(value, 1)}")
        if parts:
            readings.append(
                Reading((localized.short_day(day), *parts), x=float(day.toordinal()), day=day)
            )
    return readings


def _habit_table(found: Habits, kinds: Sequence[tuple[str, Habit]]) -> Table:
    places = [
        place
        for place in range(len(found.days))
        if found.pain[place].score is not None
        or any(habit.values[place] is not None for _title, habit in kinds)
    ]
    return Table(
        [_("Day"), _("Pain"), *(title for title, _habit in kinds)],
        [
            [
                day_cell(found.days[place]),
                number_cell(found.pain[place].score),
                *(number_cell(habit.values[place]) for _title, habit in kinds),
            ]
            for place in places
        ],
        [found.days[place] for place in places],
    )
