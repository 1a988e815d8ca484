"""Own tasks and the three questions change only beyond their error."""

from __future__ import annotations

import pytest

from leglog.training.tasks import (
    is_meaningful_drop,
    mean_change_is_real,
    mean_score,
    percent_drop,
)
from tests.training.oracles import ORACLES

PSFS, PEG = ORACLES["psfs"], ORACLES["peg"]


def test_mean_of_own_tasks() -> None:
    assert mean_score(PSFS["first"]) == PSFS["first_mean"]
    assert mean_score(PSFS["later"]) == PSFS["later_mean"]


def test_mean_of_own_tasks_changed_beyond_the_error() -> None:
    real = mean_change_is_real(PSFS["first_mean"], PSFS["later_mean"])
    assert real is PSFS["mean_change_beyond_error_2"]


def test_mean_of_the_three_questions() -> None:
    assert mean_score(PEG["items"]) == PEG["score"]
    assert mean_score(PEG["later"]) == PEG["later_score"]


def test_drop_of_the_three_questions() -> None:
    drop = percent_drop(PEG["score"], PEG["later_score"])
    assert drop == pytest.approx(PEG["percent_drop"], abs=0.05)
    assert is_meaningful_drop(PEG["score"], PEG["later_score"])
    assert not is_meaningful_drop(6, 5)


def test_no_answers_have_no_mean_and_nothing_has_no_part() -> None:
    assert mean_score([]) is None
    assert percent_drop(0, 3) is None
    assert not is_meaningful_drop(0, 3)
