"""An easy week eases what begins in it, and is forgotten by what comes after it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from leglog.services import sets, workouts
from leglog.services.easy_week import begin_easy_week, easy_week_news, end_easy_week
from leglog.services.keeping_changes import changes_of_workout
from leglog.services.routine_reading import routine_list
from leglog.services.suggestions import next_time
from leglog.services.today import glance
from leglog.services.workout_reading import workout_form
from tests.a_year import fill_year

if TYPE_CHECKING:
    from pathlib import Path

    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import WorkoutForm

TODAY = dt.date(2025, 11, 21)
DAY = dt.timedelta(days=1)


def _begin(log: TrainingLog, day: dt.date = TODAY) -> WorkoutForm:
    return workout_form(log, workouts.start_workout(log, day, routine_list(log)[0].id))


def _work(form: WorkoutForm) -> dict[str, list[int | None]]:
    return {
        block.name: [row.shown.load_g for row in block.sets]
        for block in form.blocks
        if block.section.is_work
    }


def _end(log: TrainingLog) -> None:
    running = easy_week_news(log, TODAY).running
    assert running is not None
    end_easy_week(log, running, TODAY)


def test_workouts_of_an_easy_week_begin_with_less(log: TrainingLog) -> None:
    fill_year(log, TODAY, weeks=3)
    usual = _work(_begin(log))
    assert begin_easy_week(log, TODAY) == TODAY + 6 * DAY
    easy = _work(_begin(log))
    assert {name: (len(loads) + 1) // 2 for name, loads in usual.items()} == {
        name: len(loads) for name, loads in easy.items()
    }
    for name, loads in easy.items():
        before = usual[name][0]
        assert (loads[0] is None) is (before is None)
        assert loads[0] is None or before is None or loads[0] <= max(before * 0.6, 2500)


def test_today_shows_the_plan_with_which_the_workout_will_begin(
    log: TrainingLog, log_path: Path
) -> None:
    fill_year(log, TODAY, weeks=3)
    begin_easy_week(log, TODAY)
    noon = dt.datetime.combine(TODAY, dt.time(12)).astimezone()
    seen = glance(log_path, noon, routine_list(log)[0].id)
    assert seen is not None
    assert seen.plan is not None
    shown = {
        one.name: (len(one.targets), one.load_g)
        for one in seen.plan.exercises
        if one.section.is_work
    }
    assert shown == {name: (len(loads), loads[0]) for name, loads in _work(_begin(log)).items()}


def test_what_is_usual_comes_from_before_the_easy_week(log: TrainingLog) -> None:
    fill_year(log, TODAY - 7 * DAY, weeks=3)
    before = _work(_begin(log))
    begin_easy_week(log, TODAY - 6 * DAY)
    easy = _begin(log, TODAY - 2 * DAY)
    rows = [row for block in easy.blocks for row in block.sets]
    sets.log_sets(log, {row.id: row.shown for row in rows})
    workouts.finish_workout(log, easy.id)
    assert _work(_begin(log, TODAY)) != before
    _end(log)
    assert _work(_begin(log, TODAY)) == before


def test_an_easy_week_suggests_nothing_and_keeps_no_change(log: TrainingLog) -> None:
    fill_year(log, TODAY, weeks=3)
    begin_easy_week(log, TODAY)
    form = _begin(log)
    assert all(next_time(log, form, block).suggestion is None for block in form.blocks)
    assert changes_of_workout(log, form.id) == ()


def test_an_easy_week_is_over_by_itself_or_at_once(log: TrainingLog) -> None:
    begin_easy_week(log, TODAY)
    assert easy_week_news(log, TODAY + 6 * DAY).running is not None
    assert easy_week_news(log, TODAY + 7 * DAY).running is None
    _end(log)
    assert easy_week_news(log, TODAY).running is None


def test_it_is_offered_after_ten_days_without_a_workout(log: TrainingLog) -> None:
    assert easy_week_news(log, TODAY).break_since is None
    workouts.finish_workout(log, workouts.start_workout(log, TODAY))
    assert easy_week_news(log, TODAY + 9 * DAY).break_since is None
    assert easy_week_news(log, TODAY + 10 * DAY).break_since == TODAY
    begin_easy_week(log, TODAY + 10 * DAY)
    assert easy_week_news(log, TODAY + 10 * DAY).break_since is None
