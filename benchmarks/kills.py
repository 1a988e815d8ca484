"""Kills the program at random moments while sets are being logged, and looks at what is left.

A driver presses Enter on the real window, again and again, and prints the sets that show their
tick. The program is killed outright (SIGKILL), at a random moment of that. Then: no set that showed
its tick may be missing, the file must be whole, and the next start must go on where it was.

    python -m benchmarks.kills [--times 200]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import func, select

from leglog.models.workout import PerformedSet
from leglog.services.checking import check_log
from leglog.services.routines import add_routine_from_template
from leglog.services.training_log import TrainingLog, open_log
from leglog.services.workout_reading import open_workouts

ROOT = Path(__file__).parent.parent
LONGEST_LIFE_S = 1.2


def main() -> int:
    """Run the kills and print what they found; return 1 where anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    options = parser.parse_args()
    chance = random.Random(1)
    lost = damaged = not_resumed = confirmed = 0
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch)
        log = open_log(data / "leglog.db")
        add_routine_from_template(log, "s003-legs-and-back")
        log.close()
        for number in range(options.times):
            shown = _live_and_die(data, chance.uniform(0.0, LONGEST_LIFE_S))
            log = open_log(data / "leglog.db")
            with log.reading() as session:
                done = set(session.scalars(select(PerformedSet.id).where(PerformedSet.done)))
            lost += len(shown - done)
            confirmed += len(shown)
            damaged += bool(check_log(log).problems)
            # A kill may fall between finishing one workout and beginning the next.
            not_resumed += not open_workouts(log) and not _all_finished(log)
            log.close()
            if (number + 1) % 20 == 0:
                print(f"{number + 1} kills, {confirmed} sets shown as done so far", flush=True)
    print(
        f"{options.times} kills: {confirmed} sets showed their tick, {lost} of them missing, "
        f"{damaged} damaged files, {not_resumed} starts without the workout"
    )
    return 1 if lost or damaged or not_resumed else 0


def _all_finished(log: TrainingLog) -> bool:
    with log.reading() as session:
        undone = select(func.count()).select_from(PerformedSet).where(~PerformedSet.done)
        return session.scalar(undone) == 0


def _live_and_die(data: Path, after_s: float) -> set[int]:
    """Start the driver, kill it a while after its first set, and return the sets it showed."""
    program = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.kills_driver", str(data)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert program.stdout is not None  # noqa: S101
    first = ""
    while not first.startswith("["):
        first = program.stdout.readline()
    time.sleep(after_s)
    program.kill()
    rest = program.stdout.read()
    program.wait()
    # What was cut in the middle of a line was not shown in full.
    lines = [line for line in (first + rest).split("\n")[:-1] if line.startswith("[")]
    return {set_id for line in lines for set_id in json.loads(line)}


if __name__ == "__main__":
    sys.exit(main())
