"""One attribution inside another's content: who then tells of whom."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.mentions import Attribution
from sayso.records import Span


def holders(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the index of the nearest one whose content holds its source and cue, None where none does.

    What the finder says (`nested_in`) goes first; the rest is read from the spans, in one sweep over their ends.
    """
    found: list[int | None] = [a.nested_in for a in attributions]
    events: list[tuple[int, int, int, int]] = []
    for index, attribution in enumerate(attributions):
        for start, end in attribution.content:
            events.append((start, 0, -end, index))
        words = attribution.source + attribution.cue
        if words and found[index] is None:
            # The content may have a hole where the outer source and cue stand: the last words tell where to look.
            events.append((*_last(words), index))
    around: list[tuple[int, int]] = []
    for start, kind, end, index in sorted(events):
        while around and around[-1][0] <= start:
            around.pop()
        if kind == 0:
            # Contents that cross each other are no chain: the shorter one goes.
            if not around or -end <= around[-1][0]:
                around.append((-end, index))
        else:
            for stop, around_it in reversed(around[-8:]):
                if (
                    around_it != index
                    and end <= stop
                    and _holds(attributions[around_it], attributions[index])
                ):
                    found[index] = around_it
                    break
    for index, holder in enumerate(found):
        # "X told Y that it may come, according to Z": each seems to hold the other; the last to be named tells of both.
        if holder is not None and _holds(attributions[index], attributions[holder]) and index != holder:
            outer, within = (
                (index, holder)
                if _start(attributions[index]) > _start(attributions[holder])
                else (holder, index)
            )
            found[within] = outer
            if found[outer] == within:
                found[outer] = None
    return _without_circles(found)


def _start(attribution: Attribution) -> int:
    return max((s for s, _ in attribution.source + attribution.cue), default=0)


def _last(words: Sequence[Span]) -> tuple[int, int, int]:
    start, end = max(words)
    return start, 1, end


def _holds(outer: Attribution, inner: Attribution) -> bool:
    words = inner.source + inner.cue
    return bool(words) and all(any(start <= s and e <= end for start, end in outer.content) for s, e in words)


def _without_circles(found: list[int | None]) -> list[int | None]:
    """The same with a chain cut where it comes back to itself."""
    state = [0] * len(found)
    for start in range(len(found)):
        path = []
        current: int | None = start
        while current is not None and state[current] == 0:
            state[current] = 1
            path.append(current)
            current = found[current] if 0 <= (found[current] or 0) < len(found) else None
        if current is not None and state[current] == 1:
            found[path[-1]] = None
        for index in path:
            state[index] = 2
    return found
