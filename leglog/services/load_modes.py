"""What the number in a weight field means by itself, by exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.training.vocabulary import LoadBasis, LoadMode

if TYPE_CHECKING:
    from leglog.models.exercise import Exercise

_MODES = {
    LoadBasis.TOTAL: LoadMode.EXTERNAL,
    LoadBasis.SINGLE: LoadMode.EXTERNAL,
    LoadBasis.STACK: LoadMode.EXTERNAL,
    LoadBasis.PER_DUMBBELL: LoadMode.PER_DUMBBELL,
    LoadBasis.ADDED: LoadMode.BODYWEIGHT,
    LoadBasis.ASSIST: LoadMode.ASSISTED,
}


def usual_load_mode(exercise: Exercise) -> LoadMode:
    """Return the mode of a set before a load is typed.

    An exercise with added weight begins with the body's own; a load then makes it an added one.
    """
    mode = _MODES.get(exercise.load_basis)
    if mode is not None:
        return mode
    if "band" in exercise.equipment:
        return LoadMode.BAND
    return LoadMode.BODYWEIGHT if exercise.measure.counts_reps else LoadMode.NONE
