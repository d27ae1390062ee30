"""An attribution in the making: what the tagger and the rules for layout hand to `quoted` and `merge`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.records import Span

Found = Literal["tagged", "pointing", "headline", "dialogue", "signature", "going on"]


@dataclass
class Draft:
    """Spans are as the words stand, not trimmed. `found` is who found it: the tagger, or a rule for what no words tell.

    `clause` is the span of source and cue with what stands between them: a quotation that touches it is the content.
    `says` is True where words are said, not only thought or wanted: a quotation may go on after it. `passes_on` is True where
    the cue passes another's words on ("quoted"). `stances` are as in Attribution.
    """

    found: Found
    source: list[Span]
    cue: list[Span]
    content: list[Span]
    clause: Span
    confidence: float
    says: bool = True
    passes_on: bool = False
    continues: bool = False
    stances: tuple[float, ...] = ()
