"""Pages: the article in them, and what they say about themselves. Nothing is fetched."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from sayso.read.blocks import Block, blocks
from sayso.read.originals import published_in_metadata
from sayso.records import Published, SegmentKind

# htmldate takes today for the latest date it may find, which would make the answer depend on the day of reading.
EARLIEST, LATEST = "1990-01-01", "2099-12-31"

# trafilatura throws figures and bylines away; as paragraphs with a mark ahead they come through, in page order.
_MARKS: dict[str, SegmentKind] = {"⟦caption⟧": "caption", "⟦credit⟧": "credit"}
_CREDIT_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|credit|dateline|agency)(?:$|[\s_-])", re.IGNORECASE)
_CAPTION_CLASS = re.compile(
    r"(?:^|\s)(?:wp-caption-text|(?:image|photo|figure|media|img)[_-]?caption)(?:$|\s)", re.IGNORECASE
)
LONGEST_CREDIT = 160
_AUTHOR = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4}")

_META_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "date",
)


# What lxml reads from a page and then refuses to write: characters that XML does not have.
_NOT_XML = {
    **dict.fromkeys((*range(9), *range(14, 32), 0xFFFE, 0xFFFF)),
    **dict.fromkeys((11, 12), " "),
}


class Article(NamedTuple):
    """What a page has: its blocks in page order (the title not among them), and what it says about itself."""

    blocks: tuple[Block, ...]
    title: str | None
    outlet: str | None
    url: str | None
    authors: tuple[str, ...]
    published: Published | None


def article(page: str) -> Article:
    """The article of a page. `blocks` is empty where there is none."""
    tree = parse(page)
    if tree is None:
        return Article((), None, None, None, (), None)
    from trafilatura.metadata import extract_metadata

    about = extract_metadata(
        deepcopy(tree), date_config={"original_date": True, "extensive_search": False, "max_date": LATEST}
    )
    title = _clean(about.title)
    # Before the marks go in: they take away the elements that dates are found in.
    published = _published(tree)
    return Article(
        blocks=tuple(_without_title(_main(tree), title)),
        title=title,
        outlet=_clean(about.sitename) or _clean(about.hostname),
        url=_clean(about.url),
        authors=tuple(_authors(about.author)),
        published=published,
    )


def fragment(markup: str) -> tuple[Block, ...]:
    """The paragraphs of a piece of HTML that is all article, such as an item of a feed."""
    tree = parse(f"<div>{markup}</div>")
    return () if tree is None else tuple(blocks(tree))


def parse(page: str) -> Any:
    """The tree of a page; None where there is no markup at all in it. Never opens a connection."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(page.translate(_NOT_XML).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _main(tree: Any) -> Iterator[Block]:
    from trafilatura import bare_extraction

    _mark(tree)
    found = bare_extraction(
        tree,
        fast=True,
        with_metadata=False,
        include_comments=False,
        include_tables=True,
        include_images=False,
    )
    body = getattr(found, "body", None)
    if body is None:
        return
    for block in blocks(body):
        for mark, kind in _MARKS.items():
            if block.words.startswith(mark):
                yield Block(block.words.removeprefix(mark).strip(), kind)
                break
        else:
            yield block


def _mark(tree: Any) -> None:
    """Puts captions and bylines where trafilatura keeps them, and lets it keep the times in a sentence."""
    for time in list(tree.iter("time")):
        time.tag = "span"
    for figure in list(tree.iter("figure")):
        captions = [words for words in (_words(c) for c in figure.iter("figcaption")) if words]
        if captions and figure.find(".//table") is None and figure.getparent() is not None:
            _replace(figure, captions, "⟦caption⟧")
    for element in list(tree.iter("p", "div", "span", "figcaption")):
        name = element.get("class") or ""
        if element.getparent() is None or (element.tag != "figcaption" and _holds_blocks(element)):
            continue
        if element.tag == "figcaption" or _CAPTION_CLASS.search(name):
            _replace(element, [_words(element)], "⟦caption⟧")
        elif _CREDIT_CLASS.search(name) and len(words := _words(element)) <= LONGEST_CREDIT and words:
            _replace(element, [words], "⟦credit⟧")


def _replace(element: Any, paragraphs: list[str], mark: str) -> None:
    parent = element.getparent()
    at = parent.index(element)
    for offset, words in enumerate(words for words in paragraphs if words):
        new = parent.makeelement("p")
        new.text = f"{mark} {words}"
        parent.insert(at + offset, new)
    element.drop_tree()


def _holds_blocks(element: Any) -> bool:
    return any(element.find(f".//{tag}") is not None for tag in ("p", "div", "ul", "ol", "table", "h1", "h2"))


def _authors(written: str | None) -> Iterator[str]:
    """The names in trafilatura's list, without what it took from a byline that names no one."""
    for part in (written or "").split(";"):
        name = " ".join(part.split()).strip(" ·|,")
        if _AUTHOR.fullmatch(name) and not name.startswith("With "):
            yield name


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _without_title(found: Iterator[Block], title: str | None) -> Iterator[Block]:
    """The blocks, without the heading that repeats the title."""
    key = _key(title or "")
    for number, block in enumerate(found):
        if not (key and number < 6 and _key(block.words) == key):
            yield block


def _key(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())


def _published(tree: Any) -> Published | None:
    """The day of publication: what the page declares for machines, else what htmldate finds in its markup."""
    for written in (*_json_dates(tree), *_meta_dates(tree)):
        found = published_in_metadata(written)
        if found is not None and EARLIEST <= found.earliest <= found.latest <= LATEST:
            return found
    from htmldate import find_date

    day = find_date(
        deepcopy(tree), original_date=True, extensive_search=False, min_date=EARLIEST, max_date=LATEST
    )
    return Published(earliest=day, latest=day, basis="metadata") if day else None


def _json_dates(tree: Any) -> Iterator[str]:
    """Each datePublished of the page's JSON-LD, outermost first."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting = deque([json.loads(script.text or "")])
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.popleft()
            if isinstance(value, list):
                waiting.extend(value)
            elif isinstance(value, dict):
                if isinstance(written := value.get("datePublished"), str):
                    yield written
                waiting.extend(v for v in value.values() if isinstance(v, list | dict))


def _meta_dates(tree: Any) -> Iterator[str]:
    metas: dict[str, str | None] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), meta.get("content"))
    return (written for name in _META_DATES if (written := metas.get(name)))


def _clean(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None
