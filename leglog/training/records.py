"""Records of one exercise: better than every time before. A first time is no record.

Loads compare only within one load mode. Warm-up sets and sets of no repetition count for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leglog.training.effort import e1rm_kg
from leglog.training.vocabulary import LoadMode
from leglog.training.volume import SetFacts, is_work_set, volume_load_g

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LOADED = (LoadMode.EXTERNAL, LoadMode.PER_DUMBBELL, LoadMode.ADDED)
_ESTIMATED = (LoadMode.EXTERNAL, LoadMode.PER_DUMBBELL)
_ROUNDING = 1e-9


class RecordKind(StrEnum):
    """What a record is about."""

    HEAVIEST_LOAD = "heaviest_load"
    REPS_AT_LOAD = "reps_at_load"
    E1RM = "e1rm"
    LONGEST_HOLD = "longest_hold"
    WORKOUT_VOLUME = "workout_volume"


@dataclass(frozen=True, slots=True)
class Record:
    """A record with what it beat: grams, repetitions, kilograms (e1RM) or seconds by kind.

    ``load_mode`` and ``load_g`` say at which load repetitions or seconds were done.
    """

    kind: RecordKind
    value: float
    previous: float
    load_mode: LoadMode | None = None
    load_g: int | None = None


_Key = tuple[RecordKind, LoadMode | None, int | None]


def records_in(
    earlier: Iterable[Sequence[SetFacts]], workout: Sequence[SetFacts]
) -> tuple[Record, ...]:
    """Return the records that one workout set, given the earlier workouts with the exercise."""
    bests = _Bests()
    for sets in earlier:
        bests.take(sets)
    return bests.take(workout)


def records_by_workout(
    workouts: Iterable[Sequence[SetFacts]],
) -> Iterator[tuple[Record, ...]]:
    """Yield the records of every workout with the exercise, oldest first."""
    bests = _Bests()
    for sets in workouts:
        yield bests.take(sets)


def tops_of(sets: Sequence[SetFacts]) -> tuple[Record, ...]:
    """Return the best of each kind in these sets, held against nothing (previous is 0)."""
    return tuple(
        Record(kind, value, 0, load_mode, load_g)
        for (kind, load_mode, load_g), value in _tops(sets).items()
    )


class _Bests:
    """The best of each kind so far; workouts are taken in the order of time."""

    def __init__(self) -> None:
        self._values: dict[_Key, float] = {}

    def take(self, sets: Sequence[SetFacts]) -> tuple[Record, ...]:
        """Return what in these sets is a record, and remember all of it."""
        tops = _tops(sets)
        records = [
            Record(key[0], value, previous, key[1], key[2])
            for key, value in tops.items()
            if (previous := self._beaten(key, value)) is not None
        ]
        for key, value in tops.items():
            self._values[key] = max(value, self._values.get(key, 0))
        return tuple(records)

    def _beaten(self, key: _Key, value: float) -> float | None:
        previous = self._values.get(key)
        if previous is None or value <= previous + _ROUNDING:
            return None
        kind, load_mode, load_g = key
        if kind is RecordKind.REPS_AT_LOAD and self._done_harder(load_mode, load_g, value):
            return None
        return previous

    def _done_harder(self, load_mode: LoadMode | None, load_g: int | None, reps: float) -> bool:
        """Say whether as many repetitions were done before at a harder load."""
        return any(
            done >= reps
            and kind is RecordKind.REPS_AT_LOAD
            and mode is load_mode
            # Less help is harder.
            and (_hardness(mode, at_g) > _hardness(load_mode, load_g))
            for (kind, mode, at_g), done in self._values.items()
        )


def _tops(sets: Sequence[SetFacts]) -> dict[_Key, float]:
    tops: dict[_Key, float] = {}
    for facts in sets:
        if not is_work_set(facts):
            continue
        for key, value in _marks(facts):
            tops[key] = max(value, tops.get(key, 0))
    volume_g = sum(volume_load_g(facts) for facts in sets)
    if volume_g:
        tops[RecordKind.WORKOUT_VOLUME, None, None] = volume_g
    return tops


def _marks(facts: SetFacts) -> Iterator[tuple[_Key, float]]:
    mode, load_g = facts.load_mode, facts.load_g
    if facts.reps:
        if load_g and mode in _LOADED:
            yield (RecordKind.HEAVIEST_LOAD, mode, None), load_g
        if mode is not LoadMode.BAND:
            yield (RecordKind.REPS_AT_LOAD, mode, load_g), facts.reps
        if mode in _ESTIMATED:
            estimate = e1rm_kg(load_g, facts.reps, facts.rpe_halves)
            if estimate is not None:
                yield (RecordKind.E1RM, mode, None), estimate
    elif facts.reps is None and facts.duration_s:
        yield (RecordKind.LONGEST_HOLD, mode, load_g), facts.duration_s


def _hardness(load_mode: LoadMode | None, load_g: int | None) -> int:
    # Less help is harder.
    return -(load_g or 0) if load_mode is LoadMode.ASSISTED else (load_g or 0)
