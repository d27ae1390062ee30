"""The labelled passages are read as well as they were: no figure is below its floor in passages/floors.tsv."""

from __future__ import annotations

import pytest

import passage_figures
from passage_scores import Tallies, complaint, score, total

PASSAGES = passage_figures.passages()
FLOORS = passage_figures.floors()
# The labels themselves, taken for what was read: every figure there is, each of them at its best.
LABELS_AGAINST_LABELS = {one.doc: score(one, one.attributions) for one in PASSAGES}
FIGURES = total(LABELS_AGAINST_LABELS.values())


@pytest.fixture(scope="module")
def scores() -> dict[str, Tallies]:
    return passage_figures.scores(PASSAGES)


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_is_below_its_floor(figure: str, scores: dict[str, Tallies]):
    told = complaint(figure, scores, FLOORS[figure])
    assert not told, told


def test_every_figure_has_a_floor():
    assert list(FLOORS) == list(FIGURES)


@pytest.mark.parametrize("figure", FIGURES)
def test_the_labels_taken_for_what_was_read_are_all_right(figure: str):
    tally = FIGURES[figure]
    assert tally.of >= 5, "too few labels to tell anything"
    assert tally.percent == 100.0


def test_every_figure_is_printed_beside_its_floor(scores: dict[str, Tallies]):
    lines = list(passage_figures.table(PASSAGES, scores, ["no false relay"]))
    for figure, tally in total(scores.values()).items():
        cells = [f"{tally.percent:.1f}", f"{FLOORS[figure].percent:.1f}", str(tally.of)]
        assert any(line.startswith(figure) and line.split()[-3:] == cells for line in lines), figure
    constructions = {construction for one in PASSAGES for construction in one.constructions}
    assert all(any(line.startswith(f"{c} ") for line in lines) for c in constructions)
