"""Words with their sentences, and the verbs that head a content's clauses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.mentions import Sentence, Token
from sayso.records import Span

VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "attr"})
# Within so many words of a verb its subject and object are looked for.
NEAR = 40
# Of a content no more main clauses than this are read.
CLAUSES = 8


class Word:
    """A token with its sentence, so that its head and dependents can be asked."""

    __slots__ = ("index", "sentence", "token")

    def __init__(self, sentence: Sentence, index: int) -> None:
        self.sentence, self.index, self.token = sentence, index, sentence.tokens[index]

    def below(self) -> list[Word]:
        around = range(max(0, self.index - 2 * NEAR), min(len(self.sentence.tokens), self.index + 2 * NEAR))
        return [Word(self.sentence, i) for i in around if self.sentence.tokens[i].head == self.index != i]

    def children(self) -> list[Token]:
        return [w.token for w in self.below()]


def words_in(sentences: Sequence[Sentence], span: Span) -> list[Word]:
    """The words of all sentences that begin within a span."""
    first = max(0, bisect_right(sentences, span[0], key=lambda s: s.start) - 1)
    found = []
    for sentence in sentences[first : bisect_left(sentences, span[1], key=lambda s: s.start)]:
        low = bisect_left(sentence.tokens, span[0], key=lambda t: t.start)
        high = bisect_left(sentence.tokens, span[1], key=lambda t: t.start)
        found += [Word(sentence, i) for i in range(low, high)]
    return found


def main_verbs(content: Sequence[Word]) -> list[Word]:
    """The verbs of the content's main clauses in text order: those whose head is no word of the content, or none at all.

    Where only subordinate clauses are left of it, the first of these.
    """
    inside = {(id(w.sentence), w.index) for w in content}
    tops = [
        w
        for w in content
        if w.token.pos in VERBS and (w.token.head == w.index or (id(w.sentence), w.token.head) not in inside)
    ]
    main = [w for w in tops if w.token.dep not in {"advcl", "relcl", "acl", "aux"}]
    return (main or tops[:1])[:CLAUSES]
