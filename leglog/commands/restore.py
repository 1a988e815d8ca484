"""'leglog restore': shows the backups, or goes back to one of them."""

from __future__ import annotations

import datetime as dt
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from leglog.commands import counted
from leglog.commands.asking import answer
from leglog.errors import StorageError
from leglog.i18n import _
from leglog.services.restoring import BackupView, backup_list, preview_restore, restore

if TYPE_CHECKING:
    import argparse

    from leglog.services.backup_file import LogFigures
    from leglog.services.restoring import Difference, RestorePreview
    from leglog.services.training_log import TrainingLog


def restore_backup(log: TrainingLog, options: argparse.Namespace) -> int:
    """List the backups where no file is named; otherwise say what would go, then go back."""
    if options.file is None:
        return _list(backup_list(options.folders.backups), as_json=options.json)
    preview = preview_restore(log, options.file)
    if not options.json:
        print("\n".join(_words(preview)))
    before = None
    if not options.dry_run:
        # Whoever asks for JSON is a program: it is not asked back.
        if not (options.yes or options.json) and not _agrees():
            print(_("Nothing was changed."))
            return 0
        now = dt.datetime.now().astimezone()
        before = restore(log, options.file, options.folders.backups, now)
    if options.json:
        figures = asdict(preview) | {"undone_by": before and str(before.path)}
        print(json.dumps(figures))
    elif before is not None:
        print(_("Restored. What was here before is in {path}.").format(path=before.path))
    return 0


def _list(found: tuple[BackupView, ...], *, as_json: bool) -> int:
    if as_json:
        print(json.dumps([_figures(view) for view in found]))
        return 0
    for view in found:
        state = counted.workouts(view.figures.workouts) if view.figures else _("damaged")
        print(f"{view.backup.made_at:%Y-%m-%d %H:%M}  {state}  {view.backup.path}")
    if not found:
        print(_("There are no backups yet."))
    return 0


def _figures(view: BackupView) -> dict[str, object]:
    return {
        "path": str(view.backup.path),
        "made_at": view.backup.made_at.isoformat(),
        "kind": view.backup.kind.value,
        "bytes": view.size,
        "whole": view.figures is not None,
        **(asdict(view.figures) if view.figures else {}),
    }


def _words(preview: RestorePreview) -> list[str]:
    return [
        _("Now: {figures}").format(figures=_in_words(preview.now)),
        _("After: {figures}").format(figures=_in_words(preview.then)),
        _("No longer here then: {figures}").format(figures=_in_words(preview.lost)),
    ]


def _in_words(found: LogFigures | Difference) -> str:
    return ", ".join(
        (
            counted.workouts(found.workouts),
            counted.sets(found.sets),
            counted.back_ratings(found.ratings),
        )
    )


def _agrees() -> bool:
    if not sys.stdin.isatty():
        raise StorageError(
            _("Nothing was restored: there is nobody to ask."), _("Say --yes to restore.")
        )
    return answer(_("Go back to this backup? [y/N] ")) in ("y", "yes")
