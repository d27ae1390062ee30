"""A cue clause that closes a sentence, found by position where the parser sees none: "... near the camp a monitor said."

For text that lost its commas: only sentences without a comma or a quotation mark are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.find.attribution import grammar
from sayso.find.attribution.draft import Draft
from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon
from sayso.mentions import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
IN_NAME = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART", "PRON", "X"})
SET_OFF = frozenset({",", ";", ":", '"', "“", "”", "''", "``", "?", "(", "—", "–", "--"})
LEAST_CONTENT = 4
LONGEST_TAIL = 8


def find_closing(tree: Tree, lexicon: SpeechLexicon, told: set[int]) -> Iterator[Draft]:
    """A draft for the last verb of a sentence where it is a cue with a speaker right before it and all else before that.

    `told` are the offsets of cues that have a content already.
    """
    verb = next((i for i in range(len(tree.tokens) - 1, -1, -1) if tree.tokens[i].tag in FINITE), None)
    if verb is None or verb < LEAST_CONTENT or tree.tokens[verb].start in told:
        return
    if any(t.text in SET_OFF for t in tree.tokens):
        return  # where there are marks the parser and the quotations know better
    cue = lexicon.verbs.get(tree.tokens[verb].lemma)
    if cue is None or "that" not in cue.frames or cue.lemma in lexicon.evidence:
        return
    if (
        any(i > verb for i in tree.children(verb, "ccomp", "xcomp", "dobj"))
        and cue.lemma not in lexicon.addressed
    ):
        return
    if cue.stance != "asserts" or cue.lemma in lexicon.thoughts or len(tree.tokens) - verb > LONGEST_TAIL:
        return
    last = verb - 1
    while last > 0 and (tree.tokens[last].pos == "ADV" or tree.tokens[last].dep in {"aux", "neg"}):
        last -= 1
    first = phrase_start(tree.tokens, last, lexicon)
    if first is None or first < LEAST_CONTENT:
        return
    if not any(grammar.is_verb(t) for t in tree.tokens[:first]):
        return
    source, told_by = (
        grammar.span(tree, (first, last)),
        grammar.span(tree, (max(last + 1, grammar.group(tree, verb)[0]), verb)),
    )
    yield Draft(
        construction="closing",
        source=[source],
        cue=[told_by],
        content=[grammar.span(tree, (0, first - 1))],
        clause=(source[0], told_by[1]),
        confidence=0.7,
        quotable=True,
    )


def phrase_start(tokens: Sequence[Token], last: int, lexicon: SpeechLexicon) -> int | None:
    """Where the noun phrase that ends with a token begins: at its article, or where no noun can go on."""
    if tokens[last].pos not in {"NOUN", "PROPN"}:
        return None
    first = last
    while first > 0:
        token = tokens[first]
        if token.pos == "DET" or token.tag in {"PRP$", "WP"}:
            return first
        before = tokens[first - 1]
        if before.pos == "DET" or before.tag == "PRP$":
            return first - 1
        linked = before.pos == "ADP" and before.text.lower() in lexicon.words.linking and first - 1 > 0
        if not linked and (
            before.pos not in IN_NAME or before.entity in {"DATE", "TIME"} or before.tag == "PRP"
        ):
            return first
        first -= 1
    return first
