"""What an exercise of another program probably is, from its name and its sets.

Muscles are not guessed: a new exercise counts for none until the person says which it trains.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.training.vocabulary import Category, LoadBasis, Measure, Pattern

if TYPE_CHECKING:
    from leglog.formats.workout_file import FileExercise

# The first line that a name matches counts.
_PATTERNS: tuple[tuple[str, Pattern], ...] = (
    (r"stretch|mobility|foam|roll\b|yoga|pose\b", Pattern.MOBILITY),
    (r"run|walk|cycl|bike|swim|row(ing|er) machine|elliptical|treadmill|jump|skip|cardio|hik",
     Pattern.CARDIO),
    (r"leg extension|knee extension", Pattern.KNEE_EXTENSION),
    (r"leg curl|hamstring curl|nordic", Pattern.KNEE_FLEXION),
    (r"calf|calves|soleus", Pattern.CALF),
    (r"abduct|clam|band walk|monster", Pattern.ABDUCTION),
    (r"adduct|copenhagen", Pattern.ADDUCTION),
    (r"bridge|thrust|glute kick", Pattern.BRIDGE),
    (r"lunge|split squat", Pattern.LUNGE),
    (r"step.?up|step.?down", Pattern.STEP),
    (r"deadlift|good ?morning|swing|hyperextension|back extension|hinge|rdl", Pattern.HINGE),
    (r"squat|leg press|hack", Pattern.SQUAT),
    (r"carry|farmer|suitcase", Pattern.CARRY),
    (r"side plank|side bend", Pattern.CORE_ANTI_LATERAL),
    (r"pallof|twist|rotation|woodchop", Pattern.CORE_ANTI_ROTATION),
    (r"plank|dead ?bug|bird ?dog|rollout|hollow", Pattern.CORE_ANTI_EXTENSION),
    (r"crunch|sit.?up|leg raise|knee raise|ab ", Pattern.CORE_FLEXION),
    (r"row|pull|chin.?up|curl|shrug|face|lat |reverse fly|rear delt", Pattern.PULL),
    (r"press|push|dip|fly|bench|raise|extension|triceps|kickback|skullcrusher", Pattern.PUSH),
)  # fmt: skip
_CATEGORIES = {Pattern.MOBILITY: Category.STRETCH, Pattern.CARDIO: Category.CARDIO}


@dataclass(frozen=True, slots=True)
class ExerciseGuess:
    """A beginning that the person can correct."""

    category: Category
    pattern: Pattern
    measure: Measure
    load_basis: LoadBasis


def guess_exercise(exercise: FileExercise) -> ExerciseGuess:
    """Guess pattern and category from the name, the measure from what its sets hold."""
    name = exercise.name.casefold()
    pattern = next((found for words, found in _PATTERNS if re.search(words, name)), Pattern.PUSH)
    category = _CATEGORIES.get(pattern, Category.STRENGTH)
    if pattern.value.startswith("core-"):
        category = Category.CORE
    measure = _measure(exercise)
    return ExerciseGuess(category, pattern, measure, _load_basis(name, measure))


def _measure(exercise: FileExercise) -> Measure:
    has_load = any(one.load is not None for one in exercise.sets)
    if any(one.reps is not None for one in exercise.sets):
        if "(assisted)" in exercise.name.casefold():
            return Measure.ASSISTED_REPS
        return Measure.WEIGHT_REPS if has_load else Measure.BODYWEIGHT_REPS
    if any(one.distance_m is not None for one in exercise.sets):
        return Measure.DISTANCE_DURATION
    return Measure.WEIGHT_DURATION if has_load else Measure.DURATION


def _load_basis(name: str, measure: Measure) -> LoadBasis:
    if measure is Measure.ASSISTED_REPS:
        return LoadBasis.ASSIST
    if measure in (Measure.BODYWEIGHT_REPS, Measure.DURATION, Measure.DISTANCE_DURATION):
        return LoadBasis.NONE
    if "dumbbell" in name:
        return LoadBasis.PER_DUMBBELL
    if "machine" in name or "cable" in name:
        return LoadBasis.STACK
    return LoadBasis.TOTAL
