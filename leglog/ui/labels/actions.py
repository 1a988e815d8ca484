"""What was done, for 'Undo …' in the Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _

if TYPE_CHECKING:
    from enum import StrEnum


def action_label(action: StrEnum) -> str:
    """Return what an action of the log did, for 'Undo …' ('Log set')."""
    words = {**_workout_actions(), **_planning_actions(), **_keeping_actions()}
    return words.get(action.value) or action.value.replace("_", " ").capitalize()


def _workout_actions() -> dict[str, str]:
    return {
        "start_workout": _("Start workout"),
        "correct_workout": _("Correct workout"),
        "finish_workout": _("Finish workout"),
        "discard_workout": _("Discard workout"),
        "remove_workout": _("Remove workout"),
        "duplicate_workout": _("Duplicate workout"),
        "move_workout": _("Move workout"),
        "merge_workouts": _("Merge workouts"),
        "split_workout": _("Split workout"),
        "keep_changes": _("Keep changes in routine"),
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
        "swap_routine_exercise": _("Swap exercise"),
        "correct_planned_sets": _("Correct planned sets"),
        "make_superset": _("Make superset"),
        "dissolve_superset": _("Dissolve superset"),
        "add_programme": _("Add programme"),
        "correct_programme": _("Correct programme"),
        "start_programme": _("Start programme"),
        "stop_programme": _("End programme"),
        "archive_programme": _("Archive programme"),
        "restore_programme": _("Restore programme"),
        "remove_programme": _("Remove programme"),
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
