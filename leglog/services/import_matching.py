"""Which exercise here is meant by a name of another program: the same, a likely one, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.i18n import alphabetical
from leglog.models.exercise import Exercise, ExerciseAlias
from leglog.training.vocabulary import Category, LoadBasis, Measure, Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal

    from sqlalchemy.orm import Session

    from leglog.formats.workout_file import WorkoutFile

ALIKE = 88
"""Of 100: from here on two names are likely the same (token-sort ratio of rapidfuzz)."""
_BARBELL_SHARE, _BARBELL_HEAVY = 0.3, 90
_NO_WORDS = re.compile(r"[^\w]+")


class Match(StrEnum):
    """How sure a match is."""

    SAME = "same"
    LIKELY = "likely"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class KnownExercise:
    """What the rows of a set need to know of its exercise here."""

    id: int
    name: str
    category: Category
    measure: Measure
    load_basis: LoadBasis
    per_side: bool


@dataclass(frozen=True, slots=True)
class FoundExercise:
    """An exercise of the file: how many sets, and what it is called here (None: it is new)."""

    name: str
    sets: int
    known_as: str | None
    match: Match = Match.SAME
    known_id: int | None = None


@dataclass(frozen=True, slots=True)
class UnitGuess:
    """In which unit a file's weights probably are; ``share`` of barbell sets is 90 or more."""

    unit: Unit
    share: float | None
    """None where there is no barbell set to judge by."""


@dataclass(frozen=True, slots=True)
class HeaviestSet:
    """The heaviest set of a file, by which a wrong unit shows; the load as written."""

    load: Decimal
    reps: int
    exercise: str
    date: dt.date


def heaviest_set(file: WorkoutFile) -> HeaviestSet | None:
    """Return the heaviest set; None where no set has a load and repetitions."""
    return max(
        (
            HeaviestSet(one.load, one.reps, exercise.name, workout.date)
            for workout in file.workouts
            for exercise in workout.exercises
            for one in exercise.sets
            if one.load is not None and one.reps
        ),
        default=None,
        key=lambda found: found.load,
    )


def known_exercises(session: Session) -> dict[str, KnownExercise]:
    """Return all exercises by each of their names without case; the surest name counts.

    From the least sure: the catalogue's aliases, names of archived exercises, names matched by
    hand or merged, names of exercises in use.
    """
    columns = (
        Exercise.id,
        Exercise.name,
        Exercise.category,
        Exercise.measure,
        Exercise.load_basis,
        Exercise.per_side,
    )
    by_id = {row.id: KnownExercise(*row) for row in session.execute(select(*columns))}
    archived = set(session.scalars(select(Exercise.id).where(Exercise.archived_at.is_not(None))))
    aliases = session.execute(
        select(
            ExerciseAlias.name_folded, ExerciseAlias.exercise_id, ExerciseAlias.from_catalogue
        ).order_by(ExerciseAlias.id)
    ).all()
    names = {found.name.casefold(): found for found in by_id.values()}
    return {
        **{row.name_folded: by_id[row.exercise_id] for row in aliases if row.from_catalogue},
        **{name: found for name, found in names.items() if found.id in archived},
        **{row.name_folded: by_id[row.exercise_id] for row in aliases if not row.from_catalogue},
        **{name: found for name, found in names.items() if found.id not in archived},
    }


def match_exercises(
    counts: Mapping[str, int], known: Mapping[str, KnownExercise]
) -> tuple[FoundExercise, ...]:
    """Match every name of a file, in the order of the names."""
    found = []
    likely = _Likely(known)
    for name, sets in sorted(counts.items(), key=lambda item: alphabetical(item[0])):
        same = known.get(name.casefold())
        if same is not None:
            found.append(FoundExercise(name, sets, same.name, Match.SAME, same.id))
            continue
        other = likely.find(name)
        if other is None:
            found.append(FoundExercise(name, sets, None, Match.NEW))
        else:
            found.append(FoundExercise(name, sets, other.name, Match.LIKELY, other.id))
    return tuple(found)


class _Likely:
    """Names of all exercises without punctuation; what is compared is made once."""

    def __init__(self, known: Mapping[str, KnownExercise]) -> None:
        self._by_name: dict[str, KnownExercise] = {}
        for name, exercise in known.items():
            self._by_name.setdefault(_plain(name), exercise)
        self._names = list(self._by_name)

    def find(self, name: str) -> KnownExercise | None:
        """Return the exercise whose name is most alike, if it is alike at all."""
        plain = _plain(name)
        if plain in self._by_name:
            return self._by_name[plain]
        from rapidfuzz import fuzz, process

        best = process.extractOne(
            plain, self._names, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE
        )
        return self._by_name[best[0]] if best else None


def guess_unit(file: WorkoutFile) -> UnitGuess:
    """Guess the unit of a file that names none: heavy barbells are mostly pounds.

    Where 30 % of the sets of '(Barbell)' exercises are 90 or more it is pounds; advice only.
    """
    loads = [
        one.load
        for workout in file.workouts
        for exercise in workout.exercises
        if "barbell" in exercise.name.casefold()
        for one in exercise.sets
        if one.load is not None
    ]
    if not loads:
        return UnitGuess(Unit.KG, None)
    share = sum(load >= _BARBELL_HEAVY for load in loads) / len(loads)
    return UnitGuess(Unit.LB if share >= _BARBELL_SHARE else Unit.KG, share)


@lru_cache(maxsize=5000)
def _plain(name: str) -> str:
    return " ".join(_NO_WORDS.sub(" ", name.casefold()).split())
