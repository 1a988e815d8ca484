"""How each figure of the window is worked out, in words, and where its rule comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leglog.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping


class Figure(StrEnum):
    """A figure that the window shows."""

    SETS = "sets"
    HARD_SETS = "hard_sets"
    VOLUME_LOAD = "volume_load"
    BODY_LOAD = "body_load"
    REPS = "reps"
    HOLD_TIME = "hold_time"
    MUSCLE_BALANCE = "muscle_balance"
    SIDES = "sides"
    E1RM = "e1rm"
    RECORDS = "records"
    ADHERENCE = "adherence"
    BIGGER_STEP = "bigger_step"
    EASY_WEEK = "easy_week"
    DURATION = "duration"
    DAY_PAIN = "day_pain"
    PAIN_MEAN = "pain_mean"
    BANDS = "bands"
    RESPONSE = "response"
    PAIN_CHANGE = "pain_change"
    FLARE = "flare"
    SUGGESTION = "suggestion"
    TOLERATED = "tolerated"
    MOVED_TOGETHER = "moved_together"
    EXERCISE_RESPONSE = "exercise_response"
    TASKS = "tasks"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure's name, its definition in plain words, and the source of its rule."""

    title: str
    text: str
    source: str


def explanations() -> Mapping[Figure, Explanation]:
    """Return the explanation of every figure, in the order of the sheet that shows all."""
    return {**_of_training(), **_of_strength(), **_of_the_back(), **_of_the_way(), **_of_patterns()}


def own_rule() -> str:
    """Return what stands for a source where there is no study behind the exact number."""
    return _("LegLog’s own rule")


def _of_training() -> dict[Figure, Explanation]:
    return {
        Figure.SETS: Explanation(
            _("Sets of a workout or a routine"),
            _(
                "All sets outside of warm-up and cool-down, without those marked as warm-up. Left "
                "and right of a set are one. Exercises that were skipped are left out."
            ),
            own_rule(),
        ),
        Figure.HARD_SETS: Explanation(
            _("Hard sets"),
            _(
                "Every set that was done, without warm-up sets, of strength and core exercises "
                "outside of warm-up and cool-down, with at least one rep or five seconds, and "
                "harder than RPE 5 where it was rated. A set counts 1 for the muscles an exercise "
                "mainly trains and ½ for those that help; one side alone is half a set."
            ),
            _("Halves for helping muscles after Pelland 2024; the rest is LegLog’s own rule"),
        ),
        Figure.VOLUME_LOAD: Explanation(
            _("Volume by weight"),
            _(
                "Reps × weight of all sets but warm-up sets. A dumbbell in each hand counts twice, "
                "and so does each side. Body weight, bands, holds and help have no weight here. It "
                "is shared out to the muscles in proportion, so that the bars add up. Compare it "
                "within one exercise only: more kilograms elsewhere are not better."
            ),
            own_rule(),
        ),
        Figure.BODY_LOAD: Explanation(
            _("Volume with body weight (estimated)"),
            _(
                "Volume by weight, and for each rep the part of your body that the exercise moves: "
                "body weight × the share noted with the exercise, less what a machine carries. 10 "
                "squats at 75 kg and a share of 88 % are 660 kg. The body weight is the latest one "
                "noted up to that day, with a workout or a check-in. Where none was known yet, or "
                "an exercise has no share, the body is left out."
            ),
            _("Shares of body parts after de Leva 1996; the rest is LegLog’s own rule"),
        ),
        Figure.REPS: Explanation(
            _("Reps"),
            _(
                "All reps of sets that count as training, both sides added up. Holds have none. "
                "They are shared out to the muscles in proportion, so that the bars add up."
            ),
            own_rule(),
        ),
        Figure.HOLD_TIME: Explanation(
            _("Hold time"),
            _(
                "Seconds of all holds that count as training, both sides added up. Holds have no "
                "volume by weight, so this is what counts them."
            ),
            own_rule(),
        ),
        Figure.MUSCLE_BALANCE: Explanation(
            _("Balance by muscle and movement"),
            _(
                "Hard sets added up for each muscle group, or for each kind of movement such as "
                "squat and hinge. One set counts for a group as its most trained muscle does. It "
                "says what was trained, not what is missing."
            ),
            own_rule(),
        ),
        Figure.SIDES: Explanation(
            _("Left against right"),
            _(
                "100 × (right − left) ÷ the larger one, of reps or weight. Mentioned from 15 % to "
                "the same side in at least three workouts, as a hint for training; its link to "
                "pain is weak."
            ),
            own_rule(),
        ),
        Figure.ADHERENCE: Explanation(
            _("Workouts done of planned"),
            _(
                "Finished workouts of those that were planned for these days. A planned day that "
                "was moved counts once. There is no streak to lose."
            ),
            own_rule(),
        ),
        Figure.BIGGER_STEP: Explanation(
            _("A bigger step than usual"),
            _(
                "A plain note when a week’s leg sets go beyond the mean of the four weeks before "
                "by more than 50 % and at least five sets. It needs four full weeks and predicts "
                "nothing."
            ),
            _("LegLog’s own rule; ratios of recent to older load predict nothing (Impellizzeri "
              "2021)"),
        ),
        Figure.EASY_WEEK: Explanation(
            _("Easy week"),
            _(
                "Suggested when a lift’s best set was at least 5 % below the best of its last four "
                "weeks in three workouts in a row. It halves the sets and takes 60 % of the weight."
            ),
            _("LegLog’s own rule, after Meeusen 2013"),
        ),
        Figure.DURATION: Explanation(
            _("About how long"),
            _(
                "Each rep 3 s plus its pause, or the length of the hold, twice for each side; the "
                "rest after every set; 20 s to go to each exercise. Supersets share their rest."
            ),
            own_rule(),
        ),
    }  # fmt: skip


def _of_strength() -> dict[Figure, Explanation]:
    return {
        Figure.E1RM: Explanation(
            _("Estimated one-rep maximum (e1RM)"),
            _(
                "The mean of two formulas, weight × (1 + reps ÷ 30) and 36 × weight ÷ (37 − reps), "
                "where reps left in reserve count as done if RPE was logged. Only from 1 to 10 "
                "reps; beyond, such formulas are off. It is an estimate: never test it in pain."
            ),
            _("Epley 1985, Brzycki 1993; up to ten reps after Reynolds 2006"),
        ),
        Figure.RECORDS: Explanation(
            _("Records"),
            _(
                "Better than every time before, within one exercise: heaviest weight, reps at a "
                "weight, e1RM, longest hold, volume in a workout. The first time is no record, and "
                "none is counted during a flare-up."
            ),
            own_rule(),
        ),
    }


def _of_the_back() -> dict[Figure, Explanation]:
    return {
        Figure.DAY_PAIN: Explanation(
            _("Pain of a day"),
            _(
                "The morning’s rating; without one, the mean of those before training and at any "
                "other time; without those, of those during and after it. A day without a rating "
                "is a gap, never a zero."
            ),
            own_rule(),
        ),
        Figure.PAIN_MEAN: Explanation(
            _("7-day mean"),
            _(
                "The mean of a day and the six before it, where at least four of them are rated; "
                "otherwise the line has a gap."
            ),
            own_rule(),
        ),
        Figure.BANDS: Explanation(
            _("Low, moderate, high"),
            _(
                "Ratings 0–2, 3–5 and 6–10. They come from training with sore tendons and are "
                "borrowed for the back."
            ),
            _("Thomeé 1997, Silbernagel 2007"),
        ),
        Figure.RESPONSE: Explanation(
            _("How your back took a workout"),
            _(
                "Settled: pain during and after stayed at 2 or at the level before, and the next "
                "morning was no higher. Clearly up: above 5 and more than one point over the level "
                "before, or a next morning two points higher or above 5. A little up: all between. "
                "Without the next morning it is provisional."
            ),
            _("After Thomeé 1997 and Silbernagel 2007; the limits are LegLog’s own rule"),
        ),
        Figure.PAIN_CHANGE: Explanation(
            _("Is that a meaningful change?"),
            _(
                "Two tests: 2 points, and 30 % with at least 1 point. Both met is ‘clearly’, one "
                "‘probably’. Months are compared with 15 rated days in each. People begin on their "
                "worst days, so some drop is to be expected anyway."
            ),
            _("Ostelo 2008; Whitney and Von Korff 1992"),
        ),
        Figure.FLARE: Explanation(
            _("Flare-up"),
            _(
                "Days that you marked. Progression and records pause; charts shade them. A lighter "
                "copy of a routine has a set less of each exercise, 10 to 20 % less weight, and an "
                "easier movement instead of a hip hinge."
            ),
            own_rule(),
        ),
    }


def _of_the_way() -> dict[Figure, Explanation]:
    return {
        Figure.SUGGESTION: Explanation(
            _("What to do next time"),
            _(
                "First reps, then weight. More weight once every set reached the top of its range "
                "in two workouts in a row, with a rep in reserve where RPE was logged, and your "
                "back settled both times from 5 or less. The step is 5 %, rounded down to what "
                "your equipment allows, at least one step and never more than 10 %. Holds grow by "
                "5 s up to 60 s. After a flare-up: 10 to 20 % lighter, then one step after each "
                "workout that your back took well."
            ),
            _("After the American College of Sports Medicine 2009; the conditions on the back are "
              "LegLog’s own rule"),
        ),
        Figure.TOLERATED: Explanation(
            _("Tolerated lately"),
            _(
                "The heaviest weight, or the longest hold, of the last eight weeks after which "
                "your back settled by the next morning."
            ),
            own_rule(),
        ),
    }  # fmt: skip


def _of_patterns() -> dict[Figure, Explanation]:
    return {
        Figure.MOVED_TOGETHER: Explanation(
            _("What moved together"),
            _(
                "Weekly sums or means beside the mean of next week’s mornings, for weeks with at "
                "least four of them. Straight trends are taken out of both, then their ranks are "
                "compared (Spearman, −1 to 1). p is the share of all shifts of one series along "
                "the other that fit at least as well. Nothing is shown below 12 weeks and nothing "
                "is said below 20; ‘together’ needs p up to 0.05, 0.4 or more, and 8 weeks that "
                "count as independent."
            ),
            _("Bartlett 1935; Tang and Landes 2020; the gates are LegLog’s own rule"),
        ),
        Figure.EXERCISE_RESPONSE: Explanation(
            _("Mornings after days with an exercise"),
            _(
                "The mean change from a day’s morning to the next one, after days with the "
                "exercise and after all other days of three months. Both numbers of days are "
                "shown; below three on either side there is no figure."
            ),
            own_rule(),
        ),
        Figure.TASKS: Explanation(
            _("Ease of own tasks"),
            _(
                "The mean of your own tasks, 0 not possible to 10 as before. Changes below 2 "
                "points of the mean are usual ups and downs."
            ),
            _("After the idea of the Patient-Specific Functional Scale, Stratford 1995"),
        ),
        Figure.QUESTIONS: Explanation(
            _("Three questions"),
            _(
                "The mean of three answers on the last week, 0 to 10: pain, enjoyment, daily "
                "activity. A change of 30 % counts as meaningful."
            ),
            _("After the idea of the PEG, Krebs 2009"),
        ),
    }
