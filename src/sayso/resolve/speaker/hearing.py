"""The pass over a report: its sources are heard in the order in which they stand, for each may point to those before."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.mentions import Attribution
from sayso.resolve.speaker.discourse import Discourse, Heard
from sayso.resolve.speaker.meant import who
from sayso.resolve.speaker.memory import ACTED, SPOKE, Voice
from sayso.resolve.speaker.mentioned import speaking_nouns, take_in
from sayso.resolve.speaker.reader import Reader
from sayso.resolve.speaker.relays import Passed, passed_on
from sayso.resolve.speaker.said import Said, cue_tokens, first_word, place
from sayso.resolve.speaker.unnamed import goes_on
from sayso.resolve.speaker.voices import of_outlet

# So many sentences on, someone whom another quoted is still taken to speak in that other's words.
STILL = 2


def hear(reader: Reader, said: Said, outlet: str | None) -> Sequence[Heard]:
    """Who says what each attribution holds, in the order of the attributions; `outlet` is the report's own."""
    discourse = Discourse(reader, said, speaking_nouns(reader))
    last: int | None = None
    seen = 0
    for index in sorted(range(len(said.attributions)), key=lambda i: place(said.attributions[i])):
        seen = take_in(discourse, seen, place(said.attributions[index]))
        discourse.heard[index] = _heard(discourse, index, last, outlet)
        # What stands within another's words is told by him: who spoke last is still he.
        if said.holders[index] is None:
            last = index
    return discourse.heard


def _heard(discourse: Discourse, index: int, last: int | None, outlet: str | None) -> Heard:
    """Who says what one attribution holds; `last` is the one before that stands in nobody's words, None for none."""
    attribution = discourse.said.attributions[index]
    if attribution.continues and not attribution.source:
        return _continued(discourse, attribution, last)
    if last is not None and _unnamed(discourse, index, last):
        return discourse.heard[last]
    return _named(discourse, index, outlet)


def _continued(discourse: Discourse, attribution: Attribution, last: int | None) -> Heard:
    """A quotation that goes on is the last speaker's, unless someone else has been said to speak since."""
    position = place(attribution)
    since = place(discourse.said.attributions[last]) if last is not None else -1
    before = discourse.heard[last] if last is not None else Heard()
    for mention in discourse.memory.back(discourse.reader.page.sentence_at(position), position, 1):
        voice = mention.voice
        spoke = mention.weight == SPOKE and voice.kind == "person" and mention.start > since
        if spoke and (before.speaker is None or voice.bearer != before.speaker.bearer):
            return Heard(speaker=voice)
    return before


def _unnamed(discourse: Discourse, index: int, last: int) -> bool:
    """Whether words without a speaker are those of who spoke last, and not said within another's words."""
    attribution, reader = discourse.said.attributions[index], discourse.reader
    if attribution.source or discourse.said.holders[index] is not None:
        return False
    return goes_on(reader.page, attribution, reader.speech, reader.people, discourse.heard[last].speaker)


def _named(discourse: Discourse, index: int, outlet: str | None) -> Heard:
    """Who an attribution's own words say it is, and who they say passed it on. Both are remembered."""
    reader, attribution = discourse.reader, discourse.said.attributions[index]
    passed = passed_on(reader.page, attribution, reader.speech, reader.people)
    if passed.relay and passed.speaker != attribution.source and _opens_with_another(discourse.said, index):
        # What is passed on has an attribution of its own: this one is the relay's.
        passed = Passed(attribution.source, None)
    speaker = who(discourse, passed.speaker, index)
    if speaker is None and outlet and _doubts_itself(reader, attribution):
        speaker = of_outlet(outlet)
    if passed.relay:
        teller = who(discourse, (passed.relay,), index)
    else:
        teller = _still_told_by(discourse, speaker, index)
    if teller is not None and speaker is not None and teller.bearer == speaker.bearer:
        teller = None
    if teller is not None:
        teller = _as_paper(teller)
    _note(discourse, index, passed, Heard(speaker=speaker, teller=teller))
    return Heard(speaker=speaker, teller=teller)


def _note(discourse: Discourse, index: int, passed: Passed, heard: Heard) -> None:
    """Remembers who was heard where. Who is told of by another stands out less than who tells."""
    inner = discourse.said.holders[index] is not None
    if heard.teller and heard.speaker:
        sentence = discourse.reader.page.sentence_at(place(discourse.said.attributions[index]))
        discourse.told[heard.speaker.bearer] = (sentence, heard.teller)
    if passed.relay and heard.teller:
        discourse.remember(passed.relay[0], ACTED if inner else SPOKE, heard.teller)
    if passed.speaker and heard.speaker:
        weight = ACTED if inner or heard.teller else SPOKE
        discourse.remember(passed.speaker[0][0], weight, heard.speaker)


def _opens_with_another(said: Said, index: int) -> bool:
    """Whether the content of an attribution begins with the source of another."""
    content = said.attributions[index].content
    sources = (said.attributions[i].source for i in said.inner.get(index, ()))
    return bool(content) and any(s and s[0][0] <= content[0][0] for s in sources)


def _doubts_itself(reader: Reader, attribution: Attribution) -> bool:
    """Whether a doubt is told of nobody, or of "we" only: the outlet's own ("could not be independently verified")."""
    pronoun = reader.speech.pronouns.get(first_word(reader.page, attribution.source))
    if attribution.source and (pronoun is None or pronoun.person != 1):
        return False
    doubts = reader.speech.doubts | reader.speech.doubts_negated
    return any(token.text.lower() in doubts for token in cue_tokens(reader.page, attribution))


def _still_told_by(discourse: Discourse, speaker: Voice | None, index: int) -> Voice | None:
    """ "X, quoted by the paper, said so. He added": what only points to X is the paper's still."""
    page, source = discourse.reader.page, discourse.said.attributions[index].source
    if speaker is None or not source or discourse.said.holders[index] is not None:
        return None
    if speaker.bearer not in discourse.told:
        return None
    sentence, teller = discourse.told[speaker.bearer]
    near = page.sentence_at(source[0][0]) - sentence <= STILL
    return teller if near and first_word(page, source) in discourse.reader.speech.pronouns else None


def _as_paper(teller: Voice) -> Voice:
    """Who quotes others and is no body that the table knows is a paper."""
    unknown = teller.named and teller.kind in {"organisation", "unknown"} and not teller.side
    return msgspec.structs.replace(teller, kind="outlet") if unknown else teller
