"""Tries the program's parts on a log of its own, in an installed copy as in a checkout."""

from __future__ import annotations

import datetime as dt
import json
import platform
import sqlite3
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from leglog import __version__
from leglog.paths import resources_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from leglog.services.training_log import TrainingLog

    LogPart = Callable[[TrainingLog, Path], str]

TODAY = dt.date(2026, 10, 31)
EXPORT = (
    "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
    "2026-10-30,Barbell Squat,Legs,40.0,kgs,10,,,,\n"
    "2026-10-30,Plank,Core,,,,,,0:00:30,\n"
)


def self_test(more: Mapping[str, LogPart]) -> int:
    """Print a line for each part and return 0 when all work, else 1.

    ``more`` are parts that need what no command may load, by name.
    """
    print(
        f"LegLog {__version__}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.platform()}"
    )
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        results = [_try(name, part, folder) for name, part in _PARTS.items()]
        results += _try_on_a_log(folder, more)
    return 0 if all(results) else 1


def _try(name: str, part: Callable[[Path], str], folder: Path) -> bool:
    try:
        found = part(folder)
    except Exception as error:
        print(f"FAILED  {name}: {type(error).__name__}: {error}")
        return False
    print(f"ok      {name}: {found}")
    return True


def _try_on_a_log(folder: Path, more: Mapping[str, LogPart]) -> list[bool]:
    from leglog.services.training_log import open_log

    log: TrainingLog | None = None

    def made_log(folder: Path) -> str:
        nonlocal log
        log = open_log(folder / "leglog.db")
        return _filled(log)

    results = [_try("log, made by its migrations", made_log, folder)]
    if log is None:
        return results
    parts = {**_LOG_PARTS, **more, "check": _whole}
    try:
        results += [_try(name, partial(part, log), folder) for name, part in parts.items()]
    finally:
        log.close()
    return results


def _resources(_folder: Path) -> str:
    folder = resources_folder()
    drawings = sorted([*(folder / "icons").glob("*.svg"), *(folder / "app").glob("*.svg")])
    for drawing in drawings:
        ET.parse(drawing)  # noqa: S314  our own files
    lists = sorted(folder.rglob("*.json"))
    for one in lists:
        json.loads(one.read_text("utf-8"))
    if not drawings or not lists:
        raise FileNotFoundError(folder)
    return f"{len(drawings)} drawings, {len(lists)} lists"


def _translations(_folder: Path) -> str:
    import gettext

    folder = resources_folder() / "translations"
    found = []
    for catalogue in sorted(folder.glob("*/LC_MESSAGES/leglog.mo")):
        language = catalogue.parent.parent.name
        gettext.translation("leglog", folder, [language])
        found.append(language)
    if not found:
        raise FileNotFoundError(folder)
    return ", ".join(["en", *found])


def _filled(log: TrainingLog) -> str:
    from leglog.services.demo import fill_with_demo

    return f"a made-up year of {fill_with_demo(log, TODAY)} workouts"


def _set_and_undo(log: TrainingLog, _folder: Path) -> str:
    from leglog.services.routine_reading import routine_list
    from leglog.services.set_values import SetValues
    from leglog.services.sets import log_set
    from leglog.services.statistics import statistics
    from leglog.services.workout_reading import workout_form
    from leglog.services.workouts import start_workout

    workout_id = start_workout(log, TODAY, routine_list(log)[0].id)
    before = statistics(log).sets
    row = workout_form(log, workout_id).blocks[0].sets[0]
    log_set(log, row.id, SetValues(reps=10))
    logged = statistics(log).sets
    log.undo()
    if (logged, statistics(log).sets) != (before + 1, before):
        raise ValueError("undo did not take the set back")
    return "one set logged and taken back"


def _whole(log: TrainingLog, _folder: Path) -> str:
    from leglog.services.checking import check_log

    report = check_log(log)
    if report.problems:
        raise ValueError("; ".join(report.problems))
    return f"{report.tables['performed_set']} sets, nothing wrong"


def _import(log: TrainingLog, folder: Path) -> str:
    from leglog.services.transfer import import_workouts, preview_import

    path = folder / "export.csv"
    path.write_text(EXPORT, "utf-8")
    preview = preview_import(log, path)
    import_workouts(log, preview)
    return f"{preview.file.format} read and written"


def _backup(log: TrainingLog, folder: Path) -> str:
    from leglog.services.backups import make_backup

    backup = make_backup(log.path, folder / "backups", dt.datetime.now().astimezone())
    return f"copied and checked, {backup.path.stat().st_size} bytes"


def _charts(_log: TrainingLog, folder: Path) -> str:
    from leglog.charts import values
    from leglog.charts.figures import save_figure
    from leglog.reports.look import paper_look
    from leglog.reports.writing import PlainWriting
    from leglog.ui import labels

    look = paper_look(PlainWriting("en"), labels)
    bar = values.VolumeBar(TODAY, TODAY, {"quads": 4.0, "glutes": 2.5})
    pain = values.PainSeries("Pain", "", [values.PainDay(TODAY, 3, 3.0)])
    volume = values.VolumeSeries("Volume", "", ["quads", "glutes"], [bar])
    lag = values.LagPanel("next day", [values.Dot(4, 3, 1)], 2.5, 3.0)
    row = values.ExerciseRow("Squat", "5", 0.5, -0.2, "1")
    pair = values.BarPair("quads", "Quads", 6, 4, "6", "4")
    shown: tuple[values.Figured, ...] = (
        values.TimePanels(TODAY, TODAY, volume, pain),
        values.LagView("Lag", "", "sets", "pain", "rest", "trained", [lag] * 3),
        values.Calendar("Days", "", 1, [values.CalendarDay(TODAY, 1, True)], ["Mo"] * 7, "", ""),
        values.ByExercise("Change", "", "worst", "morning", "times", "felt", "few", [row]),
        values.Balance([pair]),
    )
    for number, one in enumerate(shown):
        for kind in ("png", "svg", "pdf"):
            path = folder / f"chart-{number}.{kind}"
            save_figure(path, kind, one, look, (600, 400))
            if path.stat().st_size < 1000:
                raise ValueError(f"{path.name} is nearly empty")
    return f"{len(shown)} kinds, each as PNG, SVG and PDF"


def _report(log: TrainingLog, folder: Path) -> str:
    from leglog.reports.choices import ReportWords
    from leglog.reports.monthly import write_report
    from leglog.reports.writing import PlainWriting
    from leglog.services.monthly_review import monthly_review
    from leglog.services.preferences import preferences
    from leglog.ui import labels

    review = monthly_review(log, TODAY.replace(day=1), TODAY)
    said = ReportWords(PlainWriting("en"), labels, preferences(log).unit)
    pages = write_report(folder / "review.pdf", review, said)
    return f"a review with charts, {pages} pages of PDF"


_PARTS: dict[str, Callable[[Path], str]] = {
    "resources": _resources,
    "translations": _translations,
}
_LOG_PARTS: dict[str, LogPart] = {
    "set and undo": _set_and_undo,
    "import": _import,
    "backup": _backup,
    "charts": _charts,
    "report": _report,
}
