"""'leglog check': whether the log file is whole."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.services.backups import second_folder
from leglog.services.checking import check_log
from leglog.services.health import full_check
from leglog.services.restoring import backup_list

if TYPE_CHECKING:
    import argparse

    from leglog.paths import Folders
    from leglog.services.training_log import TrainingLog


def print_check(log: TrainingLog, options: argparse.Namespace) -> int:
    """Print what is wrong; return 1 where anything is."""
    report = check_log(log)
    figures: dict[str, object] = {"tables": report.tables}
    problems = list(report.problems)
    if options.full:
        today = dt.datetime.now().astimezone().date()
        found = full_check(log.path, options.folders.config, today)
        problems += [line for line in found if line not in problems]
        figures["backups"], broken = _backups(options.folders)
        problems += broken
    if options.json:
        print(json.dumps(figures | {"problems": problems}))
    else:
        print("\n".join(problems) or _("The log is whole."))
    return 1 if problems else 0


def print_damage(options: argparse.Namespace) -> None:
    """Print what is wrong with a log that cannot be opened, for a program that asks for JSON."""
    today = dt.datetime.now().astimezone().date()
    problems = full_check(options.folders.database, options.folders.config, today)
    print(json.dumps({"tables": {}, "problems": list(problems)}))


def _backups(folders: Folders) -> tuple[int, list[str]]:
    """Read every backup through; return how many are whole, and which are damaged."""
    second = second_folder(folders.config)
    views = [
        view
        for folder in (folders.backups, second)
        if folder is not None
        for view in backup_list(folder)
    ]
    broken = [view.backup.path for view in views if view.figures is None]
    words = _("The backup {path} is damaged.")
    return len(views) - len(broken), [words.format(path=path) for path in broken]
