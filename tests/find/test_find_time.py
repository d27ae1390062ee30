"""Time expressions: found with their type, and told apart from what only looks like one."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.find.time import find_times
from sayso.languages.en.time import GRAMMAR
from sayso.moments import CalendarDate, Clock, Duration, PartOfDay, Portion, Shift, TimeMention, Weekday
from sayso.records import Published
from sayso.resolve.calendar import resolve_times

TOLD = Published(earliest="2024-08-20", latest="2024-08-20", basis="given")
TABLE = [
    line.split("\t")
    for line in Path(__file__).with_name("times.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def found(text: str) -> tuple[TimeMention, ...]:
    return find_times(text, [(0, len(text))], GRAMMAR)


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_each_sentence_of_the_table_has_its_times(row):
    text, *expected = row
    times = [
        "|".join((text[t.start : t.end], t.type, t.value, t.earliest or "", t.latest or ""))
        for t in resolve_times(found(text), TOLD)
    ]
    assert times == ([] if expected == ["-"] else expected)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        (
            "early Friday evening",
            Portion(whole=PartOfDay(day=Weekday(weekday=5), part="EV"), portion="START"),
        ),
        ("Wednesday evening, July 3", PartOfDay(day=CalendarDate(month=7, day=3), part="EV")),
        ("5 p.m. EST Nov. 9", Clock(day=CalendarDate(month=11, day=9), hour=17, minute=0, zone="est")),
        ("the next few days", Duration(amounts=((None, "day"),), extent="coming")),
        ("two days earlier", Shift(unit="day", count=-2)),
    ],
)
def test_an_expression_says_what_its_words_say(text, expression):
    (mention,) = found(text)
    assert mention.expression == expression


def test_what_is_counted_from_an_earlier_time_hangs_on_it_and_what_is_counted_from_now_on_publication():
    earlier, ago = found("He left two days earlier. She left two days ago.")
    assert (earlier.anchor, ago.anchor) == ("previous", "publication")


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The minister arrived on Monday.", "past"),
        ("On Monday the minister arrived.", "past"),
        ("The minister will arrive on Monday.", "future"),
        ("He said the minister would arrive on Monday.", "future"),
        ("The minister is expected to arrive on Monday.", "future"),
        ("The parties agreed to meet on Monday.", "future"),
        ("The minister would have arrived on Monday.", "past"),
        ("The ceasefire holds until Monday.", "future"),
        ("Until Monday, they had not answered.", "past"),
        ("The minister left. Talks on Monday.", None),
    ],
)
def test_a_mention_has_the_tense_of_its_clause(text, tense):
    (mention,) = found(text)
    assert mention.tense == tense


def test_nothing_is_found_across_or_outside_the_stretches():
    text = "On Aug. 16, 2024 they left on Friday."
    times = find_times(text, [(0, 10), (11, 22)], GRAMMAR)
    assert [text[t.start : t.end] for t in times] == ["Aug. 16", "2024"]


@given(
    st.text(alphabet="019 -–:/.,'\n" + "aA")
    | st.lists(st.sampled_from([row[0] for row in TABLE])).map(" ".join)
)
def test_mentions_are_in_order_apart_and_inside_the_text(text):
    mentions = found(text)
    edges = [edge for m in mentions for edge in (m.start, m.end)]
    assert edges == sorted(edges)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert len(resolve_times(mentions, TOLD)) == len(resolve_times(mentions, None)) == len(mentions)


HOSTILE = [
    "1",
    "12 ",
    "-",
    "– ",
    " ",
    "\n",
    '"',
    "1:",
    "16/08/",
    "Aug. ",
    "two-",
    "the end of ",
    "hundred and ",
    "a.m. ",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_no_pattern_is_slow_on_hostile_text(piece):
    text = (piece * 100_000)[:100_000]
    signs = GRAMMAR.words(text, (0, len(text))).signs
    for rule in GRAMMAR.rules:
        start = time.process_time()
        for _ in rule.pattern.finditer(signs):
            pass
        # A hundred milliseconds on an idle core; a backtracking pattern would take minutes.
        assert time.process_time() - start < 0.5, rule.name
