"""What looks like a number and counts nothing: dates, ages, names, scores, list markers, telephone numbers."""

from __future__ import annotations

from sayso.find.quantity.guard_ages import is_age
from sayso.find.quantity.guard_dates import is_date, is_time_of_day, is_year
from sayso.find.quantity.guard_names import is_named, is_ordinal, numbers_a_name
from sayso.find.quantity.number import Number
from sayso.find.quantity.tokens import DASHES, Token, figure, glued, low
from sayso.languages.quantity import QuantityGrammar


def counts_nothing(
    tokens: list[Token], number: Number, measured: bool, hedged: bool, g: QuantityGrammar
) -> bool:
    """Whether the number is part of a date, time, age, name or the like.

    `measured` is True where a unit or a currency belongs to it, `hedged` where words such as "at least" stand before.
    """
    if number.nothing:
        return False
    if is_named(tokens, number, g) or is_ordinal(tokens, number, g) or is_age(tokens, number, g):
        return True
    if not number.digits:
        return False
    if (
        is_date(tokens, number, measured, g)
        or is_time_of_day(tokens, number, g)
        or _marks_a_list(tokens, number)
    ):
        return True
    if measured:
        return False
    return (
        _is_score(tokens, number, g)
        or (not hedged and is_year(tokens, number, g))
        or (not hedged and numbers_a_name(tokens, number, g))
        or _is_telephone(tokens, number)
    )


def _marks_a_list(tokens: list[Token], number: Number) -> bool:
    """A list marker: "1." or "2)" at the start of a paragraph, or a number alone there."""
    i, j = number.first, number.after
    if j != i + 1 or not tokens[i].text.isdigit() or len(tokens[i].text) > 2:
        return False
    starts = i == 0 or tokens[i - 1].kind == "stop"
    marked = low(tokens, j) in (".", ")") and glued(tokens, j)
    return starts and (marked or low(tokens, j) == "")


def _is_score(tokens: list[Token], number: Number, g: QuantityGrammar) -> bool:
    """ "3-1", "lost 2-0", "a vote of 5-4": the second is not the larger, or words of sport stand by."""
    i = number.first
    for left, right in ((i, i + 2), (i - 2, i)):
        if left < 0 or right >= len(tokens):
            continue
        if tokens[left].kind != "number" or tokens[right].kind != "number":
            continue
        if tokens[left + 1].text not in DASHES or not glued(tokens, left + 1) or not glued(tokens, right):
            continue
        a, b = figure(tokens[left].text), figure(tokens[right].text)
        if a is None or b is None:
            return True
        if a >= b and number.scale == 1 and len(tokens[right].text) <= len(tokens[left].text):
            return True
        if b < 200 and any(t.low in g.name.scores for t in tokens[max(0, left - 4) : right + 4]):
            return True
    return False


def _in_telephone(token: Token, signs: str) -> bool:
    return token.kind == "number" or token.text in signs


def _is_telephone(tokens: list[Token], number: Number) -> bool:
    """ "+380 44 123 45 67", "555-0123": groups of digits with nothing between but spaces, dashes and brackets."""
    i, j = number.first, number.after
    plus = i > 0 and tokens[i - 1].text == "+" and glued(tokens, i) and len(tokens[i].text) > 1
    if plus and j < len(tokens) and _in_telephone(tokens[j], "-("):
        return True
    at = i
    while at > 0 and i - at < 12 and _in_telephone(tokens[at - 1], "-()+"):
        at -= 1
    groups = digits = 0
    for token in tokens[at : at + 24]:
        if not _in_telephone(token, "-()+"):
            break
        if token.kind == "number":
            if not token.text.isdigit():
                return False
            groups, digits = groups + 1, digits + len(token.text)
    return groups >= 3 and digits >= 9
