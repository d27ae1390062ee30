"""A cue clause between commas, found by position where the parser gives its cue no content: "9,000 have left, says X".

Lists and reports in note form ("22 August: 300 people had left, the mayor told ...") are where the parser fails.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.find.attribution import grammar
from sayso.find.attribution.closing import FINITE, phrase_start
from sayso.find.attribution.draft import Draft
from sayso.find.attribution.finite import QUOTE_MARKS
from sayso.find.attribution.grammar import Range
from sayso.find.attribution.someone import is_someone
from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon

LEAST_CONTENT = 3
ENDS = frozenset({".", ";", "!"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
IN_PHRASE = NOUNS | {"ADJ", "DET", "NUM", "ADP", "PART", "X"}


def find_set_off(tree: Tree, lexicon: SpeechLexicon, told: set[int]) -> Iterator[Draft]:
    """A draft for each cue without a content that a comma parts from the clause before it. `told`: see `find_closing`."""
    for verb, token in enumerate(tree.tokens):
        cue = lexicon.verbs.get(token.lemma) if token.tag in FINITE else None
        if cue is None or "that" not in cue.frames or token.start in told or token.lemma in lexicon.thoughts:
            continue
        found = _before_cue(tree, verb, lexicon) or _behind_cue(tree, verb)
        if found is None:
            continue
        low, high = found
        comma = min(low, verb) - 1
        if comma < LEAST_CONTENT or tree.tokens[comma].text != "," or _quoted(tree, comma):
            continue
        if not _speaks(tree, verb, found, lexicon):
            continue
        contents = _contents(tree, comma, max(high, verb))
        if not contents:
            continue
        source = grammar.span(tree, (low, high))
        group = grammar.span(tree, (grammar.group(tree, verb, floor=high + 1 if high < verb else 0)[0], verb))
        yield Draft(
            construction="closing",
            source=[source],
            cue=[group],
            content=[grammar.span(tree, r) for r in contents],
            clause=(min(source[0], group[0]), max(source[1], group[1])),
            confidence=0.7,
            quotable=True,
        )


def _speaks(tree: Tree, verb: int, source: Range, lexicon: SpeechLexicon) -> bool:
    """Whether a phrase stands for someone, and the verb has no object but a listener: "said nothing", "cited the law"."""
    low, high = source
    pronoun = lexicon.pronouns.get(tree.tokens[low].text.lower())
    if tree.tokens[low].tag.startswith("W") or (pronoun is not None and pronoun.person < 3):
        return False
    objects = [i for i in tree.children(verb, "dobj") if not low <= i <= high]
    if objects and tree.tokens[verb].lemma not in lexicon.addressed:
        return False
    return any(is_someone(tree, i, lexicon) for i in range(low, high + 1))


def _before_cue(tree: Tree, verb: int, lexicon: SpeechLexicon) -> Range | None:
    """The noun phrase right before a verb: that of its subject, or what stands there."""
    last = grammar.group(tree, verb)[0] - 1
    while last > 0 and tree.tokens[last].pos == "ADV":
        last -= 1
    subject = grammar.own_subject(tree, verb)
    if subject is not None and subject <= last:
        low = grammar.edges(tree, subject)[0]
        return (low, last) if grammar.edges(tree, subject)[1] == last else None
    first = phrase_start(tree.tokens, last, lexicon)
    return (first, last) if first is not None else None


def _behind_cue(tree: Tree, verb: int) -> Range | None:
    """The noun phrase right behind a verb which a comma stands before: ", says Governor X"."""
    if verb == 0 or tree.tokens[verb - 1].text != ",":
        return None
    high = verb
    while high + 1 < len(tree.tokens) and tree.tokens[high + 1].pos in IN_PHRASE:
        high += 1
    while high > verb and tree.tokens[high].pos not in NOUNS:
        high -= 1
    return (verb + 1, high) if high > verb else None


def _quoted(tree: Tree, comma: int) -> bool:
    return any(t.text in QUOTE_MARKS for t in tree.tokens[max(0, comma - 1) : comma + 2])


def _contents(tree: Tree, comma: int, cue: int) -> list[Range]:
    """The sentence up to the comma; where no clause stands there, with the clause after a second comma."""
    first = max((i + 1 for i in range(comma) if tree.tokens[i].text == ";"), default=0)
    after = tree.tokens[cue + 1].text if cue + 1 < len(tree.tokens) else "."
    if _says(tree, first, comma - 1):
        listens = [t for t in tree.tokens[cue + 1 : cue + 2] if t.text in QUOTE_MARKS or t.text == ":"]
        return [] if listens else [(first, comma - 1)]
    if after != "," or cue + 2 >= len(tree.tokens) or tree.tokens[cue + 2].text in QUOTE_MARKS:
        return []
    stop = next(
        (i for i in range(cue + 2, len(tree.tokens)) if tree.tokens[i].text in ENDS | {":"}), len(tree.tokens)
    )
    if not _says(tree, cue + 2, stop - 1):
        return []
    return [(first, comma - 1), (cue + 2, stop - 1)]


def _says(tree: Tree, low: int, high: int) -> bool:
    """Whether there is a clause with its own subject, or a note with a colon ("12 May: 300 dead").

    A clause that a conjunction opens ("But when ...", "As ...") only leads up to the one with the cue.
    """
    opening = next((t for t in tree.tokens[low : high + 1] if t.pos != "CCONJ"), tree.tokens[low])
    if opening.dep == "mark" or opening.tag in {"WRB", "VBN", "VBG"}:
        return False
    clause = any(
        grammar.is_verb(tree.tokens[i])
        and (tree.tokens[i].tag in FINITE or tree.children(i, "aux", "auxpass"))
        and any(low <= s <= high for s in tree.children(i, "nsubj", "nsubjpass", "expl"))
        for i in range(low, high + 1)
    )
    helped = any(t.dep in {"aux", "auxpass"} and t.tag in FINITE for t in tree.tokens[low : high + 1])
    return clause or helped or any(t.text == ":" for t in tree.tokens[low + 1 : high])
