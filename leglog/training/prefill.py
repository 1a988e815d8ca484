"""What a set that is not yet done would log: the values shown in grey. Product rule."""

from __future__ import annotations


def prefilled_load_g(planned_g: int | None, last_g: int | None) -> int | None:
    """Return the planned weight, or last time's where the plan has none."""
    return last_g if planned_g is None else planned_g


def prefilled_count(last: int | None, low: int | None, high: int | None) -> int | None:
    """Return the repetitions or seconds: last time's if inside the target, else its low end.

    An open end of the target holds nothing back. Without a target it is last time's.
    """
    if last is None or (low is None and high is None):
        return low if last is None else last
    inside = (low is None or low <= last) and (high is None or last <= high)
    # A target with an upper end alone has that as its only value to offer.
    return last if inside else (high if low is None else low)
