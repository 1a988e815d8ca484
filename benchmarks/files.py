"""Files in and out: import, export, backup, the quick check and the report as a PDF."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
import sqlite3
import tempfile
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.big_logs import LAST_DAY, big_log
from benchmarks.figures import Figure, Target, in_turns
from leglog.reports.choices import ReportOptions, ReportWords
from leglog.reports.monthly import write_report
from leglog.reports.writing import PlainWriting
from leglog.services.backups import make_backup
from leglog.services.checking import check_log
from leglog.services.exporting import ExportFormat, export_log
from leglog.services.monthly_review import monthly_review
from leglog.services.training_log import open_log
from leglog.services.transfer import import_workouts, preview_import
from leglog.training.vocabulary import Unit
from leglog.ui import labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.figures import Run
    from leglog.services.training_log import TrainingLog

IMPORTED_ROWS, FEW_ROWS = 100_000, 200
IMPORTED = Target(2.22)
"""At least 45 % of the rows a second of the floor."""
PREVIEWED = Target(2000, is_time=True)
BACKED_UP = Target(1.3)
MOST_EXPORTED = 60_000
"""An export reads all sets at once; a million is no person's log."""
TODAY = LAST_DAY + dt.timedelta(days=1)
NOW = dt.datetime.combine(TODAY, dt.time(12)).astimezone()


def figures(run: Run) -> Iterator[Figure]:
    """Bring in one large file, then take every log out."""
    with tempfile.TemporaryDirectory(dir=run.folder) as name:
        folder = Path(name)
        yield from _importing(run, folder)
        for size in run.sizes:
            path = big_log(run.folder, size)
            log = open_log(path)
            try:
                yield from _copying(log, folder, run, size.name)
                if size.sets <= MOST_EXPORTED:
                    yield from _taking_out(log, folder, run, size.name)
            finally:
                log.close()


def _importing(run: Run, folder: Path) -> Iterator[Figure]:
    rows = FEW_ROWS if run.is_quick else IMPORTED_ROWS
    file = folder / "strong.csv"
    _write_strong(file, rows)
    fresh = folder / "fresh.db"
    open_log(fresh).close()
    numbers = count()
    previewed: list[float] = []

    def floor() -> None:
        with closing(sqlite3.connect(_copy(fresh, next(numbers)), isolation_level=None)) as plain:
            _plain_import(plain, file)

    def ours() -> None:
        log = open_log(_copy(fresh, next(numbers)))
        try:
            import_workouts(log, preview_import(log, file, Unit.KG))
        finally:
            log.close()

    below, above = in_turns(min(run.repeats, 3), floor, ours)
    yield Figure(f"import of {rows} rows, preview included", below, above, IMPORTED)
    log = open_log(fresh)
    try:
        previewed.extend(in_turns(min(run.repeats, 3), lambda: preview_import(log, file, Unit.KG)))
    finally:
        log.close()
    yield Figure(f"preview of {rows} rows", None, previewed[0], PREVIEWED)


def _copy(path: Path, number: int) -> Path:
    copy = path.with_name(f"copy-{number}.db")
    shutil.copyfile(path, copy)
    return copy


def _write_strong(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        out.writerow(
            ["Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps",
             "Distance", "Seconds", "Notes", "Workout Notes", "RPE"]
        )  # fmt: skip
        start = dt.datetime(2000, 1, 1, 17, tzinfo=dt.UTC)
        for number in range(rows):
            at = start + dt.timedelta(days=number // 24)
            exercise = f"Exercise {number // 4 % 120} (Barbell)"
            out.writerow(
                [f"{at:%Y-%m-%d %H:%M:%S}", "Legs", "1h 5m", exercise, number % 4 + 1,
                 40 + number % 80 / 2, 3 + number % 9, 0, 0, "", "", 8]
            )  # fmt: skip


def _plain_import(connection: sqlite3.Connection, file: Path) -> None:
    """Read the file and write workouts, exercises and sets by executemany, in one transaction."""
    workouts: dict[str, int] = {}
    exercises: dict[str, int] = {}
    items: dict[tuple[int, int, int], int] = {}
    sets = []
    with file.open(encoding="utf-8", newline="") as stream:
        lines = csv.reader(stream)
        next(lines)
        for number, line in enumerate(lines):
            workout = workouts.setdefault(line[0], len(workouts) + 1)
            exercise = exercises.setdefault(line[3], len(exercises) + 10_001)
            place = number // 4 % 6
            item = items.setdefault((workout, exercise, place), len(items) + 1)
            load_g, rpe_halves = int(float(line[5]) * 1000), int(line[11]) * 2
            sets.append((f"s{number}", item, number, int(line[6]), load_g, rpe_halves))
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO exercise (id, uuid, changed_at, name, name_folded, category, pattern,"
        " measure, load_basis, per_side, compound, equipment, equipment_needs, default_sets,"
        " instructions, cues, common_mistakes, back_care, adjusted, own_note)"
        " SELECT ?, ?, changed_at, ?, ?, category, pattern, measure, load_basis, 0, 0, '[]', '[]',"
        " 3, '[]', '[]', '[]', '', '[]', '' FROM exercise WHERE id = 1",
        [(id_, f"e{id_}", name, name) for name, id_ in exercises.items()],
    )
    connection.executemany(
        "INSERT INTO workout (id, uuid, changed_at, title, date, note, state, import_key)"
        " VALUES (?, ?, '', 'Legs', ?, '', 'finished', ?)",
        [(id_, f"w{id_}", at[:10], at) for at, id_ in workouts.items()],
    )
    connection.executemany(
        "INSERT INTO workout_exercise (id, uuid, changed_at, workout_id, exercise_id,"
        " exercise_name, section, position, tempo, note, skipped, skip_reason)"
        " VALUES (?, ?, '', ?, ?, '', 'main', ?, '', '', 0, '')",
        [(id_, f"i{id_}", workout, exercise, id_) for (workout, exercise, _), id_ in items.items()],
    )
    connection.executemany(
        "INSERT INTO performed_set (uuid, changed_at, workout_exercise_id, position, reps, load_g,"
        " rpe_halves, set_type, side, planned, removed, load_unit, load_mode, note, done)"
        " VALUES (?, '', ?, ?, ?, ?, ?, 'working', 'both', 0, 0, 'kg', 'external', '', 1)",
        sets,
    )
    connection.execute("COMMIT")


def _copying(log: TrainingLog, folder: Path, run: Run, name: str) -> Iterator[Figure]:
    """Take a backup beside SQLite's own copy with a quick check, and check the log."""
    numbers = count()

    def plain_copy() -> None:
        target = folder / f"plain-{next(numbers)}.db"
        with closing(sqlite3.connect(log.path)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA quick_check").fetchall()
        target.unlink()

    def backup() -> None:
        make_backup(log.path, folder / "backups", NOW).path.unlink()

    def quick_check() -> None:
        with closing(sqlite3.connect(log.path)) as plain:
            plain.execute("PRAGMA quick_check").fetchall()

    repeats = min(run.repeats, 3)
    below, above = in_turns(repeats, plain_copy, backup, cpu=False)
    yield Figure(f"backup, {name}", below, above, BACKED_UP)
    below, above = in_turns(repeats, quick_check, lambda: check_log(log))
    yield Figure(f"leglog check, {name}", below, above)
    below, above = in_turns(repeats, quick_check, lambda: open_log(log.path).close())
    yield Figure(f"log opened, quick check included, {name}", below, above)


_SETS = """
    SELECT date, title, exercise_name, performed_set.* FROM workout
    JOIN workout_exercise AS item ON workout_id = workout.id
    JOIN performed_set ON workout_exercise_id = item.id WHERE done ORDER BY date, item.position
"""


def _taking_out(log: TrainingLog, folder: Path, run: Run, name: str) -> Iterator[Figure]:
    out = folder / "out.csv"

    def plain_export() -> None:
        with closing(sqlite3.connect(log.path)) as plain, out.open("w", newline="") as stream:
            csv.writer(stream).writerows(plain.execute(_SETS))

    def export(format_: ExportFormat) -> Callable[[], object]:
        return lambda: export_log(log, folder / f"export.{format_}", format_)

    repeats = min(run.repeats, 3)
    below, as_csv, as_json = in_turns(
        repeats, plain_export, export(ExportFormat.CSV), export(ExportFormat.JSON)
    )
    yield Figure(f"export as CSV, {name}", below, as_csv)
    yield Figure(f"export as JSON, {name}", below, as_json)
    said = ReportWords(PlainWriting("en"), labels, Unit.KG)
    below, above = in_turns(
        repeats,
        lambda: _plain_pdf(folder / "plain.pdf"),
        lambda: write_report(
            folder / "report.pdf", monthly_review(log, LAST_DAY, TODAY), said, ReportOptions()
        ),
    )
    yield Figure(f"report as PDF, {name}", below, above)


def _plain_pdf(path: Path) -> None:
    """Write one page of A4 with a panel of bars and one with a line."""
    from matplotlib.backends.backend_pdf import FigureCanvasPdf
    from matplotlib.figure import Figure as Drawn

    page = Drawn(figsize=(8.27, 11.69))
    FigureCanvasPdf(page)
    upper, lower = page.add_axes((0.1, 0.6, 0.8, 0.3)), page.add_axes((0.1, 0.2, 0.8, 0.3))
    upper.bar(range(5), range(5))
    lower.plot(range(31), [day % 5 for day in range(31)])
    page.savefig(path)
