"""Tables of any program and complete exports, brought in without a window."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from leglog.services.training_log import open_log
from tests.services.actions_transfer import bring_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Leglog

PAIN = "date,knee_pain, fatigue\n25-3-2021,3,2\n26-3-2021,4,1\n"
SETS = "Tag;Übung;Wdh;kg\n03.05.2024;Kniebeuge;5;100\n03.05.2024;Kniebeuge;4;102,5\n"
WEIGHT = "Date,Weight\n2024-01-05,80.5\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(PAIN, "utf-8")
    return path


def stats(leglog: Leglog) -> dict[str, object]:
    found: dict[str, object] = json.loads(leglog("stats", "--json").out)
    return found


def test_unknown_table_is_refused_with_what_its_headings_suggest(
    leglog: Leglog, table: Path
) -> None:
    code, _out, err = leglog("import", table, "--yes")
    assert code == 1
    assert "such as --columns “date=date,score=knee_pain”." in err


def test_ratings_of_a_table_come_in_once(leglog: Leglog, table: Path) -> None:
    named = ("--columns", "date=date,score=knee_pain", "--json")
    found = json.loads(leglog("import", table, *named).out)
    assert (found["ratings"], found["new_ratings"], found["first_date"]) == (2, 2, "2021-03-25")
    assert json.loads(leglog("import", table, *named).out)["new_ratings"] == 0
    assert stats(leglog)["pain_ratings"] == 2


def test_sets_of_a_table_come_in_with_columns_named_by_place(leglog: Leglog, table: Path) -> None:
    table.write_text(SETS, "utf-8")
    code, out, _err = leglog(
        "import", table, "--columns", "date=1,exercise=2,reps=3,load=4", "--yes"
    )
    assert code == 0
    assert "102.5 kg × 4 Kniebeuge on 2024-05-03: right?" in out
    assert stats(leglog)["volume_load_kg"] == 910.0


@pytest.mark.parametrize(("unit", "code"), [((), 1), (("--unit", "lb"), 0)])
def test_body_weight_of_a_table_needs_its_unit(
    leglog: Leglog, table: Path, unit: tuple[str, ...], code: int
) -> None:
    table.write_text(WEIGHT, "utf-8")
    answer = leglog("import", table, "--columns", "date=Date,weight=Weight", "--yes", *unit)
    assert answer.code == code
    assert ("not said yet which column is what: unit" in answer.err) == (code == 1)
    assert ("1 entry was imported." in answer.out) == (code == 0)


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ("when=date", "“when” is nothing that a column can mean."),
        ("date=day", "The file has no column “day”. It has: date, knee_pain, fatigue."),
        ("date=date", "It is not said yet which column is what: exercise."),
    ],
)
def test_columns_that_do_not_fit_are_refused(
    leglog: Leglog, table: Path, columns: str, sentence: str
) -> None:
    code, _out, err = leglog("import", table, "--columns", columns, "--yes")
    assert code == 1
    assert sentence in err


def test_order_of_dates_can_be_said(leglog: Leglog, table: Path) -> None:
    table.write_text("day,pain\n1/2/2024,3\n", "utf-8")
    columns = ("--columns", "date=day,score=pain", "--json")
    assert json.loads(leglog("import", table, *columns, "--dates", "mdy").out)["first_date"] == (
        "2024-01-02"
    )


def test_order_of_dates_is_judged_by_all_rows(leglog: Leglog, table: Path) -> None:
    days = "".join(f"1/{day}/2024,3\n" for day in range(1, 20))
    table.write_text(f"day,pain\n{days}", "utf-8")
    found = leglog("import", table, "--columns", "date=day,score=pain", "--json").out
    assert json.loads(found)["last_date"] == "2024-01-19"


def test_complete_export_is_merged(leglog: Leglog, tmp_path: Path) -> None:
    other = open_log(tmp_path / "other" / "leglog.db")
    bring_in(other)
    other.close()
    path = tmp_path / "all.json"
    leglog("--data-dir", tmp_path / "other", "export", "--format", "json", path)
    assert "complete log" in leglog("import", path, "--dry-run").out
    assert stats(leglog)["workouts"] == 0
    assert leglog("import", path, "--yes").out.endswith("The other log was merged.\n")
    found = json.loads(leglog("import", path, "--json").out)
    assert (found["into_empty"], found["counts"]["workout"]["kept"]) == (False, 2)
    assert stats(leglog)["workouts"] == 2


def test_set_with_an_odd_value_is_kept_where_that_is_wanted(leglog: Leglog, strong: Path) -> None:
    row = '2025-08-09 09:00:00,"Legs",30m,"Squat (Barbell)",1,60,877777,0,0,"","",\n'
    strong.write_text(strong.read_text("utf-8") + row, "utf-8")
    command = ("import", strong, "--unit", "kg", "--dry-run", "--json")
    assert json.loads(leglog(*command).out)["sets"] == 3
    assert json.loads(leglog(*command, "--keep-odd").out)["sets"] == 4
