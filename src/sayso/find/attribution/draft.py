"""An attribution in the making: what the finders of single constructions hand to `quoted` and `merge`."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records import Span

# How sure a content is, by the shape in which its cue governs it: the share of right ones, about, in news.
CERTAINTY = {
    "that": 0.9,
    "host": 0.85,
    "to": 0.7,
    "ing": 0.7,
    "np+": 0.65,
    "figure": 0.65,
    "prep": 0.6,
    "np": 0.5,
    "none": 0.3,
}


@dataclass
class Draft:
    """Spans are as the words stand, not trimmed. `clause` is the span of source and cue with what hangs between them:
    a quotation that touches it is the content. `quotable` is False where the cue takes no quotation; `shared` is True
    where the source is the subject of another verb.
    """

    construction: str
    source: list[Span]
    cue: list[Span]
    content: list[Span]
    clause: Span
    confidence: float
    quotable: bool = False
    continues: bool = False
    shared: bool = False
