"""Reading and changing what the person prefers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.keeping import Preference
from leglog.models.preferences import Preferences, preferences_from
from leglog.services.training_log import Action, TrainingLog
from leglog.settings import SETTINGS, Value

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

__all__ = ["Preferences", "change_preference", "preferences", "read_preferences"]


def preferences(log: TrainingLog) -> Preferences:
    """Return the preferences of the log; a value that is unknown or broken takes its default."""
    with log.reading() as session:
        return read_preferences(session)


def read_preferences(session: Session) -> Preferences:
    """Return the preferences inside of an action or a reading that is under way."""
    rows = session.execute(select(Preference.key, Preference.value)).all()
    return preferences_from((key, value) for key, value in rows)


def change_preference(log: TrainingLog, key: str, value: Value) -> None:
    """Keep ``value`` under ``key``; choosing what already holds changes nothing.

    Raises InvalidValue for a value that the preference does not allow, KeyError for a key that
    does not exist.
    """
    setting = SETTINGS[key]
    # An enumeration's member is stored as the text it stands for.
    plain = str(value) if isinstance(value, str) else value
    if not setting.allows(plain):
        raise InvalidValue(
            _("{value} cannot be chosen here.").format(value=value), _("The old choice stays.")
        )
    with log.action(Action.CHANGE_PREFERENCE) as session:
        store_preference(session, key, json.dumps(plain), default=json.dumps(setting.default))


def store_preference(session: Session, key: str, text: str, default: str) -> None:
    """Put JSON ``text`` under ``key``; the default of a key never stored needs no row."""
    row = session.scalar(select(Preference).where(Preference.key == key))
    if row is not None:
        row.value = text
    elif text != default:
        session.add(Preference(key=key, value=text))
