from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from leglog import __version__
from leglog.models.lock import FolderLock

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Leglog

# Runs the command line, then names what it has loaded that belongs to a window or a chart.
WHAT_WAS_LOADED = """
import sys
from leglog.__main__ import main
code = main(sys.argv[1:])
roots = {name.partition(".")[0] for name in sys.modules}
print(sorted(roots & {"PySide6", "shiboken6", "matplotlib", "numpy"}), file=sys.stderr)
sys.exit(code)
"""


def test_version_is_the_programs(leglog: Leglog) -> None:
    assert leglog("--version") == (0, f"LegLog {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("import",),
        ("import", "strong.csv", "--unit", "stone"),
        ("stats", "--yaml"),
        ("--data-dir",),
    ],
)
def test_wrong_usage_is_told_and_ends_with_2(leglog: Leglog, arguments: tuple[str, ...]) -> None:
    code, out, err = leglog(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: leglog")


def test_figures_of_a_new_log_are_empty_or_zero(leglog: Leglog) -> None:
    found = json.loads(leglog("stats", "--json").out)
    assert (found["workouts"], found["sets"], found["pain_ratings"]) == (0, 0, 0)
    assert (found["first_date"], found["mean_morning_pain"]) == (None, None)


def test_figures_follow_an_import(leglog: Leglog, strong: Path) -> None:
    leglog("import", strong, "--unit", "kg", "--yes")
    found = json.loads(leglog("stats", "--json").out)
    assert (found["workouts"], found["finished_workouts"], found["sets"]) == (2, 2, 3)
    assert (found["volume_load_kg"], found["time_under_tension_s"]) == (60 * 8 + 205, 40)
    assert (found["first_date"], found["last_date"]) == ("2025-08-03", "2025-08-05")


def test_figures_in_words_name_the_workouts(leglog: Leglog, strong: Path) -> None:
    leglog("import", strong, "--unit", "kg", "--yes")
    assert "2 of 2 workouts finished, 3 sets" in leglog("stats").out


def test_check_of_a_whole_log_says_so(leglog: Leglog) -> None:
    assert leglog("check") == (0, "The log is whole.\n", "")
    found = json.loads(leglog("check", "--json").out)
    assert found["problems"] == []
    assert found["tables"]["exercise"] == 110


def test_made_up_year_fills_a_new_log(leglog: Leglog) -> None:
    made = json.loads(leglog("demo", "--json").out)
    assert made["workouts"] > 100
    assert json.loads(leglog("stats", "--json").out)["workouts"] == made["workouts"]
    assert leglog("check").code == 0


def test_made_up_year_is_not_added_to_a_log_with_workouts(leglog: Leglog, strong: Path) -> None:
    leglog("import", strong, "--unit", "kg", "--yes")
    before = leglog("stats", "--json").out
    code, out, err = leglog("demo")
    assert (code, out) == (1, "")
    assert "has workouts already" in err
    assert leglog("stats", "--json").out == before


@pytest.mark.usefixtures("qapp")
def test_self_test_reports_every_part(leglog: Leglog, log_path: Path) -> None:
    before = log_path.read_bytes()
    code, out, _err = leglog("--self-test")
    first, *parts = out.splitlines()
    assert code == 0
    assert first.startswith(f"LegLog {__version__}, Python ")
    assert [part.split(":")[0].split(maxsplit=1) for part in parts] == [
        ["ok", "resources"],
        ["ok", "translations"],
        ["ok", "log, made by its migrations"],
        ["ok", "set and undo"],
        ["ok", "import"],
        ["ok", "backup"],
        ["ok", "charts"],
        ["ok", "report"],
        ["ok", "window"],
        ["ok", "check"],
    ]
    assert log_path.read_bytes() == before


@pytest.mark.usefixtures("qapp")
def test_self_test_tells_a_part_that_fails(
    leglog: Leglog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("leglog.commands.self_test.resources_folder", lambda: tmp_path)
    code, out, _err = leglog("--self-test")
    assert code == 1
    assert "FAILED  resources: FileNotFoundError" in out


@pytest.mark.parametrize("command", ["stats", "import"])
def test_commands_load_neither_window_nor_charts(
    leglog_alone: Leglog, strong: Path, command: str
) -> None:
    more = (strong, "--unit", "kg") if command == "import" else ()
    code, out, loaded = leglog_alone(command, *more, "--json", program=WHAT_WAS_LOADED)
    assert (code, loaded.strip()) == (0, "[]")
    assert json.loads(out)["workouts"] == (2 if command == "import" else 0)


def test_log_that_is_open_elsewhere_can_be_read(leglog_alone: Leglog, log_path: Path) -> None:
    with FolderLock(log_path.parent):
        code, out, err = leglog_alone("stats", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["workouts"] == 0


def test_log_that_is_open_elsewhere_is_not_written(
    leglog_alone: Leglog, log_path: Path, strong: Path
) -> None:
    before = log_path.read_bytes()
    with FolderLock(log_path.parent):
        code, out, err = leglog_alone("import", strong, "--unit", "kg", "--yes")
    assert (code, out) == (1, "")
    assert err.startswith("leglog: LegLog is already open with the data in ")
    assert err.count("\n") == 1
    assert log_path.read_bytes() == before
