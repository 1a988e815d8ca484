"""Damages a year's log in many ways and looks at what LegLog makes of it.

Every damage has to end in a log that works or in an offer, never in an error; the damaged file is
not written to. States how much of it could be read again without a backup.

    python -m benchmarks.damage [--times 1000]
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import shutil
import sys
import tempfile
from pathlib import Path

from leglog.errors import DamagedLog
from leglog.paths import folders
from leglog.services.demo import fill_with_demo
from leglog.services.opening import open_for_window
from leglog.services.recovery import prepare_recovery, recover
from leglog.services.statistics import statistics
from leglog.services.training_log import open_log
from tests.services.damages import KINDS, damage

TODAY = dt.date(2026, 11, 20)
NOW = dt.datetime(2026, 11, 20, 8, 0).astimezone()
LOST_WAL = "lost write-ahead log"


def main() -> int:
    """Run the damages and print what became of them; return 1 where anything was not handled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1000)
    times = parser.parse_args().times
    tally: collections.Counter[tuple[str, str]] = collections.Counter()
    shares: dict[str, list[float]] = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as scratch:
        good, killed = _prepare(Path(scratch))
        log = open_log(good)
        whole = statistics(log)
        log.close()
        kinds = [*KINDS, LOST_WAL]
        for number in range(times):
            kind = kinds[number % len(kinds)]
            outcome, sets, ratings = _one(Path(scratch), good, killed, kind, number)
            tally[kind, outcome] += 1
            if outcome == "offered":
                shares[kind].append(sets / whole.sets)
                shares["ratings"].append(ratings / whole.pain_ratings)
            if (number + 1) % 100 == 0:
                print(f"{number + 1} damages", flush=True)
    for (kind, outcome), count in sorted(tally.items()):
        print(f"{kind:22} {outcome:10} {count:5}")
    for kind, found in shares.items():
        found.sort()
        mean, middle = sum(found) / len(found), found[len(found) // 2]
        print(
            f"read again, {kind:22} mean {mean:7.2%}, median {middle:7.2%}, least {found[0]:7.2%}"
        )
    return 1 if any(outcome.startswith("error") for _kind, outcome in tally) else 0


def _prepare(scratch: Path) -> tuple[Path, Path]:
    """Make a year's log, and a copy of it as a kill leaves it: with a write-ahead log."""
    good, killed = scratch / "good" / "leglog.db", scratch / "killed" / "leglog.db"
    log = open_log(good)
    fill_with_demo(log, TODAY)
    killed.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(f"{good}{end}", f"{killed}{end}")
    log.close()
    return good, killed


def _one(scratch: Path, good: Path, killed: Path, kind: str, seed: int) -> tuple[str, int, int]:
    """Return what became of one damage, and the sets and ratings that were read again."""
    data = scratch / "data"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(mode=0o700)
    path = data / "leglog.db"
    shutil.copyfile(killed if kind == LOST_WAL else good, path)
    if kind != LOST_WAL:
        damage(path, kind, seed)
    content = path.read_bytes()
    try:
        open_for_window(folders(data), lambda _change: None).close()
    except DamagedLog:
        if path.read_bytes() != content:
            return "error: written to", 0, 0
        recovery = prepare_recovery(path)
        figures = recovery.salvaged.figures
        recover(recovery, recovery.together, NOW)
        open_for_window(folders(data), lambda _change: None).close()
        return "offered", figures.sets, figures.ratings
    except Exception as error:
        print(f"{kind} {seed}: {type(error).__name__}: {error}")
        return f"error: {type(error).__name__}", 0, 0
    return "opened", 0, 0


if __name__ == "__main__":
    sys.exit(main())
