"""Reckonings: a speaker who gives a figure without a clause: "put the dead at two", "reported 82 settlements"."""

from __future__ import annotations

from sayso.find.attribution import grammar
from sayso.find.attribution.grammar import Range
from sayso.find.tree import Tree
from sayso.languages.speech import Cue, SpeechLexicon

OBJECTS = ("dobj", "oprd", "attr", "ccomp")
PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})
# Relations in which a participle is a noun: "put the injured at 30".
NAMED = frozenset({"dobj", "pobj"})
NO_FIGURE = frozenset({"DATE", "TIME", "ORDINAL"})


def reckoned(tree: Tree, verb: int, cue: Cue, lexicon: SpeechLexicon) -> list[Range]:
    """What a verb gives a figure of, in its frame "figure" or "figure+PREPOSITION"; empty where no figure stands there."""
    objects = [i for i in tree.children(verb, *OBJECTS) if i > verb]
    for child in tree.subtree(verb):
        # The preposition may hang on what the object ends with: "put losses since May at 300".
        fits = child > verb and f"figure+{tree.tokens[child].text.lower()}" in cue.frames
        if not fits or not {tree.tokens[child].head, *tree.above(child)} & {verb, *objects[:1]}:
            continue
        last = grammar.edges(tree, child)[1]
        between = tree.tokens[verb + 1 : child]
        if any(grammar.is_verb(token) and token.dep not in NAMED for token in between):
            break
        if has_figure(tree, (child, last), lexicon):
            before = objects and objects[0] < child
            low = grammar.edges(tree, objects[0])[0] if before else child + 1
            return [(max(low, verb + 1), last)]
    if "figure" not in cue.frames or not objects or tree.tokens[objects[0]].pos == "VERB":
        return []
    low, high = grammar.edges(tree, objects[0])
    low = max(low, verb + 1)
    for child in tree.children(verb, "prep", "npadvmod"):
        # "reported 100 prisoners in a single day": what stands behind the object tells more of it.
        first, last = grammar.edges(tree, child)
        if first == high + 1 and tree.tokens[last].tag not in {"NNP", "NNPS"}:
            high = last
    if tree.tokens[high].pos == "CCONJ":
        high -= 1
    return [(low, with_participles(tree, high))] if has_figure(tree, (low, high), lexicon) else []


def with_participles(tree: Tree, high: int) -> int:
    """The last token of a toll that begins with a number: "17 killed and 140 wounded", which the parser takes apart."""
    words = tree.tokens

    def toll(number: int) -> bool:
        return number + 1 < len(words) and words[number].pos == "NUM" and words[number + 1].tag in PARTICIPLES

    if toll(high):
        high += 1
    while (
        toll(high - 1) and toll(high + 2) and (words[high + 1].pos == "CCONJ" or words[high + 1].text == ",")
    ):
        high += 3
    return high


def has_figure(tree: Tree, tokens: Range, lexicon: SpeechLexicon) -> bool:
    """Whether a number stands there that is no day, time or rank."""
    return any(
        (t.pos == "NUM" and t.entity not in NO_FIGURE) or t.lemma in lexicon.numerals
        for t in tree.tokens[tokens[0] : tokens[1] + 1]
    )
