"""One who hands on what another says: "the agency reported that elders said ...", "the paper quoted a driver as saying ...".

The tagger gives a word one role. Where it sees the inner saying, the outer one is left without content: it is the inner one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

from sayso.find.attribution.draft import Draft
from sayso.records import Span

WORD = re.compile(r"\w+")
BREAK = re.compile(r"[!?;,\n]|[.](?=\s+[^\W\d_a-z])")
FARTHEST = 120
"""Characters between "quoted" and "as saying": more than this is another sentence."""


def hand_on(text: str, drafts: Sequence[Draft], joints: Container[str]) -> None:
    """Gives each draft without content the saying that follows it at once, in place.

    What stands between a cue that passes words on ("quoted") and the next one is the inner speaker. `joints` are words that
    may stand between the two, lower case ("that", "as").
    """
    order = sorted((d for d in drafts if d.cue), key=lambda d: d.cue[0])
    starts = [d.cue[0][0] for d in order]
    for outer in reversed(order):
        place = bisect_left(starts, outer.cue[-1][1])
        if outer.content or place == len(order) or not outer.source:
            continue
        inner = order[place]
        if not inner.content or inner.content[0][0] < outer.cue[-1][1]:
            continue
        gap = (outer.cue[-1][1], inner.cue[0][0])
        between = _between(text, gap, joints) if outer.passes_on else None
        source = [between] if between else inner.source
        spans = [*source, *inner.cue, *inner.content]
        first, last = min(start for start, _ in spans), max(end for _, end in spans)
        if first < gap[0] or not _next(text, (gap[0], first), joints):
            continue
        inner.source, outer.content = source, [(first, last)]
        inner.clause = (first, max(end for _, end in [*source, *inner.cue]))


def _between(text: str, gap: Span, joints: Container[str]) -> Span | None:
    """The words between two cues with a joint behind them ("a driver as"), without it; None where there are none such."""
    if gap[1] - gap[0] > FARTHEST or BREAK.search(text, *gap):
        return None
    words = list(WORD.finditer(text, *gap))
    joined = bool(words) and words[-1].group().lower() in joints
    opened = (follows := WORD.match(text, gap[1])) is not None and follows.group().lower() in joints
    words = words[:-1] if joined else words
    return (words[0].start(), words[-1].end()) if words and (joined or opened) else None


def _next(text: str, gap: Span, joints: Container[str]) -> bool:
    """Whether nothing but joints stands in a gap."""
    return not BREAK.search(text, gap[0], gap[1] + 1) and all(
        match.group().lower() in joints for match in WORD.finditer(text, *gap)
    )
