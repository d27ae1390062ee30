"""Contents that break off within a phrase: "They hold the old" goes on to "bridge"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.find.attribution.ends import LONGEST, Ends
from sayso.find.tree import Tree
from sayso.mentions import Sentence

Parse = Callable[[str], tuple[Sentence, ...]]


def drawn(parse: Parse, text: str, content: str, taken: str = "") -> str:
    """The content drawn out, where `taken` are the words of its source or cue."""
    ends = Ends([Tree(sentence) for sentence in parse(text) if sentence.tokens])
    start = text.index(content)
    spans = [(text.index(taken), text.index(taken) + len(taken))] if taken else []
    low, high = ends.drawn_out((start, start + len(content)), spans)
    return text[low:high]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            "The soldiers hold the old bridge today.",
            "The soldiers hold the",
            "The soldiers hold the old bridge",
        ),
        ("The soldiers hold the old bridge today.", "hold the old", "hold the old bridge"),
        ("They took our old house.", "They took our", "They took our old house"),
        ("They burned ten houses yesterday.", "They burned ten", "They burned ten houses"),
        ("The road will be closed soon.", "The road will", "The road will be closed"),
        ("The soldiers did not leave the town.", "The soldiers did not", "The soldiers did not leave"),
        ("They hold the mayor of the old town.", "the mayor of", "the mayor of the old town"),
        ("The road was closed by the army.", "closed by", "closed by the army"),
    ],
    ids=["article", "adjective", "possessive", "number", "auxiliary", "negation", "preposition", "agent"],
)
def test_a_word_that_leads_to_another_is_followed_to_it(
    parse: Parse, text: str, content: str, expected: str
) -> None:
    assert drawn(parse, text, content) == expected


@pytest.mark.parametrize(
    "content",
    ["The soldiers hold the old bridge", "The soldiers", "The soldiers hold", "today."],
)
def test_a_content_that_ends_with_a_phrase_stays_as_it_is(parse: Parse, content: str) -> None:
    assert drawn(parse, "The soldiers hold the old bridge today.", content) == content


def test_what_a_phrase_is_drawn_out_to_may_lead_on(parse: Parse) -> None:
    text = "Soldiers from the north hold the bridge."
    assert drawn(parse, text, "Soldiers from") == "Soldiers from the north"
    assert drawn(parse, "They will not be in the town.", "They will") == "They will not be"


def test_the_words_of_source_and_cue_are_not_drawn_in(parse: Parse) -> None:
    text = "The soldiers hold the old bridge today."
    assert drawn(parse, text, "hold the", taken="old bridge") == "hold the"
    assert drawn(parse, text, "hold the", taken="today") == "hold the old bridge"
    assert drawn(parse, text, "hold the", taken="The soldiers") == "hold the old bridge"


def test_a_content_that_ends_within_a_word_stays_as_it_is(parse: Parse) -> None:
    assert drawn(parse, "The soldiers hold the old bridge today.", "hold the o") == "hold the o"


def test_each_content_is_drawn_out_in_the_sentence_it_ends_in(parse: Parse) -> None:
    text = "They hold the bridge. They left the old town."
    assert drawn(parse, text, "the bridge. They left the") == "the bridge. They left the old town"


def test_a_long_way_to_the_end_of_a_phrase_is_not_gone(parse: Parse) -> None:
    def of(words: int) -> str:
        names = ", ".join(["roads", "towns", "farms", "mills", "woods"] * 2)
        return f"They are the guards of {', '.join(names.split(', ')[: words // 2])} and hills."

    assert drawn(parse, of(6), "guards of") == "guards of roads, towns, farms and hills"
    assert drawn(parse, of(LONGEST + 8), "guards of") == "guards of"


def test_with_no_sentence_around_it_a_content_stays_as_it_is(parse: Parse) -> None:
    assert Ends([]).drawn_out((0, 4), []) == (0, 4)
    text = "\n\nThey hold the bridge."
    (sentence,) = (s for s in parse(text) if any(t.text == "hold" for t in s.tokens))
    assert Ends([Tree(sentence)]).drawn_out((0, 1), []) == (0, 1)
