"""Cues whose content is what stands before them: "The minister said this on Friday", "That is according to officials"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence

from sayso.find.attribution.draft import Draft
from sayso.mentions import Sentence
from sayso.records import Span

WORD = re.compile(r"[ \xa0]*([^\W\d_]+)")
# What follows a cue, or its "this", where words are still to come: "The mayor said this: “We hold.”"
AHEAD = re.compile(r"[ \xa0]*[:“„«\"‘]")
FEW = 24
"""Characters between the "that" that opens a sentence and the cue, if the one points for the other: "That is", "This was"."""


def point_back(
    text: str,
    drafts: Iterable[Draft],
    sentences: Sequence[Sentence],
    stretches: Sequence[Span],
    pointing: Container[str],
    openers: Container[int],
) -> None:
    """Gives each draft that only points back ("said this", "that is according to") the words before it, in place.

    These are the sentence before it in its paragraph, or the paragraph before. `pointing` are the words that point, lower
    case; `openers` the offsets of those that open a clause instead ("said that it").
    """
    starts = [sentence.start for sentence in sentences]
    opens = [start for start, _ in stretches]
    for draft in drafts:
        if not _points(text, draft, sentences, starts, pointing, openers):
            continue
        place = bisect_right(starts, draft.cue[0][0]) - 1
        here = bisect_right(opens, draft.cue[0][0]) - 1
        draft.content = []
        if place > 0 and starts[place - 1] >= opens[here]:
            draft.content = [(sentences[place - 1].start, sentences[place - 1].end)]
        elif here > 0:
            draft.content = [stretches[here - 1]]
        if draft.content:
            draft.found = "pointing"


def _points(
    text: str,
    draft: Draft,
    sentences: Sequence[Sentence],
    starts: Sequence[int],
    pointing: Container[str],
    openers: Container[int],
) -> bool:
    place = bisect_right(starts, draft.cue[0][0]) - 1
    if place < 0 or AHEAD.match(text, draft.cue[-1][1]):
        return False
    if draft.content:
        start, end = draft.content[-1]
        behind = start >= draft.cue[-1][1] or len(draft.content) == 1
        return behind and text[start:end].lower() in pointing and not AHEAD.match(text, end)
    after = WORD.match(text, draft.cue[-1][1])
    if after and after[1].lower() in pointing and after.start(1) not in openers:
        return not AHEAD.match(text, after.end())
    start = sentences[place].start
    if draft.cue[0][0] - start > FEW or any(s <= start < e for s, e in draft.source):
        return False
    first = WORD.match(text, start)
    return bool(first and first[1].lower() in pointing)
