from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from leglog.__main__ import DONE, REFUSED, main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    assert main(["--data-dir", str(folder), "demo"]) == DONE
    return folder


def test_report_prints_the_headline(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(data), "report"]) == DONE
    assert "your back pain averaged" in capsys.readouterr().out


def test_report_writes_a_pdf_and_says_how_long(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "review.pdf"
    arguments = ["report", "--pdf", str(path), "--paper", "letter", "--json"]
    assert main(["--data-dir", str(data), *arguments]) == DONE
    assert json.loads(capsys.readouterr().out)["pages"] in (1, 2)
    assert path.read_bytes().startswith(b"%PDF-")
    assert b"/MediaBox [ 0 0 612 792 ]" in path.read_bytes()


def test_report_of_a_year_counts_its_workouts(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--data-dir", str(data), "report", "--months", "12", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["months"] == 12
    assert found["period"]["workouts"] > 80


@pytest.mark.parametrize("month", ["2026-13", "october", "2999-01"])
def test_month_that_is_none_is_refused(
    data: Path, month: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(data), "report", "--month", month]) == REFUSED
    assert "month" in capsys.readouterr().err


def test_report_needs_no_qt(data: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from leglog.__main__ import main;"
        f"main(['--data-dir', {str(data)!r}, 'report', '--pdf', {str(tmp_path / 'r.pdf')!r}]);"
        "sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
