"""Whether a place name lies on the map or acts like an institution: "in Minsk" against "Minsk had responded".

A name that acts (claims, attacks, negotiates, decides) is a metonym; a territory, a target, a recipient or a plain
possessor is literal. Relations are those of the parser (nsubj, poss, agent, pobj, conj).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sayso.languages.place import PlaceLexicon
from sayso.mentions import Token
from sayso.records import PlaceKind

Role = Literal["literal", "metonym"]

# A chain of coordinated names ends sooner than this; a parse with a loop must not hang.
LONGEST_CHAIN = 12


def role(
    tokens: Sequence[Token], first: int, last: int, kind: PlaceKind | None, lexicon: PlaceLexicon
) -> Role:
    """The role of the name at tokens [first, last)."""
    phrase = " ".join(t.text for t in tokens[first:last]).lower()
    head = first_conjunct(tokens, head_of(tokens, first, last))
    token = tokens[head]
    preposition = before(tokens, first)
    if phrase in lexicon.seats:
        return (
            "literal"
            if preposition in lexicon.firm or before(tokens, first, skip_articles=True) in lexicon.firm
            else "metonym"
        )
    institution = phrase in lexicon.institutions and kind in (None, "country")
    governor = tokens[token.head]
    if token.dep == "nsubj" and governor.pos in ("VERB", "AUX"):
        if institution:
            acts = governor.pos == "VERB" and governor.lemma not in lexicon.lying
            acts = acts or has(tokens, token.head, ("acomp", "prep"), lexicon.willing)
            return "metonym" if acts else "literal"
        return "metonym" if governor.lemma in lexicon.speaking and kind is None else "literal"
    if not institution:
        return "literal"
    if first == 0 and last < len(tokens) and tokens[last].text == ":":
        return "metonym"
    if token.dep in ("dobj", "dative") and governor.lemma in lexicon.addressing:
        return "metonym"
    if token.dep == "poss":
        return "metonym" if governor.lemma in lexicon.acts or governor.lemma in lexicon.deeds else "literal"
    if token.dep in ("compound", "nmod", "amod") and token.head > head:
        deed = phrase in lexicon.attributive and governor.lemma in lexicon.deeds
        return "metonym" if deed or governor.lemma in lexicon.acts else "literal"
    if token.dep == "pobj":
        return governed(tokens, token.head, lexicon)
    return "literal"


def governed(tokens: Sequence[Token], preposition: int, lexicon: PlaceLexicon) -> Role:
    """The role of what a preposition governs: "by Russia", "according to Kyiv", "talks with Moscow"."""
    token = tokens[preposition]
    word = token.text.lower()
    if token.dep == "agent" or (word in lexicon.agent and tokens[token.head].pos in ("NOUN", "VERB")):
        return "metonym"
    if preposition > 0 and tokens[preposition - 1].text.lower() in lexicon.according:
        return "metonym"
    if word in lexicon.calling_on and tokens[token.head].lemma in lexicon.calling:
        return "metonym"
    parley = {tokens[token.head].lemma, tokens[tokens[token.head].head].lemma} & lexicon.parley
    return "metonym" if word in lexicon.parley_with and parley else "literal"


def has(tokens: Sequence[Token], head: int, relations: tuple[str, ...], lemmas: frozenset[str]) -> bool:
    """Whether one of these words hangs on a token in one of these relations."""
    return any(t.head == head and t.dep in relations and t.lemma.lower() in lemmas for t in tokens)


def head_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token of the name whose governor is outside of it."""
    for i in range(last - 1, first - 1, -1):
        if not first <= tokens[i].head < last:
            return i
    return last - 1


def first_conjunct(tokens: Sequence[Token], index: int) -> int:
    """The first of coordinated names, which alone has the relation to the verb."""
    for _ in range(LONGEST_CHAIN):
        if tokens[index].dep not in ("conj", "appos") or tokens[index].head == index:
            break
        index = tokens[index].head
    return index


def before(tokens: Sequence[Token], first: int, *, skip_articles: bool = False) -> str:
    i = first - 1
    while skip_articles and i > 0 and tokens[i].pos == "DET":
        i -= 1
    return tokens[i].text.lower() if i >= 0 else ""
