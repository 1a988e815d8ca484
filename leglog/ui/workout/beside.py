"""What is known of the exercise under the cursor: read once, shown beside the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.errors import LeglogError
from leglog.services.exercise_guide import exercise_guide
from leglog.services.exercise_past import last_times

if TYPE_CHECKING:
    from leglog.services.exercise_guide import ExerciseGuide
    from leglog.services.workout_form import ExerciseBlock
    from leglog.ui.workout.side_panel import CareBar, SidePanel
    from leglog.ui.workout.workbench import Workbench


class Beside:
    """Keeps the guides of exercises while the page is in front."""

    def __init__(self, bench: Workbench, side: SidePanel, care: CareBar) -> None:
        self._bench, self._side, self._care = bench, side, care
        self._guides: dict[int, ExerciseGuide] = {}

    def forget(self) -> None:
        """Let guides be read again: an exercise may have been edited meanwhile."""
        self._guides.clear()

    def show_exercise(self, block: ExerciseBlock | None) -> None:
        """Show the guide of another exercise; None shows none."""
        guide = self._guide_of(block.exercise_id) if block is not None else None
        self._side.show_exercise(block, guide)
        self._care.show_exercise(block, guide.back_care if guide else "")

    def show_past(self, block: ExerciseBlock) -> None:
        """Show what was done the last times."""
        form = self._bench.form
        if form is not None:
            times = last_times(self._bench.log, form, block.exercise_id)
            self._side.show_times(times, self._bench.preferences.unit)

    def _guide_of(self, exercise_id: int) -> ExerciseGuide | None:
        if exercise_id not in self._guides:
            try:
                self._guides[exercise_id] = exercise_guide(self._bench.log, exercise_id)
            except LeglogError:
                return None
        return self._guides[exercise_id]
