"""Overlapping spans become flat pieces, each in a lane of its own."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.show.marks import LANES, Mark, lanes, pieces

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair)))
PARTS = st.sampled_from(["source", "cue", "content", "quantity", "time", "place"])
MARKS = st.lists(st.builds(lambda span, part, item: Mark(*span, part, item), SPANS, PARTS, st.integers(0, 5)))


def cut(end: int, *marks: Mark) -> list[tuple[int, int, list[tuple[str, int]]]]:
    return [(p.start, p.end, [(m.part, m.item) for m in p.marks]) for p in pieces(0, end, marks)]


def test_text_without_marks_is_one_piece() -> None:
    assert cut(9) == [(0, 9, [])]


def test_nothing_is_cut_from_an_empty_stretch() -> None:
    assert cut(0) == []


def test_marks_that_overlap_share_the_piece_in_between() -> None:
    assert cut(9, Mark(1, 5, "content", 0), Mark(3, 7, "content", 1)) == [
        (0, 1, []),
        (1, 3, [("content", 0)]),
        (3, 5, [("content", 0), ("content", 1)]),
        (5, 7, [("content", 1)]),
        (7, 9, []),
    ]


def test_a_mark_inside_another_splits_it_in_three() -> None:
    nested = cut(6, Mark(0, 6, "content", 0), Mark(2, 4, "quantity", 0))
    assert [marks for _, _, marks in nested] == [
        [("content", 0)],
        [("content", 0), ("quantity", 0)],
        [("content", 0)],
    ]


@pytest.mark.parametrize(
    ("parts", "kept"),
    [(("content", "source"), "source"), (("source", "cue"), "cue"), (("cue", "content"), "cue")],
)
def test_of_two_parts_of_one_claim_on_the_same_words_the_foremost_is_drawn(
    parts: tuple[str, str], kept: str
) -> None:
    marks = [Mark(0, 3, part, 4) for part in parts]  # type: ignore[arg-type]
    assert cut(3, *marks) == [(0, 3, [(kept, 4)])]


def test_a_mark_that_reaches_over_the_stretch_is_clipped() -> None:
    assert [(p.start, p.end) for p in pieces(10, 20, [Mark(0, 99, "content", 0)])] == [(10, 20)]


@given(MARKS, st.lists(st.integers(0, 60)))
def test_joined_the_pieces_give_back_the_stretch(marks: list[Mark], cuts: list[int]) -> None:
    found = pieces(5, 50, marks, cuts)
    assert [p.start for p in found] == [5, *(p.end for p in found[:-1])]
    assert found[-1].end == 50
    for piece in found:
        for mark in piece.marks:
            assert any(m.item == mark.item and m.start <= piece.start and piece.end <= m.end for m in marks)


@given(st.dictionaries(st.integers(0, 30), st.lists(SPANS, min_size=1, max_size=4)))
def test_claims_in_one_lane_never_share_words(spans: dict[int, list[tuple[int, int]]]) -> None:
    for item, lane in (given := lanes(spans)).items():
        for other, its in given.items():
            if other != item and its == lane:
                mine = {at for start, end in spans[item] for at in range(start, end)}
                assert not mine & {at for start, end in spans[other] for at in range(start, end)}


def test_four_nested_claims_have_four_lanes_the_innermost_nearest_to_the_words() -> None:
    assert lanes({0: [(0, 40)], 1: [(5, 40)], 2: [(10, 40)], 3: [(20, 30)]}) == {3: 0, 2: 1, 1: 2, 0: 3}


def test_claims_apart_share_the_first_lane() -> None:
    assert lanes({0: [(0, 5), (20, 30)], 1: [(5, 20)]}) == {0: 0, 1: 0}


def test_claims_beyond_the_last_lane_are_not_drawn() -> None:
    assert sorted(lanes({item: [(0, 10)] for item in range(LANES + 3)}).values()) == list(range(LANES))


def test_thousands_of_marks_over_one_long_stretch_are_cut_in_linear_time() -> None:
    spans = {item: [(item * 10, item * 10 + 25)] for item in range(10_000)}
    began = time.perf_counter()
    lane = lanes(spans)
    found = pieces(0, 100_100, [Mark(*spans[item][0], "content", item) for item in lane])
    assert len(found) > 10_000
    assert time.perf_counter() - began < 2
