from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.formats.test_readers import HEVY
from tests.services.actions_transfer import STRONG

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Leglog

CYRILLIC = '2025-08-09 09:00:00,"Ноги",30m,"Присед",1,шестьдесят,8,0,0,"","",\n'


class Typed(io.StringIO):
    """A terminal at which this was typed."""

    def isatty(self) -> bool:
        return True


def workouts(leglog: Leglog) -> object:
    return json.loads(leglog("stats", "--json").out)["workouts"]


def test_json_is_one_object_with_the_promised_keys(leglog: Leglog, strong: Path) -> None:
    code, out, err = leglog("import", strong, "--unit", "kg", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "format": "strong",
        "workouts": 2,
        "sets": 3,
        "exercises": 3,
        "new_exercises": 1,
        "first_date": "2025-08-03",
        "last_date": "2025-08-05",
        "timed_sets": 1,
        "set_types": {"working": 3},
        "load_times_reps_kg": 685.0,
        "skipped": {"rest timer": 1},
        "duplicates": 0,
        "conflicts": 0,
        "ratings": 0,
        "new_ratings": 0,
        "check_ins": 0,
        "new_check_ins": 0,
        "problems": [],
    }
    assert workouts(leglog) == 2


def test_json_tells_rows_that_were_left_out(leglog: Leglog, strong: Path) -> None:
    strong.write_bytes(STRONG + CYRILLIC.encode())
    found = json.loads(leglog("import", strong, "--unit", "kg", "--json").out)
    assert found["problems"] == [{"row": 6, "sentence": "“шестьдесят” cannot be read."}]
    assert found["skipped"] == {"rest timer": 1, "unreadable": 1}


def test_pounds_of_the_file_are_counted_in_kilograms(leglog: Leglog, strong: Path) -> None:
    found = json.loads(leglog("import", strong, "--unit", "lb", "--json").out)
    assert found["load_times_reps_kg"] == pytest.approx(685 * 0.45359237, abs=0.001)


def test_second_import_finds_only_duplicates(leglog: Leglog, strong: Path) -> None:
    leglog("import", strong, "--unit", "kg", "--json")
    found = json.loads(leglog("import", strong, "--unit", "kg", "--json").out)
    assert (found["workouts"], found["duplicates"], found["new_exercises"]) == (2, 2, 0)
    assert workouts(leglog) == 2


@pytest.mark.parametrize("flags", [(), ("--json",), ("--yes",)])
def test_dry_run_writes_nothing(
    leglog: Leglog, strong: Path, log_path: Path, flags: tuple[str, ...]
) -> None:
    before = log_path.read_bytes()
    assert leglog("import", strong, "--unit", "kg", "--dry-run", *flags).code == 0
    assert log_path.read_bytes() == before


def test_file_without_a_unit_is_refused_until_it_is_said(
    leglog: Leglog, strong: Path, log_path: Path
) -> None:
    before = log_path.read_bytes()
    assert leglog("import", strong, "--json") == (
        1,
        "",
        "leglog: strong.csv: strong.csv does not say whether its weights are kilograms or pounds. "
        "Probably kg: 0 % of the barbell sets are 90 or more. "
        "Say it with --unit kg or --unit lb.\n",
    )
    assert log_path.read_bytes() == before


def test_file_with_a_unit_needs_none(leglog: Leglog, tmp_path: Path) -> None:
    path = tmp_path / "hevy.csv"
    path.write_text(HEVY + '"Legs","13 Mar 2026, 15:22","","","Squat",,"",0,"normal",20,8,,,\n')
    found = json.loads(leglog("import", path, "--json").out)
    assert (found["format"], found["load_times_reps_kg"]) == ("hevy", 160.0)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"name,age\nRachel,44\n", "does not look like a workout log"),
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "does not look like a workout log"),
        (STRONG.splitlines(keepends=True)[0], "no sets"),
    ],
)
def test_file_that_is_no_export_is_refused(
    leglog: Leglog, tmp_path: Path, log_path: Path, content: bytes, sentence: str
) -> None:
    path, before = tmp_path / "other.csv", log_path.read_bytes()
    path.write_bytes(content)
    code, out, err = leglog("import", path, "--unit", "kg", "--yes")
    assert (code, out) == (1, "")
    assert sentence in err
    assert err.count("\n") == 1
    assert log_path.read_bytes() == before


def test_refused_file_does_not_keep_the_others_out(
    leglog: Leglog, strong: Path, tmp_path: Path
) -> None:
    code, out, err = leglog("import", tmp_path / "nowhere.csv", strong, "--unit", "kg", "--yes")
    assert code == 1
    assert "nowhere.csv could not be read" in err
    assert out.endswith("2 workouts were imported.\n")
    assert workouts(leglog) == 2


def test_nothing_is_written_where_nobody_can_be_asked(leglog: Leglog, strong: Path) -> None:
    code, _out, err = leglog("import", strong, "--unit", "kg")
    assert code == 1
    assert "there is nobody to ask. Say --yes to import." in err
    assert workouts(leglog) == 0


@pytest.mark.parametrize(
    ("typed", "written"),
    [("kg\ny\n", 2), ("stone\nlb\nYES\n", 2), ("kg\n\n", 0), ("kg\n", 0)],
)
def test_unit_and_consent_are_asked_at_a_terminal(
    leglog: Leglog, strong: Path, monkeypatch: pytest.MonkeyPatch, typed: str, written: int
) -> None:
    monkeypatch.setattr("sys.stdin", Typed(typed))
    code, out, err = leglog("import", strong)
    assert (code, err) == (0, "")
    assert ("Nothing was changed." in out) == (written == 0)
    assert workouts(leglog) == written


def test_terminal_that_ends_at_the_question_for_the_unit_is_a_refusal(
    leglog: Leglog, strong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Typed(""))
    code, _out, err = leglog("import", strong)
    assert code == 1
    assert "Say it with --unit kg or --unit lb." in err


def test_program_that_asks_for_json_is_never_asked_back(
    leglog: Leglog, strong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Typed("kg\ny\n"))
    assert leglog("import", strong, "--json").code == 1


@pytest.mark.parametrize("flag", ["--json", "--yes"])
def test_output_without_the_files_letters_is_no_obstacle(
    leglog_alone: Leglog, strong: Path, flag: str
) -> None:
    strong.write_bytes(STRONG + CYRILLIC.replace("шестьдесят", "60").encode() + CYRILLIC.encode())
    code, out, err = leglog_alone("import", strong, "--unit", "kg", flag, encoding="ascii")
    assert (code, err) == (0, "")
    assert "\\u" in out
