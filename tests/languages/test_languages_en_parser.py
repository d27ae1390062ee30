"""The English parser is spaCy's, quicker but not otherwise."""

from __future__ import annotations

import spacy

from sayso.languages.en import parser

TEXT = (
    "The governors were denying that bridges had been blown up, and the worst-hit villages were said to be emptier. "
    "He lay there lying; she left the leaves, saw the saws and found what the founders thought better."
)


def test_words_have_the_lemmas_that_spacy_gives_them():
    found = [t.lemma for s in parser.Parser()(TEXT, [(0, len(TEXT))]) for t in s.tokens]
    expected = [t.lemma_.lower() for t in spacy.load(parser.MODEL)(TEXT)]
    assert found == expected
    assert {"governor", "deny", "blow", "village"} <= set(found)
