"""'leglog import' of a complete export: merges another LegLog's log into this one."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from leglog.commands.asking import agrees_to_import
from leglog.i18n import _
from leglog.services.backups import BackupKind, make_backup
from leglog.services.merging import MergePreview, merge, preview_merge

if TYPE_CHECKING:
    import argparse

    from leglog.formats.everything import Everything
    from leglog.services.training_log import TrainingLog


def merge_file(
    log: TrainingLog, name: str, everything: Everything, options: argparse.Namespace
) -> None:
    """Say what would come in, ask, back up and merge."""
    preview = preview_merge(log, everything)
    if options.json:
        counts = {table: asdict(each) for table, each in preview.counts.items()}
        figures = {"format": "everything", "into_empty": preview.into_empty, "counts": counts}
        print(json.dumps(figures))
    else:
        print(_words(name, preview))
    if options.dry_run or not preview.changes:
        return
    if not agrees_to_import(options, _("Merge this log? [y/N] ")):
        print(_("Nothing was changed."))
        return
    now = dt.datetime.now().astimezone()
    make_backup(log.path, options.folders.backups, now, BackupKind.BEFORE_IMPORT)
    merge(log, everything)
    if not options.json:
        print(_("The other log was merged."))


def _words(name: str, preview: MergePreview) -> str:
    counts = preview.counts.values()
    words = _("{name}: complete log; {new} new, {newer} newer in the file, {kept} kept as here")
    return words.format(
        name=name,
        new=sum(each.added for each in counts),
        newer=sum(each.renewed for each in counts),
        kept=sum(each.kept + each.left_out for each in counts),
    )
