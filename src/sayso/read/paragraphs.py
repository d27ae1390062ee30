"""Where the paragraphs of a plain text begin and end. Pure, linear in the length of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from sayso.records import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SENTENCE_END = (".", "!", "?", "…", ":", ";")
_CLOSING = "\"'”’»)]*_"

# Widths, in characters, within which an editor or a mail program wraps lines.
NARROWEST, WIDEST = 45, 132
# In a wrapped text nearly every line ends where the next word would not have fitted.
WRAPPED_SHARE = 0.75


def split(text: str, stands_alone: Callable[[str], bool] = lambda _: False) -> tuple[Span, ...]:
    """The paragraphs of a text, trimmed, in order. They cover all that is not space.

    A blank line parts paragraphs; so does the end of a line, unless the lines are wrapped at a width or the next one
    goes on in small letters. `stands_alone` says of a line that it is never part of a longer paragraph.
    """
    blocks = tuple(_blocks(text))
    width = _wrap_width(text, blocks)
    return tuple(span for block in blocks for span in _paragraphs(text, block, width, stands_alone))


def goes_on(before: str, after: str) -> bool:
    """True where a line cannot be the end of a sentence: the next begins in small letters, and it has no full stop."""
    return after[:1].islower() and not before.rstrip(_CLOSING).endswith(_SENTENCE_END)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines without a blank line between them, each line trimmed."""
    block: list[Span] = []
    previous_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        inner = line.strip()
        if not inner:
            continue
        start = match.start() + (len(line) - len(line.lstrip()))
        # Only white space lies between the lines of two matches: two breaks in it are a blank line.
        if block and _blank_between(text, previous_end, start):
            yield block
            block = []
        block.append((start, start + len(inner)))
        previous_end = start + len(inner)
    if block:
        yield block


def _blank_between(text: str, start: int, end: int) -> bool:
    # A gap of a hundred thousand blank lines needs to be looked at no further than its beginning.
    found = _BREAK.search(text, start, end)
    return found is not None and _BREAK.search(text, found.end(), end) is not None


def _wrap_width(text: str, blocks: Sequence[list[Span]]) -> int | None:
    """The width at which the lines of this text are wrapped; None where its lines are not wrapped.

    At a wrapped line's end the first word of the next line would have gone beyond the width.
    """
    lengths = [end - start for block in blocks if len(block) > 1 for start, end in block]
    if len(lengths) < 3:
        return None
    width = max(lengths)
    if not NARROWEST <= width <= WIDEST:
        return None
    fits = [_fits(text, line, following, width) for block in blocks for line, following in pairwise(block)]
    return width if fits.count(False) >= WRAPPED_SHARE * len(fits) else None


def _fits(text: str, line: Span, following: Span, width: int) -> bool:
    word = text[following[0] : min(following[1], following[0] + width)].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(word) <= width


def _paragraphs(
    text: str, block: list[Span], width: int | None, stands_alone: Callable[[str], bool]
) -> Iterator[Span]:
    if len(block) == 1:
        yield block[0]
        return
    start, end = block[0]
    for line, following in pairwise(block):
        before, after = text[line[0] : line[1]], text[following[0] : following[1]]
        joins = goes_on(before, after) or (width is not None and not _fits(text, line, following, width))
        if not joins or stands_alone(before) or stands_alone(after):
            yield start, end
            start = following[0]
        end = following[1]
    yield start, end
