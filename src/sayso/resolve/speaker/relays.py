"""Who passed a statement on, as its own sentence tells: "X cited Y as saying", "Y, quoted by X, said", "X, citing Y".

What runs over several attributions (one inside another's content) is worked out in `chain`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sayso.languages.person import PersonLexicon
from sayso.languages.speech import SpeechLexicon
from sayso.mentions import Attribution
from sayso.records import Span
from sayso.resolve.speaker.page import SUBJECTS, Page

NEAR = 4
FAR = 40
# Tokens behind source and cue in which the words may stand that say who quotes them.
FURTHER = 14
VERBS = frozenset({"VERB", "AUX"})
PARTICIPLES = frozenset({"VBN", "VBD"})


class Passed(NamedTuple):
    """The spans that name the speaker and the one who passed it on, as the sentence has them."""

    speaker: tuple[Span, ...]
    relay: Span | None


def passed_on(page: Page, attribution: Attribution, speech: SpeechLexicon, people: PersonLexicon) -> Passed:
    """Who speaks and who relays, from the words of one attribution and those right beside its source and cue."""
    for found in (
        _cited_as_saying(page, attribution, speech, people),
        _citing(page, attribution, speech, people),
        _retold(page, attribution, speech, people),
        _handed_on(page, attribution, speech, people),
    ):
        if found is not None:
            return found
    return Passed(attribution.source, None)


def _tokens(page: Page, spans: Iterable[Span]) -> list[int]:
    return [i for span in spans for i in page.inside(span)]


def _cited_as_saying(
    page: Page, attribution: Attribution, speech: SpeechLexicon, people: PersonLexicon
) -> Passed | None:
    """ "X cited Y as saying", "Y was quoted by X as saying". Whichever of them the finder took for the source."""
    cue = _tokens(page, attribution.cue)
    verb = next(
        (i for i in cue if page.tokens[i].lemma in speech.relays and page.tokens[i].pos in VERBS), None
    )
    if verb is None:
        return None
    limit = page.bounds(verb)
    as_ = next(
        (
            i
            for i in range(verb + 1, min(verb + FAR, limit[-1]))
            if page.tokens[i].text.lower() in people.saying and page.tokens[i + 1].tag == "VBG"
        ),
        None,
    )
    if any(page.tokens[i].dep == "auxpass" for i in page.below[verb]):
        return Passed(
            attribution.source, _after_by(page, range(verb + 1, min(verb + FAR, limit[-1] + 1)), people)
        )
    subject = _telling(page, verb, speech) or _subject(page, verb)
    source = _tokens(page, attribution.source)
    if as_ is not None and as_ > verb + 1:
        quoted = page.span(range(verb + 1, as_))
        return Passed((quoted,), subject or (attribution.source[0] if source and source[0] < verb else None))
    if source and source[0] > verb:
        return Passed(attribution.source, subject)
    return _object(page, verb, attribution)


def _object(page: Page, verb: int, attribution: Attribution) -> Passed | None:
    """ "X quoted Y: ...": the object speaks, where the finder left it out of the content."""
    noun = page.child(verb, "dobj", "obj")
    if noun is None or not attribution.source:
        return None
    span = page.span(page.edges(noun))
    if any(start < span[1] and span[0] < end for start, end in attribution.content):
        return None
    return Passed((span,), attribution.source[0])


def _telling(page: Page, verb: int, speech: SpeechLexicon) -> Span | None:
    """Who says what stands before a participle: "The paper said that X would travel, citing aides"."""
    if page.tokens[verb].tag != "VBG" or page.tokens[verb].dep != "advcl":
        return None
    for index in page.above(verb):
        entry, noun = speech.verbs.get(page.tokens[index].lemma), page.child(index, "nsubj")
        if noun is None or page.tokens[noun].tag.startswith("W"):
            continue
        if entry is not None and entry.says:
            return page.span(page.edges(noun))
    return None


def _subject(page: Page, verb: int) -> Span | None:
    """The subject of a verb, or what its participle or relative clause hangs on."""
    for index in (verb, *page.above(verb)):
        nouns = [i for i in page.below[index] if page.tokens[i].dep in SUBJECTS and i < verb]
        if nouns and page.tokens[nouns[-1]].tag not in {"WDT", "WP"}:
            # The parser gives "the paper" and its name a verb each way: both are the subject.
            return page.span(range(page.edges(nouns[0])[0], page.edges(nouns[-1])[-1] + 1))
        if page.tokens[index].dep in {"relcl", "acl"}:
            head = page.heads[index]
            edges = page.edges(head)
            return page.span(range(edges[0], max(edges[0], min(head, verb - 1)) + 1))
        if page.tokens[index].dep not in {"advcl", "conj", "xcomp", "ccomp"}:
            return None
    return None


def _after_by(page: Page, tokens: range, people: PersonLexicon) -> Span | None:
    for index in tokens:
        if page.tokens[index].text.lower() in people.by:
            noun = page.child(index, "pobj")
            if noun is not None and noun > index:
                edges = page.edges(noun)
                stop = next(
                    (
                        i
                        for i in range(noun + 1, edges[-1] + 1)
                        if page.tokens[i].text.lower() in people.saying
                    ),
                    edges[-1] + 1,
                )
                return page.span(range(max(index + 1, edges[0]), stop))
    return None


def _citing(
    page: Page, attribution: Attribution, speech: SpeechLexicon, people: PersonLexicon
) -> Passed | None:
    """ "Reuters, citing the ministry, said"; "a source, quoted by the agency, said"; "..., Reuters said, citing police"."""
    source = _tokens(page, attribution.source)
    cue = _tokens(page, attribution.cue)
    if not source:
        return None
    bounds = page.bounds(source[-1])
    # Within the source, right behind it, and behind the cue.
    ends = {source[-1] + 1, max([*source, *cue]) + 1}
    places = [*source[1:], *(i for end in sorted(ends) for i in range(end, min(end + NEAR, bounds[-1] + 1)))]
    seen: set[int] = set()
    for index in places:
        token = page.tokens[index]
        if index in seen or token.lemma not in speech.relays or index in cue:
            continue
        seen.add(index)
        before = [i for i in source if i < index]
        if not before:
            continue
        head = page.span(range(before[0], before[-1] + 1))
        if token.tag == "VBG":
            quoted = _object_after(page, index)
            if quoted is not None and _can_speak(page, quoted, speech, people):
                return Passed((page.span(quoted),), head)
        elif token.tag in PARTICIPLES:
            following = range(index + 1, min(index + NEAR, bounds[-1] + 1))
            if by := _after_by(page, following, people):
                return Passed((head,), by)
    return _citing_before(page, source, speech, people) or _quoted_later(page, source, cue, speech, people)


def _quoted_later(
    page: Page, source: list[int], cue: list[int], speech: SpeechLexicon, people: PersonLexicon
) -> Passed | None:
    """ "The governor said in a speech, quoted by the agency"; "... said the governor, whom the agency quotes"."""
    end = max([*source, *cue]) + 1
    head = page.span(range(source[0], source[-1] + 1))
    for index in range(end, min(end + FURTHER, page.bounds(source[-1])[-1])):
        token = page.tokens[index]
        if token.lemma not in speech.relays | people.retelling or token.pos not in VERBS or index in cue:
            continue
        following = page.tokens[index + 1]
        if token.tag == "VBN" and following.text.lower() in people.by:
            by = _after_by(page, range(index + 1, index + 2), people)
            return Passed((head,), by) if by else None
        subject = page.child(index, "nsubj")
        if token.dep == "relcl" and subject is not None and not page.tokens[subject].tag.startswith("W"):
            return Passed((head,), page.span(page.edges(subject)))
    return None


def _citing_before(
    page: Page, source: list[int], speech: SpeechLexicon, people: PersonLexicon
) -> Passed | None:
    """ "Citing the ministry, Reuters said"."""
    first = page.bounds(source[0])[0]
    if first < source[0] and page.tokens[first].lemma in speech.relays and page.tokens[first].tag == "VBG":
        quoted = _object_after(page, first)
        if quoted is not None and quoted[-1] < source[0] and _can_speak(page, quoted, speech, people):
            return Passed((page.span(quoted),), page.span(range(source[0], source[-1] + 1)))
    return None


def _object_after(page: Page, verb: int) -> range | None:
    """What a participle governs: up to the comma or verb that ends it."""
    limit = page.bounds(verb)[-1]
    end = verb
    while end < limit and end - verb < FAR:
        following = page.tokens[end + 1]
        if following.text in {",", ";", ":", "—", "–"} or following.pos in VERBS:
            break
        end += 1
    while end > verb and page.tokens[end].pos in {"PUNCT", "ADP"}:
        end -= 1
    return range(verb + 1, end + 1) if end > verb else None


def _can_speak(page: Page, tokens: range, speech: SpeechLexicon, people: PersonLexicon) -> bool:
    """Whether words name one who can speak: papers cite officials, and they cite reasons."""
    for index in tokens:
        token = page.tokens[index]
        if token.pos in {"NOUN", "PROPN", "PRON"} and (page.heads[index] not in tokens):
            if token.entity in {"PERSON", "ORG", "GPE", "NORP"} or token.pos == "PROPN":
                return True
            lemma = token.lemma.lower()
            return lemma in people.nouns or lemma in speech.people
    return False


def _handed_on(
    page: Page, attribution: Attribution, speech: SpeechLexicon, people: PersonLexicon
) -> Passed | None:
    """ "She said in a letter seen by the agency"; "in a readout released by the ministry, he said": who shows the document."""
    source, cue = _tokens(page, attribution.source), _tokens(page, attribution.cue)
    papers = people.telling | people.documents
    if not source or any(page.tokens[i].lemma.lower() in papers for i in source):
        return None
    said = {*source, *_tokens(page, attribution.content)}
    for index in page.bounds(source[0]):
        token = page.tokens[index]
        if index in said or token.tag not in PARTICIPLES or token.lemma not in people.showing:
            continue
        # "A readout of the call released": what is released hangs on either noun, and both on the cue.
        above = list(page.above(index))
        verb = next((place for place, i in enumerate(above) if page.tokens[i].pos in VERBS), None)
        if verb is None or above[verb] not in cue:
            continue
        if not any(page.tokens[i].lemma.lower() in papers for i in above[:verb]):
            continue
        by = _after_by(page, range(index + 1, min(index + 2, page.bounds(index)[-1] + 1)), people)
        if by is None or page.tokens[page.inside(by)[0]].tag == "PRP$":
            continue  # "released by his office": his own words
        if _can_speak(page, page.inside(by), speech, people):
            return Passed(attribution.source, by)
    return None


def _retold(
    page: Page, attribution: Attribution, speech: SpeechLexicon, people: PersonLexicon
) -> Passed | None:
    """ "X reiterated Y's warnings that ...", and "Y's warnings, reiterated by X, that ...": Y says it, X tells it again."""
    cue = _tokens(page, attribution.cue)
    verb = next(
        (i for i in cue if page.tokens[i].lemma in people.retelling and page.tokens[i].pos in VERBS), None
    )
    if verb is not None and attribution.source:
        noun = page.child(verb, "dobj", "obj")
        owner = page.child(noun, "poss") if noun is not None else None
        said = noun is not None and _said(page, noun, speech)
        if owner is not None and said and page.tokens[owner].tag != "PRP$":
            return Passed((page.span(page.edges(owner)),), attribution.source[0])
        return None
    noun = next((i for i in cue if _said(page, i, speech)), None)
    if noun is None or not attribution.source:
        return None
    for index in page.below[noun]:
        token = page.tokens[index]
        if token.lemma in people.retelling and token.tag == "VBN":
            by = _after_by(page, range(index + 1, min(index + NEAR, page.bounds(index)[-1] + 1)), people)
            if by:
                return Passed(attribution.source, by)
    for index in range(noun + 2, min(noun + FAR, page.bounds(noun)[-1])):
        # "The warning that the road would be closed, reiterated on Monday by X": wherever the parser hangs it.
        token = page.tokens[index]
        if token.lemma in people.retelling and token.tag == "VBN" and page.tokens[index - 1].text == ",":
            by = _after_by(page, range(index + 1, min(index + NEAR, page.bounds(index)[-1] + 1)), people)
            if by:
                return Passed(attribution.source, by)
    head = page.heads[noun]
    if (
        page.tokens[noun].dep in {"dobj", "obj"}
        and page.tokens[head].lemma in people.retelling | speech.relays
    ):
        teller = _subject(page, head)
        owner = page.child(noun, "poss")
        if teller is not None and owner is not None and page.tokens[owner].tag != "PRP$":
            return Passed(attribution.source, teller)
    return None


def _said(page: Page, noun: int, speech: SpeechLexicon) -> bool:
    token = page.tokens[noun]
    return token.pos == "NOUN" and token.lemma in speech.nouns
