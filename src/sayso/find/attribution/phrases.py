"""Sources named by a phrase, and cues that are nouns: "according to X", "in X's words", "reportedly", "X's claim that"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.find.attribution import grammar
from sayso.find.attribution.draft import Draft
from sayso.find.attribution.grammar import Range
from sayso.find.attribution.pointing import is_pointed
from sayso.find.tree import Tree
from sayso.languages.speech import Cue, SpeechLexicon

EMPTY = frozenset({"PUNCT", "SPACE", "CCONJ", "SCONJ", "ADV", "PART"})


def find_according(tree: Tree, lexicon: SpeechLexicon) -> Iterator[Draft]:
    """ "According to X, ..." in front, in the middle or at the end of what X says."""
    words = [t.text.lower() for t in tree.tokens]
    for index, word in enumerate(words):
        phrase = next(
            (p for p in lexicon.according if p[0] == word and tuple(words[index : index + len(p)]) == p), None
        )
        if phrase is None or is_pointed(tree, index, lexicon):
            continue
        last = index + len(phrase) - 1
        nouns = [i for i in tree.children(last, "pobj", "pcomp") if i > last]
        if not nouns:
            continue
        noun = nouns[0]
        if tree.tokens[noun].lemma in lexicon.standards:
            continue
        source = grammar.noun_phrase(tree, noun, after=last)
        end = next(i for i in range(noun, len(tree.tokens)) if tree.tokens[i].end >= source[1])
        contents = _around(tree, index, (index, end))
        yield Draft(
            construction="according",
            source=[source],
            cue=[grammar.span(tree, (index, last))],
            content=[grammar.span(tree, r) for r in contents],
            clause=(tree.tokens[index].start, source[1]),
            confidence=0.9,
            quotable=True,
        )


def _around(tree: Tree, index: int, hole: Range) -> list[Range]:
    """The clause that a phrase stands in, without the phrase."""
    host = _host_of(tree, index)
    low, high = grammar.edges(tree, host)
    ranges = grammar.without((low, high), [hole])
    kept = [r for r in ranges if any(tree.tokens[i].pos not in EMPTY for i in range(r[0], r[1] + 1))]
    if not kept:
        # The parser hung the phrase on nothing that says something: what stands beside it in the sentence does.
        last = len(tree.tokens) - 1
        kept = [(hole[1] + 1, last)] if hole[0] <= 1 else [(0, hole[0] - 1)]
    return [r for r in kept if r[0] <= r[1]]


def _host_of(tree: Tree, index: int) -> int:
    """The verb of the clause that a phrase closes or opens. At either end of a sentence that is the whole of it."""
    host = tree.tokens[index].head
    host = grammar.finite_clause(tree, host)
    opens = all(t.pos in {"PUNCT", "CCONJ", "ADV", "SPACE"} for t in tree.tokens[:index])
    closes = not any(t.pos == "VERB" for t in tree.tokens[index + 2 :])
    while tree.tokens[host].head != host:
        token = tree.tokens[host]
        if token.dep == "conj" and (closes or grammar.own_subject(tree, host) is None):
            host = token.head
        elif (opens or closes) and token.dep in {"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "dep"}:
            host = grammar.finite_clause(tree, token.head)
            if host == tree.tokens[host].head:
                break
        else:
            break
    return host


def find_in_words_of(tree: Tree, lexicon: SpeechLexicon) -> Iterator[Draft]:
    """ "In X's words, ..."."""
    for index, token in enumerate(tree.tokens):
        if token.text.lower() not in lexicon.words.within or token.dep != "prep":
            continue
        for noun in tree.children(index, "pobj"):
            owners = tree.children(noun, "poss")
            if tree.tokens[noun].lemma not in lexicon.in_words_of or not owners:
                continue
            host = _around(tree, index, grammar.edges(tree, index))
            source = grammar.span(tree, grammar.edges(tree, owners[0]))
            yield Draft(
                construction="in words of",
                source=[source],
                cue=[grammar.span(tree, (index, index)), grammar.span(tree, (noun, noun))],
                content=[grammar.span(tree, r) for r in host],
                clause=grammar.span(tree, (index, noun)),
                confidence=0.75,
                quotable=True,
            )


def find_reportedly(tree: Tree, lexicon: SpeechLexicon) -> Iterator[Draft]:
    """ "The bridge was reportedly hit": somebody says so, nobody is named."""
    for index, token in enumerate(tree.tokens):
        if token.text.lower() not in lexicon.reportedly or token.dep != "advmod" or token.head == index:
            continue
        verb = token.head
        if not grammar.is_verb(tree.tokens[verb]):
            continue
        low, high = grammar.edges(tree, grammar.finite_clause(tree, verb))
        yield Draft(
            construction="reportedly",
            source=[],
            cue=[grammar.span(tree, (index, index))],
            content=[grammar.span(tree, r) for r in grammar.without((low, high), [(index, index)])],
            clause=grammar.span(tree, (index, index)),
            confidence=0.5,
        )


def find_nouns(tree: Tree, lexicon: SpeechLexicon) -> Iterator[Draft]:
    """Nouns of saying with what they say: "Putin's warnings that ...", "the claim that", "made a promise to"."""
    for index, token in enumerate(tree.tokens):
        cue = lexicon.nouns.get(token.lemma) if token.pos == "NOUN" else None
        if cue is None:
            continue
        found = _said_by_noun(tree, index, cue, lexicon)
        if found is None:
            continue
        frame, content = found
        source = _owner(tree, index, lexicon, content)
        if source is None and (frame != "that" or "alone" not in cue.frames):
            continue
        span = grammar.span(tree, (index, index))
        yield Draft(
            construction=f"noun:{frame}",
            source=[source] if source else [],
            cue=[span],
            content=[grammar.span(tree, content)],
            clause=span,
            confidence=0.75 if frame == "that" else 0.55,
        )


def _said_by_noun(tree: Tree, noun: int, cue: Cue, lexicon: SpeechLexicon) -> tuple[str, Range] | None:
    for child in tree.children(noun, "acl", "ccomp", "relcl"):
        if child < noun:
            continue
        low, high = grammar.edges(tree, child)
        first = tree.tokens[low]
        if grammar.opens_clause(first, lexicon) and "that" in cue.frames:
            return "that", (low + 1, high)
        if "to" in cue.frames and first.tag == "TO":
            return "to", (low, high)
    for child in tree.children(noun, "prep"):
        word = tree.tokens[child].text.lower()
        if (
            child == noun + 1
            and word in cue.frames
            and word not in lexicon.complementisers | lexicon.words.infinitive
        ):
            high = grammar.edges(tree, child)[1]
            if high > child:
                return "prep", (child + 1, high)
    return None


def _owner(tree: Tree, noun: int, lexicon: SpeechLexicon, content: Range) -> tuple[int, int] | None:
    """Whose saying a noun is: its possessor, "by X", "from X", or the subject of the verb that carries it."""
    for owner in tree.children(noun, "poss"):
        return grammar.span(tree, grammar.edges(tree, owner))
    for by in tree.children(noun, "prep", "agent"):
        if tree.tokens[by].text.lower() in lexicon.words.source and by < content[0]:
            for person in tree.children(by, "pobj"):
                return grammar.noun_phrase(tree, person, before=content[0])
    head = tree.tokens[noun].head
    if tree.tokens[noun].dep == "dobj" and tree.tokens[head].lemma in lexicon.carriers:
        who = grammar.speaker_of(tree, head)
        if who is not None and who[1] in {"own", "shared"}:
            return grammar.noun_phrase(tree, who[0], before=head if who[0] < head else None)
    return None
