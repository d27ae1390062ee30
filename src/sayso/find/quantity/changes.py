"""Rising and falling: a verb, or "up" and "down", right before a figure."""

from __future__ import annotations

from sayso.find.quantity.draft import Draft
from sayso.find.quantity.tokens import Token, low
from sayso.languages.quantity import QuantityGrammar
from sayso.records import Change

_LONGEST_LINK = 3
_AMOUNTS = frozenset({"share", "money", "score"})


def find_changes(tokens: list[Token], drafts: list[Draft], g: QuantityGrammar) -> None:
    """Sets increase or decrease where a word of change stands right before the figure."""
    for index, draft in enumerate(drafts):
        if draft.hedge == "range" or draft.change is not None:
            continue
        previous = drafts[index - 1] if index else None
        draft.change = _change(tokens, draft, g) or _shared_change(tokens, previous, draft, g)


def two_ends(tokens: list[Token], previous: Draft, draft: Draft, g: QuantityGrammar) -> bool:
    """Whether the two are the ends of one change: "to 31 from 28", "from 28 to 31"."""
    if draft.first - previous.after != 1:
        return False
    word = low(tokens, previous.after)
    return word in g.phrase.change_openers or word in g.phrase.change_openers.values()


def _change(tokens: list[Token], draft: Draft, g: QuantityGrammar) -> Change | None:
    at = draft.first - 1
    while low(tokens, at) in g.change.links and draft.first - at <= _LONGEST_LINK:
        at -= 1
    word, follows = low(tokens, at), low(tokens, at + 1)
    change = g.changes.get(word)
    if change is None or (word, follows) in g.change.not_changes:
        return None
    led = follows in g.change.by or follows in g.change.to
    if word in g.amounts_only and not led:
        return change if draft.unit is not None and draft.unit.dimension in _AMOUNTS else None
    # "dropped 1,000 bombs" is no decrease, "dropped to 1,000" is.
    return change if led or (draft.unit is not None and word not in g.with_preposition) else None


def _shared_change(
    tokens: list[Token], previous: Draft | None, draft: Draft, g: QuantityGrammar
) -> Change | None:
    """ "grew by 300 jobs or 2%", "down 2.3%, the other by 2.6%"."""
    if previous is None:
        return None
    word = low(tokens, draft.first - 1)
    opened = g.phrase.change_openers.get(low(tokens, previous.first - 1)) == word
    if opened and previous.unit_name == draft.unit_name and two_ends(tokens, previous, draft, g):
        return g.changes.get(low(tokens, previous.first - 2))  # "rose from 28 to 31"
    if previous.change is None:
        return None
    between = tokens[previous.after : draft.first]
    if any(t.kind == "stop" for t in between) or len(between) > 6:
        return None
    restated = word in g.words.alternatives and len(between) <= 3
    same_kind = word in g.change.by and previous.unit_name == draft.unit_name
    return previous.change if restated or same_kind else None
