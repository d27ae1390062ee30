"""Where one time expression lies, seen from one day of publication: a rule for each kind of expression."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from sayso.moments import (
    Anchor,
    CalendarDate,
    Clock,
    Direction,
    Duration,
    Era,
    Expression,
    Feast,
    Ordinal,
    PartOfDay,
    Portion,
    Recurrence,
    Reference,
    Season,
    Shift,
    Tense,
    Weekday,
    YearPart,
)
from sayso.resolve.calendar import units
from sayso.resolve.calendar.lengths import duration_value, reach
from sayso.resolve.calendar.units import FINENESS, ONE_DAY, Placed


class Placing(NamedTuple):
    """What an expression is placed from: the day of publication, the clause's tense, the time last mentioned."""

    day: dt.date | None
    tense: Tense | None
    anchor: Anchor
    previous: Placed | None
    quarter: Placed | None = None  # the quarter of a year that a financial report speaks of
    part: Placed | None = (
        None  # the last part of a day, or time on the clock, with its day named ("Sunday evening")
    )


def place(expression: Expression, at: Placing) -> Placed:
    """The value and days of an expression. Raises ValueError or OverflowError outside the calendar."""
    return _RULES[type(expression)](expression, at)


T = TypeVar("T")

# How many times nearer a date must be to hold against the tense of its clause (2 to 4 do equally well).
_AGAINST_TENSE = 4


def _choose(candidates: list[tuple[dt.date, dt.date, T]], direction: Direction, at: Placing) -> T:
    """Of things that come round, in order, with first and last day: the one that the words and the tense mean.

    "last" is over, "next" has not begun. Otherwise it is the nearest, and one against the tense must be so much nearer:
    "died on Jan. 14" said on 6 January of one that "must leave by Jan. 14" is rare, the tense read wrongly is not.
    """
    assert at.day is not None
    day = at.day
    if direction == "last":
        return [c for c in candidates if c[1] < day][-1][2]
    if direction == "next":
        return next(c for c in candidates if c[0] > day)[2]

    def distance(candidate: tuple[dt.date, dt.date, T]) -> int:
        back, ahead = (day - candidate[1]).days, (candidate[0] - day).days
        against = (at.tense == "past" and ahead > 0) or (at.tense == "future" and back > 0)
        return max(back, ahead, 0) * (_AGAINST_TENSE if against else 1)

    return min(candidates, key=distance)[2]


def _calendar_date(date: CalendarDate, at: Placing) -> Placed:
    year = date.year
    if year is None and date.year_shift is not None and at.day is not None:
        year = at.day.year + date.year_shift
    if date.month is None:
        return units.unknown("year") if year is None else units.of_year(year)
    if year is not None:
        return _in_year(date, year)
    if at.day is None:
        known = f"XXXX-{date.month:02d}"
        return Placed(
            known if date.day is None else f"{known}-{date.day:02d}",
            None,
            None,
            "day" if date.day else "month",
        )
    if date.direction == "this":
        return _in_year(date, at.day.year)
    if date.day is not None:
        return units.of_day(_day_of_the_year(date, at))
    around = [_in_year(date, at.day.year + k) for k in (-1, 0, 1)]
    return _choose([(p.first, p.last, p) for p in around if p.first and p.last], date.direction, at)


def _in_year(date: CalendarDate, year: int) -> Placed:
    assert date.month is not None
    return units.of_day(dt.date(year, date.month, date.day)) if date.day else units.month(year, date.month)


def _day_of_the_year(date: CalendarDate, at: Placing) -> dt.date:
    """A day without its year. The weekday beside it, where there is one, settles the year."""
    assert at.day is not None and date.month is not None and date.day is not None
    days = []
    for year in range(at.day.year - 4, at.day.year + 5):
        try:
            days.append(dt.date(year, date.month, date.day))
        except ValueError:  # 29 February
            continue
    if not days:
        raise ValueError("no such day")
    day = at.day
    fitting = [d for d in days if date.weekday in (None, d.isoweekday())]
    if date.weekday is not None and fitting:
        return min(fitting, key=lambda d: abs((d - day).days))
    return _choose([(d, d, d) for d in days], date.direction, at)


def _weekday(expression: Weekday, at: Placing) -> Placed:
    if at.day is None:
        return Placed(f"XXXX-WXX-{expression.weekday}", None, None, "day")
    if expression.week_shift is not None:
        monday = units.moved(at.day, "week", expression.week_shift) - (at.day.isoweekday() - 1) * ONE_DAY
        return units.of_day(monday + (expression.weekday - 1) * ONE_DAY)
    back = (at.day.isoweekday() - expression.weekday) % 7
    ahead = (expression.weekday - at.day.isoweekday()) % 7
    forward = at.tense == "future" or (expression.direction == "this" and at.tense is None)
    match expression.direction:
        case "last":
            day = at.day - (back or 7) * ONE_DAY
        case "next":
            day = at.day + (ahead or 7) * ONE_DAY
        case _:
            day = at.day + ahead * ONE_DAY if forward else at.day - back * ONE_DAY
    return units.of_day(day)


def _shift(shift: Shift, at: Placing) -> Placed:
    if shift.unit == "year" and at.quarter is not None and at.quarter.first and shift.count == -1:
        return units.shifted(at.quarter.first, "quarter", -4)
    if at.anchor == "previous" and at.previous is not None and at.previous.first and at.previous.last:
        # "Two days earlier" told after "next week" is counted from now.
        ahead = at.day is not None and at.previous.first > at.day and shift.count < 0
        if not ahead:
            return _from_previous(shift, at.previous)
    if at.day is None:
        return units.unknown(shift.unit)
    if shift.unit in ("second", "minute", "hour"):
        other = units.moved(at.day, shift.unit, shift.count)
        first, last = sorted((other, at.day))
        return Placed("PAST_REF" if shift.count < 0 else "FUTURE_REF", first, last, "day")
    if shift.unit == "weekend":
        return _weekend(shift, at.day, at.tense)
    return units.shifted(at.day, shift.unit, shift.count)


def _weekend(shift: Shift, day: dt.date, tense: Tense | None) -> Placed:
    """ "The weekend" is the one in course or the last, the coming one where the tense looks ahead."""
    if shift.count == 0:
        ahead = tense == "future" or day.isoweekday() >= 6
        return units.weekend(day if ahead else units.moved(day, "week", -1))
    past = units.moved(
        day, "week", shift.count if shift.count < 0 or day.isoweekday() >= 6 else shift.count - 1
    )
    return units.weekend(past)


def _from_previous(shift: Shift, previous: Placed) -> Placed:
    """From the time last mentioned. What is finer than that time ("two days later" than "in 2014") stays open."""
    assert previous.first is not None and previous.last is not None
    if shift.unit == "year" and previous.unit in ("quarter", "month"):
        return units.shifted(
            previous.first, previous.unit, shift.count * (4 if previous.unit == "quarter" else 12)
        )
    if FINENESS[shift.unit] >= FINENESS[previous.unit]:
        return units.shifted(previous.first, shift.unit, shift.count)
    first = units.moved(previous.first, shift.unit, shift.count)
    last = units.moved(previous.last, shift.unit, shift.count)
    return Placed(units.unknown(shift.unit).value, first, last, previous.unit)


def _season(expression: Season, at: Placing) -> Placed:
    year = expression.year
    if year is None and at.day is None:
        return Placed(f"XXXX-{expression.season}", None, None, "quarter")
    if year is None and expression.year_shift is not None and at.day is not None:
        year = at.day.year + expression.year_shift
    if year is not None:
        return units.season(year, expression.season)
    assert at.day is not None
    if expression.direction == "this":
        in_winter = expression.season == "WI" and at.day.month <= 2
        return units.season(at.day.year - in_winter, expression.season)
    around = [units.season(at.day.year + k, expression.season) for k in (-2, -1, 0, 1)]
    return _choose([(p.first, p.last, p) for p in around if p.first and p.last], expression.direction, at)


def _year_part(part: YearPart, at: Placing) -> Placed:
    make = units.quarter if part.unit == "quarter" else units.half
    year = part.year
    if year is None and part.year_shift is not None and at.day is not None:
        year = at.day.year + part.year_shift
    if part.number is None:
        return _spoken_of(part, at)
    if year is not None:
        return make(year, part.number)
    if at.day is None:
        return Placed(f"XXXX-{'Q' if part.unit == 'quarter' else 'H'}{part.number}", None, None, part.unit)
    this = make(at.day.year, part.number)
    assert this.first is not None
    if this.first > at.day and at.tense != "future":
        return make(at.day.year - 1, part.number)
    return this


def _spoken_of(part: YearPart, at: Placing) -> Placed:
    """ "The quarter": the one last mentioned, else the one that ended last before publication."""
    if at.quarter is not None:
        return at.quarter
    return units.unknown(part.unit) if at.day is None else units.shifted(at.day, part.unit, -1)


def _era(era: Era, _: Placing) -> Placed:
    return units.decade(era.first_year) if era.unit == "decade" else units.century(era.first_year)


def _feast(feast: Feast, at: Placing) -> Placed:
    year = feast.year
    if year is None and at.day is None:
        rule = feast.rule
        return Placed(f"XXXX-{rule}" if len(rule) == 5 else "XXXX-XX-XX", None, None, "day")
    if year is None and at.day is not None and feast.year_shift is not None:
        year = at.day.year + feast.year_shift
    if year is not None:
        return units.of_day(units.feast(feast.rule, year))
    assert at.day is not None
    days = [units.feast(feast.rule, at.day.year + k) for k in (-2, -1, 0, 1, 2)]
    return units.of_day(_choose([(d, d, d) for d in days], feast.direction, at))


def _ordinal(ordinal: Ordinal, at: Placing) -> Placed:
    whole = place(ordinal.whole, at)
    if whole.first is None or whole.last is None:
        return units.unknown(ordinal.unit)
    number = ordinal.number
    if number == 0:
        return units.around(whole.first, ordinal.unit)
    if ordinal.unit == "day":
        return units.of_day(
            whole.last + (number + 1) * ONE_DAY if number < 0 else whole.first + (number - 1) * ONE_DAY
        )
    first = whole.last - 6 * ONE_DAY if number < 0 else whole.first + 7 * (number - 1) * ONE_DAY
    # The value is that of the ISO week which holds most of these seven days.
    return Placed(units.week(first + 3 * ONE_DAY).value, first, min(first + 6 * ONE_DAY, whole.last), "week")


def _part_of_day(part: PartOfDay, at: Placing) -> Placed:
    day = _the_day(part.day, at)
    if part.began_before and day.first is not None:
        day = units.of_day(day.first - ONE_DAY)
    # A night runs into the next morning.
    last = day.last + ONE_DAY if day.last is not None and part.part == "NI" else day.last
    return Placed(f"{day.value}T{part.part}", day.first, last, "day")


def _the_day(expression: Expression, at: Placing) -> Placed:
    """The day of a clock time: where none is named the day last mentioned, else that of publication."""
    loose = at.anchor == "previous" and expression == Shift(unit="day", count=0)
    if loose and (at.previous is None or at.previous.unit != "day" or at.previous.first is None):
        return units.unknown("day") if at.day is None else units.of_day(at.day)
    return place(expression, at)


# The hours that TIMEX3 parts of the day hold, each with some slack.
_HOURS = {
    "MO": range(3, 13),
    "MI": range(10, 15),
    "AF": range(12, 19),
    "EV": range(16, 24),
    "DT": range(6, 21),
}


def _clock(clock: Clock, at: Placing) -> Placed:
    day = _the_day(clock.day, at)
    if at.part is not None and at.anchor == "previous" and clock.day == Shift(unit="day", count=0):
        # "Drones struck on Sunday evening, X said on Monday. The strikes came at 20:20": that evening.
        date, _, part = at.part.value.partition("T")
        if clock.hour in _HOURS.get(part, ()) and at.part.first is not None:
            day = Placed(date, at.part.first, at.part.last, "day")
    value = f"{day.value}T{clock.hour:02d}"
    for finer in (clock.minute, clock.second):
        value += "" if finer is None else f":{finer:02d}"
    return Placed(value, day.first, day.last, "day")


def _portion(portion: Portion, at: Placing) -> Placed:
    return place(portion.whole, at)


def _duration(duration: Duration, at: Placing) -> Placed:
    value = duration_value(duration)
    if duration.extent is None or at.day is None:
        return Placed(value, None, None, "day")
    return Placed(value, *reach(duration, at.day), "day")


def _by_value(expression: Recurrence | Reference, _: Placing) -> Placed:
    return Placed(expression.value, None, None, "day")


_RULES: dict[type[Any], Callable[[Any, Placing], Placed]] = {
    CalendarDate: _calendar_date,
    Weekday: _weekday,
    Shift: _shift,
    Season: _season,
    YearPart: _year_part,
    Era: _era,
    Feast: _feast,
    Ordinal: _ordinal,
    PartOfDay: _part_of_day,
    Clock: _clock,
    Portion: _portion,
    Duration: _duration,
    Recurrence: _by_value,
    Reference: _by_value,
}
