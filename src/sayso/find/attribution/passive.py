"""Passives: "it was reported that", "is believed to have", "was accused by X of", and the one who was asked."""

from __future__ import annotations

from sayso.find.attribution import grammar
from sayso.find.attribution.contents import Contents, completed, host, infinitive, preposition
from sayso.find.attribution.draft import CERTAINTY, Draft
from sayso.find.attribution.finite import finite
from sayso.find.attribution.grammar import Range
from sayso.find.tree import Tree
from sayso.languages.speech import Cue, SpeechLexicon

LESS_SURE = 0.1


def is_reduced(tree: Tree, verb: int) -> bool:
    """A participle on a noun or beside a clause, with one who does it: "a strike described by officials as ..."."""
    token = tree.tokens[verb]
    return (
        token.tag in {"VBN", "VBD"}
        and token.dep in {"acl", "advcl"}
        and grammar.own_subject(tree, verb) is None
        and grammar.agent(tree, verb) is not None
    )


def find_passive(tree: Tree, verb: int, cue: Cue, lexicon: SpeechLexicon, participle: bool) -> Draft | None:
    """A passive with its agent, or with none where that is what the words say. `participle`: see `is_reduced`."""
    by = grammar.agent(tree, verb)
    subject = tree.tokens[verb].head if participle else grammar.own_subject(tree, verb)
    expletive = subject is not None and tree.tokens[subject].text.lower() in lexicon.words.empty
    low, _ = grammar.group(tree, verb, floor=subject + 1 if subject is not None and subject < verb else 0)
    told = grammar.span(tree, (low, verb))
    contents: list[Range] = []
    frame = "none"
    deed = infinitive(tree, verb, cue.frames | {"to"})
    found = finite(tree, verb, lexicon) if "that" in cue.frames else []
    if found and (subject is None or expletive or not found[0][1] < subject < verb):
        frame, contents = "that", found
    elif subject is not None and deed and tree.tokens[verb].lemma in lexicon.passives:
        frame, contents = "to", [grammar.edges(tree, subject), *deed]
    elif subject is not None and not expletive and not participle:
        frame, contents = _of_subject(tree, verb, subject, cue, by is not None, lexicon)
    elif participle and subject is not None and by is not None:
        completion = completed(tree, verb, verb, cue)
        if completion:
            frame, contents = "np+", [grammar.edges(tree, completion)]
    if not contents and participle and (found := host(tree, verb, by, lexicon)):
        frame, contents = "host", found  # "As reported by the agency, ..."
    if not contents and not (by is not None and "that" in cue.frames):
        return None
    source = [grammar.noun_phrase(tree, by)] if by is not None else []
    return Draft(
        construction=f"passive:{frame}",
        source=source,
        cue=[told],
        content=[grammar.span(tree, r) for r in contents],
        clause=told,
        confidence=CERTAINTY[frame] - LESS_SURE,
        quotable=frame in {"that", "none"},
    )


def find_unasked(tree: Tree, verb: int, cue: Cue, lexicon: SpeechLexicon) -> Draft | None:
    """ "Asked whether ..., he said": the one who is asked does not ask, and who does is not said."""
    found = finite(tree, verb, lexicon) if "that" in cue.frames else []
    frame = "that"
    if not found:
        frame, found = preposition(tree, verb, cue, lexicon)
    if not found or (tree.tokens[verb].head < verb and tree.tokens[verb - 1].text != ","):
        return None
    told = grammar.span(tree, (verb, verb))
    content = [grammar.span(tree, r) for r in found]
    return Draft(f"passive:{frame}", [], [told], content, told, CERTAINTY[frame] - LESS_SURE)


def _of_subject(
    tree: Tree, verb: int, subject: int, cue: Cue, with_agent: bool, lexicon: SpeechLexicon
) -> Contents:
    completion = completed(tree, verb, verb, cue)
    blamed = any(f"np+{word}" in cue.frames for word in lexicon.words.blame)
    if completion and (with_agent or blamed):
        return "np+", [grammar.edges(tree, subject), grammar.edges(tree, completion)]
    if "np" in cue.frames and with_agent:
        return "np", [grammar.edges(tree, subject)]
    return "none", []
