"""Kills the program during imports, backups, restores and upgrades, and looks at what is left.

A copy of this process does the work and is killed outright (SIGKILL) after a random part of the
time that it takes undisturbed. What is found then has to be the state before or the state after,
never one between. POSIX only, because it forks.

    python -m benchmarks.kills_keeping [--times 1000]
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from leglog.models import schema, upgrade
from leglog.services.backups import backups, make_backup
from leglog.services.checking import check_log
from leglog.services.demo import fill_with_demo
from leglog.services.restoring import clear_leftovers, restore, view_of
from leglog.services.training_log import open_log
from leglog.services.transfer import import_workouts, preview_import
from leglog.training.vocabulary import Unit
from tests.formats.rows import STRONG, strong_row

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = dt.date(2026, 11, 20)
NOW = dt.datetime(2026, 11, 20, 8, 0).astimezone()
NEXT = "0002"
MIGRATION = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None
def upgrade():
    with op.batch_alter_table("performed_set") as batch:
        batch.add_column(sa.Column("trial", sa.Integer()))
    op.execute("UPDATE performed_set SET trial = id")
    op.execute("UPDATE workout SET note = note || '.'")
"""
State = tuple[object, ...]


@dataclass(frozen=True)
class Work:
    """Something that must be whole or not at all; ``state`` looks at what is left."""

    name: str
    do: Callable[[Path], None]
    state: Callable[[Path], State]
    opens: bool = True
    """Whether what is left opens as a log of this program."""


@dataclass
class Ground:
    """A folder that is put back before each run."""

    pristine: Path
    folder: Path

    def put_back(self) -> Path:
        """Copy the folder as it was at first."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.pristine, self.folder)
        return self.folder


def main() -> int:
    """Run the kills and print what they left; return 1 for anything in between."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1000)
    options = parser.parse_args()
    chance = random.Random(6)
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        pristine = _pristine(Path(scratch))
        ground = Ground(pristine, Path(scratch) / "ground")
        _prepare_upgrade(Path(scratch))
        works = (
            Work("import", _import, _log_state),
            Work("backup", _back_up, _backup_state),
            Work("restore", _restore, _log_state),
            Work("upgrade", _upgrade, _upgrade_state, opens=False),
        )
        for work in works:
            wrong += _kill_often(work, ground, chance, options.times // len(works))
    return 1 if wrong else 0


def _kill_often(work: Work, ground: Ground, chance: random.Random, times: int) -> int:
    before = work.state(ground.put_back())
    # The quickest of three: a length that was measured while the machine was busy would let most
    # kills come too late.
    length = min(_length(work, ground) for _attempt in range(3))
    folder = ground.folder
    after = work.state(folder)
    tally: collections.Counter[str] = collections.Counter()
    for _number in range(times):
        _in_a_copy(partial(work.do, ground.put_back()), chance.uniform(0, length * 1.3))
        tally[_verdict(work, folder, before, after)] += 1
    print(
        f"{work.name:8} {length * 1000:5.0f} ms undisturbed, {times} kills: {dict(tally)}",
        flush=True,
    )
    return sum(count for name, count in tally.items() if name not in ("before", "after"))


def _length(work: Work, ground: Ground) -> float:
    """Return the seconds that the work takes undisturbed."""
    folder = ground.put_back()
    begun = time.monotonic()
    _in_a_copy(partial(work.do, folder), None)
    return time.monotonic() - begun


def _verdict(work: Work, folder: Path, before: State, after: State) -> str:
    try:
        found = work.state(folder)
        if work.opens:
            clear_leftovers(folder)
            log = open_log(folder / "leglog.db")
            problems = check_log(log).problems
            log.close()
            if problems:
                return f"damaged: {problems[0]}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "before" if found == before else "after" if found == after else f"between: {found}"


def _in_a_copy(do: Callable[[], None], kill_after_s: float | None) -> None:
    child = os.fork()
    if child == 0:
        code = 1
        with suppress(BaseException):
            do()
            code = 0
        os._exit(code)
    if kill_after_s is not None:
        time.sleep(kill_after_s)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _pristine(scratch: Path) -> Path:
    folder = scratch / "pristine"
    log = open_log(folder / "leglog.db")
    fill_with_demo(log, TODAY)
    make_backup(log.path, folder / "backups", NOW - dt.timedelta(days=9))
    with log.upkeep() as session:
        session.connection().exec_driver_sql("DELETE FROM workout WHERE id % 3 = 0")
    log.close()
    days = (dt.date(2010, 1, 1) + dt.timedelta(days=number) for number in range(3000))
    rows = "".join(strong_row(date=f"{day} 10:00:00") for day in days)
    (folder / "strong.csv").write_text(STRONG + rows, "utf-8")
    return folder


def _import(folder: Path) -> None:
    log = open_log(folder / "leglog.db")
    import_workouts(log, preview_import(log, folder / "strong.csv", Unit.KG))
    log.close()


def _back_up(folder: Path) -> None:
    make_backup(folder / "leglog.db", folder / "backups", NOW)


def _restore(folder: Path) -> None:
    log = open_log(folder / "leglog.db")
    restore(log, backups(folder / "backups")[-1].path, folder / "backups", NOW)
    log.close()


def _prepare_upgrade(scratch: Path) -> None:
    """Make a next schema, which only this benchmark knows."""
    migrations = scratch / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    (migrations / "versions" / f"{NEXT}_trial.py").write_text(MIGRATION, "utf-8")


def _upgrade(folder: Path) -> None:
    # Only in the copy that will be killed: the parent goes on with the schema as it is.
    upgrade.MIGRATIONS = folder.parent / "migrations"
    schema.REVISION = NEXT
    upgrade.upgrade_file(folder / "leglog.db", "0001")


def _log_state(folder: Path) -> State:
    with closing(sqlite3.connect(folder / "leglog.db")) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchone()[0]
        return whole, *(
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in ("workout", "workout_exercise", "performed_set", "pain_rating", "exercise")
        )


def _backup_state(folder: Path) -> State:
    """Every backup that is listed has to be whole, and the log is as it was."""
    whole = [view_of(backup).figures is not None for backup in backups(folder / "backups")]
    return (*_log_state(folder), tuple(whole))


def _upgrade_state(folder: Path) -> State:
    with closing(sqlite3.connect(folder / "leglog.db")) as connection:
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        columns = len(connection.execute("PRAGMA table_info(performed_set)").fetchall())
        notes = connection.execute("SELECT sum(note LIKE '%.') FROM workout").fetchone()[0]
    return revision, columns, notes, _log_state(folder)


if __name__ == "__main__":
    sys.exit(main())
