"""Which cue a quotation belongs to, and which quotations go on with no cue of their own.

Quotation marks are exact where a tagger is only likely: what a mark opens, its partner closes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import islice

from sayso.find.attribution.content import Marks
from sayso.find.attribution.draft import Draft
from sayso.find.quotes import Quote
from sayso.records import Span

# Between a quotation and its cue clause nothing but this may stand.
BARE = re.compile(r"[\s,;–—-]*")
BETWEEN_PARTS = re.compile(r"[\s,;–—-]*(?:([^\W\d_]+)[\s,–—-]*)?")
BETWEEN_NESTED = re.compile(r"[\s\w]*[,:]?\s*")
WORD = re.compile(r"\S+")
LONGEST_GAP = 160
LONGEST_NESTED_GAP = 40
FARTHEST_SPEAKER = 4_000


@dataclass(slots=True)
class _Extent:
    """How far a draft reaches. Contents are only added to, so that each is looked at once, however many there are."""

    draft: Draft
    end: int = -1
    start: int = -1
    quoted: bool = False
    known: int = 0

    def __post_init__(self) -> None:
        self.end = max((e for _, e in (*self.draft.cue, *self.draft.source)), default=-1)

    def update(self, text: str) -> None:
        for place in range(self.known, len(self.draft.content)):
            start, end = self.draft.content[place]
            self.end = max(self.end, end)
            self.start = max(self.start, start)
            self.quoted = self.quoted or text[end - 1] in "\"”’'»"
        self.known = len(self.draft.content)


def attach(
    text: str,
    segments: Sequence[Span],
    marks: Marks,
    drafts: list[Draft],
    labels: Sequence[Draft],
    verbs: Sequence[int],
    breaks: Sequence[int],
    joining: Set[str],
) -> list[Draft]:
    """Gives each quotation to its draft, in place, and returns drafts for those that go on without a cue.

    `segments` are the paragraphs in order; `labels` drafts of whole paragraphs, which keep their quotations; `verbs` the
    offsets of all finite verbs, in order: a gap with one of them is a clause of its own; `breaks` those of sentences;
    `joining` the words that may stand between two quotations of one content.
    """
    outside = [d for d in drafts if d.cue and not _inside(marks, d)]
    outside.sort(key=lambda d: d.clause)
    owners: dict[int, Draft] = {}
    for draft in labels:
        for start, end in draft.content:
            owners.update((q.start, draft) for q in marks.within(min(start, draft.source[0][0] - 1), end))
    for draft in drafts:
        if not _inside(marks, draft):
            _widen(text, draft, marks, owners)
    by_start = [d.clause[0] for d in outside]
    ends = sorted(outside, key=lambda d: d.clause[1])
    by_end = [d.clause[1] for d in ends]
    speakers = [d for d in outside if d.content and d.source]
    speakers.sort(key=lambda d: d.clause[1])
    new: list[Draft] = []
    starts = [s for s, _ in segments]
    last: Draft | None = None
    extents: dict[int, _Extent] = {}
    told = 0
    for index, quote in enumerate(marks.outer):
        segment = segments[max(0, bisect_right(starts, quote.start) - 1)]
        while told < len(speakers) and speakers[told].clause[1] <= quote.start:
            last = speakers[told]
            told += 1
        if quote.start not in owners:
            before = marks.outer[index - 1] if index else None
            owner = _cue_after(text, quote, segment, outside, by_start)
            if owner is None:
                owner = _part_of_last(text, quote, before, owners, segment, joining)
            if owner is None:
                owner = _cue_before(text, quote, segment, ends, by_end, verbs, breaks)
            if owner is None and last is not None:
                # Keyed by identity: drafts are compared by value, and all of these outlive the table.
                extent = extents.setdefault(id(last), _Extent(last))
                owner = _going_on(text, quote, segment, extent, new, breaks)
            if owner is not None:
                owners[quote.start] = owner
        owner = owners.get(quote.start)
        if (
            owner is not None
            and (owner.says or owner.continues)
            and (last is None or owner.clause[1] > last.clause[1] or owner.clause[0] >= quote.end)
        ):
            last = owner
    _within_quotations(text, marks, drafts)
    return new


def _inside(marks: Marks, draft: Draft) -> bool:
    return bool(draft.cue) and marks.around(draft.cue[0][0]) is not None


def _widen(text: str, draft: Draft, marks: Marks, owners: dict[int, Draft]) -> None:
    """A content that a quotation begins or ends in takes all of it, over sentence breaks too."""
    for place, (start, end) in enumerate(draft.content):
        for quote in marks.within(start, end):
            inside = min(end, quote.end) - max(start, quote.start)
            if inside <= 1 or any(quote.start <= s < quote.end for s, _ in draft.cue):
                continue
            if owners.setdefault(quote.start, draft).found in {"headline", "dialogue"}:
                continue
            lead = _last_before(text, start, quote.start)
            explained = (
                lead == ":"
                and draft.cue
                and draft.cue[-1][1] < start
                and len(list(islice(WORD.finditer(text, start, quote.start), 4))) > 3
            )
            if lead in {":", ".", "?", "!", "”"} and (quote.end >= end or not draft.cue) and not explained:
                start = quote.start  # what stands before the quotation is another sentence
            start, end = min(start, quote.start), max(end, quote.end)
        draft.content[place] = (start, end)


def _give(draft: Draft, quote: Quote) -> None:
    draft.content.append((quote.start, quote.end))
    draft.confidence = max(draft.confidence, 0.9)


def _part_of_last(
    text: str, quote: Quote, before: Quote | None, owners: dict[int, Draft], segment: Span, joining: Set[str]
) -> Draft | None:
    """ "... “this” and “that”": the second goes with the first."""
    if before is None or before.start < segment[0] or before.start not in owners:
        return None
    between = BETWEEN_PARTS.fullmatch(text, before.end, quote.start)
    if between is None or (between.group(1) and between.group(1).lower() not in joining):
        return None
    owner = owners[before.start]
    if text[before.end : quote.start].strip() == "" and text[before.inner[1] - 1] in ".!?":
        owner.content.append((quote.start, quote.end))
        return owner
    owner.content.append((before.start, quote.end))
    return owner


def _cue_after(
    text: str, quote: Quote, segment: Span, drafts: list[Draft], starts: list[int]
) -> Draft | None:
    """ "“...,” he said": a cue clause that begins where the quotation ends."""
    index = bisect_left(starts, quote.end)
    if index == len(drafts) or not quote.closed:
        return None
    draft = drafts[index]
    if draft.clause[0] >= segment[1] or not BARE.fullmatch(text, quote.end, draft.clause[0]):
        return None
    said_first = bool(draft.source) and draft.cue[0][0] < draft.source[0][0]
    if text[quote.inner[1] - 1] == "." and not said_first and text[draft.clause[0]].isupper():
        return None
    fronted = bool(draft.content) and draft.content[0][0] >= draft.clause[1]
    if fronted and _last_before(text, segment[0], quote.start) not in {"", ".", "!", "?", ":", "”"}:
        return None  # a title in quotation marks: "In “The Hour”, he said that ..."
    _give(draft, quote)
    return draft


def _cue_before(
    text: str,
    quote: Quote,
    segment: Span,
    drafts: list[Draft],
    ends: list[int],
    verbs: Sequence[int],
    breaks: Sequence[int],
) -> Draft | None:
    """ "He told reporters on Monday: “...”": the last cue clause before the quotation, in the same sentence."""
    index = bisect_right(ends, quote.start) - 1
    if index < 0:
        return None
    draft = drafts[index]
    end = draft.clause[1]
    if quote.start - end > LONGEST_GAP:
        return None
    gap = text[end : quote.start]
    last = gap.rstrip()[-1:]
    if "”" in gap or '"' in gap or last in {".", "!", "?"}:
        return None
    if last != ":" and _between(breaks, end, quote.start):
        return None
    if end < segment[0] and last != ":":
        return None
    first = bisect_left(verbs, end)
    if last != ":" and first < len(verbs) and verbs[first] < quote.start:
        return None
    # With no comma or colon it may be a name or a phrase in quotation marks: it has to look like speech.
    if last not in {",", ":", "–", "—", "-", ""} and not _looks_said(text, quote):
        return None
    _give(draft, quote)
    return draft


def _between(offsets: Sequence[int], low: int, high: int) -> int:
    """How many of these offsets lie within a gap, its ends not counted."""
    return bisect_left(offsets, high) - bisect_right(offsets, low)


def _going_on(
    text: str, quote: Quote, segment: Span, extent: _Extent, new: list[Draft], breaks: Sequence[int]
) -> Draft | None:
    """A quotation that opens a sentence and has no cue: the last speaker goes on."""
    if not (quote.continues or _is_sentence(text, quote, segment)):
        return None
    extent.update(text)
    last, said = extent.draft, extent.end
    spoke = last.says and (quote.continues or extent.quoted or last.clause[0] >= extent.start)
    if spoke and said <= quote.start and (quote.continues or not _between(breaks, said, quote.start)):
        last.content.append((quote.start, quote.end))
        return last
    if quote.start - said > FARTHEST_SPEAKER:
        return None
    draft = Draft(
        found="going on",
        source=[],
        cue=[],
        content=[(quote.start, quote.end)],
        clause=(quote.start, quote.end),
        confidence=0.6,
        continues=True,
    )
    new.append(draft)
    return draft


def _looks_said(text: str, quote: Quote) -> bool:
    inner = text[quote.inner[0] : quote.inner[1]]
    return inner[:1].isupper() and (
        inner.rstrip()[-1:] in {".", ",", "!", "?", "…"} or len(inner.split(None, 4)) > 3
    )


def _last_before(text: str, start: int, end: int) -> str:
    """The last character between these that is no white space; "" where there is none."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return text[end - 1] if end > start else ""


def _is_sentence(text: str, quote: Quote, segment: Span) -> bool:
    start, end = quote.inner
    words = text[start:end].split(None, 4)
    first = next((c for c in text[start:end] if c.isalnum()), "")
    before = _last_before(text, segment[0], quote.start)
    opens = quote.start == segment[0] or before in {"", ".", "!", "?", "…", "”", '"', ":"}
    ended = (text[start:end].rstrip(" \"'’”")[-1:], text[quote.end : quote.end + 1])
    ends = not quote.closed or any(mark in {".", "!", "?", "…"} for mark in ended)
    return opens and ends and len(words) >= 3 and (first.isupper() or first.isdigit())


def _within_quotations(text: str, marks: Marks, drafts: list[Draft]) -> None:
    """A quotation within a quotation belongs to the cue beside it, in the same outer one."""
    for draft in drafts:
        outer = marks.around(draft.cue[0][0]) if draft.cue else None
        if outer is not None:
            # What someone says within a quotation ends with it, whatever the parser makes of the words behind.
            low, high = outer.inner
            draft.content = [(max(s, low), min(e, high)) for s, e in draft.content if s < high and e > low]
    nested = [q for q in marks.quotes if q.depth == 1]
    if not nested:
        return
    inner = sorted((d for d in drafts if _inside(marks, d)), key=lambda d: d.clause[1])
    ends = [d.clause[1] for d in inner]
    for quote in nested:
        index = bisect_right(ends, quote.start) - 1
        if index >= 0:
            draft = inner[index]
            end = draft.clause[1]
            near = quote.start - end < LONGEST_NESTED_GAP
            same = marks.around(draft.clause[0]) == marks.around(quote.start)
            if near and same and BETWEEN_NESTED.fullmatch(text, end, quote.start) and not draft.content:
                draft.content.append((quote.start, quote.end))
