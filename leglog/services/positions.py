"""Puts rows into an order that a UNIQUE constraint on their places allows at every moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


class Positioned(Protocol):
    """A row with a place among its siblings."""

    position: int


def renumber(session: Session, rows: Sequence[Positioned]) -> None:
    """Give rows the places 0, 1, 2 … in the order given.

    SQLite checks uniqueness row by row, so all leave their places before any takes one.
    """
    if [row.position for row in rows] == list(range(len(rows))):
        return
    for place, row in enumerate(rows):
        row.position = -1 - place
    session.flush()
    for place, row in enumerate(rows):
        row.position = place
    session.flush()
