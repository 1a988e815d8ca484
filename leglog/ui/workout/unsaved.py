"""What could not be saved, for another attempt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What the disk did not take: a sentence, what to do about it, and the call to repeat."""

    sentence: str
    remedy: str
    again: Callable[[], object]
