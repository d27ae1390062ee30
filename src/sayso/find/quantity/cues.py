"""The words beside a figure that tell what became of those counted: "killed 12", "30 were wounded"."""

from __future__ import annotations

from sayso.find.quantity.draft import Draft
from sayso.find.quantity.tokens import DASHES, Token, glued, longest_after, longest_before, low
from sayso.languages.quantity import Cue, QuantityGrammar

_LONGEST_CUE = 5
_BEFORE, _BEHIND, _TOLL, _ASIDE = 6, 10, 12, 10
_QUOTES = '"“”'


def find_cue(tokens: list[Token], draft: Draft, limit: int, known: bool, g: QuantityGrammar) -> Cue | None:
    """The cue of a draft, none beyond `limit` (where the next figure starts); sets whether it stands behind.

    `known` is whether persons are counted, so that a verb may follow without an auxiliary ("30 people died").
    """
    adjacent = _bare(tokens, draft.end, limit, g) if known else None
    if adjacent is None:
        adjacent = _inside(tokens, draft, g)
    draft.cue_behind = adjacent is not None
    if adjacent is not None:
        return adjacent
    before = _before(tokens, draft, g)
    if before is not None:
        return before
    closes_aside = draft.aside and _parts_words(tokens, draft.end)
    behind = _behind(tokens, draft.end + closes_aside, limit, known, g)
    draft.cue_behind = behind is not None
    return behind


def _parts_words(tokens: list[Token], i: int) -> bool:
    return low(tokens, i) == "," or (low(tokens, i) in DASHES and not glued(tokens, i))


def _inside(tokens: list[Token], draft: Draft, g: QuantityGrammar) -> Cue | None:
    """ "12 wounded soldiers", "40 displaced families"."""
    if draft.noun is None:
        return None
    for token in tokens[draft.noun[0] : draft.noun[1] - 1]:
        found = g.cues.get((token.low,))
        if found is not None and found.after_noun:
            return found
    return None


def _bare(tokens: list[Token], i: int, limit: int, g: QuantityGrammar) -> Cue | None:
    """A cue right behind: "22 killed", "30 people died", "5 dead"; not "5 soldiers killed 12"."""
    if low(tokens, i) in g.measure.before_bare:
        i += 1
    found = longest_after(tokens, i, g.cues, _LONGEST_CUE)
    if found is None or not found[0].after_noun or found[1] > limit:
        return None
    cue, after = found
    active = low(tokens, after) in g.measure.objects or (after == limit and limit < len(tokens))
    transitive = cue.before and cue.after
    return None if active and transitive and low(tokens, i - 1) not in g.words.auxiliaries else cue


def _behind(tokens: list[Token], end: int, limit: int, known: bool, g: QuantityGrammar) -> Cue | None:
    """A cue further on in the clause: "30 people in the town were killed", over an aside between commas."""
    at, seen_auxiliary = end, False
    stop = min(limit, end + _BEHIND, len(tokens))
    while at < stop:
        token = tokens[at]
        if token.kind != "word" or token.low in g.words.conjunctions or token.low in g.measure.clauses:
            over = _over(tokens, at, end, limit, g)
            if over is None:
                return None
            at = over
            continue
        found = longest_after(tokens, at, g.cues, _LONGEST_CUE)
        if found is not None and found[1] <= limit:
            cue, at = found
            intransitive = cue.after_noun and not cue.before
            if cue.after and (seen_auxiliary or (intransitive and known)):
                return cue
            continue
        if token.low in g.words.saying:
            return None
        seen_auxiliary = seen_auxiliary or token.low in g.words.auxiliaries
        at += 1
    return None


def _over(tokens: list[Token], at: int, end: int, limit: int, g: QuantityGrammar) -> int | None:
    """The index after a mark or conjunction that does not end the clause; None where it does."""
    token, follows = tokens[at], low(tokens, at + 1)
    opens_aside = follows in g.part.inclusive or follows in g.part.among or follows in g.measure.asides
    if opens_aside and (token.text == "," or token.text in DASHES):
        return _past_aside(tokens, at + 1, limit)
    if token.text in _QUOTES:
        return at + 1
    joins = token.low in g.words.additives or token.low in g.words.alternatives
    new_clause = follows in g.words.determiners or (at != end and follows in g.words.stops)
    return at + 1 if joins and not new_clause else None  # "soldiers and militiamen were killed"


def _past_aside(tokens: list[Token], i: int, limit: int) -> int:
    """The index behind ", including six children,": the cue may follow the second comma."""
    for at in range(i, min(limit, i + _ASIDE, len(tokens))):
        if _parts_words(tokens, at):
            return at + 1
    return limit


def _before(tokens: list[Token], draft: Draft, g: QuantityGrammar) -> Cue | None:
    """A cue in front with nothing between but adverbs and determiners; after "rose to" the subject may be far."""
    start = at = draft.first
    far = low(tokens, at - 1) in g.measure.toll_links or draft.change is not None
    while at > max(0, start - (_TOLL if far else _BEFORE)):
        found = longest_before(tokens, at, g.cues, _LONGEST_CUE)
        if found is not None and found[0].before:
            cue, first = found
            own_clause = low(tokens, first - 1) in g.measure.passives and not far and at < start
            return None if own_clause else cue
        token = tokens[at - 1]
        if token.kind in ("stop", "number") or token.text in ',;:()"“”' or token.low in g.measure.complements:
            return None
        if not far and not _may_stand_between(token.low, g):
            return None
        at -= 1
    return None


def _may_stand_between(word: str, g: QuantityGrammar) -> bool:
    return word in g.words.determiners or word in g.words.adverbs or word in g.measure.to_number
