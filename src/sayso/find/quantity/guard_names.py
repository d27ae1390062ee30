"""Numbers that are part of a name or of another word: "S-300", "Boeing 737", "22nd", "on the one hand"."""

from __future__ import annotations

from sayso.find.quantity.number import Number
from sayso.find.quantity.tokens import DASHES, Token, glued, joined, looks_plural, low
from sayso.languages.quantity import QuantityGrammar

_LONGEST_NAME = 4
_NAME_SIGNS = frozenset("#@/\\_^")
_FORMULA_SIGNS = frozenset("+*×=")


def token_before(tokens: list[Token], i: int) -> Token | None:
    """The token before this one in its sentence."""
    return tokens[i - 1] if i > 0 and tokens[i - 1].kind != "stop" else None


def token_at(tokens: list[Token], i: int) -> Token | None:
    """This token, unless the sentence has ended."""
    return tokens[i] if i < len(tokens) and tokens[i].kind != "stop" else None


def is_named(tokens: list[Token], number: Number, g: QuantityGrammar) -> bool:
    """Letters glued to digits ("S-300", "72B3", "F-16"), and fixed phrases ("on the one hand")."""
    if _name_on_the_left(tokens, number, g) or _name_on_the_right(tokens, number, g):
        return True
    return not number.digits and _in_fixed_phrase(tokens, number.first, g)


def _name_on_the_left(tokens: list[Token], number: Number, g: QuantityGrammar) -> bool:
    i = number.first
    before = token_before(tokens, i)
    if before is None or not glued(tokens, i):
        return False
    if number.digits and before.kind == "number":
        return True  # "4.5.0", read as "4.5" and ".0"
    if before.kind == "word":
        return (before.text,) not in g.currencies and before.text not in g.currency_ends
    if before.text in _NAME_SIGNS:
        return True
    name = tokens[i - 2]
    if before.text not in DASHES or i < 2 or name.kind != "word" or not number.digits:
        return False
    close = glued(tokens, i - 1) or name.text.isupper()
    return close and (name.text[:1].isupper() or name.text[-1:].isdigit())


def _name_on_the_right(tokens: list[Token], number: Number, g: QuantityGrammar) -> bool:
    j = number.after
    behind = token_at(tokens, j)
    if behind is None:
        return False
    if number.digits and glued(tokens, j):
        if behind.kind == "number":
            return True
        if behind.kind == "word":
            return not _starts_a_unit(behind, g)
    if number.digits and behind.text in DASHES and joined(tokens, j):
        word = tokens[j + 1]
        if word.kind == "word" and word.text.isupper() and word.low not in g.name.hyphened:
            return (word.text,) not in g.symbols
    if behind.text in _FORMULA_SIGNS and joined(tokens, j):
        return True
    follows = token_at(tokens, j + 1)
    return behind.low in g.name.crosses and follows is not None and follows.kind == "number"


def _starts_a_unit(token: Token, g: QuantityGrammar) -> bool:
    return token.text in g.unit_starts or (token.low,) in g.units or (token.low,) in g.hedges_after


def _in_fixed_phrase(tokens: list[Token], i: int, g: QuantityGrammar) -> bool:
    return any(
        tuple(t.low for t in tokens[start : start + size] if t.text not in DASHES) in g.names
        for size in range(2, _LONGEST_NAME + 1)
        for start in range(max(0, i - size + 1), i + 1)
    )


def is_ordinal(tokens: list[Token], number: Number, g: QuantityGrammar) -> bool:
    """ "22nd", "twenty-first", "1990s"."""
    j = number.after
    if number.digits:
        return glued(tokens, j) and tokens[j].low in g.name.ordinals
    at = j + 1 if low(tokens, j) == "-" else j
    return low(tokens, at) in g.name.spelled_ordinals and not number.part and glued(tokens, at)


def numbers_a_name(tokens: list[Token], number: Number, g: QuantityGrammar) -> bool:
    """ "Boeing 737", "Resolution 2254", "Nord Stream 2", "the S&P 500": a number after a name or a label."""
    i, j = number.first, number.after
    before = token_before(tokens, i)
    if before is None or "," in tokens[i].text or j != i + 1:
        return False
    if before.kind != "word":
        return before.text == "№"
    if before.text in g.labels or before.low in g.labels:
        return True
    inside = before.text[0].isupper() and i > 1 and tokens[i - 2].kind != "stop"
    capitals = before.text.isupper() and len(before.text) > 1 and before.text not in g.words.acronyms
    proper = (inside and before.low not in g.words.stops) or capitals
    if not proper or before.low in g.dates.months or len(tokens[i].text) > 4:
        return False
    return not _something_counted(tokens, j, g)


def _something_counted(tokens: list[Token], i: int, g: QuantityGrammar) -> bool:
    """Whether what follows can be the noun counted, or says what became of them ("in Homs 12 were killed")."""
    behind, beyond = token_at(tokens, i), token_at(tokens, i + 1)
    if behind is None or behind.kind != "word":
        return False
    if behind.low in g.counted or behind.low in g.noun.adjectives or behind.low in g.numerals:
        return True
    if (behind.low,) in g.cues or (behind.low,) in g.units:
        return True
    if behind.low in g.words.auxiliaries and behind.low not in g.words.prepositions:
        return True
    if behind.low in g.words.stops:
        return False
    if beyond is not None and (beyond.low in g.counted or (beyond.low,) in g.cues):
        return True
    return behind.text.islower() and looks_plural(behind.low, g)
