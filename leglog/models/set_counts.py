"""Counts the sets of stored workouts as a person reads them, by plain SQL.

The same rule as ``training.set_counts``; the first look at the file needs it without SQLAlchemy.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from leglog.training.set_counts import SetCount
from leglog.training.vocabulary import UNCOUNTED_SECTIONS, SetType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leglog.models.week import Fetch


def read_set_counts(fetch: Fetch, workout_ids: Iterable[int]) -> dict[int, SetCount]:
    """Return the sets of each of these workouts; one without any has zeros."""
    counts = dict.fromkeys(workout_ids, SetCount())
    values = (*(each.value for each in UNCOUNTED_SECTIONS), json.dumps(list(counts)))
    for workout_id, done, held in fetch(_COUNTS, (*values, SetType.WARM_UP.value)):
        counts[workout_id] = SetCount(done, held)
    return counts


# The sides of a pair have one name; without a pair it is NULL, which DISTINCT does not count. One
# pass over the rows is quicker than grouping the sides of each set first. Work comes last: it goes
# before warm-up and cool-down, which count only where they are all there is.
_COUNTS = """
    SELECT workout_id,
        count(*) FILTER (WHERE pair IS NULL AND done)
            + count(DISTINCT pair_name) - count(DISTINCT pair_name) FILTER (WHERE NOT done),
        count(*) FILTER (WHERE pair IS NULL) + count(DISTINCT pair_name)
    FROM (
        SELECT workout_id, section NOT IN (?, ?) AS is_work, pair, done,
            workout_exercise.id || ':' || pair AS pair_name
        FROM workout_exercise
        JOIN performed_set ON workout_exercise_id = workout_exercise.id
        WHERE workout_id IN (SELECT value FROM json_each(?))
            AND NOT removed AND NOT skipped AND set_type != ?
    ) GROUP BY workout_id, is_work ORDER BY is_work
"""
