"""Who passed an attribution's words on: those in whose words it stands, and the one whom its own sentence tells of.

Read when all sources have been heard: "The road is closed, a guard said, the agency reports" names the outermost last.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.languages.speech import cue_of
from sayso.mentions import Attribution
from sayso.resolve.speaker.discourse import Heard
from sayso.resolve.speaker.memory import Voice
from sayso.resolve.speaker.page import Page
from sayso.resolve.speaker.reader import Reader
from sayso.resolve.speaker.said import Said, cue_tokens

# Stances with which one who is not the speaker tells what was said; who urges or asks tells of nothing said.
TELLING = frozenset({"asserts", "denies", "doubts", "judges", "predicts"})
# So many tell of one another at most.
DEEPEST = 8


def tellers(reader: Reader, said: Said, heard: Sequence[Heard], index: int) -> list[Voice]:
    """Those who passed the words on, outermost first. One may come twice, and the speaker or the outlet among them."""
    attribution, own = said.attributions[index], heard[index]
    # What is no name and no noun for a speaker ("according to its colour") is nobody's words to pass on.
    unknown = own.speaker is not None and own.speaker.kind == "unknown" and not own.speaker.named
    around = [] if unknown and _according(reader, attribution) else _around(reader, said, heard, index)
    return [*around, own.teller] if own.teller is not None else around


def _according(reader: Reader, attribution: Attribution) -> bool:
    cue = tuple(token.text.lower() for token in cue_tokens(reader.page, attribution))
    return cue in reader.speech.according


def _around(reader: Reader, said: Said, heard: Sequence[Heard], index: int) -> list[Voice]:
    """Those in whose words an attribution stands, outermost first."""
    found: list[Voice] = []
    inner, outer = index, said.holders[index]
    while outer is not None and len(found) < DEEPEST:
        by = heard[outer]
        if by.speaker is not None and _tells(reader, said.attributions[outer], said.attributions[inner]):
            found.append(by.speaker)
            if by.teller is not None:
                found.append(by.teller)
        inner, outer = outer, said.holders[outer]
    return found[::-1]


def _tells(reader: Reader, outer: Attribution, inner: Attribution) -> bool:
    """Whether who speaks in one attribution passes on another in its content."""
    page, speech = reader.page, reader.speech
    cue = cue_tokens(page, outer)
    if any(token.text.lower() in speech.negations for token in cue):
        return False
    entry = cue_of(speech, cue)
    if _points_back(page, outer, denies=entry is not None and entry.stance == "denies"):
        return False
    if entry is not None and entry.stance not in TELLING and outer.form != "direct":
        return False
    # "X denied it, as Y assert": Y assert what X denies, not that X does.
    denied = cue_of(speech, cue_tokens(page, inner))
    return not (denied is not None and denied.stance == "denies" and _beside(reader, outer))


def _beside(reader: Reader, attribution: Attribution) -> bool:
    """Whether "as" stands right before a source: "as Y assert"."""
    start = attribution.source[0][0] if attribution.source else 0
    before = reader.page.inside((start - 4, start)) if start else range(0)
    return any(reader.page.tokens[i].text.lower() in reader.people.saying for i in before)


def _points_back(page: Page, attribution: Attribution, *, denies: bool) -> bool:
    """Whether someone speaks of the sentence before ("Kyiv denies it"): the words there are no words of theirs."""
    if not attribution.cue or not attribution.content or attribution.form == "direct":
        return False
    cue = attribution.cue[0][0]
    if denies and all(end < cue for _, end in attribution.content):
        return True
    here = page.sentence_at(cue)
    return all(page.sentence_at(start) < here for start, _ in attribution.content)
