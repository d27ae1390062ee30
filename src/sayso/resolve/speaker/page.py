"""The tokens of a whole report, to be looked up by place and walked along the parser's tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.mentions import Sentence, Token
from sayso.records import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# The parser's trees are finite; this only guards against one that is not a tree.
DEEPEST = 60


class Page:
    """A report's text with the tokens of all its sentences in one row; an index below is one into that row."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences
        self.tokens: list[Token] = []
        self.heads: list[int] = []
        self.sentence_of: list[int] = []
        self.first: list[int] = []
        for number, sentence in enumerate(sentences):
            base = len(self.tokens)
            self.first.append(base)
            self.tokens.extend(sentence.tokens)
            self.heads.extend(base + t.head for t in sentence.tokens)
            self.sentence_of.extend([number] * len(sentence.tokens))
        self.starts = [t.start for t in self.tokens]
        self.below: list[list[int]] = [[] for _ in self.tokens]
        for index, head in enumerate(self.heads):
            if head != index:
                self.below[head].append(index)

    def inside(self, span: Span) -> range:
        """The tokens that begin within a span or lie across its start."""
        low = bisect_left(self.starts, span[0])
        if low and self.tokens[low - 1].end > span[0]:
            low -= 1
        return range(low, bisect_left(self.starts, span[1]))

    def sentence_at(self, position: int) -> int:
        """The index of the sentence that a position lies in, or of the last one before it; -1 before the first."""
        token = bisect_right(self.starts, position) - 1
        return self.sentence_of[token] if token >= 0 else -1

    def bounds(self, index: int) -> range:
        """The tokens of the sentence that a token belongs to."""
        number = self.sentence_of[index]
        low = self.first[number]
        return range(low, low + len(self.sentences[number].tokens))

    def above(self, index: int) -> Iterator[int]:
        """The heads of a token, nearest first, up to the root."""
        for _ in range(DEEPEST):
            if self.heads[index] == index:
                return
            index = self.heads[index]
            yield index

    def child(self, index: int, *relations: str) -> int | None:
        """The first dependent that stands in one of these relations."""
        return next((i for i in self.below[index] if self.tokens[i].dep in relations), None)

    def edges(self, index: int) -> range:
        """The tokens from the first to the last of all that hangs on a token."""
        low = high = index
        waiting, seen = [index], 0
        limits = self.bounds(index)
        while waiting and seen <= len(limits):
            current = waiting.pop()
            seen += 1
            low, high = min(low, current), max(high, current)
            waiting.extend(self.below[current])
        return range(low, high + 1)

    def span(self, tokens: range) -> Span:
        """The span from the first to the last of these tokens, which may not be empty."""
        return self.tokens[tokens[0]].start, self.tokens[tokens[-1]].end

    def words(self, span: Span) -> str:
        """The words at a span, white space made single."""
        return " ".join(self.text[span[0] : span[1]].split())
