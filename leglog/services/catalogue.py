"""Brings the catalogue's exercises into the log without touching what the person changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from leglog.models.exercise import Exercise, ExerciseAlias
from leglog.models.keeping import Preference
from leglog.services.catalogue_file import ENGLISH, exercise_entries, known_language, stamp
from leglog.training.vocabulary import Category, LoadBasis, Measure, Muscle, Pattern

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

_STAMP_KEY = "catalogue"


def bring_catalogue_up_to_date(log: TrainingLog, language: str | None = None) -> None:
    """Add new built-in exercises and renew unchanged fields where the catalogue has changed.

    ``language`` is that of their words; None keeps the one in which the log has them.
    """
    with log.reading() as session:
        kept = session.scalar(select(Preference.value).filter_by(key=_STAMP_KEY))
    language = known_language(language or _language_of(kept))
    wanted = json.dumps([stamp(language), language])
    if kept == wanted:
        return
    with log.upkeep() as session:
        _renew(session, exercise_entries(language))
        preference = session.scalar(select(Preference).filter_by(key=_STAMP_KEY))
        if preference is None:
            session.add(Preference(key=_STAMP_KEY, value=wanted))
        else:
            preference.value = wanted


def _language_of(kept: str | None) -> str:
    match json.loads(kept or "null"):
        case [str(), str(language)]:
            return language
    return ENGLISH


def put_back(session: Session, row: Exercise) -> None:
    """Make a built-in exercise what the catalogue says now; other names that it got stay."""
    kept = session.scalar(select(Preference.value).filter_by(key=_STAMP_KEY))
    entries = exercise_entries(known_language(_language_of(kept)))
    entry = next(one for one in entries if one["id"] == row.key)
    fields = _fields(entry)
    others = select(Exercise.name_folded).where(Exercise.id != row.id)
    fields |= _free_name(fields["name"], set(session.scalars(others)))
    _set_all(row, fields)
    row.adjusted = ()
    _renew_children(row, entry)
    for column, key in (("easier_id", entry["easier"]), ("harder_id", entry["harder"])):
        neighbour = select(Exercise.id).where(Exercise.key == key)
        setattr(row, column, session.scalar(neighbour) if key else None)


def _renew(session: Session, entries: list[dict[str, Any]]) -> None:
    by_key = {row.key: row for row in session.scalars(select(Exercise)) if row.key}
    wanted = {entry["id"]: _fields(entry) for entry in entries}
    renamed = [
        row
        for key, row in by_key.items()
        if key in wanted and "name" not in row.adjusted and row.name != wanted[key]["name"]
    ]
    for row in renamed:
        # Two may change names with each other, and no two may have the same even for a moment.
        row.name_folded = f"{row.id}\0"
    session.flush()
    taken = set(session.scalars(select(Exercise.name_folded)))
    for row in renamed:
        _set_all(row, _free_name(wanted[row.key or ""]["name"], taken))
    for entry in entries:
        fields = wanted[entry["id"]]
        if entry["id"] not in by_key:
            fields |= _free_name(fields["name"], taken)
            by_key[entry["id"]] = Exercise(key=entry["id"], adjusted=(), **fields)
            session.add(by_key[entry["id"]])
        row = by_key[entry["id"]]
        kept = {"name", "name_folded", *row.adjusted}
        _set_all(row, {key: value for key, value in fields.items() if key not in kept})
        _renew_children(row, entry)
    session.flush()
    for entry in entries:
        row = by_key[entry["id"]]
        for column, key in (("easier_id", entry["easier"]), ("harder_id", entry["harder"])):
            if column not in row.adjusted:
                setattr(row, column, by_key[key].id if key else None)


def _set_all(row: Exercise, fields: dict[str, Any]) -> None:
    for column, value in fields.items():
        setattr(row, column, value)


def _free_name(name: str, taken: set[str]) -> dict[str, str]:
    """Return a name that no own exercise has; the person's own one keeps its name."""
    candidate, number = name, 2
    while candidate.casefold() in taken:
        candidate, number = f"{name} ({number})", number + 1
    taken.add(candidate.casefold())
    return {"name": candidate, "name_folded": candidate.casefold()}


def _renew_children(row: Exercise, entry: dict[str, Any]) -> None:
    own = {alias.name_folded for alias in row.aliases if not alias.from_catalogue}
    wanted = [name for name in entry["aliases"] if name.casefold() not in own]
    if [alias.name for alias in row.aliases if alias.from_catalogue] != wanted:
        kept = [alias for alias in row.aliases if not alias.from_catalogue]
        row.aliases = kept + [
            ExerciseAlias(name=name, name_folded=name.casefold(), from_catalogue=True)
            for name in wanted
        ]
    shares = {
        Muscle(item["muscle"]): float(item["share"])
        for item in (*entry["primary_muscles"], *entry["secondary_muscles"])
    }
    if "muscles" not in row.adjusted and {m.muscle: m.share for m in row.muscles} != shares:
        row.train(shares)


def _fields(entry: dict[str, Any]) -> dict[str, Any]:
    reps = entry["default_reps"] or (None, None)
    seconds = entry["default_hold_seconds"] or (None, None)
    return {
        "name": entry["name"],
        "name_folded": entry["name"].casefold(),
        "category": Category(entry["category"]),
        "pattern": Pattern(entry["pattern"]),
        "measure": Measure(entry["measure"]),
        "load_basis": LoadBasis(entry["load_basis"]),
        "per_side": entry["per_side"],
        "compound": entry["compound"],
        "bodyweight_factor": entry["bodyweight_factor"],
        "equipment": tuple(entry["equipment"]),
        "equipment_needs": json.dumps(entry["equipment_needs"]),
        "default_sets": entry["default_sets"],
        "default_reps_min": reps[0],
        "default_reps_max": reps[1],
        "default_s_min": seconds[0],
        "default_s_max": seconds[1],
        "instructions": tuple(entry["instructions"]),
        "cues": tuple(entry["cues"]),
        "common_mistakes": tuple(entry["common_mistakes"]),
        "back_care": entry["back_care"],
    }
