"""How many sets a workout, a day or a routine has, wherever a person reads a number of sets.

One rule for all pages, so that a routine of ten sets is a workout of ten sets and stays one in the
history: the sets outside of the warm-up and cool-down sections that are not marked as warm-up; a
left and a right row of a pair are one; exercises that were skipped have none. Product rule.

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


def is_counted(section: Section, set_type: SetType, *, skipped: bool = False) -> bool:
    """Say whether a planned or performed row belongs to the number of sets that is shown."""
    return section.is_work and set_type is not SetType.WARM_UP and not skipped


def count_rows(rows: Iterable[tuple[Hashable, bool]]) -> SetCount:
    """Count sets from rows, each given as the name of its set and whether it is done.

    Rows of the same name are the sides of one set; it is done when no side is left to do.
    """
    done: dict[Hashable, bool] = {}
    for name, is_done in rows:
        done[name] = is_done and done.get(name, True)
    return SetCount(sum(done.values()), len(done))
