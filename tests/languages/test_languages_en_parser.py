"""The English parser is spaCy's, quicker but not otherwise."""

from __future__ import annotations

import pytest
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


@pytest.mark.parametrize(
    "text", ["It fell on 6 May).The army left.", "They dug;The army left.", "He left.”The army left."]
)
def test_sentences_that_a_machine_glued_together_are_words_of_their_own(text: str):
    words = [t.text for s in parser.Parser()(text, [(0, len(text))]) for t in s.tokens]
    assert "The" in words
