"""A value far from everything done before: kept, but worth a quiet question."""

from __future__ import annotations

FAR_TENTHS = 25
"""Beyond 2.5 times the best; product rule."""


def is_far_from(value: int | None, best: int | None) -> bool:
    """Say whether a load, a count or a time is more than 2.5 times the best; never without one."""
    return bool(value and best and value * 10 > best * FAR_TENTHS)
