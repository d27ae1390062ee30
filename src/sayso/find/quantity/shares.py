"""Numbers that are shares of something: fractions in words and signs, "two in three", halves."""

from __future__ import annotations

import unicodedata

from sayso.find.quantity.number import Number, exact
from sayso.find.quantity.tokens import Token, ends_plural, figure, glued, low, past
from sayso.languages.quantity import QuantityGrammar

# What a share in so many is told in.
_WHOLES = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000})
_MULTIPLIERS = frozenset({"hundred", "scale", "group"})


def glyph_value(text: str) -> float | None:
    """The worth of a fraction in one sign, as ½."""
    if len(text) != 1 or unicodedata.category(text) != "No":
        return None
    value = unicodedata.numeric(text, 1.0)
    return value if 0 < value < 1 else None


def slashed(tokens: list[Token], i: int, value: float, g: QuantityGrammar) -> Number | None:
    """ "2/3": a fraction where it can be one; 24/7 and dates are not numbers."""
    below = figure(tokens[i + 2].text) if tokens[i + 2].kind == "number" else None
    behind = low(tokens, i + 3)
    if below is None or not 0 < value < below <= 100:
        return None
    if behind not in g.words.partitives and behind not in g.words.determiners:
        return None
    return exact(i, i + 3, value / below, part=True)


def in_so_many(tokens: list[Token], i: int, value: float, g: QuantityGrammar) -> Number | None:
    """ "2 in 3 Americans", "1 out of 5": a share, where nobody "killed 2 in 3 attacks"."""
    at = past(tokens, i + 1, g.number.firm_ratios) or past(tokens, i + 1, g.number.ratios)
    if at is None or at >= len(tokens) or tokens[at].kind != "number":
        return None
    below = figure(tokens[at].text)
    if below not in _WHOLES or not value < below or (low(tokens, i - 1),) in g.cues:
        return None
    return exact(i, at + 1, value / below, part=True)


def fraction(tokens: list[Token], i: int, g: QuantityGrammar) -> Number | None:
    """ "a third of", "two-thirds", "half of", "three quarters", "one in three", "half a million", "half an hour"."""
    top, j = 1.0, i
    word = g.numerals.get(tokens[i].low)
    if word is not None and word.role == "one":
        top, j = word.value, i + 1
        if low(tokens, j) == "-" and glued(tokens, j):
            j += 1
        if (share := _one_in(tokens, i, j, top, g)) is not None:
            return share
    elif tokens[i].low in g.number.articles:
        j = i + 1
    below = g.numerals.get(low(tokens, j))
    if below is None or below.role != "part":
        return None
    half = tokens[j].low in g.number.halves
    if j == i:
        return _half(tokens, i, g) if half else None
    of = low(tokens, j + 1) in g.words.partitives
    if half and low(tokens, j + 1) == "-":
        return None
    if not half and not of and not ends_plural(tokens[j].low, g):
        return None
    scale_at = j + 3 if of and low(tokens, j + 2) in g.number.articles else j + 1
    scale = g.numerals.get(low(tokens, scale_at))
    if scale is not None and scale.role == "scale":
        return exact(i, scale_at + 1, top / below.value * scale.value, scale.value)
    return exact(i, j + 1, top / below.value, part=True)


def _one_in(tokens: list[Token], i: int, j: int, top: float, g: QuantityGrammar) -> Number | None:
    """ "one in three", "nine out of ten": a share."""
    firm = past(tokens, j, g.number.firm_ratios)
    at = firm or past(tokens, j, g.number.ratios)
    if at is None or at >= len(tokens):
        return None
    word = g.numerals.get(low(tokens, at))
    below = word.value if word is not None and word.role in ("one", "ten") else None
    if firm is not None and tokens[at].kind == "number":
        below = figure(tokens[at].text)
    if below is None or not top < below <= 100:
        return None
    return exact(i, at + 1, top / below, part=True)


def _half(tokens: list[Token], i: int, g: QuantityGrammar) -> Number | None:
    """ "half of them", "half the city", "half a dozen", "half an hour"; not "the second half"."""
    ahead, before = low(tokens, i + 1), low(tokens, i - 1)
    if before == "-" or before in g.name.spelled_ordinals or before in g.number.not_halves:
        return None
    if ahead in g.number.articles:
        word = g.numerals.get(low(tokens, i + 2))
        if word is not None and word.role in _MULTIPLIERS:
            return exact(i, i + 3, 0.5 * word.value, word.value)
        return exact(i, i + 2, 0.5) if (low(tokens, i + 2),) in g.units else None
    if ahead in g.words.partitives or ahead in g.words.determiners:
        return exact(i, i + 1, 0.5, part=True)
    return None


def is_ratio(tokens: list[Token], number: Number, after: int, g: QuantityGrammar) -> bool:
    """Whether a fraction was told as "two in three", with its noun right behind; `after` is the index after it."""
    last = tokens[after - 1]
    word = g.numerals.get(last.low)
    return number.part and (last.kind == "number" or (word is not None and word.role == "one"))
