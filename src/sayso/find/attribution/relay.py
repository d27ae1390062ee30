"""Words passed on: "X cited Y as saying", "Y was quoted by X as saying". The source is Y; X is for the speaker resolver."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.find.attribution import grammar
from sayso.find.attribution.draft import Draft
from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon


def find_relays(tree: Tree, lexicon: SpeechLexicon) -> Iterator[Draft]:
    """A draft for each relay verb with "as saying". The cue is both verbs, in two spans where the source parts them."""
    for verb, token in enumerate(tree.tokens):
        if token.lemma not in lexicon.relays or not grammar.is_verb(token):
            continue
        saying = passed_on(tree, verb, lexicon)
        if saying is None:
            continue
        as_, said = saying
        passive = grammar.is_passive(tree, verb)
        objects = [i for i in tree.children(verb, "dobj", "dative") if verb < i < as_]
        subject = grammar.own_subject(tree, verb)
        if subject is None and tree.tokens[verb].dep in {"acl", "relcl", "advcl"}:
            subject = tree.tokens[verb].head
        source = objects[0] if objects and not passive else subject
        if source is None:
            continue
        low, _ = grammar.group(tree, verb)
        near = as_ == verb + 1
        cue = [(low, said)] if near else [(low, verb), (as_, said)]
        inside = grammar.noun_phrase(tree, source, before=as_ if source < as_ else None)
        if source < verb:
            inside = grammar.noun_phrase(tree, source, before=low)
        content = _content(tree, said, lexicon)
        spans = [grammar.span(tree, r) for r in cue]
        yield Draft(
            construction="relay",
            source=[inside],
            cue=spans,
            content=content,
            clause=(min(spans[0][0], inside[0]), spans[-1][1]),
            confidence=0.9,
            quotable=True,
        )


def passed_on(tree: Tree, verb: int, lexicon: SpeechLexicon) -> tuple[int, int] | None:
    """The tokens "as" and "saying" that belong to a relay verb; the parser hangs them on it or on its object."""
    for index in range(verb + 1, min(verb + 40, len(tree.tokens) - 1)):
        if tree.tokens[index].text.lower() not in lexicon.words.role or tree.tokens[index + 1].tag != "VBG":
            continue
        above = set(tree.above(index))
        if verb in above:
            return index, index + 1
    return None


def _content(tree: Tree, said: int, lexicon: SpeechLexicon) -> list[tuple[int, int]]:
    for child in tree.children(said, "ccomp", "dobj"):
        low, high = grammar.edges(tree, child)
        low = max(low, said + 1)
        if low <= high and grammar.opens_clause(tree.tokens[low], lexicon):
            low += 1
        return [grammar.span(tree, (low, max(high, low)))] if low <= high else []
    return []
