"""How well the labelled passages are read: every figure beside its floor, and every construction.

usage: python tests/passage_figures.py [FIGURE...]     (`make passages`)

Printed: each figure in per cent, its floor of passages/floors.tsv, and of how many it is; then, for each construction, the
linked recall over the passages that carry it, the worst first; then, for each FIGURE asked for ("no false relay"), the
passages that cost it most. passage_scores.py says how each is counted. The exit status is 0 whatever comes out: test_passages.py
is what judges.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from passage_scores import (
    Floor,
    Label,
    Passage,
    Tallies,
    attributions_in,
    by_construction,
    notes,
    passages_in,
    score,
    total,
    worst,
)
from sayso import pipeline, settings, tables
from sayso.read import from_text

FOLDER = Path(__file__).parent / "passages"


def passages() -> tuple[Passage, ...]:
    """The passages with their labels. Raises ValueError where a line of labels is not in its form."""
    lines = (FOLDER / "labels.jsonl").read_text("utf-8")
    return passages_in(lines, lambda doc: (FOLDER / f"{doc}.txt").read_bytes().decode("utf-8"))


def floors() -> dict[str, Floor]:
    """The floor of each figure. Raises TableError where a row names no number or no reason."""
    rows = tables.parse(
        (FOLDER / "floors.tsv").read_text("utf-8"), "floors.tsv", ("figure", "floor", "reason"), _fault
    )
    return {figure: Floor(float(floor), reason) for figure, floor, reason in rows}


def _fault(row: tables.Row) -> str | None:
    try:
        known = 0 <= float(row[1]) <= 100
    except ValueError:
        known = False
    if not known:
        return f"{row[1]!r} is no number of per cent"
    return None if row[2].strip() else "a floor needs its reason"


def read(texts: Sequence[Passage]) -> dict[str, tuple[Label, ...]]:
    """What the reader finds in each passage."""
    reader = pipeline.Reader(settings.load())
    return {
        one.doc: attributions_in(
            reader.read(from_text(one.text, id=one.doc, published=one.published, language="en", kind="text"))
        )
        for one in texts
    }


def scores(texts: Sequence[Passage]) -> dict[str, Tallies]:
    """The tallies of each passage as it is read now."""
    found = read(texts)
    return {one.doc: score(one, found[one.doc]) for one in texts}


def table(texts: Sequence[Passage], scored: Mapping[str, Tallies], asked: Sequence[str]) -> Iterator[str]:
    """The lines to print."""
    bounds = floors()
    yield f"{'figure':24}{'now':>7}{'floor':>7}{'of':>6}"
    for figure, tally in total(scored.values()).items():
        floor = f"{bounds[figure].percent:7.1f}" if figure in bounds else f"{'-':>7}"
        yield f"{figure:24}{tally.percent:7.1f}{floor}{tally.of:6}"
    yield f"\n{'construction':36}{'recall':>7}{'of':>6}"
    for construction, tally in by_construction(texts, scored).items():
        yield f"{construction:36}" + (f"{tally.percent:7.1f}" if tally.of else f"{'-':>7}") + f"{tally.of:6}"
    for figure in asked:
        yield f"\n{figure:36}{'right':>7}{'of':>6}"
        yield from (f"{name:36}{t.right:7}{t.of:6}" for name, t in worst(figure, scored))
    yield ""
    yield from notes(scored, bounds)


def main(asked: list[str]) -> int:
    texts = passages()
    scored = scores(texts)
    unknown = set(asked) - set(total(scored.values()))
    if unknown:
        sys.stderr.write(f"No such figure: {', '.join(sorted(unknown))}.\n")
        return 2
    sys.stdout.writelines(f"{line}\n" for line in table(texts, scored, asked))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
