"""English rules for parts of the day, clock times, and times that are only past, present or to come."""

from __future__ import annotations

from typing import Literal, cast

from sayso.languages.en.time_rules import Read, rule, whole
from sayso.languages.time import Match, Reading, Rule
from sayso.moments import Clock, DayPart, Expression, PartOfDay, Reference, Shift


def _day_part(day: Expression, part: DayPart | None = None, anchor: str = "publication") -> Read:
    def read(match: Match) -> list[Reading]:
        code = part or cast(DayPart, match.value("p", "PART"))
        return whole(match, "TIME", PartOfDay(day=day, part=code), anchor)

    return read


def _night_before(match: Match) -> list[Reading]:
    return whole(match, "TIME", PartOfDay(day=Shift(unit="day", count=0), part="NI", began_before=True))


def _clock(match: Match) -> list[Reading]:
    """A time on the clock; the day is joined to it later, else it is the day last mentioned."""
    word = match.words.words[match.first]
    minute: int | None = None
    second: int | None = None
    if "TWELVE" in word.values:
        hour, minute = int(word.values["TWELVE"]), 0
    elif "CLOCK" in word.values:
        hour, minute, *rest = (int(part) for part in word.text.split(":"))
        second = rest[0] if rest else None
    elif match.group("hhmm"):
        hour, minute = divmod(int(word.values["NUMBER"]), 100)
    else:
        hour, minute = int(word.values["HOUR"]), 0
    half = match.value("half", "AM_PM") or {"MO": "am", "AF": "pm", "EV": "pm"}.get(
        match.value("p", "PART") or ""
    )
    if half and not 1 <= hour <= 12:
        return []
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    zone = match.value("zone", "ZONE")
    if hour > 23 or minute > 59:
        return []
    words = match.words.words
    zone_span = match.group("zone")
    clock = Clock(
        day=Shift(unit="day", count=0),
        hour=hour,
        minute=minute,
        second=second,
        zone=words[zone_span[0]].text if zone is not None and zone_span else "",
    )
    return whole(match, "TIME", clock, "previous")


def _small_hours(match: Match) -> list[Reading]:
    return whole(match, "TIME", PartOfDay(day=Shift(unit="day", count=0), part="MO"), "previous")


def reference(kind: str) -> Read:
    def read(match: Match) -> list[Reading]:
        value = match.value("r", kind) or "PAST_REF"
        return whole(
            match, "DATE", Reference(value=cast(Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"], value))
        )

    return read


def _past(match: Match) -> list[Reading]:
    return whole(match, "DATE", Reference(value="PAST_REF"))


CLOCKS: tuple[Rule, ...] = (
    rule("tonight", "TONIGHT", _day_part(Shift(unit="day", count=0), "NI")),
    rule("last night", "LAST NIGHT", _day_part(Shift(unit="day", count=-1), "NI")),
    rule("this morning", "THIS (?P<p>PART)", _day_part(Shift(unit="day", count=0))),
    rule(
        "the next morning",
        "THE FOLLOWING (?P<p>PART)",
        _day_part(Shift(unit="day", count=1), None, "previous"),
    ),
    rule(
        "that night",
        "(?: THAT SAME? | THE SAME ) (?P<p>PART)",
        _day_part(Shift(unit="day", count=0), None, "previous"),
    ),
    rule(
        "part of a day",
        "(?: THE | PORTION HYPHEN? )? (?P<p>PART)",
        _day_part(Shift(unit="day", count=0), None, "previous"),
    ),
    rule("overnight", "OVERNIGHT", _night_before),
    rule("small hours", "THE SMALL (?:PART)? HOURS (?: OF THE PART )?", _small_hours),
    rule("clock", "(?: CLOCK | HOUR (?= AM_PM | ZONE) ) (?P<half>AM_PM)? (?P<zone>ZONE)?", _clock),
    rule("clock in words", "(?P<hour>HOUR) IN THE (?P<p>PART)", _clock),
    rule("clock of four figures", "(?P<hhmm>FOUR_FIGURES) HOURS? (?P<zone>ZONE)", _clock),
    rule("noon", "TWELVE (?P<zone>ZONE)?", _clock),
    rule("reference", "(?P<r>REFERENCE)", reference("REFERENCE")),
    rule("at the moment", "(?<=AT) (?P<r>AT_REFERENCE)", reference("AT_REFERENCE")),
    rule("current", "(?P<r>CURRENT_ADJECTIVE)", reference("CURRENT_ADJECTIVE")),
    rule("future", "(?P<r>FUTURE_ADJECTIVE)", reference("FUTURE_ADJECTIVE")),
    rule("the past", "(?<=IN) THE PAST (?!COUNT|UNIT|UNITS|SOME|MONTH|WEEKDAY|SEASON|COUPLE)", _past),
    rule("the time", "(?<=AT) THE_TIME", _past),
)
