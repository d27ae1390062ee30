"""Events: words which state that something happened, with the clause around them, who did it and to whom.

In: parsed sentences and an event lexicon. Out: `EventMention`s in text order, one for each cue. Whether an event is
told in the outlet's own voice or by a source is not asked here: resolve/claims knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.find.tree import Tree
from sayso.languages.event import EventKind, EventLexicon
from sayso.mentions import EventMention, Sentence
from sayso.records import Span

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
# Relations over which what is said of the governing clause holds for the clause below it.
CARRIED = frozenset({"conj", "xcomp", "ccomp", "advcl", "pcomp", "acl"})
# What stands at the edge of a statement without being part of it.
EDGE = frozenset({"cc", "punct", "mark", ""})
COMMAS = frozenset({",", "(", "–", "—", "-"})


def find_events(text: str, sentences: Sequence[Sentence], lexicon: EventLexicon) -> tuple[EventMention, ...]:
    """Every event that the sentences name, in text order. `text` is the report's text, to which all spans refer."""
    return tuple(mention for sentence in sentences for mention in _in_sentence(text, sentence, lexicon))


def _in_sentence(text: str, sentence: Sentence, lexicon: EventLexicon) -> Iterator[EventMention]:
    tree = Tree(sentence)
    asked = text[sentence.start : sentence.end].rstrip("\"”’'").endswith("?")
    for index, token in enumerate(tree.tokens):
        kind = _kind(tree, index, lexicon)
        if kind is None:
            continue
        verb = index if token.pos == "VERB" else token.head
        yield EventMention(
            cue=_cue(tree, index),
            clause=_clause(tree, verb, lexicon),
            type=kind.type,
            mode=kind.mode,
            acled=kind.acled,
            agent=_agent(tree, index),
            target=_noun_phrase(tree, tree.children(index, "dobj", "nsubjpass")),
            negated=_negated(tree, verb, lexicon),
            stated=not asked and _stated(tree, verb, lexicon),
            reported=_reported(tree, verb, lexicon),
        )


def _negated(tree: Tree, verb: int, lexicon: EventLexicon) -> bool:
    """Whether it did not happen: "was not hit", "nobody was hurt", "no houses were damaged"."""
    nouns = tree.children(verb, "nsubj", "nsubjpass", "dobj")
    words = {tree.tokens[i].lemma for noun in nouns for i in (noun, *tree.children(noun, "det"))}
    return bool(tree.children(verb, "neg")) or bool(words & lexicon.nothing)


def _kind(tree: Tree, index: int, lexicon: EventLexicon) -> EventKind | None:
    token = tree.tokens[index]
    if token.pos == "VERB" and token.dep not in {"amod", "compound"}:
        return _verb_kind(tree, index, lexicon)
    if token.pos != "NOUN":
        return None
    kind = lexicon.cues.get((token.lemma, "NOUN"))
    return kind if kind is not None and _happened(tree, index, lexicon) else None


def _verb_kind(tree: Tree, index: int, lexicon: EventLexicon) -> EventKind | None:
    lemma = tree.tokens[index].lemma
    for particle in tree.children(index, "prt", "prep"):
        # "Broke through on Tuesday": the parser has the particle for a preposition that governs nothing.
        if tree.tokens[particle].dep == "prep" and tree.children(particle):
            continue
        if kind := lexicon.particles.get((lemma, tree.tokens[particle].lemma)):
            return kind
    for table, relations in ((lexicon.objects, ("dobj", "nsubjpass")), (lexicon.subjects, ("nsubj",))):
        for noun in tree.children(index, *relations):
            for part in _whole(tree, noun):
                if (lemma, tree.tokens[part].lemma) in table:
                    return table[lemma, tree.tokens[part].lemma]
    return lexicon.cues.get((lemma, "VERB"))


def _whole(tree: Tree, noun: int) -> list[int]:
    """A noun, and what it is a part of: "a third of the army" is of the army."""
    of = [i for i in tree.children(noun, "prep") if tree.tokens[i].text.lower() == "of"]
    return [noun, *(i for link in of[:1] for i in tree.children(link, "pobj"))]


def _happened(tree: Tree, index: int, lexicon: EventLexicon) -> bool:
    """Whether the clause of an event noun says that it took place: as subject, after "there", or as what one launched."""
    token, verb = tree.tokens[index], tree.tokens[tree.tokens[index].head]
    if token.dep == "attr":
        return bool(tree.children(token.head, "expl"))
    if token.dep == "dobj":
        return verb.pos == "VERB" and verb.lemma in lexicon.doing
    if token.dep not in {"nsubj", "nsubjpass"} or verb.lemma not in lexicon.happening:
        return False
    # "This invasion is a play for big stakes" says what it is, not that it is; a figure tells how much there was.
    said_of = tree.children(token.head, "attr")
    if any(tree.tokens[i].pos in {"NOUN", "PROPN"} and not tree.children(i, "nummod") for i in said_of):
        return False
    judged = tree.children(token.head, "acomp")
    if judged and not {tree.tokens[i].lemma for i in judged} & lexicon.lasting:
        return False
    # "The attack killed three": its verb states the event already.
    return (verb.lemma, "VERB") not in lexicon.cues


def _cue(tree: Tree, index: int) -> Span:
    """The cue's word, with the particle right behind it ("blow up", but not "blow the bridge up")."""
    token = tree.tokens[index]
    behind = [i for i in tree.children(index, "prt") if i == index + 1]
    return token.start, tree.tokens[behind[0]].end if behind else token.end


def _agent(tree: Tree, index: int) -> Span | None:
    if tree.tokens[index].pos == "NOUN" and tree.tokens[index].dep == "dobj":
        index = tree.tokens[index].head  # who launched the attack
    by = [i for agent in tree.children(index, "agent") for i in tree.children(agent, "pobj")]
    return _noun_phrase(tree, tree.children(index, "nsubj") or by)


def _noun_phrase(tree: Tree, heads: Sequence[int]) -> Span | None:
    """The span of the first of these heads with what hangs on it, relative clauses left out."""
    if not heads:
        return None
    outside = {
        i
        for clause in tree.subtree(heads[0])
        if tree.tokens[clause].dep in {"relcl", "acl", "appos"}
        for i in tree.subtree(clause)
    }
    return _trimmed(tree, [i for i in tree.subtree(heads[0]) if i not in outside])


def _trimmed(tree: Tree, inside: list[int], lexicon: EventLexicon | None = None) -> Span | None:
    def edge(index: int) -> bool:
        token = tree.tokens[index]
        linking = lexicon is not None and token.dep == "advmod" and token.lemma in lexicon.linking
        return token.dep in EDGE or not token.text.strip() or linking

    while inside and edge(inside[0]):
        inside = inside[1:]
    while inside and edge(inside[-1]):
        inside = inside[:-1]
    return (tree.tokens[inside[0]].start, tree.tokens[inside[-1]].end) if inside else None


def _clause(tree: Tree, verb: int, lexicon: EventLexicon) -> Span:
    """The whole statement: up from the verb past subordinate clauses to a coordinated clause with a subject of its
    own, or to the root; then all that hangs on it but the coordinated statements which follow."""

    def independent(index: int) -> bool:
        return tree.tokens[index].dep == "conj" and bool(tree.children(index, *SUBJECTS))

    head = verb
    while not independent(head) and tree.tokens[head].head != head:
        head = tree.tokens[head].head
    later = [i for i in tree.children(head, "conj") if i > head and independent(i)]
    end = min(tree.subtree(later[0])) if later else len(tree.tokens)
    # "Troops stand there because X says ...", "the strikes come after X rejected ...": what is said is told apart.
    said = [i for i in tree.children(head, "advcl") if tree.tokens[i].lemma in lexicon.reporting]
    parts = [tree.subtree(clause) for clause in said if clause > verb]
    outside = {i for part in parts if verb not in part for i in part}
    found = _trimmed(tree, [i for i in tree.subtree(head) if i < end and i not in outside], lexicon)
    return found or (tree.tokens[verb].start, tree.tokens[verb].end)


def _stated(tree: Tree, verb: int, lexicon: EventLexicon) -> bool:
    """Whether the clause tells the event as something that happened or goes on, whoever tells it."""
    if _mentioned(tree, verb, lexicon):
        return False
    for index in (verb, *tree.above(verb)):
        token = tree.tokens[index]
        auxiliaries = {tree.tokens[i].lemma for i in tree.children(index, "aux", "auxpass")}
        marks = {tree.tokens[i].lemma for i in tree.children(index, "mark")}
        governor = tree.tokens[token.head].lemma
        if auxiliaries & lexicon.not_stated or marks & lexicon.conditions:
            return False
        if {tree.tokens[i].lemma for i in tree.children(index, "acomp")} & lexicon.likely:
            return False
        # "was forced to flee" and "claims to have fled" tell of what happened; a bare infinitive is an aim.
        happened = "have" in auxiliaries or (token.dep == "xcomp" and governor in lexicon.brought_about)
        if "to" in auxiliaries and not happened:
            return False
        if token.dep in {"xcomp", "ccomp"} and governor in lexicon.not_stated:
            return False
        # "Could destroy it by a wave when detonated": the preposition hands on to its clause what governs it.
        if token.dep not in CARRIED and not (token.dep == "prep" and tree.children(index, "pcomp")):
            break
    # A bare infinitive at the root is an order or a heading ("Stop the attack").
    root = tree.tokens[verb]
    return not (root.dep == "ROOT" and root.tag == "VB" and not tree.children(verb, *SUBJECTS))


def _mentioned(tree: Tree, verb: int, lexicon: EventLexicon) -> bool:
    """Whether the words only say which thing is meant, or when: "areas occupied by X", "since invading X"."""
    token = tree.tokens[verb]
    head = tree.tokens[token.head]
    if token.dep == "acl":
        # "Nine injured in shelling" as a headline has no other verb.
        return not (head.dep == "ROOT" and token.tag == "VBN")
    if token.dep == "relcl":
        restrictive = tree.tokens[max(0, min(tree.subtree(verb)) - 1)].text not in COMMAS
        return restrictive or _planned_above(tree, verb, lexicon)
    if token.dep == "pcomp" or (token.dep == "csubj" and tree.children(verb, "dobj")):
        return True
    # "While mobilising troops", "after fleeing"; but "killing nine" without such a word goes on with the news.
    when = [i for i in tree.children(verb, "mark", "advmod") if tree.tokens[i].tag in {"IN", "WRB"}]
    return token.dep == "advcl" and token.tag == "VBG" and bool(when)


def _planned_above(tree: Tree, verb: int, lexicon: EventLexicon) -> bool:
    """Whether what the sentence tells is itself only planned: "will send men to X, where a unit is deployed"."""
    helping = (tree.tokens[i] for above in tree.above(verb) for i in tree.children(above, "aux"))
    return any(token.lemma in lexicon.not_stated for token in helping)


def _reported(tree: Tree, verb: int, lexicon: EventLexicon) -> bool:
    """Whether a verb of saying governs the clause or stands beside it, or words that hand it to a source."""
    for index in (verb, *tree.above(verb)):
        token = tree.tokens[index]
        governor = tree.tokens[token.head]
        if any(_by_source(tree, i, lexicon) for i in (index, *tree.children(index, "conj"))):
            return True
        said = governor.lemma in lexicon.reporting and token.head != index
        if said and token.dep in {"ccomp", "parataxis", "dep"}:
            return True
        # "..., he said, and nine had been killed": the pluperfect goes on with what he said.
        if said and token.dep == "conj" and _pluperfect(tree, index):
            return True
    return False


def _by_source(tree: Tree, verb: int, lexicon: EventLexicon) -> bool:
    handed = any(tree.tokens[i].lemma in lexicon.according for i in tree.children(verb, "prep", "advmod"))
    return handed or any(tree.tokens[i].lemma in lexicon.reporting for i in tree.children(verb, "parataxis"))


def _pluperfect(tree: Tree, verb: int) -> bool:
    had = any(tree.tokens[i].text.lower() == "had" for i in tree.children(verb, "aux"))
    return had and tree.tokens[verb].tag == "VBN"
