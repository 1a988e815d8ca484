"""The sentences of the monthly review, composed from its figures by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.i18n import _, ngettext
from leglog.training.association import SHOWN_FROM, Finding
from leglog.training.pain_change import IMPORTANT_POINTS, ChangeVerdict
from leglog.training.records import RecordKind
from leglog.training.units import load_number
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from leglog.reports.writing import Writing
    from leglog.services.monthly_review import DailyMean, MonthFigures, MonthlyReview
    from leglog.services.review_exercises import NewBest, ToleratedLoad
    from leglog.services.sides import SideNote
    from leglog.services.weekly_pattern import MovedTogether

TONNE_G = 1_000_000
_CLEARLY = (ChangeVerdict.CLEARLY_BETTER, ChangeVerdict.CLEARLY_WORSE)


def title(review: MonthlyReview, write: Writing) -> str:
    """Return the document's title ('Monthly review, October 2026')."""
    name = _("Monthly review") if review.months == 1 else _("Training and back review")
    return _("{name}, {period}").format(name=name, period=period(review, write))


def period(review: MonthlyReview, write: Writing) -> str:
    """Return the name of the stretch: a month, or the first and last of several."""
    days = review.month.days
    if review.months == 1:
        return write.month(days.first)
    first = write.month(days.first)
    if (days.first.year,) == (days.last.year,):
        first = write.month_name(days.first.month)
    return _("{first} to {last}").format(first=first, last=write.month(days.last))


def period_before(review: MonthlyReview, write: Writing) -> str:
    """Return the name of the stretch before, as short as can be told apart."""
    if review.months == 1:
        return write.month_name(review.before.days.first.month)
    return _("the {months} months before").format(months=review.months)


def headline(review: MonthlyReview, write: Writing) -> str:
    """Return the review's one sentence: what was trained, and how the back was rated.

    Counts and means of this stretch, with the mean of the stretch before where there is one; of
    what was neither trained nor rated it says so. It compares and never explains.
    """
    month, before = review.month, review.before
    if month.is_empty:
        return _("No workouts and no ratings in {month}.").format(month=period(review, write))
    trained = _("You trained {times}").format(times=times(month))
    if month.mean_pain is None:
        return _("{trained}; the back was not rated.").format(trained=trained)
    pain = _("your back pain averaged {mean}").format(mean=write.fixed(month.mean_pain))
    if before.mean_pain is not None:
        pain = _("{pain} ({month}: {mean})").format(
            pain=pain,
            month=period_before(review, write),
            mean=write.fixed(before.mean_pain),
        )
    return _("{trained}, and {pain}.").format(trained=trained, pain=pain)


def times(figures: MonthFigures) -> str:
    """Return how often was trained, of how often planned where there was a plan."""
    if figures.planned:
        return ngettext(
            "{done} of {count} planned time", "{done} of {count} planned times", figures.planned
        ).format(done=figures.planned_done, count=figures.planned)
    return ngettext("{count} time", "{count} times", figures.volume.workouts).format(
        count=figures.volume.workouts
    )


def workouts(figures: MonthFigures, write: Writing) -> str:
    """Return the figure of workouts done, of those planned where there was a plan."""
    if figures.planned:
        return _("{done} of {planned}").format(done=figures.planned_done, planned=figures.planned)
    return write.number(figures.volume.workouts)


def volume(load_g: int, unit: Unit, write: Writing) -> str:
    """Return weight × reps, in tonnes where it is much."""
    if unit is Unit.KG and load_g >= TONNE_G:
        return _("{tonnes} t").format(tonnes=write.fixed(load_g / TONNE_G))
    return _("{load} {unit}").format(
        load=write.number(round(float(load_number(load_g, unit)))), unit=unit.value
    )


def volume_change(review: MonthlyReview, unit: Unit, write: Writing) -> str:
    """Return the volume before and the change in percent where there was any."""
    now, then = review.month.volume.total_load_g, review.before.volume.total_load_g
    words = _("{month}: {figure}").format(
        month=period_before(review, write), figure=volume(then, unit, write)
    )
    if not then or not review.is_over:
        return words
    percent = round(100 * (now - then) / then)
    return _("{words} ({percent} %)").format(words=words, percent=write.signed(percent, 0))


def change_title(review: MonthlyReview, write: Writing) -> str:
    """Return whether the change in pain counts as meaningful, in the fixed wording."""
    change = review.change
    if change is None:
        return _too_few(review, write)
    if change.verdict is ChangeVerdict.NO_CLEAR_CHANGE:
        if round(abs(change.drop), 1) == 0:
            return _("The same: no clear change.")
        words = _("Down {points} points: not clear yet.")
        if change.drop < 0:
            words = _("Up {points} points: not clear yet.")
    elif change.verdict in _CLEARLY:
        words = _("Down {points} points: more than the {least} points usually counted.")
        if change.drop < 0:
            words = _("Up {points} points: more than the {least} points usually counted.")
    else:
        words = _("Down {points} points: probably a meaningful change.")
        if change.drop < 0:
            words = _("Up {points} points: probably a meaningful change.")
    return words.format(points=write.fixed(abs(change.drop)), least=write.number(IMPORTANT_POINTS))


def _too_few(review: MonthlyReview, write: Writing) -> str:
    """Say which of the two stretches has too few rated days to be compared."""
    count, name = len(review.month.pain), period(review, write)
    if len(review.before.pain) < count:
        count, name = len(review.before.pain), period_before(review, write)
    if not count:
        return _("No day rated ({month}): nothing to compare.").format(month=name)
    return ngettext(
        "Only {count} day rated ({month}): too few to compare.",
        "Only {count} days rated ({month}): too few to compare.",
        count,
    ).format(count=count, month=name)


def change_caption() -> str:
    """Return what 'meaningful' means."""
    return _(
        "A change of about 2 points is usually counted as meaningful. "
        "Smaller ones can be normal ups and downs."
    )


def rated(figures: MonthFigures) -> str:
    """Return on how many of its days the month was rated."""
    return ngettext(
        "{rated} of {days} day rated", "{rated} of {days} days rated", len(figures.days)
    ).format(rated=len(figures.pain), days=len(figures.days))


def together(found: MovedTogether, write: Writing) -> str:
    """Return what may be said of leg training and the mornings of the week after.

    Below 12 pairs of weeks only how many there are; from 12 the figure; from 20 a sentence.
    """
    answer = found.next_week
    if answer.finding is Finding.NOT_ENOUGH:
        return _(
            "Not enough weeks yet to look for a pattern between leg training and morning pain "
            "({weeks} of {needed})."
        ).format(weeks=answer.pairs, needed=SHOWN_FROM)
    if answer.rho is None:
        return _("Sets or ratings hardly varied, so nothing can be said of a pattern.")
    sentences = {
        Finding.TOO_EARLY: _("Leg sets and the next week’s morning pain: too early to say."),
        Finding.MOVED_TOGETHER: _(
            "In your log, leg sets and the next week’s morning pain tended to move together."
        ),
        Finding.ONLY_TRENDS: _(
            "Leg sets and morning pain both changed over the months; week by week they did not "
            "move together."
        ),
        Finding.NO_CLEAR_PATTERN: _(
            "No clear pattern between leg sets and the next week’s morning pain."
        ),
    }
    return sentences[answer.finding]


def together_figures(found: MovedTogether, write: Writing) -> str:
    """Return the figures behind ``together``, with the same week and the reverse beside them."""
    answer = found.next_week
    if answer.rho is None or answer.effective_n is None or answer.p is None:
        return ""
    words = _(
        "ρ {rho} over {weeks} weeks (worth {worth} independent ones), p {p}; "
        "same week {same}, pain before sets {reverse}. "
        "Sleep, work and chance can do the same."
    )
    return words.format(
        rho=write.signed(answer.rho, 2),
        weeks=answer.pairs,
        worth=write.number(answer.effective_n, 0),
        p=write.fixed(answer.p, 2),
        same=_rho(found.same_week.rho, write),
        reverse=_rho(found.reverse.rho, write),
    )


def _rho(rho: float | None, write: Writing) -> str:
    return "–" if rho is None else write.signed(rho, 2)


def best(found: NewBest, unit: Unit, write: Writing) -> str:
    """Return a new best with its unit ('40 kg × 12')."""
    record = found.record
    value = _record_value(record.kind, record.value, record.load_g, unit, write)
    if found.reps:
        return _("{load} × {reps}").format(load=value, reps=found.reps)
    return value


def best_before(found: NewBest, unit: Unit, write: Writing) -> str:
    """Return what the best was before ('was 37.5 kg')."""
    record = found.record
    if record.kind is RecordKind.REPS_AT_LOAD:
        return _("was {figure}").format(figure=write.number(record.previous))
    value = _record_value(record.kind, record.previous, None, unit, write)
    return _("was {figure}").format(figure=value)


def _record_value(
    kind: RecordKind, value: float, load_g: int | None, unit: Unit, write: Writing
) -> str:
    match kind:
        case RecordKind.LONGEST_HOLD:
            return write.duration(round(value))
        case RecordKind.REPS_AT_LOAD:
            reps = ngettext("{count} rep", "{count} reps", round(value)).format(count=round(value))
            if not load_g:
                return reps
            return _("{reps} at {load}").format(reps=reps, load=write.load_with_unit(load_g, unit))
        case RecordKind.E1RM:
            number = write.fixed(float(load_number(round(value * 1000), unit)))
            return _("{load} {unit}, estimate").format(load=number, unit=unit.value)
        case _:
            return write.load_with_unit(round(value), unit)


def tolerated(found: ToleratedLoad, unit: Unit, write: Writing) -> str:
    """Return a load or hold that was followed by a settled morning, with its day."""
    best_one = found.best
    if best_one.load_g is not None:
        value = write.load_with_unit(best_one.load_g, unit)
    else:
        value = write.duration(best_one.duration_s or 0)
    return _("{figure} on {day}").format(figure=value, day=write.day_of_month(best_one.day))


def side(found: SideNote, write: Writing) -> str:
    """Return which side did more, as a hint for training."""
    words = _("{name}: right {percent} % more than left")
    if found.percent < 0:
        words = _("{name}: left {percent} % more than right")
    return words.format(name=found.name, percent=write.number(abs(found.percent), 0))


def daily(found: DailyMean, figure: str) -> str:
    """Return a mean with the number of days behind it."""
    if found.mean is None:
        return _("not noted")
    return ngettext("{figure} ({days} day)", "{figure} ({days} days)", found.days).format(
        figure=figure, days=found.days
    )


def hours(minutes: float | None, write: Writing) -> str:
    """Return minutes as hours ('7.4 h')."""
    return "–" if minutes is None else _("{hours} h").format(hours=write.fixed(minutes / 60))


def change(points: float | None, write: Writing) -> str:
    """Return a mean change in points, or that there were too few workouts."""
    return _("too few") if points is None else write.signed(points)


def around_note() -> str:
    """Return what always follows the table of exercises."""
    return _(
        "Exercises of one workout share its ratings, so this cannot show a cause. It is a "
        "starting point for a talk with your physio."
    )
