"""The shape of a language's attribution tagger: a vocabulary of word pieces, and a model that scores windows of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from sayso.records import Record, Span

ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
# Four places a word may have among quotation marks, times three kinds of capitals.
SHAPES = 12


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


class Scores(Record, frozen=True, kw_only=True):
    """What the model says of one window of n words, as natural logarithms of probabilities.

    roles [n, 7]: word w has the role ROLES[r]. owners [n, 1 + n]: content word w belongs to the cue that begins at word c
    (column 1 + c), or to none (column 0). sources [n, 1 + n]: the cue that begins at word c has its source at word w (column
    1 + w), or has none (column 0).
    """

    roles: Table
    owners: Table
    sources: Table


class Tagger(Protocol):
    """A loaded model. `longest` is how many word pieces a window may have; calling it scores each window, in order."""

    @property
    def vocabulary(self) -> Vocabulary: ...

    @property
    def longest(self) -> int: ...

    def __call__(self, windows: Sequence[Window]) -> Iterator[Scores]: ...
