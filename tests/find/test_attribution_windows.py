"""Text as the tagger takes it: no word is lost or read twice, and marks and capitals are told."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.find.attribution.windows import windows
from sayso.find.quotes import find_quotes
from sayso.languages.en.tagger import Tagger
from sayso.languages.tagger import SHAPES, Vocabulary, Window
from sayso.records import Span

SMALL = Vocabulary(
    {
        piece: place
        for place, piece in enumerate(
            '[PAD] [UNK] [CLS] [SEP] [MASK] gun ##boat ##s fire the ! . " “ ”'.split()
        )
    }
)


def cut(text: str, longest: int = 40, stretches: list[Span] | None = None) -> list[Window]:
    spans = stretches or [(0, len(text))]
    return list(windows(text, spans, find_quotes(text, spans), SMALL, longest))


def test_a_word_is_read_in_its_longest_pieces_without_case_and_accents() -> None:
    pieces = SMALL.ids
    assert SMALL.pieces("Gunboats") == (pieces["gun"], pieces["##boat"], pieces["##s"])
    assert SMALL.pieces("thé") == (pieces["the"],)
    assert SMALL.pieces("gunner") == (pieces["[UNK]"],)


def test_a_window_says_where_each_word_and_each_paragraph_begins() -> None:
    text = "The gunboats fire.\nFire!"
    (window,) = cut(text, stretches=[(0, 18), (19, 24)])
    assert [text[s:e] for s, e in window.words] == ["The", "gunboats", "fire", ".", "Fire", "!"]
    assert window.firsts == (1, 2, 5, 6, 8, 9)
    assert window.openings == (0, 4)
    assert [window.ids[i] for i in (0, 7, 10)] == [SMALL.opening, SMALL.separator, SMALL.separator]


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("the The THE", [0, 1, 2]),
        ("the “the” the", [0, 6, 3, 6, 0]),
        ("“the ‘gun’ the", [6, 3, 6, 9, 6, 3]),
    ],
)
def test_the_shape_of_a_word_tells_its_capitals_and_its_quotation(text: str, shapes: list[int]) -> None:
    (window,) = cut(text)
    assert [window.shapes[i] for i in window.firsts] == shapes


def test_a_window_tells_after_which_guide_it_is_read() -> None:
    text = "the “ Gun ” fire !"
    spans, quotes = [(0, len(text))], find_quotes(text, [(0, len(text))])
    (ours,), (theirs,) = (list(windows(text, spans, quotes, SMALL, 40, whole)) for whole in (False, True))
    words = slice(1, -1)
    assert [shape + SHAPES // 2 for shape in ours.shapes[words]] == list(theirs.shapes[words])
    assert max(ours.shapes) < SHAPES // 2


def test_a_paragraph_too_long_for_a_window_is_cut_at_the_end_of_a_sentence() -> None:
    text = "the gun fire the gun fire . the gun"
    assert [text[w.words[0][0] : w.words[-1][1]] for w in cut(text, 10)] == [
        "the gun fire the gun fire .",
        "the gun",
    ]


def test_a_paragraph_of_many_windows_is_cut_again_and_again_where_a_sentence_ends() -> None:
    text = "the gun fire the gun . " * 3 + "the fire"
    assert [len(w.words) for w in cut(text, 10)] == [6, 6, 8]
    assert [len(w.words) for w in cut(text, 9)] == [6, 6, 6, 2]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.integers(12, 60))
def test_every_word_is_in_one_window_and_no_window_is_too_long(text: str, longest: int) -> None:
    found = cut(text, longest)
    words = [span for window in found for span in window.words]
    assert words == sorted(set(words))
    assert "".join(text[s:e] for s, e in words) == "".join(text.split())
    assert all(len(w.ids) == len(w.shapes) <= longest for w in found)


@pytest.mark.parametrize(
    "text",
    ["a" * 100_000, "“" * 50_000, "said " * 20_000, "😀 \u200f" * 20_000],
    ids=["a", "marks", "said", "emoji"],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    vocabulary = Tagger().vocabulary
    start = time.process_time()
    spans = [(0, len(text))]
    list(windows(text, spans, find_quotes(text, spans), vocabulary, 320))
    assert time.process_time() - start < 3
