"""The outlet's own doubt: "it is unclear whether", "neither figure could be verified", "the agency could not verify"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.find.attribution import grammar
from sayso.find.attribution.draft import Draft
from sayso.find.attribution.grammar import Range
from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon

LONGEST_DENIAL = 6
"""Tokens of a subject in which what denies the verb is looked for: "figures from neither side"."""


def find_doubts(tree: Tree, lexicon: SpeechLexicon) -> Iterator[Draft]:
    """ "It is unclear whether ...", "the claim could not be verified": the outlet's own doubt, with no source."""
    for index, token in enumerate(tree.tokens):
        word = token.text.lower()
        if token.lemma in lexicon.checks and (draft := _unchecked(tree, index, lexicon)):
            yield draft
            continue
        if word not in lexicon.doubts | lexicon.doubts_negated:
            continue
        found = _doubted(tree, index, word in lexicon.doubts, lexicon)
        if found is None:
            continue
        cue, contents = found
        yield Draft(
            construction="doubt",
            source=[],
            cue=[grammar.span(tree, cue)],
            content=[grammar.span(tree, r) for r in contents],
            clause=grammar.span(tree, cue),
            confidence=0.6,
        )


def _doubted(tree: Tree, index: int, alone: bool, lexicon: SpeechLexicon) -> tuple[Range, list[Range]] | None:
    token = tree.tokens[index]
    if token.dep == "acomp" or (token.dep == "ROOT" and tree.children(index, "auxpass", "cop")):
        verb = token.head
    elif grammar.is_verb(token):
        verb = index
    else:
        return None
    subject = grammar.own_subject(tree, verb)
    denied = subject is not None and any(
        tree.tokens[i].text.lower() in lexicon.words.nobody for i in tree.subtree(subject)[:LONGEST_DENIAL]
    )
    if not alone and not denied and not tree.children(verb, "neg"):
        return None
    low, _ = grammar.group(tree, verb)
    clauses = [
        i
        for i in {*tree.children(verb, "ccomp", "csubj", "advcl"), *tree.children(index, "ccomp", "advcl")}
        if i > index
    ]
    for child in sorted(clauses):
        first = tree.tokens[grammar.edges(tree, child)[0]].text.lower()
        if first in lexicon.words.question:
            return (low, max(index, verb)), [grammar.edges(tree, child)]
    if subject is None or subject >= low or tree.tokens[subject].text.lower() in lexicon.words.empty:
        return None
    if grammar.is_verb(token) and grammar.is_passive(tree, verb) and grammar.agent(tree, verb) is None:
        return (low, index), [grammar.edges(tree, subject)]
    return None


def _unchecked(tree: Tree, verb: int, lexicon: SpeechLexicon) -> Draft | None:
    """ "The agency could not verify the claim", "it was not possible to verify the figures"."""
    token = tree.tokens[verb]
    if not grammar.is_verb(token) or grammar.is_passive(tree, verb):
        return None
    objects = [i for i in tree.children(verb, "dobj", "ccomp") if i > verb]
    outer = next((i for i in tree.above(verb) if grammar.is_verb(tree.tokens[i])), None)
    infinitive = token.dep in {"xcomp", "acl"} and grammar.is_infinitive(tree, verb) and outer is not None
    main = outer if infinitive and outer is not None else verb
    if not objects or not tree.children(main, "neg") or verb - main > LONGEST_DENIAL:
        return None
    subject = grammar.own_subject(tree, main)
    if subject is None or subject > main:
        return None
    word = tree.tokens[subject].text.lower()
    pronoun = lexicon.pronouns.get(word)
    outlet = word in lexicon.words.empty or (pronoun is not None and pronoun.person == 1)
    low = grammar.group(tree, main, floor=subject + 1)[0]
    cue = grammar.span(tree, (low, verb))
    content = (max(grammar.edges(tree, objects[0])[0], verb + 1), grammar.edges(tree, objects[0])[1])
    source = [] if outlet else [grammar.noun_phrase(tree, subject, before=low)]
    return Draft("doubt", source, [cue], [grammar.span(tree, content)], cue, 0.65)
