from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.errors import AlreadyOpen
from leglog.models.lock import FolderLock
from leglog.paths import DATABASE_NAME
from leglog.services.made_up_year import check_closed, make_made_up_year
from leglog.services.statistics import statistics
from leglog.services.training_log import open_log

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2025, 11, 21)


def test_made_up_year_is_a_log_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "made-up-year"
    make_made_up_year(folder, TODAY)
    log = open_log(folder / DATABASE_NAME)
    assert statistics(log).finished_workouts > 50
    log.close()
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


def test_what_a_broken_off_start_left_is_replaced(tmp_path: Path) -> None:
    draft = tmp_path / "made-up-year.part"
    draft.mkdir()
    (draft / DATABASE_NAME).write_bytes(b"half of it")
    make_made_up_year(tmp_path / "made-up-year", TODAY)
    assert not draft.exists()


def test_an_open_made_up_year_is_not_removed(tmp_path: Path) -> None:
    with FolderLock(tmp_path), pytest.raises(AlreadyOpen):
        check_closed(tmp_path)
    check_closed(tmp_path)
