"""When a report was published, worked out from its text alone.

Three kinds of evidence, the strongest first; the first that says anything decides.

1. A full date in a credit line, or on a short line of its own near the top ("OUTLET NAME, 14 August 2024"): that day.
   Several such dates (published, updated) within a week give the days from first to last; otherwise the first counts.
2. A dateline ("SUMY, Ukraine, Aug. 14 (AGENCY) -"): that day. Where it has no year, the year is that of a dated day or
   month in the text within a year before it; or a bare year of the text, if the weekdays told in the past tense then
   lie at most two days back. No such year, no answer.
3. Dated captions ("Friday, Aug. 16, 2024"): a report is not older than its latest photograph and not a week younger, so
   it is of that day or one of the six after it. Days of the text that are past and fall into that week push the
   beginning up to themselves. Weekdays told in the past tense narrow it further: a report is kept to the days on which
   each told weekday lies at most four days back (in news it nearly always does: 217 of 222 in TimeBank's first half and
   AQUAINT that lie within a week). So a Sunday told beside a Friday's caption is the first Sunday after the caption, and
   the report is of that Sunday to the Thursday after it; from every day of that interval resolve/calendar, which takes
   the last Sunday on or before publication, finds the same Sunday. Where no day fits all weekdays, the whole week stands.

A caption that is older than another date told in the past tense (an archive photograph) says nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.moments import CalendarDate, Clock, Expression, PartOfDay, Portion, TimeMention, Weekday
from sayso.records import Published, Segment

ONE_DAY = dt.timedelta(days=1)
_WEEK = 7
# A line of its own with a date: no longer than this, this near the top, and with so little after the date (a time, a zone).
_SHORT_LINE, _NEAR_TOP, _AFTER_DATE = 100, 6, 30
# How far into a paragraph a dateline's date stands, and how many segments may come before it.
_DATELINE_REACH = 60
_TOLD_BACK = (4, 5)
_DATELINE_TOLD_BACK = 2


class _Dated(NamedTuple):
    mention: TimeMention
    segment: Segment
    date: CalendarDate


def work_out(text: str, segments: Sequence[Segment], mentions: Sequence[TimeMention]) -> Published | None:
    """The days within which a report was published, basis "text", or None where its text does not say.

    `mentions` are those of find_times in the order of the text. Never looks at a clock.
    """
    read = [s for s in segments if s.kind != "boilerplate"]
    placed = list(_with_segments(read, mentions))
    dated = [
        _Dated(mention, segment, date)
        for mention, segment in placed
        if (date := _calendar_date(mention.expression)) is not None
    ]
    told = [
        weekday
        for mention, segment in placed
        if segment.kind in ("title", "paragraph") and (weekday := _told_weekday(mention)) is not None
    ]
    return _stated(text, read, dated) or _dateline(text, read, dated, told) or _captions(dated, told)


def _with_segments(
    segments: Sequence[Segment], mentions: Sequence[TimeMention]
) -> Iterator[tuple[TimeMention, Segment]]:
    at = 0
    for mention in mentions:
        while at < len(segments) and segments[at].end <= mention.start:
            at += 1
        if at < len(segments) and segments[at].start <= mention.start:
            yield mention, segments[at]


def _innermost(expression: Expression) -> Expression:
    """The day inside a clock time, a part of a day, a portion."""
    while isinstance(expression, Clock | PartOfDay | Portion):
        expression = expression.whole if isinstance(expression, Portion) else expression.day
    return expression


def _calendar_date(expression: Expression) -> CalendarDate | None:
    date = _innermost(expression)
    return (
        date
        if isinstance(date, CalendarDate) and date.direction == "nearest" and date.year_shift is None
        else None
    )


def _told_weekday(mention: TimeMention) -> int | None:
    day = _innermost(mention.expression)
    if (
        isinstance(day, Weekday)
        and mention.tense == "past"
        and day.direction == "nearest"
        and day.week_shift is None
    ):
        return day.weekday
    return None


def _full(date: CalendarDate) -> dt.date | None:
    if date.year is None or date.month is None or date.day is None:
        return None
    return _day(date.year, date.month, date.day)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _from_text(first: dt.date, last: dt.date) -> Published:
    return Published(earliest=first.isoformat(), latest=last.isoformat(), basis="text")


def _stated(text: str, segments: Sequence[Segment], dated: Sequence[_Dated]) -> Published | None:
    top = segments[:_NEAR_TOP]
    days = sorted(
        day
        for found in dated
        if (day := _full(found.date)) is not None
        and (found.segment.kind == "credit" or (found.segment in top and _stands_alone(text, found)))
    )
    if not days:
        return None
    return _from_text(days[0], days[-1] if (days[-1] - days[0]).days < _WEEK else days[0])


def _stands_alone(text: str, found: _Dated) -> bool:
    segment = found.segment
    after = text[found.mention.end : segment.end].strip()
    return (
        segment.kind == "paragraph"
        and segment.end - segment.start <= _SHORT_LINE
        and len(after) <= _AFTER_DATE
        and not text[segment.start : segment.end].rstrip().endswith((".", "!", "?", "”", '"'))
    )


def _dateline(
    text: str, segments: Sequence[Segment], dated: Sequence[_Dated], told: Sequence[int]
) -> Published | None:
    paragraphs = [s for s in segments if s.kind == "paragraph"][:3]
    for found in dated:
        date = found.date
        if found.segment not in paragraphs or date.month is None or date.day is None:
            continue
        if not _is_dateline(text, found):
            continue
        day = _full(date) or _with_year(date, [d for d in dated if d is not found], told)
        if day is not None:
            return _from_text(day, day)
    return None


def _is_dateline(text: str, found: _Dated) -> bool:
    """Names with capitals and commas before the date, and a dash soon after it."""
    start = found.segment.start
    if found.mention.start - start > _DATELINE_REACH:
        return False
    before = text[start : found.mention.start]
    names = re.findall(r"\w+", before)
    named = bool(names) and all(name[0].isupper() or name[0].isdigit() for name in names)
    after = text[found.mention.end : min(found.mention.end + 40, found.segment.end)]
    return (
        named
        and ("," in before or ")" in before)
        and bool(re.match(r"[^.!?\n]{0,30}?(?:--|\s[-–—]\s|[–—])", after))
    )


def _with_year(date: CalendarDate, others: Sequence[_Dated], told: Sequence[int]) -> dt.date | None:
    """The day of a dateline without a year."""
    assert date.month is not None and date.day is not None
    past = [o.date for o in others if o.date.year is not None and o.mention.tense != "future"]
    near: list[dt.date] = []
    for other in past:
        if other.year is None or other.month is None:
            continue
        since = _day(other.year, other.month, other.day or 1)
        same_year, year_after = (
            _day(other.year, date.month, date.day),
            _day(other.year + 1, date.month, date.day),
        )
        day = same_year if same_year is not None and since is not None and same_year >= since else year_after
        if day is not None:
            near.append(day)
    if near:
        return max(near)
    years = [other.year for other in past if other.year is not None]
    day = _day(max(years), date.month, date.day) if years else None
    if day is None or not told or date.weekday not in (None, day.isoweekday()):
        return None
    return day if all(_back(day, weekday) <= _DATELINE_TOLD_BACK for weekday in told) else None


def _back(day: dt.date, weekday: int) -> int:
    """How many days before a day the weekday last fell; 0 on the day itself."""
    return (day.isoweekday() - weekday) % 7


def _captions(dated: Sequence[_Dated], told: Sequence[int]) -> Published | None:
    taken = [
        day for found in dated if found.segment.kind == "caption" and (day := _full(found.date)) is not None
    ]
    if not taken:
        return None
    latest = max(taken)
    week = [latest + n * ONE_DAY for n in range(_WEEK)]
    for found in dated:
        if found.segment.kind == "caption" or found.mention.tense == "future":
            continue
        day = _full(found.date)
        newer_year = found.date.year is not None and found.date.year > week[-1].year
        if newer_year or (day is not None and day > week[-1]):
            return None
        if found.date.year is None and found.date.month and found.date.day and found.mention.tense == "past":
            day = _day(latest.year, found.date.month, found.date.day)
        if day is not None and found.mention.tense == "past" and day in week:
            week = week[week.index(day) :]
    for limit in _TOLD_BACK:
        fitting = [day for day in week if all(_back(day, weekday) <= limit for weekday in told)]
        if fitting and all(b - a == ONE_DAY for a, b in pairwise(fitting)):
            return _from_text(fitting[0], fitting[-1])
    return _from_text(week[0], week[-1])
