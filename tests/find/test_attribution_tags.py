"""From scores to drafts, on scores written by hand: one row of labels a cue, as sure as the test needs."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pytest

from sayso.find.attribution.draft import Draft
from sayso.find.attribution.syntax import Parse
from sayso.find.attribution.tags import drafts_of
from sayso.languages.tagger import CUES, PARTS, Parts, Relations, States, Syntax, Table, Vocabulary, Window

LABELS = {"s": "source", "c": "cue", "t": "content", ".": "O"}


def table(labels: Sequence[str], row: str, sure: float) -> Table:
    """Logarithms for a row of labels, one letter a word: a capital opens a segment, a small letter goes on."""
    scores = np.full((len(row), len(labels)), 0.01, dtype=np.float32)
    for word, letter in enumerate(row):
        role = LABELS[letter.lower()]
        label = role if role == "O" else ("B-" if letter.isupper() else "I-") + role
        scores[word, labels.index(label) if label in labels else 0] = sure
    logarithms: Table = np.log(scores)
    return logarithms


class Written:
    """A tagger that says what is written: a row of labels for each cue, in the order of the cues."""

    longest = 100
    vocabulary = Vocabulary({name: place for place, name in enumerate("[UNK] [CLS] [SEP] [MASK]".split())})
    relations = Relations(tags={}, relations={})

    def __init__(self, rows: Sequence[str], sure: float) -> None:
        self.rows, self.sure = rows, sure

    def states(self, window: Window, syntax: Syntax) -> States:
        cues = "".join(next((c for c in column if c in "Cc"), ".") for column in zip(*self.rows, strict=True))
        return States(cues=table(CUES, cues, self.sure), hidden=())

    def parts(self, states: States, roots: Sequence[int], standing: Sequence[Sequence[int]]) -> Parts:
        assert len(roots) == len(standing) == len(self.rows)
        parts = np.stack([table(PARTS, row, self.sure) for row in self.rows])
        return Parts(parts=parts, stances=np.zeros((len(roots), 9), dtype=np.float32))


def drafts(text: str, *rows: str, openings: tuple[int, ...] = (0,), sure: float = 0.9) -> list[Draft]:
    """The drafts of a text, with a row of labels for each of its cues."""
    words = tuple(m.span() for m in re.finditer(r"\S+", text))
    assert all(len(row) == len(words) for row in rows)
    nothing = (0,) * len(words)
    window = Window(
        ids=nothing, shapes=nothing, words=words, firsts=tuple(range(len(words))), openings=openings
    )
    return list(drafts_of(text, window, Parse([]), Written(rows, sure)))


def written(text: str, draft: Draft) -> str:
    roles = (draft.source, draft.cue, draft.content)
    return " | ".join(" ~ ".join(text[s:e] for s, e in spans) for spans in roles)


def test_labels_and_links_make_an_attribution() -> None:
    text = "The army said nobody was hurt"
    (draft,) = drafts(text, "SsCTtt")
    assert written(text, draft) == "The army | said | nobody was hurt"
    assert draft.clause == (0, 13)
    assert draft.confidence > 0.8


def test_each_content_goes_to_the_cue_it_is_linked_to() -> None:
    text = "It hit , one says , none fell , two add"
    found = drafts(text, "Tt.SC......", "......Tt.SC")
    assert [written(text, d) for d in found] == ["one | says | It hit", "two | add | none fell"]


def test_one_source_may_speak_twice() -> None:
    text = "He says it fell and adds it burned"
    found = drafts(text, "SCTt....", "S....CTt")
    assert [written(text, d) for d in found] == ["He | says | it fell", "He | adds | it burned"]


def test_a_content_parted_by_its_cue_has_two_spans() -> None:
    text = "Tonight , he said , it will fall"
    assert [written(text, d) for d in drafts(text, "T.SC.Ttt")] == ["he | said | Tonight ~ it will fall"]


@pytest.mark.parametrize(
    ("text", "labels", "content"),
    [
        ("He said “ we hold ” the bridge", "SCTtttTt", "“ we hold ” the bridge"),
        ("He said we hold , the bridge", "SCTt.Tt", "we hold , the bridge"),
        ("He said we can hold the bridge", "SCT.Ttt", "we can hold the bridge"),
        ("He said it and left us there again", "SCT....T", "it ~ again"),
        ("He said it fell and left us there again", "SCTt....T", "it fell"),
    ],
    ids=["touching", "a mark between", "a word between", "far apart", "a scrap beside a whole one"],
)
def test_parts_of_one_content_are_joined_where_next_to_nothing_is_between(
    text: str, labels: str, content: str
) -> None:
    (draft,) = drafts(text, labels)
    assert written(text, draft).rpartition(" | ")[2] == content


def test_a_word_before_the_speaker_is_content_only_where_a_mark_follows_the_cue() -> None:
    assert [written(t, d) for t in ["Yet he said it fell"] for d in drafts(t, "TSCTt")] == [
        "he | said | it fell"
    ]


def test_an_inner_label_with_nothing_to_go_on_from_opens_a_segment() -> None:
    text = "The army said nobody was hurt"
    assert [written(text, d) for d in drafts(text, "ssCttt")] == ["The army | said | nobody was hurt"]


def test_no_content_is_taken_from_another_paragraph() -> None:
    text = "The army said Nobody was hurt"
    (draft,) = drafts(text, "SsCTtt", openings=(0, 3))
    assert draft.content == []


def test_a_cue_has_one_source() -> None:
    (draft,) = drafts("The paper , the army said nobody was hurt", "Ss.SsCTtt")
    assert len(draft.source) == 1


def test_what_stands_within_anothers_words_has_parts_of_its_own() -> None:
    text = "He said the mayor thinks it fell"
    found = drafts(text, "SCTtttt", "..StCTt".replace("t", "s", 1))
    assert [written(text, d) for d in found] == [
        "He | said | the mayor thinks it fell",
        "the mayor | thinks | it fell",
    ]


def test_what_the_model_is_unsure_of_is_no_draft() -> None:
    assert drafts("The army said nobody was hurt", "SsCTtt", sure=0.02) == []


def test_words_without_a_cue_are_no_draft() -> None:
    assert drafts("Nobody was hurt", "Ttt") == []
