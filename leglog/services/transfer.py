"""Bringing workouts in from other programs' files: look first, then one transaction."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.errors import UnitNeeded
from leglog.formats.workout_file import load_of, without_exercises
from leglog.i18n import _
from leglog.models.base import utc_now
from leglog.models.exercise import Exercise, ExerciseAlias
from leglog.models.keeping import ImportBatch
from leglog.models.workout import Workout
from leglog.services.import_back import (
    new_check_ins,
    new_ratings,
    write_check_ins,
    write_ratings,
)
from leglog.services.import_conflicts import (
    Conflict,
    Decision,
    find_conflicts,
    replace_workouts,
)
from leglog.services.import_matching import FoundExercise, known_exercises, match_exercises
from leglog.services.import_reading import read_import_file
from leglog.services.import_rows import ImportRows
from leglog.services.import_units import Converted, as_typed, converted
from leglog.services.training_log import Action, TrainingLog
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sqlalchemy.orm import Session

    from leglog.formats.back_file import FileCheckIn, FileRating
    from leglog.formats.mapped import Columns
    from leglog.formats.workout_file import FileWorkout, Problem, WorkoutFile
    from leglog.services.import_matching import KnownExercise


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the person decided about a preview; what is not named stays as it was proposed."""

    matches: Mapping[str, int | None] = field(default_factory=dict)
    """Names of the file with the id of the exercise that they mean here; None adds a new one."""
    skipped: frozenset[str] = frozenset()
    """Names of exercises that shall stay out."""
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    """Keys of workouts that are here too; what is not named keeps the one here."""
    keep_odd: bool = False
    """Whether sets with a value that cannot be right come in without that value."""
    as_typed: bool = False
    """Whether loads that look converted come in as they were typed."""


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file would bring, before anything is written.

    Figures count the whole file, also workouts that are here already; ``load_times_reps_kg`` is
    the sum over sets with both, as written in the file.
    """

    file_name: str
    sha256: str
    file: WorkoutFile
    unit: Unit
    new: tuple[FileWorkout, ...]
    exercises: tuple[FoundExercise, ...]
    sets: int
    timed_sets: int
    set_types: Mapping[str, int]
    load_times_reps_kg: Decimal
    first_date: dt.date | None
    last_date: dt.date | None
    conflicts: tuple[Conflict, ...] = ()
    """New workouts of the file that were probably logged here too."""
    choices: ImportChoices = field(default_factory=ImportChoices)
    converted: Converted | None = None
    """How loads look converted from another unit, where they do."""
    new_ratings: tuple[FileRating, ...] = ()
    new_check_ins: tuple[FileCheckIn, ...] = ()

    @property
    def has_news(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.added or self.new_ratings or self.new_check_ins)

    @property
    def added(self) -> tuple[FileWorkout, ...]:
        """The workouts that would be written, after all choices."""
        mine = {
            each.key
            for each in self.conflicts
            if self.choices.decisions.get(each.key, Decision.MINE) is Decision.MINE
        }
        chosen = (workout for workout in self.new if workout.key not in mine)
        skipped = self.choices.skipped
        parts = (without_exercises(workout, skipped) for workout in chosen)
        return tuple(workout for workout in parts if workout.exercises)

    @property
    def duplicates(self) -> int:
        """How many workouts of the file are here already."""
        return len(self.file.workouts) - len(self.new)

    @property
    def new_exercises(self) -> tuple[str, ...]:
        """Names of exercises that the import would add."""
        return tuple(found.name for found in self.exercises if found.known_as is None)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Rows that could not be taken as they are."""
        return tuple(self.file.problems)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import wrote."""

    batch_id: int | None
    workouts: int
    sets: int
    ratings: int = 0
    check_ins: int = 0


def exercise_names(log: TrainingLog) -> dict[int, str]:
    """Return the names of all exercises that are not archived, by their ids."""
    with log.reading() as session:
        found = session.execute(
            select(Exercise.id, Exercise.name).where(Exercise.archived_at.is_(None))
        )
        return {number: name for number, name in found}  # noqa: C416  rows are typed


NO_CHOICES = ImportChoices()


def preview_import(
    log: TrainingLog,
    path: Path,
    unit: Unit | None = None,
    columns: Columns | None = None,
    choices: ImportChoices = NO_CHOICES,
) -> ImportPreview:
    """Read ``path`` and compare it with the log; nothing is written.

    ``unit`` is for files that do not name one; where a file does, its own counts. ``columns`` says
    what a table of an unknown program means. Raises ImportRejected, UnknownLayout where the columns
    have to be named, and UnitNeeded where the unit is neither given nor in the file.
    """
    file, sha256 = read_import_file(path, columns)
    return compare_with_log(log, file, path.name, sha256, unit, choices)


def compare_with_log(
    log: TrainingLog,
    file: WorkoutFile,
    file_name: str,
    sha256: str,
    unit: Unit | None = None,
    choices: ImportChoices = NO_CHOICES,
) -> ImportPreview:
    """Return what an already read file would bring; raises UnitNeeded like preview_import."""
    if file.unit_needed and unit is None:
        raise UnitNeeded(
            _("{name} does not say whether its weights are kilograms or pounds.").format(
                name=file_name
            ),
            _("Choose the unit."),
        )
    used = file.unit or unit or Unit.KG
    file, looks_converted = _as_chosen(file, used, choices)
    loads = {workout.key: load_of(workout, used) for workout in file.workouts}
    with log.reading() as session:
        known_keys = set(session.scalars(select(Workout.import_key)))
        known_keys |= {f"leglog:{own}" for own in session.scalars(select(Workout.uuid))}
        exercises = match_exercises(file.exercise_names, known_exercises(session))
        new = tuple(workout for workout in file.workouts if workout.key not in known_keys)
        names = {found.name: found.known_as for found in exercises}
        conflicts = find_conflicts(session, new, names, loads)
        ratings = new_ratings(session, file.ratings)
        check_ins = new_check_ins(session, file.check_ins)
    dates = [workout.date for workout in file.workouts]
    dates += [rating.date for rating in file.ratings] + [day.date for day in file.check_ins]
    return ImportPreview(
        file_name=file_name,
        sha256=sha256,
        file=file,
        unit=used,
        new=new,
        exercises=exercises,
        sets=sum(found.sets for found in exercises),
        timed_sets=sum(one.duration_s is not None for one in file.sets),
        set_types=Counter(str(one.set_type) for one in file.sets),
        load_times_reps_kg=sum(loads.values(), Decimal(0)),
        first_date=min(dates, default=None),
        last_date=max(dates, default=None),
        conflicts=conflicts,
        choices=choices,
        converted=looks_converted,
        new_ratings=ratings,
        new_check_ins=check_ins,
    )


def _as_chosen(
    file: WorkoutFile, unit: Unit, choices: ImportChoices
) -> tuple[WorkoutFile, Converted | None]:
    """Return the file as the choices leave it, and how its loads look converted."""
    file = file.taken_as(unit) if file.unit_needed else file
    if choices.keep_odd:
        file = file.with_odd()
    looks_converted = converted(file)
    return (as_typed(file) if choices.as_typed else file), looks_converted


def import_workouts(
    log: TrainingLog,
    preview: ImportPreview,
    report: Callable[[float, str], None] = lambda _share, _words: None,
) -> ImportResult:
    """Write the new workouts of ``preview`` in one transaction, which is one undo step.

    ``report`` hears of the share done and may raise to cancel; then nothing is written.
    """
    if not preview.has_news:
        return ImportResult(None, 0, 0)
    added = preview.added
    with log.action(Action.IMPORT_WORKOUTS) as session:
        report(0.0, _("Matching exercises"))
        batch = ImportBatch(
            file_name=preview.file_name,
            sha256=preview.sha256,
            file_format=preview.file.format,
            imported_at=utc_now(),
            workouts=len(added),
            sets=0,
        )
        session.add(batch)
        session.flush()
        rows = ImportRows(session, _matched(session, preview), preview.unit, batch)
        batch.sets = sets = rows.write(added, report)
        replace_workouts(session, _replaced(preview, rows.workout_ids))
        ratings = write_ratings(session, preview.new_ratings, rows.workout_ids, batch.imported_at)
        check_ins = write_check_ins(session, preview.new_check_ins, batch.imported_at)
        batch_id = batch.id
        batch.mapping = json.dumps(
            {
                "unit": preview.unit.value,
                "ratings": ratings,
                "check_ins": check_ins,
                "new_exercises": rows.added_exercises,
            }
        )
    return ImportResult(
        batch_id, len(added), sets, len(preview.new_ratings), len(preview.new_check_ins)
    )


def _matched(session: Session, preview: ImportPreview) -> dict[str, KnownExercise]:
    """Return the exercises by their names in the file; what was matched by hand is remembered."""
    known = known_exercises(session)
    by_id = {found.id: found for found in known.values()}
    for found in preview.exercises:
        folded = found.name.casefold()
        chosen = preview.choices.matches.get(found.name, found.known_id)
        if found.name in preview.choices.skipped or chosen == found.known_id is None:
            continue
        if chosen is None or chosen not in by_id:
            # A name that leads somewhere by an alias may mean something else this time.
            known.pop(folded, None)
        elif folded not in known or known[folded].id != chosen:
            known[folded] = by_id[chosen]
            session.add(ExerciseAlias(exercise_id=chosen, name=found.name, name_folded=folded))
    return known


def _replaced(preview: ImportPreview, workout_ids: Mapping[str, int]) -> dict[int, int]:
    """Return which workouts here give way to which of the file."""
    return {
        each.mine_id: workout_ids[each.key]
        for each in preview.conflicts
        if preview.choices.decisions.get(each.key) is Decision.FILE and each.key in workout_ids
    }
