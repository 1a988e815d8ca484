"""One typed line of training: the grammar, and what it is read into.

::

    line      = [name] sets [note]  |  "skip" [name] [reason]  |  [name] note
    name      = words before the first set; in quotes where they would be read as sets
                ("90/90 hamstring" 30s). Without a name it is the exercise at hand.
    note      = ("#" | " -- ") everything after it; of the exercise in this workout
    sets      = groups between spaces or ", "
    group     = load "x" counts      40x12   42,5kgx10   bwx12   +10x8   40x12,12,10
              | "x" counts           x12     the load before it, or the planned one
              | N "x" count          3x12    N sets, where a load stands alone in the line
              | N "sets" ["of"] …    3 sets of 12
              | counts               12      12,12,10   30s   0:30   10/8   12 reps
              | load                 40kg    100lb      42.5  bw     +10kg
    counts    = count ("," count)*   each one is a set
    count     = number | seconds | left "/" right
    load      = number ["kg" | "lb"]; without a unit it is in the usual one
    seconds   = 30s  30 sec  1:05  2 min  1min30
    marks     = "@" rpe              of the set before it; after 3x12 of all three
              | "@@" rpe             of every set of the line that has none
              | "each" ["side"]      every set of the line is done once a side
              | "L" count "R" count  left and right of one set, which may differ
              | "w"                  the next set is a warm-up; right behind a set, that one
              | N "s" | N "sets"     N such sets, behind a set that is counted in reps

Numbers
    ``42,5`` and ``42.5`` are the same in front of ``x`` or a unit and behind ``@``. A comma
    between counts parts them: three or more numbers, or two of which the second is no usual
    fraction (5, 25, 50, 75), or any once a load is named.
Loads
    A load alone is for the sets after it, and the first one of a line also for those before it.
    A number in front of a list with commas or of ``3x12`` is a load: ``40 12,12,10``. Other bare
    numbers are counts. Whether a count without a unit is repetitions or seconds is up to the
    exercise.
Two readings
    ``3x12`` up to ``10x12`` without a load alone (3 kg, or 3 sets), ``12 3s`` (3 sets, or 3
    seconds), ``40 12 12`` with a first number above one and a half times the others, ``10 30s``
    (a load, or a set of its own) and ``42,5 12 12`` can mean two things. Both are returned; nobody
    guesses. A line holds at most 20 sets.

A line that is not understood gives a ``Trouble``: where understanding stops, what was understood
until there, and a sentence. Nothing here knows the names of exercises.
"""

from __future__ import annotations

from leglog.training.quick_line.reading import Result, parse_line
from leglog.training.quick_line.values import (
    MAX_SETS,
    Ambiguity,
    Count,
    Counted,
    LoadKind,
    QuickLine,
    QuickLoad,
    QuickSet,
    QuickSkip,
    Span,
    Trouble,
)
from leglog.training.quick_line.writing import format_line, quoted_name

__all__ = [
    "MAX_SETS",
    "Ambiguity",
    "Count",
    "Counted",
    "LoadKind",
    "QuickLine",
    "QuickLoad",
    "QuickSet",
    "QuickSkip",
    "Result",
    "Span",
    "Trouble",
    "format_line",
    "parse_line",
    "quoted_name",
]
