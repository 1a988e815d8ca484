from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from leglog.errors import ImportRejected, UnitNeeded
from leglog.formats.detect import read_workout_file
from leglog.models.exercise import Exercise
from leglog.models.keeping import ImportBatch
from leglog.models.stored import all_tables, broken_column, read_rows
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.checking import check_log
from leglog.services.transfer import compare_with_log, import_workouts, preview_import
from leglog.training.vocabulary import LoadMode, Measure, Unit, WorkoutState
from tests.services.actions_transfer import STRONG, bring_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from leglog.services.training_log import TrainingLog
    from tests.conftest import Contents


class Stop(Exception):
    """What a cancelled task raises in the middle."""


@pytest.fixture
def strong(tmp_path: Path) -> Path:
    path = tmp_path / "strong.csv"
    path.write_bytes(STRONG)
    return path


def count(log: TrainingLog, table: type) -> int:
    with log.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_preview_counts_and_writes_nothing(
    log: TrainingLog, strong: Path, contents: Callable[[], Contents]
) -> None:
    before = contents()
    preview = preview_import(log, strong, Unit.KG)
    assert (len(preview.file.workouts), preview.sets, preview.timed_sets) == (2, 3, 1)
    assert preview.load_times_reps_kg == 60 * 8 + 205
    assert preview.new_exercises == ("Strange Machine",)
    assert preview.file.skipped == {"rest timer": 1}
    assert contents() == before


def test_unit_is_asked_where_the_file_has_none(log: TrainingLog, strong: Path) -> None:
    with pytest.raises(UnitNeeded, match="kilograms or pounds"):
        preview_import(log, strong)


def test_import_writes_what_was_done(log: TrainingLog) -> None:
    bring_in(log)
    with log.reading() as session:
        workout = session.scalars(select(Workout).order_by(Workout.date)).first()
        assert workout is not None
        assert (workout.title, workout.date, workout.note) == (
            "Legs",
            dt.date(2025, 8, 3),
            "good day",
        )
        assert workout.state is WorkoutState.FINISHED
        assert workout.started_at is not None
        assert workout.ended_at == workout.started_at + dt.timedelta(minutes=45)
        squat = workout.exercises[0].sets[0]
        assert (squat.reps, squat.load_g, squat.rpe_halves, squat.done) == (8, 60_000, 16, True)
    assert check_log(log).problems == ()


def test_unknown_exercise_is_added_with_what_its_sets_show(log: TrainingLog) -> None:
    bring_in(log)
    with log.reading() as session:
        added = session.scalars(select(Exercise).where(Exercise.name == "Strange Machine")).one()
        assert added.measure is Measure.WEIGHT_REPS
        assert added.key is None
        assert added.muscles == []


def test_hold_without_a_weight_has_no_weight(log: TrainingLog) -> None:
    bring_in(log)
    with log.reading() as session:
        plank = session.scalars(
            select(PerformedSet).join(WorkoutExercise).where(PerformedSet.duration_s == 40)
        ).one()
        assert (plank.reps, plank.load_g, plank.load_mode) == (None, None, LoadMode.NONE)


def test_importing_again_adds_nothing(log: TrainingLog) -> None:
    assert bring_in(log) == 2
    assert bring_in(log) == 0
    assert count(log, Workout) == 2


def test_longer_export_adds_only_what_is_new(log: TrainingLog) -> None:
    bring_in(log)
    newer = b'2025-08-09 09:00:00,"Legs",30m,"Squat (Barbell)",1,62.5,8,0,0,"","",\n'
    assert bring_in(log, STRONG + newer) == 1
    assert count(log, Workout) == 3
    assert count(log, ImportBatch) == 2


def test_undo_takes_the_whole_import_back(
    log: TrainingLog, contents: Callable[[], Contents]
) -> None:
    before = contents()
    bring_in(log)
    log.undo()
    assert contents() == before
    assert bring_in(log) == 2


def test_cancelled_import_writes_nothing(
    log: TrainingLog, strong: Path, contents: Callable[[], Contents]
) -> None:
    before = contents()
    preview = preview_import(log, strong, Unit.KG)

    def cancel(share: float, _words: str) -> None:
        if share > 0.5:
            raise Stop

    with pytest.raises(Stop):
        import_workouts(log, preview, cancel)
    assert contents() == before


def test_cells_of_an_import_are_of_the_form_that_is_read(log: TrainingLog) -> None:
    bring_in(log)
    with log.reading() as session:
        for table in all_tables().values():
            for row in read_rows(session.connection(), table):
                assert broken_column(table, row) is None


def test_pounds_are_kept_as_pounds(log: TrainingLog, strong: Path) -> None:
    import_workouts(log, preview_import(log, strong, Unit.LB))
    with log.reading() as session:
        squat = session.scalars(select(PerformedSet).where(PerformedSet.reps == 8)).one()
        assert (squat.load_g, squat.load_unit) == (27_216, Unit.LB)


def test_other_programs_names_lead_to_the_catalogue(log: TrainingLog) -> None:
    file = read_workout_file(STRONG)
    preview = compare_with_log(log, file, "strong.csv", "", Unit.KG)
    known = {found.name: found.known_as for found in preview.exercises}
    assert known["Squat (Barbell)"] is not None
    assert known["Plank"] is not None


def test_missing_file_is_refused_with_a_sentence(log: TrainingLog, tmp_path: Path) -> None:
    with pytest.raises(ImportRejected, match="could not be read"):
        preview_import(log, tmp_path / "nowhere.csv")


def test_folder_in_place_of_a_file_is_refused(log: TrainingLog, tmp_path: Path) -> None:
    with pytest.raises(ImportRejected, match="could not be read"):
        preview_import(log, tmp_path)
