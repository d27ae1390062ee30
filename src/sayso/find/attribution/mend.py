"""Mistakes of the parser that cost a cue its speaker, put right before anything is read off the tree."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sayso.find.attribution.grammar import SUBJECTS
from sayso.languages.speech import SpeechLexicon
from sayso.mentions import Sentence, Token

BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
WITHIN_NAME = BEFORE_NOUN | {"poss", "det", "nummod"}
FINITE = frozenset({"VBZ", "VBD"})
AUXILIARIES = frozenset({"aux", "auxpass"})


def mend(sentence: Sentence, lexicon: SpeechLexicon) -> Sentence:
    """The sentence with what is plainly wrong in its tree made right, itself where nothing is."""
    mended = dict(_verbs(sentence.tokens, lexicon))
    mended |= dict(_subjects(sentence.tokens, lexicon))
    mended |= dict(_actives(sentence.tokens))
    mended |= dict(_days(sentence.tokens, lexicon))
    mended |= dict(_asked(sentence.tokens, lexicon))
    if not mended:
        return sentence
    return msgspec.structs.replace(
        sentence, tokens=tuple(mended.get(index, token) for index, token in enumerate(sentence.tokens))
    )


def _verbs(tokens: tuple[Token, ...], lexicon: SpeechLexicon) -> Iterator[tuple[int, Token]]:
    """A main verb taken for the plural of its noun: "Ukraine's military claims that the bridge is gone"."""
    for index, token in enumerate(tokens[1:-1], 1):
        cue = lexicon.verbs.get(token.lemma)
        name, opening = tokens[index - 1], tokens[index + 1]
        if token.tag != "NNS" or token.head != index or cue is None or "that" not in cue.frames:
            continue
        if name.head != index or not (name.pos == "PROPN" or name.lemma in lexicon.people):
            continue
        if opening.tag != "TO" and opening.text.lower() not in lexicon.complementisers:
            continue
        yield index, msgspec.structs.replace(token, pos="VERB", tag="VBZ")
        yield index - 1, msgspec.structs.replace(name, dep="nsubj")
        for other, child in enumerate(tokens):
            if child.head == index and other < index - 1 and child.dep in WITHIN_NAME:
                yield other, msgspec.structs.replace(child, head=index - 1)
            elif child.head == index and other > index and child.dep in {"acl", "relcl"}:
                yield other, msgspec.structs.replace(child, dep="ccomp" if opening.tag != "TO" else "xcomp")


def _subjects(tokens: tuple[Token, ...], lexicon: SpeechLexicon) -> Iterator[tuple[int, Token]]:
    """A name right before a finite verb of saying, taken for its adjective: "Kyiv claims to hold"."""
    with_subject = {t.head for t in tokens if t.dep in SUBJECTS}
    for index, token in enumerate(tokens):
        verb = tokens[token.head]
        if (
            token.dep in BEFORE_NOUN
            and token.head == index + 1
            and token.head not in with_subject
            and token.text[0].isupper()
            and verb.tag in FINITE
            and verb.lemma in lexicon.verbs
        ):
            yield index, msgspec.structs.replace(token, dep="nsubj")


def _actives(tokens: tuple[Token, ...]) -> Iterator[tuple[int, Token]]:
    """A passive without "was" is none: in "A resident said by telephone that" nobody is told by a telephone."""
    helped = {t.head for t in tokens if t.dep in AUXILIARIES}
    active = {
        t.head
        for i, t in enumerate(tokens)
        if t.dep == "nsubjpass"
        and i < t.head
        and t.head not in helped
        and tokens[t.head].tag in {"VBN", "VBD"}
        and tokens[t.head].dep not in {"acl", "advcl", "conj"}
    }
    other = {"nsubjpass": "nsubj", "agent": "prep"}
    for index, token in enumerate(tokens):
        if index in active:
            yield index, msgspec.structs.replace(token, tag="VBD")
        elif token.head in active and token.dep in other:
            yield index, msgspec.structs.replace(token, dep=other[token.dep])


def _days(tokens: tuple[Token, ...], lexicon: SpeechLexicon) -> Iterator[tuple[int, Token]]:
    """A day drawn into the name behind it: in "On Monday Governor Gladkov reported that" Gladkov is the subject, and in
    "On Sunday Ukraine's air force said" the air force is.
    """
    with_subject = {t.head for t in tokens if t.dep in SUBJECTS}
    for index, token in enumerate(tokens[:-1]):
        first, day = index + 1, tokens[index + 1]
        if token.dep != "prep" or day.entity not in {"DATE", "TIME"}:
            continue
        last = _last_of_entity(tokens, first)
        name = _whole_name(tokens, tokens[last].head)
        hangs_on_name = name > last and _whole_name(tokens, token.head) == name
        governor = tokens[name].head if hangs_on_name and tokens[name].dep in SUBJECTS else token.head
        verb = tokens[governor]
        if governor <= first or verb.tag not in FINITE or verb.lemma not in lexicon.verbs:
            continue
        drawn = name > last and tokens[name].entity != day.entity and tokens[last].dep in BEFORE_NOUN
        if not drawn or name > governor or tokens[name].head not in {index, governor}:
            continue
        if governor != token.head:
            yield index, msgspec.structs.replace(token, head=governor)
        yield last, msgspec.structs.replace(tokens[last], dep="pobj", head=index)
        for other in range(first, last):
            if _whole_name(tokens, other) == name:
                yield other, msgspec.structs.replace(tokens[other], head=last)
        if tokens[name].head == index and governor not in with_subject:
            yield name, msgspec.structs.replace(tokens[name], dep="nsubj", head=governor)


def _last_of_entity(tokens: tuple[Token, ...], first: int) -> int:
    """The last word of the entity that a word begins."""
    last = first
    for index in range(first + 1, len(tokens)):
        if tokens[index].entity != tokens[first].entity or tokens[index].entity_start:
            break
        last = index
    return last


def _whole_name(tokens: tuple[Token, ...], index: int) -> int:
    """The noun that a word within a name hangs on in the end, itself where it is none within a name."""
    while tokens[index].dep in WITHIN_NAME and tokens[index].head > index:
        index = tokens[index].head
    return index


def _asked(tokens: tuple[Token, ...], lexicon: SpeechLexicon) -> Iterator[tuple[int, Token]]:
    """Who answers, given to the question put in between: "The premier, asked whether he would go, said that ..."."""
    with_subject = {t.head for t in tokens if t.dep in SUBJECTS}
    for index, token in enumerate(tokens):
        question = tokens[token.head]
        cue = lexicon.verbs.get(question.lemma)
        answer = tokens[question.head]
        if (
            token.dep == "nsubj"
            and index < token.head < question.head
            and cue is not None
            and cue.stance == "asks"
            and tokens[token.head - 1].text == ","
            and answer.tag in FINITE
            and answer.lemma in lexicon.verbs
            and question.head not in with_subject
        ):
            yield index, msgspec.structs.replace(token, head=question.head)
            yield token.head, msgspec.structs.replace(question, dep="acl", tag="VBN", head=index)
