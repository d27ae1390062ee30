"""Spans without their outer marks, and the form they have. Knows of no grammar and of no model."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from sayso.find.quotes import Quote
from sayso.records import Form, Span

DOUBLE = frozenset('"“”„‟«»')
# A full stop of "U.S." is lost with the rest: the words stay the same. An ellipsis and a question mark say something.
AT_END = frozenset(".,;:—–-")
AT_START = frozenset(".,;:—–-…")


class Marks:
    """The quotations of a text, to be looked up by where they begin and end."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.quotes = tuple(quotes)
        self.outer = tuple(q for q in quotes if q.depth == 0)
        self.starts = [q.start for q in self.outer]
        self.at_start = {q.start: q for q in reversed(self.quotes)}
        self.at_end = {q.end: q for q in reversed(self.quotes) if q.closed}

    def around(self, position: int) -> Quote | None:
        """The outermost quotation that a position lies in, its marks included."""
        index = bisect_right(self.starts, position) - 1
        return self.outer[index] if index >= 0 and position < self.outer[index].end else None

    def within(self, start: int, end: int) -> tuple[Quote, ...]:
        """The outermost quotations that a span touches."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = bisect_left(self.starts, end)
        return tuple(q for q in self.outer[first:last] if q.end > start)


def has_word(text: str, span: Span) -> bool:
    """Whether a span has a letter or a digit in it, and is not marks alone."""
    return any(c.isalnum() for c in text[span[0] : span[1]])


def trim(text: str, span: Span, marks: Marks) -> Span | None:
    """A span without white space, outer stops and outer quotation marks; None where nothing is left.

    A mark goes only where its partner is outside or at the other end: the marks within a mixed content stay.
    """
    start, end = span
    while True:
        before = (start, end)
        while start < end and (text[start].isspace() or text[start] in AT_START):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in AT_END):
            end -= 1
        opener, closer = marks.at_start.get(start), marks.at_end.get(end)
        if opener is not None and (opener.end >= end or not opener.closed):
            start = opener.inner[0]
        elif opener is None and start < end and text[start] in DOUBLE:
            start += 1
        if closer is not None and closer.start < start:
            end = min(end, closer.inner[1])
        elif closer is None and start < end and text[end - 1] in DOUBLE:
            end -= 1
        if start >= end:
            return None
        if (start, end) == before:
            return start, end


def form_of(text: str, content: Iterable[Span], marks: Marks) -> Form:
    """Direct where all words are in quotation marks, indirect where none are, else mixed."""
    inside = outside = 0
    for start, end in content:
        quoted = sum(_letters(text, max(start, q.start), min(end, q.end)) for q in marks.within(start, end))
        inside += quoted
        outside += _letters(text, start, end) - quoted
    if inside == 0:
        return "indirect"
    return "direct" if outside <= inside * 0.02 else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


def join(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Spans in order, those that touch or have only spaces between them made one. A line break keeps them apart: a
    quotation that runs over a paragraph is one more span."""
    out: list[Span] = []
    for start, end in sorted(spans):
        gap = text[out[-1][1] : start] if out else ""
        if out and (start <= out[-1][1] or (not gap.strip() and "\n" not in gap)):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
