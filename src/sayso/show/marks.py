"""Overlapping spans of one stretch of text -> flat pieces that HTML can nest. Pure: no HTML, no report.

Claims overlap freely (a quotation inside a quotation, two sources of one sentence), HTML elements cannot. So a
stretch is cut wherever any mark begins or ends, and each piece carries all the marks that cover it. Every claim is
given a lane, the height at which its line is drawn under the words, so that lines of overlapping claims never touch.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeVar

from sayso.records import Span

Part = Literal["source", "cue", "content", "quantity", "time", "place"]
CLAIM_PARTS: frozenset[Part] = frozenset(("source", "cue", "content"))

# More lines than these under one word cannot be told apart; the claim keeps its numbered handle and its card.
LANES = 6

# Where two parts of one claim cover the same words, the one that says most about them is drawn.
_RANK: dict[Part, int] = {"cue": 0, "source": 1, "content": 2, "quantity": 3, "time": 3, "place": 3}

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points `start` to `end` of the text are this part of the item with this number."""

    start: int
    end: int
    part: Part
    item: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text covered from end to end by the same marks, in the order they were given."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def clip(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """The marks as far as they lie between start and end; those that do not touch it are left out."""
    return [
        Mark(max(mark.start, start), min(mark.end, end), mark.part, mark.item)
        for mark in marks
        if mark.start < end and mark.end > start and mark.start < mark.end
    ]


def pieces(start: int, end: int, marks: Sequence[Mark], cuts: Iterable[int] = ()) -> list[Piece]:
    """Cut start..end at every border of a mark and at `cuts`. Joined, the pieces give back the whole stretch.

    Of several marks of one item on one piece, only the foremost part is kept: cue, then source, then content.
    """
    inside = clip(marks, start, end)
    borders = {start, end, *(cut for cut in cuts if start < cut < end)}
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for index, mark in enumerate(inside):
        borders |= {mark.start, mark.end}
        opening.setdefault(mark.start, []).append(index)
        closing.setdefault(mark.end, []).append(index)
    edges = sorted(borders)
    active: set[int] = set()
    found: list[Piece] = []
    for left, right in pairwise(edges):
        active.difference_update(closing.get(left, ()))
        active.update(opening.get(left, ()))
        found.append(Piece(left, right, _foremost(inside[index] for index in sorted(active))))
    return found


def _foremost(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    kept: dict[tuple[bool, int, Part | None], Mark] = {}
    for mark in marks:
        fact = mark.part not in CLAIM_PARTS
        key = (fact, mark.item, mark.part if fact else None)
        if key not in kept or _RANK[mark.part] < _RANK[kept[key].part]:
            kept[key] = mark
    return tuple(kept.values())


def lanes(spans: Mapping[Key, Sequence[Span]], limit: int = LANES) -> dict[Key, int]:
    """A lane for each item, 0 nearest to the words; items in the same lane have no code point in common.

    Short items come first, so that the line of an enclosing claim runs below those it encloses; of equally long ones,
    the one given first. An item for which no lane below `limit` is free gets none.
    """
    order = sorted(spans, key=lambda item: sum(end - start for start, end in spans[item]))
    taken: list[list[Span]] = [[] for _ in range(limit)]
    given: dict[Key, int] = {}
    for item in order:
        for lane, occupied in enumerate(taken):
            if not any(_meets(occupied, span) for span in spans[item]):
                given[item] = lane
                for span in _joined(spans[item]):
                    insort(occupied, span)
                break
    return given


def _meets(occupied: Sequence[Span], span: Span) -> bool:
    """Whether a span shares a code point with one of the sorted, disjoint spans."""
    after = bisect_left(occupied, (span[1], span[1]))
    return after > 0 and occupied[after - 1][1] > span[0]


def _joined(spans: Sequence[Span]) -> list[Span]:
    """The spans sorted, overlapping ones made one: parts of one claim may lie inside each other."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
