"""The dependency tree of a sentence, worked out once: who hangs on whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.mentions import Sentence, Token


class Tree:
    """A sentence's tokens with the indices of each one's dependents, in order. The root is its own head."""

    def __init__(self, sentence: Sentence) -> None:
        self.tokens: Sequence[Token] = sentence.tokens
        self._below: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                self._below[token.head].append(index)

    def children(self, index: int, *relations: str) -> list[int]:
        """The dependents of a token, all or those of the given relations."""
        below = self._below[index]
        return [i for i in below if self.tokens[i].dep in relations] if relations else below

    def subtree(self, index: int) -> list[int]:
        """A token and all that hangs on it, in the order of the text."""
        found, waiting = [], [index]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(self._below[current])
        return sorted(found)

    def above(self, index: int) -> Iterator[int]:
        """The heads of a token, nearest first, up to the root."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index
