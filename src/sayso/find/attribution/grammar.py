"""Reading a dependency tree for attributions: verb groups, subjects (also understood ones), noun phrases, clauses."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.find.tree import Tree
from sayso.languages.speech import Cue, SpeechLexicon
from sayso.mentions import Token
from sayso.records import Span

Range = tuple[int, int]
"""Indices of the first and last token."""

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
GROUP = frozenset({"aux", "auxpass", "neg"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "pcomp", "relcl", "acl", "csubj"})


def edges(tree: Tree, index: int) -> Range:
    """The first and last token of what hangs on a token."""
    below = tree.subtree(index)
    return below[0], below[-1]


def span(tree: Tree, tokens: Range) -> Span:
    return tree.tokens[tokens[0]].start, tree.tokens[tokens[1]].end


def opens_clause(token: Token, lexicon: SpeechLexicon) -> bool:
    """A "that" which only opens a clause, not one that points ("said that was wrong")."""
    return token.text.lower() in lexicon.complementisers and (
        token.tag == "IN" or token.dep in {"mark", "attr"}
    )


def is_verb(token: Token) -> bool:
    return token.pos in {"VERB", "AUX"} and token.tag.startswith("VB")


def noun_phrase(tree: Tree, index: int, before: int | None = None, after: int | None = None) -> Span:
    """The whole noun phrase of a token, up to but without the token `before` and from beyond the token `after`."""
    below = tree.subtree(index)
    keep = [i for i in below if (before is None or i < before) and (after is None or i > after)]
    position = keep.index(index) if index in keep else 0
    first = last = position
    while first > 0 and keep[first - 1] == keep[first] - 1:
        first -= 1
    while last + 1 < len(keep) and keep[last + 1] == keep[last] + 1:
        last += 1
    low, high = keep[first], keep[last]
    for child in tree.children(index, "acl", "advcl", "relcl"):
        # "Speaking in Kyiv, the minister": the participle in front is no part of the name.
        edge = edges(tree, child)[1]
        if child < index and low <= edge < index:
            low = edge + 1
        start = edges(tree, child)[0]
        if index < start <= high and tree.tokens[child].tag == "VBG" and tree.tokens[start - 1].text == ",":
            high = start - 1
    for child in tree.children(index, "prep"):
        # "the minister on Tuesday said": the day is that of the saying.
        start, stop = edges(tree, child)
        if (
            start > index
            and stop == high
            and all(t.entity == "DATE" for t in tree.tokens[start + 1 : stop + 1])
        ):
            high = start - 1
    while (
        high > index
        and (tree.tokens[high].pos in {"PUNCT", "SPACE", "CCONJ"})
        and tree.tokens[high].text != ")"
    ):
        high -= 1
    while low < index and (
        tree.tokens[low].pos in {"PUNCT", "SPACE", "CCONJ"} and tree.tokens[low].text not in '(“"'
    ):
        low += 1
    if tree.tokens[low].tag == "VBG" and tree.tokens[low].pos == "VERB":
        low = _person_behind(tree, low, high)
    return span(tree, (low, high))


def _person_behind(tree: Tree, low: int, high: int) -> int:
    """Where a name begins that the parser drew into a participle: "Stressing its role, the general David Petraeus said"."""
    person = next((i for i in range(low, high + 1) if tree.tokens[i].entity == "PERSON"), None)
    commas = [i for i in range(low, person or low) if tree.tokens[i].text == ","]
    return commas[-1] + 1 if commas else low


def particles(tree: Tree, verb: int) -> list[int]:
    """The tokens after a verb that may make it another verb: particles, and the preposition right behind it."""
    found = [i for i in tree.children(verb, "prt") if i > verb]
    found += [i for i in tree.children(verb, "prep", "advmod", "dative") if verb < i <= verb + 2]
    return found


def cue_at(tree: Tree, verb: int, lexicon: SpeechLexicon) -> tuple[Cue, int | None] | None:
    """The cue that a verb is, with the index of the particle or preposition that belongs to its lemma."""
    token = tree.tokens[verb]
    for particle in particles(tree, verb):
        if found := lexicon.verbs.get(f"{token.lemma} {tree.tokens[particle].text.lower()}"):
            return found, particle
    if any(tree.tokens[i].dep == "prt" for i in particles(tree, verb)):
        return None
    found = lexicon.verbs.get(token.lemma)
    return (found, None) if found else None


def group(tree: Tree, verb: int, last: int | None = None, floor: int = 0) -> Range:
    """The verb group: auxiliaries and negations with what stands between, the verb, up to `last`. Never past `floor`."""
    low = verb
    index = verb - 1
    while index >= floor:
        token = tree.tokens[index]
        if token.head == verb and token.dep in GROUP and token.tag != "TO":
            low = index
        elif not (token.dep == "advmod" and token.head in {verb, index + 1}) and token.text != "-":
            break
        index -= 1
    return low, max(verb, last or verb)


def is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[i].tag == "TO" for i in tree.children(verb, "aux"))


def is_conditional(tree: Tree, verb: int, lexicon: SpeechLexicon) -> bool:
    """Whether nobody has said it yet: "would stop if Russia agreed to a just peace"."""
    marks = tree.children(verb, "mark")
    return any(tree.tokens[i].text.lower() in lexicon.words.conditional for i in marks)


def own_subject(tree: Tree, verb: int) -> int | None:
    subjects = tree.children(verb, *SUBJECTS)
    nouns = [i for i in subjects if tree.tokens[i].dep in {"nsubj", "nsubjpass"}]
    before = [i for i in nouns if i < verb]
    if len(before) > 1 and any(t.text == ":" for t in tree.tokens[before[0] : before[-1]]):
        return before[-1]  # "20 August: a source spoke of ...": the day heads the note
    return next(iter(nouns or subjects), None)


def agent(tree: Tree, verb: int) -> int | None:
    """The noun that does a passive verb's deed ("by ...")."""
    for by in tree.children(verb, "agent"):
        for noun in tree.children(by, "pobj"):
            return noun
    return None


def is_passive(tree: Tree, verb: int) -> bool:
    return bool(tree.children(verb, "nsubjpass", "auxpass", "csubjpass"))


def chain(tree: Tree, verb: int, lexicon: SpeechLexicon) -> int:
    """The first verb of a chain of light ones that ends in this verb: "went" in "went on to say"."""
    first = verb
    while tree.tokens[first].dep == "xcomp" or (
        tree.tokens[first].dep == "advcl" and is_infinitive(tree, first)
    ):
        head = tree.tokens[first].head
        between = tree.tokens[head + 1 : first]
        if tree.tokens[head].lemma not in lexicon.light or head > first or len(between) > 4:
            break
        if any(t.dep in {"dobj", "pobj", "ccomp"} for t in between):
            break
        first = head
    return first


def speaker_of(tree: Tree, verb: int, depth: int = 0) -> tuple[int, str] | None:
    """The token that names who does what a verb says, and how it is known.

    "own" its subject, "agent" of a passive, "shared" with an earlier verb, "noun" that a participle hangs on.
    """
    if is_passive(tree, verb):
        by = agent(tree, verb)
        return (by, "agent") if by is not None else None
    own = own_subject(tree, verb)
    if own is not None:
        return own, "own"
    token = tree.tokens[verb]
    if depth > 8 or token.head == verb:
        return None
    head = token.head
    if token.dep in {"acl", "relcl"} and tree.tokens[head].pos in {"NOUN", "PROPN", "PRON"}:
        return (head, "noun") if token.tag in {"VBG", "VBZ", "VBD", "VBP", "VBN"} and head < verb else None
    if token.dep in {"pcomp", "prep"}:
        above = tree.tokens[head].head
        return _shared(tree, above, depth) if is_verb(tree.tokens[above]) else None
    if token.dep == "conj" and token.tag == "VBG" and tree.tokens[head].tag != "VBG":
        # "..., adding that nobody died and warning that ...": the participle goes on with the one further up.
        outer = next((i for i in tree.above(head) if tree.tokens[i].tag == "VBG"), None)
        if outer is not None:
            return speaker_of(tree, outer, depth + 1)
    if token.dep in {"conj", "xcomp", "advcl", "ccomp", "dep", "parataxis"} and is_verb(tree.tokens[head]):
        if token.dep == "xcomp":
            controlled = [i for i in tree.children(head, "dobj") if head < i < verb]
            if controlled:
                return controlled[0], "object"
        if token.dep in {"ccomp", "parataxis"} and token.tag != "VBG":
            return None
        if token.dep == "advcl" and token.tag not in {"VBG", "VBN", "VB"}:
            return None
        return _shared(tree, head, depth)
    return None


def _shared(tree: Tree, head: int, depth: int) -> tuple[int, str] | None:
    subject = own_subject(tree, head)
    if subject is not None and tree.tokens[subject].dep == "expl" and tree.tokens[head].dep == "ccomp":
        # "said that there are limits but accused": nobody is there to accuse but who said so.
        return _shared(tree, tree.tokens[head].head, depth + 1) if depth < 8 else None
    if subject is not None:
        return subject, "shared"
    found = speaker_of(tree, head, depth + 1)
    if found is None:
        return None
    return found[0], found[1] if found[1] == "noun" else "shared"


def right_extent(tree: Tree, verb: int, first: int) -> int:
    """The last token of a content that begins with a dependent to the right of its cue.

    What the parser hangs on the cue after the content ("... on Friday") is still the content's; a new clause with the
    same speaker ("..., adding that") is not.
    """
    high = edges(tree, first)[1]
    comma = False
    for child in tree.children(verb):
        if child <= first:
            continue
        token = tree.tokens[child]
        if token.dep == "punct":
            comma = comma or token.text not in "\"'’”“‘"
            continue
        gapped = token.dep == "conj" and token.pos in {"NUM", "NOUN"}  # "one was killed and two more injured"
        if (token.dep in {"cc", "conj", "parataxis", "agent"} and not gapped) or comma:
            break
        high = max(high, edges(tree, child)[1])
    return high


DASHES = frozenset({"—", "–", "--", "―", "-"})


def before_aside(tree: Tree, low: int, high: int) -> int:
    """The last token of a content before a single dash: what follows it mostly is the outlet's own remark."""
    words = tree.tokens
    marks = [
        i
        for i in range(low + 3, high)
        if words[i].text in DASHES and (words[i].text != "-" or words[i].start > words[i - 1].end)
    ]
    return marks[0] - 1 if len(marks) == 1 else high


def without(outer: Range, holes: Iterable[Range]) -> list[Range]:
    """A range of tokens with holes cut out."""
    ranges = [outer]
    for low, high in holes:
        cut: list[Range] = []
        for first, last in ranges:
            if high < first or low > last:
                cut.append((first, last))
                continue
            if first < low:
                cut.append((first, low - 1))
            if high < last:
                cut.append((high + 1, last))
        ranges = cut
    return ranges


def finite_clause(tree: Tree, index: int) -> int:
    """The nearest verb above a token (or itself) that has a subject: the head of the clause which it stands in."""
    current = index
    while True:
        token = tree.tokens[current]
        if is_verb(token) and own_subject(tree, current) is not None:
            return current
        if token.head == current:
            return current
        current = token.head
