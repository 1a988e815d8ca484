"""What the charts draw, computed once more from the raw rows of the file."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from leglog.charts.values import ByExercise, Calendar, LagView, TimePanels
from leglog.services.demo import fill_with_demo
from leglog.services.training_log import open_log
from leglog.training.periods import DaySpan
from leglog.training.vocabulary import Unit
from leglog.ui.progress.choices import ChartKind, Choices, Measure
from leglog.ui.progress.content import Asked
from leglog.ui.progress.reading import content_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leglog.charts.values import Figured
    from leglog.services.training_log import TrainingLog

TODAY = dt.date(2026, 11, 19)
SPAN = DaySpan(dt.date(2026, 5, 25), dt.date(2026, 11, 22))
SETS = """
SELECT w.date, w.id, x.exercise_id, e.pattern, s.reps, s.load_g, s.load_mode, s.duration_s, s.side,
       s.rpe_halves
FROM performed_set s JOIN workout_exercise x ON x.id = s.workout_exercise_id
JOIN workout w ON w.id = x.workout_id JOIN exercise e ON e.id = x.exercise_id
WHERE s.done AND s.set_type != 'warm_up' AND e.category IN ('strength', 'core')
  AND x.section NOT IN ('warm_up', 'cool_down')
"""


@pytest.fixture(scope="module")
def year(
    tmp_path_factory: pytest.TempPathFactory, fresh_log_file: Path
) -> Iterator[tuple[TrainingLog, sqlite3.Connection]]:
    path = tmp_path_factory.mktemp("raw") / "leglog.db"
    path.write_bytes(fresh_log_file.read_bytes())
    log = open_log(path)
    fill_with_demo(log, TODAY)
    raw = sqlite3.connect(path)
    yield log, raw
    raw.close()
    log.close()


def drawn(log: TrainingLog, kind: ChartKind, **choices: str) -> Figured:
    asked = Asked(log, Choices(chart=kind, **choices), SPAN, TODAY, Unit.KG)  # type: ignore[arg-type]  # all texts
    data = content_of(asked).data
    assert data is not None
    return data


def monday(day: str) -> dt.date:
    date = dt.date.fromisoformat(day)
    return date - dt.timedelta(days=date.weekday())


def weight_on(raw: sqlite3.Connection, day: str) -> int:
    """Return the latest body weight up to a day; the made-up year has them in check-ins alone."""
    found = raw.execute(
        "SELECT body_weight_g FROM check_in WHERE body_weight_g AND date <= ? ORDER BY date DESC",
        (day,),
    ).fetchone()
    return int(found[0]) if found else 0


@pytest.mark.parametrize("measure", Measure)
def test_weekly_bars_by_exercise(
    year: tuple[TrainingLog, sqlite3.Connection], measure: Measure
) -> None:
    log, raw = year
    expected: dict[dt.date, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    factors = dict(raw.execute("SELECT id, bodyweight_factor FROM exercise"))
    for day, _w, exercise, _p, reps, load_g, mode, held_s, side, rpe in raw.execute(SETS):
        sides = 2 if side == "each" else 1
        times = {"per_dumbbell": 2, "external": 1, "added": 1}.get(mode, 0)
        moved_g = (load_g or 0) * times
        if measure is Measure.BODY_LOAD and factors[exercise]:
            helped_g = (load_g or 0) if mode == "assisted" else 0
            moved_g += max(0, round(weight_on(raw, day) * factors[exercise]) - helped_g)
        amount = {
            Measure.HARD_SETS: (
                1.0 if (reps or (held_s or 0) >= 5) and (rpe is None or rpe > 10) else 0.0
            ),
            Measure.LOAD: (reps or 0) * moved_g * sides / 1000,
            Measure.BODY_LOAD: (reps or 0) * moved_g * sides / 1000,
            Measure.REPS: (reps or 0) * sides,
            Measure.HELD: (held_s or 0) * (1 if reps is None else reps) * sides / 60,
        }[measure]
        if amount and SPAN.first.isoformat() <= day:
            expected[monday(day)][str(exercise)] += amount
    data = drawn(log, ChartKind.VOLUME, measure=measure, stack="exercise")
    assert isinstance(data, TimePanels)
    assert data.volume is not None
    found = {bar.first_day: dict(bar.amounts) for bar in data.volume.bars if bar.amounts}
    assert found.keys() == expected.keys()
    assert len(data.volume.groups) <= 9
    for week, amounts in expected.items():
        named = {key: amount for key, amount in found[week].items() if key != "other"}
        # A bar shows weights to ten grams.
        assert named == pytest.approx({key: amounts[key] for key in named}, abs=0.01)
        assert sum(found[week].values()) == pytest.approx(sum(amounts.values()), abs=0.1)


def test_days_of_pain_and_their_seven_day_means(
    year: tuple[TrainingLog, sqlite3.Connection],
) -> None:
    log, raw = year
    mornings = dict(raw.execute("SELECT date, score FROM pain_rating WHERE moment = 'morning'"))
    data = drawn(log, ChartKind.VOLUME)
    assert isinstance(data, TimePanels)
    assert data.pain is not None
    for point in data.pain.days:
        if point.day.isoformat() in mornings:
            assert point.score == mornings[point.day.isoformat()]
        window = [
            score
            for back in range(7)
            if (score := value_of(raw, point.day - dt.timedelta(days=back))) is not None
        ]
        mean = sum(window) / len(window) if len(window) >= 4 else None
        assert point.mean == (None if mean is None else pytest.approx(mean))


def value_of(raw: sqlite3.Connection, day: dt.date) -> float | None:
    """Return the day's value: morning, else before and any, else during and after."""
    scores: dict[str, list[int]] = defaultdict(list)
    query = "SELECT moment, score FROM pain_rating WHERE date = ?"
    for moment, score in raw.execute(query, (day.isoformat(),)):
        scores[moment].append(score)
    for moments in (("morning",), ("before", "any"), ("during", "after")):
        found = [score for moment in moments for score in scores[moment]]
        if found:
            return sum(found) / len(found)
    return None


def test_every_rating_is_a_mark_of_its_moment(
    year: tuple[TrainingLog, sqlite3.Connection],
) -> None:
    log, raw = year
    data = drawn(log, ChartKind.BACK)
    assert isinstance(data, TimePanels)
    assert data.pain is not None
    found = sorted(
        (day.isoformat(), score)
        for one in data.pain.moments
        for day, score in zip(one.days, one.scores, strict=True)
    )
    query = "SELECT date, score FROM pain_rating WHERE date BETWEEN ? AND ?"
    span = (SPAN.first.isoformat(), TODAY.isoformat())
    assert found == sorted(raw.execute(query, span).fetchall())


def test_estimated_maximum_of_every_workout(
    year: tuple[TrainingLog, sqlite3.Connection],
) -> None:
    log, raw = year
    best: dict[int, dict[str, float]] = defaultdict(dict)
    for day, _w, exercise, _p, reps, load_g, mode, _s, _side, rpe in raw.execute(SETS):
        effective = (reps or 0) + ((20 - rpe) / 2 if rpe else 0)
        if mode not in ("external", "per_dumbbell") or not load_g or not 1 <= effective <= 10:
            continue
        load = load_g / 1000
        epley = load if effective == 1 else load * (1 + effective / 30)
        value = (epley + 36 * load / (37 - effective)) / 2
        if day >= SPAN.first.isoformat():
            best[exercise][day] = max(value, best[exercise].get(day, 0))
    assert best
    exercise, expected = max(best.items(), key=lambda one: len(one[1]))
    data = drawn(log, ChartKind.STRENGTH, exercise=str(exercise))
    assert isinstance(data, TimePanels)
    line = data.lines[0].lines[0]
    found = {
        day.isoformat(): value
        for day, value in zip(line.days, line.values, strict=True)
        if value is not None
    }
    assert found.keys() == expected.keys()
    assert found == pytest.approx(expected, abs=0.011)


def test_lag_pairs_sets_with_the_mornings_after(
    year: tuple[TrainingLog, sqlite3.Connection],
) -> None:
    log, raw = year
    sets: dict[str, float] = defaultdict(float)
    for day, _w, _e, _p, reps, _l, _m, held_s, _side, rpe in raw.execute(SETS):
        if (reps or (held_s or 0) >= 5) and (rpe is None or rpe > 10):
            sets[day] += 1
    mornings = dict(raw.execute("SELECT date, score FROM pain_rating WHERE moment = 'morning'"))
    data = drawn(log, ChartKind.LAG)
    assert isinstance(data, LagView)
    for lag, panel in enumerate(data.panels):
        expected: dict[tuple[float, float], int] = defaultdict(int)
        for day in DaySpan(SPAN.first, TODAY):
            later = (day + dt.timedelta(days=lag)).isoformat()
            if later in mornings:
                expected[sets.get(day.isoformat(), 0.0), float(mornings[later])] += 1
        assert {(dot.x, dot.y): dot.count for dot in panel.dots} == expected
        rest = [(y, n) for (x, y), n in expected.items() if not x]
        mean = sum(y * n for y, n in rest) / sum(n for _y, n in rest)
        assert panel.rest_mean == pytest.approx(mean)


def test_calendar_counts_the_workouts_of_every_day(
    year: tuple[TrainingLog, sqlite3.Connection],
) -> None:
    log, raw = year
    counts = dict(raw.execute("SELECT date, count(*) FROM workout GROUP BY date"))
    data = drawn(log, ChartKind.CONSISTENCY)
    assert isinstance(data, Calendar)
    assert len(data.days) == (TODAY - SPAN.first).days + 1
    assert all(one.workouts == counts.get(one.day.isoformat(), 0) for one in data.days)


def test_pain_by_exercise_is_the_mean_of_its_workouts(
    year: tuple[TrainingLog, sqlite3.Connection],
) -> None:
    log, raw = year
    data = drawn(log, ChartKind.EXERCISES)
    assert isinstance(data, ByExercise)
    row = data.rows[0]
    scores = {
        (workout, moment): score
        for workout, moment, score in raw.execute(
            "SELECT workout_id, moment, score FROM pain_rating WHERE workout_id IS NOT NULL"
        )
    }
    query = (
        "SELECT DISTINCT w.id FROM workout w JOIN workout_exercise x ON x.workout_id = w.id "
        "JOIN exercise e ON e.id = x.exercise_id WHERE e.name = ? AND w.date >= ?"
    )
    ids = [one for (one,) in raw.execute(query, (row.name, SPAN.first.isoformat()))]
    changes = [
        max(scores[id_, "during"], scores[id_, "after"]) - scores[id_, "before"] for id_ in ids
    ]
    assert row.workouts == str(len(ids))
    assert row.worst == pytest.approx(sum(changes) / len(changes))


def test_habits_are_the_check_ins(year: tuple[TrainingLog, sqlite3.Connection]) -> None:
    log, raw = year
    slept = dict(raw.execute("SELECT date, sleep_min FROM check_in WHERE sleep_min IS NOT NULL"))
    data = drawn(log, ChartKind.HABITS)
    assert isinstance(data, TimePanels)
    dots = data.lines[0].lines[0]
    for day, value in zip(dots.days, dots.values, strict=True):
        minutes = slept.get(day.isoformat())
        assert value == (None if minutes is None else minutes / 60)
