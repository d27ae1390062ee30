"""Who says what: a table of sentences for each construction, then what holds across sentences and paragraphs.

An expected attribution is written "source | cue | content"; several spans of one role are parted by " ~ ".
"""

from __future__ import annotations

import time

import pytest
from attribution_drafts import written
from attribution_sentences import CONSTRUCTIONS
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.find.attribution import find_attributions
from sayso.languages.en.parser import Parser
from sayso.languages.en.speech import lexicon
from sayso.languages.en.tagger import Tagger
from sayso.mentions import Attribution
from sayso.records import Segment, SegmentKind

PARSER = Parser()
TAGGER = Tagger()


def find(text: str, title: bool = False) -> tuple[Attribution, ...]:
    """The attributions of a text, a paragraph a line."""
    segments, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind: SegmentKind = "title" if title and not segments else "paragraph"
            segments.append(Segment(start=position, end=position + len(line), kind=kind))
        position += len(line) + 1
    sentences = PARSER(text, [(s.start, s.end) for s in segments])
    return find_attributions(text, segments, sentences, lexicon(), TAGGER)


def all_written(text: str, title: bool = False) -> list[str]:
    return [written(text, a) for a in find(text, title)]


# How many rows of each table come out exactly right. A model is right about most of them, not all: these are floors.
# With attribution-en 3 "hard to parse", "doubted" and "not said" lost a row each, while the passages gained 1.1 points of linked F1.
FLOORS = {
    "quoted": 12,
    "mixed": 2,
    "clauses": 12,
    "other frames": 8,
    "participles": 2,
    "according to": 3,
    "relays": 4,
    "nobody named": 4,
    "nouns": 0,
    "no commas": 1,
    "hard to parse": 6,
    "figures": 7,
    "parted": 8,
    "notes": 3,
    "doubted": 4,
    "not said": 5,
}


@pytest.mark.parametrize(("construction", "table"), CONSTRUCTIONS.items())
def test_each_construction_is_read_as_well_as_it_was(
    construction: str, table: list[tuple[str, list[str]]]
) -> None:
    wrong = [(text, found) for text, expected in table if (found := all_written(text)) != expected]
    assert len(table) - len(wrong) >= FLOORS[construction], wrong


@pytest.mark.parametrize(
    ("construction", "form"), [("quoted", "direct"), ("mixed", "mixed"), ("clauses", "indirect")]
)
def test_the_form_tells_whose_words_the_content_is_in(construction: str, form: str) -> None:
    assert {a.form for text, _ in CONSTRUCTIONS[construction] for a in find(text)} == {form}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kyiv: 74 settlements taken", ["Kyiv |  | 74 settlements taken"]),
        ("Bridge hit by two drones – governor", ["governor |  | Bridge hit by two drones"]),
        ("Breaking: bridge hit by two drones", []),
    ],
)
def test_a_headline_names_its_speaker_by_a_colon_or_a_dash(title: str, expected: list[str]) -> None:
    assert all_written(title, title=True) == expected


def test_a_transcript_gives_each_paragraph_to_the_name_before_it() -> None:
    text = (
        "HOST: Does the bridge stand?\nGOVERNOR: It does.\nHOST: And the town?\nGOVERNOR: It holds.\nWe stay."
    )
    assert all_written(text) == [
        "HOST |  | Does the bridge stand?",
        "GOVERNOR |  | It does",
        "HOST |  | And the town?",
        "GOVERNOR |  | It holds ~ We stay",
    ]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "The governor said: “We hold the bridge.\n“We will keep it.”\nIt rained."
    assert all_written(text) == ["The governor | said | We hold the bridge ~ We will keep it"]


def test_a_quotation_after_the_outlets_own_words_goes_on_as_one_of_its_own() -> None:
    text = "The governor praised the army on the radio. “They hold the bridge. They will keep it.”"
    first, second = find(text)
    assert written(text, second) == "|  | They hold the bridge. They will keep it"
    assert not first.continues
    assert second.continues


def test_a_cue_of_its_own_ends_the_last_speakers_quotation() -> None:
    text = "“We hold the bridge,” the governor said. “They lie,” the general replied."
    assert all_written(text) == [
        "the governor | said | We hold the bridge",
        "the general | replied | They lie",
    ]


def test_a_quotation_after_a_reported_claim_is_not_the_reported_sides() -> None:
    text = (
        "The bridge is gone, according to an official.\n"
        "He cast doubt on Russia's claim that “it stands”.\n“It does not stand. We know that it does not.”"
    )
    claim = next(a for a in find(text) if "It does not stand" in written(text, a))
    assert "Russia" not in written(text, claim).partition("|")[0]


def test_a_denial_may_point_to_the_sentence_before_it() -> None:
    text = "Ten houses burned in the night. The ministry denies it."
    assert all_written(text) == ["The ministry | denies | Ten houses burned in the night"]


def test_sentences_that_a_page_glued_together_keep_their_speakers_apart() -> None:
    text = "They went to the town.The governor said that the road was open."
    assert all_written(text) == ["The governor | said | the road was open"]


def test_a_line_between_cue_and_quotation_makes_no_difference() -> None:
    text = "The governor continued:\n“We hold the bridge and the road.”"
    assert all_written(text) == ["The governor | continued | We hold the bridge and the road"]


def test_a_signed_quotation_needs_no_cue() -> None:
    text = "“We hold the bridge.” ― The governor\nIt rained."
    assert all_written(text) == ["The governor |  | We hold the bridge"]


def test_another_speaker_within_the_content_is_nested() -> None:
    text = "State television reported that officials said the bridge was gone."
    outer, inner = find(text)
    assert written(text, inner) == "officials | said | the bridge was gone"
    assert (outer.nested_in, inner.nested_in) == (None, 0)


def test_an_odd_mark_leaves_the_other_paragraphs_alone() -> None:
    text = "The “odd mark stays.\n“We hold the bridge,” the governor said."
    assert "the governor | said | We hold the bridge" in all_written(text)


@pytest.mark.parametrize(
    ("pointing", "expected"),
    [
        ("The minister said this on Friday.", "The minister | said | Two houses burned"),
        ("This was reported by the agency.", "the agency | was reported | Two houses burned"),
        ("That is according to the ministry.", "the ministry | is according to | Two houses burned"),
    ],
)
def test_a_cue_may_point_back_to_the_paragraph_before_it(pointing: str, expected: str) -> None:
    assert all_written(f"Two houses burned.\n{pointing}") == [expected]


def test_two_that_hold_each_other_are_nested_one_way_only() -> None:
    found = find("Ten people died, the agency reports, according to the ministry, the channel said.")
    for index, attribution in enumerate(found):
        seen = {index}
        while attribution.nested_in is not None:
            assert attribution.nested_in not in seen
            seen.add(attribution.nested_in)
            attribution = found[attribution.nested_in]


def test_two_spaces_are_no_part_of_source_or_cue() -> None:
    text = "The governor's  worst fear of  an arrest  is  likely to unite  the council around  its  leaders"
    for attribution in find(text):
        for start, end in (*attribution.source, *attribution.cue):
            assert text[start:end] == text[start:end].strip()


def test_nothing_is_found_in_boilerplate() -> None:
    text = "The governor said that ten people died."
    segments = [Segment(start=0, end=len(text), kind="boilerplate")]
    assert find_attributions(text, segments, (), lexicon(), TAGGER) == ()


PIECES = [
    "said ",
    "the governor ",
    "“",
    "”",
    '"',
    "'",
    ", ",
    ". ",
    "\n",
    "that ",
    "according to ",
    "We go ",
    ": ",
    "- ",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_every_span_holds_words_and_nesting_points_to_another(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = find(text)
    for index, attribution in enumerate(found):
        spans = (*attribution.source, *attribution.cue, *attribution.content)
        assert attribution.content
        assert all(0 <= s < e <= len(text) and text[s:e] == text[s:e].strip() for s, e in spans)
        assert not any("\n" in text[s:e] for s, e in spans)
        assert attribution.nested_in is None or attribution.nested_in != index
    assert found == find(text)


@pytest.mark.parametrize(
    "text", ['" said he ' * 600, "“He said " * 600, "He said “we go. " * 600, "said " * 2_000, '"' * 5_000]
)
def test_hostile_marks_take_linear_time(text: str) -> None:
    stretch = Segment(start=0, end=len(text), kind="paragraph")
    sentences = PARSER(text, [(0, len(text))])
    start = time.process_time()
    find_attributions(text, [stretch], sentences, lexicon(), TAGGER)
    assert time.process_time() - start < 4
