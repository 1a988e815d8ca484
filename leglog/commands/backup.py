"""'leglog backup': a verified copy of the log."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.backups import BackupKind, copy_to_second, make_backup, second_folder

if TYPE_CHECKING:
    import argparse

    from leglog.services.training_log import TrainingLog


def back_up(log: TrainingLog, options: argparse.Namespace) -> int:
    """Make the copy, also in the second folder; return 1 where that one is missing."""
    now = dt.datetime.now().astimezone()
    folder = options.to or options.folders.backups
    made = make_backup(log.path, folder, now, BackupKind.BY_HAND)
    second, trouble = second_folder(options.folders.config), None
    if second is not None and options.to is None:
        try:
            copy_to_second(made, second)
        except LeglogError as error:
            trouble = error
    if options.json:
        figures = {"path": str(made.path), "bytes": made.path.stat().st_size}
        print(json.dumps(figures | {"second_folder": _state(second, trouble)}))
    else:
        print(_("A checked copy of the log is in {path}.").format(path=made.path))
    if trouble is not None:
        sys.stderr.write(f"leglog: {trouble}\n")
    return 1 if trouble else 0


def _state(second: object, trouble: LeglogError | None) -> str | None:
    if second is None:
        return None
    return "copied" if trouble is None else trouble.sentence
