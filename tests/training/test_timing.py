"""Timing by a clock that only goes forward."""

from __future__ import annotations

from leglog.training.timing import HoldWatch, RestWatch


def test_hold_counts_from_the_end_of_the_lead_in() -> None:
    watch = HoldWatch(100.0, 20)
    assert [watch.lead_in_left_s(now) for now in (100.0, 100.5, 102.1, 103.0)] == [3, 3, 1, 0]
    assert [watch.held_s(now) for now in (102.0, 103.9, 104.0, 113.0)] == [0, 0, 1, 10]


def test_hold_goes_on_beyond_its_target() -> None:
    watch = HoldWatch(0.0, 20)
    assert watch.left_s(13.0) == 10
    assert (watch.left_s(30.0), watch.share(30.0), watch.held_s(30.0)) == (0, 1.0, 27)


def test_hold_without_a_target_has_no_end() -> None:
    assert HoldWatch(0.0).left_s(50.0) is None
    assert HoldWatch(0.0).share(50.0) == 0.0


def test_rest_counts_down_and_ends() -> None:
    watch = RestWatch(10.0, 90)
    assert [watch.left_s(now) for now in (10.0, 10.1, 99.5, 100.0, 200.0)] == [90, 90, 1, 0, 0]
    assert watch.is_over(100.0)
    assert not watch.is_over(99.0)


def test_rest_is_made_longer_and_never_less_than_nothing() -> None:
    watch = RestWatch(0.0, 30)
    assert watch.lengthened(15).length_s == 45
    assert watch.lengthened(-60).length_s == 0
    assert watch.lengthened(-60).share(0.0) == 1.0
