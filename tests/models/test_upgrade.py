"""A log of an older schema, opened by a program that knows a next one."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from leglog.models import schema, upgrade
from leglog.services.checking import check_log
from leglog.services.training_log import open_log
from tests.services.actions_transfer import bring_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    NextSchema = Callable[[str], None]

ADDS_A_COLUMN = """
    op.add_column("performed_set", sa.Column("trial", sa.Integer()))
    op.execute("UPDATE performed_set SET trial = id")
"""
REBUILDS_PARENTS = """
    for table in ("workout", "workout_exercise", "exercise"):
        with op.batch_alter_table(table, recreate="always") as batch:
            batch.add_column(sa.Column("trial", sa.Integer()))
"""
LOSES_PARENTS = """
    op.execute("DELETE FROM workout_exercise")
"""
FAILS_HALF_WAY = """
    op.execute("DELETE FROM performed_set")
    op.execute("UPDATE no_such_table SET trial = 1")
"""


@pytest.fixture
def old_log(log_path: Path) -> Path:
    """A log of the first schema with workouts in it."""
    log = open_log(log_path)
    bring_in(log)
    log.close()
    return log_path


@pytest.fixture
def next_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NextSchema:
    """Return a function that gives the program a next migration."""

    def give(steps: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(upgrade.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "0002_next.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\n"
            "revision, down_revision, branch_labels, depends_on = '0002', '0001', None, None\n"
            f"def upgrade():\n{steps}",
            "utf-8",
        )
        monkeypatch.setattr(upgrade, "MIGRATIONS", folder)
        monkeypatch.setattr(schema, "REVISION", "0002")

    return give


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables, as far as the first schema has columns for them."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if row[0] != "alembic_version"
        ]
        found = {}
        for name in names:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            kept = ", ".join(column for column in columns if column != "trial")
            rows = connection.execute(f"SELECT {kept} FROM {name} ORDER BY 1")  # noqa: S608
            found[name] = rows.fetchall()
    return found


def revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


@pytest.mark.parametrize("steps", [ADDS_A_COLUMN, REBUILDS_PARENTS], ids=["column", "rebuilt"])
def test_upgrade_keeps_every_row(old_log: Path, next_schema: NextSchema, steps: str) -> None:
    before = contents(old_log)
    next_schema(steps)
    log = open_log(old_log)
    assert check_log(log).problems == ()
    log.close()
    assert revision(old_log) == "0002"
    assert len(before["performed_set"]) == 3
    assert contents(old_log) == before


def test_log_before_the_upgrade_is_kept_beside_it(old_log: Path, next_schema: NextSchema) -> None:
    before = contents(old_log)
    next_schema(ADDS_A_COLUMN)
    open_log(old_log).close()
    (copy,) = (old_log.parent / "backups").glob("before-upgrade-0001-*.db")
    assert revision(copy) == "0001"
    assert contents(copy) == before


def test_upgrade_that_fails_leaves_the_log_as_it_was(
    old_log: Path, next_schema: NextSchema
) -> None:
    before = contents(old_log)
    next_schema(FAILS_HALF_WAY)
    with pytest.raises(Exception, match="no_such_table"):
        open_log(old_log)
    assert revision(old_log) == "0001"
    assert contents(old_log) == before


def test_upgrade_that_would_leave_orphans_is_refused(
    old_log: Path, next_schema: NextSchema
) -> None:
    before = contents(old_log)
    next_schema(LOSES_PARENTS)
    with pytest.raises(ValueError, match="parents are gone"):
        open_log(old_log)
    assert contents(old_log) == before


def test_upgraded_log_is_not_upgraded_again(old_log: Path, next_schema: NextSchema) -> None:
    next_schema(ADDS_A_COLUMN)
    open_log(old_log).close()
    open_log(old_log).close()
    assert len(list((old_log.parent / "backups").iterdir())) == 1
