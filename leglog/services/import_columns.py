"""Naming the columns of a table whose program is not known; the words for it come from formats."""

from __future__ import annotations

from leglog.formats.mapped import OFFERED, Columns, Contents, Field
from leglog.formats.unknown_table import UnknownTable, judged, suggest, suggested_contents

__all__ = [
    "OFFERED",
    "Columns",
    "Contents",
    "Field",
    "UnknownTable",
    "judged",
    "suggest",
    "suggested_contents",
]
