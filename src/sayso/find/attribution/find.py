"""The attribution finder: all constructions, one after another."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.attribution import grammar
from sayso.find.attribution.beside import find_beside
from sayso.find.attribution.clause import find_clauses
from sayso.find.attribution.closing import find_closing
from sayso.find.attribution.content import Marks
from sayso.find.attribution.doubts import find_doubts
from sayso.find.attribution.draft import Draft
from sayso.find.attribution.headline import find_labels
from sayso.find.attribution.mend import mend
from sayso.find.attribution.merge import merge
from sayso.find.attribution.phrases import (
    find_according,
    find_in_words_of,
    find_nouns,
    find_reportedly,
)
from sayso.find.attribution.pointing import find_pointing
from sayso.find.attribution.quoted import attach
from sayso.find.attribution.relay import find_relays
from sayso.find.attribution.set_off import find_set_off
from sayso.find.quotes import find_quotes
from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon
from sayso.mentions import Attribution, Sentence
from sayso.records import Segment

FINDERS = (
    find_relays,
    find_clauses,
    find_according,
    find_in_words_of,
    find_nouns,
    find_reportedly,
    find_doubts,
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_attributions(
    text: str, segments: Sequence[Segment], sentences: Sequence[Sentence], lexicon: SpeechLexicon
) -> tuple[Attribution, ...]:
    """All attributions of a report, in the order of their first words. Spans are code points into `text`.

    `sentences` are the parsed sentences of the segments that are not boilerplate. Source and cue are empty where no
    words carry them (a quotation that goes on, a colon headline).
    """
    readable = [s for s in segments if s.kind != "boilerplate"]
    stretches = [(s.start, s.end) for s in readable]
    marks = Marks(find_quotes(text, stretches))
    trees = [Tree(mend(sentence, lexicon)) for sentence in sentences if sentence.tokens]
    drafts = [draft for tree in trees for finder in FINDERS for draft in finder(tree, lexicon)]
    drafts += find_pointing(trees, stretches, lexicon)
    drafts = [draft for draft in drafts if _speaks(text, draft, marks, lexicon)]
    tokens = [token for tree in trees for token in tree.tokens]
    unsaid = {
        token.start
        for tree in trees
        for index, token in enumerate(tree.tokens)
        if grammar.is_conditional(tree, index, lexicon)
    }
    known = unsaid | {start for draft in drafts for start, _ in draft.cue}
    drafts += find_beside(text, readable, marks, tokens, lexicon, known)
    drafts = [draft for draft in drafts if not _too_far(draft)]
    told = unsaid | {start for draft in drafts if draft.content for start, _ in draft.cue}
    drafts += [draft for tree in trees for draft in find_closing(tree, lexicon, told)]
    drafts += [draft for tree in trees for draft in find_set_off(tree, lexicon, told)]
    labels = list(find_labels(text, readable, trees, lexicon))
    verbs = sorted(t.start for tree in trees for t in tree.tokens if t.tag in FINITE)
    going_on = attach(
        text, stretches, marks, drafts, labels, verbs, [s.start for s in sentences], lexicon.words.joining
    )
    return merge(text, [*labels, *drafts, *going_on], marks, lexicon)


def _too_far(draft: Draft) -> bool:
    """A content in front of its cue with the speaker inside or before it: the parser mixed up two clauses."""
    if (
        not draft.construction.startswith("clause:that")
        or not draft.source
        or not draft.content
        or draft.shared
    ):
        return False
    content, source, cue = draft.content[0], draft.source[0], draft.cue[0]
    return content[1] <= cue[0] and source[0] < content[1] and source[1] < content[1]


def _speaks(text: str, draft: Draft, marks: Marks, lexicon: SpeechLexicon) -> bool:
    """False for the "I think" of someone who is quoted already, and the outlet's own "we": neither hands words on."""
    if not draft.source:
        return True
    start, end = draft.source[0]
    quote = marks.around(start)
    if draft.cue and quote is not None and quote.end <= draft.cue[-1][0] and start > quote.start:
        return False  # the parser took a word of the quotation for the speaker
    pronoun = lexicon.pronouns.get(text[start:end].lower())
    return pronoun is None or pronoun.person == 3
