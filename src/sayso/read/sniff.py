"""What kind of document some bytes are: by the file's name, else by how they begin."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

Format = Literal["text", "html", "jsonl", "feed"]

# How many of the first bytes are looked at.
HEAD = 4_096

_BY_NAME: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".rss": "feed",
    ".atom": "feed",
}
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|div|section|h1|p)[\s>]", re.IGNORECASE)
_JSON = re.compile(rb'\{\s*["}]')


def format_of(name: str, head: bytes) -> Format:
    """The format of a document with this file name (or "-") and these first bytes."""
    suffix = PurePath(name).suffix.lower()
    found = _BY_NAME.get(suffix) or format_of_bytes(head)
    # What calls itself XML and is no page is a feed, if perhaps a broken one: never a text with marks in it.
    return "feed" if suffix == ".xml" and found == "text" else found


def format_of_bytes(head: bytes) -> Format:
    """The format that these first bytes speak for; "text" where they speak for none.

    Markup in UTF-16 is looked at without its zero bytes.
    """
    begin = head[:HEAD]
    if begin.startswith((b"\xff\xfe", b"\xfe\xff")):
        begin = begin[2:].replace(b"\x00", b"")
    begin = begin.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _JSON.match(begin):
        return "jsonl"
    if not begin.startswith(b"<"):
        return "text"
    if _FEED.search(begin):
        return "feed"
    return "html" if _HTML.search(begin) else "text"
