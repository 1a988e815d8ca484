"""'leglog import': brings in exports of other programs, each file in one transaction."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING, Any

from leglog.commands import counted
from leglog.commands.asking import agrees_to_import, answer, may_ask
from leglog.commands.columns import columns_of, proposal
from leglog.commands.merge_file import merge_file
from leglog.errors import ImportRejected, LeglogError, UnitNeeded
from leglog.i18n import _, ngettext
from leglog.services.backups import BackupKind, make_backup
from leglog.services.import_matching import Match, UnitGuess, guess_unit, heaviest_set
from leglog.services.import_reading import UnknownLayout, read_everything_file, read_import_file
from leglog.services.transfer import (
    ImportChoices,
    ImportPreview,
    ImportResult,
    compare_with_log,
    import_workouts,
)
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from leglog.formats.workout_file import WorkoutFile
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
    everything = read_everything_file(path)
    if everything is not None:
        merge_file(log, path.name, everything, options)
        return
    preview = _preview(log, path, options)
    if options.json:
        # Escapes are read everywhere, letters only where the output's encoding has them.
        print(json.dumps(_figures(preview)))
    else:
        print("\n".join(_words(preview)))
    if options.dry_run or not preview.has_news:
        return
    if not agrees_to_import(options, _question(preview)):
        print(_("Nothing was changed."))
        return
    now = dt.datetime.now().astimezone()
    make_backup(log.path, options.folders.backups, now, BackupKind.BEFORE_IMPORT)
    result = import_workouts(log, preview)
    if not options.json:
        print(_told(result))


def _preview(log: TrainingLog, path: Path, options: argparse.Namespace) -> ImportPreview:
    file, sha256 = _read(path, options)
    unit = Unit(options.unit) if options.unit else None
    if file.unit_needed and unit is None:
        unit = _asked_unit(path.name, file, options)
    choices = ImportChoices(keep_odd=options.keep_odd, as_typed=options.as_typed)
    return compare_with_log(log, file, path.name, sha256, unit, choices)


def _read(path: Path, options: argparse.Namespace) -> tuple[WorkoutFile, str]:
    try:
        return read_import_file(path)
    except UnknownLayout as error:
        if options.columns:
            return read_import_file(path, columns_of(error.table, options))
        proposed = proposal(error.table)
        remedy = _("Say what its columns are, such as --columns “{columns}”.")
        raise ImportRejected(
            error.sentence, remedy.format(columns=proposed) if proposed else error.remedy
        ) from None


def _asked_unit(name: str, file: WorkoutFile, options: argparse.Namespace) -> Unit:
    """Ask for the unit, telling which is likely; raises UnitNeeded where nobody can answer."""
    told = _guess_words(guess_unit(file))
    if may_ask(options):
        print(told)
        while (said := answer(_("Are the weights in kg or lb? "))) is not None:
            if said in set(Unit):
                return Unit(said)
    raise UnitNeeded(
        _("{name} does not say whether its weights are kilograms or pounds.").format(name=name),
        " ".join((told, _("Say it with --unit kg or --unit lb."))),
    )


def _guess_words(guess: UnitGuess) -> str:
    if guess.share is None:
        return _("There is no barbell set to judge by.")
    words = _("Probably {unit}: {percent} % of the barbell sets are 90 or more.")
    return words.format(unit=guess.unit.value, percent=round(guess.share * 100))


def _question(preview: ImportPreview) -> str:
    workouts, days = len(preview.added), len(preview.new_ratings) + len(preview.new_check_ins)
    if workouts or not days:
        words = ngettext(
            "Import {count} workout? [y/N] ", "Import {count} workouts? [y/N] ", workouts
        )
        return words.format(count=workouts)
    words = ngettext("Import {count} entry? [y/N] ", "Import {count} entries? [y/N] ", days)
    return words.format(count=days)


def _told(result: ImportResult) -> str:
    days = result.ratings + result.check_ins
    if days and not result.workouts:
        words = ngettext("{count} entry was imported.", "{count} entries were imported.", days)
        return words.format(count=days)
    return ngettext(
        "{count} workout was imported.", "{count} workouts were imported.", result.workouts
    ).format(count=result.workouts)


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
        "conflicts": len(preview.conflicts),
        "ratings": len(preview.file.ratings),
        "new_ratings": len(preview.new_ratings),
        "check_ins": len(preview.file.check_ins),
        "new_check_ins": len(preview.new_check_ins),
        "problems": [
            {"row": problem.row, "sentence": problem.sentence} for problem in preview.problems
        ],
    }


def _words(preview: ImportPreview) -> list[str]:
    file = preview.file
    lines = [
        _("{name}: {format}, {found}, {first} to {last}").format(
            name=preview.file_name,
            format=file.format.capitalize(),
            found=", ".join(_found(preview)),
            first=preview.first_date,
            last=preview.last_date,
        )
    ]
    days = len(file.ratings) + len(file.check_ins)
    new_days = len(preview.new_ratings) + len(preview.new_check_ins)
    new, old = len(preview.new) + new_days, preview.duplicates + days - new_days
    if file.workouts:
        words = _("{new} new, {old} already here; weights read as {unit}")
        lines.append(words.format(new=new, old=old, unit=preview.unit.value))
    else:
        lines.append(_("{new} new, {old} already here").format(new=new, old=old))
    heaviest = heaviest_set(file)
    if heaviest is not None:
        lines.append(
            _("{load} {unit} × {reps} {name} on {day}: right?").format(
                load=heaviest.load, unit=preview.unit.value, reps=heaviest.reps,
                name=heaviest.exercise, day=heaviest.date,
            )
        )  # fmt: skip
    if preview.converted is not None and not preview.choices.as_typed:
        words = _("{written} looks like {typed} {unit}: --as-typed takes such weights so.")
        found = preview.converted
        lines.append(
            words.format(written=round(found.written, 2), typed=found.meant, unit=found.typed.value)
        )
    return lines + _words_of_rest(preview)


def _found(preview: ImportPreview) -> list[str]:
    file = preview.file
    found = [counted.workouts(len(file.workouts)), counted.sets(preview.sets)]
    found = found if file.workouts else []
    if file.ratings:
        found.append(counted.back_ratings(len(file.ratings)))
    if file.check_ins:
        found.append(counted.days(len(file.check_ins)))
    return found


def _words_of_rest(preview: ImportPreview) -> list[str]:
    """Return what is new, doubtful or left out."""
    lines = []
    if preview.new_exercises:
        lines.append(_("New exercises: {names}").format(names=", ".join(preview.new_exercises)))
    likely = [
        f"{found.name} → {found.known_as}"
        for found in preview.exercises
        if found.match is Match.LIKELY
    ]
    if likely:
        lines.append(_("Only likely the same: {names}").format(names=", ".join(likely)))
    if preview.conflicts:
        words = ngettext(
            "{count} workout was probably logged here too: the one here stays.",
            "{count} workouts were probably logged here too: those here stay.",
            len(preview.conflicts),
        )
        lines.append(words.format(count=len(preview.conflicts)))
    for reason, count in preview.file.skipped.items():
        lines.append(_("Left out: {count} × {reason}").format(count=count, reason=reason))
    for problem in preview.problems[:20]:
        lines.append(_("Line {row}: {sentence}").format(row=problem.row, sentence=problem.sentence))
    return lines
