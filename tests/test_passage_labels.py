"""The labels of the passages are labels: spans of words, known kinds, and every construction that Sayso promises to read."""

from __future__ import annotations

import datetime
import itertools
import unicodedata
from collections import Counter
from typing import get_args

import pytest

import passage_figures
from passage_scores import FORMS, Label, Passage, passages_in
from sayso.records import Stance

PASSAGES = passage_figures.passages()
FIRM = [label for one in PASSAGES for label in one.firm]

# What is promised, each in the word of labels.jsonl. A passage may show more than these.
CONSTRUCTIONS = """
    straight marks|curly marks|single marks|nested marks|open quotation|odd mark|split content|that-clause|said X
    goes on without cue|goes on over paragraphs|colon headline|dash headline|interview|Q&A|transcript|dash-marked speech
    according to|in X's words|participle|content noun|colon after cue|reportedly|own words without marks|translation of
    pronoun|short name|title for a name|two men|collective source|unnamed source|agentless passive
    quoted as saying|cited as saying|citing|reiterated by Y|state media quoted a source|on Telegram|told an outlet
    quotation inside a quotation|X said that Y had told him
    hedge|negation|doubt right after|doubt later|blame|pointing back|refusal
    own voice beside attributed|no attribution|no event|marks without speech|so-called
    agency copy|local paper|machine-translated|live blog|press release|OSINT post
"""
PROMISED = [name.strip() for line in CONSTRUCTIONS.strip().splitlines() for name in line.split("|")]

# Letters of names, and the marks that news is written with; anything else is likely a slip of the keyboard.
MARKS = frozenset("“”‘’„«»–—")
PAIRS = {"“": "”", "„": "“", "‘": "’", "«": "»", '"': '"'}

each_passage = pytest.mark.parametrize("passage", PASSAGES, ids=lambda one: one.doc)


def words(passage: Passage, label: Label) -> list[str]:
    return [passage.text[start:end] for start, end in label.content]


def has_outer_marks(segment: str) -> bool:
    """Whether a segment stands in marks as a whole, or has one at its edge whose other half is outside."""
    first, last = segment[0], segment[-1]
    closed = PAIRS.get(first)
    if closed and closed not in segment[1:]:
        return True
    if closed and segment.index(closed, 1) == len(segment) - 1:
        return True
    openers = [opener for opener, closer in PAIRS.items() if closer == last and last != "’"]
    return bool(openers) and not any(opener in segment[:-1] for opener in openers)


@pytest.mark.parametrize(
    ("segment", "outer"),
    [
        ("we hold the bridge", False),
        ("“we hold the bridge”", True),
        ('"we hold the bridge', True),
        ("we hold the bridge”", True),
        ("the bridge was “lost”", False),
        ('"lost" is what the bridge was', False),
        ("“lost” is no word for “held”", False),
        ("« we hold »", True),
        ("the drivers’", False),
    ],
)
def test_outer_marks_are_told_from_marks_within(segment: str, outer: bool):
    assert has_outer_marks(segment) == outer


def test_every_text_has_its_line_of_labels_in_order():
    names = [one.doc for one in PASSAGES]
    assert names == sorted(set(names))
    assert names == sorted(path.stem for path in passage_figures.FOLDER.glob("*.txt"))


@each_passage
def test_a_text_is_plain(passage: Passage):
    text = passage.text
    assert text == text.strip() + "\n"
    assert text == unicodedata.normalize("NFC", text)
    odd = {
        c for c in text if not ((c.isascii() and (c.isprintable() or c == "\n")) or c in MARKS or c.isalpha())
    }
    assert not odd


@each_passage
def test_a_day_is_a_day(passage: Passage):
    assert datetime.date.fromisoformat(passage.published).isoformat() == passage.published


@each_passage
def test_spans_are_words_of_the_passage(passage: Passage):
    for label in passage.attributions:
        assert label.content, label
        for spans in (label.source, label.cue, label.content):
            assert list(spans) == sorted(spans), label
            assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans)), label
            for start, end in spans:
                assert 0 <= start < end <= len(passage.text), label
                segment = passage.text[start:end]
                assert segment == segment.strip(), segment
        assert not any(s < z and a < e for s, e in label.source for a, z in label.cue), label


@each_passage
def test_contents_have_no_outer_marks_and_no_last_stop(passage: Passage):
    for label in passage.attributions:
        for segment in words(passage, label):
            assert not has_outer_marks(segment), segment
            assert segment[-1] not in ".,;:", segment


@each_passage
def test_no_attribution_is_labelled_twice(passage: Passage):
    places = [(label.source, label.cue, label.content) for label in passage.attributions]
    assert len(places) == len(set(places))


@each_passage
def test_names_are_names(passage: Passage):
    assert passage.constructions
    assert len(passage.constructions) == len(set(passage.constructions))
    for label in passage.attributions:
        for name in (label.speaker, *label.relays):
            assert name == " ".join(name.split())
        assert all(label.relays)


@each_passage
def test_a_doubt_points_to_another_attribution(passage: Passage):
    for place, label in enumerate(passage.attributions):
        if label.about is not None:
            assert label.stance == "doubts"
            assert 0 <= label.about < len(passage.attributions)
            assert label.about != place
            assert passage.attributions[label.about].stance != "doubts"


@pytest.mark.parametrize("construction", PROMISED)
def test_what_is_promised_is_shown_at_least_twice(construction: str):
    assert sum(construction in one.constructions for one in PASSAGES) >= 2


@pytest.mark.parametrize("kind", [*FORMS, *get_args(Stance)])
def test_every_form_and_stance_is_shown_at_least_five_times(kind: str):
    assert Counter(k for label in FIRM for k in (label.form, label.stance))[kind] >= 5


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"asserts"', '"sings"'),
        ('"direct"', '"sung"'),
        ('"speaker"', '"singer"'),
        ("[[0, 9]]", "[[0, 9, 10]]"),
    ],
)
def test_labels_of_another_form_are_refused(right: str, wrong: str):
    label = """{"source": [[0, 9]], "cue": [], "content": [[10, 20]], "speaker": "", "relays": [], "form": "direct",
        "stance": "asserts", "optional": false}""".replace("\n", "")
    line = f"""{{"doc": "one", "published": "2024-08-18", "constructions": [], "attributions": [{label}],"""
    line += """ "quantities": [], "times": [], "places": []}"""
    assert len(passages_in(line, lambda _: "")) == 1
    with pytest.raises(ValueError, match=r"labels\.jsonl, line 1"):
        passages_in(line.replace(right, wrong), lambda _: "")
