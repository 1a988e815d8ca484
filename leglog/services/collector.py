"""Rests Python's garbage collector while very many values are made."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Hold the collector meanwhile, unless it is at rest already.

    Rows and sets refer to nothing that refers to them, so it would find nothing; but it would
    visit all of them again and again, for a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
