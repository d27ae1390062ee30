"""An original to a report: its text, segments, title, outlet and language. No claims yet. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.errors import EmptyInput, NoArticle
from sayso.languages.clutter import LONGEST, Clutter
from sayso.read.blocks import Block
from sayso.read.language import language_of
from sayso.read.originals import Original
from sayso.read.segments import label, segment
from sayso.records import Report, Segment, SegmentKind, Span

BETWEEN = "\n\n"
# A page's article has at least one paragraph of so many characters that ends like a sentence.
SHORTEST_ARTICLE = 40
# Where a text's line with outlet and date, and its dateline, are looked for: among its first segments.
AMONG_FIRST = 6


def report(original: Original, clutter: Clutter) -> Report:
    """The report that an original is, without its claims.

    For text, `Report.text` is the text unchanged; for a page it is the title, then the paragraphs and captions of the
    article in page order, parted by blank lines. What the original knows (title, outlet, date ...) goes before what
    the text or the page says. Raises EmptyInput, and NoArticle for a page without an article.
    """
    if not original.data.strip():
        raise EmptyInput(f"{original.source} has no text in it.")
    if original.part:
        return _item(original, clutter)
    return _page(original, clutter) if original.kind == "html" else _plain(original, clutter)


def _plain(original: Original, clutter: Clutter) -> Report:
    text = original.data
    segments = segment(text, clutter, original.title)
    title = next((text[s.start : s.end] for s in segments if s.kind == "title"), None)
    return Report(
        id=original.report_id,
        text=text,
        language=original.language or language_of(text),
        title=original.title or title,
        outlet=original.outlet or outlet_in(text, segments, clutter),
        url=original.url,
        authors=original.authors,
        published=original.published,
        segments=segments,
    )


def _page(original: Original, clutter: Clutter) -> Report:
    from sayso.read.html import article

    found = article(original.data)
    title = original.title or found.title
    text, spans, known = _compose(title, found.blocks)
    segments = label(text, spans, known, clutter)
    if not any(_is_article(text[s.start : s.end]) for s in segments if s.kind == "paragraph"):
        raise NoArticle(f"{original.source} is a page without an article.", "Give the page of one report.")
    return Report(
        id=original.report_id,
        text=text,
        language=original.language or language_of(text),
        title=title,
        outlet=original.outlet or found.outlet,
        url=original.url or found.url,
        authors=original.authors or found.authors,
        published=original.published or found.published,
        segments=segments,
    )


def _item(original: Original, clutter: Clutter) -> Report:
    """An item of a feed: its title, and its text as it is."""
    if original.kind == "html":
        from sayso.read.html import fragment

        blocks: Sequence[Block] = fragment(original.data)
    else:
        segments = segment(original.data, clutter)
        blocks = [Block(original.data[s.start : s.end]) for s in segments]
    text, spans, known = _compose(original.title, blocks)
    if not blocks:
        raise EmptyInput(f"{original.source} has no text in it.")
    return Report(
        id=original.report_id,
        text=text,
        language=original.language or language_of(text),
        title=original.title,
        outlet=original.outlet,
        url=original.url,
        authors=original.authors,
        published=original.published,
        segments=label(text, spans, known, clutter),
    )


def _compose(
    title: str | None, blocks: Sequence[Block]
) -> tuple[str, list[Span], dict[int, SegmentKind | None]]:
    """The text of title and blocks, the span of each, and the kinds that the markup says."""
    parts = [Block(title, "title")] if title else []
    parts += blocks
    spans: list[Span] = []
    position = 0
    for part in parts:
        spans.append((position, position + len(part.words)))
        position += len(part.words) + len(BETWEEN)
    text = BETWEEN.join(part.words for part in parts)
    return text, spans, {i: part.kind for i, part in enumerate(parts)}


def _is_article(words: str) -> bool:
    return len(words) >= SHORTEST_ARTICLE and words.rstrip("\"'”’»)]").endswith((".", "!", "?", "…", ":"))


def outlet_in(text: str, segments: Sequence[Segment], clutter: Clutter) -> str | None:
    """The outlet by a text's own line with outlet and date, else the agency of its dateline; None where it names none."""
    first = segments[:AMONG_FIRST]
    for s in first:
        if s.kind == "credit" and (found := clutter.outlet_line.search(text[s.start : s.end])):
            return name(found["outlet"], clutter.small_words)
    for s in first:
        words = text[s.start : min(s.end, s.start + LONGEST)]
        if s.kind in ("paragraph", "credit") and (found := clutter.dateline.search(words)):
            return found["agency"]
    return None


def name(words: str, small: frozenset[str]) -> str:
    """A name in capitals as it is written in a line: "THE HARBOUR POST" is "The Harbour Post", "BBC" stays."""
    parts = words.split()
    if len(parts) < 2 or not words.isupper():
        return words
    kept = []
    for i, part in enumerate(parts):
        if part.lower() in small:
            kept.append(part.lower() if i else part.capitalize())
        else:
            kept.append(part if len(part) <= 3 else part.capitalize())
    return " ".join(kept)
