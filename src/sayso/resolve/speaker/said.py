"""What was said in a report, as the finder has it, and what lies within what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.mentions import Attribution, Token
from sayso.records import Record, Span
from sayso.resolve.speaker.chain import holders
from sayso.resolve.speaker.page import Page
from sayso.stretches import merged


class Said(Record, frozen=True, kw_only=True):
    """A report's attributions, each known by its index. `holders` has for each the one in whose content it stands, None
    where none does; `inner` for one with others in its content those others. `contents` is whatever is said, `quoted`
    what is said word for word, as merged spans.
    """

    attributions: Sequence[Attribution]
    holders: Sequence[int | None]
    inner: Mapping[int, Sequence[int]]
    contents: Sequence[Span]
    quoted: Sequence[Span]


def said_in(attributions: Sequence[Attribution]) -> Said:
    """The attributions with what lies within what, worked out once: every source asks for it."""
    around = holders(attributions)
    inner: dict[int, list[int]] = defaultdict(list)
    for index, holder in enumerate(around):
        if holder is not None:
            inner[holder].append(index)
    return Said(
        attributions=attributions,
        holders=around,
        inner=dict(inner),
        contents=merged(span for a in attributions for span in a.content),
        quoted=merged(span for a in attributions if a.form == "direct" for span in a.content),
    )


def place(attribution: Attribution) -> int:
    """Where the words that name the source stand, else the cue's, else the content's."""
    return next((s[0][0] for s in (attribution.source, attribution.cue, attribution.content) if s), 0)


def cue_tokens(page: Page, attribution: Attribution) -> list[Token]:
    """The tokens of the cue, in the order of its spans."""
    return [page.tokens[i] for span in attribution.cue for i in page.inside(span)]


def first_word(page: Page, source: Sequence[Span]) -> str:
    """The word that a source begins with, in lower case; "" for no source and for one that no sentence holds."""
    inside = page.inside(source[0]) if source else range(0)
    return page.tokens[inside[0]].text.lower() if inside else ""
