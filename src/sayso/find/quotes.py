"""Quotation marks in pairs, paragraph by paragraph.

A mark opens or closes by its shape and by what stands on either side of it; an odd one is dropped and harms nothing
beyond its paragraph. One pass over the text and a stack: time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from sayso.records import Record, Span

MARK = re.compile(r"''|``|[\"“”„‟«»‘’‚‹›']")

# Which marks may close a quotation that one of these opened. A curly pair is often half straight.
CLOSED_BY = {
    '"': '"”',
    "“": '”"“',
    "„": '“”"',
    "‟": '”"',
    "”": '”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "``": "''",
    "''": "''",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
SINGLE = frozenset("‘’‚'")
ALWAYS_OPEN = frozenset({"„", "‟", "‚", "``", "‹"})
OPENING_BEFORE = frozenset("([{—–-/‘“\"'«„")
CLOSING_BEFORE = frozenset(".,!?…;")
DASH_SPEECH = re.compile(
    r"(?:^|(?<=[\s.!?\"”]))(?P<dash>[-–—])\s(?P<speech>[^\W\d_a-zа-я][^\n–—]{5,600}?)(?=\s[-–—]\s[^\W\d_A-ZА-Я])"
)
# Words that begin with an apostrophe, and years ("'90s").
ELISION = re.compile(r"(?:em|til|cause|tis|twas|n|bout|round|cos|\d\ds?)\b", re.IGNORECASE)


class Quote(Record, frozen=True, kw_only=True):
    """A stretch in quotation marks. `start`, `end` with the marks, `inner` without.

    `closed` is False where it runs to the end of its paragraph with no closing mark; `continues` is True where it goes
    on with one that the paragraph before left open. `depth` is 0 for an outermost one; `single` for ‘…’ and '…'.
    """

    start: int
    end: int
    inner: Span
    closed: bool = True
    continues: bool = False
    depth: int = 0
    single: bool = False


class _Open:
    """A mark that waits for its partner. `maybe` is where a plural possessive might have been that partner."""

    __slots__ = ("kind", "maybe", "start", "stop")

    def __init__(self, kind: str, start: int, stop: int) -> None:
        self.kind, self.start, self.stop = kind, start, stop
        self.maybe: int | None = None


def find_quotes(text: str, stretches: Sequence[Span]) -> tuple[Quote, ...]:
    """The quotations in these stretches of the text (its paragraphs), in order; a nested one follows its outer one."""
    found: list[Quote] = []
    left_open = False
    for index, (start, end) in enumerate(stretches):
        following = stretches[index + 1] if index + 1 < len(stretches) else None
        goes_on = following is not None and _opens_with_mark(text, following)
        here = _paragraph(text, (start, end), left_open, goes_on)
        left_open = any(not q.closed and q.depth == 0 for q in here) and goes_on
        found.extend(here)
    return tuple(found)


def _opens_with_mark(text: str, stretch: Span) -> bool:
    first = text[stretch[0] : stretch[1]].lstrip()[:1]
    return bool(first) and first in "\"“„«‘'`"


def _paragraph(text: str, stretch: Span, left_open: bool, goes_on: bool) -> list[Quote]:
    pairs, unclosed = _pairs(text, stretch)
    start, end = _trimmed(text, stretch)
    pairs += _dash_speech(text, (start, end), pairs)
    last = _left_open(unclosed, pairs, start, goes_on)
    if last is not None and last.stop < end:
        pairs.append((last.start, end, last.stop, end, False, last.kind in SINGLE))
    pairs.sort(key=lambda p: (p[0], -p[1]))
    quotes: list[Quote] = []
    around: list[int] = []
    for begin, stop, inner_start, inner_end, closed, single in pairs:
        while around and around[-1] <= begin:
            around.pop()
        quotes.append(
            Quote(
                start=begin,
                end=stop,
                inner=(inner_start, inner_end),
                closed=closed,
                continues=left_open and begin == start,
                depth=len(around),
                single=single,
            )
        )
        around.append(stop)
    return quotes


def _dash_speech(
    text: str, stretch: Span, pairs: list[tuple[int, int, int, int, bool, bool]]
) -> list[tuple[int, int, int, int, bool, bool]]:
    """Speech between dashes, as Slavic languages and their translations write it: "- We hold the line - he said."

    Only where a second dash is followed by a few words in lower case: a list item opens with a dash too.
    """
    found: list[tuple[int, int, int, int, bool, bool]] = []
    taken = sorted((begin, stop) for begin, stop, *_ in pairs)
    for match in DASH_SPEECH.finditer(text, *stretch):
        begin, stop = match.span("speech")
        if begin - stretch[0] > 3 and text[: match.start("dash")].rstrip()[-1:] not in {
            ".",
            "!",
            "?",
            "”",
            '"',
        }:
            continue
        place = bisect_left(taken, (begin, begin))
        if any(s < stop < e or s < begin < e for s, e in taken[max(0, place - 1) : place + 1]):
            continue
        found.append((match.start("dash"), stop, begin, stop, True, False))
    return found


def _left_open(
    unclosed: list[_Open], pairs: list[tuple[int, int, int, int, bool, bool]], start: int, goes_on: bool
) -> _Open | None:
    """The mark whose quotation runs to the end of the paragraph: none where it looks like a stray one."""
    doubles = [o for o in unclosed if o.kind not in SINGLE]
    if not doubles:
        # ‘…’ as the main marks run over paragraphs too, but a lone ' is an apostrophe more often than not.
        if unclosed and goes_on and unclosed[0].start == start and unclosed[0].kind == "‘":
            return unclosed[0]
        return None
    first, last = doubles[0], doubles[-1]
    if first.start == start:
        return first
    # One with whole quotations behind it is an odd mark, whatever the next paragraph opens with.
    later = any(begin > last.start for begin, _, _, _, _, single in pairs if not single)
    return None if later else last


def _trimmed(text: str, stretch: Span) -> Span:
    start, end = stretch
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _pairs(text: str, stretch: Span) -> tuple[list[tuple[int, int, int, int, bool, bool]], list[_Open]]:
    """Pairs as (start, end, inner start, inner end, closed, single), and the marks that stay without a partner."""
    start, end = stretch
    stack: list[_Open] = []
    waiting: Counter[str] = Counter()
    pairs: list[tuple[int, int, int, int, bool, bool]] = []
    stray: list[_Open] = []

    def close(partner: _Open, begin: int, stop: int) -> None:
        while stack:
            top = stack.pop()
            waiting[top.kind] -= 1
            if top is partner:
                break
            if top.maybe is not None:
                pairs.append((top.start, top.maybe + 1, top.stop, top.maybe, True, True))
            else:
                stray.append(top)
        pairs.append((partner.start, stop, partner.stop, begin, True, partner.kind in SINGLE))

    for match in MARK.finditer(text, start, end):
        mark, begin, stop = match.group(), match.start(), match.end()
        before = text[begin - 1] if begin > start else " "
        after = text[stop] if stop < end else " "
        role = _role(mark, before, after, text, stop, waiting)
        if role == "none":
            continue
        if role in {"close", "maybe"}:
            partner = _partner(stack, mark, waiting)
            if partner is not None and role == "maybe" and mark in SINGLE:
                partner.maybe = begin
                continue
            if partner is not None:
                close(partner, begin, stop)
                continue
            if mark != "”" or role == "maybe" or before not in " (" or not after.isalnum():
                continue
        opened = _Open(mark, begin, stop)
        stack.append(opened)
        waiting[mark] += 1
    for left in stack:
        if left.maybe is not None:
            pairs.append((left.start, left.maybe + 1, left.stop, left.maybe, True, True))
        else:
            stray.append(left)
    stray.sort(key=lambda o: o.start)
    return pairs, stray


def _partner(stack: list[_Open], mark: str, waiting: Counter[str]) -> _Open | None:
    """The innermost open mark that this one closes. A double mark closes over open single ones, never the reverse."""
    if not any(waiting[kind] for kind, closers in CLOSED_BY.items() if _closes(mark, closers)):
        return None
    # Apostrophes taken for opening marks may pile up: a single mark looks no further than the last few.
    near = stack[:-4:-1] if mark in SINGLE else reversed(stack)
    for opened in near:
        if _closes(mark, CLOSED_BY[opened.kind]):
            return opened
        if mark in SINGLE and opened.kind not in SINGLE:
            return None
    return None


def _closes(mark: str, closers: str) -> bool:
    return mark == closers if len(mark) == 2 or closers == "''" else mark in closers


Role = Literal["open", "close", "maybe", "none"]


def _role(mark: str, before: str, after: str, text: str, stop: int, waiting: Counter[str]) -> Role:
    if mark in ALWAYS_OPEN:
        return "open"
    if mark == "“":
        # Closes only what „ opened, as in German and Polish.
        return "close" if waiting["„"] and not before.isspace() else "open"
    if mark == "”":
        return (
            "open"
            if (before.isspace() or before == "(") and after.isalnum() and not _any(waiting)
            else "close"
        )
    if mark in {"«", "»", "›"}:
        mirror = {"«": "»", "»": "«", "›": "‹"}[mark]
        return "close" if waiting[mirror] else "open"
    if mark in {'"', "''"}:
        return _straight(mark, before, after, waiting)
    return _single(mark, before, after, text, stop)


def _any(waiting: Counter[str]) -> bool:
    return any(n > 0 for kind, n in waiting.items() if kind not in SINGLE)


def _straight(mark: str, before: str, after: str, waiting: Counter[str]) -> Role:
    opened = (
        waiting[mark] or (mark == '"' and (waiting["“"] or waiting["„"])) or (mark == "''" and waiting["``"])
    )
    starts = (before.isspace() or before in OPENING_BEFORE) and not after.isspace()
    ends = not before.isspace() and (after.isspace() or not after.isalnum())
    if before.isdigit() and not opened:
        return "none"  # inches, seconds of arc
    if starts and not ends:
        # One that opens while the same kind is open: the earlier one was odd, or this one is nested. It waits on top.
        return "open"
    if ends and not starts:
        return "close"
    return "close" if opened else "open"


def _single(mark: str, before: str, after: str, text: str, stop: int) -> Role:
    if before.isalnum() and after.isalnum():
        return "none"
    if mark == "‘":
        return "none" if before.isalnum() else "open"
    if not before.isspace() and before not in OPENING_BEFORE - {"'", '"', "‘"}:
        if before in CLOSING_BEFORE or not after.isspace():
            return "close"
        # "the troops' advance": a plural possessive unless nothing better comes.
        follows = text[stop : stop + 2].strip()[:1]
        return "maybe" if before in "sS" and follows.isalnum() else "close"
    if mark == "'" and after.isalnum() and not ELISION.match(text, stop):
        return "open"
    return "none"
