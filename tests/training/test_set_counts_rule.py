"""Which rows are sets that a person reads, and when a set of two sides is done."""

from __future__ import annotations

import pytest

from leglog.training.set_counts import SetCount, count_rows, is_counted
from leglog.training.vocabulary import Section, SetType


@pytest.mark.parametrize("section", [Section.WARM_UP, Section.COOL_DOWN])
def test_warm_up_and_cool_down_are_not_counted(section: Section) -> None:
    assert not is_counted(section, SetType.WORKING)


@pytest.mark.parametrize("section", [Section.MAIN, Section.ACCESSORY, Section.CORE])
def test_every_other_section_is_counted(section: Section) -> None:
    assert is_counted(section, SetType.DROP)


def test_a_set_marked_as_warm_up_or_left_out_is_not_counted() -> None:
    assert not is_counted(Section.MAIN, SetType.WARM_UP)
    assert not is_counted(Section.MAIN, SetType.WORKING, skipped=True)


def test_both_sides_are_one_set_and_done_together() -> None:
    assert count_rows([(1, True), (1, False), (2, True), (2, True)]) == SetCount(1, 2)


def test_nothing_holds_no_sets() -> None:
    assert count_rows([]) == SetCount(0, 0)
