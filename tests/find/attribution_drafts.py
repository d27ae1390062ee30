"""Drafts by hand, for the tests of the rules round the tagger.

A draft, and what becomes of it, is written "source | cue | content"; several spans of one role are parted by " ~ ".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.find.attribution.draft import Draft, Found
from sayso.mentions import Attribution
from sayso.records import Span


def place(text: str, words: str) -> Span:
    """Where these words stand first, whole."""
    edges = (r"\b" if words[0].isalnum() else "", r"\b" if words[-1].isalnum() else "")
    match = re.search(re.escape(words).join(edges), text)
    assert match, words
    return match.span()


def drafted(
    text: str, roles: str, confidence: float = 0.8, found: Found = "tagged", says: bool = True
) -> Draft:
    """The draft that these words of the text are."""
    source, cue, content = (
        [place(text, words) for words in part.strip(" ").split(" ~ ") if words] for part in roles.split("|")
    )
    spans = [*source, *cue] or content
    clause = (min(s for s, _ in spans), max(e for _, e in spans))
    return Draft(found, source, cue, content, clause, confidence, says=says)


def written(text: str, one: Attribution | Draft) -> str:
    """A draft or an attribution in words."""

    def words(spans: Iterable[Span]) -> str:
        return " ~ ".join(text[s:e] for s, e in spans)

    return f"{words(one.source)} | {words(one.cue)} | {words(one.content)}".strip()
