"""What is measured: killed, captured, area ... from the unit, the noun counted and the words around."""

from __future__ import annotations

from typing import cast

from sayso.find.quantity.changes import two_ends
from sayso.find.quantity.cues import find_cue
from sayso.find.quantity.draft import Draft
from sayso.find.quantity.tokens import DASHES, Token, low, past
from sayso.languages.quantity import QuantityGrammar
from sayso.records import Measure

OUTCOMES = frozenset(
    {"killed", "injured", "killed_or_injured", "missing", "detained", "captured", "displaced"}
)
_PERSONS = frozenset({"people", "force", ""})
_CASUALTIES = frozenset({"killed", "injured", "missing", "killed_or_injured"})
# A noun that already tells what became of them gives way only to the graver: prisoners who were killed.
_GIVES_WAY = {
    "captured": _CASUALTIES,
    "detained": _CASUALTIES,
    "displaced": _CASUALTIES,
    "injured": frozenset({"killed"}),
    "killed_or_injured": frozenset({"killed", "injured"}),
}
# Things have no fate, and nobody becomes worse off than these.
_SETTLED = frozenset({"equipment", "places", "killed", "missing"})


def find_measures(tokens: list[Token], drafts: list[Draft], g: QuantityGrammar) -> None:
    """Sets the measure of each draft, in order: a bare number in a list takes over that of the one before."""
    for index, draft in enumerate(drafts):
        previous = drafts[index - 1] if index else None
        draft.aside = previous is not None and _is_aside(tokens, previous, draft, g)
        limit = drafts[index + 1].first if index + 1 < len(drafts) else len(tokens)
        draft.measure = _measure(tokens, draft, previous, limit, g)
    for left, right in zip(drafts[-2::-1], drafts[:0:-1], strict=True):
        _share_predicate(tokens, left, right, g)


def _is_aside(tokens: list[Token], previous: Draft, draft: Draft, g: QuantityGrammar) -> bool:
    """Whether a figure stands in an aside to one before: "including six", "six of them", and what goes on from these."""
    before = low(tokens, draft.first - 1)
    if before in g.part.inclusive or past(tokens, draft.after, g.part.of_them) is not None:
        return True
    if past(tokens, draft.first - 2, g.part.of_them) == draft.first:
        return True
    goes_on = draft.first - previous.end == 1 and (before == "," or before in g.words.additives)
    return previous.aside and goes_on


def _measure(
    tokens: list[Token], draft: Draft, previous: Draft | None, limit: int, g: QuantityGrammar
) -> Measure:
    unit, kind = draft.unit, draft.kind
    if unit is not None and unit.measure != "other":
        return unit.measure
    if unit is not None and (
        unit.dimension != "share" or (draft.noun is None and unit.name != "fraction")
    ):  # fmt: skip
        return "other"
    if kind not in _SETTLED:
        known = kind in ("people", "force") or draft.noun is None or kind in _GIVES_WAY
        draft.own_cue = find_cue(tokens, draft, limit, known, g)
    told = draft.own_cue.measure if draft.own_cue is not None else None
    if kind in _GIVES_WAY:
        return told if told is not None and told in _GIVES_WAY[kind] else cast("Measure", kind)
    if told is None and previous is not None and _same_fate(tokens, previous, draft, g):
        return previous.measure
    raised = told == "force" and kind == "" and draft.noun is not None
    fits = kind in _PERSONS or (kind == "other" and told in ("detained", "killed"))
    if told is not None and fits and not raised:
        return told
    return "other" if kind in ("people", "", "other") else cast("Measure", kind)


def _same_fate(tokens: list[Token], previous: Draft, draft: Draft, g: QuantityGrammar) -> bool:
    """Whether a figure without a cue goes on with what was said of the one before."""
    bare = draft.noun is None and draft.unit is None
    if bare and previous.measure in OUTCOMES and two_ends(tokens, previous, draft, g):
        return True  # "rose to 31 from 28"
    if draft.kind not in _PERSONS or not _coordinated(tokens, previous, draft, g):
        return False
    soldiers = draft.noun is not None and low(tokens, draft.noun[1] - 1) in g.measure.like_force
    return previous.measure in OUTCOMES or soldiers


def _coordinated(tokens: list[Token], previous: Draft, draft: Draft, g: QuantityGrammar) -> bool:
    """ "killed 12 soldiers and 3 civilians": nothing but "and", commas and the like between the two."""
    words = [t.low for t in tokens[previous.end : draft.first]]
    joined = 0 < len(words) <= 9 and words[-1] in g.words.additives
    if joined and draft.kind in ("people", "force") and not previous.cue_behind:
        # "killed 14 fighters from the group and five civilians"
        return not any(
            w == "" or w in g.words.auxiliaries or w in g.words.saying or (w,) in g.cues for w in words
        )
    return len(words) <= 4 and all(w == "," or w in DASHES or w in g.measure.series for w in words)


def _share_predicate(tokens: list[Token], left: Draft, right: Draft, g: QuantityGrammar) -> None:
    """ "12 soldiers and several guards were killed", "11 civilians including 3 children died": one predicate for both."""
    undecided = left.own_cue is None and left.measure in ("other", "force")
    if not undecided or left.kind not in ("people", "force"):
        return
    if right.measure not in OUTCOMES or right.unit is not None or not right.cue_behind:
        return
    between = [t.low for t in tokens[left.end : right.first] if t.text != "," and t.text not in DASHES]
    if len(between) > 6 or "" in between or any(w in g.words.auxiliaries for w in between):
        return
    among = bool(between) and (between[0] in g.part.among or between[0] in g.part.inclusive)
    joined = bool(between) and (between[0] in g.words.additives or between[-1] in g.words.additives)
    if among or joined or (not between and right.aside):
        left.measure, left.own_cue, left.cue_behind = right.measure, right.own_cue, True
