"""English rules for lengths of time, for what is counted from another time ("two days earlier"), and for sets of times."""

from __future__ import annotations

from typing import Literal, cast

from sayso.languages.en.time_numbers import amount_of
from sayso.languages.en.time_rules import Read, rule, weekday_of, whole
from sayso.languages.time import Match, Reading, Rule
from sayso.moments import DayPart, Duration, Recurrence, Reference, Shift, Unit

_ISO: dict[Unit, str] = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "weekend": "P{}WE",
    "week": "P{}W",
    "month": "P{}M",
    "quarter": "P{}Q",
    "year": "P{}Y",
    "decade": "P{}DE",
    "century": "P{}CE",
}


def _unit(match: Match, name: str = "u") -> Unit:
    span = match.group(name)
    assert span is not None
    values = match.words.words[span[0]].values
    return cast(Unit, values.get("UNIT") or values["UNITS"])


def _count(match: Match, name: str = "n") -> float | None:
    span = match.group(name)
    return 1 if span is None else amount_of(match.words.words[span[0] : span[1] + 1])


def _extent(match: Match) -> Literal["past", "coming"] | None:
    if match.group("gone"):
        return "past"
    return "coming" if match.group("ahead") else None


def _not_a_length(match: Match) -> bool:
    """Ages ("27-year-old", "aged 3 years"), and counts that are glued to something else ("Boeing-747 day")."""
    words = match.words.words
    following = [w.text for w in words[match.last + 1 : match.last + 3]]
    if following[:1] == ["old"] or (following[:1] and following[0] in "-‐‑" and following[1:] == ["old"]):
        return True
    return bool(
        match.first
        and words[match.first - 1].text in "$£€#"
        and words[match.first - 1].end == words[match.first].start
    )


def _length(match: Match) -> list[Reading]:
    if _not_a_length(match):
        return []
    amount, unit = _count(match), _unit(match)
    if amount is None or (
        unit == "quarter" and match.group("gone") is match.group("ahead")
    ):  # "three-quarters" is no time
        return []
    if _one_fine_day(match, unit):
        return []
    amounts: list[tuple[float | None, Unit]] = [(amount, unit)]
    if match.group("half"):
        amounts = [(amount + 0.5, unit)]
    duration = Duration(amounts=tuple(amounts), extent=_extent(match))
    low = match.group("low")
    if low is None:
        return whole(match, "DURATION", duration)
    first = Duration(amounts=((amount_of(match.words.words[low[0] : low[1] + 1]), unit),))
    high = match.group("n")
    assert high is not None
    return [Reading(low[0], low[1], "DURATION", first), Reading(high[0], match.last, "DURATION", duration)]


def _one_fine_day(match: Match, unit: Unit) -> bool:
    """ "Will one day follow": no length of time."""
    words = match.words.words
    before = words[match.first - 1].text if match.first else ""
    return (
        words[match.first].text == "one"
        and unit == "day"
        and match.last == match.first + 1
        and before not in _ONE_AFTER
    )


def _half_length(match: Match) -> list[Reading]:
    return whole(match, "DURATION", Duration(amounts=((0.5, _unit(match)),)))


def _vague_length(match: Match) -> list[Reading]:
    if _not_a_length(match):
        return []
    return whole(match, "DURATION", Duration(amounts=((None, _unit(match)),), extent=_extent(match)))


# Bare "weeks" is a length only after one of these.
_LENGTH_AFTER = {"for", "in", "within", "over", "after", "of", "during", "than", "just", "through", "spent", "last", "lasted", "take", "taken", "takes", "took", "or", "to", "and", "even"}  # fmt: skip


def _bare_units(match: Match) -> list[Reading]:
    words = match.words.words
    before = words[match.first - 1].text if match.first else ""
    after = words[match.last + 1].text if match.last + 1 < len(words) else ""
    if words[match.first].text == "the":
        return _vague_length(match) if before in ("over", "through") and _unit(match) == "year" else []
    if before == "or":
        return []
    if before not in _LENGTH_AFTER or (before in ("of", "to", "and", "the") and after not in (".", ",")):
        return []
    return _vague_length(match)


# "A year" is a rate after what is counted ("50,000 discs a year"), a length after these.
_ONE_AFTER = {"in", "within", "for", "after", "about", "nearly", "almost", "barely", "just", "over", "than", "of", "only", "by", "take", "takes", "took", "last", "lasted", "lasting", "spent", "spend", "during", "around", "least", "to", "half", "and", "is", "was", "been", "has", "have", "had", "him", "them", "her", "us", "me", "it", "roughly", "some", "once", "until", "or", "through", "throughout", "gave", "given", "up", "wait", "waited", "from"}  # fmt: skip


def _one(match: Match) -> list[Reading]:
    words = match.words.words
    unit = _unit(match)
    before = words[match.first - 1] if match.first else None
    if unit in ("second", "quarter", "millennium") or _not_a_length(match):
        return []
    if before is not None and ("TIMES" in before.values or before.text in ("percent", "%")):
        return whole(match, "SET", Recurrence(value=_value(1, unit)))
    if before is not None and before.text not in _ONE_AFTER:
        counted = (before.text.endswith("s") and len(before.text) > 3) or "NUMBER" in before.values
        if counted or before.text in ("million", "billion", "people", "barrels", "thousand"):
            return whole(match, "SET", Recurrence(value=_value(1, unit)))
    after = words[match.last + 1].text if match.last + 1 < len(words) else ""
    if before is None or before.text in _ONE_AFTER or after in ("after", "before", "or", "since", "long"):
        return whole(match, "DURATION", Duration(amounts=((1, unit),)))
    return []


def _value(count: int, unit: Unit) -> str:
    return _ISO.get(unit, "P{}Y").format(count)


def _long(match: Match) -> list[Reading]:
    span = match.group("u")
    assert span is not None
    plural = "UNITS" in match.words.words[span[0]].values
    amount = None if plural else _count(match)
    return whole(match, "DURATION", Duration(amounts=((amount, _unit(match)),)))


def _unit_of_extent(match: Match) -> list[Reading]:
    unit = _unit(match)
    if unit in ("second", "minute", "quarter", "weekend"):
        return []
    return whole(match, "DURATION", Duration(amounts=((1, unit),), extent=_extent(match)))


def _from_now(sign: int) -> Read:
    def read(match: Match) -> list[Reading]:
        count, unit = _count(match), _unit(match)
        if count is None:
            return whole(match, "DATE", Reference(value="PAST_REF" if sign < 0 else "FUTURE_REF"))
        if unit in ("second", "minute", "hour"):
            return whole(match, "TIME", Shift(unit=unit, count=sign * int(count)))
        if count != int(count) and unit == "year":
            return whole(match, "DATE", Shift(unit="month", count=sign * int(count * 12)))
        return whole(match, "DATE", Shift(unit=unit, count=sign * int(count)))

    return read


def _from_previous(sign: int) -> Read:
    def read(match: Match) -> list[Reading]:
        count, unit = _count(match), _unit(match)
        if count is None or unit in ("second", "minute", "hour"):
            return whole(match, "DURATION", Duration(amounts=((count, unit),)))
        return whole(match, "DATE", Shift(unit=unit, count=sign * int(count)), "previous")

    return read


def _vague_ago(match: Match) -> list[Reading]:
    return whole(match, "DATE", Reference(value="PAST_REF"))


def _every_unit(match: Match) -> list[Reading]:
    count = _count(match) or 1
    return whole(match, "SET", Recurrence(value=_value(int(count), _unit(match))))


def _every_weekday(match: Match) -> list[Reading]:
    weekday = match.value("ws", "WEEKDAYS") or weekday_of(match)
    part = match.value("p", "PART") or match.value("p", "PARTS")
    return whole(match, "SET", Recurrence(value=f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")))


def _every_month(match: Match) -> list[Reading]:
    return whole(match, "SET", Recurrence(value=f"XXXX-{int(match.value('m', 'MONTH') or 0):02d}"))


def _every_part(match: Match) -> list[Reading]:
    part = cast(DayPart, match.value("p", "PART") or match.value("p", "PARTS"))
    return whole(match, "SET", Recurrence(value=f"XXXX-XX-XXT{part}"))


def _every_season(match: Match) -> list[Reading]:
    season = match.value("s", "SEASON") or match.value("s", "SEASONS")
    return whole(match, "SET", Recurrence(value=f"XXXX-{season}"))


def _set_word(match: Match) -> list[Reading]:
    value = match.value("s", "SET") or ""
    words = match.words.words
    before = words[match.first - 1].text if match.first else ""
    after = words[match.last + 1].text if match.last + 1 < len(words) else ""
    if value == "P1D" and before == "the" and after in ("mail", "telegraph", "mirror", "beast", "express"):
        return []
    return whole(match, "SET", Recurrence(value=value))


def _span_word(match: Match) -> list[Reading]:
    vague: tuple[tuple[float | None, Unit], ...] = (
        () if match.words.words[match.first].text == "a while" else ((None, "month"),)
    )
    return whole(match, "DURATION", Duration(amounts=vague))


LENGTHS: tuple[Rule, ...] = (
    rule("so long ago", "(?P<n>COUNT) (?P<u>UNITS|UNIT) AGO", _from_now(-1)),
    rule("one ago", "AN (?P<u>UNIT) AGO", _from_now(-1)),
    rule("vaguely ago", "SOME (?P<u>UNITS) AGO", _vague_ago),
    rule("a long time ago", "SPAN_WORD AGO", _vague_ago),
    rule("units ago", "(?P<u>UNITS) AGO", _vague_ago),
    rule("from now", "(?P<n>COUNT) (?P<u>UNITS|UNIT) FROM_NOW", _from_now(1)),
    rule(
        "so long earlier",
        "(?: (?P<n>COUNT) | AN ) (?P<u>UNITS|UNIT) (?: EARLIER | BEFORE (?=STOP|DOT|COMMA) )",
        _from_previous(-1),
    ),
    rule(
        "so long later",
        "(?: (?P<n>COUNT) | AN ) (?P<u>UNITS|UNIT) (?: LATER | AFTER (?=STOP|DOT|COMMA) )",
        _from_previous(1),
    ),
    rule(
        "past lengths",
        "THE? (?: (?P<gone>LAST) | (?P<ahead>NEXT) ) FISCAL? (?P<n>COUNT) HYPHEN? MORE? (?P<u>UNITS|UNIT)",
        _length,
    ),
    rule(
        "past vague lengths",
        "THE? (?: (?P<gone>FINAL|RECENT) | (?P<ahead>NEXT) ) SOME? (?P<u>UNITS)",
        _vague_length,
    ),
    rule("past unit", "THE (?: (?P<gone>PAST) | (?P<ahead>COMING) ) (?P<u>UNIT)", _unit_of_extent),
    rule("last day", "THE (?P<gone>FINAL) (?P<u>DAY_WORD)", _unit_of_extent),
    rule("first lengths", "THE FIRST (?: (?P<n>COUNT) (?P<u>UNITS) )", _length),
    rule(
        "length",
        "(?: THE (?= COUNT (?: (?:TO|OR|HYPHEN) COUNT )? MORE? UNITS) )? (?: (?P<low>COUNT) (?: TO | OR | HYPHEN (?=NUMBER) ) )? (?P<n>COUNT) HYPHEN? MORE? (?P<u>UNITS|UNIT) (?P<half>AND AN HALF)?",
        _length,
    ),
    rule("one and a half", "AN (?P<u>UNIT) (?P<half>AND AN HALF)", _length),
    rule("half a unit", "HALF HYPHEN? AN? (?P<u>UNIT)", _half_length),
    rule("vague length", "SOME MORE? (?P<u>UNITS)", _vague_length),
    rule("several-year", "VAGUE HYPHEN (?P<u>UNIT)", _vague_length),
    rule("bare units", "THE? (?P<u>UNITS) (?: OR UNITS )?", _bare_units),
    rule("one", "(?:AN|ANOTHER) MORE? (?P<u>UNIT)", _one),
    rule("day-long", "(?P<n>COUNT HYPHEN)? (?P<u>UNIT|UNITS) HYPHEN LONG", _long),
    rule("a while", "SPAN_WORD", _span_word),
    rule("every unit", "(?: EACH | PER ) (?P<n>COUNT)? (?P<u>UNIT|UNITS)", _every_unit),
    rule("every weekday", "EACH (?P<w>DAY_NAME) (?P<p>PART)?", _every_weekday),
    rule("weekdays", "(?P<ws>WEEKDAYS)", _every_weekday),
    rule("weekday nights", "(?P<w>DAY_NAME) (?P<p>PARTS)", _every_weekday),
    rule("every month", "EACH (?P<m>MONTH_NAME)", _every_month),
    rule("every morning", "EACH (?P<p>PART)", _every_part),
    rule("every summer", "EACH (?P<s>SEASON)", _every_season),
    rule("daily", "(?P<s>SET)", _set_word),
)
