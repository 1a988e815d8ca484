"""Ready-made values for the tests of the arithmetic."""

from __future__ import annotations

from leglog.training.vocabulary import Category, LoadMode, Section, SetType, Side
from leglog.training.volume import SetFacts

SQUAT = SetFacts(
    category=Category.STRENGTH,
    section=Section.MAIN,
    set_type=SetType.WORKING,
    done=True,
    side=Side.BOTH,
    reps=10,
    load_g=40_000,
    load_mode=LoadMode.EXTERNAL,
    duration_s=None,
    rpe_halves=None,
)
"""A squat of 10 × 40 kg; ``_replace`` makes others of it."""

PLANK = SQUAT._replace(
    category=Category.CORE,
    section=Section.CORE,
    reps=None,
    load_g=None,
    load_mode=LoadMode.NONE,
    duration_s=30,
)
