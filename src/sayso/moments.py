"""What a time expression says before it is placed in the calendar: what find/time hands to resolve/calendar.

An expression is a small frozen struct, or one inside another: "early Friday evening" is
Portion(PartOfDay(Weekday(5), "EV"), "START"). Nothing here knows a language, a clock or the day of publication.
Months are 1 to 12, weekdays 1 (Monday) to 7 (Sunday) as in ISO 8601, counts negative towards the past.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.records import Record, TimexType

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
]
Tense = Literal["past", "future"]
# "nearest" leaves the choice to the tense of the clause.
Direction = Literal["last", "this", "next", "nearest"]
# TIMEX3 parts of the day: morning, midday, afternoon, evening, night, daytime.
DayPart = Literal["MO", "MI", "AF", "EV", "NI", "DT"]
SeasonCode = Literal["SP", "SU", "FA", "WI"]
# TIMEX3 modifiers of a point in time.
PortionCode = Literal["START", "MID", "END"]
# The day of publication, or the time last mentioned before this one.
Anchor = Literal["publication", "previous"]


class _Moment(Record, frozen=True, kw_only=True, tag=True):
    pass


class CalendarDate(_Moment, frozen=True, kw_only=True):
    """A year, a month or a day by its name: "2022", "March 2018", "Aug. 16", "last August", "June last year".

    `year_shift` counts years from the anchor's ("June last year" is -1); `weekday` is the weekday written beside it.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_shift: int | None = None
    direction: Direction = "nearest"


class Weekday(_Moment, frozen=True, kw_only=True):
    """A day by its weekday. `week_shift` counts weeks from the anchor's ("Monday next week" is 1)."""

    weekday: int
    direction: Direction = "nearest"
    week_shift: int | None = None


class Shift(_Moment, frozen=True, kw_only=True):
    """So many units from the anchor: "yesterday" (day, -1), "this week" (week, 0), "two years later" (year, 2)."""

    unit: Unit
    count: int


class Season(_Moment, frozen=True, kw_only=True):
    """A season: "last fall", "the winter of 1994"."""

    season: SeasonCode
    year: int | None = None
    year_shift: int | None = None
    direction: Direction = "nearest"


class YearPart(_Moment, frozen=True, kw_only=True):
    """A quarter or a half of a year. `number` None is "the quarter": the one spoken of."""

    unit: Literal["quarter", "half"]
    number: int | None
    year: int | None = None
    year_shift: int | None = None


class Era(_Moment, frozen=True, kw_only=True):
    """A decade or a century by its first year: "the 1980s" (decade, 1980), "the 20th century" (century, 1900)."""

    unit: Literal["decade", "century"]
    first_year: int


class Feast(_Moment, frozen=True, kw_only=True):
    """A holiday by the rule of its day: "12-25", "11-4-4" (fourth Thursday of November), "easter+1", "pascha-2"."""

    rule: str
    year: int | None = None
    year_shift: int | None = None
    direction: Direction = "nearest"


class Ordinal(_Moment, frozen=True, kw_only=True):
    """The so-manieth day or week of something longer: "the first week of May"; -1 is the last."""

    unit: Literal["day", "week"]
    number: int
    whole: Expression


class PartOfDay(_Moment, frozen=True, kw_only=True):
    """A part of a day. `began_before` holds for a night that is named by its morning: "overnight"."""

    day: Expression
    part: DayPart
    began_before: bool = False


class Clock(_Moment, frozen=True, kw_only=True):
    """A time on the clock. `zone` is as written ("GMT"), "" where none is."""

    day: Expression
    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str = ""


class Portion(_Moment, frozen=True, kw_only=True):
    """The beginning, middle or end of something: "early 2022", "mid-August", "the end of this week"."""

    whole: Expression
    portion: PortionCode


class Duration(_Moment, frozen=True, kw_only=True):
    """A length of time: ((3, "week"),). An amount None is a vague one ("several years").

    `extent` says where it lies where the words do: "the past 24 hours" ends now, "the next few days" begins now.
    """

    amounts: tuple[tuple[float | None, Unit], ...]
    extent: Literal["past", "coming"] | None = None


class Recurrence(_Moment, frozen=True, kw_only=True):
    """A set of times by its TIMEX3 value: "P1D" (daily), "XXXX-WXX-5" (every Friday)."""

    value: str


class Reference(_Moment, frozen=True, kw_only=True):
    """A time that is only past, present or to come: "recently", "now", "in the future"."""

    value: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


Expression = (
    CalendarDate
    | Weekday
    | Shift
    | Season
    | YearPart
    | Era
    | Feast
    | Ordinal
    | PartOfDay
    | Clock
    | Portion
    | Duration
    | Recurrence
    | Reference
)


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression in the text. Offsets are code points into the report's text, end exclusive.

    `tense` is that of its clause, None where the clause shows none or stands in the present.
    """

    start: int
    end: int
    type: TimexType
    expression: Expression
    tense: Tense | None = None
    anchor: Anchor = "publication"
