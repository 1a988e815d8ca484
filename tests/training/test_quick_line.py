"""The typed line: what it is read into, where it stops, and that writing it changes nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leglog.training.quick_line import (
    MAX_SETS,
    Ambiguity,
    Count,
    Counted,
    LoadKind,
    QuickLine,
    QuickLoad,
    QuickSet,
    QuickSkip,
    Result,
    Trouble,
    format_line,
    parse_line,
)
from leglog.training.units import grams
from leglog.training.vocabulary import Side, Unit

READ = [
    # weights and repetitions
    ("squat 40x12 x12 x10 @8", "squat 40kgx12 x12 x10 @8"),
    ("squat 40x12", "squat 40kgx12"),
    ("SQUAT 40X12", "SQUAT 40kgx12"),
    ("squat 40 x 12", "squat 40kgx12"),
    ("squat 40×12 ×12", "squat 40kgx12 x12"),
    ("squat 40*12", "squat 40kgx12"),
    ("squat 40x12 12 10", "squat 40kgx12 x12 x10"),
    ("squat 40x12 42.5x10 45x8", "squat 40kgx12 42.5kgx10 45kgx8"),
    ("squat 40x12,12,10", "squat 40kgx12 x12 x10"),
    ("squat 40x12, 40x12, 40x10", "squat 40kgx12 x12 x10"),
    ("squat 40x12,42x10", "squat 40kgx12 42kgx10"),
    ("squat 40x12; 45x10", "squat 40kgx12 45kgx10"),
    ("squat 40kg x 12", "squat 40kgx12"),
    ("squat 40 kg x 12 x 10", "squat 40kgx12 x10"),
    ("squat 40kgx12", "squat 40kgx12"),
    ("squat 40kg 12 12 10", "squat 40kgx12 x12 x10"),
    ("squat 12 12 10 40kg", "squat 40kgx12 x12 x10"),
    ("squat 40kg 12 12 45kg 10", "squat 40kgx12 x12 45kgx10"),
    ("squat 12 40kg 10 50kg 8", "squat 40kgx12 x10 50kgx8"),
    ("sq 40 12,12,10", "sq 40kgx12 x12 x10"),
    ("sq 40 12, 12, 10", "sq 40kgx12 x12 x10"),
    ("sq 40 3x12", "sq 40kgx12 x12 x12"),
    ("sq 12 12 10", "sq x12 x12 x10"),
    ("sq 12,12,10", "sq x12 x12 x10"),
    ("sq 12, 12, 10", "sq x12 x12 x10"),
    ("sq 12,10", "sq x12 x10"),
    ("sq x12 x12", "sq x12 x12"),
    ("sq 0", "sq x0"),
    ("sq 12 reps", "sq x12 reps"),
    ("sq 12,12,10 reps", "sq x12 reps x12 reps x10 reps"),
    # decimals with comma and with point
    ("squat 42,5x10", "squat 42.5kgx10"),
    ("squat 42.5x10", "squat 42.5kgx10"),
    ("squat 42,5 x 10", "squat 42.5kgx10"),
    ("squat 42,5kg 10", "squat 42.5kgx10"),
    ("squat 42,5 kg 10 10", "squat 42.5kgx10 x10"),
    ("squat 42.5 10 10", "squat 42.5kgx10 x10"),
    ("squat 1,25x10", "squat 1.25kgx10"),
    ("squat 40x12, 42,5x10", "squat 40kgx12 42.5kgx10"),
    ("squat 40kg 12,5", "squat 40kgx12 x5"),
    ("squat 40 12,5", "squat 40kgx12 x5"),
    ("squat .5kg 10", "squat 0.5kgx10"),
    # pounds
    ("deadlift 100lb 3x8", "deadlift 100lbx8 x8 x8"),
    ("deadlift 100 lbs x 8", "deadlift 100lbx8"),
    ("deadlift 95.5lbx8", "deadlift 95.5lbx8"),
    ("deadlift 100lb 8 110lb 8", "deadlift 100lbx8 110lbx8"),
    # numbers of sets
    ("squat 40kg 15x8", "squat 40kgx8" + " x8" * 14),
    ("step-up 3x12 each 10kg", "step-up 10kgx12 x12 x12 each"),
    ("squat 3x12 40kg", "squat 40kgx12 x12 x12"),
    ("squat 40kg 3 x 12", "squat 40kgx12 x12 x12"),
    ("squat 40kg 3x12,10,8", "squat 40kgx12 x10 x8"),
    ("squat 3 sets of 12 with 40kg", "squat 40kgx12 x12 x12"),
    ("squat 3 sets 12", "squat x12 x12 x12"),
    ("squat 40x12 3 sets", "squat 40kgx12 x12 x12"),
    ("squat 40x12 3s", "squat 40kgx12 x12 x12"),
    ("squat 40x12 @8 2s", "squat 40kgx12 @8 x12 @8"),
    ("squat 12x10", "squat 12kgx10"),
    ("squat 2x40 bw", "squat bwx40 x40"),
    # body weight and what is added to it
    ("squat bw x 12", "squat bwx12"),
    ("squat bwx12 x12", "squat bwx12 x12"),
    ("squat bw 12 12", "squat bwx12 x12"),
    ("squat bw 3x15", "squat bwx15 x15 x15"),
    ("pull-up +10x8", "pull-up +10kgx8"),
    ("pull-up +10kg 8 8", "pull-up +10kgx8 x8"),
    ("pull-up bw+10 x 8", "pull-up +10kgx8"),
    ("pull-up +2,5x8", "pull-up +2.5kgx8"),
    ("bw squat 12", "bw squat x12"),
    # holds
    ("plank 30s 30s 25s", "plank 30s 30s 25s"),
    ("plank 30s, 30s, 25s", "plank 30s 30s 25s"),
    ("plank 30,30,25s", "plank 30s 30s 25s"),
    ("plank 30 s", "plank 30s"),
    ("plank 30 sec", "plank 30s"),
    ("plank 0:30 1:05", "plank 30s 65s"),
    ("plank 2 min", "plank 120s"),
    ("plank 1min30", "plank 90s"),
    ("plank 1 min 30 s", "plank 90s"),
    ("plank 1.5 min", "plank 90s"),
    ("plank 1:00:00", "plank 3600s"),
    ("plank 10kg 30s 30s", "plank 10kgx30s 30s"),
    ("plank 10kg x 30s", "plank 10kgx30s"),
    ("plank 10kg 3x30s", "plank 10kgx30s 30s 30s"),
    ("plank 30s 3s", "plank 30s 3s"),
    # sides
    ("lunge 12 each", "lunge x12 each"),
    ("lunge each 12 10", "lunge x12 x10 each"),
    ("lunge 12 each side", "lunge x12 each"),
    ("lunge 12 per leg", "lunge x12 each"),
    ("lunge L 10 R 8", "lunge L x10 R x8"),
    ("lunge left 10 right 8", "lunge L x10 R x8"),
    ("lunge l10 r8", "lunge L x10 R x8"),
    ("lunge L 10 R 8 L 9 R 8", "lunge L x10 R x8 L x9 R x8"),
    ("lunge 10/8", "lunge L x10 R x8"),
    ("lunge 10kgx10/8 9/8", "lunge L 10kgx10 R x8 L x9 R x8"),
    ("lunge L 10kgx10 R 8kgx8", "lunge L 10kgx10 R 8kgx8"),
    ("lunge L 10", "lunge L x10"),
    ("side plank right 30s left 20s", "side plank R 30s L 20s"),
    ("side plank 30/25s", "side plank L 30s R 25s"),
    # effort
    ("squat 40x12 @8.5", "squat 40kgx12 @8.5"),
    ("squat 40x12 @8,5", "squat 40kgx12 @8.5"),
    ("squat 40x12@8", "squat 40kgx12 @8"),
    ("squat 40x12 @ 8", "squat 40kgx12 @8"),
    ("squat 40x12 rpe 8", "squat 40kgx12 @8"),
    ("squat 40x12 @7 x12 @8", "squat 40kgx12 @7 x12 @8"),
    ("squat 40x12 x12 @@8", "squat 40kgx12 @8 x12 @8"),
    ("squat 40x12 x12 @9 @@8", "squat 40kgx12 @8 x12 @9"),
    ("squat 40kg 3x12 @8", "squat 40kgx12 @8 x12 @8 x12 @8"),
    ("squat 40 12,12,10 @8", "squat 40kgx12 x12 x10 @8"),
    ("lunge 10/8 @8", "lunge L x10 @8 R x8 @8"),
    # warm-up sets
    ("squat w 20x10 40x12", "squat w 20kgx10 40kgx12"),
    ("squat w20x10", "squat w 20kgx10"),
    ("squat 20x10w 40x12", "squat w 20kgx10 40kgx12"),
    ("squat warm-up 20x10", "squat w 20kgx10"),
    ("squat 40kg w 2x5 8", "squat w 40kgx5 w x5 x8"),
    # notes
    ("squat 40x12 # felt good", "squat 40kgx12 # felt good"),
    ("squat 40x12 -- felt good", "squat 40kgx12 # felt good"),
    ("squat 40x12 #2 was hard", "squat 40kgx12 # 2 was hard"),
    ("squat # only a note", "squat # only a note"),
    ("# only a note", "# only a note"),
    ("40x12 # a # b", "40kgx12 # a # b"),
    # names
    ("40x12", "40kgx12"),
    ("@@8 40x12", "40kgx12 @8"),
    ("  squat   40x12  ", "squat 40kgx12"),
    ("squat\t40x12\tx10", "squat 40kgx12 x10"),
    ("squat: 40x12", "squat 40kgx12"),
    ("squat - 40x12", "squat 40kgx12"),
    ("Romanian deadlift 40x12", "Romanian deadlift 40kgx12"),
    ("Übung 12", "Übung x12"),
    ('"90/90 hamstring" 30s', '"90/90 hamstring" 30s'),
    ("“90/90 hamstring” 30s", '"90/90 hamstring" 30s'),
    ('"bw" 12', '"bw" x12'),
    ("L-sit 20s", "L-sit 20s"),
    # leaving out
    ("skip lunge knee", "skip lunge knee"),
    ("SKIP lunge", "skip lunge"),
    ("skip", "skip"),
    ("skip # knee", "skip # knee"),
    ("skip: lunge", "skip lunge"),
    ("skip lunge: knee hurts", "skip lunge # knee hurts"),
    ("skip lunge, knee", "skip lunge # knee"),
    ("skip lunge -- knee", "skip lunge # knee"),
    ('skip "side plank" knee', "skip side plank # knee"),
]


@pytest.mark.parametrize(("text", "canonical"), READ)
def test_line_is_read(text: str, canonical: str) -> None:
    result = parse_line(text)
    assert isinstance(result, QuickLine | QuickSkip), result
    assert format_line(result) == canonical
    assert parse_line(canonical) == result


STOPS = [
    ("", 0, ""),
    ("squat", 5, "squat"),
    ("squat 12y", 6, "squat x12"),
    ("squat 40x12 banana", 12, "squat 40kgx12"),
    ("squat 40x12 banana x10", 12, "squat 40kgx12"),
    ("squat 40kg", 6, "squat"),
    ("squat 42.5", 6, "squat"),
    ("squat 42,5", 6, "squat"),
    ("squat bw", 6, "squat"),
    ("squat 40x12.5", 9, "squat"),
    ("squat 40x1001", 9, "squat"),
    ("squat 1001x12", 6, "squat"),
    ("squat 0x12", 6, "squat"),
    ("squat 40x12x3", 11, "squat 40kgx12"),
    ("squat 12,12,40x10", 12, "squat"),
    ("squat 40x12,42,5x10", 12, "squat"),
    ("squat 12,", 8, "squat x12"),
    ("squat 12,,12", 8, "squat x12"),
    ("squat ,12", 6, "squat"),
    ("squat @8", 6, "squat"),
    ("squat 40x12 @", 13, "squat 40kgx12"),
    ("squat 40x12 @11", 13, "squat 40kgx12"),
    ("squat 40x12 @8.3", 13, "squat 40kgx12"),
    ("squat 40x12 @x", 13, "squat 40kgx12"),
    ("squat 40x12 @8 @9", 15, "squat 40kgx12 @8"),
    ("squat 12 @@8 @@9", 13, "squat x12 @8"),
    ("squat w", 6, "squat"),
    ("squat w w 12", 8, "squat"),
    ("lunge L", 6, "lunge"),
    ("lunge L 12,10", 6, "lunge"),
    ("lunge L R 12", 8, "lunge"),
    ("lunge 10/", 9, "lunge"),
    ("lunge 12 per", 9, "lunge x12"),
    ("squat 3 sets", 6, "squat"),
    ("squat 21 sets of 5", 6, "squat"),
    ("squat 40kg 5x8 5x8 5x8 5x8 5x8", 27, "squat 40kgx8" + " x8" * 19),
    ("squat 40kg 3x12,10", 11, "squat"),
    ("plank 2:75", 6, "plank"),
    ("plank 9000s", 6, "plank"),
    ("plank 121 min", 6, "plank"),
    ("squat 1234567890", 6, "squat"),
    ('"squat 40x12', 0, ""),
    ("squat 40x12 (easy)", 12, "squat 40kgx12"),
    ("squat 40x12 +", 13, "squat 40kgx12"),
    ("squat each", 6, "squat"),
]


@pytest.mark.parametrize(("text", "at", "so_far"), STOPS)
def test_line_stops_at_what_is_not_understood(text: str, at: int, so_far: str) -> None:
    result = parse_line(text)
    assert isinstance(result, Trouble), result
    assert (result.span.at, format_line(result.so_far)) == (at, so_far)
    assert result.sentence.endswith(".")


TWO_WAYS = [
    ("squat 3x12", 6, ["squat 3kgx12", "squat x12 x12 x12"]),
    ("plank 3x30s", 6, ["plank 3kgx30s", "plank 30s 30s 30s"]),
    ("40 12 12", 0, ["x40 x12 x12", "40kgx12 x12"]),
    ("squat 42,5 12 12", 6, ["squat x42 x5 x12 x12", "squat 42.5kgx12 x12"]),
    ("12 3s", 3, ["x12 x12 x12", "x12 x3s"]),
    ("plank 10 30s 30s", 6, ["plank x10 x30s 30s", "plank 10kgx30s 30s"]),
    ("squat 40kg 5 15x8", 13, ["squat 40kgx5" + " x8" * 15, "squat 40kgx5 15kgx8"]),
]


@pytest.mark.parametrize(("text", "at", "readings"), TWO_WAYS)
def test_line_with_two_meanings_shows_both(text: str, at: int, readings: list[str]) -> None:
    result = parse_line(text)
    assert isinstance(result, Ambiguity)
    assert (result.span.at, [format_line(one) for one in result.readings]) == (at, readings)


def test_number_alone_takes_the_usual_unit() -> None:
    result = parse_line("squat 95x8", Unit.LB)
    assert isinstance(result, QuickLine)
    assert result.sets[0].load == QuickLoad(grams(_hundredths(9500), Unit.LB), Unit.LB)


def test_known_name_may_hold_digits() -> None:
    result = parse_line("90/90 hamstring 30s", is_name=lambda name: name == "90/90 hamstring")
    assert isinstance(result, QuickLine)
    assert (result.name, len(result.sets)) == ("90/90 hamstring", 1)


def test_place_of_the_name_is_known() -> None:
    result = parse_line("  goblet squat 40x12")
    assert isinstance(result, QuickLine)
    assert (result.name_span.at, result.name_span.length) == (2, 12)


# Round trip: what is written is read as the same

WORDS = st.text("abcdefghijklmnopqrstuvwxyzäöü-'", min_size=1, max_size=8)
NAMES = st.lists(
    st.one_of(WORDS, st.sampled_from(["90/90", "L", "bw", "skip", "x", "(hold)", "40x12", "#"])),
    max_size=4,
).map(" ".join)
TEXTS = st.text(max_size=20).map(lambda text: " ".join(text.split()))
COUNTS = st.builds(Count, st.integers(0, 1000), st.sampled_from(Counted))
SIDES = st.sampled_from([None, None, Side.LEFT, Side.RIGHT])


def _hundredths(number: int) -> Decimal:
    return Decimal(number) / 100


LOADS = st.one_of(
    st.just(QuickLoad(None, Unit.KG, LoadKind.BODY)),
    st.builds(
        lambda number, unit, kind: QuickLoad(grams(_hundredths(number), unit), unit, kind),
        st.integers(1, 100_000),
        st.sampled_from(Unit),
        st.sampled_from([LoadKind.WEIGHT, LoadKind.ADDED]),
    ),
)


@st.composite
def lines(draw: st.DrawFn) -> QuickLine:
    """Return a line as typing can make one: once a load is named it carries over."""
    name, note = draw(NAMES), draw(TEXTS)
    count = draw(st.integers(0 if note else 1, MAX_SETS))
    named_at = draw(st.integers(0, MAX_SETS))
    each = draw(st.booleans())
    sets = []
    for place in range(count):
        side = draw(SIDES)
        one = QuickSet(
            draw(COUNTS),
            draw(LOADS) if place >= named_at else None,
            Side.EACH if each and side is None else side,
            draw(st.none() | st.integers(2, 20)),
            draw(st.booleans()),
        )
        sets.append(one)
    return QuickLine(name, tuple(sets), note)


@settings(max_examples=200)
@given(lines())
def test_written_line_is_read_as_the_same(line: QuickLine) -> None:
    assert parse_line(format_line(line)) == line


@settings(max_examples=50)
@given(st.lists(WORDS.filter(lambda word: word.strip("-")), max_size=4).map(tuple), TEXTS)
def test_written_skip_is_read_as_the_same(words: tuple[str, ...], reason: str) -> None:
    skip = QuickSkip(words, reason)
    assert parse_line(format_line(skip)) == skip


ALPHABET = "squat bw each LRw0123456789.,:;x×*/@+#-\"' kg lb s min sets reps 三²\u2028\t\n"


@settings(max_examples=200)
@given(st.one_of(st.text(st.sampled_from(ALPHABET), max_size=40), st.text(max_size=60)))
def test_random_text_is_read_or_refused_inside_of_the_line(text: str) -> None:
    result = parse_line(text)
    assert isinstance(result, Result)
    if isinstance(result, Trouble):
        assert 0 <= result.span.at <= result.span.at + result.span.length <= len(text)
