"""From a number to its whole phrase: currency, unit, range and hedge."""

from __future__ import annotations

from typing import NamedTuple

from sayso.find.quantity.draft import Draft
from sayso.find.quantity.hedges import find_hedges
from sayso.find.quantity.number import Number
from sayso.find.quantity.numerals import read_number
from sayso.find.quantity.tokens import DASHES, Token, glued, longest_after, longest_before, low
from sayso.find.quantity.units import FRACTION, echo, rate, suspended, unit_after
from sayso.languages.quantity import QuantityGrammar, Unit

_LONGEST = 6


class Term(NamedTuple):
    """One end of a range, or the whole: a number with what is written on it."""

    number: Number
    first: int
    after: int
    unit: Unit | None
    unit_name: str | None
    negative: bool
    rising: bool
    currency_first: bool


def read_term(tokens: list[Token], i: int, g: QuantityGrammar) -> Term | None:
    """The number that starts at this token, with its currency, sign and unit."""
    number = read_number(tokens, i, g)
    if number is None:
        return None
    first, negative, rising = _signed(tokens, number, g)
    money = longest_before(tokens, first, g.currencies, _LONGEST, case=True)
    if money is not None:
        unit, first = money
        name, after = rate(tokens, number.after, unit.name, g)
        after = echo(tokens, after, g)
        if after > number.after and name == unit.name:
            name, after = rate(tokens, after, unit.name, g)
        return Term(number, first, after, unit, name, negative, rising, True)
    of_units = number.value is None and low(tokens, number.after) in g.words.partitives
    found = unit_after(tokens, number.after + of_units, g) or suspended(tokens, number.after, g)
    if found is None:
        return Term(number, first if rising else i, number.after, None, None, False, rising, False)
    unit, after = found
    name, after = rate(tokens, after, unit.name, g)
    return Term(number, first, after, unit, name, negative, rising, False)


def _signed(tokens: list[Token], number: Number, g: QuantityGrammar) -> tuple[int, bool, bool]:
    """Where the number starts with its sign, whether that is a minus, and whether a plus."""
    i = number.first
    mark, before = low(tokens, i - 1), low(tokens, i - 2)
    dash = mark in DASHES
    if dash and before in g.number.negatives:
        first = i - 2
    elif (
        mark in g.number.negatives
        or ((dash or mark == "+") and glued(tokens, i) and not glued(tokens, i - 1))
        or (dash and i > 1 and (tokens[i - 2].text,) in g.currencies)
    ):
        first = i - 1
    else:
        return i, False, False
    return (first, mark != "+", mark == "+") if number.digits else (i, False, False)


def read_phrase(tokens: list[Token], i: int, g: QuantityGrammar) -> Draft | None:
    """The quantity whose number starts at this token: a range, or one figure, with its hedges and bounds."""
    term = read_term(tokens, i, g)
    if term is None:
        return None
    draft = _range(tokens, term, g)
    if draft is None:
        number = term.number
        flip = -1 if term.negative else 1
        value = None if number.value is None else flip * number.value
        low_, high = (number.low, number.high) if value is None else (value, value)
        draft = Draft(
            first=term.first, after=term.after, core=i, core_after=number.after, value=value, low=low_, high=high,
            hedge="vague" if value is None else "exact", unit=term.unit, unit_name=term.unit_name, number=number,
            hedged=False,
        )  # fmt: skip
        if number.part and draft.unit is None:
            draft.unit, draft.unit_name = FRACTION, FRACTION.name
        if term.rising:
            draft.change = "increase"
    find_hedges(tokens, draft, g)
    return draft


def _range(tokens: list[Token], a: Term, g: QuantityGrammar) -> Draft | None:
    if a.number.value is None or a.number.nothing:
        return None
    start = a.first
    while (hedge := longest_before(tokens, start, g.hedges_before, _LONGEST)) is not None:
        start = hedge[1]
    if low(tokens, start - 1) not in g.phrase.openers:
        start = a.first
    opener = low(tokens, start - 1)
    closer = g.phrase.openers.get(opener)
    joint = a.after
    if closer is not None and low(tokens, joint) in g.phrase.padding and low(tokens, joint + 1) == closer:
        joint += 1
    word = low(tokens, joint)
    dashed = word in DASHES
    opened = closer is not None and (word == closer or dashed)
    if not (opened or dashed or word in g.phrase.joints) or joint + 1 >= len(tokens):
        return None
    spaced = glued(tokens, joint), glued(tokens, joint + 1)
    if dashed and (spaced[0] != spaced[1] or (word == "—" and not spaced[0])):
        return None
    at = joint + 1
    money = longest_after(tokens, at, g.currencies, _LONGEST, case=True)
    b = read_term(tokens, money[1] if money else at, g)
    if b is None or b.number.value is None or b.number.nothing or b.number.part != a.number.part:
        return None
    if b.first > at + 1 and not money:
        return None
    if low(tokens, start - 1) in g.dates.firm_years and a.unit is None and 1900 <= a.number.value <= 2100:
        return None
    return _joined(tokens, a._replace(first=start), b, opener if opened else "", word, g)


def _joined(
    tokens: list[Token], a: Term, b: Term, opener: str, word: str, g: QuantityGrammar
) -> Draft | None:
    """One range out of two ends, where they are the ends of one."""
    assert a.number.value is not None and b.number.value is not None
    left, right = a.number.value, b.number.value
    if b.number.scale > 1 and a.number.scale == 1 and left < right / b.number.scale:
        left *= b.number.scale
    if a.unit is not None and b.unit is None and not a.currency_first:
        return None
    if a.unit is not None and b.unit is not None and a.unit.dimension != b.unit.dimension:
        return None
    if a.unit is not None and b.unit is not None and a.unit.name != b.unit.name:
        return None
    if a.unit is None and b.currency_first and opener == "":
        return None
    unit, name = (b.unit, b.unit_name) if b.unit is not None else (a.unit, a.unit_name)
    changing = low(tokens, a.first - 1) in g.changes or low(tokens, a.first - 2) in g.changes
    if opener in g.phrase.change_openers:
        if unit is None and (left > right or low(tokens, a.first - 2) in g.changes):
            return None
    elif opener == "":
        if left >= right:
            return None
        if word in g.words.alternatives and not right <= (2 * left + 2 if left <= 10 else 1.5 * left):
            return None
        if word in g.phrase.change_openers.values() and changing and (a.unit is not None or unit is None):
            return None
    elif left == right:
        return None
    first = a.first - 1 if opener else a.first
    return Draft(
        first=first, after=b.after, core=a.number.first, core_after=b.number.after, value=None,
        low=min(left, right), high=max(left, right), hedge="range", unit=unit, unit_name=name,
        number=b.number._replace(first=a.number.first), hedged=bool(opener),
    )  # fmt: skip
