"""The plain SQL that the first look at the file shares with the services of the open log."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from leglog.models.week import Fetch


def fetching(session: Session) -> Fetch:
    """Return what runs plain SQL in the session; changes made so far are written first."""
    session.flush()
    connection = session.connection()
    return lambda sql, values: connection.exec_driver_sql(sql, tuple(values))
