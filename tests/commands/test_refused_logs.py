"""A log that cannot be used: one sentence, exit code 1, and not a byte of it touched."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Leglog


def run(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_no_database(path: Path) -> None:
    path.write_bytes(b"minutes of a meeting, long enough to be read as a header" * 20)


def cut_in_half(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def overwrite_pages(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 8192):
        content[start : start + 600] = b"\xff" * 600
    path.write_bytes(bytes(content))


def make_foreign(path: Path) -> None:
    path.unlink()
    run(path, "CREATE TABLE recipe (name TEXT)")
    run(path, "PRAGMA application_id = 252006673")


def make_newer(path: Path) -> None:
    run(path, "UPDATE alembic_version SET version_num = '9999'")


SPOILED: dict[Callable[[Path], None], str] = {
    make_empty: "is empty",
    make_no_database: "is damaged and cannot be read",
    cut_in_half: "is damaged and cannot be read",
    overwrite_pages: "is damaged and cannot be read",
    make_foreign: "is not a log of LegLog",
    make_newer: "was written by a newer LegLog",
}


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__)
@pytest.mark.parametrize("command", ["stats", "import"])
def test_log_that_cannot_be_used_is_refused_and_kept(
    leglog: Leglog,
    log_path: Path,
    strong: Path,
    command: str,
    spoil: Callable[[Path], None],
) -> None:
    spoil(log_path)
    before = log_path.read_bytes()
    more = (strong, "--unit", "kg", "--yes") if command == "import" else ()
    code, out, err = leglog(command, *more)
    assert (code, out) == (1, "")
    assert err.startswith("leglog: ")
    assert SPOILED[spoil] in err
    assert err.count("\n") == 1
    assert log_path.read_bytes() == before
    assert {path.name for path in log_path.parent.iterdir()} <= {"leglog.db", "leglog.lock"}


def test_refusal_in_a_process_of_its_own_has_no_traceback(
    leglog_alone: Leglog, log_path: Path
) -> None:
    overwrite_pages(log_path)
    code, out, err = leglog_alone("check")
    assert (code, out) == (1, "")
    assert "Traceback" not in err
    assert err.count("\n") == 1


def test_file_in_place_of_the_folder_is_refused(leglog: Leglog, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    code, _out, err = leglog("--data-dir", tmp_path / "file", "stats")
    assert code == 1
    assert "cannot be used" in err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_folder_without_write_rights_is_refused(leglog: Leglog, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    code, _out, err = leglog("--data-dir", tmp_path / "closed" / "deeper", "stats")
    assert code == 1
    assert "cannot be used" in err
