"""Contents as texts of their own, in which what the speaker hands to others is looked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sayso.find.attribution.content import Marks, join, trim
from sayso.find.quotes import Quote
from sayso.records import Span

LEAST_WORDS = 5


class Contents(NamedTuple):
    """Stretches of the text and the quotations in them: each stretch is a quotation itself, so that the tagger is told."""

    spans: tuple[Span, ...]
    quotes: tuple[Quote, ...]


def contents_of(text: str, contents: Iterable[Span], marks: Marks) -> Contents:
    """The contents that are long enough to hold another attribution, without their outer marks, in order."""
    quotes = marks.quotes
    bare = [trim(text, span, marks) for span in join(contents, text)]
    spans = tuple(s for s in bare if s is not None and len(text[s[0] : s[1]].split()) >= LEAST_WORDS)
    found: list[Quote] = []
    place = 0
    for start, end in spans:
        found.append(Quote(start=start, end=end, inner=(start, end)))
        while place < len(quotes) and quotes[place].start < end:
            quote = quotes[place]
            if quote.start >= start and quote.end <= end:
                found.append(
                    Quote(start=quote.start, end=quote.end, inner=quote.inner, closed=quote.closed, depth=1)
                )
            place += 1
    return Contents(spans, tuple(found))
