"""Loading something heavy in a thread while the window answers."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def quick_imports() -> Iterator[None]:
    """Import without the garbage collector, giving way often: the window answers meanwhile.

    What is loaded then is kept out of the collector's later walks, each of which would stop the
    window for a tenth of a second.
    """
    interval = sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(0.0005)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)
        gc.freeze()
        gc.enable()
