"""Quantities: the table quantities.tsv says what is found in each sentence; here is what holds for any text."""

from __future__ import annotations

import ast
import itertools
import time
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso.find.quantity
from sayso.find.quantity import find_quantities
from sayso.languages.en.quantity import grammar
from sayso.languages.quantity import NumeralRole
from sayso.records import Change, Measure, Quantity

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("quantities.tsv").read_text("utf-8").splitlines()[3:]
]
WORDS = (
    "5 1,000 2.5 2022 -7 $3 30% km killed people at least and of the half several dozens hundred million to - ( ) , . "
    "between from or one no casualties troops aged 34-year-old July a third in including among ½ RM5 12m \n\n"
).split(" ")


def find(text: str, taken: tuple[tuple[int, int], ...] = ()) -> tuple[Quantity, ...]:
    return find_quantities(text, [(0, len(text))], grammar(), taken)


def bound(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def told(text: str, q: Quantity) -> str:
    extra = [{"increase": "up", "decrease": "down"}[q.change]] if q.change else []
    extra += [f"same as {q.same_as}"] if q.same_as else []
    extra += [f"part of {q.part_of}"] if q.part_of else []
    counted = q.counted.text if q.counted else "-"
    words = text[q.start : q.end]
    return " | ".join([words, f"{bound(q.low)}..{bound(q.high)}", q.unit or "-", counted, q.measure, *extra])


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_a_sentence_gives_the_quantities_of_the_table(text: str, expected: str) -> None:
    assert (" ;; ".join(told(text, q) for q in find(text)) or "nothing") == expected


@pytest.mark.parametrize(
    ("text", "value", "hedge"),
    [
        ("31 people", 31, "exact"),
        ("about 31 people", 31, "approximate"),
        ("at least 31 people", 31, "at_least"),
        ("up to 31 people", 31, "at_most"),
        ("30-40 people", None, "range"),
        ("dozens of people", None, "vague"),
    ],
)
def test_value_is_the_number_as_written_and_the_hedge_says_how_firm(
    text: str, value: float | None, hedge: str
) -> None:
    (quantity,) = find(text)
    assert (quantity.value, quantity.hedge) == (value, hedge)


def test_what_a_date_has_taken_is_no_quantity() -> None:
    text = "In the past 24 hours 12 people died."
    assert [text[q.start : q.end] for q in find(text)] == ["24 hours", "12"]
    assert [text[q.start : q.end] for q in find(text, taken=((7, 20),))] == ["12"]


def test_only_the_stretches_are_searched_and_none_is_crossed() -> None:
    text = "Killed: 5 and 1.2 million people 7 tanks"
    stretches = [(0, 9), (14, 17), (18, 25), (33, 40)]
    found = find_quantities(text, stretches, grammar())
    assert [text[q.start : q.end] for q in found] == ["5", "1.2", "7"]
    assert [q.id for q in found] == ["q1", "q2", "q3"]


def test_without_commas_a_place_name_before_a_number_does_not_make_it_a_name() -> None:
    assert [q.low for q in find("In Aleppo 34 people were killed")] == [34]
    assert find("The crew of Flight 34 was late") == ()


def test_a_conversion_that_does_not_agree_is_not_called_the_same() -> None:
    agreed = find("a strip of 10 km (6.2 miles)")
    wrong = find("a strip of 10 km (9 miles)")
    assert agreed[1].same_as == "q1"
    assert wrong[1].same_as is None


def test_a_part_refers_to_its_whole_by_id_across_stretches() -> None:
    text = "Two tanks burned. The raid killed 22 people, including six children."
    whole, part = find_quantities(text, [(0, 17), (18, len(text))], grammar())[1:]
    assert (whole.id, part.id, part.part_of) == ("q2", "q3", "q2")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=25).map(" ".join))
def test_any_text_gives_quantities_in_order_with_their_words(text: str) -> None:
    found = find(text)
    assert [q.id for q in found] == [f"q{n}" for n in range(1, len(found) + 1)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        assert q.counted is None or text[q.counted.start : q.counted.end] == q.counted.text
        assert q.low is None or q.high is None or q.low <= q.high
        assert q.low is not None or q.high is not None
    assert found == find(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1.",
        "1-",
        "- ",
        " ",
        "\n",
        '"',
        "$1",
        "5 (",
        "1 000",
        "half a ",
        "one in ",
        "7- ",
        "at least ",
        "5 and ",
        "six of them ",
        "including 5 men, ",
    ],
)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        find(text)
        return time.process_time() - start

    short, long = min(spent(6_000), spent(6_000)), spent(24_000)
    assert long < 8 * short + 0.2


def test_the_words_of_a_language_stand_in_its_grammar_and_not_in_the_finder() -> None:
    g = grammar()
    english = g.words.stops | set(g.numerals) | set(g.changes) | g.noun.skipped
    terms = {
        *get_args(NumeralRole),
        *get_args(Measure),
        *get_args(Change),
        "people",
    }  # the record's own words
    for module in Path(sayso.find.quantity.__file__).parent.glob("*.py"):
        nodes = ast.walk(ast.parse(module.read_text("utf-8")))
        written = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
        assert not (written & english) - terms, module.name
