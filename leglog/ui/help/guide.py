"""The words of the help: for each page its purpose, how it goes, and all of its keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.ui.desk import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

Keys = tuple[tuple[str, str], ...]
"""Pairs of keys and what they do; keys in Qt's portable writing, ' / ' between two of them."""


@dataclass(frozen=True, slots=True)
class PageHelp:
    """What F1 says about a page."""

    purpose: str
    how: tuple[str, ...]
    keys: Keys = ()
    forms: Keys = ()
    """What can be typed into a line of the page, and what it means."""


def page_help() -> Mapping[Place, PageHelp]:
    """Return the help of every page, in the order of the navigation."""
    return {
        Place.TODAY: _today(),
        Place.LOG: _log(),
        Place.ROUTINES: _routines(),
        Place.EXERCISES: _exercises(),
        Place.HISTORY: _history(),
        Place.PROGRESS: _progress(),
        Place.MONTH: _month(),
        Place.SETTINGS: _settings(),
    }


def scale_keys() -> Keys:
    """Return the keys of every scale that a back is rated on."""
    return (
        ("0 … 9", _("rate; 1 and 0 in a row, or =, is ten")),
        ("Left / Right", _("one less, one more")),
        ("Del", _("take the rating away")),
        ("Enter", _("go on")),
    )


def _today() -> PageHelp:
    return PageHelp(
        _("Today says what comes next, asks how your back is, and shows the week."),
        (
            _("Log a workout opens the next planned routine with everything filled in."),
            _("The morning after a workout one digit rates your back. A skipped morning stays a "
              "gap; it is never counted as zero."),
            _("An unfinished workout waits here until you go on with it."),
            _("Below the morning’s question: all ratings, daily tasks of your own, the day in "
              "figures, and flare-ups. The Workout menu has them too."),
        ),
        (
            ("Enter", _("open the plan’s exercise, or the day of the week")),
            ("Left / Right", _("go through the week")),
        ),
    )  # fmt: skip


def _log() -> PageHelp:
    return PageHelp(
        _("Log is where a workout is written down, set by set, live or afterwards."),
        (
            _("Grey values are what would be logged. Enter logs the set as shown and goes to the "
              "next one. What is not confirmed is not logged."),
            _("Typing over a value changes that set; the same change is then offered for the sets "
              "below."),
            _("Every confirmed set is on disk. Leave whenever you like: the workout waits."),
        ),
        (
            ("Enter", _("log the set as shown, go to the next")),
            ("Space", _("tick or untick a set; on a hold, start and stop the stopwatch")),
            ("T", _("start or stop the stopwatch; stopping writes the seconds")),
            ("R", _("start or end a rest")),
            ("0 … 9", _("type over a value; 12,5 and 12.5 both work, 1:05 is 65 s")),
            ("+ / -", _("a step more, a step less")),
            ("Tab / Shift+Tab", _("next, previous value")),
            ("PgUp / PgDown", _("previous, next exercise")),
            ("Home / End", _("first, last set of the exercise")),
            ("Ctrl+D", _("exercise done as planned")),
            ("Ctrl+Shift+D", _("whole workout done as planned")),
            ("Ctrl+Shift+Down", _("take the value for the sets below")),
            ("Ctrl+L / /", _("quick entry: squat 40x12 x12 x10 @8")),
            ("Ins / Del", _("add a set, take a set out")),
            ("S", _("split into left and right, or join")),
            ("W", _("warm-up set, not counted")),
            ("A / I", _("take the suggestion below the sets, or leave it for today")),
            ("X", _("skip the exercise, or take it back in")),
            ("N", _("note")),
            ("!", _("felt in the back, 0 to 10")),
            ("Alt+Left / Alt+Right", _("swap for the easier, the harder variant")),
            ("Alt+Up / Alt+Down", _("move the exercise")),
            ("G", _("show or hide the guide")),
            ("Shift+F10", _("all that can be done with the exercise")),
            ("Ctrl+Enter", _("finish")),
        ),
        quick_forms(),
    )  # fmt: skip


def quick_forms() -> Keys:
    """Return what the quick entry understands, as lines that can be typed."""
    return (
        (_("squat 40x12 x12 x10"), _("three sets; a weight stays until another one")),
        ("12 12 10", _("reps of the exercise at hand, with the planned weight")),
        ("40kg 3x12", _("three sets of 12")),
        ("bwx12 +10x8", _("body weight; 10 more than body weight")),
        ("30s 1:05", _("seconds held")),
        ("10/8", _("left and right")),
        ("40x12 @8 x12 @9", _("RPE of the set before it; @@8 of all")),
        ("20x10w 40x12", _("a warm-up set, not counted")),
        (_("40x12 # slower"), _("a note with the exercise")),
        (_("skip squat no time"), _("leave an exercise out, and why")),
    )


def _routines() -> PageHelp:
    return PageHelp(
        _("Routines are your plans: exercises in sections, with sets, reps and weights."),
        (
            _("Start from a template or from nothing. Drag exercises in from the library, or "
              "press Enter on one."),
            _("Changing a routine never changes what you have logged."),
        ),
        (
            ("Enter / F2", _("edit the field")),
            ("Alt+Up / Alt+Down", _("move the exercise")),
            ("Alt+Left / Alt+Right", _("move it to the section before, after")),
            ("Ctrl+G", _("make or dissolve a superset with the next one")),
            ("Ctrl+D", _("duplicate")),
            ("S", _("set by set")),
            ("N", _("note")),
            ("Del", _("take it out")),
        ),
    )  # fmt: skip


def _exercises() -> PageHelp:
    return PageHelp(
        _("Exercises is the library: how each one goes, what it works, and how you did."),
        (
            _("Search by name or nickname; small slips of the finger are forgiven."),
            _("Built-in exercises can be adjusted to you and put back as they were."),
        ),
        (
            ("Down", _("from the search into the list")),
            ("Ctrl+Enter", _("add to a routine")),
            ("Alt+Left / Alt+Right", _("easier, harder")),
        ),
    )


def _history() -> PageHelp:
    return PageHelp(
        _("History is everything you have logged: as a calendar, as a list, workout by workout."),
        (_("Any past workout opens in the form it was logged in, and can be corrected there."),),
        (
            ("Enter / F2", _("open in Log")),
            ("PgUp / PgDown", _("month before, month after")),
            ("T", _("today")),
            ("Del", _("delete the workout; Ctrl+Z brings it back")),
        ),
    )


def _progress() -> PageHelp:
    return PageHelp(
        _("Progress shows training and back pain above one another, over the same weeks."),
        (
            _("What moves together need not hang together: sleep, work and chance move a back "
              "too."),
            _("A day without a rating stays a gap. The line is the mean of seven days."),
        ),
        (("T", _("chart or table")),),
    )  # fmt: skip


def _month() -> PageHelp:
    return PageHelp(
        _("Month is the review of a month: what you did, and how your back was meanwhile."),
        (_("Every figure says how many days or workouts it comes from."),),
        (("PgUp / PgDown", _("month before, month after")),),
    )


def _settings() -> PageHelp:
    return PageHelp(
        _("Settings hold units, what is asked while logging, and where your data lies."),
        (
            _("A change works at once. Your data stays on this computer."),
            _("The categories at the left scroll to their settings; Enter goes into them."),
            _(
                "Ctrl+Z takes back what belongs to the log; theme, text size, language and "
                "reminders belong to this computer."
            ),
        ),
        (
            ("Ctrl+F", _("search the settings")),
            ("Down / Enter", _("from the search to the first that was found")),
        ),
    )
