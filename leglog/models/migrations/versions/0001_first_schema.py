"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "check_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("sitting_min", sa.Integer(), nullable=True),
        sa.Column("steps", sa.Integer(), nullable=True),
        sa.Column("sleep_min", sa.Integer(), nullable=True),
        sa.Column("sleep_quality", sa.Integer(), nullable=True),
        sa.Column("stress", sa.Integer(), nullable=True),
        sa.Column("fatigue", sa.Integer(), nullable=True),
        sa.Column("body_weight_g", sa.Integer(), nullable=True),
        sa.Column("body_weight_unit", sa.String(length=24), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "body_weight_unit IN ('kg', 'lb')", name=op.f("ck_check_in_body_weight_unit")
        ),
        sa.CheckConstraint(
            "body_weight_g BETWEEN 1 AND 1000000", name=op.f("ck_check_in_body_weight_g_range")
        ),
        sa.CheckConstraint("fatigue BETWEEN 0 AND 10", name=op.f("ck_check_in_fatigue_range")),
        sa.CheckConstraint(
            "sitting_min BETWEEN 0 AND 1440", name=op.f("ck_check_in_sitting_min_range")
        ),
        sa.CheckConstraint(
            "sleep_min BETWEEN 0 AND 1440", name=op.f("ck_check_in_sleep_min_range")
        ),
        sa.CheckConstraint(
            "sleep_quality BETWEEN 0 AND 10", name=op.f("ck_check_in_sleep_quality_range")
        ),
        sa.CheckConstraint("steps BETWEEN 0 AND 200000", name=op.f("ck_check_in_steps_range")),
        sa.CheckConstraint("stress BETWEEN 0 AND 10", name=op.f("ck_check_in_stress_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in")),
        sa.UniqueConstraint("date", name=op.f("uq_check_in_date")),
        sa.UniqueConstraint("uuid", name=op.f("uq_check_in_uuid")),
    )
    op.create_table(
        "daily_task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_daily_task")),
        sa.UniqueConstraint("uuid", name=op.f("uq_daily_task_uuid")),
    )
    op.create_table(
        "exercise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_folded", sa.String(), nullable=False),
        sa.Column("category", sa.String(length=24), nullable=False),
        sa.Column("pattern", sa.String(length=24), nullable=False),
        sa.Column("measure", sa.String(length=24), nullable=False),
        sa.Column("load_basis", sa.String(length=24), nullable=False),
        sa.Column("per_side", sa.Boolean(), nullable=False),
        sa.Column("compound", sa.Boolean(), nullable=False),
        sa.Column("bodyweight_factor", sa.Double(), nullable=True),
        sa.Column("equipment", sa.Text(), nullable=False),
        sa.Column("equipment_needs", sa.String(), nullable=False),
        sa.Column("default_sets", sa.Integer(), nullable=False),
        sa.Column("default_reps_min", sa.Integer(), nullable=True),
        sa.Column("default_reps_max", sa.Integer(), nullable=True),
        sa.Column("default_s_min", sa.Integer(), nullable=True),
        sa.Column("default_s_max", sa.Integer(), nullable=True),
        sa.Column("instructions", sa.Text(), nullable=False),
        sa.Column("cues", sa.Text(), nullable=False),
        sa.Column("common_mistakes", sa.Text(), nullable=False),
        sa.Column("back_care", sa.String(), nullable=False),
        sa.Column("easier_id", sa.Integer(), nullable=True),
        sa.Column("harder_id", sa.Integer(), nullable=True),
        sa.Column("adjusted", sa.Text(), nullable=False),
        sa.Column("own_note", sa.String(), nullable=False),
        sa.Column("archived_at", sa.String(length=32), nullable=True),
        sa.CheckConstraint(
            "category IN ('warm-up', 'strength', 'core', 'stretch', 'cardio')",
            name=op.f("ck_exercise_category"),
        ),
        sa.CheckConstraint(
            "load_basis IN ('total', 'per_dumbbell', 'single', 'stack', 'added', 'assist', 'none')",
            name=op.f("ck_exercise_load_basis"),
        ),
        sa.CheckConstraint(
            "measure IN ('weight_reps', 'bodyweight_reps', 'assisted_reps', 'duration', 'weight_duration', 'distance_duration')",
            name=op.f("ck_exercise_measure"),
        ),
        sa.CheckConstraint(
            "pattern IN ('squat', 'hinge', 'bridge', 'lunge', 'step', 'knee-extension', 'knee-flexion', 'calf', 'abduction', 'adduction', 'carry', 'core-anti-extension', 'core-anti-lateral', 'core-anti-rotation', 'core-flexion', 'pull', 'push', 'mobility', 'cardio')",
            name=op.f("ck_exercise_pattern"),
        ),
        sa.CheckConstraint(
            "default_sets BETWEEN 1 AND 20", name=op.f("ck_exercise_default_sets_range")
        ),
        sa.ForeignKeyConstraint(
            ["easier_id"],
            ["exercise.id"],
            name=op.f("fk_exercise_easier_id_exercise"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["harder_id"],
            ["exercise.id"],
            name=op.f("fk_exercise_harder_id_exercise"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exercise")),
        sa.UniqueConstraint("key", name=op.f("uq_exercise_key")),
        sa.UniqueConstraint("name_folded", name=op.f("uq_exercise_name_folded")),
        sa.UniqueConstraint("uuid", name=op.f("uq_exercise_uuid")),
    )
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file_format", sa.String(), nullable=False),
        sa.Column("imported_at", sa.String(length=32), nullable=False),
        sa.Column("workouts", sa.Integer(), nullable=False),
        sa.Column("sets", sa.Integer(), nullable=False),
        sa.Column("mapping", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
        sa.UniqueConstraint("uuid", name=op.f("uq_import_batch_uuid")),
    )
    op.create_table(
        "peg_rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("pain", sa.Integer(), nullable=False),
        sa.Column("enjoyment", sa.Integer(), nullable=False),
        sa.Column("activity", sa.Integer(), nullable=False),
        sa.CheckConstraint("activity BETWEEN 0 AND 10", name=op.f("ck_peg_rating_activity_range")),
        sa.CheckConstraint(
            "enjoyment BETWEEN 0 AND 10", name=op.f("ck_peg_rating_enjoyment_range")
        ),
        sa.CheckConstraint("pain BETWEEN 0 AND 10", name=op.f("ck_peg_rating_pain_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peg_rating")),
        sa.UniqueConstraint("date", name=op.f("uq_peg_rating_date")),
        sa.UniqueConstraint("uuid", name=op.f("uq_peg_rating_uuid")),
    )
    op.create_table(
        "period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("first_date", sa.Date(), nullable=False),
        sa.Column("last_date", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('flare', 'easy_week', 'remark')", name=op.f("ck_period_kind")),
        sa.CheckConstraint("last_date >= first_date", name=op.f("ck_period_dates")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period")),
        sa.UniqueConstraint("uuid", name=op.f("uq_period_uuid")),
    )
    op.create_index(op.f("ix_period_first_date"), "period", ["first_date"], unique=False)
    op.create_table(
        "preference",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preference")),
        sa.UniqueConstraint("key", name=op.f("uq_preference_key")),
    )
    op.create_table(
        "programme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("template_key", sa.String(), nullable=True),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("is_running", sa.Boolean(), nullable=False),
        sa.Column("archived_at", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.UniqueConstraint("uuid", name=op.f("uq_programme_uuid")),
    )
    op.create_index(
        "uq_programme_running",
        "programme",
        ["is_running"],
        unique=True,
        sqlite_where=sa.text("is_running = 1"),
    )
    op.create_table(
        "routine",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("template_key", sa.String(), nullable=True),
        sa.Column("hidden_hints", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_routine")),
        sa.UniqueConstraint("uuid", name=op.f("uq_routine_uuid")),
    )
    op.create_table(
        "exercise_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("exercise_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_folded", sa.String(), nullable=False),
        sa.Column("from_catalogue", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exercise_id"],
            ["exercise.id"],
            name=op.f("fk_exercise_alias_exercise_id_exercise"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exercise_alias")),
    )
    op.create_index(
        op.f("ix_exercise_alias_exercise_id"), "exercise_alias", ["exercise_id"], unique=False
    )
    op.create_index(
        op.f("ix_exercise_alias_name_folded"), "exercise_alias", ["name_folded"], unique=False
    )
    op.create_table(
        "exercise_muscle",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("exercise_id", sa.Integer(), nullable=False),
        sa.Column("muscle", sa.String(length=24), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.CheckConstraint(
            "muscle IN ('glutes', 'hamstrings', 'quadriceps', 'calves', 'soleus', 'adductors', 'abductors', 'hip_flexors', 'abdominals', 'obliques', 'lower_back', 'lats', 'upper_back', 'chest', 'shoulders', 'biceps', 'triceps', 'forearms')",
            name=op.f("ck_exercise_muscle_muscle"),
        ),
        sa.CheckConstraint("share IN (0.5, 1.0)", name=op.f("ck_exercise_muscle_share")),
        sa.ForeignKeyConstraint(
            ["exercise_id"],
            ["exercise.id"],
            name=op.f("fk_exercise_muscle_exercise_id_exercise"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exercise_muscle")),
        sa.UniqueConstraint(
            "exercise_id", "muscle", name=op.f("uq_exercise_muscle_exercise_id_muscle")
        ),
    )
    op.create_table(
        "programme_phase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("first_week", sa.Integer(), nullable=False),
        sa.Column("last_week", sa.Integer(), nullable=True),
        sa.Column("times_a_week", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint("first_week >= 1", name=op.f("ck_programme_phase_first_week")),
        sa.CheckConstraint("last_week >= first_week", name=op.f("ck_programme_phase_last_week")),
        sa.CheckConstraint(
            "times_a_week BETWEEN 1 AND 14", name=op.f("ck_programme_phase_times_a_week_range")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_programme_phase_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_phase")),
        sa.UniqueConstraint(
            "programme_id", "position", name=op.f("uq_programme_phase_programme_id_position")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_programme_phase_uuid")),
    )
    op.create_table(
        "routine_exercise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("routine_id", sa.Integer(), nullable=False),
        sa.Column("exercise_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(length=24), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("superset", sa.Integer(), nullable=True),
        sa.Column("rest_s", sa.Integer(), nullable=True),
        sa.Column("tempo", sa.String(), nullable=False),
        sa.Column("step_height_cm", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "section IN ('warm_up', 'main', 'accessory', 'core', 'cool_down')",
            name=op.f("ck_routine_exercise_section"),
        ),
        sa.CheckConstraint(
            "rest_s BETWEEN 0 AND 3600", name=op.f("ck_routine_exercise_rest_s_range")
        ),
        sa.CheckConstraint(
            "step_height_cm BETWEEN 1 AND 100",
            name=op.f("ck_routine_exercise_step_height_cm_range"),
        ),
        sa.ForeignKeyConstraint(
            ["exercise_id"],
            ["exercise.id"],
            name=op.f("fk_routine_exercise_exercise_id_exercise"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["routine_id"],
            ["routine.id"],
            name=op.f("fk_routine_exercise_routine_id_routine"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_routine_exercise")),
        sa.UniqueConstraint(
            "routine_id", "position", name=op.f("uq_routine_exercise_routine_id_position")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_routine_exercise_uuid")),
    )
    op.create_index(
        op.f("ix_routine_exercise_exercise_id"), "routine_exercise", ["exercise_id"], unique=False
    )
    op.create_table(
        "task_rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("daily_task_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("ease", sa.Integer(), nullable=False),
        sa.CheckConstraint("ease BETWEEN 0 AND 10", name=op.f("ck_task_rating_ease_range")),
        sa.ForeignKeyConstraint(
            ["daily_task_id"],
            ["daily_task.id"],
            name=op.f("fk_task_rating_daily_task_id_daily_task"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_rating")),
        sa.UniqueConstraint(
            "daily_task_id", "date", name=op.f("uq_task_rating_daily_task_id_date")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_task_rating_uuid")),
    )
    op.create_table(
        "workout",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("routine_id", sa.Integer(), nullable=True),
        sa.Column("routine_name", sa.String(), nullable=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("started_at", sa.String(length=32), nullable=True),
        sa.Column("ended_at", sa.String(length=32), nullable=True),
        sa.Column("utc_offset_min", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("body_weight_g", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("import_batch_id", sa.Integer(), nullable=True),
        sa.Column("import_key", sa.String(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'finished')", name=op.f("ck_workout_state")),
        sa.CheckConstraint(
            "body_weight_g BETWEEN 1 AND 1000000", name=op.f("ck_workout_body_weight_g_range")
        ),
        sa.ForeignKeyConstraint(
            ["import_batch_id"],
            ["import_batch.id"],
            name=op.f("fk_workout_import_batch_id_import_batch"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["routine_id"],
            ["routine.id"],
            name=op.f("fk_workout_routine_id_routine"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workout")),
        sa.UniqueConstraint("import_key", name=op.f("uq_workout_import_key")),
        sa.UniqueConstraint("uuid", name=op.f("uq_workout_uuid")),
    )
    op.create_index("ix_workout_date", "workout", ["date", "id"], unique=False)
    op.create_index(
        op.f("ix_workout_import_batch_id"), "workout", ["import_batch_id"], unique=False
    )
    op.create_index(op.f("ix_workout_routine_id"), "workout", ["routine_id"], unique=False)
    op.create_table(
        "pain_rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("moment", sa.String(length=24), nullable=False),
        sa.Column("recorded_at", sa.String(length=32), nullable=False),
        sa.Column("utc_offset_min", sa.Integer(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=24), nullable=True),
        sa.Column("side", sa.String(length=24), nullable=True),
        sa.Column("leg_sign", sa.String(length=24), nullable=True),
        sa.Column("triggers", sa.Text(), nullable=False),
        sa.Column("workout_id", sa.Integer(), nullable=True),
        sa.Column("recalled", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "leg_sign IN ('none', 'left', 'right', 'both')", name=op.f("ck_pain_rating_leg_sign")
        ),
        sa.CheckConstraint(
            "moment IN ('morning', 'before', 'during', 'after', 'any')",
            name=op.f("ck_pain_rating_moment"),
        ),
        sa.CheckConstraint(
            "region IN ('lower_back', 'middle_back', 'upper_back', 'buttock_or_hip')",
            name=op.f("ck_pain_rating_region"),
        ),
        sa.CheckConstraint(
            "side IN ('left', 'centre', 'right', 'both')", name=op.f("ck_pain_rating_side")
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 10", name=op.f("ck_pain_rating_score_range")),
        sa.ForeignKeyConstraint(
            ["workout_id"],
            ["workout.id"],
            name=op.f("fk_pain_rating_workout_id_workout"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pain_rating")),
        sa.UniqueConstraint("uuid", name=op.f("uq_pain_rating_uuid")),
        sa.UniqueConstraint("workout_id", "moment", name=op.f("uq_pain_rating_workout_id_moment")),
    )
    op.create_index(
        "ix_pain_rating_date_moment", "pain_rating", ["date", "moment", "score"], unique=False
    )
    op.create_index(
        "uq_pain_rating_morning",
        "pain_rating",
        ["date"],
        unique=True,
        sqlite_where=sa.text("moment = 'morning'"),
    )
    op.create_table(
        "phase_routine",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=False),
        sa.Column("routine_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["phase_id"],
            ["programme_phase.id"],
            name=op.f("fk_phase_routine_phase_id_programme_phase"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["routine_id"],
            ["routine.id"],
            name=op.f("fk_phase_routine_routine_id_routine"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phase_routine")),
        sa.UniqueConstraint(
            "phase_id", "position", name=op.f("uq_phase_routine_phase_id_position")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_phase_routine_uuid")),
    )
    op.create_index(
        op.f("ix_phase_routine_routine_id"), "phase_routine", ["routine_id"], unique=False
    )
    op.create_table(
        "planned_set",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("routine_exercise_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("set_type", sa.String(length=24), nullable=False),
        sa.Column("side", sa.String(length=24), nullable=False),
        sa.Column("reps_min", sa.Integer(), nullable=True),
        sa.Column("reps_max", sa.Integer(), nullable=True),
        sa.Column("s_min", sa.Integer(), nullable=True),
        sa.Column("s_max", sa.Integer(), nullable=True),
        sa.Column("load_rule", sa.String(length=24), nullable=False),
        sa.Column("load_g", sa.Integer(), nullable=True),
        sa.Column("load_unit", sa.String(length=24), nullable=False),
        sa.Column("load_mode", sa.String(length=24), nullable=False),
        sa.Column("band", sa.String(), nullable=True),
        sa.Column("rpe_halves", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "load_mode IN ('external', 'per_dumbbell', 'bodyweight', 'added', 'assisted', 'band', 'none')",
            name=op.f("ck_planned_set_load_mode"),
        ),
        sa.CheckConstraint(
            "load_rule IN ('fixed', 'from_last')", name=op.f("ck_planned_set_load_rule")
        ),
        sa.CheckConstraint("load_unit IN ('kg', 'lb')", name=op.f("ck_planned_set_load_unit")),
        sa.CheckConstraint(
            "set_type IN ('warm_up', 'working', 'drop', 'failure', 'amrap')",
            name=op.f("ck_planned_set_set_type"),
        ),
        sa.CheckConstraint(
            "side IN ('both', 'each', 'left', 'right')", name=op.f("ck_planned_set_side")
        ),
        sa.CheckConstraint(
            "load_g BETWEEN 0 AND 1000000", name=op.f("ck_planned_set_load_g_range")
        ),
        sa.CheckConstraint(
            "reps_max BETWEEN 0 AND 1000", name=op.f("ck_planned_set_reps_max_range")
        ),
        sa.CheckConstraint("reps_min BETWEEN 0 AND reps_max", name=op.f("ck_planned_set_reps")),
        sa.CheckConstraint(
            "rpe_halves BETWEEN 2 AND 20", name=op.f("ck_planned_set_rpe_halves_range")
        ),
        sa.CheckConstraint("s_max BETWEEN 0 AND 7200", name=op.f("ck_planned_set_s_max_range")),
        sa.CheckConstraint("s_min BETWEEN 0 AND s_max", name=op.f("ck_planned_set_seconds")),
        sa.ForeignKeyConstraint(
            ["routine_exercise_id"],
            ["routine_exercise.id"],
            name=op.f("fk_planned_set_routine_exercise_id_routine_exercise"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_set")),
        sa.UniqueConstraint(
            "routine_exercise_id",
            "position",
            name=op.f("uq_planned_set_routine_exercise_id_position"),
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_planned_set_uuid")),
    )
    op.create_table(
        "planned_workout",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("routine_id", sa.Integer(), nullable=True),
        sa.Column("routine_name", sa.String(), nullable=False),
        sa.Column("moved_from", sa.Date(), nullable=True),
        sa.Column("workout_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["routine_id"],
            ["routine.id"],
            name=op.f("fk_planned_workout_routine_id_routine"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["workout_id"],
            ["workout.id"],
            name=op.f("fk_planned_workout_workout_id_workout"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_workout")),
        sa.UniqueConstraint("uuid", name=op.f("uq_planned_workout_uuid")),
        sa.UniqueConstraint("workout_id", name=op.f("uq_planned_workout_workout_id")),
    )
    op.create_index(op.f("ix_planned_workout_date"), "planned_workout", ["date"], unique=False)
    op.create_index(
        op.f("ix_planned_workout_routine_id"), "planned_workout", ["routine_id"], unique=False
    )
    op.create_table(
        "workout_exercise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("workout_id", sa.Integer(), nullable=False),
        sa.Column("exercise_id", sa.Integer(), nullable=False),
        sa.Column("exercise_name", sa.String(), nullable=False),
        sa.Column("routine_exercise_id", sa.Integer(), nullable=True),
        sa.Column("section", sa.String(length=24), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("superset", sa.Integer(), nullable=True),
        sa.Column("rest_s", sa.Integer(), nullable=True),
        sa.Column("tempo", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("skipped", sa.Boolean(), nullable=False),
        sa.Column("skip_reason", sa.String(), nullable=False),
        sa.Column("felt_score", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "section IN ('warm_up', 'main', 'accessory', 'core', 'cool_down')",
            name=op.f("ck_workout_exercise_section"),
        ),
        sa.CheckConstraint(
            "felt_score BETWEEN 0 AND 10", name=op.f("ck_workout_exercise_felt_score_range")
        ),
        sa.CheckConstraint(
            "rest_s BETWEEN 0 AND 3600", name=op.f("ck_workout_exercise_rest_s_range")
        ),
        sa.ForeignKeyConstraint(
            ["exercise_id"],
            ["exercise.id"],
            name=op.f("fk_workout_exercise_exercise_id_exercise"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["routine_exercise_id"],
            ["routine_exercise.id"],
            name=op.f("fk_workout_exercise_routine_exercise_id_routine_exercise"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["workout_id"],
            ["workout.id"],
            name=op.f("fk_workout_exercise_workout_id_workout"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workout_exercise")),
        sa.UniqueConstraint("uuid", name=op.f("uq_workout_exercise_uuid")),
        sa.UniqueConstraint(
            "workout_id", "position", name=op.f("uq_workout_exercise_workout_id_position")
        ),
    )
    op.create_index(
        op.f("ix_workout_exercise_exercise_id"), "workout_exercise", ["exercise_id"], unique=False
    )
    op.create_index(
        op.f("ix_workout_exercise_routine_exercise_id"),
        "workout_exercise",
        ["routine_exercise_id"],
        unique=False,
    )
    op.create_table(
        "performed_set",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("workout_exercise_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("set_type", sa.String(length=24), nullable=False),
        sa.Column("side", sa.String(length=24), nullable=False),
        sa.Column("pair", sa.Integer(), nullable=True),
        sa.Column("planned", sa.Boolean(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("target_reps_min", sa.Integer(), nullable=True),
        sa.Column("target_reps_max", sa.Integer(), nullable=True),
        sa.Column("target_s_min", sa.Integer(), nullable=True),
        sa.Column("target_s_max", sa.Integer(), nullable=True),
        sa.Column("target_load_g", sa.Integer(), nullable=True),
        sa.Column("target_rpe_halves", sa.Integer(), nullable=True),
        sa.Column("reps", sa.Integer(), nullable=True),
        sa.Column("load_g", sa.Integer(), nullable=True),
        sa.Column("load_unit", sa.String(length=24), nullable=False),
        sa.Column("load_mode", sa.String(length=24), nullable=False),
        sa.Column("band", sa.String(), nullable=True),
        sa.Column("duration_s", sa.Integer(), nullable=True),
        sa.Column("distance_m", sa.Integer(), nullable=True),
        sa.Column("rpe_halves", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("done_at", sa.String(length=32), nullable=True),
        sa.CheckConstraint(
            "load_mode IN ('external', 'per_dumbbell', 'bodyweight', 'added', 'assisted', 'band', 'none')",
            name=op.f("ck_performed_set_load_mode"),
        ),
        sa.CheckConstraint("load_unit IN ('kg', 'lb')", name=op.f("ck_performed_set_load_unit")),
        sa.CheckConstraint(
            "set_type IN ('warm_up', 'working', 'drop', 'failure', 'amrap')",
            name=op.f("ck_performed_set_set_type"),
        ),
        sa.CheckConstraint(
            "side IN ('both', 'each', 'left', 'right')", name=op.f("ck_performed_set_side")
        ),
        sa.CheckConstraint(
            "distance_m BETWEEN 0 AND 1000000", name=op.f("ck_performed_set_distance_m_range")
        ),
        sa.CheckConstraint(
            "duration_s BETWEEN 0 AND 86400", name=op.f("ck_performed_set_duration_s_range")
        ),
        sa.CheckConstraint(
            "load_g BETWEEN 0 AND 1000000", name=op.f("ck_performed_set_load_g_range")
        ),
        sa.CheckConstraint("reps BETWEEN 0 AND 1000", name=op.f("ck_performed_set_reps_range")),
        sa.CheckConstraint(
            "rpe_halves BETWEEN 2 AND 20", name=op.f("ck_performed_set_rpe_halves_range")
        ),
        sa.CheckConstraint(
            "target_load_g BETWEEN 0 AND 1000000", name=op.f("ck_performed_set_target_load_g_range")
        ),
        sa.CheckConstraint(
            "target_reps_min BETWEEN 0 AND target_reps_max",
            name=op.f("ck_performed_set_target_reps"),
        ),
        sa.CheckConstraint(
            "target_rpe_halves BETWEEN 2 AND 20",
            name=op.f("ck_performed_set_target_rpe_halves_range"),
        ),
        sa.CheckConstraint(
            "target_s_min BETWEEN 0 AND target_s_max", name=op.f("ck_performed_set_target_seconds")
        ),
        sa.ForeignKeyConstraint(
            ["workout_exercise_id"],
            ["workout_exercise.id"],
            name=op.f("fk_performed_set_workout_exercise_id_workout_exercise"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_performed_set")),
        sa.UniqueConstraint("uuid", name=op.f("uq_performed_set_uuid")),
        sa.UniqueConstraint(
            "workout_exercise_id",
            "position",
            name=op.f("uq_performed_set_workout_exercise_id_position"),
        ),
    )
