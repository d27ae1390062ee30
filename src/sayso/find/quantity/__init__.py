"""Quantities: text in; numbers with bounds, unit, what is counted and measured, out. No parser, no list of places.

tokens     words, numbers and ends of sentences      guards     what looks like a number and counts nothing:
numerals   one number, in digits or words               guard_dates, guard_ages, guard_names
shares     fractions, "two in three"                  counted    the noun phrase counted
units      units, and what they are taken by          cues       words that tell what became of those counted
phrases    currency, number, unit, range together     measure    killed, area, force ...
hedges     hedges, and the bounds they mean           changes    rising and falling
links      conversions of one figure, parts of a whole

No word of any language stands here: `sayso.languages.quantity` says what a grammar has to bring.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.find.quantity.changes import find_changes
from sayso.find.quantity.counted import find_noun
from sayso.find.quantity.draft import Draft
from sayso.find.quantity.guards import counts_nothing
from sayso.find.quantity.hedges import hedge_behind_noun
from sayso.find.quantity.links import link
from sayso.find.quantity.measure import OUTCOMES, find_measures
from sayso.find.quantity.phrases import read_phrase
from sayso.find.quantity.tokens import Token, glued, low, past, tokenise
from sayso.languages.quantity import QuantityGrammar
from sayso.records import Counted, Quantity, Span

__all__ = ["find_quantities"]


def find_quantities(
    text: str, stretches: Sequence[Span], grammar: QuantityGrammar, taken: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """The quantities within the stretches of a text, in order, as "q1", "q2" ...

    `taken` are the spans of dates and times found elsewhere: no quantity overlaps them. Bounds are inclusive, None
    an open end; a vague number ("dozens") has bounds and no value. Time is linear in the length of the text.
    """
    occupied = sorted(taken)
    found: list[Quantity] = []
    for start, end in sorted(stretches):
        tokens = tokenise(text, start, end, grammar)
        drafts = _drafts(tokens, occupied, grammar)
        find_changes(tokens, drafts, grammar)
        find_measures(tokens, drafts, grammar)
        link(tokens, drafts, grammar)
        found += _records(text, tokens, drafts, len(found))
    return tuple(found)


def _drafts(tokens: list[Token], taken: Sequence[Span], g: QuantityGrammar) -> list[Draft]:
    drafts: list[Draft] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not _may_start(token, g):
            at += 1
            continue
        draft = read_phrase(tokens, at, g)
        if draft is None:
            at += 1
            continue
        if drafts and draft.first < drafts[-1].after:
            draft.first = max(draft.core, drafts[-1].after)
        measured = draft.unit is not None and draft.unit.name != "fraction"
        if _overlaps(tokens, draft, taken) or counts_nothing(tokens, draft.number, measured, draft.hedged, g):
            at = draft.number.after if draft.hedge != "range" else draft.core_after
            continue
        find_noun(tokens, draft, g)
        hedge_behind_noun(tokens, draft, g)
        at = max(draft.after, draft.core_after)
        if _worth_keeping(tokens, draft, g):
            drafts.append(draft)
    return drafts


def _may_start(token: Token, g: QuantityGrammar) -> bool:
    return (
        token.kind == "number"
        or len(token.text) == 1
        or token.low in g.numerals
        or token.low in g.number.articles
    )


def _overlaps(tokens: list[Token], draft: Draft, taken: Sequence[Span]) -> bool:
    if not taken:
        return False
    start, end = tokens[draft.core].start, tokens[draft.after - 1].end
    index = bisect_right(taken, (end, -1))
    return any(s < end and start < e for s, e in taken[max(0, index - 4) : index])


def _worth_keeping(tokens: list[Token], draft: Draft, g: QuantityGrammar) -> bool:
    """ "one" as a pronoun and "no" of what nobody counts are left out."""
    number, bare = draft.number, draft.noun is None
    before, behind = low(tokens, draft.first - 1), low(tokens, draft.after)
    if behind == "-" and glued(tokens, draft.after):
        kept = draft.unit is not None or draft.kind in ("people", "force", "equipment", "places")
        if not kept:
            return False  # "a three-bed flat", "a two-state solution"
    if (
        number.part
        and number.value == 0.5
        and before in g.words.additives
        and behind not in g.words.partitives
    ):
        return False  # "a year and a half"
    if bare and draft.unit is None and before in g.name.ranks:
        return False
    if number.nothing:
        return _none_of_those_counted(tokens, draft, g)
    if number.role == "one" and draft.unit is None:
        return _one_thing(tokens, draft, g)
    return not (number.role == "plural" and bare and behind == "-")


def _none_of_those_counted(tokens: list[Token], draft: Draft, g: QuantityGrammar) -> bool:
    """ "no casualties", "no one was hurt", "nobody died": none of something that reports count."""
    role = draft.number.role
    if draft.unit is not None:
        return role == "zero"
    if draft.kind in OUTCOMES:
        return True
    at = draft.after
    if role == "none" and low(tokens, at) in g.number.ones:
        draft.after, draft.noun, at = at + 1, None, at + 1
    elif role == "nobody":
        draft.noun = None
        while low(tokens, at) in g.noun.of_none:
            at += 1
    elif draft.noun is None or draft.kind not in ("people", "force"):
        return False
    else:
        at = draft.noun[1]
    for index, token in enumerate(tokens[at : at + 5]):
        cue = g.cues.get((token.low,))
        if cue is not None and cue.after:
            return True
        if token.kind != "word" or token.low not in g.words.auxiliaries or index > 3:
            return False
    return False


def _one_thing(tokens: list[Token], draft: Draft, g: QuantityGrammar) -> bool:
    if draft.noun is None:
        cue = g.cues.get((low(tokens, draft.after),))
        return draft.hedged or (cue is not None and cue.after_noun)
    if low(tokens, draft.after) in g.words.partitives and past(tokens, draft.after, g.part.of_them) is None:
        return False  # "one of the largest plants"
    return low(tokens, draft.noun[1]) not in g.words.saying and draft.kind not in ("", "other")


def _records(text: str, tokens: list[Token], drafts: list[Draft], offset: int) -> list[Quantity]:
    def name(index: int | None) -> str | None:
        return None if index is None else f"q{offset + index + 1}"

    found = []
    for index, draft in enumerate(drafts):
        counted = None
        if draft.noun is not None:
            start, end = tokens[draft.noun[0]].start, tokens[draft.noun[1] - 1].end
            counted = Counted(text=text[start:end], start=start, end=end)
        found.append(
            Quantity(
                id=f"q{offset + index + 1}",
                start=tokens[draft.first].start,
                end=tokens[draft.after - 1].end,
                value=draft.value,
                low=draft.low,
                high=draft.high,
                hedge=draft.hedge,
                unit=draft.unit_name,
                counted=counted,
                measure=draft.measure,
                change=draft.change,
                same_as=name(draft.same_as),
                part_of=name(draft.part_of),
            )
        )
    return found
