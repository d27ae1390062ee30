"""What a verb of saying governs: a clause, an infinitive, a noun phrase; as ranges of tokens."""

from __future__ import annotations

from collections.abc import Sequence, Set

from sayso.find.attribution import grammar
from sayso.find.attribution.figures import reckoned, with_participles
from sayso.find.attribution.finite import QUOTE_MARKS, acts, finite, narrated
from sayso.find.attribution.grammar import Range
from sayso.find.attribution.someone import is_someone
from sayso.find.tree import Tree
from sayso.languages.speech import Cue, SpeechLexicon

Contents = tuple[str, list[Range]]
"""Which frame the content fills ("that", "host", "to", "ing", "np+", "np", "figure", "prep", "none"), and its ranges."""


def contents_of(tree: Tree, verb: int, cue: Cue, particle: int | None, lexicon: SpeechLexicon) -> Contents:
    """What a verb governs in one of its frames; ("none", []) where it governs nothing that is said."""
    if "that" in cue.frames and (found := finite(tree, verb, lexicon)):
        return "that", found
    if cue.frames & {"that", "quote"} and (
        found := host(tree, verb, grammar.own_subject(tree, verb), lexicon)
    ):
        return "host", found
    if found := infinitive(tree, verb, cue.frames):
        return "to", found
    if "ing" in cue.frames and (found := _gerund(tree, verb, particle)):
        return "ing", found
    if phrase := _noun_phrase(tree, verb, cue, particle):
        return phrase
    if "shown" in cue.frames and (found := _shown(tree, verb, lexicon)):
        return "np", found
    if found := reckoned(tree, verb, cue, lexicon):
        return "figure", found
    return preposition(tree, verb, cue, lexicon)


def host(tree: Tree, verb: int, speaker: int | None, lexicon: SpeechLexicon) -> list[Range]:
    """The clause that a verb of saying is slipped into: "The bridge, officials said, was hit", "As X put it, ..."."""
    token = tree.tokens[verb]
    head = token.head
    if head == verb or speaker is None:
        return []
    if token.dep in {"conj", "dep"} and speaker > verb and tree.tokens[verb - 1].text == ",":
        # "..., said the mayor" taken for one more main verb.
        return [(grammar.edges(tree, head)[0], verb - 2)]
    opening = grammar.edges(tree, verb)[0]
    closes = token.dep == "ccomp" and head < opening - 1 and tree.tokens[opening - 1].text == ","
    if closes and speaker < verb and opening == grammar.edges(tree, speaker)[0]:
        # "The minister said this on Friday, the agency reports."
        return [(grammar.edges(tree, head)[0], opening - 2)]
    marks = {tree.tokens[i].text.lower() for i in tree.children(verb, "mark", "advmod", "prep")}
    slipped = token.dep == "parataxis" or (token.dep == "advcl" and bool(marks & lexicon.words.role))
    if not slipped or tree.tokens[speaker].text.lower() in lexicon.words.empty:
        return []
    if told := _told_before(tree, verb, head, lexicon):
        return told
    low, high = grammar.edges(tree, verb)
    if speaker > verb:
        high = min(high, max(verb, grammar.edges(tree, speaker)[1]))
    outer = grammar.edges(tree, head)
    found = [r for r in grammar.without(outer, [(low, high)]) if _has_words(tree, r)]
    return [r for r in found if r[0] < low or not _outlets(tree, outer[0], range(r[0], r[1] + 1))]


def _outlets(tree: Tree, low: int, rest: Sequence[int]) -> bool:
    """Whether words behind a cue are the outlet's, on what happened or on what the speaker did."""
    return narrated(tree, low, rest) or acts(tree, rest)


def _told_before(tree: Tree, verb: int, head: int, lexicon: SpeechLexicon) -> list[Range]:
    """ "The ministry denied that the town was lost, as X had claimed": what X claimed is the clause denied."""
    clauses = [i for i in tree.children(head, "ccomp") if head < i < verb]
    if tree.tokens[verb].dep != "advcl" or tree.tokens[head].lemma not in lexicon.verbs or not clauses:
        return []
    low, high = grammar.edges(tree, clauses[-1])
    return [(low + 1 if grammar.opens_clause(tree.tokens[low], lexicon) else low, high)]


def _has_words(tree: Tree, tokens: Range) -> bool:
    return any(tree.tokens[i].pos not in {"PUNCT", "SPACE"} for i in range(tokens[0], tokens[1] + 1))


def infinitive(tree: Tree, verb: int, frames: Set[str]) -> list[Range]:
    """ "to hold the town" in the frame "to"; with its object in the frame "np+to"."""
    if not frames & {"to", "np+to"}:
        return []
    for child in tree.children(verb, "xcomp", "ccomp", "advcl"):
        if child < verb or not grammar.is_infinitive(tree, child):
            continue
        if tree.tokens[child].dep == "advcl" and "np+to" not in frames:
            continue
        low = grammar.edges(tree, child)[0]
        objects = [i for i in tree.children(verb, "dobj", "dative") if verb < i < child]
        inside = grammar.own_subject(tree, child)
        if objects or inside is not None:
            if "np+to" not in frames:
                return []
            low = min([low, *(grammar.edges(tree, i)[0] for i in objects)])
        elif "to" not in frames:
            return []
        return [(max(low, verb + 1), grammar.right_extent(tree, verb, child))]
    return []


def _gerund(tree: Tree, verb: int, particle: int | None) -> list[Range]:
    governors = [verb] if particle is None else [verb, particle]
    for child in (i for g in governors for i in tree.children(g, "xcomp", "ccomp", "pcomp")):
        if child > verb and tree.tokens[child].tag == "VBG":
            low = grammar.edges(tree, child)[0]
            return [(max(low, verb + 1), grammar.right_extent(tree, tree.tokens[child].head, child))]
    return []


def _noun_phrase(tree: Tree, verb: int, cue: Cue, particle: int | None) -> Contents | None:
    objects = [i for i in tree.children(verb, "dobj", "ccomp") if i > verb]
    if particle is not None and tree.children(particle):
        objects = [i for i in tree.children(particle, "pobj", "ccomp") if i > verb]
        if objects and tree.tokens[objects[0]].dep == "ccomp" and "ing" in cue.frames:
            return "np+", [(particle + 1, grammar.edges(tree, objects[0])[1])]
    if not objects:
        return None
    noun = objects[0]
    completion = completed(tree, verb, noun, cue)
    low = max(grammar.edges(tree, noun)[0], verb + 1)
    if completion:
        return "np+", [(low, max(grammar.edges(tree, completion)[1], grammar.edges(tree, noun)[1]))]
    bare = tree.tokens[noun].pos == "PRON" and not tree.children(noun, "prep")
    if "np" in cue.frames and tree.tokens[noun].dep != "ccomp" and not bare:
        high = grammar.edges(tree, noun)[1]
        for child in tree.children(verb, "xcomp"):
            # "denied planning to invade": the infinitive is the noun's.
            if grammar.is_infinitive(tree, child) and grammar.edges(tree, child)[0] == high + 1:
                high = grammar.edges(tree, child)[1]
        return "np", [(low, high)]
    return None


def _shown(tree: Tree, verb: int, lexicon: SpeechLexicon) -> list[Range]:
    """The object of a verb by which a document, a picture or a survey says something."""
    subject = grammar.own_subject(tree, verb)
    if subject is None or tree.tokens[subject].lemma not in lexicon.media_nouns:
        return []
    objects = [i for i in tree.children(verb, "dobj", "ccomp") if i > verb]
    if not objects or tree.tokens[objects[0]].pos == "PRON":
        return []
    low, _ = grammar.edges(tree, objects[0])
    return [(max(low, verb + 1), grammar.right_extent(tree, verb, objects[0]))]


def completed(tree: Tree, verb: int, noun: int, cue: Cue) -> int:
    """The dependent that completes an object as one of the cue's frames asks, 0 where there is none."""
    kinds = [frame.removeprefix("np+") for frame in cue.frames if frame.startswith("np+")]
    return max((_completion(tree, verb, noun, kind) or 0 for kind in kinds), default=0)


def _completion(tree: Tree, verb: int, noun: int, kind: str) -> int | None:
    """The dependent that completes an object: "of shelling", "as a lie", "a lie", "to withdraw"."""
    if kind == "np":
        found = [i for i in tree.children(verb, "oprd", "attr", "acomp") if i > verb]
        if not found and tree.tokens[noun].dep == "ccomp":
            found = [noun]
        if not found:
            # "called the attack “an act of terror”" is taken for an apposition.
            found = [
                i
                for i in tree.children(noun, "appos")
                if tree.tokens[grammar.edges(tree, i)[0] - 1].text in QUOTE_MARKS
                or tree.tokens[grammar.edges(tree, i)[0]].text in QUOTE_MARKS
            ]
        return found[-1] if found else None
    if kind == "to":
        found = tree.children(verb, "xcomp", "advcl") + tree.children(noun, "acl")
        found = [i for i in found if grammar.is_infinitive(tree, i)]
        found += [i for i in tree.children(verb, "prep", "dative") if tree.tokens[i].text.lower() == kind]
        return max((i for i in found if i > noun), default=None)
    found = [
        i
        for i in tree.children(verb, "prep") + tree.children(noun, "prep")
        if tree.tokens[i].text.lower() == kind and i > noun
    ]
    return found[0] if found else None


def preposition(tree: Tree, verb: int, cue: Cue, lexicon: SpeechLexicon) -> Contents:
    """What a preposition of the cue's frames governs: "warned of a shortage"."""
    for child in tree.children(verb, "prep", "dative"):
        word = tree.tokens[child].text.lower()
        if child > verb and word in cue.frames and word not in lexicon.complementisers:
            low, high = grammar.edges(tree, child)
            if high == child + 1 and tree.tokens[high].pos in {"PRON", "DET"}:
                continue
            if word in lexicon.words.infinitive and any(
                is_someone(tree, i, lexicon) for i in tree.children(child, "pobj")
            ):
                continue  # "proposed to the members": a listener
            if low == child and high > child:
                return "prep", [(child + 1, with_participles(tree, high))]
        if child > verb and word in lexicon.words.role and f"np+{word}" in cue.frames:
            # "an explosion that the mayor described as ..."
            high = grammar.edges(tree, child)[1]
            if high > child:
                return "np+", [(child + 1, high)]
    return "none", []
