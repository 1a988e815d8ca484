"""Small files of our own in the layouts of programs with fewer users."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from leglog.errors import ImportRejected
from leglog.formats.detect import read_workout_file
from leglog.training.vocabulary import SetType, Unit

if TYPE_CHECKING:
    from leglog.formats.workout_file import FileSet, WorkoutFile

LIFTOSAUR = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,"
    "Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,"
    "Completed Weight Value,Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,"
    "Synergist Muscles,Notes\n"
    "2026-01-05T10:00:00.000Z,GZCLP,Day 1,Squat,1,5,5,0,,,0,60,kg,60,kg,0,,,,\n"
    "2026-01-05T10:00:00.000Z,GZCLP,Day 1,Squat,0,3,4,1,,8.5,0,100,lb,100,lb,0,,,,deep\n"
    "2026-01-05T10:00:00.000Z,GZCLP,Day 1,Squat,0,3,,0,,,0,100,lb,,,0,,,,\n"
)
FITBOD = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,"
    "multiplier\n"
    "2021-12-27 10:02:51 +0000,Dumbbell Lunge,10,12.5,0.0,0.0,0.0,0.0,true,,2.0\n"
    "2021-12-27 10:02:51 +0000,Plank,0,0.0,45.0,0.0,0.0,0.0,false,,1.0\n"
)
FITBOD_2019 = "Date,Exercise,Sets,Reps,Weight,isWarmup,Note\n2019-03-02,Leg Press,3,10,80,false,\n"
STRONGLIFTS = (
    "Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,"
    "Sets×Time,Top Set (Reps×LB),e1RM (LB),Reps,Volume (LB),Workout Volume (LB),Duration (hours),"
    "Start Time (h:mm),End Time (h:mm),Notes,Set 1 (Reps),Set 1 (LB),Set 2 (Reps),Set 2 (LB),"
    "Set 3 (Reps),Set 3 (LB)\n"
    '2026/08/11,1,"Workout A",5×5,83.5,Squat,5/0/-,,5×120,,5,,,0.5,10:56 PM,11:26 PM,good,'
    "5,120,0,120,0,120\n"
)
STRONGLIFTS_2017 = (
    'Date,Workout,Note,Body Weight,"Exercise 1","Weight (KG)","Weight (LB)","Set 1","Set 2",'
    '"Exercise 2","Weight (KG)","Weight (LB)","Set 1","Set 2"\n'
    "03/25/17,A,,183lb,Squat,61.2,135,5,5,Barbell Row,,,5,\n"
)
JEFIT = (
    "### SETTING ###############\n\n"
    '_id,mass,length\n1," lbs"," in"\n####\n'
    "### WORKOUT SESSIONS ######\n\n"
    "rowid,_id,USERID,edit_time,day_id,total_time,workout_time,rest_time,starttime,endtime\n"
    "1,77,5,0,1,3600,2400,1200,1457946000,1457949600\n####\n"
    "### EXERCISE LOGS #########\n\n"
    "USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,"
    "logTime,interval_logs,auto_generated\n"
    '5,0,1,"60x10,64.9998x8,0x0",1,80,2016-03-14,12,"Leg Press, wide",3,77,1457946100,,0\n'
    '5,0,1,"45,0x12",2,0,2016-03-14,13,Plank,4,77,1457946200,,0\n####\n'
    "### NOTES #################\n\n"
    "_id,eid,mynote,title,mydate,logTime\n1,12,felt the back,,2016-03-14,0\n####\n"
)
LIFTLOG = (
    "SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes\n"
    "a1,2026-02-03T18:00:00+00:00,Squat,100,Kilograms,5,5,\n"
    "a1,2026-02-03T18:04:00+00:00,Squat,100,Kilograms,4,5,hard\n"
)
FLEXIFY = (
    "id,name,reps,weight,created,unit,bodyWeight,duration,distance,cardio,hidden,incline\n"
    "1,Squat,5,100.0,2026-02-03T18:00:00.000,kg,80.0,0.0,0.0,0,0,\n"
    "2,Weight,1,80.5,2026-02-03T07:00:00.000,kg,0.0,0.0,0.0,0,0,\n"
    "3,Running,1,0,2026-02-03T19:00:00.000,km,80.0,12.5,3.0,1,0,\n"
    "4,Deadlift,0,0,2026-02-03T19:00:00.000,kg,0,0,0,0,1,\n"
)
MASSIVE = (
    "id,name,reps,weight,created,unit,hidden,image,sets,minutes,seconds,steps\n"
    "1,Plank,0,0,2024-02-03T18:00:00,kg,0,,3,1,30,\n"
)
FASTNFITNESS = (
    "TABLE,DATE,TIME,EXERCISE,EXERCISE_TYPE,SETS,REPS,WEIGHT,WEIGHT_UNIT,SECONDS,DISTANCE,"
    "DISTANCE_UNIT,DURATION,NOTES,RECORD_TYPE,PROGRAM_NAME,TEMPLATE_REST_TIME,TEMPLATE_ORDER,"
    "TEMPLATE_SETS,TEMPLATE_RECORD_STATUS\n"
    "Records,2023-04-01,18:00:00,Leg press,STRENGTH,3,10,12,STONES,0,0,KM,0,,FREE_RECORD,,,,,NONE\n"
    "Records,2023-04-01,18:20:00,Run,CARDIO,1,0,0,KG,0,5,KM,1800000,,FREE_RECORD,,,,,NONE\n"
    "Records,2023-04-01,18:20:00,Run,CARDIO,1,0,0,KG,0,5,KM,0,,PROGRAM_TEMPLATE,,,,,NONE\n"
)
FASTNFITNESS_BODY = (
    "TABLE,DATE,BODYPART_NAME,MEASURE,UNIT\n"
    "BodyMeasures,2023-04-01,Weight,80.5,KG\nBodyMeasures,2023-04-01,Waist,90,CM\n"
)
FITNOTES_BODY = (
    "Date,Time,Measurement,Value,Unit,Comment\n"
    "2024-01-05,07:30:00,Bodyweight,180.5,lbs,\n2024-01-05,07:30:00,Body Fat,20,%,\n"
)


def read(text: str) -> WorkoutFile:
    return read_workout_file(text.encode())


def only(file: WorkoutFile) -> list[FileSet]:
    assert len(file.workouts) == 1
    return list(file.sets)


def shown(one: FileSet) -> str:
    return f"{one.reps}" if one.load is None else f"{one.reps} × {one.load} {one.unit}"


def test_liftosaur_keeps_each_unit_and_leaves_out_what_was_not_done() -> None:
    file = read(LIFTOSAUR)
    warm_up, top = only(file)
    assert (warm_up.set_type, shown(warm_up)) == (SetType.WARM_UP, "5 × 60 kg")
    assert (top.set_type, shown(top), top.rpe_halves) == (SetType.AMRAP, "4 × 100 lb", 17)
    assert (file.skipped, file.unit_needed) == ({"not done": 1}, False)
    assert (file.workouts[0].title, file.workouts[0].exercises[0].note) == ("Day 1", "deep")


def test_fitbod_times_are_put_into_this_computers_zone() -> None:
    file = read(FITBOD)
    lunge, plank = only(file)
    instant = dt.datetime(2021, 12, 27, 10, 2, 51, tzinfo=dt.UTC)
    assert file.workouts[0].started_at == instant.astimezone().replace(tzinfo=None)
    assert (lunge.set_type, lunge.load, lunge.unit) == (SetType.WARM_UP, Decimal("12.5"), Unit.KG)
    assert (plank.reps, plank.load, plank.duration_s) == (None, None, 45)


def test_fitbod_before_2021_counts_sets_and_asks_for_the_unit() -> None:
    file = read(FITBOD_2019)
    assert [one.reps for one in only(file)] == [10, 10, 10]
    assert file.unit_needed
    assert file.workouts[0].started_at is None


def test_stronglifts_tells_a_failed_set_from_one_not_done() -> None:
    file = read(STRONGLIFTS)
    assert [shown(one) for one in only(file)] == ["5 × 120 lb", "0 × 120 lb"]
    assert file.skipped == {"not done": 1}
    workout = file.workouts[0]
    assert (str(workout.started_at), workout.duration_s) == ("2026-08-11 22:56:00", 1800)
    assert [day.body_weight_g for day in file.check_ins] == [83_500]


def test_stronglifts_of_2017_has_a_row_a_workout() -> None:
    file = read(STRONGLIFTS_2017)
    assert [shown(one) for one in only(file)] == ["5 × 135 lb", "5 × 135 lb", "5"]
    assert file.workouts[0].date == dt.date(2017, 3, 25)
    assert [day.body_weight_unit for day in file.check_ins] == [Unit.LB]


def test_jefit_takes_sets_out_of_one_cell() -> None:
    file = read(JEFIT)
    press, second, hold, bodyweight = only(file)
    assert (shown(press), shown(second)) == ("10 × 60.00 lb", "8 × 65.00 lb")
    assert (hold.reps, hold.duration_s) == (None, 45)
    assert (bodyweight.reps, bodyweight.load) == (12, None)
    assert file.workouts[0].exercises[0].note == "felt the back"
    assert file.workouts[0].duration_s == 3600
    assert file.skipped == {"empty set": 1}


def test_liftlog_puts_sets_of_a_session_together() -> None:
    assert [shown(one) for one in only(read(LIFTLOG))] == ["5 × 100 kg", "4 × 100 kg"]


def test_flexify_tells_body_weight_and_cardio_apart() -> None:
    file = read(FLEXIFY)
    squat, run = only(file)
    assert shown(squat) == "5 × 100.0 kg"
    assert (run.reps, run.duration_s, run.distance_m) == (None, 750, 3000)
    assert [day.body_weight_g for day in file.check_ins] == [80_500]
    assert file.skipped == {"hidden": 1}


def test_massive_writes_minutes_and_seconds() -> None:
    assert [one.duration_s for one in only(read(MASSIVE))] == [90]


def test_fastnfitness_rows_stand_for_several_sets() -> None:
    file = read(FASTNFITNESS)
    *presses, run = only(file)
    assert [shown(one) for one in presses] == ["10 × 168 lb"] * 3
    assert (run.reps, run.duration_s, run.distance_m) == (None, 1800, 5000)
    assert file.skipped == {"planned": 1}


def test_fastnfitness_body_weight_comes_alone() -> None:
    file = read(FASTNFITNESS_BODY)
    assert [day.body_weight_g for day in file.check_ins] == [80_500]
    assert (file.workouts, file.skipped) == ((), {"other measure": 1})


def test_fitnotes_body_weight_comes_alone() -> None:
    file = read(FITNOTES_BODY)
    assert [(day.body_weight_g, day.body_weight_unit) for day in file.check_ins] == [
        (81_873, Unit.LB)
    ]
    assert (file.workouts, file.skipped) == ((), {"other measure": 1})


ALL = {
    "liftosaur": LIFTOSAUR,
    "fitbod": FITBOD,
    "stronglifts": STRONGLIFTS,
    "stronglifts 2017": STRONGLIFTS_2017,
    "jefit": JEFIT,
    "liftlog": LIFTLOG,
    "flexify": FLEXIFY,
    "massive": MASSIVE,
    "fastnfitness": FASTNFITNESS,
}


@pytest.mark.parametrize("layout", ALL)
def test_layout_is_told_by_its_headings_also_with_a_mark_and_other_ends(layout: str) -> None:
    plain = read(ALL[layout])
    dressed = read_workout_file(("\ufeff" + ALL[layout].replace("\n", "\r\n")).encode())
    assert plain.format == dressed.format == layout.split()[0].replace("massive", "flexify")
    assert [workout.key for workout in plain.workouts] == [w.key for w in dressed.workouts]


@pytest.mark.parametrize("layout", ALL)
def test_headings_alone_are_refused(layout: str) -> None:
    first = ALL[layout].split("\n")[0]
    with pytest.raises(ImportRejected):
        read(first + "\n")


@pytest.mark.parametrize("layout", [name for name in ALL if name != "jefit"])
def test_row_of_nonsense_is_told_and_the_others_stay(layout: str) -> None:
    text = ALL[layout]
    width = text.split("\n")[0].count(",")
    file = read(text + "nonsense," * width + "nonsense\n")
    assert len(list(file.sets)) == len(list(read(text).sets))
    assert file.problems or file.skipped != read(text).skipped
