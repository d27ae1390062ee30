"""A tree of markup as paragraphs of plain words. Pure; no recursion, so that deep nesting costs no stack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sayso.read.paragraphs import goes_on
from sayso.records import SegmentKind

# Tags of HTML, and of the TEI in which trafilatura gives an article, that begin and end a paragraph.
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul"
    " ab code comments head item list quote row".split()
)
_BREAKS = frozenset({"br", "lb"})
_CELLS = frozenset({"td", "th", "cell"})
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "button", "select", "textarea"}
)
BETWEEN_CELLS = " | "


class Block(NamedTuple):
    """A paragraph's words, spaces collapsed; `kind` where the markup says it."""

    words: str
    kind: SegmentKind | None = None


def blocks(root: Any) -> Iterator[Block]:
    """The paragraphs under an lxml element, in order. Elements without words (scripts, buttons) are left out."""
    from lxml import etree

    pieces: list[str] = []
    lines: list[str] = []
    silent = 0
    caption = 0

    def line() -> None:
        words = " ".join("".join(pieces).split()).removesuffix(BETWEEN_CELLS.rstrip()).strip()
        pieces.clear()
        if words:
            lines.append(words)

    def paragraph() -> Iterator[Block]:
        line()
        joined: list[str] = []
        for words in lines:
            if joined and goes_on(joined[-1], words):
                joined[-1] += " " + words
            else:
                joined.append(words)
        lines.clear()
        yield from (Block(words, "caption" if caption else None) for words in joined)

    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag
        if event == "start":
            if tag in _BLOCKS:
                yield from paragraph()
            silent += tag in _SILENT
            caption += tag == "figcaption"
            if not silent:
                pieces.append(element.text or "")
            continue
        if event == "end":
            if tag in _BREAKS:
                line()
            if tag in _CELLS:
                pieces.append(BETWEEN_CELLS)
            if tag in _BLOCKS:
                yield from paragraph()
            silent -= tag in _SILENT
            caption -= tag == "figcaption"
        if not silent and element is not root:
            pieces.append(element.tail or "")
    yield from paragraph()
