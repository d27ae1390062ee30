"""Quotation marks in pairs."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.find.quotes import Quote, find_quotes


def quotes(text: str) -> list[Quote]:
    """The quotations of a text, a paragraph a line."""
    stretches, position = [], 0
    for line in text.split("\n"):
        stretches.append((position, position + len(line)))
        position += len(line) + 1
    return list(find_quotes(text, stretches))


def words(text: str) -> list[str]:
    return [text[q.inner[0] : q.inner[1]] for q in quotes(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"We hold," he said. "We stay."', ["We hold,", "We stay."]),
        ("“We hold,” he said. “We stay.”", ["We hold,", "We stay."]),
        ("«We hold», he said.", ["We hold"]),
        ("„We hold“, he said, „for now”.", ["We hold", "for now"]),
        ("''We hold,'' he said.", ["We hold,"]),
        ("``We hold,'' he said.", ["We hold,"]),
        ("‘We hold,’ he said.", ["We hold,"]),
        ("'We hold,' he said.", ["We hold,"]),
        ('“Half curly," he said.', ["Half curly,"]),
        ('He said,"No space".', ["No space"]),
        ('" Spaced marks " he said.', [" Spaced marks "]),
        ("- We hold the line - he said, and left.", ["We hold the line"]),
    ],
)
def test_marks_of_every_kind_come_in_pairs(text: str, inner: list[str]) -> None:
    assert words(text) == inner


@pytest.mark.parametrize(
    "text",
    [
        "It's the soldiers' third week, and the town's mayor won't leave.",
        "The '90s were over, and 'em who stayed knew it.",
        'The 6\'2" officer carried a 12" shell.',
        "- 3 drones over Sumy",
        "- A power station without light",
        "",
    ],
)
def test_apostrophes_inches_and_list_items_are_no_quotations(text: str) -> None:
    assert words(text) == []


def test_a_plural_possessive_does_not_close_a_single_quotation() -> None:
    assert words("‘The troops’ advance is over,’ he said.") == ["The troops’ advance is over,"]
    assert words("They spoke of the ‘troops’ only.") == ["troops"]


def test_a_nested_quotation_is_one_deeper() -> None:
    found = quotes("“She told me: ‘Leave the town.’ So I left,” he said.")
    assert [(q.depth, q.single) for q in found] == [(0, False), (1, True)]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    found = quotes("He said: “The first thing.\n“The second thing.\n“The last thing.” Then he left.")
    assert [(q.closed, q.continues) for q in found] == [(False, False), (False, True), (True, True)]


def test_a_last_quotation_without_closing_mark_runs_to_the_end_of_its_paragraph() -> None:
    assert words("He said: “We go on.\nThe town was calm.") == ["We go on."]


def test_an_odd_mark_spoils_nothing_behind_it() -> None:
    text = 'An odd " mark here. "One," he said.\nAnd "two" there.\nA “stray mark. “Three,” she said.\n"Four"'
    assert words(text) == ["One,", "two", "Three,", "Four"]


@given(st.text(alphabet="“”‘’\"'«»„`ab .,\n-–", max_size=200))
def test_any_marks_give_spans_within_their_paragraph(text: str) -> None:
    for quote in quotes(text):
        assert 0 <= quote.start <= quote.inner[0] <= quote.inner[1] <= quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]


@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        "“" * 100_000,
        "'" * 100_000,
        "‘a " * 30_000 + "’ " * 30_000,
        "s' 'a" * 20_000,
        "- a " * 25_000,
    ],
)
def test_a_hundred_thousand_marks_are_read_at_once(text: str) -> None:
    start = time.process_time()
    quotes(text)
    assert time.process_time() - start < 3
