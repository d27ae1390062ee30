"""Which part each stretch of a text plays: title, paragraph, caption, credit, boilerplate. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.languages.clutter import Clutter, kind_of
from sayso.read import paragraphs
from sayso.records import Segment, SegmentKind, Span

LONGEST_TITLE = 140
# Beyond this many characters a question is a sentence of the text, not a headline.
LONGEST_QUESTION = 100
# What follows a title is body text: a paragraph of at least this many characters, soon after it.
SHORTEST_BODY = 60
WITHIN = 6

# A line all in capitals amid a text in small letters is a link to another article, if it has words enough.
TEASER_WORDS = 4
LONGEST_TEASER = 250
TEASER_CAPITALS = 0.95
TEXT_CAPITALS = 0.4
# Characters looked at to see whether a text as a whole is in capitals.
SAMPLE = 20_000

_TWO_SENTENCES = re.compile(r"[a-zа-яіїєґ]{3,}[.!?][\"'”’)]*\s+[\"'“‘(]?[A-ZА-ЯІЇЄҐ]")
_AFTER_TITLE = re.compile(r"[\s.:;!?|–—-]*")
_QUOTES = {"'": "['’‘]", "’": "['’‘]", "‘": "['’‘]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}


def segment(text: str, clutter: Clutter, title: str | None = None) -> tuple[Segment, ...]:
    """The segments of a plain text, in order, trimmed, without overlap; they cover all that is not space.

    `title` is the report's title where it is known from elsewhere: if the text begins with it, that stretch is the
    title. Otherwise the title is the first short line that is no sentence, if body text follows it. Offsets are code
    points into the text.
    """
    spans = list(paragraphs.split(text, lambda line: kind_of(line, clutter) is not None))
    kinds = [_by_words(text[start:end], clutter) for start, end in spans]
    cut = _cut_title(text, spans, kinds, title) if title else None
    if cut is None:
        cut = _find_title(text, spans, kinds)
    if cut is not None:
        kinds[cut] = "title"
    return label(text, spans, dict(enumerate(kinds)), clutter)


def label(
    text: str, spans: Sequence[Span], known: Mapping[int, SegmentKind | None], clutter: Clutter
) -> tuple[Segment, ...]:
    """A segment for each of these paragraphs. `known` holds, by index, the kinds that are settled; None is to be found."""
    kinds = [known.get(i) or _by_words(text[s:e], clutter) for i, (s, e) in enumerate(spans)]
    first = next((i for i, kind in enumerate(kinds) if kind is None), 0)
    small = _capitals(text[:SAMPLE]) < TEXT_CAPITALS
    return tuple(
        Segment(
            start=start,
            end=end,
            kind=kind
            or ("boilerplate" if small and i > first and _is_teaser(text[start:end]) else "paragraph"),
        )
        for i, ((start, end), kind) in enumerate(zip(spans, kinds, strict=True))
    )


def _by_words(words: str, clutter: Clutter) -> SegmentKind | None:
    if not any(character.isalnum() for character in words):
        return "boilerplate"
    return kind_of(words, clutter)


def _find_title(text: str, spans: Sequence[Span], kinds: Sequence[SegmentKind | None]) -> int | None:
    """The index of the first content paragraph, if it reads like a title and body text follows."""
    content = [i for i, kind in enumerate(kinds) if kind is None][: WITHIN + 1]
    if not content or not is_title(text[slice(*spans[content[0]])]):
        return None
    body = (text[slice(*spans[i])] for i in content[1:])
    return content[0] if any(_is_body(words) for words in body) else None


def is_title(words: str) -> bool:
    """True for a short line that is no full sentence: no full stop at its end, and not two sentences."""
    if len(words) > LONGEST_TITLE or "\n" in words or len(words.split()) < 2:
        return False
    first = words.lstrip("\"'“‘«(")[:1]
    if not first.isalnum() or first.islower():
        return False
    if words.rstrip("\"'”’»)").endswith((".", ":", ";", ",", "…")) and not words.endswith("..."):
        return False
    if len(words) > LONGEST_QUESTION and words.endswith(("?", "!")):
        return False
    return _TWO_SENTENCES.search(words) is None


def _is_body(words: str) -> bool:
    return len(words) >= SHORTEST_BODY and words.rstrip("\"'”’»)]*_ ").endswith((".", "!", "?", "…", ":"))


def _cut_title(text: str, spans: list[Span], kinds: list[SegmentKind | None], title: str) -> int | None:
    """The index of the stretch that is this title, parted from the words after it; None where the text begins otherwise."""
    words = title.split()
    if not words or len(title) > 5 * LONGEST_TITLE:
        return None
    pattern = r"\s+".join("".join(_QUOTES.get(c, re.escape(c)) for c in word) for word in words)
    for i, (start, end) in enumerate(spans):
        found = re.compile(pattern, re.IGNORECASE).match(text, start, end)
        if found and not text[found.end() : found.end() + 1].isalnum():
            after = _AFTER_TITLE.match(text, found.end(), end)
            rest = after.end() if after else found.end()
            if rest < end:
                stop = start + len(text[start:rest].rstrip())
                spans[i : i + 1] = [(start, stop), (rest, end)]
                kinds[i : i + 1] = [None, None]
            return i
        if kinds[i] is None:
            return None
    return None


def _capitals(words: str) -> float:
    """The share of capitals among the letters; 1 where there are none."""
    capitals = sum(character.isupper() for character in words)
    small = sum(character.islower() for character in words)
    return capitals / (capitals + small) if capitals + small else 1.0


def _is_teaser(words: str) -> bool:
    return (
        len(words) <= LONGEST_TEASER
        and len(words.split()) >= TEASER_WORDS
        and not words.endswith((".", ":", ",", ";"))
        and not words.startswith(('"', "“", "-", "–", "—"))
        and any(character.isalpha() for character in words)
        and _capitals(words) >= TEASER_CAPITALS
    )
