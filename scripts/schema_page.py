#!/usr/bin/env python3
"""Writes docs/schema.md: every table of the log file, for those who open it with other programs.

scripts/schema_page.py            write the page
scripts/schema_page.py --check    only say whether it is as the tables are
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
import textwrap
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))

from sqlalchemy import CheckConstraint, UniqueConstraint  # noqa: E402

from leglog.models import schema  # noqa: E402
from leglog.models.base import Word  # noqa: E402
from leglog.models.tables import Base  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Column, Table

PAGE = CHECKOUT / "docs" / "schema.md"
HEAD = f"""# The log file
`leglog.db` is one SQLite file (schema {schema.REVISION}, `application_id`
{schema.APPLICATION_ID}); Settings shows where it lies. Read it with any SQLite program, best a
copy: `leglog backup` makes one. What else writes into it cannot be taken back with Ctrl+Z.

Weights are whole grams, times seconds, RPE is in halves (17 is 8½), ratings are 0–10. Dates are
the person's own days as `YYYY-MM-DD`, instants are UTC in ISO 8601. **Empty is not zero.** A unit
beside a weight says how it was typed. Rows that can be shared with another LegLog carry a `uuid`
and when they were changed. This page is written by `scripts/schema_page.py` from the tables.
"""
KINDS = {"varchar": "text", "double": "real", "boolean": "0 or 1"}


def main(arguments: list[str]) -> int:
    """Write the page, or look whether it is up to date; return 1 where it is not."""
    page = "\n".join([HEAD, *_tables()])
    if arguments == ["--check"]:
        return 0 if PAGE.read_text("utf-8") == page else 1
    PAGE.write_text(page, "utf-8")
    return 0


def _tables() -> Iterator[str]:
    classes = {mapper.persist_selectable: mapper.class_ for mapper in Base.registry.mappers}
    for _name, table in sorted(Base.metadata.tables.items()):
        notes = _notes(classes[table])
        yield f"## {table.name}\n{_line(classes[table].__doc__ or '')}\n"
        yield "| column | stored as | |\n|---|---|---|"
        for column in table.columns:
            yield f"| `{column.name}` | {_kind(column)} | {'; '.join(_facts(column, notes))} |"
        yield ""
        yield from _together(table)


def _kind(column: Column[Any]) -> str:
    kind = str(column.type.compile()).partition("(")[0].lower()
    kind = KINDS.get(kind, kind)
    return f"{kind}, may be empty" if column.nullable else kind


def _facts(column: Column[Any], notes: dict[str, str]) -> Iterator[str]:
    if column.primary_key:
        yield "key"
    for foreign in column.foreign_keys:
        yield f"row of `{foreign.column.table.name}`"
    if column.unique:
        yield "once only"
    if isinstance(column.type, Word):
        yield ", ".join(f"`{word.value}`" for word in column.type.words)
    if column.name in notes:
        yield notes[column.name]


def _together(table: Table) -> Iterator[str]:
    """Say what columns have to be together."""
    rules = [
        ", ".join(f"`{column.name}`" for column in rule.columns) + " together once only"
        for rule in table.constraints
        if isinstance(rule, UniqueConstraint) and len(rule.columns) > 1
    ]
    rules += [
        f"`{rule.sqltext}`"
        for rule in table.constraints
        if isinstance(rule, CheckConstraint) and " IN (" not in str(rule.sqltext)
    ]
    if rules:
        yield from (*(f"- {rule}" for rule in sorted(rules)), "")


def _notes(class_: type) -> dict[str, str]:
    """Return what stands below the columns in the source, with those of the classes above."""
    found: dict[str, str] = {}
    for each in reversed(class_.__mro__):
        if not each.__module__.startswith("leglog."):
            continue
        (body,) = ast.parse(textwrap.dedent(inspect.getsource(each))).body
        statements = body.body if isinstance(body, ast.ClassDef) else []
        for column, note in pairwise(statements):
            if isinstance(column, ast.AnnAssign) and isinstance(column.target, ast.Name):
                match note:
                    case ast.Expr(value=ast.Constant(value=str(text))):
                        found[column.target.id] = _line(text)
    return found


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
