"""Words without a speaker that go on with what was said last: "it was emphasised", "as noted", "we read", "- said"."""

from __future__ import annotations

from sayso.languages.person import PersonLexicon
from sayso.languages.speech import SpeechLexicon
from sayso.mentions import Attribution
from sayso.resolve.speaker.memory import Voice
from sayso.resolve.speaker.page import SUBJECTS, Page

# A past tense without its subject is easily taken for a participle.
PAST = frozenset({"VBD", "VBN", "VBZ"})
DASHES = frozenset({"-", "–", "—"})
BODIES = frozenset({"organisation", "outlet", "armed group", "state"})


def goes_on(
    page: Page, attribution: Attribution, speech: SpeechLexicon, people: PersonLexicon, last: Voice | None
) -> bool:
    """Whether an attribution with a cue and no source goes on with the words of who spoke last.

    Nobody says of a person that "it was emphasised": what has no speaker goes on with a body's document only. Nor is
    "it was reported" the words of whoever spoke last, for anyone may have reported it.
    """
    cue = [i for span in attribution.cue for i in page.inside(span)]
    verb = next((i for i in reversed(cue) if page.tokens[i].pos in {"VERB", "AUX"}), None)
    if verb is None or last is None:
        return False
    if page.tokens[verb].dep == "auxpass" and page.heads[verb] in cue:
        verb = page.heads[verb]  # "is underscored", which the parser takes for an adjective
    if _alone(page, verb, speech):
        return True
    without = _passive(page, verb, speech, people) or _read(page, verb, speech, people)
    return last.kind in BODIES and (without or _as(page, verb, people))


def _subjects(page: Page, verb: int) -> list[str]:
    """The subject right before a verb, in lower case; an earlier one is the subject of what is said."""
    return [page.tokens[i].text.lower() for i in page.below[verb] if page.tokens[i].dep in SUBJECTS][-1:]


def _alone(page: Page, verb: int, speech: SpeechLexicon) -> bool:
    """A verb of saying that stands alone between a dash and another mark: "We will answer - said."."""
    around, entry = page.bounds(verb), speech.verbs.get(page.tokens[verb].lemma)
    if entry is None or not entry.says or verb - 1 not in around or verb + 1 not in around:
        return False
    dashed = page.tokens[verb - 1].text in DASHES and page.tokens[verb + 1].pos == "PUNCT"
    return dashed and page.tokens[verb].tag in PAST and not _subjects(page, verb)


def _passive(page: Page, verb: int, speech: SpeechLexicon, people: PersonLexicon) -> bool:
    """ "It was emphasised", "was emphasised in a statement"."""
    passive = any(page.tokens[i].dep == "auxpass" for i in page.below[verb])
    empty = all(word in speech.words.empty for word in _subjects(page, verb))
    return passive and empty and page.tokens[verb].lemma in people.continuing


def _as(page: Page, verb: int, people: PersonLexicon) -> bool:
    """ "As noted"."""
    before = page.tokens[verb - 1].text.lower() if verb - 1 in page.bounds(verb) else ""
    tagged = page.tokens[verb].tag in {"VBN", "VBD"} and page.tokens[verb].lemma in people.continuing
    return tagged and before in people.saying


def _read(page: Page, verb: int, speech: SpeechLexicon, people: PersonLexicon) -> bool:
    """ "We read", "you can read"."""
    readers = [speech.pronouns.get(word) for word in _subjects(page, verb)]
    meant = bool(readers) and all(r is not None and r.person != 3 for r in readers)
    return meant and page.tokens[verb].lemma in people.reading
