"""Workouts are counted against those planned."""

from __future__ import annotations

from leglog.training.adherence import Adherence
from tests.training.oracles import ORACLES


def test_done_of_planned() -> None:
    case = ORACLES["adherence"]
    assert Adherence(case["done"], case["planned"]).percent == case["percent"]


def test_nothing_planned_has_no_percentage() -> None:
    assert Adherence(done=3, planned=0).percent is None
