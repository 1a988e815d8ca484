"""What all tests share: a real log in a temporary folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # the tests read English, whatever the system speaks

import pytest
from hypothesis import settings

from leglog.services.training_log import Change, TrainingLog, open_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leglog.ui.second_start import Application

# No test fails because a machine is busy. Where the project is checked, each run asks the same;
# a developer's own runs keep looking for what nobody thought of.
settings.register_profile("leglog", deadline=None)
settings.register_profile("steady", settings.get_profile("leglog"), derandomize=True)
settings.load_profile("steady" if os.environ.get("CI") else "leglog")

FilledFile = Callable[[Callable[[TrainingLog], object]], "Path"]
"""Makes the file of a log once something has filled it."""
Contents = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    """The program's own application, for every test of windows."""
    from leglog.ui.second_start import Application

    return Application


@pytest.fixture(scope="session")
def fresh_log_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new log with the catalogue in it, made once; tests work on copies."""
    path = tmp_path_factory.mktemp("fresh") / "leglog.db"
    open_log(path).close()
    return path


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory, fresh_log_file: Path) -> FilledFile:
    """Return a function that makes the file of a log once filled; tests work on copies."""

    def make(fill: Callable[[TrainingLog], object]) -> Path:
        path = tmp_path_factory.mktemp("filled") / "leglog.db"
        path.write_bytes(fresh_log_file.read_bytes())
        log = open_log(path)
        fill(log)
        log.close()
        return path

    return make


@pytest.fixture
def log_path(tmp_path: Path, fresh_log_file: Path) -> Path:
    """The path of a new log."""
    path = tmp_path / "data" / "leglog.db"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(fresh_log_file.read_bytes())
    return path


@pytest.fixture
def changes() -> list[Change]:
    """What the log announced, in order."""
    return []


@pytest.fixture
def log(log_path: Path, changes: list[Change]) -> Iterator[TrainingLog]:
    """An open, new log."""
    log = open_log(log_path, changes.append)
    yield log
    log.close()


@pytest.fixture
def contents(log: TrainingLog) -> Callable[[], Contents]:
    """Return a function that reads every row of every table."""
    from leglog.models.tables import Base

    def read() -> Contents:
        with log.reading() as session:
            return {
                table.name: [
                    tuple(row)
                    for row in session.connection().exec_driver_sql(
                        f"SELECT * FROM {table.name} ORDER BY id"  # noqa: S608
                    )
                ]
                for table in Base.metadata.sorted_tables
            }

    return read
