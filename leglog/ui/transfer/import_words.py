"""A preview of an import in words and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext
from leglog.services.import_conflicts import Decision
from leglog.services.import_matching import heaviest_set
from leglog.training.vocabulary import Unit
from leglog.ui import localized
from leglog.ui.widgets.facts import Fact

if TYPE_CHECKING:
    import datetime as dt

    from leglog.services.import_matching import UnitGuess
    from leglog.services.import_units import Converted
    from leglog.services.transfer import ImportPreview


def about(preview: ImportPreview, *, with_unit: bool = True) -> str:
    """Return file, program, unit (where it is sure) and period in a line."""
    parts = [preview.file_name, format_name(preview.file.format)]
    if preview.sets and with_unit:
        parts.append(preview.unit.value)
    if preview.first_date and preview.last_date:
        parts.append(_period(preview.first_date, preview.last_date))
    return " · ".join(parts)


def _period(first: dt.date, last: dt.date) -> str:
    """Return a stretch of days with its year: most files are of other years."""
    words = localized.day_range(first, last)
    return words if first.year != last.year else f"{words} {last.year}"


def format_name(name: str) -> str:
    """Return what a layout is called."""
    names = {
        "leglog": "LegLog",
        "fitnotes": "FitNotes",
        "liftlog": "LiftLog",
        "stronglifts": "StrongLifts",
        "fastnfitness": "FastNFitness",
        "table": _("table"),
    }
    return names.get(name, name.capitalize())


def sample(preview: ImportPreview) -> str:
    """Return the file's heaviest set in words, by which a wrong unit shows."""
    heaviest = heaviest_set(preview.file)
    if heaviest is None:
        return ""
    return _("{load} {unit} × {reps} {name} on {day}: right?").format(
        load=localized.number(float(heaviest.load)),
        unit=preview.unit.value,
        reps=heaviest.reps,
        name=heaviest.exercise,
        day=localized.day_of_month(heaviest.date),
    )


def guess_words(guess: UnitGuess) -> str:
    """Return which unit is likely, and why."""
    if guess.share is None:
        return _("There is no barbell set to judge by.")
    words = _("Probably {unit}: {percent} % of the barbell sets are 90 or more.")
    return words.format(unit=guess.unit.value, percent=round(guess.share * 100))


def converted_words(found: Converted) -> str:
    """Return the offer to take loads as they were typed, with the commonest one."""
    written = Unit.KG if found.typed is Unit.LB else Unit.LB
    words = _("{written} {unit} looks like {typed} {typed_unit}: take such weights as t&yped")
    return words.format(
        written=localized.number(float(round(found.written, 2))),
        unit=written.value,
        typed=localized.number(float(found.meant)),
        typed_unit=found.typed.value,
    )


def facts(preview: ImportPreview) -> list[Fact]:
    """Return the figures of the file and of what would come in."""
    decided = preview.choices.decisions
    open_conflicts = sum(each.key not in decided for each in preview.conflicts)
    left_out = sum(preview.file.skipped.values())
    found = [
        Fact("", localized.number(len(preview.file.workouts)), _("workouts in the file")),
        Fact("", localized.number(len(preview.added)), _("will be added"), "success"),
        Fact("", localized.number(preview.duplicates), _("already here, skipped")),
        Fact("", localized.number(preview.sets), _("sets")),
        Fact("", localized.number(left_out), _("lines that are no sets")),
    ]
    if preview.conflicts:
        count = localized.number(open_conflicts)
        tone = "warning" if open_conflicts else "normal"
        found.insert(3, Fact("", count, _("conflicts to decide"), tone))
    if preview.file.ratings:
        count = localized.number(len(preview.new_ratings))
        found.append(Fact("", count, _("back ratings will be added"), "success"))
    if preview.file.check_ins:
        count = localized.number(len(preview.new_check_ins))
        found.append(Fact("", count, _("days with body weight and more"), "success"))
    return found


def report_lines(preview: ImportPreview) -> list[str]:
    """Return what was said of single lines, then what was left out by reason."""
    lines = [
        _("Line {row}: {sentence}").format(row=each.row, sentence=each.sentence)
        for each in preview.problems
    ]
    told = {"unreadable", "out of range"}
    for reason, count in preview.file.skipped.items():
        if reason not in told:
            words = ngettext("{count} line: {reason}", "{count} lines: {reason}", count)
            lines.append(words.format(count=localized.number(count), reason=reason_words(reason)))
    for each in preview.conflicts:
        decision = preview.choices.decisions.get(each.key)
        if decision is Decision.FILE:
            day = localized.day(each.date)
            lines.append(_("The workout of {day} here gives way to the file’s.").format(day=day))
    return lines


def reason_words(reason: str) -> str:
    """Return why lines were left out."""
    return {
        "rest timer": _("rest timer"),
        "note": _("note, kept with its exercise"),
        "not done": _("planned, not done"),
        "planned": _("planned, not done"),
        "empty set": _("empty set"),
        "hidden": _("hidden in the other program"),
        "other measure": _("a measure that LegLog does not keep"),
    }.get(reason, reason)
