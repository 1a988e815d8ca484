"""'leglog demo': a made-up year in an empty log."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from leglog.commands import counted
from leglog.i18n import _
from leglog.services.demo import fill_with_demo

if TYPE_CHECKING:
    import argparse

    from leglog.services.training_log import TrainingLog


def make_demo(log: TrainingLog, options: argparse.Namespace) -> int:
    """Fill the log and say how many workouts it holds."""
    count = fill_with_demo(log, dt.datetime.now().astimezone().date())
    if options.json:
        print(json.dumps({"workouts": count}))
    else:
        print(
            _("A made-up year with {workouts} is in {path}.").format(
                workouts=counted.workouts(count), path=log.path
            )
        )
    return 0
