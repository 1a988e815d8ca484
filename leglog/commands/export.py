"""'leglog export': all of it as SQLite or JSON, or what was done as CSV."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from leglog.commands import counted
from leglog.errors import StorageError
from leglog.i18n import _, ngettext
from leglog.services.exporting import ExportFormat, export_log

if TYPE_CHECKING:
    import argparse

    from leglog.services.training_log import TrainingLog


def export_file(log: TrainingLog, options: argparse.Namespace) -> int:
    """Write the file and say what is in it; a file that is there is replaced with --force."""
    path = options.file
    if path.exists() and not options.force:
        raise StorageError(
            _("{path} is there already.").format(path=path),
            _("Choose another name, or say --force to replace it."),
        )
    result = export_log(log, path, ExportFormat(options.format))
    if options.json:
        figures = {
            "path": str(result.path),
            "format": result.format.value,
            "workouts": result.workouts,
            "sets": result.sets,
            "ratings": result.ratings,
            "bytes": result.size,
        }
        print(json.dumps(figures, ensure_ascii=False))
        return 0
    print(
        ngettext(
            "{count} workout with {sets} is in {path}.",
            "{count} workouts with {sets} are in {path}.",
            result.workouts,
        ).format(count=result.workouts, sets=counted.sets(result.sets), path=result.path)
    )
    return 0
