"""The noun phrase counted: the words right of the number up to the head, told without a parser."""

from __future__ import annotations

from sayso.find.quantity.draft import Draft
from sayso.find.quantity.shares import is_ratio
from sayso.find.quantity.tokens import (
    Token,
    ends_plural,
    is_stop,
    joined,
    longest_after,
    looks_plural,
    low,
    past,
)
from sayso.languages.quantity import QuantityGrammar

_LONGEST_PHRASE = 9
_LONGEST_COMPOUND = 5
# What is measured stands after "of" ("1,000 square kilometres of land"); a time or distance measures no noun.
_MEASURED = frozenset({"share", "mass", "area", "volume", "money"})
# What "six of them" can be, told without a verb.
_THINGS = frozenset({"people", "force", "equipment", "places"})
# The dead of "several of the dead" are who is counted, though the words may be adjectives too.
_STATES = frozenset({"killed", "injured", "missing"})


def find_noun(tokens: list[Token], draft: Draft, g: QuantityGrammar) -> None:
    """Sets the noun phrase and the class of its head, where there is one."""
    if draft.unit is not None and draft.unit.dimension not in _MEASURED:
        return
    if (behind := past(tokens, draft.after, g.part.of_them)) is not None:
        _who_they_are(tokens, behind, draft, g)
        return
    at = _noun_start(tokens, draft, g)
    if at is None:
        return
    partitive = low(tokens, draft.after) in g.words.partitives
    if partitive and g.counted.get(low(tokens, at)) in _STATES and _ends(tokens, at + 1, g):
        draft.noun, draft.kind = (at, at + 1), g.counted[low(tokens, at)]  # "several of the wounded"
        return
    if partitive and low(tokens, at - 1) in g.words.determiners and _numeral(tokens, at, g):
        return  # "3 of the 14 dead": the noun belongs to the fourteen
    while low(tokens, at) in g.noun.skipped or (
        low(tokens, at) in g.noun.passed_over and not _ends(tokens, at + 1, g)
    ):
        at += 1
    span = _phrase(tokens, at, draft, g)
    if span is not None:
        draft.noun = span
        draft.kind = _kind(tokens, span, g)


def _who_they_are(tokens: list[Token], at: int, draft: Draft, g: QuantityGrammar) -> None:
    """ "six of them children", "three of whom were women": only a noun known to be one counts."""
    at += low(tokens, at) in g.measure.passives
    at += low(tokens, at) in g.number.articles
    span = None if _numeral(tokens, at, g) else _phrase(tokens, at, draft, g)
    if span is not None and (kind := _kind(tokens, span, g)) in _THINGS:
        draft.noun, draft.kind = span, kind


def _noun_start(tokens: list[Token], draft: Draft, g: QuantityGrammar) -> int | None:
    """Where the noun phrase can start, behind "of" and the like; None where there is none."""
    at, number = draft.after, draft.number
    money = draft.unit is not None and draft.unit.dimension == "money"
    if low(tokens, at) == "-" and joined(tokens, at):
        return at + 1  # "a 15-member council"
    if money and low(tokens, at) in g.noun.contents:
        return at + 1 + (low(tokens, at + 1) in g.words.partitives)
    if low(tokens, at) in g.words.partitives:
        at += 1
    elif number.role != "plural" and draft.unit is not None and number.value != 0.5:
        return at if is_ratio(tokens, number, draft.core_after, g) else None
    elif not number.part:
        return at
    while low(tokens, at) in g.words.determiners and low(tokens, at) not in g.words.others:
        at += 1
    return at


def _numeral(tokens: list[Token], i: int, g: QuantityGrammar) -> bool:
    return i < len(tokens) and (tokens[i].kind == "number" or low(tokens, i) in g.numerals)


def _ends(tokens: list[Token], i: int, g: QuantityGrammar) -> bool:
    if i >= len(tokens) or tokens[i].kind != "word":
        return True
    return is_stop(tokens[i], g) and tokens[i].low not in g.noun.adjectives


def _phrase(tokens: list[Token], at: int, draft: Draft, g: QuantityGrammar) -> tuple[int, int] | None:
    compound = longest_after(tokens, at, g.compounds, _LONGEST_COMPOUND)
    if compound is not None:
        return at, compound[1]
    end = head = at
    while end < len(tokens) and end - at < _LONGEST_PHRASE:
        token = tokens[end]
        if token.text == "-" and joined(tokens, end) and end > at and tokens[end + 1].kind == "word":
            end += 2
            if _ends(tokens, end, g) and _head(tokens, end - 1, g):
                head = end
            continue
        if token.kind != "word" or (end > at and token.low in g.numerals and token.low not in g.counted):
            break
        if is_stop(token, g) and not _adjective(tokens, end, g):
            break
        if end == at and not _adjective(tokens, end, g) and _participle(tokens, end, g):
            break
        end += 1
        compound = longest_after(tokens, end - 1, g.compounds, _LONGEST_COMPOUND)
        if compound is not None:
            return at, compound[1]
        if low(tokens, end) == "-" and joined(tokens, end):
            continue
        if _head(tokens, end - 1, g):
            head = end
            if not _goes_on(tokens, end, token, g):
                break
    if head > at:
        return at, head
    if end == at or (draft.value == 1 and end - at > 3):
        return None
    if all(t.text[0].isupper() for t in tokens[at:end]):
        return None  # a name that happens to follow
    return at, end


def _adjective(tokens: list[Token], i: int, g: QuantityGrammar) -> bool:
    """A participle or adjective with the noun right after it: "captured soldiers", not "captured in the"."""
    word = low(tokens, i)
    if word in g.counted and word not in g.words.stops:
        return True
    if word not in g.noun.adjectives or low(tokens, i + 1) in g.words.stops:
        return False
    return i + 1 < len(tokens) and tokens[i + 1].kind == "word"


def _participle(tokens: list[Token], i: int, g: QuantityGrammar) -> bool:
    word = low(tokens, i)
    return word not in g.counted and word.endswith(g.noun.participles) and _ends(tokens, i + 1, g)


def _plural(token: Token, g: QuantityGrammar) -> bool:
    return looks_plural(token.low, g) and token.low not in g.noun.adjectives


def _head(tokens: list[Token], i: int, g: QuantityGrammar) -> bool:
    return i < len(tokens) and (tokens[i].low in g.counted or _plural(tokens[i], g))


def _goes_on(tokens: list[Token], i: int, last: Token, g: QuantityGrammar) -> bool:
    """Whether the noun just read is only the first of a compound ("aid workers", "rocket attacks")."""
    if i >= len(tokens) or tokens[i].kind != "word" or tokens[i].low in g.words.stops:
        return False
    singular = last.low in g.counted and not ends_plural(last.low, g)
    if last.text[0].isupper() and (singular or last.low not in g.counted):
        return True  # "Syrias prewar population", its apostrophe lost; "Russian foreign reserves"
    if _head(tokens, i, g):
        return tokens[i].low not in g.noun.predicates
    return singular and last.low not in g.noun.irregular_plurals and _head(tokens, i + 1, g)


def _kind(tokens: list[Token], span: tuple[int, int], g: QuantityGrammar) -> str:
    words = [tokens[i].low for i in range(*span)]
    for size in range(len(words), 1, -1):
        if (kind := g.compounds.get(tuple(words[-size:]))) is not None:
            return kind
    return g.counted.get(words[-1], "")
