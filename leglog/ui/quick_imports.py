"""What lets the window answer while threads load something heavy or compute."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from leglog.services.collector import collector_at_rest

if TYPE_CHECKING:
    from collections.abc import Iterator


def give_way_often() -> None:
    """Let threads that compute give the window its turn after half a millisecond, not after five.

    The window asks for its turn again with every call of Qt that takes a while.
    """
    sys.setswitchinterval(0.0005)


@contextmanager
def quick_imports() -> Iterator[None]:
    """Import without the garbage collector.

    What is loaded then is kept out of the collector's later walks, each of which would stop the
    window for a tenth of a second.
    """
    with collector_at_rest():
        try:
            yield
        finally:
            gc.freeze()
