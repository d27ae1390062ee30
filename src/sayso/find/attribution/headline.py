"""Speakers that the layout names: headlines ("Kyiv: 74 settlements taken"), dialogue ("GOVERNOR: We will hold."), and signed
quotations ("“We hold.” — The governor")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sayso.find.attribution.content import Marks
from sayso.find.attribution.draft import Draft
from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon
from sayso.mentions import Token
from sayso.records import Segment, Span

NAME = re.compile(
    r"\s*[\"“]?((?:[^\W\d_][\w.’'&-]*[ \xa0]){0,6}[^\W\d_][\w.’'&-]*)(?:[ \xa0]\([^()]{1,40}\))?:\s+(?=\S)"
)
SIGNATURE = re.compile(r"\s*([―—–-]{1,2})[ \xa0]*([^\W\d_][^\n“”\"―—–]{1,80}?)[ \xa0.]*(?=\n|$)")
AFTER_DASH = re.compile(r"\s[–—-]\s+([^\s–—:][^–—:]{0,58}[^\s–—:])\Z")
# A source behind a dash stands at the end of a headline: no more of it is searched, however long it is.
LONGEST_ENDING = 80


def find_labels(
    text: str, segments: Sequence[Segment], trees: Sequence[Tree], lexicon: SpeechLexicon
) -> Iterator[Draft]:
    """Drafts for segments that open with "Name:"; a headline may name its source after a dash instead."""
    labelled = [(s, NAME.match(text, s.start, s.end)) for s in segments if s.kind in {"title", "paragraph"}]
    names = Counter(m.group(1) for _, m in labelled if m)
    transcript = names.total() >= 4
    starts = {t.tokens[0].start: t for t in trees if t.tokens}
    last: Draft | None = None
    for segment, match in labelled:
        tree = starts.get(segment.start)
        if match is not None and _is_speaker(match, names, segment, tree, lexicon):
            colon = text.index(":", match.end(1))
            last = _draft(match.span(1), (match.end(), segment.end), segment, [(colon, colon + 1)])
            yield last
            if segment.kind == "title" or names[match.group(1)] < 2:
                last = None
        elif segment.kind == "title" and tree is not None and match is None:
            last = None
            yield from _after_dash(text, segment, tree, lexicon)
        elif last is not None and match is None and transcript:
            # In a transcript a paragraph without a name goes on with the last one's words.
            last.content.append((segment.start, segment.end))


def _draft(source: Span, content: Span, segment: Segment, cue: Sequence[Span] = ()) -> Draft:
    return Draft(
        found="headline" if segment.kind == "title" else "dialogue",
        source=[source],
        cue=list(cue),
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
    if name.split()[-1].lower() in lexicon.labels or any(t.tag in lexicon.finite for t in words):
        return False
    return _names_someone(words, lexicon) or all(word[0].isupper() for word in name.split())


def _names_someone(words: Iterable[Token], lexicon: SpeechLexicon) -> bool:
    return any(
        t.entity in {"PERSON", "ORG", "GPE", "NORP"} or t.lemma in lexicon.people or t.pos == "PROPN"
        for t in words
    )


def _after_dash(text: str, segment: Segment, tree: Tree, lexicon: SpeechLexicon) -> Iterator[Draft]:
    end = segment.start + len(text[segment.start : segment.end].rstrip())
    match = AFTER_DASH.search(text, max(segment.start, end - LONGEST_ENDING), end)
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


def find_signed(text: str, stretches: Sequence[Span], marks: Marks) -> Iterator[Draft]:
    """Drafts for quotations that open a line and have a name behind a dash on it or on the next."""
    ends = [end for _, end in stretches]
    for index, quote in enumerate(marks.outer):
        limit = marks.outer[index + 1].start if index + 1 < len(marks.outer) else len(text)
        stop = min(limit, ends[min(bisect_left(ends, quote.end), len(ends) - 1)])
        match = SIGNATURE.match(text, quote.end, stop) if quote.closed else None
        opens = text[max(0, quote.start - 8) : quote.start].rstrip(" \xa0")[-1:] in {"", "\n"}
        if match is not None and opens and match[2][0].isupper():
            yield Draft(
                found="signature",
                source=[match.span(2)],
                cue=[match.span(1)],
                content=[(quote.start, quote.end)],
                clause=match.span(2),
                confidence=0.8,
            )
