"""The field's terms as enumerations; their values are what the log file stores."""

from __future__ import annotations

from enum import StrEnum


class Section(StrEnum):
    """A part of a routine or workout, in the order in which they are done."""

    WARM_UP = "warm_up"
    MAIN = "main"
    ACCESSORY = "accessory"
    CORE = "core"
    COOL_DOWN = "cool_down"

    @property
    def order(self) -> int:
        """Place of the section in a workout, from 0."""
        return list(Section).index(self)

    @property
    def is_work(self) -> bool:
        """Whether its sets count as training; those of warm-up and cool-down do not."""
        return self not in UNCOUNTED_SECTIONS


UNCOUNTED_SECTIONS = (Section.WARM_UP, Section.COOL_DOWN)


class Category(StrEnum):
    """The home of an exercise; only strength and core count as hard sets."""

    WARM_UP = "warm-up"
    STRENGTH = "strength"
    CORE = "core"
    STRETCH = "stretch"
    CARDIO = "cardio"


class Pattern(StrEnum):
    """The movement pattern of an exercise."""

    SQUAT = "squat"
    HINGE = "hinge"
    BRIDGE = "bridge"
    LUNGE = "lunge"
    STEP = "step"
    KNEE_EXTENSION = "knee-extension"
    KNEE_FLEXION = "knee-flexion"
    CALF = "calf"
    ABDUCTION = "abduction"
    ADDUCTION = "adduction"
    CARRY = "carry"
    CORE_ANTI_EXTENSION = "core-anti-extension"
    CORE_ANTI_LATERAL = "core-anti-lateral"
    CORE_ANTI_ROTATION = "core-anti-rotation"
    CORE_FLEXION = "core-flexion"
    PULL = "pull"
    PUSH = "push"
    MOBILITY = "mobility"
    CARDIO = "cardio"


class Muscle(StrEnum):
    """A muscle that an exercise trains."""

    GLUTES = "glutes"
    HAMSTRINGS = "hamstrings"
    QUADRICEPS = "quadriceps"
    CALVES = "calves"
    SOLEUS = "soleus"
    ADDUCTORS = "adductors"
    ABDUCTORS = "abductors"
    HIP_FLEXORS = "hip_flexors"
    ABDOMINALS = "abdominals"
    OBLIQUES = "obliques"
    LOWER_BACK = "lower_back"
    LATS = "lats"
    UPPER_BACK = "upper_back"
    CHEST = "chest"
    SHOULDERS = "shoulders"
    BICEPS = "biceps"
    TRICEPS = "triceps"
    FOREARMS = "forearms"


class MuscleGroup(StrEnum):
    """The eight groups that charts stack, in stacking order from the bottom."""

    QUADS = "quads"
    GLUTES = "glutes"
    HAMSTRINGS = "hamstrings"
    CALVES = "calves"
    HIPS = "hips"
    CORE = "core"
    LOWER_BACK = "lower_back"
    UPPER_BACK = "upper_back"


class PatternGroup(StrEnum):
    """A family of movement patterns, as balances count them."""

    SQUAT = "squat"
    HINGE = "hinge"
    SINGLE_LEG = "single_leg"
    CALF = "calf"
    HIP = "hip"
    CORE = "core"
    PULL = "pull"
    PUSH = "push"
    OTHER = "other"


class Measure(StrEnum):
    """How a set of an exercise is measured."""

    WEIGHT_REPS = "weight_reps"
    BODYWEIGHT_REPS = "bodyweight_reps"
    ASSISTED_REPS = "assisted_reps"
    DURATION = "duration"
    WEIGHT_DURATION = "weight_duration"
    DISTANCE_DURATION = "distance_duration"

    @property
    def counts_reps(self) -> bool:
        """Whether a set is counted in repetitions."""
        return self in (Measure.WEIGHT_REPS, Measure.BODYWEIGHT_REPS, Measure.ASSISTED_REPS)


class LoadBasis(StrEnum):
    """What the number in an exercise's weight field means."""

    TOTAL = "total"
    PER_DUMBBELL = "per_dumbbell"
    SINGLE = "single"
    STACK = "stack"
    ADDED = "added"
    ASSIST = "assist"
    NONE = "none"


class LoadMode(StrEnum):
    """What the load of one performed set means."""

    EXTERNAL = "external"
    PER_DUMBBELL = "per_dumbbell"
    BODYWEIGHT = "bodyweight"
    ADDED = "added"
    ASSISTED = "assisted"
    BAND = "band"
    NONE = "none"


class SetType(StrEnum):
    """What a set is for."""

    WARM_UP = "warm_up"
    WORKING = "working"
    DROP = "drop"
    FAILURE = "failure"
    AMRAP = "amrap"


class Side(StrEnum):
    """Which side works: both together, each in turn the same, or one of them."""

    BOTH = "both"
    EACH = "each"
    LEFT = "left"
    RIGHT = "right"


class Unit(StrEnum):
    """The unit in which a weight was typed, and in which it is shown again."""

    KG = "kg"
    LB = "lb"


class LoadRule(StrEnum):
    """Where a planned set takes its load from."""

    FIXED = "fixed"
    FROM_LAST = "from_last"


class WorkoutState(StrEnum):
    """Whether a workout is still being logged."""

    OPEN = "open"
    FINISHED = "finished"


class Moment(StrEnum):
    """When a back rating was true.

    The morning after a workout is also that workout's next-morning value: one question, two uses.
    """

    MORNING = "morning"
    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    ANY = "any"


class Band(StrEnum):
    """The band of a single rating: 0–2, 3–5, 6–10."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Response(StrEnum):
    """How the back took a workout: the traffic light of the progression rule."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class PainSide(StrEnum):
    """Where in the back it hurts."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    BOTH = "both"


class PainRegion(StrEnum):
    """The height at which it hurts."""

    LOWER_BACK = "lower_back"
    MIDDLE_BACK = "middle_back"
    UPPER_BACK = "upper_back"
    BUTTOCK_OR_HIP = "buttock_or_hip"


class LegSign(StrEnum):
    """Whether the pain runs into a leg."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class PeriodKind(StrEnum):
    """A stretch of days that charts mark."""

    FLARE = "flare"
    EASY_WEEK = "easy_week"
    REMARK = "remark"
