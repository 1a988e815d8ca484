"""The body tracker's export of FitNotes: one row a measure, of which body weight is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.cells import UnreadableCell
from leglog.formats.fitnotes import NAME
from leglog.formats.table import Layout, local_moment

if TYPE_CHECKING:
    from leglog.formats.builder import FileBuilder
    from leglog.formats.table import Row

_NEEDED = ("date", "measurement", "value", "unit")
_BODY_WEIGHT = "bodyweight"


def _take(builder: FileBuilder, row: Row) -> None:
    if row["measurement"].lower().replace(" ", "") != _BODY_WEIGHT:
        builder.skip("other measure")
        return
    day, _time = local_moment(f"{row['date']} {row['time']}".strip())
    unit = cells.unit_of(row["unit"])
    if unit is None:
        raise UnreadableCell(row["unit"])
    builder.weigh(row.number, day, cells.number_of(row["value"]), unit)


LAYOUT = Layout(NAME, _NEEDED, _take)
