"""How often logs without any effect are told 'moved together', and a planted one is found.

Each made-up log holds daily morning ratings (whole numbers, some days missing, good and bad
stretches that last) and workouts whose hard sets grow over the months, with easy weeks and breaks.
It goes through the same weekly series, gates and test as the window's.

    python -m benchmarks.null_simulation [--logs 2000] [--planted 500] [--seed 1]
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leglog.training.association import Association, Finding, associate, pair_weeks
from leglog.training.weekly import weekly_means, weekly_sums

if TYPE_CHECKING:
    from collections.abc import Iterable

MONDAY = dt.date(2024, 1, 1)
DAY = dt.timedelta(days=1)
WEEKS = (20, 30, 50)
ALLOWED_SHARE = 0.05
NULL_WEEKS = (20, 104)
"""A log without effect is anything from 20 weeks to two years long."""
SHORT_WEEKS = (21, 30)
"""Where few shifts can be tried."""


@dataclass(frozen=True, slots=True)
class World:
    """How a made-up person trains and feels; points are of the 0–10 scale."""

    weeks: int
    effect: float = 0.0
    """Points by which a week's mornings change after a week with one SD more sets."""
    pain: float = 3.5
    pain_trend: float = 0.0
    """Points a week."""
    pain_memory: float = 0.5
    """How much of a week's deviation stays the next week."""
    pain_noise: float = 0.6
    day_noise: float = 0.9
    rated: float = 0.85
    sets: float = 36.0
    sets_trend: float = 0.0
    sets_memory: float = 0.3
    sets_noise: float = 7.0
    break_chance: float = 0.03


def random_world(chance: random.Random, weeks: int) -> World:
    """Return a person without any effect: trends and memories of all kinds."""
    return World(
        weeks=weeks,
        pain=chance.uniform(1.5, 6),
        pain_trend=chance.uniform(-0.06, 0.03),
        pain_memory=chance.uniform(0, 0.8),
        pain_noise=chance.uniform(0.3, 1),
        day_noise=chance.uniform(0.5, 1.3),
        rated=chance.uniform(0.65, 1),
        sets=chance.uniform(15, 60),
        sets_trend=chance.uniform(-0.1, 0.6),
        sets_memory=chance.uniform(0, 0.8),
        sets_noise=chance.uniform(3, 10),
        break_chance=chance.uniform(0, 0.08),
    )


def told(world: World, chance: random.Random) -> Association:
    """Live through a world day by day and return what its log would be told."""
    sets = _weekly_sets(world, chance)
    mornings = _mornings(world, sets, chance)
    last = MONDAY + (world.weeks * 7 - 1) * DAY
    days = [(MONDAY + (7 * week + 2) * DAY, amount) for week, amount in enumerate(sets)]
    xs, ys = weekly_sums(days, MONDAY, last), weekly_means(mornings)
    return associate(*pair_weeks(xs, ys, lag_weeks=1))


def null_findings(
    logs: int, chance: random.Random, weeks: tuple[int, int] = NULL_WEEKS
) -> Counter[Finding]:
    """Return what so many logs without any effect, so many weeks long, are told."""
    return Counter(
        told(random_world(chance, chance.randint(*weeks)), chance).finding for _log in range(logs)
    )


def share_found(logs: int, world: World, chance: random.Random) -> float:
    """Return the share of so many logs with a planted effect that are told 'moved together'."""
    found = Counter(told(world, chance).finding for _log in range(logs))
    return found[Finding.MOVED_TOGETHER] / logs


def _weekly_sets(world: World, chance: random.Random) -> list[float]:
    deviation, sets = 0.0, []
    for week in range(world.weeks):
        deviation = world.sets_memory * deviation + chance.gauss(0, world.sets_noise)
        rests = chance.random() < world.break_chance
        planned = world.sets + world.sets_trend * week + deviation
        sets.append(0.0 if rests else float(max(0, round(planned))))
    return sets


def _mornings(world: World, sets: list[float], chance: random.Random) -> dict[dt.date, float]:
    mean = sum(sets) / len(sets)
    spread = (sum((each - mean) ** 2 for each in sets) / len(sets)) ** 0.5 or 1.0
    deviation, mornings = 0.0, {}
    for week in range(world.weeks):
        deviation = world.pain_memory * deviation + chance.gauss(0, world.pain_noise)
        pushed = world.effect * (sets[week - 1] - mean) / spread if week else 0.0
        level = world.pain + world.pain_trend * week + deviation + pushed
        for weekday in range(7):
            if chance.random() < world.rated:
                score = round(level + chance.gauss(0, world.day_noise))
                mornings[MONDAY + (7 * week + weekday) * DAY] = float(min(10, max(0, score)))
    return mornings


def _lines(logs: int, planted: int, seed: int) -> Iterable[str]:
    chance = random.Random(seed)
    found = null_findings(logs, chance)
    share = found[Finding.MOVED_TOGETHER] / logs
    yield f"{logs} logs without any effect, {NULL_WEEKS[0]} to {NULL_WEEKS[1]} weeks long:"
    for finding in Finding:
        yield f"  {finding.value:18} {found[finding]:6} {found[finding] / logs:7.1%}"
    yield f"  told 'moved together': {share:.1%} (at most {ALLOWED_SHARE:.0%} allowed)"
    short = null_findings(logs, chance, SHORT_WEEKS)[Finding.MOVED_TOGETHER] / logs
    yield f"  the same of {SHORT_WEEKS[0]} to {SHORT_WEEKS[1]} weeks: {short:.1%}"
    yield f"{planted} logs each with a planted effect, and the share that is told so:"
    yield f"  {'points per SD of sets':24}" + "".join(f"{weeks:>4} weeks" for weeks in WEEKS)
    for effect in (0.5, 1.0, 1.5):
        shares = (
            share_found(planted, replace(World(weeks=0), weeks=weeks, effect=effect), chance)
            for weeks in WEEKS
        )
        yield f"  {effect:<24}" + "".join(f"{each:>10.0%}" for each in shares)
    yield "  (20 weeks give 19 pairs of a week and the next one; a sentence needs 20 pairs)"
    if max(share, short) > ALLOWED_SHARE:
        raise SystemExit(
            f"{max(share, short):.1%} of logs without effect were told 'moved together'"
        )


def main() -> None:
    """Print the shares; fail where logs without effect are told too often."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--logs", type=int, default=2000)
    parser.add_argument("--planted", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for line in _lines(arguments.logs, arguments.planted, arguments.seed):
        print(line)


if __name__ == "__main__":
    main()
