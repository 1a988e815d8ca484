"""Which words a report takes for terms of the log; ``ui.labels`` has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from leglog.training.vocabulary import Band, MuscleGroup, PeriodKind


class Labels(Protocol):
    """Words for the terms of the log."""

    def muscle_group(self, value: MuscleGroup) -> str:
        """Return the name of a group of muscles."""

    def band(self, value: Band) -> str:
        """Return the name of a band of ratings."""

    def period_kind(self, value: PeriodKind) -> str:
        """Return what a marked stretch of days is."""
