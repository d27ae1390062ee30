"""The labels to train on are labels: spans of words, known stances, no text of others and no invented person's name."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from sayso.records import Stance

LABELS = Path(__file__).parent.parent / "training/labels"
ROWS: dict[str, list[dict[str, Any]]] = {
    file.name: [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    for file in sorted(LABELS.glob("*.jsonl"))
}
SENTENCES = ROWS["sentences.jsonl"]

# The keys of a line that keeps offsets alone. Its strings are ids, dates, kinds and the names of speakers.
KEYS = set(
    "doc published read attributions quantities times places source cue content speaker relays form stance optional".split()
)
LONGEST_NAME = 120

SHORT = "Mr Mrs Ms Dr Lt Col Maj Gen Capt Sgt".split()
LONG = """
    Miss Professor General Colonel Major Captain Lieutenant Sergeant Corporal Private Brigadier Admiral Commander
    Marshal President Premier Minister Secretary Governor Mayor Ambassador Senator Deputy Spokesman Spokeswoman Judge
    Justice Magistrate Baroness Lord Lady Bishop Pastor Imam Abbot Coach Foreman Harbourmaster Analyst Novelist
    Grandmother U Daw
""".split()
# A stop after a short title is the title's, after a long one the sentence's.
TITLE = "|".join([*(rf"{one}\b\.?" for one in SHORT), *(rf"{one}\b" for one in LONG)])
TITLE += "|" + "|".join(rf"{one.lower()}\b" for one in LONG if len(one) > 3)
# One letter after a title is an initial, which is what a person of an invented report has; a title may follow a title.
NAMED = re.compile(rf"\b(?:{TITLE}) (?!{TITLE})[A-Z]\w+")
# What is left where a place or a unit had a surname in its name and lost it.
SPOILED = re.compile(r"\b(?:the|off|[A-Z]\.|Baroness|Lord|Lady) (?:Mr|Mrs|Ms)\b")


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    if isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from keys(one)


def test_every_span_is_words_of_its_text_without_outer_white_space():
    wrong = []
    for row in (row for rows in ROWS.values() for row in rows if "text" in row):
        text = row["text"]
        for label in row["attributions"]:
            for start, end in (span for part in ("source", "cue", "content") for span in label[part]):
                words = text[max(start, 0) : end]
                if not 0 <= start < end <= len(text) or words != words.strip():
                    wrong.append((row["doc"], start, end, words))
    assert wrong == []


@pytest.mark.parametrize("name", ROWS)
def test_every_stance_is_known(name: str):
    told = {label.get("stance") for row in ROWS[name] for label in row.get("attributions", [row])}
    told |= {stance for row in ROWS[name] for *_, stance in row.get("read", [])}
    assert told - {None} <= set(get_args(Stance))


def test_what_is_within_the_words_of_polnear_has_a_cue_and_a_content():
    lacking = [
        (row["doc"], one)
        for row in ROWS["polnear.jsonl"]
        for one in row["attributions"]
        if not one["cue"] or not one["content"]
    ]
    assert lacking == []


@pytest.mark.parametrize("name", ROWS)
def test_no_document_is_there_twice(name: str):
    # stances.jsonl has a line a cue, not a document.
    seen = Counter((row["doc"], *row.get("cue", ())) for row in ROWS[name])
    assert [one for one, times in seen.items() if times > 1] == []


@pytest.mark.parametrize(
    "name", [name for name, rows in ROWS.items() if not all("text" in row for row in rows)]
)
def test_a_file_of_offsets_holds_no_text(name: str):
    assert set(keys(ROWS[name])) <= KEYS
    assert [one for one in strings(ROWS[name]) if len(one) > LONGEST_NAME] == []


def test_no_title_is_followed_by_a_surname():
    assert [(row["doc"], found) for row in SENTENCES for found in NAMED.findall(row["text"])] == []


def test_no_place_has_lost_its_name_to_an_initial():
    assert [(row["doc"], found) for row in SENTENCES for found in SPOILED.findall(row["text"])] == []


@pytest.mark.parametrize(
    "text", ["Sergeant Surname said", "Lt. Gen. Surname said", "magistrate Forename Surname wrote"]
)
def test_a_surname_after_a_title_would_be_found(text: str):
    assert NAMED.search(text)


@pytest.mark.parametrize(
    "text", ["Colonel T’s widow", "Lt Col B said", "Premier Mr H said", "Gen. M’s staff", "the admiral. It"]
)
def test_an_initial_after_a_title_is_none(text: str):
    assert not NAMED.search(text)
