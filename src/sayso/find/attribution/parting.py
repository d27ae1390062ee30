"""Contents that hold too much: where the words of one saying end and the next saying begins, in one sentence.

A content that swallows the next speaker's clause hands that one's figures to the wrong side: in doubt it is cut.
"""

from __future__ import annotations

from collections.abc import Mapping

from sayso.find.attribution import grammar
from sayso.find.attribution.draft import Draft
from sayso.find.attribution.finite import QUOTE_MARKS
from sayso.find.attribution.someone import is_someone
from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon

TOLD = frozenset({"clause:that", "clause:prep", "clause:figure", "clause:host"})
MOST_CUES = 20
"""Cues behind a first one that are looked at: more stand in no sentence that anyone has written."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def part(tree: Tree, verb: int, drafts: Mapping[int, Draft], lexicon: SpeechLexicon) -> None:
    """Cuts a content, in place, before the next saying that the parser hung on it.

    That is a further one of the same speaker ("X said A, telling reporters that B"; "He says he respects them and calls
    them brave"; "X said that there are limits but accused Y of ...") or one of the next ("X said A, and Y said B").
    """
    draft = drafts[verb]
    children = [i for i in tree.children(verb, "ccomp") if i > verb]
    if draft.construction != "clause:that" or not children or not draft.content:
        return
    said = children[0]
    opening = grammar.edges(tree, said)[0]
    if any(t.text in QUOTE_MARKS for t in tree.tokens[verb + 1 : opening + 1]):
        return
    for other in [i for i in sorted(drafts) if i > opening][:MOST_CUES]:
        if drafts[other].shared:
            if drafts[other].content[:1] == [] or not _goes_on(tree, verb, said, other, lexicon):
                continue
            low, own = grammar.group(tree, other)[0], True
        elif _is_next(tree, verb, said, other, drafts[other], lexicon):
            low, own = grammar.edges(tree, other)[0], False
        else:
            continue
        if _cut(tree, draft, low):
            if own:
                _hand_on(draft, other, drafts)
            return


def _goes_on(tree: Tree, verb: int, said: int, other: int, lexicon: SpeechLexicon) -> bool:
    """Whether a later cue without a subject of its own has that of the first cue for one, not that of the content."""
    token = tree.tokens[other]
    low = grammar.group(tree, other)[0]
    if token.tag == "VBG" and token.dep == "advcl" and tree.tokens[low - 1].text == ",":
        return True
    if token.dep != "conj" or token.head != said or tree.tokens[verb].tag != token.tag:
        return False
    inner = grammar.own_subject(tree, said)
    if inner is None or tree.tokens[inner].tag == "PRP":
        return inner is not None
    # "said that there are limits but accused": the tense is that of "said", and what is there accuses nobody.
    return tree.tokens[inner].dep == "expl" or not is_someone(tree, inner, lexicon)


def _is_next(tree: Tree, verb: int, said: int, other: int, draft: Draft, lexicon: SpeechLexicon) -> bool:
    """Whether a cue with its own subject stands beside the first one, and not within what that one says.

    Within it, it would be in the tense of the content ("had said"), or opened by another "that".
    """
    token = tree.tokens[other]
    if token.dep not in {"conj", "advcl"} or not draft.content:
        return False
    subject = grammar.own_subject(tree, other)
    if subject is None or said not in tree.above(other):
        return False
    marks = [tree.tokens[i].text.lower() for i in tree.children(other, "mark", "advmod")]
    if token.dep == "advcl" and any(mark in lexicon.words.contrast for mark in marks):
        return draft.construction in TOLD and tree.tokens[subject].tag != "PRP"
    simple = token.tag in FINITE and not tree.children(other, "aux", "auxpass")
    if token.dep != "conj" or token.tag != tree.tokens[verb].tag or not simple:
        return False
    if lexicon.complementisers & set(marks):
        return False
    if token.lemma in lexicon.thoughts or token.text.lower() in lexicon.thoughts:
        return False
    low = grammar.edges(tree, other)[0]
    apart = any(t.text in {",", ";"} for t in tree.tokens[max(0, low - 2) : low])
    if tree.tokens[subject].tag == "PRP":
        return apart and draft.construction == "clause:that"
    return is_someone(tree, subject, lexicon) and (apart or draft.construction in TOLD)


def _cut(tree: Tree, draft: Draft, low: int) -> bool:
    """Ends the last span of a content before a token and the "and" before it; False where it does not reach there."""
    while low > 1 and (tree.tokens[low - 1].pos in {"CCONJ", "PUNCT"}):
        if tree.tokens[low - 1].text in QUOTE_MARKS:
            break
        low -= 1
    start, end = draft.content[-1]
    stop = tree.tokens[low - 1].end
    if not start < stop < end:
        return False
    draft.content[-1] = (start, stop)
    return True


def _hand_on(draft: Draft, other: int, drafts: Mapping[int, Draft]) -> None:
    """Gives the speaker to the cues from `other` on that share a subject: they took that of the content for it."""
    for later, one in drafts.items():
        if later >= other and one.shared:
            one.source = list(draft.source)
