"""Reading one number, in digits, words or both: what it is worth, and the bounds of a vague one."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from sayso.find.quantity.number import Number, exact
from sayso.find.quantity.shares import fraction, glyph_value, in_so_many, slashed
from sayso.find.quantity.tokens import Token, figure, glued, joined, low, past
from sayso.languages.quantity import Numeral, QuantityGrammar

_MULTIPLIERS = frozenset({"hundred", "scale", "group"})


def read_number(tokens: list[Token], i: int, g: QuantityGrammar) -> Number | None:
    """The number that starts at this token, or None. Looks only to the right."""
    token = tokens[i]
    if token.kind == "number":
        return _digits(tokens, i, g)
    if token.kind != "word":
        return None
    if token.low in g.number.articles or token.low in g.numerals:
        return fraction(tokens, i, g) or _vague(tokens, i, g) or _words(tokens, i, g)
    if len(token.text) == 1 and not token.text.isalpha():
        return _glyph(tokens, i)
    return None


def _glyph(tokens: list[Token], i: int) -> Number | None:
    value = glyph_value(tokens[i].text)
    return None if value is None else exact(i, i + 1, value, part=True)


def _digits(tokens: list[Token], i: int, g: QuantityGrammar) -> Number | None:
    value = figure(tokens[i].text)
    if value is None:
        return None
    after, decimal_comma = i + 1, "," in tokens[i].text[-3:]
    if low(tokens, after) == "/" and joined(tokens, after):
        return slashed(tokens, i, value, g)
    if after < len(tokens) and (extra := glyph_value(tokens[after].text)) is not None:
        value, after = value + extra, after + 1
    elif (behind := past(tokens, after, g.number.added_halves)) is not None:
        value, after = value + 0.5, behind
    elif (share := in_so_many(tokens, i, value, g)) is not None:
        return share
    scale, after = _scales(tokens, after, g)
    if decimal_comma and scale == 1 and not _unit_sign(tokens, after, g):
        return None
    return exact(i, after, _times(value, scale), scale, digits=True)


def _times(value: float, scale: float) -> float:
    """The product without the dust of binary fractions: 4.3 million is 4300000."""
    product = value * scale
    return (
        float(round(product))
        if abs(product - round(product)) < 1e-6 * max(1.0, abs(product)) and product >= 1
        else product
    )


def _unit_sign(tokens: list[Token], i: int, g: QuantityGrammar) -> bool:
    return i < len(tokens) and ((tokens[i].text,) in g.symbols or (tokens[i].low,) in g.units)


def _scales(tokens: list[Token], i: int, g: QuantityGrammar) -> tuple[float, int]:
    """The multipliers from here on ("hundred thousand", glued "bn"), and the index after them."""
    scale = 1.0
    letters = tokens[i].text if glued(tokens, i) else ""
    if letters in g.number.glued and (letters != g.number.metre_or_million or _is_million(tokens, i, g)):
        return g.number.glued[letters], i + 1
    while (word := g.numerals.get(low(tokens, i + (low(tokens, i) == "-")))) and word.role in _MULTIPLIERS:
        i += 1 + (low(tokens, i) == "-")
        scale *= word.value
    if scale == 1 and low(tokens, i) in g.number.spaced:
        return g.number.spaced[low(tokens, i)], i + 1
    return scale, i


def _is_million(tokens: list[Token], i: int, g: QuantityGrammar) -> bool:
    """Whether the m glued to a number is million: after a currency, or before a noun that is no direction."""
    front = tokens[i - 2] if i > 1 else None
    if front is not None and (
        (front.kind == "sign" and unicodedata.category(front.text) == "Sc") or front.text in g.currency_ends
    ):
        return True
    follows = tokens[i + 1] if i + 1 < len(tokens) else None
    return (
        follows is not None
        and follows.kind == "word"
        and follows.low not in g.number.beside_metres
        and follows.low not in g.words.stops
    )


def _vague(tokens: list[Token], i: int, g: QuantityGrammar) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred", "a couple of thousand", "a handful"."""
    start, j = i, i
    if tokens[j].low in g.number.articles or tokens[j].low in g.number.ones:
        j += 1
    word = g.numerals.get(low(tokens, j))
    if word is None or word.role not in ("plural", "few") or (j > i and word.role == "plural"):
        return None
    if word.role == "few":
        return _few(tokens, start, j, word, g)
    lowest, highest, after = word.low, word.high, j + 1
    follows = g.numerals.get(low(tokens, after + 1)) if low(tokens, after) in g.words.partitives else None
    if follows is not None and follows.role == "plural" and follows.value > word.value:
        lowest, highest, after = word.low * follows.value, (word.high + 1) * follows.value - 1, after + 2
    return Number(start, after, None, lowest, highest, role=word.role)


def _few(tokens: list[Token], start: int, j: int, word: Numeral, g: QuantityGrammar) -> Number | None:
    name, after = tokens[j].low, j + 1
    told_without = start == j and low(tokens, j - 1) not in g.number.vague_articles
    if told_without and name in g.number.vague_with_article:
        return None
    ahead = after + (low(tokens, after) in g.words.partitives)
    if name in g.number.vague_with_partitive and ahead == after and low(tokens, after) not in g.numerals:
        return None
    follows = g.numerals.get(low(tokens, ahead))
    if follows is not None and follows.role in _MULTIPLIERS:
        low_, high = word.low * follows.value, word.high * follows.value
        return Number(start, ahead + 1, None, low_, high, role="few")
    return Number(start, after, None, word.low, word.high, role="few")


def _words(tokens: list[Token], i: int, g: QuantityGrammar) -> Number | None:
    """A number in words: "a hundred and five", "two dozen", "twenty-five", "two and a half million"."""
    word = g.numerals.get(tokens[i].low)
    if word is not None and word.role in ("zero", "none", "nobody"):
        return Number(i, i + 1, 0.0, 0.0, 0.0, role=word.role)
    sum_ = Sum()
    j = i
    if word is None or tokens[i].low in g.number.ones:
        follows = g.numerals.get(low(tokens, i + 1))
        if follows is None or follows.role not in _MULTIPLIERS:
            return Number(i, i + 1, 1.0, 1.0, 1.0, role="one") if word is not None else None
        sum_, j = Sum(group=1.0, last="one"), i + 1
    while j < len(tokens):
        if sum_.last == "one" and (behind := past(tokens, j, g.number.added_halves)) is not None:
            sum_, j = Sum(sum_.total, (sum_.group or 0) + 0.5, "part", sum_.ceiling), behind
            continue
        at = j + 1 if j > i and low(tokens, j) == "-" and joined(tokens, j) else j
        if low(tokens, at) in g.number.joints:
            follows = g.numerals.get(low(tokens, at + 1))
            if sum_.last not in ("hundred", "scale") or follows is None or follows.role not in ("one", "ten"):
                break
            at += 1
        word = g.numerals.get(low(tokens, at))
        grown = None if word is None else _add(sum_, word)
        if grown is None:
            break
        sum_, j = grown, at + 1
    if j == i:
        return _bare_multiplier(tokens, i, g)
    scale = sum_.ceiling if sum_.ceiling != float("inf") and sum_.group is None else 1.0
    return exact(i, j, sum_.total + (sum_.group or 0), scale)


class Sum(NamedTuple):
    """A number in words so far: closed groups, the open group, the role of the last word, the smallest scale used."""

    total: float = 0.0
    group: float | None = None
    last: str = ""
    ceiling: float = float("inf")


def _add(sum_: Sum, word: Numeral) -> Sum | None:
    """The sum with one more word, or None where the word begins another number."""
    total, group, last, ceiling = sum_
    fresh = last in ("", "hundred", "scale")
    if (word.role in ("one", "ten") and fresh) or (word.role == "one" and last == "ten" and word.value < 10):
        return Sum(total, (group or 0) + word.value, word.role, ceiling)
    if word.role == "hundred" and last in ("one", "ten", "part"):
        return Sum(total, (group or 1) * word.value, word.role, ceiling)
    if word.role == "group" and last in ("one", "ten", "hundred"):
        return Sum(total, (group or 1) * word.value, word.role, ceiling)
    if word.role == "scale" and last == "scale":
        return Sum(total * word.value, group, last, ceiling)
    if word.role == "scale" and last and word.value < ceiling:
        return Sum(total + (group or 1) * word.value, None, word.role, word.value)
    return None


def _bare_multiplier(tokens: list[Token], i: int, g: QuantityGrammar) -> Number | None:
    """ "dozen people", "thousand soldiers": without "a", as translations have it."""
    word = g.numerals.get(tokens[i].low)
    if word is None or word.role not in _MULTIPLIERS:
        return None
    if low(tokens, i + 1) not in g.counted or low(tokens, i - 1) in g.words.determiners:
        return None
    return exact(i, i + 1, word.value, word.value)
