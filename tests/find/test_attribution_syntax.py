"""What the tagger is told of the parse: how each word stands to a cue, on trees as the parser makes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from sayso.find.attribution.syntax import (
    ABOVE,
    BEHIND,
    CUE,
    EARLIER,
    ELSEWHERE,
    LATER,
    OTHERS,
    UNPARSED,
    Parse,
)
from sayso.find.attribution.windows import windows
from sayso.find.tree import Tree
from sayso.languages.en.tagger import NAMES, Tagger
from sayso.languages.tagger import Syntax, Window
from sayso.mentions import Sentence

Parser = Callable[[str], tuple[Sentence, ...]]
KINDS = 1 + len(NAMES.relations)


def read(parse: Parser, text: str, parsed: str | None = None) -> tuple[Window, Parse, Syntax]:
    """The one window of a text, and what the parse (of the start of it, where `parsed` is given) knows of it."""
    stretches = [m.span() for m in re.finditer(r"[^\n]+", text)]
    tagger = Tagger()
    (window,) = windows(text, stretches, [], tagger.vocabulary, tagger.longest)
    known = Parse([Tree(sentence) for sentence in parse(text if parsed is None else parsed)])
    return window, known, known.syntax(window, NAMES)


def standing(parse: Parser, text: str, cue: str, parsed: str | None = None) -> dict[str, int]:
    """For each word of a text how it stands to the cue that is this word."""
    window, known, syntax = read(parse, text, parsed)
    words = [text[start:end] for start, end in window.words]
    found = known.standing(window, syntax, words.index(cue), NAMES)
    return dict(zip(words, found, strict=True))


def below(relation: str) -> int:
    return OTHERS + NAMES.relations[relation]


def test_words_below_a_cue_are_told_apart_by_the_dependent_they_hang_on(parse: Parser) -> None:
    found = standing(parse, "The mayor said the bridge was gone.", "said")
    assert [found[word] for word in ("The", "mayor", "said")] == [below("nsubj"), below("nsubj"), CUE]
    assert {found[word] for word in ("bridge", "was", "gone")} == {below("ccomp")}


def test_words_beside_a_cue_are_told_apart_by_the_dependent_of_its_head(parse: Parser) -> None:
    found = standing(parse, "The mayor fled, according to the police.", "according")
    assert found["fled"] == ABOVE
    assert found["mayor"] == below("nsubj") + KINDS
    assert found["police"] == below("prep")


def test_other_sentences_and_paragraphs_are_before_behind_or_elsewhere(parse: Parser) -> None:
    found = standing(parse, "Rain fell. He left. Snow came.\nNobody stayed.", "left")
    assert [found[w] for w in ("Rain", "Snow", "Nobody")] == [EARLIER, LATER, ELSEWHERE]


def test_words_that_hang_elsewhere_in_the_sentence_are_behind(parse: Parser) -> None:
    found = standing(parse, "The mayor who said so left the old town.", "said")
    assert found["left"] == ABOVE
    assert found["town"] == BEHIND


def test_where_nothing_was_parsed_nothing_is_claimed(parse: Parser) -> None:
    found = standing(parse, "He said so. She left.", "said", parsed="He")
    assert found.pop("said") == CUE
    assert set(found.values()) == {UNPARSED}


def test_every_piece_of_a_word_has_its_part_of_speech_and_none_that_stands_between(parse: Parser) -> None:
    window, _, syntax = read(parse, "Saboteurs left.\nHe said so.")
    special = {0, len(window.ids) - 1, window.firsts[window.openings[1]] - 1}
    assert {place for place, tag in enumerate(syntax.tags) if not tag} == special
    assert {place for place, relation in enumerate(syntax.relations) if not relation} == special
    nouns = [place for place, tag in enumerate(syntax.tags) if tag == NAMES.tags["NNS"]]
    assert nouns == list(range(window.firsts[0], window.firsts[1]))


def test_the_root_of_a_cue_is_the_word_that_the_others_hang_on(parse: Parser) -> None:
    text = "The mayor was quoted as saying so."
    window, known, syntax = read(parse, text)
    words = [text[start:end] for start, end in window.words]
    cue: Sequence[int] = [words.index(word) for word in ("was", "quoted", "as", "saying")]
    assert words[known.root(syntax, cue)] == "quoted"


@pytest.mark.parametrize(
    ("text", "first", "second", "expected"),
    [
        ("The mayor has repeatedly denied it.", ["has"], ["denied"], True),
        ("It could not be independently verified.", ["could", "not", "be"], ["verified"], True),
        ("The paper quoted the mayor as saying so.", ["quoted"], ["as", "saying"], True),
        ("That is according to the police.", ["is"], ["according", "to"], True),
        ("He said the mayor denied it.", ["said"], ["denied"], False),
        ("He said so, according to the police.", ["said"], ["according", "to"], False),
        ("He said so. She denied it.", ["said"], ["denied"], False),
    ],
)
def test_a_verb_and_its_auxiliary_are_one_cue(
    parse: Parser, text: str, first: list[str], second: list[str], expected: bool
) -> None:
    window, known, syntax = read(parse, text)
    words = [text[start:end] for start, end in window.words]
    parts = [[words.index(word) for word in part] for part in (first, second)]
    assert known.one_cue(syntax, *parts) is expected
