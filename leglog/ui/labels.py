"""The one place that puts the terms of the log into words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, pgettext
from leglog.training.vocabulary import (
    Band,
    Category,
    LegSign,
    LoadBasis,
    LoadMode,
    Measure,
    Moment,
    Muscle,
    MuscleGroup,
    PainRegion,
    PainSide,
    Pattern,
    PeriodKind,
    Response,
    Section,
    SetType,
    Side,
    WorkoutState,
)

if TYPE_CHECKING:
    from enum import StrEnum


def section(value: Section) -> str:
    """Return the name of a part of a workout ('Warm-up')."""
    return {
        Section.WARM_UP: _("Warm-up"),
        Section.MAIN: _("Main"),
        Section.ACCESSORY: _("Accessory"),
        Section.CORE: _("Core"),
        Section.COOL_DOWN: _("Cool-down"),
    }[value]


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


def set_type(value: SetType) -> str:
    """Return what a set is for ('Warm-up set')."""
    return {
        SetType.WARM_UP: _("Warm-up set"),
        SetType.WORKING: _("Working set"),
        SetType.DROP: _("Drop set"),
        SetType.FAILURE: _("To failure"),
        SetType.AMRAP: _("As many as possible"),
    }[value]


def set_type_letter(value: SetType) -> str:
    """Return the letter shown in place of a set's number; empty for a working set."""
    return {
        SetType.WARM_UP: pgettext("letter of a warm-up set", "W"),
        SetType.WORKING: "",
        SetType.DROP: pgettext("letter of a drop set", "D"),
        SetType.FAILURE: pgettext("letter of a set to failure", "F"),
        SetType.AMRAP: pgettext("letter of a set of as many as possible", "A"),
    }[value]


def side(value: Side) -> str:
    """Return which side works ('each side')."""
    return {
        Side.BOTH: _("both together"),
        Side.EACH: _("each side"),
        Side.LEFT: _("left"),
        Side.RIGHT: _("right"),
    }[value]


def side_short(value: Side) -> str:
    """Return which side works as in a narrow column ('each', 'L', '—')."""
    return {
        Side.BOTH: "—",
        Side.EACH: pgettext("each side, short", "each"),
        Side.LEFT: pgettext("left side, short", "L"),
        Side.RIGHT: pgettext("right side, short", "R"),
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


def load_mode(value: LoadMode) -> str:
    """Return what the load of a set means ('Added to body weight')."""
    return {
        LoadMode.EXTERNAL: _("Weight"),
        LoadMode.PER_DUMBBELL: _("Each dumbbell"),
        LoadMode.BODYWEIGHT: _("Body weight"),
        LoadMode.ADDED: _("Added to body weight"),
        LoadMode.ASSISTED: _("Assistance"),
        LoadMode.BAND: _("Band"),
        LoadMode.NONE: _("No weight"),
    }[value]


def moment(value: Moment) -> str:
    """Return when a rating was true ('Worst during')."""
    return {
        Moment.MORNING: _("Morning"),
        Moment.BEFORE: _("Before"),
        Moment.DURING: _("Worst during"),
        Moment.AFTER: _("After"),
        Moment.ANY: _("Other"),
    }[value]


def moment_in_full(value: Moment) -> str:
    """Return what a scale rates, for screen readers ('Back pain before training')."""
    return {
        Moment.MORNING: _("Back pain this morning"),
        Moment.BEFORE: _("Back pain before training"),
        Moment.DURING: _("Worst back pain during training"),
        Moment.AFTER: _("Back pain after training"),
        Moment.ANY: _("Back pain now"),
    }[value]


def band(value: Band) -> str:
    """Return the name of a band of ratings ('Moderate')."""
    return {
        Band.LOW: _("Low"),
        Band.MODERATE: _("Moderate"),
        Band.HIGH: _("High"),
    }[value]


def rating_word(rating: int) -> str:
    """Return the word for a rating: none, low, moderate or high."""
    if rating == 0:
        return pgettext("pain", "none")
    if rating <= 2:
        return pgettext("pain", "low")
    return pgettext("pain", "moderate") if rating <= 5 else pgettext("pain", "high")


def response(value: Response | None) -> str:
    """Return how the back took a workout; None is not known yet."""
    if value is None:
        return _("No next-morning rating")
    return {
        Response.GREEN: _("Settled by morning"),
        Response.AMBER: _("Up a little next morning"),
        Response.RED: _("Clearly up next morning"),
    }[value]


def pain_side(value: PainSide) -> str:
    """Return where in the back it hurts ('Centre')."""
    return {
        PainSide.LEFT: _("Left"),
        PainSide.CENTRE: _("Centre"),
        PainSide.RIGHT: _("Right"),
        PainSide.BOTH: _("Both sides"),
    }[value]


def pain_region(value: PainRegion) -> str:
    """Return the height at which it hurts ('Lower back')."""
    return {
        PainRegion.LOWER_BACK: _("Lower back"),
        PainRegion.MIDDLE_BACK: _("Middle back"),
        PainRegion.UPPER_BACK: _("Upper back"),
        PainRegion.BUTTOCK_OR_HIP: _("Buttock or hip"),
    }[value]


def leg_sign(value: LegSign) -> str:
    """Return whether the pain runs into a leg ('Into the left leg')."""
    return {
        LegSign.NONE: _("Not into the leg"),
        LegSign.LEFT: _("Into the left leg"),
        LegSign.RIGHT: _("Into the right leg"),
        LegSign.BOTH: _("Into both legs"),
    }[value]


def trigger(key: str) -> str:
    """Return what came before the pain ('Sitting long'); own words stay as they are."""
    return {
        "sitting": _("Sitting long"),
        "lifting": _("Lifting"),
        "sleep": _("Bad sleep"),
        "stress": _("Stress"),
    }.get(key, key)


def workout_state(value: WorkoutState) -> str:
    """Return whether a workout is still being logged ('Unfinished')."""
    return {
        WorkoutState.OPEN: _("Unfinished"),
        WorkoutState.FINISHED: _("Done"),
    }[value]


def period_kind(value: PeriodKind) -> str:
    """Return what a marked stretch of days is ('Easy week')."""
    return {
        PeriodKind.FLARE: _("Flare-up"),
        PeriodKind.EASY_WEEK: _("Easy week"),
        PeriodKind.REMARK: _("Remark"),
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


def action_label(action: StrEnum) -> str:
    """Return what an action of the log did, for 'Undo …' ('Log set')."""
    words = {**_workout_actions(), **_planning_actions(), **_keeping_actions()}
    return words.get(action.value) or action.value.replace("_", " ").capitalize()


def _workout_actions() -> dict[str, str]:
    return {
        "start_workout": _("Start workout"),
        "correct_workout": _("Correct workout"),
        "finish_workout": _("Finish workout"),
        "reopen_workout": _("Reopen workout"),
        "discard_workout": _("Discard workout"),
        "remove_workout": _("Remove workout"),
        "duplicate_workout": _("Duplicate workout"),
        "move_workout": _("Move workout"),
        "merge_workouts": _("Merge workouts"),
        "log_set": _("Log set"),
        "log_sets": _("Log sets"),
        "log_quick_line": _("Quick entry"),
        "untick_set": _("Untick set"),
        "correct_set": _("Correct set"),
        "add_set": _("Add set"),
        "remove_set": _("Remove set"),
        "split_sides": _("Split sides"),
        "join_sides": _("Join sides"),
        "add_workout_exercise": _("Add exercise"),
        "correct_workout_exercise": _("Correct exercise"),
        "swap_workout_exercise": _("Swap exercise"),
        "move_workout_exercise": _("Move exercise"),
        "remove_workout_exercise": _("Remove exercise"),
        "skip_workout_exercise": _("Skip exercise"),
    }


def _planning_actions() -> dict[str, str]:
    return {
        "add_routine": _("Add routine"),
        "correct_routine": _("Correct routine"),
        "duplicate_routine": _("Duplicate routine"),
        "archive_routine": _("Archive routine"),
        "restore_routine": _("Restore routine"),
        "remove_routine": _("Remove routine"),
        "add_routine_exercise": _("Add exercise"),
        "correct_routine_exercise": _("Correct exercise"),
        "move_routine_exercise": _("Move exercise"),
        "duplicate_routine_exercise": _("Duplicate exercise"),
        "remove_routine_exercise": _("Remove exercise"),
        "correct_planned_sets": _("Correct planned sets"),
        "make_superset": _("Make superset"),
        "dissolve_superset": _("Dissolve superset"),
        "move_planned_workout": _("Move planned workout"),
        "add_exercise": _("Add exercise"),
        "correct_exercise": _("Correct exercise"),
        "reset_exercise": _("Reset exercise"),
        "archive_exercise": _("Archive exercise"),
        "restore_exercise": _("Restore exercise"),
        "merge_exercises": _("Merge exercises"),
        "correct_exercise_note": _("Correct exercise note"),
    }


def _keeping_actions() -> dict[str, str]:
    return {
        "rate_pain": _("Rate back pain"),
        "skip_morning": _("Skip this morning"),
        "remove_pain_rating": _("Remove rating"),
        "add_period": _("Mark days"),
        "correct_period": _("Correct marked days"),
        "remove_period": _("Remove marked days"),
        "rate_task": _("Rate daily task"),
        "add_task": _("Add daily task"),
        "correct_task": _("Correct daily task"),
        "remove_task": _("Remove daily task"),
        "answer_questions": _("Answer questions"),
        "correct_pain_rating": _("Correct rating"),
        "check_in": _("Check-in"),
        "import_workouts": _("Import"),
        "undo_import": _("Take back import"),
        "merge_log": _("Merge another log"),
        "change_preference": _("Change setting"),
        "write_physio_note": _("Note for my physio"),
    }
