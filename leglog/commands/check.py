"""'leglog check': whether the log file is whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.services.checking import check_log

if TYPE_CHECKING:
    import argparse

    from leglog.services.training_log import TrainingLog


def print_check(log: TrainingLog, options: argparse.Namespace) -> int:
    """Print what is wrong; return 1 where anything is."""
    report = check_log(log)
    if options.json:
        print(json.dumps({"tables": report.tables, "problems": list(report.problems)}))
    else:
        print("\n".join(report.problems) or _("The log is whole."))
    return 1 if report.problems else 0
