"""How many sets a workout, a day or a routine has, wherever a person reads a number of sets.

One rule for all pages, so that a routine of ten sets is a workout of ten sets and stays one in the
history: the sets outside of the warm-up and cool-down sections that are not marked as warm-up; a
left and a right row of a pair are one; exercises that were skipped have none. Where nothing stands
outside of these sections, as in a routine of stretches, their sets are counted. Product rule.

Hard sets and volume have rules of their own (``training.volume``), and so have the rows of a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leglog.training.vocabulary import Section, SetType

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable


class SetCount(NamedTuple):
    """How many sets there are, and how many of them are done."""

    done: int = 0
    held: int = 0


def is_counted(section: Section, set_type: SetType) -> bool:
    """Say whether a planned or performed row is one of the work that the number of sets tells."""
    return section.is_work and set_type is not SetType.WARM_UP


def count_rows(rows: Iterable[tuple[bool, Hashable, bool]]) -> SetCount:
    """Count sets from rows: whether each is work, the name of its set, and whether it is done.

    Rows of the same name are the sides of one set; it is done when no side is left to do. Rows of
    warm-up sets and of what was skipped are not given.
    """
    done: dict[bool, dict[Hashable, bool]] = {True: {}, False: {}}
    for is_work, name, is_done in rows:
        done[is_work][name] = is_done and done[is_work].get(name, True)
    counted = done[True] or done[False]
    return SetCount(sum(counted.values()), len(counted))


def count_planned(rows: Iterable[tuple[Section, SetType]]) -> int:
    """Return how many sets a plan has, from the section and kind of each planned set."""
    kinds = [section.is_work for section, set_type in rows if set_type is not SetType.WARM_UP]
    return sum(kinds) or len(kinds)
