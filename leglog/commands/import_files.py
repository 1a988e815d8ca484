"""'leglog import': brings in exports of other programs, each file in one transaction."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from leglog.errors import ImportRejected, LeglogError, UnitNeeded
from leglog.i18n import _, ngettext
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
    preview = _preview(log, path, Unit(options.unit) if options.unit else None)
    if options.json:
        print(json.dumps(_figures(preview), ensure_ascii=False))
    else:
        print("\n".join(_words(preview)))
    if options.dry_run or not preview.new:
        return
    # Whoever asks for JSON is a program: it is not asked back.
    if not (options.yes or options.json) and not _agrees(preview):
        print(_("Nothing was changed."))
        return
    result = import_workouts(log, preview)
    if not options.json:
        print(
            ngettext(
                "{count} workout was imported.", "{count} workouts were imported.", result.workouts
            ).format(count=result.workouts)
        )


def _preview(log: TrainingLog, path: Path, unit: Unit | None) -> ImportPreview:
    try:
        return preview_import(log, path, unit)
    except UnitNeeded as error:
        if not sys.stdin.isatty():
            raise UnitNeeded(error.sentence, _("Say it with --unit kg or --unit lb.")) from None
    while True:
        answer = input(_("Are the weights in kg or lb? ")).strip().lower()
        if answer in set(Unit):
            return preview_import(log, path, Unit(answer))


def _agrees(preview: ImportPreview) -> bool:
    if not sys.stdin.isatty():
        raise ImportRejected(
            _("Nothing was imported: there is nobody to ask."), _("Say --yes to import.")
        )
    question = ngettext(
        "Import {count} workout? [y/N] ", "Import {count} workouts? [y/N] ", len(preview.new)
    ).format(count=len(preview.new))
    return input(question).strip().lower() in ("y", "yes")


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
        _("{name}: {format}, {workouts} workouts, {sets} sets, {first} to {last}").format(
            name=preview.file_name,
            format=preview.file.format.capitalize(),
            workouts=len(preview.file.workouts),
            sets=preview.sets,
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
