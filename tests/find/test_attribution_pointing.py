"""Cues that point back: "said this", "that is according to". Sentences end in a full stop, paragraphs are lines."""

from __future__ import annotations

import re

import pytest

from sayso.find.attribution.draft import Draft
from sayso.find.attribution.pointing import point_back
from sayso.mentions import Sentence

POINTING = frozenset({"this", "that", "it"})


def tagged(text: str, source: str, cue: str, content: str = "") -> Draft:
    """A draft of these words, each where it stands first."""
    who, said, what = (
        [(text.index(words), text.index(words) + len(words))] if words else []
        for words in (source, cue, content)
    )
    clause = (min(who[0][0], said[0][0]), max(who[0][1], said[0][1]))
    return Draft("tagged", who, said, what, clause, 0.5)


def pointed(text: str, draft: Draft, openers: frozenset[int] = frozenset()) -> list[str]:
    sentences = [
        Sentence(start=m.start(), end=m.end(), tokens=()) for m in re.finditer(r"[^\s.][^.\n]*\.", text)
    ]
    stretches = [m.span() for m in re.finditer(r"[^\n]+", text)]
    point_back(text, [draft], sentences, stretches, POINTING, openers)
    return [text[start:end] for start, end in draft.content]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Two houses burned. The minister said this on Friday.", "The minister", "said", "this"),
        ("Two houses burned. The minister said this on Friday.", "The minister", "said", ""),
        ("Two houses burned. The ministry denies it.", "The ministry", "denies", "it"),
        ("Two houses burned. That is according to the ministry.", "the ministry", "according to", ""),
    ],
    ids=["its content", "the word behind the cue", "it", "the word that opens the sentence"],
)
def test_a_cue_with_a_pointing_word_takes_the_sentence_before_it(
    text: str, source: str, cue: str, content: str
) -> None:
    draft = tagged(text, source, cue, content)
    assert pointed(text, draft) == ["Two houses burned."]
    assert draft.found == "pointing"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("It rained. Two houses burned. ", "Two houses burned."),
        ("It rained.\nTwo houses burned. ", "Two houses burned."),
        ("It rained. Two houses burned.\n", "It rained. Two houses burned."),
        ("It rained.\nTwo houses burned.\n", "Two houses burned."),
    ],
    ids=["nearest sentence", "of its paragraph", "whole paragraph before", "nearest paragraph"],
)
def test_the_sentence_before_it_in_its_paragraph_goes_before_the_paragraph_above(
    before: str, expected: str
) -> None:
    text = before + "The minister said this."
    assert pointed(text, tagged(text, "The minister", "said", "this")) == [expected]


@pytest.mark.parametrize(
    ("said", "source", "cue", "content"),
    [
        ("The minister said the road was shut.", "The minister", "said", "the road was shut"),
        ("The minister said this road was shut.", "The minister", "said", "this road was shut"),
        ("The minister said on Friday that this was so.", "The minister", "said", ""),
        ("This is a long night for all of the town, the minister said.", "the minister", "said", ""),
        ("Thistles grow, the minister said.", "the minister", "said", ""),
        ("The minister spoke.", "The minister", "spoke", ""),
    ],
    ids=[
        "content of its own",
        "pointing word and more",
        "not behind the cue",
        "far from the cue",
        "longer word",
        "none",
    ],
)
def test_a_cue_that_does_not_point_is_left_alone(said: str, source: str, cue: str, content: str) -> None:
    text = "Two houses burned. " + said
    draft = tagged(text, source, cue, content)
    assert pointed(text, draft) == ([content] if content else [])
    assert draft.found == "tagged"


def test_a_content_of_which_only_a_part_points_is_kept() -> None:
    text = "Two houses burned. He said this, and the road was shut."
    draft = tagged(text, "He", "said", "this")
    draft.content.append((text.index("the road"), len(text) - 1))
    assert pointed(text, draft) == ["this", "the road was shut"]


def test_a_that_which_opens_a_clause_does_not_point() -> None:
    text = "Two houses burned. The minister said that on Friday it rained."
    opener = frozenset({text.index("that")})
    assert pointed(text, tagged(text, "The minister", "said"), opener) == []
    assert pointed(text, tagged(text, "The minister", "said")) == ["Two houses burned."]


def test_with_nothing_before_it_a_cue_is_given_nothing() -> None:
    text = "The minister said this."
    assert pointed(text, tagged(text, "The minister", "said")) == []


def test_a_cue_before_all_sentences_is_left_alone() -> None:
    text = "said this"
    assert pointed(text, Draft("tagged", [], [(0, 4)], [(5, 9)], (0, 4), 0.5)) == ["this"]
