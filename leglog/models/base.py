"""The declarative base and the column types that all tables share."""

from __future__ import annotations

import datetime as dt
import json
import os
import uuid
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import CheckConstraint, Dialect, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from leglog.training import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

AnyWord = TypeVar("AnyWord", bound=StrEnum)


def utc_now() -> dt.datetime:
    """Return this instant, with its zone."""
    return dt.datetime.now(dt.UTC)


def new_uuid() -> str:
    """Return the name under which a row is known to every copy of the log."""
    return str(uuid.uuid4())


def new_uuids(count: int) -> list[str]:
    """Return many such names, sorted: an index takes them up in order much quicker.

    They are random ones of RFC 9562 (version 4), which ``uuid`` would make one by one.
    """
    many = os.urandom(16 * count)
    names = (many[start : start + 16].hex() for start in range(0, len(many), 16))
    return sorted(
        f"{name[:8]}-{name[8:12]}-4{name[13:16]}-{_VARIANT[name[16]]}{name[17:20]}-{name[20:]}"
        for name in names
    )


_VARIANT = {digit: "89ab"[int(digit, 16) % 4] for digit in "0123456789abcdef"}
"""The two bits that RFC 9562 fixes at that place."""


def instant_text(instant: dt.datetime) -> str:
    """Return an aware datetime as it stands in the file; a naive one is a mistake."""
    if instant.tzinfo is None:
        msg = "an instant needs its zone"
        raise ValueError(msg)
    return instant.astimezone(dt.UTC).isoformat(timespec="milliseconds")


class UtcInstant(TypeDecorator[dt.datetime]):
    """An aware datetime, stored as ISO text in UTC so that it sorts and reads by itself."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        """Turn an aware datetime into text."""
        return None if value is None else instant_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.datetime | None:
        """Turn stored text into an aware datetime."""
        return None if value is None else dt.datetime.fromisoformat(value)


class Words(TypeDecorator[tuple[str, ...]]):
    """A short list of texts, stored as a JSON array."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        """Turn the texts into a JSON array."""
        return None if value is None else json.dumps(list(value), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        """Turn a JSON array into the texts."""
        return None if value is None else tuple(json.loads(value))


class Weekdays(TypeDecorator[frozenset[int]]):
    """ISO weekdays (Monday is 1), stored as digits: '135' for Monday, Wednesday, Friday."""

    impl = String(7)
    cache_ok = True

    def process_bind_param(self, value: frozenset[int] | None, dialect: Dialect) -> str | None:
        """Turn the days into sorted digits."""
        return None if value is None else "".join(str(day) for day in sorted(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[int] | None:
        """Turn the digits into days."""
        return None if value is None else frozenset(int(digit) for digit in value)


class Word(TypeDecorator[AnyWord]):
    """One of an enumeration's values, stored as its text; a CHECK holds it in the file."""

    impl = String(24)
    cache_ok = True

    def __init__(self, words: type[AnyWord]) -> None:
        super().__init__()
        self.words = words
        self._members = _Members({word.value: word for word in words})

    def process_bind_param(self, value: AnyWord | None, dialect: Dialect) -> str | None:
        """Turn the member into its text."""
        return None if value is None else str(self.words(value))

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Return what turns the text into its member.

        Five cells of every set go through it: a bare look-up takes a tenth of the enumeration's
        own call inside of ``process_result_value``.
        """
        return self._members.__getitem__


class _Members(dict[str | None, StrEnum | None]):
    """The members by their text; another text is a ValueError, as of the enumeration itself."""

    def __missing__(self, text: str | None) -> StrEnum | None:
        if text is None:
            return None
        msg = f"{text!r} is none of {', '.join(map(str, self))}"
        raise ValueError(msg)


_WORDS: tuple[type[StrEnum], ...] = (
    vocabulary.Section,
    vocabulary.Category,
    vocabulary.Pattern,
    vocabulary.Muscle,
    vocabulary.Measure,
    vocabulary.LoadBasis,
    vocabulary.LoadMode,
    vocabulary.SetType,
    vocabulary.Side,
    vocabulary.Unit,
    vocabulary.LoadRule,
    vocabulary.WorkoutState,
    vocabulary.Moment,
    vocabulary.PainSide,
    vocabulary.PainRegion,
    vocabulary.LegSign,
    vocabulary.PeriodKind,
)


class Base(DeclarativeBase):
    """Names constraints so that migrations can refer to them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012  SQLAlchemy reads this name
        dt.datetime: UtcInstant(),
        tuple[str, ...]: Words(),
        frozenset[int]: Weekdays(),
        **{words: Word(words) for words in _WORDS},
    }


class Shared:
    """What every row that a person makes carries, so that two logs can be brought together.

    Of two rows with the same ``uuid`` the one changed later counts.
    """

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-3)
    uuid: Mapped[str] = mapped_column(String(36), unique=True, default=new_uuid, sort_order=-2)
    changed_at: Mapped[dt.datetime] = mapped_column(
        default=utc_now, onupdate=utc_now, sort_order=-1
    )


def one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    """Return the CHECK that holds ``column`` to the values of ``words``."""
    values = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({values})", name=column)


def between(column: str, low: int, high: int) -> CheckConstraint:
    """Return the CHECK that holds ``column`` within ``low`` and ``high``, or empty."""
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=f"{column}_range")
