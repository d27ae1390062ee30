"""Cues whose content is what stands before them: "The minister said this on Friday", "This was reported by the agency",
"The statement was made by the general", "That is according to officials"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.find.attribution import grammar
from sayso.find.attribution.draft import Draft
from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon
from sayso.records import Span


def find_pointing(
    trees: Sequence[Tree], stretches: Sequence[Span], lexicon: SpeechLexicon
) -> Iterator[Draft]:
    """A draft for each cue with "this" for a content: the sentence before it, or the paragraph where it opens one."""
    for index, tree in enumerate(trees):
        found = [who for verb in range(len(tree.tokens)) if (who := _pointing(tree, verb, lexicon))]
        found += [who] if (who := _is_according(tree, lexicon)) else []
        content = _before(trees, index, stretches) if found else None
        for verb in range(len(tree.tokens)):
            if denied := _denied(trees, index, verb, stretches, lexicon):
                yield denied
        if content is None:
            continue
        for source, cue in found:
            yield Draft(
                construction="pointing",
                source=[source],
                cue=[cue],
                content=[content],
                clause=(min(source[0], cue[0]), max(source[1], cue[1])),
                confidence=0.7,
            )


def _pointing(tree: Tree, verb: int, lexicon: SpeechLexicon) -> tuple[Span, Span] | None:
    token = tree.tokens[verb]
    if not grammar.is_verb(token):
        return None
    subject = grammar.own_subject(tree, verb)
    by = grammar.agent(tree, verb)
    cue = lexicon.verbs.get(token.lemma)
    said = cue is not None and "that" in cue.frames
    group = grammar.group(tree, verb, floor=subject + 1 if subject is not None and subject < verb else 0)
    if grammar.is_passive(tree, verb) and by is not None and subject is not None:
        noun = lexicon.nouns.get(tree.tokens[subject].lemma)
        made = (
            noun is not None
            and token.lemma in lexicon.carriers
            and not tree.children(subject, "acl", "relcl")
        )
        if made or (said and _points(tree, subject, lexicon)):
            return grammar.noun_phrase(tree, by), grammar.span(tree, group)
        return None
    asks = subject is not None and tree.tokens[subject].tag.startswith("W")
    if said and subject is not None and not asks and points_back(tree, verb, lexicon):
        source = grammar.noun_phrase(tree, subject, before=group[0] if subject < verb else None)
        return source, grammar.span(tree, group)
    return None


def _denied(
    trees: Sequence[Tree], index: int, verb: int, stretches: Sequence[Span], lexicon: SpeechLexicon
) -> Draft | None:
    """ "X accused Moscow; Moscow denies it": what is denied is the clause before, or the sentence before this one."""
    tree = trees[index]
    token = tree.tokens[verb]
    cue = lexicon.verbs.get(token.lemma) if grammar.is_verb(token) else None
    subject = grammar.own_subject(tree, verb)
    if cue is None or cue.stance != "denies" or subject is None or subject > verb:
        return None
    if not any(
        i == verb + 1 and tree.tokens[i].text.lower() in lexicon.words.empty
        for i in tree.children(verb, "dobj")
    ):
        return None
    low = grammar.edges(tree, subject)[0]
    group = grammar.group(tree, verb, floor=subject + 1)[0]
    before = low - 1
    while before > 0 and tree.tokens[before].pos in {"CCONJ", "PUNCT"}:
        before -= 1
    if before > 0 and tree.tokens[low - 1].pos in {"CCONJ", "PUNCT"}:
        content = grammar.span(tree, (0, before))
    else:
        first = next((s[0] for s in stretches if s[0] <= tree.tokens[0].start < s[1]), None)
        last = trees[index - 1].tokens if index and low == 0 else ()
        if first is None or not last or last[0].start < first:
            return None
        content = last[0].start, last[-1].end
    source, told = grammar.noun_phrase(tree, subject, before=group), grammar.span(tree, (group, verb))
    return Draft("pointing", [source], [told], [content], (source[0], told[1]), 0.6)


def points_back(tree: Tree, verb: int, lexicon: SpeechLexicon) -> bool:
    """Whether a verb has "this" or "that" right behind it for its object."""
    return any(i > verb and _points(tree, i, lexicon) for i in tree.children(verb, "dobj"))


def _is_according(tree: Tree, lexicon: SpeechLexicon) -> tuple[Span, Span] | None:
    """ "That is according to officials"."""
    words = [t.text.lower() for t in tree.tokens[:8]]
    for phrase in lexicon.according:
        for first in (1, 2):
            last = first + len(phrase) - 1
            if tuple(words[first : last + 1]) == phrase and is_pointed(tree, first, lexicon):
                nouns = tree.children(last, "pobj")
                if nouns:
                    return grammar.noun_phrase(tree, nouns[0], after=last), grammar.span(tree, (first, last))
    return None


def is_pointed(tree: Tree, index: int, lexicon: SpeechLexicon) -> bool:
    """Whether nothing but "that is" stands before a token, which opens what points back then."""
    opening = tree.tokens[0].text.lower().replace("'", "’").split("’")[0]
    return 1 <= index <= 2 and opening in lexicon.words.pointing


def _points(tree: Tree, index: int, lexicon: SpeechLexicon) -> bool:
    return tree.tokens[index].text.lower() in lexicon.words.pointing and not tree.children(index)


def _before(trees: Sequence[Tree], index: int, stretches: Sequence[Span]) -> Span | None:
    """The sentence before this one in its paragraph, or the paragraph before it."""
    here = trees[index].tokens[0].start
    inside = next((s for s in stretches if s[0] <= here < s[1]), None)
    if inside is None:
        return None
    if index and trees[index - 1].tokens[0].start >= inside[0]:
        before = trees[index - 1].tokens
        return before[0].start, before[-1].end
    place = stretches.index(inside)
    return stretches[place - 1] if place else None
