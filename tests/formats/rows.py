"""Rows of other programs' exports, of which a test names only what matters to it."""

from __future__ import annotations

STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)
STRONG_WITH_UNITS = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
    "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"
)
STRONG_NUMBERED = (
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";'
    '"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n'
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)
FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
FITNOTES_IOS = (
    "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind\n"
)


def strong_row(
    load: str = "20",
    reps: str = "8",
    order: str = "1",
    seconds: str = "0",
    *,
    date: str = "2024-01-02 10:00:00",
    length: str = "1h 13m",
    exercise: str = "Squat (Barbell)",
    note: str = "",
    workout_note: str = "",
    rpe: str = "",
) -> str:
    """Return a row below the headings STRONG."""
    return (
        f'{date},"Legs",{length},"{exercise}",{order},{load},{reps},0,{seconds},"{note}",'
        f'"{workout_note}",{rpe}\n'
    )


def numbered_row(
    load: str = "60", reps: str = "5", order: str = "1", metres: str = "", seconds: str = ""
) -> str:
    """Return a row below the headings STRONG_NUMBERED."""
    return (
        f'"1";"2018-01-02 10:00:00";"Legs";"100";"Squat";"{order}";"{load}";"{reps}";"";'
        f'"{metres}";"{seconds}";"";""\n'
    )


def hevy_row(
    load: str = "20",
    reps: str = "8",
    *,
    start: str = "13 Mar 2026, 15:22",
    exercise: str = "Squat",
    index: int = 0,
    set_type: str = "normal",
    superset: str = "",
    seconds: str = "",
    note: str = "",
    rpe: str = "",
) -> str:
    """Return a row below the headings HEVY."""
    return (
        f'"Legs","{start}","13 Mar 2026, 16:22","","{exercise}",{superset},"{note}",{index},'
        f'"{set_type}",{load},{reps},,{seconds},{rpe}\n'
    )


def fitnotes_row(
    exercise: str = "Squat", load: str = "60.0", reps: str = "5", rest: str = ",,,"
) -> str:
    """Return a row below the headings FITNOTES; ``rest`` is distance, its unit, time, comment."""
    return f"2024-01-02,{exercise},Legs,{load},{'kgs' if load else ''},{reps},{rest}\n"
