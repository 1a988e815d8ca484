"""Exercises in words: what they are, what they train, what they take."""

from __future__ import annotations

from leglog.i18n import _
from leglog.training.vocabulary import (
    Category,
    LoadBasis,
    Measure,
    Muscle,
    MuscleGroup,
    Pattern,
    PatternGroup,
)


def category(value: Category) -> str:
    """Return the name of an exercise's home ('Strength')."""
    return {
        Category.WARM_UP: _("Warm-up"),
        Category.STRENGTH: _("Strength"),
        Category.CORE: _("Core"),
        Category.STRETCH: _("Stretch"),
        Category.CARDIO: _("Cardio"),
    }[value]


def pattern(value: Pattern) -> str:
    """Return the name of a movement pattern ('Hip hinge')."""
    return {
        Pattern.SQUAT: _("Squat"),
        Pattern.HINGE: _("Hip hinge"),
        Pattern.BRIDGE: _("Bridge"),
        Pattern.LUNGE: _("Lunge"),
        Pattern.STEP: _("Step"),
        Pattern.KNEE_EXTENSION: _("Knee extension"),
        Pattern.KNEE_FLEXION: _("Leg curl"),
        Pattern.CALF: _("Calf raise"),
        Pattern.ABDUCTION: _("Leg to the side"),
        Pattern.ADDUCTION: _("Legs together"),
        Pattern.CARRY: _("Carry"),
        Pattern.CORE_ANTI_EXTENSION: _("Core, front"),
        Pattern.CORE_ANTI_LATERAL: _("Core, side"),
        Pattern.CORE_ANTI_ROTATION: _("Core, against turning"),
        Pattern.CORE_FLEXION: _("Core, bending"),
        Pattern.PULL: _("Pull"),
        Pattern.PUSH: _("Push"),
        Pattern.MOBILITY: _("Mobility"),
        Pattern.CARDIO: _("Cardio"),
    }[value]


def pattern_group(value: PatternGroup) -> str:
    """Return the name of a family of movements ('Single leg')."""
    return {
        PatternGroup.SQUAT: _("Squat"),
        PatternGroup.HINGE: _("Hip hinge"),
        PatternGroup.SINGLE_LEG: _("Single leg"),
        PatternGroup.CALF: _("Calves"),
        PatternGroup.HIP: _("Hips, to the side"),
        PatternGroup.CORE: _("Core"),
        PatternGroup.PULL: _("Pull"),
        PatternGroup.PUSH: _("Push"),
        PatternGroup.OTHER: _("Mobility and cardio"),
    }[value]


def muscle(value: Muscle) -> str:
    """Return the name of a muscle ('Glutes')."""
    return {
        Muscle.GLUTES: _("Glutes"),
        Muscle.HAMSTRINGS: _("Hamstrings"),
        Muscle.QUADRICEPS: _("Quads"),
        Muscle.CALVES: _("Calves"),
        Muscle.SOLEUS: _("Lower calves"),
        Muscle.ADDUCTORS: _("Inner thighs"),
        Muscle.ABDUCTORS: _("Outer hips"),
        Muscle.HIP_FLEXORS: _("Hip flexors"),
        Muscle.ABDOMINALS: _("Abdominals"),
        Muscle.OBLIQUES: _("Side abdominals"),
        Muscle.LOWER_BACK: _("Lower back"),
        Muscle.LATS: _("Lats"),
        Muscle.UPPER_BACK: _("Upper back"),
        Muscle.CHEST: _("Chest"),
        Muscle.SHOULDERS: _("Shoulders"),
        Muscle.BICEPS: _("Biceps"),
        Muscle.TRICEPS: _("Triceps"),
        Muscle.FOREARMS: _("Forearms"),
    }[value]


def muscle_group(value: MuscleGroup) -> str:
    """Return the name of a group of muscles ('Quads')."""
    return {
        MuscleGroup.QUADS: _("Quads"),
        MuscleGroup.GLUTES: _("Glutes"),
        MuscleGroup.HAMSTRINGS: _("Hamstrings"),
        MuscleGroup.CALVES: _("Calves"),
        MuscleGroup.HIPS: _("Hips"),
        MuscleGroup.CORE: _("Core"),
        MuscleGroup.LOWER_BACK: _("Lower back"),
        MuscleGroup.UPPER_BACK: _("Upper back"),
    }[value]


def measure(value: Measure) -> str:
    """Return how an exercise is measured ('Weight and reps')."""
    return {
        Measure.WEIGHT_REPS: _("Weight and reps"),
        Measure.BODYWEIGHT_REPS: _("Body weight and reps"),
        Measure.ASSISTED_REPS: _("Reps with assistance"),
        Measure.DURATION: _("Hold time"),
        Measure.WEIGHT_DURATION: _("Weight and hold time"),
        Measure.DISTANCE_DURATION: _("Distance and time"),
    }[value]


def load_basis(value: LoadBasis) -> str:
    """Return what the number in the weight field means ('Each dumbbell')."""
    return {
        LoadBasis.TOTAL: _("Whole weight"),
        LoadBasis.PER_DUMBBELL: _("Each dumbbell"),
        LoadBasis.SINGLE: _("One weight"),
        LoadBasis.STACK: _("Weight stack"),
        LoadBasis.ADDED: _("Added to body weight"),
        LoadBasis.ASSIST: _("Assistance"),
        LoadBasis.NONE: _("No weight"),
    }[value]


def equipment(key: str) -> str:
    """Return the name of a piece of equipment; the key itself where it is not known."""
    return {
        "ankle-weights": _("Ankle weights"),
        "band": _("Band"),
        "barbell": _("Barbell"),
        "bench": _("Bench"),
        "box": _("Box"),
        "cable": _("Cable"),
        "chair": _("Chair"),
        "dumbbell": _("Dumbbell"),
        "foam-roller": _("Foam roller"),
        "hyperextension-bench": _("Back extension bench"),
        "kettlebell": _("Kettlebell"),
        "machine": _("Machine"),
        "mat": _("Mat"),
        "none": _("No equipment"),
        "pool": _("Pool"),
        "pull-up-bar": _("Pull-up bar"),
        "rack": _("Rack"),
        "step": _("Step"),
        "stick": _("Stick"),
        "strap": _("Strap"),
        "trap-bar": _("Trap bar"),
        "wall": _("Wall"),
    }.get(key, key)
