"""Which rows are sets that a person reads, and when a set of two sides is done."""

from __future__ import annotations

import pytest

from leglog.training.set_counts import SetCount, count_planned, count_rows, is_counted
from leglog.training.vocabulary import Section, SetType


@pytest.mark.parametrize("section", [Section.WARM_UP, Section.COOL_DOWN])
def test_warm_up_and_cool_down_are_not_counted(section: Section) -> None:
    assert not is_counted(section, SetType.WORKING)


@pytest.mark.parametrize("section", [Section.MAIN, Section.ACCESSORY, Section.CORE])
def test_every_other_section_is_counted(section: Section) -> None:
    assert is_counted(section, SetType.DROP)


def test_a_set_marked_as_warm_up_is_not_counted() -> None:
    assert not is_counted(Section.MAIN, SetType.WARM_UP)


def test_both_sides_are_one_set_and_done_together() -> None:
    rows = [(True, 1, True), (True, 1, False), (True, 2, True), (True, 2, True)]
    assert count_rows(rows) == SetCount(1, 2)


def test_stretches_count_where_there_is_nothing_else() -> None:
    stretches = [(False, 1, True), (False, 2, False)]
    assert count_rows(stretches) == SetCount(1, 2)
    assert count_rows([*stretches, (True, 3, False)]) == SetCount(0, 1)


def test_planned_sets_count_by_the_same_rule() -> None:
    warm_up = (Section.WARM_UP, SetType.WORKING)
    light, work = (Section.MAIN, SetType.WARM_UP), (Section.MAIN, SetType.WORKING)
    assert count_planned([warm_up, warm_up]) == 2
    assert count_planned([warm_up, light, work]) == 1
    assert count_planned([]) == 0


def test_nothing_holds_no_sets() -> None:
    assert count_rows([]) == SetCount(0, 0)
