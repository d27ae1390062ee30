"""Numbers that are dates, years and times of day. Those found as times elsewhere are kept out before; these are the rest."""

from __future__ import annotations

from sayso.find.quantity.number import Number
from sayso.find.quantity.tokens import DASHES, Token, figure, glued, looks_plural, low, past
from sayso.languages.quantity import QuantityGrammar

# What four bare digits may be: a year at all, a year of our days (before which only a known noun counts).
_YEARS = range(1000, 2151)
_MODERN = range(1900, 2151)
_OUR_DAYS = range(1990, 2036)


def is_date(tokens: list[Token], number: Number, measured: bool, g: QuantityGrammar) -> bool:
    """ "July 4", "4-5 July", "4 and 5 July 2015", "16.08.2024", "2024-08-16", "7/5/15"."""
    i, j = number.first, number.after
    text = tokens[i].text
    if j > i + 1 and not text.isdigit():
        return False
    if _chained(tokens, i):
        return True
    value = figure(text)
    if value is None or not text.isdigit() or measured:
        return False
    day = value <= 31
    back = i - 1
    if low(tokens, back) == "." and glued(tokens, back):
        back -= 1
    if _is_month(tokens, back, g) and (day or len(text) == 4):
        return True
    return day and (_month_ahead(tokens, j, g) or _second_day(tokens, i, g))


def _is_month(tokens: list[Token], i: int, g: QuantityGrammar) -> bool:
    return low(tokens, i) in g.dates.months and tokens[i].text[:1].isupper()


def _joins_days(word: str, g: QuantityGrammar) -> bool:
    return word in g.dates.day_joints or word in DASHES or word == ","


def _month_ahead(tokens: list[Token], ahead: int, g: QuantityGrammar) -> bool:
    """ "4 and 5 July", "20-24 September", "on the 4th to 6 of July"."""
    for _ in range(3):
        if not _joins_days(low(tokens, ahead), g):
            break
        ahead += 1
        if ahead >= len(tokens) or tokens[ahead].kind != "number" or len(tokens[ahead].text) > 2:
            break
        ahead += 1
    return _is_month(tokens, ahead, g)


def _second_day(tokens: list[Token], i: int, g: QuantityGrammar) -> bool:
    """The 24 of "Sept. 20-24", the 5 of "July 4 and 5"."""
    first = i - 2
    if first < 1 or not _joins_days(low(tokens, i - 1), g):
        return False
    if tokens[first].kind != "number" or len(tokens[first].text) > 2:
        return False
    month = first - 1 - (low(tokens, first - 1) == ".")
    return _is_month(tokens, month, g) and low(tokens, i + 1) not in g.counted


def _chained(tokens: list[Token], i: int) -> bool:
    """Digits joined to digits by two signs of one kind, or by "/" or ":": a date, a version, a ratio of names."""
    for step in (1, -1):
        other = i + 2 * step
        if not _digits_beyond(tokens, i, step):
            continue
        mark = tokens[i + step].text
        if mark in "/:.":
            return True
        if mark in DASHES:
            if _digits_beyond(tokens, other, step) and tokens[other + step].text in DASHES:
                return True
            if any(len(t.text) == 2 and t.text[0] == "0" for t in (tokens[i], tokens[other])):
                return True
    return False


def _digits_beyond(tokens: list[Token], i: int, step: int) -> bool:
    """Whether one token and a number stand right beside this one with no space, on the right (1) or left (-1)."""
    beyond = i + 2 * step
    if not 0 <= beyond < len(tokens) or tokens[beyond].kind != "number":
        return False
    last = max(i, beyond)
    return glued(tokens, last) and glued(tokens, last - 1)


def is_time_of_day(tokens: list[Token], number: Number, g: QuantityGrammar) -> bool:
    """ "11 a.m.", "5pm", "0500 hours", "1400 GMT"; "9:01" is a chain."""
    i, j = number.first, number.after
    text = tokens[i].text
    if j == i + 1 and past(tokens, j, g.dates.clock) is not None:
        return True
    if len(text) != 4 or not text.isdigit():
        return False
    if text[0] == "0":
        return True
    full = text.endswith(("00", "30")) and text < "2400"
    return full and low(tokens, j) in g.dates.hours and low(tokens, i - 1) in g.dates.before_hours


def is_year(tokens: list[Token], number: Number, g: QuantityGrammar) -> bool:
    """Four bare digits from 1000 to 2150 where a year can stand and no counted noun follows."""
    i, j = number.first, number.after
    text = tokens[i].text
    if len(text) != 4 or not text.isdigit() or int(text) not in _YEARS:
        return False
    if j == i + 3:  # "1990-1995"
        other = tokens[i + 2].text
        years = len(other) == 4 and other.isdigit() and 1800 <= int(text) < int(other) <= _YEARS[-1]
        return years and low(tokens, j) not in g.counted
    if j != i + 1:
        return False
    before = low(tokens, i - 1)
    if i > 1 and tokens[i - 1].kind == "number" and _is_month(tokens, i - 2, g):
        return True  # "August 13 2016"
    if before in g.dates.firm_years or (before == "." and low(tokens, i - 2) in g.dates.year_abbreviations):
        return True
    may_be = int(text) in _MODERN or before in g.dates.years
    return may_be and not _counts(tokens, j, int(text), g)


def _counts(tokens: list[Token], j: int, year: int, g: QuantityGrammar) -> bool:
    """Whether what follows a year-like number can be what it counts."""
    follows, beyond = low(tokens, j), low(tokens, j + 1)
    if follows in g.noun.adjectives or (beyond in g.counted and tokens[j + 1].text.islower()):
        return True
    if year in _OUR_DAYS:
        return follows in g.counted and tokens[j].text.islower()
    if follows in g.counted:
        return True
    lower = j < len(tokens) and tokens[j].kind == "word" and tokens[j].text.islower()
    return lower and looks_plural(follows, g) and follows not in g.words.stops
