"""A small null simulation: chance is seldom told to be a pattern, a clear effect is found."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.null_simulation import ALLOWED_SHARE, World, null_findings, share_found
from leglog.training.association import Finding


def test_logs_without_effect_are_seldom_told_moved_together() -> None:
    found = null_findings(300, random.Random(7))
    assert found[Finding.MOVED_TOGETHER] / 300 <= ALLOWED_SHARE
    assert found[Finding.NO_CLEAR_PATTERN] > 150


def test_a_clear_effect_is_found_once_there_are_enough_weeks() -> None:
    shares = [
        share_found(25, replace(World(weeks=0), weeks=weeks, effect=1.5), random.Random(7))
        for weeks in (20, 50)
    ]
    assert shares[0] == 0
    assert shares[1] >= 0.8
