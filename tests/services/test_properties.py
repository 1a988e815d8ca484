"""What holds of every figure of the window, whatever is in the log."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leglog.services.monthly_review import MonthlyReview, monthly_review
from leglog.services.pain import rate_pain
from leglog.services.patterns import Patterns, patterns
from leglog.services.periods import mark_days
from leglog.services.preferences import change_preference
from leglog.services.progress import Progress, progress
from leglog.services.statistics import Statistics, statistics
from leglog.services.suggestions import NextTime, next_time
from leglog.services.training_log import TrainingLog, open_log
from leglog.services.workout_reading import open_workouts, workout_form
from leglog.training.association import Finding
from leglog.training.periods import DaySpan, Range
from leglog.training.vocabulary import Moment, PeriodKind, Unit, WorkoutState
from tests.a_year import fill_year
from tests.diary import Diary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leglog.services.workout_form import WorkoutForm
    from tests.conftest import FilledFile

TODAY = dt.date(2025, 11, 21)
DAY = dt.timedelta(days=1)
EXAMPLES = settings(
    max_examples=12,
    # The log is put back by undo at the end of each example, so that one will do for all.
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
days_ago = st.integers(0, 60)
scores = st.integers(0, 10)


class Figures(NamedTuple):
    """All that pages, review and suggestions show."""

    statistics: Statistics
    progress: Progress | None
    month: MonthlyReview
    patterns: Patterns
    next_time: NextTime


@pytest.fixture(scope="module")
def trained_file(filled_file: FilledFile) -> Path:
    """A log of nine weeks with a workout of today that is still open."""

    def fill(log: TrainingLog) -> None:
        fill_year(log, TODAY, weeks=9)
        diary = Diary(log, TODAY, key="leg-press")
        for number in (9, 6, 2):
            diary.train(number, kg=80, back=(2, 2, 1))
        diary.train(0, back=(), state=WorkoutState.OPEN)

    return filled_file(fill)


@pytest.fixture
def trained(tmp_path: Path, trained_file: Path) -> Iterator[TrainingLog]:
    path = tmp_path / "leglog.db"
    path.write_bytes(trained_file.read_bytes())
    log = open_log(path)
    yield log
    log.close()


def _form(log: TrainingLog) -> WorkoutForm:
    return workout_form(log, open_workouts(log)[0])


def _figures(log: TrainingLog) -> Figures:
    form = _form(log)
    return Figures(
        statistics(log),
        progress(log, Range.MONTHS_3, TODAY),
        monthly_review(log, TODAY, TODAY),
        patterns(log, TODAY),
        next_time(log, form, form.blocks[0]),
    )


@EXAMPLES
@given(ago=days_ago, score=scores, moment=st.sampled_from([Moment.MORNING, Moment.ANY]))
def test_undo_of_a_rating_restores_every_figure(
    trained: TrainingLog, ago: int, score: int, moment: Moment
) -> None:
    before = _figures(trained)
    rate_pain(trained, score, moment, TODAY - ago * DAY)
    trained.undo()
    assert _figures(trained) == before


@EXAMPLES
@given(ago=st.tuples(days_ago, days_ago))
def test_undo_of_a_flare_restores_every_figure(trained: TrainingLog, ago: tuple[int, int]) -> None:
    before = _figures(trained)
    last, first = (TODAY - number * DAY for number in sorted(ago))
    mark_days(trained, PeriodKind.FLARE, first, last, TODAY)
    trained.undo()
    assert _figures(trained) == before


@EXAMPLES
@given(cuts=st.lists(st.integers(1, 62), max_size=4, unique=True))
def test_volume_adds_up_over_any_split_of_the_days(trained: TrainingLog, cuts: list[int]) -> None:
    first, whole = TODAY - 63 * DAY, progress(trained, DaySpan(TODAY - 63 * DAY, TODAY), TODAY)
    ends = [0, *sorted(cuts), 64]
    parts = [
        progress(trained, DaySpan(first + start * DAY, first + (end - 1) * DAY), TODAY)
        for start, end in itertools.pairwise(ends)
    ]
    assert whole is not None
    summaries = [part.summary for part in parts if part is not None]
    assert sum(each.load_g for each in summaries) == whole.summary.load_g
    assert sum(each.hard_sets for each in summaries) == pytest.approx(whole.summary.hard_sets)
    assert sum(each.workouts for each in summaries) == whole.summary.workouts


def test_the_unit_chosen_changes_no_figure(trained: TrainingLog) -> None:
    figures = _figures(trained)
    change_preference(trained, "unit", Unit.LB)
    in_pounds = _figures(trained)
    # What is suggested follows the plates of the unit; nothing that was measured does.
    assert in_pounds[:-1] == figures[:-1]
    assert in_pounds.next_time.tolerated == figures.next_time.tolerated


def test_an_empty_log_gives_no_figure(log: TrainingLog) -> None:
    assert progress(log, Range.ALL, TODAY) is None
    month, found = monthly_review(log, TODAY, TODAY), patterns(log, TODAY)
    assert (month.month.mean_pain, month.change, month.bests) == (None, None, ())
    assert (found.moved.later.finding, found.moved.later.rho) == (Finding.NOT_ENOUGH, None)
    assert found.responses == ()
    assert statistics(log).mean_morning_pain is None
