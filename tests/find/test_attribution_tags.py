"""From scores to drafts, on tables of scores written by hand: one word a column, as sure as the test needs."""

from __future__ import annotations

import re

import numpy as np
import pytest

from sayso.find.attribution.draft import Draft
from sayso.find.attribution.tags import drafts_of
from sayso.languages.tagger import ROLES, Scores, Window

LABELS = {"s": "source", "c": "cue", "t": "content", ".": ""}


def drafts(
    text: str,
    labels: str,
    owners: dict[int, int] | None = None,
    sources: dict[int, int] | None = None,
    openings: tuple[int, ...] = (0,),
) -> list[Draft]:
    """The drafts of a text whose words have these labels: a capital opens a segment, a small letter goes on.

    `owners` gives words of content the word at which their cue begins, the first cue else; `sources` gives cues a word of
    their source, the first source else.
    """
    words = tuple(m.span() for m in re.finditer(r"\S+", text))
    assert len(words) == len(labels)
    first = {role: labels.find(role) for role in "CS"}
    roles = np.full((len(words), len(ROLES)), 0.01, dtype=np.float32)
    owned = np.full((len(words), len(words) + 1), 0.01, dtype=np.float32)
    said = owned.copy()
    for word, label in enumerate(labels):
        role = LABELS[label.lower()]
        roles[word, ROLES.index(("B-" if label.isupper() else "I-") + role if role else "O")] = 0.9
        owned[word, 1 + (owners or {}).get(word, first["C"])] = 0.9
        said[word, 1 + (sources or {}).get(word, first["S"])] = 0.9
    window = Window(ids=(), shapes=(), words=words, firsts=(), openings=openings)
    scores = Scores(roles=np.log(roles), owners=np.log(owned), sources=np.log(said))
    return list(drafts_of(text, window, scores))


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
    found = drafts(text, "Tt.SC.Tt.SC", owners={0: 4, 1: 4, 6: 10, 7: 10}, sources={4: 3, 10: 9})
    assert [written(text, d) for d in found] == ["one | says | It hit", "two | add | none fell"]


def test_one_source_may_speak_twice() -> None:
    text = "He says it fell and adds it burned"
    found = drafts(text, "SCTt.CTt", owners={6: 5, 7: 5})
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
    assert [written(text, d) for d in drafts(text, "ssCttt", sources={2: 0})] == [
        "The army | said | nobody was hurt"
    ]


def test_no_content_is_taken_from_another_paragraph() -> None:
    text = "The army said Nobody was hurt"
    (draft,) = drafts(text, "SsCTtt", openings=(0, 3))
    assert draft.content == []


def test_a_content_linked_to_no_cue_is_left_to_the_quotation_marks() -> None:
    text = "Nobody was hurt"
    assert drafts(text, "Ttt", owners={0: -1, 1: -1, 2: -1}) == []
