"""Which typeface a figure is lettered in."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.font_manager import fontManager

if TYPE_CHECKING:
    from collections.abc import Iterator

BUNDLED = "DejaVu Sans"
"""Comes with matplotlib, so it is always there."""


@contextmanager
def lettered_in(family: str) -> Iterator[int]:
    """Make new texts use ``family`` where matplotlib has it; yield the weight of its bold words."""
    has_it = family in fontManager.get_font_names()
    with mpl.rc_context({"font.family": family if has_it else BUNDLED}):
        # The bundled face has no weight between regular and bold.
        yield 600 if has_it and family != BUNDLED else 700
