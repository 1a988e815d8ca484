"""A damaged log is never written to, always ends in an offer, and loses as little as can be."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leglog.errors import DamagedLog, LeglogError
from leglog.paths import folders
from leglog.services.backups import make_backup
from leglog.services.checking import check_log
from leglog.services.health import full_check, full_check_is_due, unreadable_values
from leglog.services.opening import open_for_window
from leglog.services.pain import rate_pain
from leglog.services.recovery import Recovery, prepare_recovery, recover
from leglog.services.restoring import RECOVERY_SCRATCH
from leglog.services.training_log import open_log
from leglog.training.vocabulary import Moment
from tests.a_year import fill_year
from tests.services.damages import KINDS, PAGE, damage

if TYPE_CHECKING:
    from tests.conftest import FilledFile

TODAY = dt.date(2026, 11, 20)
NOW = dt.datetime(2026, 11, 20, 8, 2).astimezone()
WEEKS = 10
WORKOUTS, RATINGS = 30, 100


@pytest.fixture(scope="module")
def trained(filled_file: FilledFile) -> Path:
    """A log with ten weeks of training, made once."""
    return filled_file(lambda log: fill_year(log, TODAY, weeks=WEEKS))


@pytest.fixture
def path(trained: Path, tmp_path: Path) -> Path:
    """A copy of it that may be damaged."""
    path = tmp_path / "data" / "leglog.db"
    path.parent.mkdir(mode=0o700)
    shutil.copyfile(trained, path)
    return path


def offer(path: Path, *folders_: Path) -> Recovery:
    """Refuse the log as damaged, check that it was not touched, and prepare what can be done."""
    content = path.read_bytes()
    with pytest.raises(DamagedLog):
        open_log(path).close()
    recovery = prepare_recovery(path, *folders_)
    assert path.read_bytes() == content
    return recovery


def spoil_page_of(path: Path, table: str) -> None:
    """Empty one page in the middle of a table."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        root = connection.execute(query, (table,)).fetchone()[0]
    content = bytearray(path.read_bytes())
    page = content[(root - 1) * PAGE : root * PAGE]
    assert page[0] == 5, "the table has more than one page"
    place = int.from_bytes(page[12:14], "big")
    child = int.from_bytes(page[place : place + 4], "big")
    content[(child - 1) * PAGE : child * PAGE] = bytes(PAGE)
    path.write_bytes(content)


def spoil_root_of(path: Path, table: str) -> None:
    """Empty the page with which a table begins."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        root = connection.execute(query, (table,)).fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    path.write_bytes(content)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("kind", KINDS)
def test_any_damage_ends_in_an_offer_or_in_a_log_that_works(
    path: Path, kind: str, seed: int
) -> None:
    damage(path, kind, seed)
    content = path.read_bytes()
    try:
        open_for_window(folders(path.parent), lambda _change: None).close()
    except DamagedLog:
        assert path.read_bytes() == content
        recovery = prepare_recovery(path, path.parent / "backups")
        recover(recovery, recovery.together, NOW)
        log = open_log(path)
        assert check_log(log).problems == ()
        log.close()
    except LeglogError as error:
        pytest.fail(f"no offer: {error}")


def test_lost_page_of_sets_costs_only_its_sets(path: Path) -> None:
    spoil_page_of(path, "performed_set")
    figures = offer(path).salvaged.figures
    assert figures.workouts == WORKOUTS
    assert figures.ratings == RATINGS
    assert figures.sets > 300


@pytest.mark.parametrize("table", ["performed_set", "pain_rating"])
def test_lost_root_of_a_table_costs_no_rows(path: Path, trained: Path, table: str) -> None:
    whole = open_log(trained)
    sets = check_log(whole).tables["performed_set"]
    whole.close()
    spoil_root_of(path, table)
    salvaged = offer(path).salvaged
    with closing(sqlite3.connect(salvaged.path)) as connection:
        (read,) = connection.execute("SELECT count(*) FROM performed_set").fetchone()
    assert (read, salvaged.figures.ratings) == (sets, RATINGS)


def test_rows_of_freed_pages_do_not_come_back(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM pain_rating WHERE id > 10")
        connection.commit()
    spoil_root_of(path, "pain_rating")
    assert offer(path).salvaged.figures.ratings <= 10


def test_many_flipped_bytes_cost_only_rows_that_they_hit(path: Path) -> None:
    content, chance = bytearray(path.read_bytes()), random.Random(5)
    for _count in range(200):
        content[chance.randrange(PAGE, len(content))] ^= 0x55
    path.write_bytes(content)
    figures = offer(path).salvaged.figures
    assert figures.workouts == WORKOUTS
    assert figures.sets > 350


def test_lost_page_of_workouts_costs_no_sets(path: Path, trained: Path) -> None:
    spoil_page_of(path, "workout")
    figures = offer(path).salvaged.figures
    whole = open_log(trained)
    assert figures.sets == check_log(whole).tables["performed_set"]
    assert figures.workouts == WORKOUTS
    whole.close()


def test_backup_and_what_could_be_read_are_put_together(path: Path, tmp_path: Path) -> None:
    log = open_log(path)
    make_backup(path, tmp_path / "backups", NOW)
    rate_pain(log, 7, Moment.ANY, TODAY, now=NOW)
    log.close()
    spoil_page_of(path, "performed_set")
    recovery = offer(path, tmp_path / "backups")
    assert recovery.backup is not None
    assert recovery.only_in_damaged == (0, 1)
    assert recovery.salvaged.figures.sets < recovery.together.figures.sets
    assert recovery.together.figures.ratings == RATINGS + 1


def test_newest_backup_that_is_whole_is_taken(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    good = make_backup(path, folder, NOW - dt.timedelta(days=2))
    bad = make_backup(path, folder, NOW)
    bad.path.write_bytes(bad.path.read_bytes()[:-200])
    path.write_bytes(b"")
    assert offer(path, folder).backup == good


def test_damaged_file_is_set_aside_whole_with_its_write_ahead_log(path: Path) -> None:
    spoil_page_of(path, "performed_set")
    path.with_name("leglog.db-wal").write_bytes(b"what was not yet written")
    content = path.read_bytes()
    recovery = prepare_recovery(path)
    aside = recover(recovery, recovery.together, NOW)
    assert (aside / "leglog.db").read_bytes() == content
    assert (aside / "leglog.db-wal").read_bytes() == b"what was not yet written"
    assert not (path.parent / RECOVERY_SCRATCH).exists()
    open_log(path).close()


def test_nothing_readable_and_no_backup_is_an_empty_log(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(20_000))
    recovery = offer(path)
    assert (recovery.backup, recovery.together.figures.workouts) == (None, 0)
    recover(recovery, recovery.together, NOW)
    open_log(path).close()


def test_overwritten_head_costs_nothing(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(bytes(100) + content[100:])
    figures = offer(path).salvaged.figures
    assert (figures.workouts, figures.ratings) == (WORKOUTS, RATINGS)


def test_log_without_its_write_ahead_log_still_opens(path: Path) -> None:
    log = open_log(path)
    rate_pain(log, 7, Moment.ANY, TODAY, now=NOW)
    shutil.copyfile(path, path.with_name("alone.db"))
    log.close()
    open_log(path.with_name("alone.db")).close()


def test_damaged_log_with_a_write_ahead_log_is_not_written_to(path: Path, tmp_path: Path) -> None:
    log = open_log(path)
    rate_pain(log, 7, Moment.ANY, TODAY, now=NOW)
    killed = tmp_path / "killed" / "leglog.db"
    killed.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(f"{path}{end}", f"{killed}{end}")
    log.close()
    damage(killed, "zeroed", 1)
    before = [Path(f"{killed}{end}").read_bytes() for end in ("", "-wal")]
    recovery = offer(killed)
    assert [Path(f"{killed}{end}").read_bytes() for end in ("", "-wal")] == before
    assert recovery.salvaged.figures.newest_kind is not None


def test_value_that_cannot_be_read_is_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE planned_workout SET date = '2026-13-45'")
        connection.commit()
    assert unreadable_values(path)[0].endswith(": date")
    with pytest.raises(DamagedLog):
        open_for_window(folders(path.parent), lambda _change: None)


def test_damage_that_a_start_does_not_see_is_found_by_the_weekly_check(path: Path) -> None:
    config = path.parent / "config"
    assert full_check_is_due(config, TODAY)
    assert full_check(path, config, TODAY) == ()
    assert not full_check_is_due(config, TODAY + dt.timedelta(days=6))
    assert full_check_is_due(config, TODAY + dt.timedelta(days=7))
    assert full_check_is_due(config, TODAY - dt.timedelta(days=1))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE pain_rating SET recorded_at = 'soon' WHERE id = 5")
        connection.commit()
    assert full_check(path, config, TODAY) == ("pain_rating 5: recorded_at",)
    with pytest.raises(DamagedLog):
        open_for_window(folders(path.parent), lambda _change: None)


def test_row_with_a_value_that_cannot_be_read_is_left_out_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE pain_rating SET recorded_at = 'soon' WHERE id = 5")
        connection.commit()
    assert prepare_recovery(path).salvaged.figures.ratings == RATINGS - 1
