"""Ready-made values for the tests of the arithmetic."""

from __future__ import annotations

from hypothesis import strategies as st

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

SETS_OF_ANY_KIND = st.builds(
    SetFacts,
    category=st.sampled_from(Category),
    section=st.sampled_from(Section),
    set_type=st.sampled_from(SetType),
    done=st.booleans(),
    side=st.sampled_from(Side),
    reps=st.none() | st.integers(0, 30),
    load_g=st.none() | st.integers(0, 300_000),
    load_mode=st.sampled_from(LoadMode),
    duration_s=st.none() | st.integers(0, 120),
    rpe_halves=st.none() | st.integers(2, 20),
)
"""Sets of a person whose weight is not known."""
