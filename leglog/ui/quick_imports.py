"""Loading something heavy in a thread while the window answers."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def quick_imports() -> Iterator[None]:
    """Import without the garbage collector.

    What is loaded then is kept out of the collector's later walks, each of which would stop the
    window for a tenth of a second.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
