from __future__ import annotations

import datetime as dt
import json
import os
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from leglog.errors import ImportRejected, StorageError
from leglog.formats.everything import looks_like_everything, read_everything
from leglog.models.base import utc_now
from leglog.models.pain import CheckIn, DailyTask, PegRating, Period, TaskRating
from leglog.models.routine import PhaseRoutine, Programme, ProgrammePhase
from leglog.services.done import done_check_ins, done_ratings, done_workouts
from leglog.services.exporting import ExportFormat, export_log
from leglog.services.merging import merge, preview_merge
from leglog.services.pain import rate_pain
from leglog.services.restoring import restore
from leglog.services.routines import rename_routine
from leglog.services.training_log import TrainingLog, open_log
from leglog.services.transfer import import_workouts, preview_import
from leglog.training.vocabulary import Moment, PeriodKind, Unit
from tests.a_year import fill_year
from tests.services.actions_transfer import bring_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Contents

TODAY = dt.date(2026, 11, 20)
NOW = dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC)


@pytest.fixture
def other(tmp_path: Path, fresh_log_file: Path) -> Iterator[TrainingLog]:
    """A second computer's log."""
    path = tmp_path / "other" / "leglog.db"
    path.parent.mkdir()
    path.write_bytes(fresh_log_file.read_bytes())
    log = open_log(path)
    yield log
    log.close()


def contents_of(log: TrainingLog) -> Contents:
    from leglog.models.tables import Base

    with log.reading() as session:
        return {
            table.name: [
                tuple(row)
                for row in session.connection().exec_driver_sql(
                    f"SELECT * FROM {table.name} ORDER BY id"  # noqa: S608
                )
            ]
            for table in Base.metadata.sorted_tables
        }


def fill_every_table(log: TrainingLog) -> None:
    """Put at least one row into every table there is."""
    fill_year(log, TODAY, weeks=3)
    bring_in(log)
    with log.upkeep() as session:
        task = DailyTask(text="Climb the stairs")
        programme = Programme(name="Spring", is_running=True, started_on=TODAY)
        session.add_all(
            [
                task,
                programme,
                CheckIn(date=TODAY, steps=4000, note="=HYPERLINK()"),
                Period(kind=PeriodKind.FLARE, first_date=TODAY, note="moved house"),
                PegRating(date=TODAY, pain=3, enjoyment=2, activity=1),
            ]
        )
        session.flush()
        phase = ProgrammePhase(
            programme_id=programme.id, position=0, name="A", first_week=1, times_a_week=3
        )
        session.add_all([phase, TaskRating(daily_task_id=task.id, date=TODAY, ease=7)])
        session.flush()
        session.add(PhaseRoutine(phase_id=phase.id, routine_id=1, position=0))


def exported(log: TrainingLog, folder: Path) -> bytes:
    return export_log(log, folder / "all.json", ExportFormat.JSON).path.read_bytes()


def test_everything_read_into_an_empty_log_gives_equal_contents(
    log: TrainingLog, other: TrainingLog, tmp_path: Path
) -> None:
    fill_every_table(log)
    before = contents_of(log)
    assert all(before.values()), [name for name, rows in before.items() if not rows]
    content = exported(log, tmp_path)
    assert looks_like_everything(content)
    assert preview_merge(other, read_everything(content)).into_empty
    merge(other, read_everything(content))
    assert contents_of(other) == before


def test_taking_over_everything_is_one_step_of_undo(
    log: TrainingLog, other: TrainingLog, tmp_path: Path
) -> None:
    fill_every_table(log)
    before = contents_of(other)
    merge(other, read_everything(exported(log, tmp_path)))
    other.undo()
    assert contents_of(other) == before


def test_merging_what_is_here_changes_nothing(log: TrainingLog, tmp_path: Path) -> None:
    fill_every_table(log)
    before = contents_of(log)
    everything = read_everything(exported(log, tmp_path))
    assert preview_merge(log, everything).changes == 0
    merge(log, everything)
    assert contents_of(log) == before


def test_preview_of_a_merge_writes_nothing(
    log: TrainingLog, other: TrainingLog, tmp_path: Path
) -> None:
    fill_every_table(log)
    rate_pain(other, 4, Moment.MORNING, TODAY, now=NOW)
    before = contents_of(other)
    preview = preview_merge(other, read_everything(exported(log, tmp_path)))
    assert not preview.into_empty
    assert preview.counts["workout"].added > 5
    assert contents_of(other) == before


def test_merge_adds_what_only_the_file_has(
    log: TrainingLog, other: TrainingLog, tmp_path: Path
) -> None:
    fill_every_table(log)
    bring_in(other)
    mine = len(done_workouts(other))
    merge(other, read_everything(exported(log, tmp_path)))
    # The imported ones are the same by the file's own key.
    assert len(done_workouts(other)) == len(done_workouts(log))
    assert mine == 2
    merge(log, read_everything(exported(other, tmp_path)))
    assert preview_merge(other, read_everything(exported(log, tmp_path))).changes == 0


def test_newer_version_counts_on_both_sides(
    log: TrainingLog, other: TrainingLog, tmp_path: Path
) -> None:
    fill_every_table(log)
    merge(other, read_everything(exported(log, tmp_path)))
    rename_routine(other, 1, "Renamed elsewhere")
    preview = preview_merge(log, read_everything(exported(other, tmp_path)))
    assert preview.counts["routine"].renewed == 1
    merge(log, read_everything(exported(other, tmp_path)))
    assert contents_of(log)["routine"] == contents_of(other)["routine"]
    assert preview_merge(log, read_everything(exported(other, tmp_path))).changes == 0


def test_merge_renews_sets_of_a_workout_in_place(
    log: TrainingLog, other: TrainingLog, tmp_path: Path
) -> None:
    from leglog.models.workout import PerformedSet, WorkoutExercise

    fill_every_table(log)
    merge(other, read_everything(exported(log, tmp_path)))
    with other.upkeep() as session:
        first = session.get_one(PerformedSet, 1)
        first.reps, first.changed_at = 12, utc_now()
        exercise = session.get_one(WorkoutExercise, first.workout_exercise_id)
        session.add(PerformedSet(workout_exercise_id=exercise.id, position=90, reps=5, done=True))
    merge(log, read_everything(exported(other, tmp_path)))
    assert contents_of(log)["performed_set"] == contents_of(other)["performed_set"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"revision": "0001"', '"revision": "0099"'),
        ('"title": "Legs"', '"title": 5'),
        ('"date": "2025-08-03"', '"date": "2025-02-30"'),
        ('"reps": 8', '"reps": 8000'),
        ('"workout_id": 1', '"workout_id": 4711'),
        ('"pain_rating": [', '"sqlite_schema": ['),
    ],
)
def test_export_that_does_not_hold_together_is_refused(
    log: TrainingLog, other: TrainingLog, tmp_path: Path, old: str, new: str
) -> None:
    bring_in(log)
    rate_pain(log, 4, Moment.MORNING, TODAY, now=NOW)
    content = exported(log, tmp_path).decode()
    assert old in content
    before = contents_of(other)
    with pytest.raises(ImportRejected):
        merge(other, read_everything(content.replace(old, new).encode()))
    assert contents_of(other) == before


def test_csv_read_into_an_empty_log_gives_the_same_sets_and_ratings(
    log: TrainingLog, other: TrainingLog, tmp_path: Path
) -> None:
    fill_every_table(log)
    path = export_log(log, tmp_path / "all.csv", ExportFormat.CSV).path
    import_workouts(other, preview_import(other, path))
    for mine, theirs in zip(done_workouts(other), done_workouts(log), strict=True):
        assert mine == theirs
    assert done_ratings(other) == done_ratings(log)
    assert done_check_ins(other) == done_check_ins(log)
    assert not preview_import(other, path).has_news
    assert not preview_import(log, path).has_news


def test_strong_layout_comes_back_with_the_same_workouts(
    log: TrainingLog, other: TrainingLog, tmp_path: Path
) -> None:
    fill_every_table(log)
    result = export_log(log, tmp_path / "strong.csv", ExportFormat.STRONG)
    preview = preview_import(other, result.path, Unit.KG)
    assert (len(preview.file.workouts), preview.sets) == (result.workouts, result.sets)
    assert "Strange Machine" in preview.new_exercises


def test_all_formats_tell_the_same_counts(log: TrainingLog, tmp_path: Path) -> None:
    fill_every_table(log)
    results = [export_log(log, tmp_path / format_, format_) for format_ in ExportFormat]
    assert len({(one.workouts, one.sets, one.ratings) for one in results}) == 1
    assert results[0].sets > 0


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX rights")
def test_export_is_private(log: TrainingLog, tmp_path: Path) -> None:
    path = export_log(log, tmp_path / "all.json", ExportFormat.JSON).path
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert json.loads(path.read_text("utf-8"))["program"] == "LegLog"


def test_export_that_cannot_be_written_leaves_nothing(log: TrainingLog, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(StorageError):
        export_log(log, tmp_path / "taken", ExportFormat.CSV)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "taken"]


def test_export_as_sqlite_is_the_log_in_one_private_file(log: TrainingLog, tmp_path: Path) -> None:
    fill_every_table(log)
    path = export_log(log, tmp_path / "all.db", ExportFormat.SQLITE).path
    assert sorted(one.name for one in tmp_path.iterdir()) == ["all.db", "data"]
    with closing(sqlite3.connect(path)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    exported = open_log(path)
    assert contents_of(exported) == contents_of(log)
    exported.close()


def test_log_goes_back_to_its_export_as_sqlite(log: TrainingLog, tmp_path: Path) -> None:
    fill_every_table(log)
    path = export_log(log, tmp_path / "all.db", ExportFormat.SQLITE).path
    before = contents_of(log)
    rate_pain(log, 3, Moment.MORNING, TODAY)
    restore(log, path, tmp_path / "backups", NOW)
    assert contents_of(log) == before


@pytest.mark.parametrize("format_", ExportFormat)
def test_export_does_not_take_the_place_of_the_log(log: TrainingLog, format_: ExportFormat) -> None:
    with pytest.raises(StorageError, match="is the log itself"):
        export_log(log, log.path.parent / "." / log.path.name, format_)


def test_export_does_not_take_the_place_of_a_database_in_use(
    log: TrainingLog, other: TrainingLog
) -> None:
    before = contents_of(other)
    with pytest.raises(StorageError, match="in use by another program"):
        export_log(log, other.path, ExportFormat.SQLITE)
    assert contents_of(other) == before
