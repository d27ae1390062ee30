"""RSS and Atom: one document an item. Nothing is fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from sayso.errors import EmptyInput, NoArticle
from sayso.read.jsonl import failure
from sayso.read.originals import Original, original, published_in_metadata
from sayso.records import Failure

_MARKUP = re.compile(r"<[a-zA-Z!/][^>]*>|&(?:[a-zA-Z]+|#\d+);")
# References to characters by number.
_NUMBERED = re.compile(rb"&#(?:[0-9]+|[xX][0-9a-fA-F]+);?")
_UNKNOWN = b"&#65533;"


def originals(data: bytes, name: str) -> Iterator[Original | Failure]:
    """The items of a feed, in its order. An item without text comes as a Failure.

    Raises NoArticle where it is XML but no feed, and EmptyInput where the feed has no items.
    """
    import feedparser

    # A stream, never bytes or a string: feedparser takes those for an address when they look like one.
    stream = io.BytesIO(_NUMBERED.sub(_existing, data))
    try:
        parsed = feedparser.parse(stream, sanitize_html=True, resolve_relative_uris=False)
    except (ValueError, OverflowError):
        # In a feed in UTF-16 such references are not seen above.
        raise NoArticle(f"{name} is a feed that cannot be read.", "Mend its markup.") from None
    if not parsed.entries:
        if not parsed.version:
            raise NoArticle(
                f"{name} is neither a page nor a feed.", "Sayso reads RSS and Atom, HTML, text and JSONL."
            )
        raise EmptyInput(f"{name} is a feed without items.")
    for number, entry in enumerate(parsed.entries, start=1):
        where = f"{name}, item {number}"
        body = _body(entry)
        if not body.strip():
            yield failure(entry.get("id") or entry.get("link") or where, EmptyInput(f"{where} has no text."))
        else:
            yield _original(entry, body, where, parsed.feed)


def _existing(reference: re.Match[bytes]) -> bytes:
    """A reference as it is, or to the mark for an unknown character where there is none of its number.

    feedparser fails on "&#xD800;" and "&#1114112;", and a feed with one of them would not be read at all.
    """
    written = reference[0][2:].rstrip(b";").lower()
    digits = written.lstrip(b"x").lstrip(b"0") or b"0"
    if len(digits) > 7:
        return _UNKNOWN
    code = int(digits, 16 if written.startswith(b"x") else 10)
    return _UNKNOWN if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF else reference[0]


def _original(entry: Any, body: str, where: str, about: Any) -> Original:
    raw = body.encode("utf-8", "replace")
    html = _MARKUP.search(body) is not None
    when = published_in_metadata(entry.get("published")) or published_in_metadata(entry.get("updated"))
    return original(
        body,
        kind="html" if html else "text",
        part=True,
        source=where,
        raw=raw,
        id=entry.get("id") or entry.get("link") or None,
        published=when,
        title=_line(entry.get("title")),
        outlet=_line((entry.get("source") or {}).get("title")) or _line(about.get("title")),
        url=entry.get("link") or None,
        authors=tuple(filter(None, (_line(a.get("name")) for a in entry.get("authors") or ()))),
    )


def _body(entry: Any) -> str:
    """The fullest text that the item has: its content, else its summary."""
    contents = [c.get("value") or "" for c in entry.get("content") or ()]
    return str(max((*contents, entry.get("summary") or ""), key=len))


def _line(words: str | None) -> str | None:
    """A title as plain words: feeds escape markup in it."""
    if not words:
        return None
    plain = words
    if _MARKUP.search(plain):
        from sayso.read.html import fragment

        plain = " ".join(block.words for block in fragment(plain))
    return " ".join(plain.split()) or None
