"""What is read of a file before it is opened as a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leglog.errors import StorageError
from leglog.models.identity import is_sound
from leglog.services.preferences import preferences
from leglog.services.training_log import open_log
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from pathlib import Path


def test_log_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "leglog.db"
    open_log(path).close()
    assert is_sound(path)


def test_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert not is_sound(tmp_path / "leglog.db")
    assert list(tmp_path.iterdir()) == []


def test_file_that_is_no_database_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "leglog.db"
    path.write_bytes(b"lost and never found again " * 400)
    with pytest.raises(StorageError, match="damaged"):
        is_sound(path)


def test_checked_log_opens(tmp_path: Path) -> None:
    path = tmp_path / "leglog.db"
    open_log(path).close()
    log = open_log(path, is_checked=is_sound(path))
    assert preferences(log).unit is Unit.KG
    log.close()
