"""The shape of a language's attribution tagger: a vocabulary of word pieces, and a model that scores windows of them."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, get_args

import numpy as np

from sayso.records import Record, Span, Stance

CUES = ("O", "B-cue", "I-cue")
PARTS = ("O", "B-source", "I-source", "B-content", "I-content")
STANCES: tuple[Stance, ...] = get_args(Stance)
# Four places a word may have among quotation marks, times three kinds of capitals, times two guides for labels.
SHAPES = 24


class Window(Record, frozen=True, kw_only=True):
    """A stretch of text for the model. `ids` and `shapes` have one entry a word piece, special pieces included;
    `words` are spans of the text, `firsts` the index of each word's first piece, `openings` the words with which a
    stretch begins.
    """

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    words: tuple[Span, ...]
    firsts: tuple[int, ...]
    openings: tuple[int, ...]

    def paragraph(self, word: int) -> Span:
        """The words of the stretch that a word stands in: the first, and the one behind the last."""
        place = bisect_right(self.openings, word)
        edges = (*self.openings, len(self.words))
        return edges[place - 1], edges[place]


class Relations(Record, frozen=True, kw_only=True):
    """The parser's fine parts of speech and its relations, each with a number from 1 on; 0 is what the tagger does not know."""

    tags: dict[str, int]
    relations: dict[str, int]


class Syntax(Record, frozen=True, kw_only=True):
    """What the parser knows of a window. `tags` and `relations` have one number a word piece, special pieces included;
    `places` one pair a word: its sentence and its token there, (-1, -1) for none.
    """

    tags: tuple[int, ...]
    relations: tuple[int, ...]
    places: tuple[tuple[int, int], ...]


class Vocabulary:
    """Word pieces by greedy longest match (WordPiece: Schuster and Nakajima, 2012), lower case, without accents."""

    def __init__(self, ids: Mapping[str, int]) -> None:
        self.ids = dict(ids)
        self.opening, self.separator = self.ids["[CLS]"], self.ids["[SEP]"]
        self.unknown, self.mask = self.ids["[UNK]"], self.ids["[MASK]"]
        self._longest = max(map(len, self.ids))
        self._seen: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """The ids of a word's pieces, at least one; a word that has none is one unknown piece."""
        found = self._seen.get(word)
        if found is None:
            found = self._pieces(word)
            if len(self._seen) < 100_000:
                self._seen[word] = found
        return found

    def _pieces(self, word: str) -> tuple[int, ...]:
        if len(word) > 100:
            return (self.unknown,)
        plain = unicodedata.normalize("NFD", word.lower())
        plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
        pieces: list[int] = []
        start = 0
        while start < len(plain):
            end = min(len(plain), start + self._longest)
            while end > start:
                piece = self.ids.get(plain[start:end] if start == 0 else "##" + plain[start:end])
                if piece is not None:
                    break
                end -= 1
            else:
                return (self.unknown,)
            pieces.append(piece)
            start = end
        return tuple(pieces) or (self.unknown,)


Table = np.ndarray[Any, np.dtype[np.float32]]


class States(Record, frozen=True, kw_only=True):
    """What the model makes of one window of n words: `cues` [n, 3], natural logarithms of the probabilities that word w has
    the role CUES[r]; `hidden`, of the model's own shape, to be handed back to it for the parts.
    """

    cues: Table
    hidden: tuple[Table, ...]


class Parts(Record, frozen=True, kw_only=True):
    """What belongs to each of c cues, as natural logarithms of probabilities. parts [c, n, 5]: word w is for the cue what
    PARTS[r] says. stances [c, 9]: the speaker does with the content what STANCES says at that place.
    """

    parts: Table
    stances: Table


class Tagger(Protocol):
    """A loaded model. `longest` is how many word pieces a window may have."""

    @property
    def vocabulary(self) -> Vocabulary: ...

    @property
    def relations(self) -> Relations: ...

    @property
    def longest(self) -> int: ...

    def states(self, window: Window, syntax: Syntax) -> States:
        """The scores of a window's words as cues."""

    def parts(self, states: States, roots: Sequence[int], standing: Sequence[Sequence[int]]) -> Parts:
        """The parts of the cues with these roots (words of the window), at least one; `standing` has a row for each: how each
        word of the window stands to it (find/attribution/syntax)."""
