"""Verbs of saying with a speaker: "X said (that) ...", "..., X said", "vowed to", "denied shelling", "..., adding that"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.find.attribution import grammar
from sayso.find.attribution.contents import contents_of
from sayso.find.attribution.draft import CERTAINTY, Draft
from sayso.find.attribution.finite import QUOTE_MARKS
from sayso.find.attribution.grammar import Range
from sayso.find.attribution.parting import part
from sayso.find.attribution.passive import find_passive, find_unasked, is_reduced
from sayso.find.attribution.pointing import points_back
from sayso.find.attribution.relay import passed_on
from sayso.find.attribution.someone import is_someone, nobody
from sayso.find.tree import Tree
from sayso.languages.speech import Cue, SpeechLexicon

LONGEST_SHIELD = 8
"""Tokens of a content in which the words that shield a source are looked for."""


def find_clauses(tree: Tree, lexicon: SpeechLexicon) -> Iterator[Draft]:
    """A draft for each verb of the lexicon with a speaker and a content, or with a speaker and perhaps a quotation."""
    drafts: dict[int, Draft] = {}
    turned: set[int] = set()
    for verb, token in enumerate(tree.tokens):
        if not grammar.is_verb(token):
            continue
        found = grammar.cue_at(tree, verb, lexicon)
        if (
            found is None
            or grammar.is_conditional(tree, verb, lexicon)
            or points_back(tree, verb, lexicon)
            or (token.lemma in lexicon.relays and passed_on(tree, verb, lexicon) is not None)
        ):
            continue
        first = grammar.chain(tree, verb, lexicon)
        draft = _draft(tree, verb, first, found[0], found[1], lexicon)
        if draft is None:
            continue
        drafts[verb] = draft
        if draft.content:
            turned.update(i for i in range(first, verb) if grammar.is_verb(tree.tokens[i]))
    for verb in sorted(drafts):
        part(tree, verb, drafts, lexicon)
    yield from (draft for verb, draft in drafts.items() if verb not in turned)


def _draft(
    tree: Tree, verb: int, first: int, cue: Cue, particle: int | None, lexicon: SpeechLexicon
) -> Draft | None:
    participle = is_reduced(tree, verb)
    if grammar.is_passive(tree, verb) or participle:
        return find_passive(tree, verb, cue, lexicon, participle)
    token = tree.tokens[verb]
    asked = cue.stance == "asks" and token.tag == "VBD" and grammar.own_subject(tree, verb) is None
    loose = token.dep in {"advcl", "acl"} and not tree.children(verb, "aux")
    if loose and (token.tag == "VBN" or asked):
        return find_unasked(tree, verb, cue, lexicon)
    who = grammar.speaker_of(tree, first)
    frame, contents = contents_of(tree, verb, cue, particle, lexicon)
    inverted = _inverted(tree, verb, cue, lexicon)
    if inverted is not None:
        who, frame, contents = (inverted, "own"), "that", [(0, verb - 1)]
    if who is None:
        return None
    noun, known = who
    if known == "noun" and tree.tokens[noun].dep in {"dobj", "dative"}:
        # "told the agency, adding that": who is told does not add.
        above = tree.tokens[noun].head
        if tree.tokens[above].lemma in lexicon.addressed and (told := grammar.speaker_of(tree, above)):
            noun, known = told[0], "shared"
    if tree.tokens[noun].tag in {"WP", "WDT"} and tree.tokens[noun].text.lower() not in lexicon.pronouns:
        return None
    if known in {"shared", "object"} and first == verb and grammar.is_infinitive(tree, verb):
        return None  # "used the visit to warn": done or not, no words are given as said
    if tree.tokens[noun].dep == "expl" or tree.tokens[noun].text.lower() in lexicon.words.empty - set(
        lexicon.pronouns
    ):
        return None
    if any(tree.tokens[i].text.lower() in lexicon.unsaid for i in tree.children(first, "aux")):
        return None
    if known == "own" and nobody(tree, noun, lexicon):
        return None
    if not _may_say(tree, verb, cue, noun, frame, lexicon) or _unnamed(tree, cue, contents, lexicon):
        return None
    low, high = grammar.group(tree, first, floor=noun + 1 if noun < first else 0)[0], verb
    if particle is not None and frame != "prep" and particle - verb <= 2:
        high = particle
    if frame in {"prep", "figure"} and contents and contents[0][0] == high + 2:
        high += 1
    if known == "own":
        source = grammar.noun_phrase(tree, noun, *((low, None) if noun < low else (None, high)))
    elif known == "noun":
        source = grammar.noun_phrase(tree, noun, before=grammar.edges(tree, verb)[0])
    else:
        source = grammar.noun_phrase(tree, noun, before=low if noun < low else None)
    cue_span = grammar.span(tree, (low, high))
    near = known == "own"
    return Draft(
        construction=f"clause:{frame}",
        source=[source],
        cue=[cue_span],
        content=[grammar.span(tree, r) for r in contents],
        clause=(min(source[0], cue_span[0]), max(source[1], cue_span[1])) if near else cue_span,
        confidence=CERTAINTY[frame],
        quotable=bool(cue.frames & {"that", "quote"}),
        shared=known == "shared",
    )


def _inverted(tree: Tree, verb: int, cue: Cue, lexicon: SpeechLexicon) -> int | None:
    """The speaker behind the verb that the parser took for its object: "..., said David Petraeus"."""
    if "that" not in cue.frames or cue.frames & {"np", "np+of", "np+to"} or verb < 3:
        return None
    if tree.tokens[verb - 1].text not in QUOTE_MARKS | {","} or cue.lemma in lexicon.addressed:
        return None
    subject = grammar.own_subject(tree, verb)
    if subject is not None and subject < verb and is_someone(tree, subject, lexicon):
        return None
    for noun in tree.children(verb, "dobj", "attr", "oprd"):
        token = tree.tokens[noun]
        if grammar.edges(tree, noun)[0] == verb + 1 and (
            token.pos == "PROPN" or token.lemma in lexicon.people
        ):
            return noun
    return None


def _may_say(tree: Tree, verb: int, cue: Cue, noun: int, frame: str, lexicon: SpeechLexicon) -> bool:
    """False for idioms ("claimed the lives of") and for things that show rather than say ("the rubble suggests")."""
    lemma = tree.tokens[verb].lemma
    if frame == "np" and any(
        (lemma, tree.tokens[i].lemma) in lexicon.idioms for i in tree.children(verb, "dobj", "ccomp")
    ):
        return False
    if frame == "np" and lemma in lexicon.relays and _cites_someone(tree, verb, lexicon):
        return False
    if frame == "figure" and tree.tokens[noun].pos == "PRON":
        return True
    manner = frame in {"none", "host"} and "that" not in cue.frames
    return not (manner or frame == "figure" or lemma in lexicon.evidence) or is_someone(tree, noun, lexicon)


def _cites_someone(tree: Tree, verb: int, lexicon: SpeechLexicon) -> bool:
    """Whether the object of "cite" is one who says something, and not what is said."""
    return any(
        tree.tokens[i].lemma in lexicon.people or tree.tokens[i].entity in {"PERSON", "ORG"}
        for i in tree.children(verb, "dobj")
    )


def _unnamed(tree: Tree, cue: Cue, contents: Sequence[Range], lexicon: SpeechLexicon) -> bool:
    """ "who asked not to be named", "declined to be identified": how a source is shielded is no claim."""
    if cue.stance not in {"asks", "urges", "denies"} or not contents:
        return False
    low, high = contents[0]
    return any(
        t.lemma in lexicon.unnamed and (t.pos != "VERB" or tree.children(i, "auxpass"))
        for i, t in enumerate(tree.tokens[low : min(high, low + LONGEST_SHIELD) + 1], low)
    )
