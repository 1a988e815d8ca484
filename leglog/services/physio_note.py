"""What a person wants to tell the physio with a month's review, kept by month."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.keeping import Preference
from leglog.services.preferences import store_preference
from leglog.services.training_log import Action

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

LONGEST_NOTE = 1000
"""Characters; more would push the review beyond its two pages."""


def write_physio_note(log: TrainingLog, month: dt.date, text: str) -> None:
    """Keep the note of the month that holds ``month``; an empty one takes it away.

    Raises InvalidValue for a text that is too long.
    """
    text = text.strip()
    if len(text) > LONGEST_NOTE:
        raise InvalidValue(
            _("The note has {length} characters; {most} fit.").format(
                length=len(text), most=LONGEST_NOTE
            )
        )
    with log.action(Action.WRITE_PHYSIO_NOTE) as session:
        store_preference(session, _key(month), json.dumps(text), default=json.dumps(""))


def read_physio_note(session: Session, month: dt.date) -> str:
    """Return the note of the month that holds ``month``, empty where there is none."""
    text = session.scalar(select(Preference.value).where(Preference.key == _key(month)))
    return str(json.loads(text)) if text else ""


def _key(month: dt.date) -> str:
    return f"physio_note/{month:%Y-%m}"
