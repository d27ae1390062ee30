"""Speakers set off by a colon: headlines ("Kyiv: 74 settlements taken") and dialogue ("GOVERNOR: We will hold.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sayso.find.attribution.draft import Draft
from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon
from sayso.mentions import Token
from sayso.records import Segment, Span

NAME = re.compile(
    r"\s*[\"“]?((?:[^\W\d_][\w.’'&-]*[ \xa0]){0,6}[^\W\d_][\w.’'&-]*)(?:[ \xa0]\([^()]{1,40}\))?:\s+(?=\S)"
)
AFTER_DASH = re.compile(r"\s[–—-]\s+([^–—:]{2,60}?)\s*$")


def find_labels(
    text: str, segments: Sequence[Segment], trees: Sequence[Tree], lexicon: SpeechLexicon
) -> Iterator[Draft]:
    """Drafts for segments that open with "Name:"; a headline may name its source after a dash instead."""
    labelled = [(s, NAME.match(text, s.start, s.end)) for s in segments if s.kind in {"title", "paragraph"}]
    names = Counter(m.group(1) for _, m in labelled if m)
    starts = {t.tokens[0].start: t for t in trees if t.tokens}
    last: Draft | None = None
    for segment, match in labelled:
        tree = starts.get(segment.start)
        if match is not None and _is_speaker(match, names, segment, tree, lexicon):
            last = _draft(match.span(1), (match.end(), segment.end), segment)
            yield last
            if segment.kind == "title" or names[match.group(1)] < 2:
                last = None
        elif segment.kind == "title" and tree is not None and match is None:
            last = None
            yield from _after_dash(text, segment, tree, lexicon)
        elif last is not None and match is None and names.total() >= 4:
            # In a transcript a paragraph without a name goes on with the last one's words.
            last.content.append((segment.start, segment.end))


def _draft(source: Span, content: Span, segment: Segment) -> Draft:
    return Draft(
        construction="headline" if segment.kind == "title" else "dialogue",
        source=[source],
        cue=[],
        content=[content],
        clause=source,
        confidence=0.7,
    )


def _is_speaker(
    match: re.Match[str], names: Counter[str], segment: Segment, tree: Tree | None, lexicon: SpeechLexicon
) -> bool:
    name = match.group(1)
    if not name[0].isupper() or name.lower() in lexicon.labels:
        return False
    if names[name] >= 2 and (name.isupper() or names[name] >= 3):
        return len(name) > 2
    if segment.kind != "title" or tree is None:
        return False
    words = [t for t in tree.tokens if t.start < match.end(1)]
    if name.split()[-1].lower() in lexicon.labels or any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in words):
        return False
    return _names_someone(words, lexicon) or all(word[0].isupper() for word in name.split())


def _names_someone(words: Iterable[Token], lexicon: SpeechLexicon) -> bool:
    return any(
        t.entity in {"PERSON", "ORG", "GPE", "NORP"} or t.lemma in lexicon.people or t.pos == "PROPN"
        for t in words
    )


def _after_dash(text: str, segment: Segment, tree: Tree, lexicon: SpeechLexicon) -> Iterator[Draft]:
    match = AFTER_DASH.search(text, segment.start, segment.end)
    if match is None:
        return
    words = [t for t in tree.tokens if match.start(1) <= t.start < match.end(1)]
    if (
        words
        and len(words) <= 7
        and _names_someone(words, lexicon)
        and not any(t.pos in {"VERB", "AUX"} for t in words)
    ):
        yield _draft(match.span(1), (segment.start, match.start()), segment)
