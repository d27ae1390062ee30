"""Neighbouring English time words that make one expression: "10 p.m." and "Wednesday", "early" and "next year"."""

from __future__ import annotations

from typing import cast

from sayso.languages.time import Reading, Words
from sayso.moments import (
    CalendarDate,
    Clock,
    Duration,
    Era,
    Expression,
    Feast,
    PartOfDay,
    Portion,
    PortionCode,
    Season,
    Shift,
    Weekday,
    YearPart,
)


def _is_day(expression: Expression) -> bool:
    match expression:
        case CalendarDate(day=day):
            return day is not None
        case Shift(unit=unit):
            return unit == "day"
        case Portion(whole=inner):
            return _is_day(inner)
        case Weekday() | Feast():
            return True
        case _:
            return False


def _needs_day(reading: Reading) -> bool:
    match reading.expression:
        case (
            Clock(day=Shift(unit="day", count=0))
            | PartOfDay(day=Shift(unit="day", count=0), began_before=False)
        ):
            return reading.anchor == "previous"
        case _:
            return False


def _on(expression: Expression, day: Expression) -> Expression:
    match expression:
        case Clock(hour=hour, minute=minute, second=second, zone=zone):
            return Clock(day=day, hour=hour, minute=minute, second=second, zone=zone)
        case PartOfDay(part=part):
            return PartOfDay(day=day, part=part)
        case _:
            return expression


def _on_weekday(reading: Reading) -> bool:
    return isinstance(reading.expression, PartOfDay | Clock) and isinstance(reading.expression.day, Weekday)


def _undated_day(reading: Reading) -> bool:
    date = reading.expression
    return isinstance(date, CalendarDate) and date.day is not None and date.weekday is None


# "Wednesday evening, July 3"
_BEFORE_DATE = {(), (",",), ("on",), (",", "on")}
_BEFORE_DAY = {()} | {(w,) for w in ("on", ",", "of", "last", "this")}
_AFTER_DAY = {
    (),
    ("at",),
    (",",),
    (",", "at"),
    ("at", "about"),
    ("at", "around"),
    ("in", "the"),
    ("during", "the"),
}


def join_days(words: Words, readings: list[Reading]) -> list[Reading]:
    """A clock time or a part of the day with the day beside it: "noon Thursday", "Friday at 8 p.m.", "Sunday night"."""
    joined: list[Reading] = []
    for reading in readings:
        previous = joined[-1] if joined else None
        if previous is None or reading.first - previous.last > 4:
            joined.append(reading)
            continue
        gap = tuple(w.text for w in words.words[previous.last + 1 : reading.first])
        clock_of = gap == ("of",) and isinstance(previous.expression, Clock)
        if _needs_day(previous) and _is_day(reading.expression) and gap in _BEFORE_DAY and not clock_of:
            joined[-1] = _one(previous, reading, _on(previous.expression, reading.expression), reading)
            continue
        if _on_weekday(previous) and _undated_day(reading) and gap in _BEFORE_DATE:
            joined[-1] = _one(previous, reading, _on(previous.expression, reading.expression), reading)
            continue
        bare_the = gap == () and words.words[reading.first].text == "the"
        if _is_day(previous.expression) and _needs_day(reading) and gap in _AFTER_DAY and not bare_the:
            joined[-1] = _one(previous, reading, _on(reading.expression, previous.expression), previous)
            continue
        joined.append(reading)
    return joined


def _one(left: Reading, right: Reading, expression: Expression, day: Reading) -> Reading:
    return Reading(left.first, right.last, "TIME", expression, day.anchor)


def drop_loose_parts(words: Words, readings: list[Reading]) -> list[Reading]:
    """Without its day, "the evening" or "dawn" is a time only where a preposition makes it one."""
    kept = []
    for reading in readings:
        if isinstance(reading.expression, PartOfDay) and _needs_day(reading):
            first = words.words[reading.first]
            before = words.words[reading.first - 1].text if reading.first else ""
            after = words.words[reading.last + 1].text if reading.last + 1 < len(words.words) else ""
            if first.text in ("the", "mid") or first.text in (
                "midday",
                "midnight",
                "dawn",
                "dusk",
                "night",
                "midnight",
            ):
                if before not in (
                    "in",
                    "by",
                    "at",
                    "before",
                    "after",
                    "during",
                    "until",
                    "since",
                    "throughout",
                    "late",
                ) or after in ("sky", "of"):
                    continue
            else:
                continue
        kept.append(reading)
    return kept


_WIDE = (CalendarDate, Shift, Season, YearPart, Era, Weekday, PartOfDay, Feast)


def widen_portions(words: Words, readings: list[Reading]) -> list[Reading]:
    """ "Early 2022", "mid-August", "the end of this week", "later this month" are one expression each."""
    widened: list[Reading] = []
    floor = 0
    for reading in readings:
        widened.append(_portion(words, reading, floor) if isinstance(reading.expression, _WIDE) else reading)
        floor = widened[-1].last + 1
    return widened


def _portion(words: Words, reading: Reading, floor: int) -> Reading:
    row = words.words
    first = reading.first
    at = first - 1
    if (
        at >= floor
        and row[at].text in ("-", "‐", "‑")
        and at - 1 >= floor
        and row[at].start == row[at - 1].end
    ):
        at -= 1
    if at >= floor and "PORTION" in row[at].values:
        code = row[at].values["PORTION"]
        start = at
        if (
            start - 1 >= floor
            and row[start - 1].text == "the"
            and isinstance(reading.expression, Era | Season | YearPart)
        ):
            start -= 1
        if (
            row[at].text in ("earlier", "later")
            and start - 1 >= floor
            and row[start - 1].text in ("much", "even")
        ):
            return reading
        return _as_portion(reading, start, code)
    if isinstance(reading.expression, Era) and row[first].text == "the" and first + 1 <= reading.last:
        return reading
    if at >= floor and row[at].text == "the" and first - at == 1:
        at -= 1
    if at - 1 >= floor and row[at].text == "of" and "PORTION_OF" in row[at - 1].values:
        start = at - 1
        code = row[start].values["PORTION_OF"]
        if start - 1 >= floor and row[start - 1].text == "the":
            start -= 1
        elif row[at - 1].text not in ("end", "start", "beginning", "middle"):
            return reading
        return _as_portion(reading, start, code)
    return reading


def _as_portion(reading: Reading, start: int, code: str) -> Reading:
    expression = Portion(whole=reading.expression, portion=cast(PortionCode, code))
    return Reading(start, reading.last, reading.type, expression, reading.anchor)


def widen_lengths(words: Words, readings: list[Reading]) -> list[Reading]:
    """Takes in what qualifies a number: "nearly forty years", "more than two hours", "at least 20 days ago"."""
    widened: list[Reading] = []
    floor = 0
    for reading in readings:
        start = _qualified_from(words, reading, floor) if _counts(words, reading) else reading.first
        widened.append(reading._replace(first=start))
        floor = reading.last + 1
    return widened


def _counts(words: Words, reading: Reading) -> bool:
    first = words.words[reading.first].text
    if isinstance(reading.expression, Duration):
        return first != "the" and reading.expression.extent is None
    return isinstance(reading.expression, Shift) and words.words[reading.last].text in (
        "ago",
        "earlier",
        "later",
    )


def _qualified_from(words: Words, reading: Reading, floor: int) -> int:
    row = words.words
    first = reading.first
    before = [row[i].text if i >= floor else "" for i in (first - 1, first - 2, first - 3)]
    if before[0] == "than" and before[1] in ("more", "less", "fewer", "longer"):
        return first - 3 if before[2] == "no" else first - 2
    if before[0] in ("least", "most") and before[1] == "at":
        return first - 2
    if before[0] == "to" and before[1] == "up":
        return first - 2
    if before[0] in ("nearly", "almost", "about", "approximately", "roughly", "around"):
        return first - 1
    if before[0] == "over" and reading.type == "DURATION" and isinstance(reading.expression, Duration):
        return first - 1 if reading.expression.amounts[0][0] == 1 else first
    return first
