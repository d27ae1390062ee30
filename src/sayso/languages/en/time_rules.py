"""English rules for dates: what a row of word classes says. Parts of the day and clock times are in time_clock.py, lengths and sets in
time_lengths.py.

Capitals in patterns are the classes of time_words.tsv, of the figures in time_words.py, or the parts named here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, cast

from sayso.languages.en.time_numbers import spoken_year
from sayso.languages.en.time_words import SIGNS
from sayso.languages.time import Match, Reading, Rule
from sayso.moments import (
    CalendarDate,
    Clock,
    Direction,
    Era,
    Expression,
    Feast,
    Ordinal,
    Portion,
    Season,
    SeasonCode,
    Shift,
    Unit,
    Weekday,
    YearPart,
)
from sayso.records import TimexType

PARTS = {
    "COUNT": """(?: AN? COUPLE OF? | NUMBER (?:NUMBER SLASH NUMBER)? (?:AND AN HALF)? | (?: AN (?=ROUND_NUMBER) )? NUMBER_WORD (?:(?:HYPHEN|AND)? NUMBER_WORD){0,4} (?:AND AN HALF)? )""",
    "SOME": "(?: AN? VAGUE (?: OF )? )",
    "DAY_NAME": "(?: WEEKDAY | SHORT_WEEKDAY DOT? )",
    "MONTH_NAME": "(?: SHORT_MONTH DOT | MONTH )",
    "WHICH": "(?: LAST | THIS | NEXT )",
    "SPOKEN_YEAR": "(?: CENTURY_WORD TENS (?: HYPHEN? NUMBER_WORD )? | CENTURY_WORD NUMBER_WORD | NUMBER_WORD NUMBER_WORD (?: AND? NUMBER_WORD )? )",
    "ANY_YEAR": "(?: YEAR | CENTURY_WORD TENS (?: HYPHEN? NUMBER_WORD )? )",
    "WHICH_YEAR": "(?: COMMA? OF? (?: (?P<last>LAST) | (?P<this>THIS) | (?P<next>NEXT) | THE? (?P<previous>PREVIOUS) | THE (?P<following>FOLLOWING) ) YEAR_WORD )",
}


Read = Callable[[Match], Sequence[Reading]]


def rule(name: str, pattern: str, read: Read) -> Rule:
    return Rule(name, SIGNS.compile(pattern, PARTS), read)


def whole(
    match: Match, kind: TimexType, expression: Expression, anchor: str = "publication"
) -> list[Reading]:
    return [
        Reading(match.first, match.last, kind, expression, cast(Literal["publication", "previous"], anchor))
    ]


def year_of(match: Match, name: str = "y") -> int | None:
    span = match.group(name)
    if span is None:
        return None
    first = match.words.words[span[0]]
    if "YEAR" in first.values:
        return int(first.values["YEAR"])
    return spoken_year(match.words.words[span[0] : span[1] + 1])


def year_shift_of(match: Match) -> int | None:
    if match.group("last") or match.group("previous"):
        return -1
    if match.group("next") or match.group("following"):
        return 1
    return 0 if match.group("this") else None


def direction_of(match: Match, name: str = "which") -> Direction:
    span = match.group(name)
    if span is None:
        return "nearest"
    words = match.words.words[span[0] : span[1] + 1]
    if any("LAST" in w.values for w in words):
        return "last"
    return "next" if any("NEXT" in w.values for w in words) else "this"


def month_of(match: Match, name: str = "m") -> int:
    return int(match.value(name, "MONTH") or 0)


def weekday_of(match: Match) -> int | None:
    value = match.value("w", "WEEKDAY") or match.value("w", "SHORT_WEEKDAY")
    return int(value) if value else None


def number_at(match: Match, name: str) -> int | None:
    span = match.group(name)
    if span is None:
        return None
    values = match.words.words[span[0]].values
    text = values.get("DAY") or values.get("ORDINAL") or values.get("NUMBER_WORD")
    return int(text) if text else None


def _day_in_month(match: Match) -> list[Reading]:
    day = number_at(match, "d")
    if day is None or not 1 <= day <= 31:
        return []
    month, year, shift = month_of(match), year_of(match), year_shift_of(match)
    date = CalendarDate(
        year=year,
        month=month,
        day=day,
        weekday=weekday_of(match),
        year_shift=shift,
        direction=direction_of(match),
    )
    other = match.group("d2")
    if other is None:
        return whole(match, "DATE", date)
    second = number_at(match, "d2")
    assert second is not None
    month_span = match.group("m")
    assert month_span is not None
    other_date = CalendarDate(year=year, month=month, day=second, year_shift=shift)
    if month_span[0] < other[0]:  # "April 24 and 25": the month stands with the first
        first_span = match.group("d") or other
        return [
            Reading(match.first, first_span[1], "DATE", date),
            Reading(other[0], match.last, "DATE", other_date),
        ]
    # "6 to 9 August": the month stands with the last
    return [
        Reading(other[0], other[1], "DATE", other_date),
        Reading((match.group("d") or other)[0], match.last, "DATE", date),
    ]


def _month(match: Match) -> list[Reading]:
    date = CalendarDate(
        year=year_of(match),
        month=month_of(match),
        year_shift=year_shift_of(match),
        direction=direction_of(match),
    )
    return whole(match, "DATE", date)


# Before or after these "May" and "March" are months although they stand alone.
_MONTH_AFTER = {"in", "of", "since", "until", "till", "by", "to", "from", "for", "during", "through", "between", "after", "before", "and", "or", "the", "-", "–", "early", "late", "mid", "this", "last", "next", "around", "throughout", "its", "his", "their"}  # fmt: skip


def _bare_month(match: Match) -> list[Reading]:
    words = match.words.words
    if (
        match.last + 1 < len(words) and words[match.last + 1].text == "revolution"
    ):  # the one of 1917, in no year of ours
        return []
    if words[match.first].text in ("may", "march"):
        before = words[match.first - 1].text if match.first else ""
        after = words[match.last + 1].text if match.last + 1 < len(words) else ""
        if before not in _MONTH_AFTER or (
            before == "the" and after in ("on", "to", "for", "was", "in", "through")
        ):
            return []
    if "SHORT_MONTH" in words[match.last].values and words[match.first].text != "sept":
        return []
    return _month(match)


# A bare figure of four digits is a year after these words, unless something counted follows it.
_YEAR_AFTER = {"in", "since", "of", "until", "till", "from", "to", "by", "for", "during", "after", "before", "between", "through", "early", "late", "mid", "and", "or", "around", "circa", ",", "the", "its", "a", "'s", "s", "s'", "post", "pre", "late-", "-", "–", "his", "their", "this", "back", "(", "year", "as", "that", "fiscal", "throughout", "within", "into", "with", "like", "than", "an", "her", "our", "on"}  # fmt: skip
_NOT_YEAR_AFTER = {"about", "some", "over", "nearly", "almost", "approximately", "roughly", "least", "most", "$", "£", "€", "#", "up", "only", "no", "no.", "every", "another", "more"}  # fmt: skip
_COUNTED = {"people", "men", "women", "troops", "soldiers", "percent", "%", "km", "kilometers", "kilometres", "meters", "metres", "miles", "tons", "tonnes", "feet", "points", "dollars", "euros", "jobs", "homes", "houses", "children", "civilians", "fighters", "militants", "families", "square", "million", "billion", "hours", "residents", "police", "tanks", "drones", "missiles", "kg", "acres", "mm", "m", "hectares", "personnel", "shares", "yards", "migrants", "refugees", "workers", "members", "students", "villages", "gmt", "rounds", "dead", "wounded", "servicemen", "times", "prisoners", "meter", "metre", "kilometer", "mile", "foot", "ton", "tonne"}  # fmt: skip


def _bare_year(match: Match) -> list[Reading]:
    year = year_of(match)
    words = match.words.words
    if year is None:
        return []
    before = words[match.first - 1].text if match.first else ""
    after = words[match.last + 1] if match.last + 1 < len(words) else None
    following = after.text if after else ""
    if before in _NOT_YEAR_AFTER or following in _COUNTED:
        return []
    if before == "," and not (match.first > 1 and "YEAR" in words[match.first - 2].values):
        return []
    glued = match.first > 0 and words[match.first - 1].end == words[match.first].start
    if glued and before not in ("(", "-", "–", "—", "/", "'", "’", '"', "“", "‘"):
        return []
    if (
        glued
        and before == "-"
        and match.first > 1
        and words[match.first - 2].text not in ("mid", "post", "pre", "late", "early", "pro")
    ):
        year_before = "YEAR" in words[match.first - 2].values
        if not year_before:
            return []
    if not 1900 <= year <= 2050 and before not in ("in", "since", "year"):
        return []
    if before not in _YEAR_AFTER and not 1940 <= year <= 2035:
        return []
    return whole(match, "DATE", CalendarDate(year=year))


def _spoken_year(match: Match) -> list[Reading]:
    year = year_of(match)
    return whole(match, "DATE", CalendarDate(year=year)) if year else []


def _weekday(match: Match) -> list[Reading]:
    weekday = weekday_of(match)
    span = match.group("w")
    assert weekday is not None and span is not None
    word = match.words.words[span[0]]
    after = match.words.words[match.last + 1].text if match.last + 1 < len(match.words.words) else ""
    if after in ("times", "telegraph", "mirror", "express"):  # newspapers
        return []
    short = "SHORT_WEEKDAY" in word.values
    if short and match.words.words[match.last].text != ".":
        return []
    shift = year_shift_of(match)
    return whole(match, "DATE", Weekday(weekday=weekday, direction=direction_of(match), week_shift=shift))


def _shifted(match: Match) -> list[Reading]:
    unit = cast(Unit, match.value("u", "UNIT"))
    if unit in ("second", "minute", "hour") or (unit == "day" and direction_of(match) == "last"):
        return []
    count = {"last": -1, "next": 1, "this": 0}[direction_of(match)]
    return whole(match, "DATE", Shift(unit=unit, count=count))


def _current_unit(match: Match) -> list[Reading]:
    return whole(match, "DATE", Shift(unit=cast(Unit, match.value("u", "UNIT")), count=0))


def _weekend(match: Match) -> list[Reading]:
    return (
        whole(match, "DATE", Shift(unit="weekend", count=0)) if match.value("u", "UNIT") == "weekend" else []
    )


def _from_previous(count: int) -> Read:
    def read(match: Match) -> list[Reading]:
        unit = cast(Unit, match.value("u", "UNIT"))
        if unit in ("second", "minute", "hour", "decade", "century", "millennium"):
            return []
        return whole(match, "DATE", Shift(unit=unit, count=count), "previous")

    return read


def _deictic(match: Match) -> list[Reading]:
    return whole(match, "DATE", Shift(unit="day", count=int(match.value("d", "DEICTIC") or 0)))


def _season(match: Match) -> list[Reading]:
    words = match.words.words
    bare = match.first == match.last
    if bare and "SURE_SEASON" not in words[match.first].values:
        return []
    code = cast(SeasonCode, match.value("s", "SEASON"))
    return whole(
        match,
        "DATE",
        Season(
            season=code, year=year_of(match), year_shift=year_shift_of(match), direction=direction_of(match)
        ),
    )


def _year_part(match: Match) -> list[Reading]:
    unit: Literal["quarter", "half"] = "quarter" if match.group("q") else "half"
    number = number_at(match, "n")
    if number is not None and number > (4 if unit == "quarter" else 2):
        return []
    return whole(
        match,
        "DATE",
        YearPart(unit=unit, number=number, year=year_of(match), year_shift=year_shift_of(match)),
    )


def _year_part_alone(match: Match) -> list[Reading]:
    """ "The first half" alone is mostly a match or a page."""
    return _year_part(match) if match.group("q") or match.group("y") else []


def _named_quarter(match: Match) -> list[Reading]:
    number = int(match.value("n", "NAMED_QUARTER") or 0)
    return whole(match, "DATE", YearPart(unit="quarter", number=number, year=year_of(match)))


def _quarter_spoken_of(match: Match) -> list[Reading]:
    return whole(match, "DATE", YearPart(unit="quarter", number=None), "previous")


def _a_year_before(match: Match) -> list[Reading]:
    return whole(match, "DATE", Shift(unit="year", count=-1))


def _year_end(match: Match) -> list[Reading]:
    return whole(match, "DATE", Portion(whole=Shift(unit="year", count=0), portion="END"))


def _unit_at_hand(match: Match) -> list[Reading]:
    """ "The end of the month", "later in the day"; "the day" by itself is no time."""
    words = match.words.words
    before = words[match.first - 2].values if match.first > 1 else {}
    placed = "PORTION_OF" in before or ("PORTION" in before and words[match.first - 1].text == "in")
    unit = cast(Unit, match.value("u", "UNIT"))
    if not placed or unit in ("second", "minute", "hour", "weekend"):
        return []
    return whole(match, "DATE", Shift(unit=unit, count=0))


def _decade(match: Match) -> list[Reading]:
    value = match.value("d", "DECADE")
    if match.first and match.words.words[match.first - 1].text in (
        "his",
        "her",
        "their",
        "my",
        "your",
    ):  # an age
        return []
    return whole(match, "DATE", Era(unit="decade", first_year=int(value))) if value else []


def _century(match: Match) -> list[Reading]:
    number = number_at(match, "n")
    return whole(match, "DATE", Era(unit="century", first_year=(number - 1) * 100)) if number else []


def _feast(match: Match) -> list[Reading]:
    feast = Feast(
        rule=match.value("f", "FEAST") or "",
        year=year_of(match),
        year_shift=year_shift_of(match),
        direction=direction_of(match),
    )
    return whole(match, "DATE", feast)


def _iso(match: Match) -> list[Reading]:
    word = match.words.words[match.first]
    year, month, day = int(word.text[:4]), int(word.text[5:7]), int(word.text[8:10])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    date = CalendarDate(year=year, month=month, day=day)
    if "t" not in word.text:
        return whole(match, "DATE", date)
    hour, minute = int(word.text[11:13]), int(word.text[14:16])
    return (
        whole(match, "TIME", Clock(day=date, hour=hour, minute=minute)) if hour < 24 and minute < 60 else []
    )


def _slashed(match: Match) -> list[Reading]:
    """Day first, as the world writes it, unless only the American order makes a date."""
    text = match.words.words[match.first].text.replace(".", "/")
    first, second, year = (int(part) for part in text.split("/"))
    day, month = (second, first) if first <= 12 < second else (first, second)
    if year < 100:
        year += 2000 if year < 50 else 1900
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2100):
        return []
    return whole(match, "DATE", CalendarDate(year=year, month=month, day=day))


def _ordinal_of(match: Match) -> list[Reading]:
    unit = cast(Literal["day", "week"], match.value("u", "UNIT"))
    number = -1 if match.group("final") else number_at(match, "n")
    if unit not in ("day", "week") or number is None:
        return []
    month = CalendarDate(
        year=year_of(match), month=month_of(match), year_shift=year_shift_of(match), direction="nearest"
    )
    return whole(match, "DATE", Ordinal(unit=unit, number=number, whole=month))


def _week_of(match: Match) -> list[Reading]:
    day = number_at(match, "d")
    date = CalendarDate(year=year_of(match), month=month_of(match), day=day)
    return whole(match, "DATE", Ordinal(unit="week", number=0, whole=date))


DATES: tuple[Rule, ...] = (
    rule("iso date", "ISO", _iso),
    rule("slashed date", "SLASHED", _slashed),
    rule(
        "month and day",
        """(?P<which>THIS NEXT? | NEXT | LAST)? (?: (?P<w>DAY_NAME) COMMA? THE? )? (?P<m>MONTH_NAME) THE? (?P<d>DAY | ORDINAL) (?!NUMBER SLASH)
           (?: (?:HYPHEN|TO|AND|OR|UNTIL) (?P<d2>DAY) (?!MONTH|UNITS|AM_PM|UNIT) )? (?: COMMA? (?P<y>YEAR) | WHICH_YEAR )?""",
        _day_in_month,
    ),
    rule(
        "day and month",
        """(?: (?P<w>DAY_NAME) COMMA? THE? )? (?: (?P<d2>DAY) (?:HYPHEN|TO|AND|OR|UNTIL) )? (?: THE (?=DAY OF MONTH_NAME) )? (?P<d>DAY | ORDINAL(?=OF)) (?:OF)? (?P<m>MONTH_NAME) (?: COMMA? (?P<y>YEAR) | WHICH_YEAR )?""",
        _day_in_month,
    ),
    rule("month and year", "(?P<m>MONTH_NAME) (?:COMMA|OF)? (?: (?P<y>ANY_YEAR) | WHICH_YEAR )", _month),
    rule("which month", "(?P<which>LAST|NEXT|THIS NEXT?|THIS LAST) (?P<m>MONTH_NAME)", _month),
    rule("bare month", "(?P<m>MONTH_NAME)", _bare_month),
    rule("year", "(?: THE? YEAR_WORD )? (?P<y>YEAR)", _bare_year),
    rule("spoken year", "THE? YEAR_WORD (?P<y>SPOKEN_YEAR|YEAR|NUMBER_WORD NUMBER_WORD)", _spoken_year),
    rule(
        "spoken year alone",
        "(?P<y>CENTURY_WORD TENS (?: HYPHEN? NUMBER_WORD )?) (?!UNITS|NUMBER_WORD)",
        _spoken_year,
    ),
    rule("fiscal year", "FISCAL YEAR_WORD? (?P<y>YEAR)", _spoken_year),
    rule(
        "weekday",
        """(?P<which>LAST|THIS NEXT?|THIS LAST|NEXT)? (?P<w>DAY_NAME)
           (?: OF? (?: (?P<last>LAST) | (?P<this>THIS) | (?P<next>NEXT) ) WEEK_WORD )?""",
        _weekday,
    ),
    rule(
        "which unit", "(?P<which>LAST|NEXT|THIS (?:NEXT|LAST|FISCAL|CURRENT)?) FISCAL? (?P<u>UNIT)", _shifted
    ),
    rule("the current unit", "THE CURRENT FISCAL? (?P<u>UNIT)", _current_unit),
    rule("the following unit", "THE (?:FOLLOWING) (?P<u>UNIT)", _from_previous(1)),
    rule("the previous unit", "THE PREVIOUS (?P<u>UNIT)", _from_previous(-1)),
    rule("that unit", "(?: THAT SAME? | THE SAME ) (?P<u>UNIT)", _from_previous(0)),
    rule("the weekend", "THE (?P<u>UNIT)", _weekend),
    rule("deictic day", "(?P<d>DEICTIC)", _deictic),
    rule("which season", "(?P<which>LAST|THIS (?:LAST|NEXT)?|NEXT) (?P<s>SEASON)", _season),
    rule("season and year", "THE? (?P<s>SEASON) (?:OF|COMMA)? (?: (?P<y>ANY_YEAR) | WHICH_YEAR )", _season),
    rule(
        "quarter or half",
        "THE? (?P<y>YEAR)? FISCAL? (?P<n>ORDINAL) HYPHEN? (?: FISCAL )? (?: (?P<q>QUARTER) | (?P<h>HALF) )",
        _year_part_alone,
    ),
    rule(
        "quarter or half of a year",
        "THE? (?P<n>ORDINAL) HYPHEN? FISCAL? (?: (?P<q>QUARTER) | (?P<h>HALF) ) (?:OF|COMMA)? (?: FISCAL? (?P<y>YEAR) | WHICH_YEAR )",
        _year_part,
    ),
    rule("Q3", "(?P<n>NAMED_QUARTER) (?:OF|COMMA)? (?P<y>YEAR)?", _named_quarter),
    rule("the quarter", "THE LATEST? QUARTER | THE LATEST PERIOD", _quarter_spoken_of),
    rule("year-earlier", "YEAR_WORD HYPHEN (?:AGO|EARLIER)", _a_year_before),
    rule("year-earlier quarter", "THE YEAR_WORD HYPHEN (?:AGO|EARLIER) (?:QUARTER|PERIOD)", _a_year_before),
    rule("year-end", "YEAR_WORD HYPHEN END", _year_end),
    rule("the unit at hand", "(?: (?<=OF) | (?<=IN) ) THE (?P<u>UNIT)", _unit_at_hand),
    rule("decade", "THE? (?P<d>DECADE)", _decade),
    rule("century", "THE? (?P<n>ORDINAL) HYPHEN? CENTURY", _century),
    rule(
        "holiday",
        "(?P<which>LAST|THIS NEXT?|NEXT)? (?P<f>FEAST) (?: COMMA? (?P<y>YEAR) | WHICH_YEAR )?",
        _feast,
    ),
    rule(
        "ordinal week",
        "THE (?: (?P<n>ORDINAL) | (?P<final>FINAL) ) (?P<u>UNIT) (?:OF|IN) (?P<m>MONTH_NAME) (?: COMMA? (?P<y>YEAR) | WHICH_YEAR )?",
        _ordinal_of,
    ),
    rule("week of", "THE WEEK_WORD OF (?P<m>MONTH_NAME) (?P<d>DAY) (?: COMMA? (?P<y>YEAR) )?", _week_of),
)
