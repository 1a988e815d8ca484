"""Checks that the log file is whole and that its rows make sense together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

# Each query finds rows that no action of ours can leave behind.
_INVARIANTS = {
    "sets done without what was done": """
        SELECT count(*) FROM performed_set
        WHERE done AND reps IS NULL AND duration_s IS NULL AND distance_m IS NULL
          AND load_g IS NULL""",
    "removed sets that were not planned": """
        SELECT count(*) FROM performed_set WHERE removed AND NOT planned""",
    "workouts that end before they start": """
        SELECT count(*) FROM workout WHERE ended_at < started_at""",
    "one-sided sets without a pair": """
        SELECT count(*) FROM performed_set
        WHERE side IN ('left', 'right') AND pair IS NULL""",
    "exercises of a workout out of order": """
        SELECT count(*) FROM workout_exercise WHERE position < 0""",
}


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found; ``problems`` is empty for a whole log."""

    tables: dict[str, int]
    problems: tuple[str, ...]


def check_log(log: TrainingLog) -> CheckReport:
    """Return the number of rows of every table and all that is wrong with the file."""
    with log.reading() as session:
        problems = [
            *_lines(session, "PRAGMA integrity_check", whole="ok"),
            *_lines(session, "PRAGMA foreign_key_check"),
        ]
        for name, query in _INVARIANTS.items():
            count = session.scalar(text(query))
            if count:
                problems.append(f"{name}: {count}")
        names = session.scalars(
            text(
                "SELECT name FROM sqlite_schema WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version' ORDER BY name"
            )
        ).all()
        tables = {
            name: session.scalar(text(f"SELECT count(*) FROM {name}")) or 0  # noqa: S608
            for name in names
        }
    return CheckReport(tables, tuple(problems))


def _lines(session: Session, pragma: str, whole: str | None = None) -> list[str]:
    rows = session.execute(text(pragma)).all()
    return [" ".join(map(str, row)) for row in rows if row[0] != whole]
