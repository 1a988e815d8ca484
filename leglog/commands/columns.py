"""Naming the columns of a table on the command line: 'date=Datum,reps=Wdh', or 'date=1,reps=4'."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leglog.errors import ImportRejected
from leglog.i18n import _
from leglog.services.import_columns import (
    OFFERED,
    Columns,
    Contents,
    Field,
    judged,
    suggest,
    suggested_contents,
)
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    import argparse

    from leglog.services.import_columns import UnknownTable


def columns_of(table: UnknownTable, options: argparse.Namespace) -> Columns:
    """Return what the person said of the columns; raises ImportRejected where it does not fit."""
    places: dict[Field, int] = {}
    for part in options.columns.split(","):
        name, _sign, heading = part.partition("=")
        places[_field(name)] = _place(table, heading)
    contents = next(
        (each for each in (Contents.RATINGS, Contents.BODY_WEIGHT) if _tells(each, places)),
        Contents.SETS,
    )
    guess = judged(table, contents, places)
    columns = replace(guess, date_order=options.dates or guess.date_order)
    if options.unit:
        columns = replace(columns, unit=Unit(options.unit))
    if columns.missing:
        names = ", ".join(columns.missing)
        raise ImportRejected(
            _("It is not said yet which column is what: {names}.").format(names=names),
            _("Say it with --columns, the unit with --unit."),
        )
    return columns


def proposal(table: UnknownTable) -> str:
    """Return what the headings suggest, in the words of the option."""
    found = suggest(table, suggested_contents(table))
    return ",".join(f"{field}={table.headings[place]}" for field, place in found.places.items())


def _tells(contents: Contents, places: dict[Field, int]) -> bool:
    return bool((places.keys() - set(OFFERED[Contents.SETS])) & set(OFFERED[contents]))


def _field(name: str) -> Field:
    try:
        return Field(name.strip().lower())
    except ValueError:
        raise ImportRejected(
            _("“{name}” is nothing that a column can mean.").format(name=name.strip()[:40]),
            _("These are: {names}.").format(names=", ".join(Field)),
        ) from None


def _place(table: UnknownTable, heading: str) -> int:
    wanted = heading.strip().casefold()
    folded = [each.casefold() for each in table.headings]
    if wanted.isdecimal() and 1 <= int(wanted[:4]) <= len(folded) and wanted not in folded:
        return int(wanted) - 1
    if wanted not in folded:
        raise ImportRejected(
            _("The file has no column “{name}”.").format(name=heading.strip()[:40]),
            _("It has: {names}.").format(names=", ".join(table.headings)),
        )
    return folded.index(wanted)
