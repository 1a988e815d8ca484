"""Whether the log file is sound: what a start looks at, and the complete check of every week."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from leglog.models.stored import all_tables, broken_column
from leglog.models.trouble import damaged
from leglog.paths import make_private

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FULL_CHECK_EVERY = dt.timedelta(days=7)
_FILE = "check.json"


def full_check_is_due(config: Path, today: dt.date) -> bool:
    """Say whether the last complete check was a week ago, or on a day to come."""
    checked = _stored(config).get("checked_on")
    try:
        last = dt.date.fromisoformat(str(checked))
    except ValueError:
        return True
    # A clock that was set back must not put the check off for years.
    return not today - FULL_CHECK_EVERY < last <= today


def full_check(
    path: Path,
    config: Path,
    today: dt.date,
    report: Callable[[float, str], None] = lambda _share, _words: None,
) -> tuple[str, ...]:
    """Read the whole file and return what is wrong; the next start hears of it too.

    Opens the file for reading only, so that the log may be in use meanwhile.
    """
    problems = (*_of_sqlite(path), *unreadable_values(path, report))
    with suppress(OSError):
        make_private(config)
        found = {"checked_on": today.isoformat(), "damaged": bool(problems)}
        (config / _FILE).write_text(json.dumps(found), "utf-8")
    return problems


def refuse_known_damage(path: Path, config: Path, today: dt.date) -> None:
    """Look again at a file that the last complete check found damaged; raises DamagedLog."""
    if _stored(config).get("damaged") is True and path.exists() and full_check(path, config, today):
        raise damaged(path)


def unreadable_values(
    path: Path, report: Callable[[float, str], None] = lambda _share, _words: None
) -> tuple[str, ...]:
    """Return where the file holds values that LegLog cannot read; SQLite would not mind them."""
    problems = []
    try:
        with closing(_read_only(path)) as connection:
            connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
            for number, (name, table) in enumerate(all_tables().items()):
                report(number / len(all_tables()), "")
                names = [column.name for column in table.columns]
                query = f"SELECT {', '.join(names)} FROM {name}"  # noqa: S608  our own
                for row in connection.execute(query):
                    column = broken_column(table, dict(zip(names, row, strict=True)))
                    if column is not None:
                        problems.append(f"{name} {row[0]}: {column}")
    except (sqlite3.Error, UnicodeDecodeError) as error:
        problems.append(str(error))
    return tuple(problems)


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Turn errors over values that cannot be read into DamagedLog; others are mistakes of ours."""
    try:
        yield
    except (ValueError, TypeError, LookupError) as error:
        if unreadable_values(path):
            raise damaged(path) from error
        raise


def _of_sqlite(path: Path) -> tuple[str, ...]:
    try:
        with closing(_read_only(path)) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return (str(error),)
    return (*(line for line in found if line != "ok"), *(" ".join(map(str, row)) for row in loose))


def _stored(config: Path) -> dict[str, object]:
    try:
        found = json.loads((config / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _read_only(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection
