"""Hedges on both sides of a number, and the bounds they mean."""

from __future__ import annotations

from sayso.find.quantity.draft import Draft
from sayso.find.quantity.tokens import Token, glued, longest_after, longest_before, low
from sayso.find.quantity.units import rate, unit_after
from sayso.languages.quantity import QuantityGrammar
from sayso.records import Hedge

_LONGEST = 6


def find_hedges(tokens: list[Token], draft: Draft, g: QuantityGrammar) -> None:
    """Takes in the hedges on both sides, and sets the bounds they mean."""
    found: list[Hedge] = []
    at = draft.first
    while (before := _before(tokens, at, draft, g)) is not None:
        found.append(before[0])
        at = before[1]
    draft.first = at
    behind = _behind(tokens, draft.after, g)
    if behind is not None and not (tokens[draft.after].text in ("-", "+") and not glued(tokens, draft.after)):
        found.append(behind[0])
        draft.after = behind[1]
        if draft.unit is None and (unit := unit_after(tokens, draft.after, g)):
            draft.unit, draft.after = unit
            draft.unit_name, draft.after = rate(tokens, draft.after, draft.unit.name, g)
    draft.hedged = draft.hedged or bool(found)
    set_bounds(draft, found)


def hedge_behind_noun(tokens: list[Token], draft: Draft, g: QuantityGrammar) -> None:
    """ "3,500 troops or more": the hedge stands behind what is counted."""
    if draft.noun is None or draft.hedge != "exact":
        return
    opener = low(tokens, draft.noun[1])
    if opener not in g.words.additives and opener not in g.words.alternatives:
        return
    behind = _behind(tokens, draft.noun[1], g)
    if behind is not None:
        set_bounds(draft, [behind[0]])


def _before(tokens: list[Token], at: int, draft: Draft, g: QuantityGrammar) -> tuple[Hedge, int] | None:
    """The hedge that ends here, and the index of its first token."""
    found = longest_before(tokens, at, g.hedges_before, _LONGEST)
    if found is None and low(tokens, at - 1) in g.phrase.additions:
        found = longest_before(tokens, at - 1, g.hedges_before, _LONGEST)
    if found is None or draft.number.nothing:  # "no more than" is never cut in two
        return None
    last_two = (low(tokens, found[1] - 1), low(tokens, found[1]))
    return None if at - found[1] == 1 and last_two in g.phrase.not_hedges else found


def _behind(tokens: list[Token], at: int, g: QuantityGrammar) -> tuple[Hedge, int] | None:
    """The hedge that starts here, unless it opens what follows ("30 at least 5", "5 and more than 6")."""
    found = longest_after(tokens, at, g.hedges_after, _LONGEST)
    if found is None or low(tokens, found[1]) in g.words.comparatives:
        return None
    follows = tokens[found[1]] if found[1] < len(tokens) else None
    loose = tuple(t.low for t in tokens[at : found[1]]) in g.loose_hedges
    if loose and follows is not None and (follows.kind == "number" or follows.low in g.numerals):
        return None
    return found


def set_bounds(draft: Draft, hedges: list[Hedge]) -> None:
    """Bounds after LABELLING: at least N is N or more, up to N is N or less, about N is a tenth either way."""
    if not hedges or (draft.value is None and draft.hedge != "vague"):
        return
    if draft.hedge == "vague":
        if "at_least" in hedges:
            draft.hedge, draft.high = "at_least", None
        return
    value = draft.value
    assert value is not None
    if "at_least" in hedges:
        draft.hedge, draft.low, draft.high = "at_least", value, None
    elif "at_most" in hedges:
        draft.hedge, draft.low, draft.high = "at_most", None, value
    else:
        margin = abs(value) * 0.1
        draft.hedge = "approximate"
        draft.low, draft.high = _rounded(value - margin, draft), _rounded(value + margin, draft)


def _rounded(bound: float, draft: Draft) -> float:
    return float(round(bound)) if draft.unit is None or abs(bound) >= 100 else float(f"{bound:.4g}")
