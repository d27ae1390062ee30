"""What the parser knows of the tagger's words: part of speech, relation, and how each word hangs on a cue.

The tagger reads these beside the words themselves: where a content begins and ends is mostly where a clause does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.find.tree import Tree
from sayso.languages.tagger import Relations, Syntax, Window
from sayso.mentions import Token
from sayso.records import Span

# How a word stands to a cue, where it is not below it in the tree nor beside it.
OTHERS = 8
UNPARSED, CUE, ABOVE, BEFORE, BEHIND, EARLIER, LATER, ELSEWHERE = range(OTHERS)
AUXILIARY = frozenset({"aux", "auxpass", "neg"})


class Parse:
    """The sentences of a report, to be asked about the words of a window."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._trees = trees
        self._starts = [token.start for tree in trees for token in tree.tokens]
        self._ends = [token.end for tree in trees for token in tree.tokens]
        self._places = [(t, i) for t, tree in enumerate(trees) for i in range(len(tree.tokens))]

    def places(self, words: Sequence[Span]) -> list[tuple[int, int]]:
        """For each word the sentence and the token in it that it belongs to; (-1, -1) for none."""
        found = []
        for start, _ in words:
            token = bisect_right(self._starts, start) - 1
            found.append(self._places[token] if token >= 0 and start < self._ends[token] else (-1, -1))
        return found

    def syntax(self, window: Window, names: Relations) -> Syntax:
        """The part of speech and the relation of each piece of a window; 0 for what is no word or has none."""
        tags, relations = [0] * len(window.ids), [0] * len(window.ids)
        openings = frozenset(window.openings)
        places = self.places(window.words)
        for word, (sentence, index) in enumerate(places):
            if sentence < 0:
                continue
            token = self._trees[sentence].tokens[index]
            last = word + 1 == len(places)
            end = len(window.ids) - 1 if last else window.firsts[word + 1] - (word + 1 in openings)
            for piece in range(window.firsts[word], end):
                tags[piece] = names.tags.get(token.tag, 0)
                relations[piece] = names.relations.get(token.dep, 0)
        return Syntax(tags=tuple(tags), relations=tuple(relations), places=tuple(places))

    def root(self, syntax: Syntax, cue: Sequence[int]) -> int:
        """The word of a cue on which its other words hang, as far as the parser saw."""
        tokens = {syntax.places[word] for word in cue}
        for word in cue:
            sentence, index = syntax.places[word]
            token = self.token(syntax, word)
            if token is not None and (token.head == index or (sentence, token.head) not in tokens):
                return word
        return cue[0]

    def token(self, syntax: Syntax, word: int) -> Token | None:
        """The token that a word of the window belongs to."""
        sentence, index = syntax.places[word]
        return self._trees[sentence].tokens[index] if sentence >= 0 else None

    def one_cue(self, syntax: Syntax, first: Sequence[int], second: Sequence[int]) -> bool:
        """Whether two runs of words are parts of one cue: an auxiliary with its verb ("has" and "denied", an adverb between
        them), a verb with the "as saying" that goes with it, "is" with the "according to" right behind it.
        """
        one, other = (syntax.places[self.root(syntax, words)] for words in (first, second))
        if one[0] < 0 or one[0] != other[0]:
            return False
        tokens = self._trees[one[0]].tokens
        if tokens[one[1]].head == other[1]:
            return tokens[one[1]].dep in AUXILIARY or _copula(tokens[one[1]], first, second)
        if tokens[other[1]].head != one[1]:
            return False
        if _copula(tokens[one[1]], first, second):
            return True
        inner = [self.token(syntax, word) for word in second]
        passing = any(token is not None and token.dep == "pcomp" for token in inner)
        return passing or tokens[other[1]].dep == "prt"

    def standing(self, window: Window, syntax: Syntax, root: int, names: Relations) -> list[int]:
        """How each word of a window stands to the cue with this root: one number each, below OTHERS + 2 * (1 + the
        number of relations). Words below the cue are told apart by the relation of its dependent that they hang on, words
        beside it by that of its head's dependent.
        """
        first, last = window.paragraph(root)
        sentence, index = syntax.places[root]
        found = [ELSEWHERE] * len(window.words)
        within = self._within(sentence, index, names) if sentence >= 0 else []
        for word in range(first, last):
            here, place = syntax.places[word]
            if here < 0 or sentence < 0:
                found[word] = UNPARSED
            elif here == sentence:
                found[word] = within[place]
            else:
                found[word] = EARLIER if here < sentence else LATER
        found[root] = CUE
        return found

    def _within(self, sentence: int, index: int, names: Relations) -> list[int]:
        tree = self._trees[sentence]
        found = [BEFORE if i < index else BEHIND for i in range(len(tree.tokens))]
        head = tree.tokens[index].head
        kinds = 1 + len(names.relations)
        for start, above in ((OTHERS + kinds, head), (OTHERS, index)):
            for child in tree.children(above):
                kind = start + names.relations.get(tree.tokens[child].dep, 0)
                for place in tree.subtree(child):
                    found[place] = kind
        for above in tree.above(index):
            found[above] = ABOVE
        found[index] = CUE
        return found


def _copula(token: Token, first: Sequence[int], second: Sequence[int]) -> bool:
    return token.pos == "AUX" and second[0] == first[-1] + 1
