"""Feeds the readers with harmed files, and looks whether anything but a refusal comes out.

Starts from files of every layout (and from real ones, where a folder is given), then cuts, swaps
and re-encodes them, puts in huge fields, NULs and very wide rows, writes over bytes at random, and
makes backups of FitNotes that mean harm. The process may not use more memory than the bound.

    python -m benchmarks.fuzz_readers [--times 50000] [--samples DIR]
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import hashlib
import random
import resource
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from leglog.errors import ImportRejected, UnitNeeded
from leglog.formats.detect import read_workout_file, unknown_table
from leglog.formats.everything import read_everything
from leglog.formats.unknown_table import suggest, suggested_contents
from leglog.services.exporting import ExportFormat, export_log
from leglog.services.training_log import TrainingLog, open_log
from leglog.services.transfer import compare_with_log
from leglog.training.vocabulary import Unit
from tests.formats.rows import FITNOTES, HEVY, STRONG, fitnotes_row, hevy_row, strong_row
from tests.formats.test_fitnotes_backup import HONEST
from tests.formats.test_other_readers import ALL
from tests.services.actions_transfer import bring_in

MEMORY_BOUND = 1024**3
"""Address space of the process in bytes; the interpreter and its libraries are in it."""
LARGEST_SEED = 300_000
HARMFUL = (
    "CREATE VIEW training_log AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
    "SELECT x AS _id, x AS exercise_id, '2024-01-05' AS date FROM n;",
    "CREATE TABLE training_log(_id, exercise_id, date, reps AS (zeroblob(1000000000)));"
    "INSERT INTO training_log VALUES (1, 1, '2024-01-05');",
    "CREATE TABLE training_log(_id, exercise_id, date);"
    "INSERT INTO training_log VALUES (x'00', 'a', 5), (1e300, NULL, '2024-01-05');",
    "CREATE TABLE training_log(_id, exercise_id, date); CREATE TRIGGER t AFTER INSERT ON "
    "training_log BEGIN DELETE FROM training_log; END;",
)


def main() -> int:
    """Run the inputs and print what came out; return 1 for anything but a refusal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50_000)
    parser.add_argument("--samples", type=Path)
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BOUND, MEMORY_BOUND))
    chance = random.Random(2026)
    tally: collections.Counter[str] = collections.Counter()
    slowest, started = 0.0, time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        log = open_log(Path(scratch) / "data" / "leglog.db")
        bring_in(log)
        seeds = _seeds(Path(scratch), log, options.samples)
        before = _print_of(log)
        for number in range(options.times):
            content = _harmed(chance, seeds)
            begun = time.monotonic()
            tally[_outcome(log, content, number)] += 1
            slowest = max(slowest, time.monotonic() - begun)
            if (number + 1) % 5000 == 0:
                print(f"{number + 1} inputs, {dict(tally)}", flush=True)
        untouched = before == _print_of(log)
        log.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{options.times} inputs from {len(seeds)} files in {time.monotonic() - started:.0f} s: "
        f"{dict(tally)}; slowest {slowest:.2f} s; peak {peak:.0f} MB resident, bound "
        f"{MEMORY_BOUND / 1024**2:.0f} MB of addresses; the log was "
        f"{'not touched' if untouched else 'CHANGED'}"
    )
    failed = any(name not in ("read", "refused") for name in tally)
    return 1 if failed or not untouched else 0


def _outcome(log: TrainingLog, content: bytes, number: int) -> str:
    """Read a file as the program does; every fiftieth is compared with the log too."""
    try:
        if content[:1] == b"{":
            read_everything(content)
            return "read"
        file = _read(content)
        if number % 50 == 0:
            with contextlib.suppress(UnitNeeded):
                compare_with_log(log, file, "file.csv", "", Unit.KG)
    except ImportRejected:
        return "refused"
    except Exception as error:
        kept = Path(tempfile.gettempdir()) / f"leglog-fuzz-{number}"
        kept.write_bytes(content)
        print(f"{type(error).__name__}: {error} ({kept})", flush=True)
        return type(error).__name__
    return "read"


def _read(content: bytes):  # type: ignore[no-untyped-def]
    try:
        return read_workout_file(content)
    except ImportRejected:
        table = unknown_table(content)
        if table is None:
            raise
        return read_workout_file(content, suggest(table, suggested_contents(table)))


def _seeds(scratch: Path, log: TrainingLog, samples: Path | None) -> list[bytes]:
    made = [text.encode() for text in ALL.values()]
    made.append((STRONG + strong_row() * 20).encode())
    made.append((HEVY + hevy_row() * 20).encode())
    made.append((FITNOTES + fitnotes_row() * 20).encode())
    for format_ in ExportFormat:
        made.append(export_log(log, scratch / "out", format_).path.read_bytes())
    harmful = (f"CREATE TABLE exercise(_id, name); {script}" for script in HARMFUL)
    for number, script in enumerate((HONEST, *harmful)):
        path = scratch / f"{number}.fitnotes"
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.executescript(script)
        made.append(path.read_bytes())
    if samples is not None:
        made += [path.read_bytes()[:LARGEST_SEED] for path in sorted(samples.glob("*.csv"))]
    return made


def _harmed(chance: random.Random, seeds: list[bytes]) -> bytes:
    if chance.random() < 0.05:
        return chance.randbytes(chance.randrange(2000))
    content = bytearray(chance.choice(seeds))
    for _count in range(chance.choice((1, 1, 2, 4))):
        chance.choice(HARMS)(content, chance)
    return bytes(content)


def _flip(content: bytearray, chance: random.Random) -> None:
    for _count in range(chance.choice((1, 5, 50)) if content else 0):
        content[chance.randrange(len(content))] = chance.randrange(256)


def _cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content) + 1) :]


def _swap(content: bytearray, chance: random.Random) -> None:
    lines = bytes(content).split(b"\n")
    chance.shuffle(lines)
    content[:] = b"\n".join(lines)


def _encode(content: bytearray, chance: random.Random) -> None:
    text = bytes(content).decode("utf-8", "replace")
    content[:] = text.encode(
        chance.choice(("utf-16", "utf-8-sig", "cp1252", "utf-32", "latin-1")), "replace"
    )


def _huge_field(content: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(content) + 1)
    content[place:place] = chance.choice((b"9", b"x", b'"', b",", b"\n")) * 200_000


def _wide_row(content: bytearray, chance: random.Random) -> None:
    content += b"\n" + b"1," * chance.choice((3000, 100_000))


def _nuls(content: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(content) + 1)
    content[place:place] = bytes(chance.choice((1, 100)))


def _odd_cells(content: bytearray, chance: random.Random) -> None:
    cells = bytes(content).split(b",")
    for _count in range(3):
        cells[chance.randrange(len(cells))] = chance.choice(ODD)
    content[:] = b",".join(cells)


ODD = (b"-1", b"1e999", b"NaN", b"Infinity", b"0001-01-01", b"9999-12-31 23:59:59", b"=1+1",
       b"1:99:99", b"2026-02-30", b"\xff\xfe", b"5E+10000", b"99999999999999999999",
       "٣".encode(), b"1_000", b"10000-01-01T00:00:00Z", b"2026-01-01T00:00:00+99:99")  # fmt: skip
HARMS = (_flip, _cut, _swap, _encode, _huge_field, _wide_row, _nuls, _odd_cells)


def _print_of(log: TrainingLog) -> str:
    return hashlib.sha256(log.path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
