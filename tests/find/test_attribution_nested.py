"""Contents as texts of their own: bare of their marks, long enough, and told to be quotations."""

from __future__ import annotations

import re

import pytest

from sayso.find.attribution.content import Marks
from sayso.find.attribution.nested import Contents, contents_of
from sayso.find.quotes import find_quotes
from sayso.records import Span


def contents(text: str, *words: str) -> Contents:
    quotes = find_quotes(text, [m.span() for m in re.finditer(r"[^\n]+", text)])
    return contents_of(text, [(text.index(w), text.index(w) + len(w)) for w in words], Marks(quotes))


def written(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“We hold the old bridge.”", ["We hold the old bridge"]),
        (" they still hold the bridge,", ["they still hold the bridge"]),
        ("they “hold the old bridge”", ["they “hold the old bridge”"]),
        ("four words are few", []),
        ("“... ,”", []),
    ],
    ids=["quotation", "indirect", "mixed", "too short", "no words"],
)
def test_a_content_is_bare_and_long_enough_to_hold_another(content: str, expected: list[str]) -> None:
    text = f"He said: {content} And he left."
    assert written(text, contents(text, content).spans) == expected


def test_contents_are_in_order_and_none_is_read_twice() -> None:
    text = "One says the road to town is shut. Two says the bridge over there is gone."
    found = contents(text, "the bridge over there is gone", "the road to town is shut", "to town is shut")
    assert written(text, found.spans) == ["the road to town is shut", "the bridge over there is gone"]


def test_contents_of_two_paragraphs_stay_apart() -> None:
    text = "“We hold the old bridge.\n“We keep the old town.”"
    found = contents(text, *text.split("\n"))
    assert written(text, found.spans) == ["We hold the old bridge", "We keep the old town"]


def test_each_content_is_a_quotation_and_those_within_are_nested() -> None:
    text = "He said “the guards told us ‘leave the town’ and left” and that we “hold out” in the town."
    found = contents(text, "“the guards told us ‘leave the town’ and left”", "that we “hold out” in the town")
    assert [(text[q.start : q.end], q.depth) for q in found.quotes] == [
        ("the guards told us ‘leave the town’ and left", 0),
        ("‘leave the town’", 1),
        ("that we “hold out” in the town", 0),
        ("“hold out”", 1),
    ]
    assert [text[slice(*q.inner)] for q in found.quotes if q.depth] == ["leave the town", "hold out"]


def test_a_quotation_that_reaches_out_of_a_content_is_none_of_its_own() -> None:
    text = "He said the guards hold “the old bridge and the town” today."
    assert [q.depth for q in contents(text, "the guards hold “the old bridge").quotes] == [0]


def test_a_quotation_outside_all_contents_is_left_out() -> None:
    text = "“Go away,” he said, and she said the road to town is shut, “so” they left."
    found = contents(text, "the road to town is shut")
    assert [text[q.start : q.end] for q in found.quotes] == ["the road to town is shut"]
