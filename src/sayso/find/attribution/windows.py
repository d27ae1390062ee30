"""Text as the tagger takes it: words, their word pieces, and what quotation marks and capitals say of each.

Words are cut by one regular expression, word pieces come from a look-up, windows are filled in one pass: time grows with
the length of the text alone, whatever stands in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.find.quotes import Quote
from sayso.languages.tagger import SHAPES, Vocabulary, Window
from sayso.records import Span

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
# A word of more pieces than this is no word: a line of base64, a row of hashes.
LONGEST_WORD = 24
STATES = 4
OUTSIDE, WITHIN, MARK, NESTED = range(STATES)
LETTERS = 3
SMALL, CAPITAL, CAPITALS = range(LETTERS)


def windows(
    text: str,
    stretches: Sequence[Span],
    quotes: Sequence[Quote],
    vocabulary: Vocabulary,
    longest: int,
    whole: bool = False,
) -> Iterator[Window]:
    """The words of these stretches in windows of at most `longest` word pieces, in order, none twice.

    A window holds whole stretches while they fit; one too long for a window of its own is cut, at the end of a sentence
    where there is one in its second half. With `whole` the tagger is told to label as PolNeAR does.
    """
    states = _states(quotes)
    filled = _Filling(vocabulary)
    for stretch in stretches:
        rows = [_row(match, states, vocabulary, whole) for match in WORD.finditer(text, *stretch)]
        size = sum(len(pieces) for _, pieces, _ in rows)
        if filled.words and filled.size + 1 + size > longest - 1:
            yield filled.done()
            filled = _Filling(vocabulary)
        at = 0
        while size > longest - 2:
            cut = _cut(text, rows, at, longest - 2)
            taken, at = rows[at:cut], cut
            size -= sum(len(pieces) for _, pieces, _ in taken)
            filled.add(taken)
            yield filled.done()
            filled = _Filling(vocabulary)
        if at < len(rows):
            filled.add(rows[at:])
    if filled.words:
        yield filled.done()


Row = tuple[Span, tuple[int, ...], int]


class _Filling:
    """A window being filled: stretches one after another, a separator between them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.ids = [vocabulary.opening]
        self.shapes = [0]
        self.words: list[Span] = []
        self.firsts: list[int] = []
        self.openings: list[int] = []

    @property
    def size(self) -> int:
        return len(self.ids)

    def add(self, rows: Sequence[Row]) -> None:
        if self.words:
            self.ids.append(self.vocabulary.separator)
            self.shapes.append(0)
        self.openings.append(len(self.words))
        for span, pieces, shape in rows:
            self.words.append(span)
            self.firsts.append(len(self.ids))
            self.ids.extend(pieces)
            self.shapes.extend([shape] * len(pieces))

    def done(self) -> Window:
        self.ids.append(self.vocabulary.separator)
        self.shapes.append(0)
        return Window(
            ids=tuple(self.ids),
            shapes=tuple(self.shapes),
            words=tuple(self.words),
            firsts=tuple(self.firsts),
            openings=tuple(self.openings),
        )


def _row(match: re.Match[str], states: _States, vocabulary: Vocabulary, whole: bool) -> Row:
    word, start = match.group(), match.start()
    letters = SMALL
    if word[0].isupper():
        letters = CAPITALS if len(word) > 1 and word.isupper() else CAPITAL
    state = states.at(start) + STATES * whole
    return match.span(), vocabulary.pieces(word)[:LONGEST_WORD], shape_of(state, letters)


def shape_of(state: int, letters: int) -> int:
    """One number below SHAPES for where a word stands among quotation marks, after which guide it is read (STATES more for
    PolNeAR's), and how it is written."""
    shape = state * LETTERS + letters
    assert shape < SHAPES
    return shape


def _cut(text: str, rows: Sequence[Row], at: int, longest: int) -> int:
    """Where a window that begins at this word ends: after the last end of a sentence in its second half."""
    size = sentence = 0
    whole = at
    for place in range(at, len(rows)):
        span, pieces, _ = rows[place]
        size += len(pieces)
        if size > longest:
            break
        whole = place + 1
        if size > longest // 2 and text[span[0] : span[1]] in {".", "!", "?"}:
            sentence = whole
    return sentence or max(at + 1, whole)


class _States:
    """Where a word stands: outside all quotations, within one, within a nested one, or a mark itself."""

    def __init__(self, edges: Sequence[int], states: Sequence[int]) -> None:
        self.edges, self.states = edges, states

    def at(self, position: int) -> int:
        return self.states[bisect_right(self.edges, position) - 1]


def _states(quotes: Sequence[Quote]) -> _States:
    changes: list[tuple[int, int, int]] = []
    for q in quotes:
        within = WITHIN if q.depth == 0 else NESTED
        changes.append((q.start, 1, MARK))
        changes.append((q.inner[0], 1, within))
        if q.closed:
            changes.append((q.inner[1], 0, MARK))
        changes.append((q.end, 0, OUTSIDE if q.depth == 0 else NESTED if q.depth > 1 else WITHIN))
    changes.sort(key=lambda change: change[:2])
    return _States([-1, *(c[0] for c in changes)], [OUTSIDE, *(c[2] for c in changes)])
