"""How quantities of one sentence hang together: a conversion restates, a part belongs to its whole."""

from __future__ import annotations

from sayso.find.quantity.draft import Draft
from sayso.find.quantity.hedges import set_bounds
from sayso.find.quantity.measure import OUTCOMES
from sayso.find.quantity.tokens import DASHES, Token, past
from sayso.languages.quantity import QuantityGrammar

_TOLERANCE = 0.05
_LONGEST_BETWEEN = 12


def link(tokens: list[Token], drafts: list[Draft], g: QuantityGrammar) -> None:
    """Sets same_as and part_of (as indexes into drafts)."""
    for index in range(1, len(drafts)):
        _restated(drafts, index, tokens, g)
        _part(tokens, drafts, index, g)
    for draft in drafts:
        whole = drafts[draft.part_of] if draft.part_of is not None else None
        # Children among the dead are dead: a part without a fate of its own has that of the whole.
        undecided = draft.measure in ("other", "force") and draft.own_cue is None
        if whole is None or not undecided:
            continue
        if draft.noun is None or (whole.measure in OUTCOMES and draft.kind in ("people", "force", "")):
            draft.measure = whole.measure


def _restated(drafts: list[Draft], index: int, tokens: list[Token], g: QuantityGrammar) -> None:
    """ "1,000 square kilometres (386 square miles)", "10 miles, or 16 km": the same figure in another unit."""
    first, second = drafts[index - 1], drafts[index]
    between = tuple(t.low for t in tokens[first.after : second.first])
    bracketed = bool(between) and between[-1] == "(" and len(between) <= 3
    original = first.same_as if first.same_as is not None else index - 1
    if not (bracketed or between in g.part.restating) or first.unit is None or second.unit is None:
        return
    if first.unit.name == second.unit.name or not _agree(drafts[original], second, bracketed):
        return
    second.same_as = original
    if second.hedge == "exact" and first.hedge in ("at_least", "at_most", "approximate"):
        set_bounds(second, [first.hedge])
        second.hedged = True


def _agree(a: Draft, b: Draft, bracketed: bool) -> bool:
    """Within rounding of each other; currencies have no fixed rate, so for them the brackets have to do."""
    if a.unit is None or b.unit is None or a.unit.dimension != b.unit.dimension:
        return False
    left, right = a.value if a.value is not None else a.high, b.value if b.value is not None else b.high
    if a.unit.dimension == "money":
        return bracketed
    if left is None or right is None:
        return False
    if a.unit.dimension == "temperature":
        return bracketed
    if not a.unit.factor or not b.unit.factor:
        return False
    here, there = left * a.unit.factor, right * b.unit.factor
    # A figure in one or two digits is rounded coarsely: half of its last digit is allowed besides.
    slack = 0.5 * b.unit.factor if right < 20 and right == int(right) else 0.0
    return abs(here - there) <= _TOLERANCE * max(abs(here), abs(there)) + slack


def _part(tokens: list[Token], drafts: list[Draft], index: int, g: QuantityGrammar) -> None:
    """Makes this draft or the one before a part of the other, where the words between say so."""
    first, second = drafts[index - 1], drafts[index]
    if any(d.unit is not None and d.unit.dimension != "share" for d in (first, second)):
        return
    between = tuple(
        t.low for t in tokens[first.end : second.first] if t.text not in DASHES and t.text not in ",("
    )
    if past(tokens, second.after, g.part.of_them) is not None and _fits(second, first):
        # "six of them children and two of them women": both of the same whole
        beside = past(tokens, first.after, g.part.of_them) is not None
        second.part_of = first.part_of if beside else index - 1
    elif not between:
        if first.part_of is not None and second.kind in ("people", "force"):
            second.part_of = first.part_of
    elif "" in between or len(between) > _LONGEST_BETWEEN:
        return
    elif _whole_follows(first, second, between, g):
        if first.unit is not None or _fits(first, second):
            first.part_of = index
    elif between[-1] in g.part.inclusive or between[-2:] in g.part.of_them:
        if second.unit is not None or _fits(second, first):
            second.part_of = index - 1
    elif first.part_of is not None and len(between) == 1 and between[0] in g.words.additives:
        # "including six civilians and two medics"
        goes_on = second.unit is None and _fits(second, drafts[first.part_of])
        second.part_of = first.part_of if goes_on else second.part_of


def _whole_follows(first: Draft, second: Draft, between: tuple[str, ...], g: QuantityGrammar) -> bool:
    """ "three among the 14 dead", "half of the 120 missiles", "36 of 38 drones"."""
    if between[-1] in g.part.among or between in g.part.between:
        return True
    if between[-2:-1] and between[-2] in g.part.among and between[-2:] in g.part.between:
        return True
    bare = len(between) == 1 and between[0] in g.words.partitives
    return bare and first.noun is None and second.unit is None and _fits(first, second)


def _fits(part: Draft, whole: Draft) -> bool:
    """A part is not larger than its whole."""
    least = part.low if part.low is not None else part.high
    most = whole.high
    return most is None or least is None or least <= most
