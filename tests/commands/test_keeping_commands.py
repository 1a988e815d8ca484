from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leglog.services.backups import choose_second_folder
from tests.commands.test_command_line import WHAT_WAS_LOADED

if TYPE_CHECKING:
    from tests.commands.conftest import Leglog


@pytest.mark.parametrize("kind", ["csv", "strong", "json", "sqlite"])
def test_export_says_what_it_wrote(leglog: Leglog, strong: Path, tmp_path: Path, kind: str) -> None:
    leglog("import", strong, "--unit", "kg", "--yes")
    path = tmp_path / "out.file"
    found = json.loads(leglog("export", "--format", kind, path, "--json").out)
    assert (found["workouts"], found["sets"], found["bytes"]) == (2, 3, path.stat().st_size)


def test_export_replaces_no_file_unasked(leglog: Leglog, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("mine")
    code, _out, err = leglog("export", "--format", "csv", path)
    assert (code, "there already" in err, path.read_text()) == (1, True, "mine")
    assert leglog("export", "--format", "csv", path, "--force").code == 0


def test_export_and_backup_load_no_window(leglog_alone: Leglog, tmp_path: Path) -> None:
    for arguments in (("export", "--format", "json", tmp_path / "all.json"), ("backup",)):
        answer = leglog_alone(*arguments, program=WHAT_WAS_LOADED)
        assert (answer.code, answer.err) == (0, "[]\n")


def test_restore_goes_back_and_says_how_to_undo_it(leglog: Leglog, strong: Path) -> None:
    made = json.loads(leglog("backup", "--json").out)["path"]
    leglog("import", strong, "--unit", "kg", "--yes")
    dry = json.loads(leglog("restore", made, "--dry-run", "--json").out)
    assert (dry["lost"]["workouts"], dry["undone_by"]) == (2, None)
    done = json.loads(leglog("restore", made, "--json").out)
    assert json.loads(leglog("stats", "--json").out)["workouts"] == 0
    leglog("restore", done["undone_by"], "--yes")
    assert json.loads(leglog("stats", "--json").out)["workouts"] == 2


def test_restore_asks_before_it_changes_anything(leglog_alone: Leglog, tmp_path: Path) -> None:
    leglog_alone("backup", "--to", tmp_path / "copies")
    (made,) = (tmp_path / "copies").iterdir()
    code, out, err = leglog_alone("restore", made)
    assert (code, "--yes" in err) == (1, True)
    assert out.startswith("Now: 0 workouts")


def test_backups_are_listed_also_the_one_before_an_import(leglog: Leglog, strong: Path) -> None:
    assert "no backups yet" in leglog("restore").out
    leglog("import", strong, "--unit", "kg", "--yes")
    (found,) = json.loads(leglog("restore", "--json").out)
    assert (found["kind"], found["whole"], found["workouts"]) == ("before_import", True, 0)


def test_missing_second_folder_is_told_and_the_backup_counts(
    leglog: Leglog, log_path: Path, tmp_path: Path
) -> None:
    choose_second_folder(log_path.parent / "config", tmp_path / "usb")
    code, out, err = leglog("backup")
    assert (code, "is not there" in err) == (1, True)
    assert "A checked copy" in out
    (tmp_path / "usb").mkdir()
    assert json.loads(leglog("backup", "--json").out)["second_folder"] == "copied"


def test_full_check_reads_the_backups_too(leglog: Leglog) -> None:
    made = Path(json.loads(leglog("backup", "--json").out)["path"])
    code, out, _err = leglog("check", "--full", "--json")
    assert (code, json.loads(out)["backups"], json.loads(out)["problems"]) == (0, 1, [])
    made.write_bytes(made.read_bytes()[:-100])
    code, out, _err = leglog("check", "--full")
    assert (code, out) == (1, f"The backup {made} is damaged.\n")
    assert leglog("check").code == 0


def test_full_check_finds_a_value_that_cannot_be_read(leglog: Leglog, log_path: Path) -> None:
    with closing(sqlite3.connect(log_path)) as connection:
        connection.execute("UPDATE exercise SET changed_at = 'soon' WHERE id = 5")
        connection.commit()
    assert leglog("check").code == 0
    code, out, _err = leglog("check", "--full", "--json")
    assert (code, json.loads(out)["problems"]) == (1, ["exercise 5: changed_at"])


def test_check_of_a_damaged_log_answers_in_json(leglog: Leglog, log_path: Path) -> None:
    content = log_path.read_bytes()
    log_path.write_bytes(content[: len(content) // 2])
    code, out, err = leglog("check", "--full", "--json")
    assert (code, bool(json.loads(out)["problems"])) == (1, True)
    assert "is damaged" in err


COMMANDS = ("import", "export", "backup", "restore", "check", "stats", "report")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_answers_in_json_without_a_window(
    leglog_alone: Leglog, leglog: Leglog, strong: Path, tmp_path: Path, command: str
) -> None:
    made = json.loads(leglog("backup", "--json").out)["path"]
    more = {
        "import": (strong, "--unit", "kg"),
        "export": ("--format", "csv", tmp_path / "out.csv"),
        "restore": (made,),
        "check": ("--full",),
    }
    answer = leglog_alone(command, *more.get(command, ()), "--json", program=WHAT_WAS_LOADED)
    assert (answer.code, answer.err) == (0, "[]\n")
    assert isinstance(json.loads(answer.out), dict)
