"""'leglog import': brings in exports of other programs, each file in one transaction."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING, Any

from leglog.commands import counted
from leglog.commands.asking import answer
from leglog.errors import ImportRejected, LeglogError, UnitNeeded
from leglog.i18n import _, ngettext
from leglog.services.backups import BackupKind, make_backup
from leglog.services.transfer import ImportPreview, import_workouts, preview_import
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from leglog.services.training_log import TrainingLog


def import_files(log: TrainingLog, options: argparse.Namespace) -> int:
    """Import every file; one that is refused says why and does not keep the others out."""
    code = 0
    for path in options.files:
        try:
            _import_file(log, path, options)
        except LeglogError as error:
            sys.stderr.write(f"leglog: {path.name}: {error}\n")
            code = 1
    return code


def _import_file(log: TrainingLog, path: Path, options: argparse.Namespace) -> None:
    # Whoever asks for JSON is a program: it is not asked back.
    may_ask = sys.stdin.isatty() and not options.json
    preview = _preview(log, path, Unit(options.unit) if options.unit else None, may_ask=may_ask)
    if options.json:
        # Escapes are read everywhere, letters only where the output's encoding has them.
        print(json.dumps(_figures(preview)))
    else:
        print("\n".join(_words(preview)))
    if options.dry_run or not preview.has_news:
        return
    if not (options.yes or options.json) and not _agrees(preview, may_ask=may_ask):
        print(_("Nothing was changed."))
        return
    now = dt.datetime.now().astimezone()
    make_backup(log.path, options.folders.backups, now, BackupKind.BEFORE_IMPORT)
    result = import_workouts(log, preview)
    if not options.json:
        print(
            ngettext(
                "{count} workout was imported.", "{count} workouts were imported.", result.workouts
            ).format(count=result.workouts)
        )


def _preview(log: TrainingLog, path: Path, unit: Unit | None, *, may_ask: bool) -> ImportPreview:
    try:
        return preview_import(log, path, unit)
    except UnitNeeded as error:
        refusal = UnitNeeded(error.sentence, _("Say it with --unit kg or --unit lb."))
    while may_ask:
        said = answer(_("Are the weights in kg or lb? "))
        if said in set(Unit):
            return preview_import(log, path, Unit(said))
        may_ask = said is not None
    raise refusal


def _agrees(preview: ImportPreview, *, may_ask: bool) -> bool:
    if not may_ask:
        raise ImportRejected(
            _("Nothing was imported: there is nobody to ask."), _("Say --yes to import.")
        )
    question = ngettext(
        "Import {count} workout? [y/N] ", "Import {count} workouts? [y/N] ", len(preview.new)
    ).format(count=len(preview.new))
    return answer(question) in ("y", "yes")


def _figures(preview: ImportPreview) -> dict[str, Any]:
    return {
        "format": preview.file.format,
        "workouts": len(preview.file.workouts),
        "sets": preview.sets,
        "exercises": len(preview.exercises),
        "new_exercises": len(preview.new_exercises),
        "first_date": preview.first_date and preview.first_date.isoformat(),
        "last_date": preview.last_date and preview.last_date.isoformat(),
        "timed_sets": preview.timed_sets,
        "set_types": dict(preview.set_types),
        "load_times_reps_kg": round(float(preview.load_times_reps_kg), 3),
        "skipped": dict(preview.file.skipped),
        "duplicates": preview.duplicates,
        "problems": [
            {"row": problem.row, "sentence": problem.sentence} for problem in preview.problems
        ],
    }


def _words(preview: ImportPreview) -> list[str]:
    lines = [
        _("{name}: {format}, {workouts}, {sets}, {first} to {last}").format(
            name=preview.file_name,
            format=preview.file.format.capitalize(),
            workouts=counted.workouts(len(preview.file.workouts)),
            sets=counted.sets(preview.sets),
            first=preview.first_date,
            last=preview.last_date,
        ),
        _("{new} new, {old} already here; weights read as {unit}").format(
            new=len(preview.new), old=preview.duplicates, unit=preview.unit.value
        ),
    ]
    if preview.new_exercises:
        lines.append(_("New exercises: {names}").format(names=", ".join(preview.new_exercises)))
    for reason, count in preview.file.skipped.items():
        lines.append(_("Left out: {count} × {reason}").format(count=count, reason=reason))
    for problem in preview.problems[:20]:
        lines.append(_("Line {row}: {sentence}").format(row=problem.row, sentence=problem.sentence))
    return lines
