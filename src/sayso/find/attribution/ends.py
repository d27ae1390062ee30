"""Contents that end within a phrase, drawn out to its end: the tagger decides word by word, but a phrase is in or out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.find.tree import Tree
from sayso.records import Span

# Relations of a word to the noun or verb behind it, without which it says nothing.
LEADING = frozenset("det predet amod compound poss nummod nmod quantmod case aux auxpass neg mark".split())
LONGEST = 12
"""Words that a content may be drawn out by at each step: behind more than this the parser lost its way."""


class Ends:
    """The sentences of a report, to be asked where the phrase around a position ends."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self.trees = trees
        self.starts = [tree.tokens[0].start for tree in trees]

    def drawn_out(self, span: Span, taken: Sequence[Span]) -> Span:
        """A span to the end of the phrase that it breaks off in, unless words of `taken` (source and cue) are in between."""
        start, end = span
        place = bisect_right(self.starts, end - 1) - 1
        if place < 0:
            return span
        tree = self.trees[place]
        last = bisect_left(tree.tokens, end, key=lambda t: t.start) - 1
        if last < 0 or tree.tokens[last].end > end:
            return span
        while (after := _goes_on(tree, last)) > last and after - last <= LONGEST:
            limit = tree.tokens[after].end
            if any(end <= s < limit for s, _ in taken):
                break
            last, end = after, limit
        return start, end


def _goes_on(tree: Tree, index: int) -> int:
    """The word that a phrase cannot end before, if it has this one: a noun after its article, what a preposition governs."""
    token = tree.tokens[index]
    # "The governor's": the mark of a possessive goes on as the word before it does.
    leading = tree.tokens[token.head] if token.dep == "case" and token.head < index else token
    if leading.dep in LEADING and leading.head > index:
        return leading.head
    if token.pos == "ADP" and token.dep in {"prep", "agent"}:
        below = tree.children(index, "pobj", "pcomp")
        if below and below[-1] > index:
            return max(tree.subtree(below[-1]))
    return index
