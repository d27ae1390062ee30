"""Numbers that are ages: "aged 34", "34-year-old", "the governor, 58, said"."""

from __future__ import annotations

from sayso.find.quantity.guard_names import token_at, token_before
from sayso.find.quantity.number import Number
from sayso.find.quantity.tokens import DASHES, Token, low, past
from sayso.languages.quantity import QuantityGrammar

_LONGEST_BETWEEN = 5
_OLDEST = 120


def is_age(tokens: list[Token], number: Number, g: QuantityGrammar) -> bool:
    """ "aged 34", "34-year-old", "34 years old", "Olena, 34,", "children under five", "(34)"."""
    if number.value is None or number.value <= 0:
        return False
    if _age_in_front(tokens, number.first, g) or _years_old(tokens, number.after, g):
        return True
    if number.value >= _OLDEST:
        return False
    return _under_a_limit(tokens, number, g) or (number.digits and _in_apposition(tokens, number, g))


def _age_in_front(tokens: list[Token], i: int, g: QuantityGrammar) -> bool:
    back = i - 1
    while back > max(0, i - _LONGEST_BETWEEN) and (
        tokens[back].kind == "number" or tokens[back].low in g.ages.between or tokens[back].text in DASHES
    ):
        back -= 1
    phrase = (low(tokens, back - 1), low(tokens, back))
    return phrase[1] in g.ages.before and phrase not in g.ages.not_before


def _years_old(tokens: list[Token], j: int, g: QuantityGrammar) -> bool:
    ahead = j + (low(tokens, j) == "-")
    word = low(tokens, ahead)
    if (
        word in DASHES or word in g.phrase.joints or word in g.words.additives
    ) and ahead + 1 < len(tokens) and tokens[ahead + 1].kind == "number":  # fmt: skip
        ahead += 2 + (low(tokens, ahead + 2) == "-")
    if low(tokens, ahead) not in g.ages.units:
        return False
    return past(tokens, ahead + 1 + (low(tokens, ahead + 1) in DASHES), g.ages.after) is not None


def _under_a_limit(tokens: list[Token], number: Number, g: QuantityGrammar) -> bool:
    """ "children under five": with nothing behind it that could be counted."""
    i, behind = number.first, token_at(tokens, number.after)
    if low(tokens, i - 1) not in g.ages.limits or low(tokens, i - 2) not in g.ages.nouns:
        return False
    return behind is None or behind.kind == "sign" or behind.low in g.words.stops


def _in_apposition(tokens: list[Token], number: Number, g: QuantityGrammar) -> bool:
    i = number.first
    before, behind = token_before(tokens, i), token_at(tokens, number.after)
    if before is None or i < 2 or (behind is not None and behind.kind != "sign"):
        return False
    name, mark = tokens[i - 2], behind.text if behind is not None else ""
    proper = name.kind == "word" and name.text[:1].isupper()
    if before.text == "(" and mark == ")":
        return proper
    if before.text != ",":
        return False
    if mark == "," and 16 <= (number.value or 0) <= 110:
        return name.kind == "word"  # "the governor, 58, said"
    return proper and name.low not in g.dates.months and mark in ",.);"
