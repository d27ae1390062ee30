"""Stretches of a text that many spans cover, and whether a position lies in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sayso.records import Span


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def covers(stretches: Sequence[Span], position: int) -> bool:
    """Whether a position lies in one of these merged spans."""
    index = bisect_right(stretches, (position, float("inf"))) - 1
    return index >= 0 and position < stretches[index][1]
