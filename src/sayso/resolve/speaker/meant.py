"""Whom the words of a source mean, where it stands: a name, a title, a description, a pronoun."""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from sayso.mentions import Attribution
from sayso.records import Span
from sayso.resolve.speaker.discourse import Discourse
from sayso.resolve.speaker.memory import ACTED, SPOKE, Voice
from sayso.resolve.speaker.mentioned import is_subject, mentioned
from sayso.resolve.speaker.reader import Described
from sayso.resolve.speaker.said import first_word
from sayso.resolve.speaker.sources import describe
from sayso.stretches import covers, merged

# So many characters from the start of a sentence its first noun phrase begins.
NEAR = 30
# So many nouns back within a quotation its pronouns are followed.
NEARBY = 8
# So many sentences with someone in them a third person in a quotation is looked for before it.
OUTSIDE = 2


def who(discourse: Discourse, spans: tuple[Span, ...], index: int) -> Voice | None:
    """The voice that the spans of a source mean; `index` is the attribution whose source they are.

    None for no spans, for words that name nobody, and for a pronoun that fits nobody. The head of what meant someone
    is noted, lest the memory take it in a second time as a mere noun.
    """
    described = describe(discourse.reader, spans) if spans else None
    if described is None:
        unread = spans and not any(discourse.reader.page.inside(span) for span in spans)
        return discourse.voices.unread(spans[0]) if unread else None
    voice = _meant(discourse, described, index)
    if voice is not None:
        discourse.heads.add(described.head)
    return voice


def _meant(discourse: Discourse, described: Described, index: int) -> Voice | None:
    """The voice that a source means, once read: the surest way first, in the end whoever the words describe."""
    voices, pointing, likely = discourse.voices, discourse.pointing, discourse.likely
    content = discourse.said.attributions[index].content
    if described.sort == "pronoun":
        return _pronoun(discourse, described, index)
    if (state := voices.of_state(described)) is not None:
        return state
    if described.sort == "name" and described.name is not None:
        return voices.of_name(described.name, described)
    if found := likely.issuer(described):
        return found
    if described.definite and (found := _titled(discourse, described, content)):
        return found
    if found := likely.known_body(described):
        return found
    if described.definite and (found := pointing.body(described) or pointing.employer(described)):
        return found
    if found := likely.person(described, content):
        return found
    return _with_owners_side(discourse, voices.of_description(described), described, index)


def _titled(discourse: Discourse, described: Described, content: tuple[Span, ...]) -> Voice | None:
    """Whom "the president" means. Where he too was only described ("the expert"), a name that fits goes before."""
    found = discourse.pointing.title(described, content=content)
    if found is None or found.named:
        return found
    people = discourse.reader.people
    if found.known or described.lemma in people.vague - people.unnamed:
        return discourse.likely.person(described, content) or found
    return found


def _with_owners_side(discourse: Discourse, voice: Voice, described: Described, index: int) -> Voice:
    """ "His government" is on the side of whom "his" means."""
    page, pronouns = discourse.reader.page, discourse.reader.speech.pronouns
    first = page.inside(described.span)[0]
    token = page.tokens[first]
    pronoun = token.text.lower()
    owned = token.tag == "PRP$" and pronoun in pronouns
    if not owned or voice.side or voice.named or voice.kind == "unknown":
        return voice
    own = msgspec.structs.replace(
        described, sort="pronoun", head=first, lemma=pronoun, span=(token.start, token.end)
    )
    owner = _pronoun(discourse, own, index)
    return msgspec.structs.replace(voice, side=owner.side) if owner else voice


def _pronoun(discourse: Discourse, described: Described, index: int) -> Voice | None:
    """Whom a pronoun means: what is said word for word has other persons in it than the text around it."""
    pronoun, said = discourse.reader.speech.pronouns[described.lemma], discourse.said
    if pronoun.person != 3:
        # Within a quotation it is who is quoted; elsewhere the writer, or someone nobody can tell.
        holder = said.holders[index]
        return discourse.heard[holder].speaker if holder is not None and pronoun.person == 1 else None
    if covers(said.quoted, described.span[0]):
        return _within(discourse, described, index) or _spoken_of(discourse, described, index)
    attribution = said.attributions[index]
    opened = _behind_colon(discourse, described, attribution)
    return opened or discourse.pointing.pronoun(described, attribution.content)


def _within(discourse: Discourse, described: Described, index: int) -> Voice | None:
    """ "A guard told me ..., he said" within a quotation: whom the words before in the same quotation name."""
    reader, said = discourse.reader, discourse.said
    holder = said.holders[index]
    if holder is None:
        return None
    pronoun, spoken = reader.speech.pronouns[described.lemma], merged(said.attributions[holder].content)
    before = bisect_left(discourse.nouns, described.head)
    for noun in reversed(discourse.nouns[max(0, before - NEARBY) : before]):
        if not covers(spoken, reader.page.tokens[noun].start):
            return None
        voice = mentioned(discourse, noun) if is_subject(reader, noun) else None
        if voice is not None and discourse.pointing.fits(pronoun, voice, ACTED) == "yes":
            return voice
    return None


def _spoken_of(discourse: Discourse, described: Described, index: int) -> Voice | None:
    """ "The officer stopped. "He said so," the woman recalled": "he" in her words is not herself."""
    said, pronouns = discourse.said, discourse.reader.speech.pronouns
    holder = said.holders[index]
    if holder is None or pronouns[described.lemma].gender not in {"male", "female"}:
        return None
    teller, source = discourse.heard[holder].speaker, said.attributions[holder].source
    if teller is None:
        # Who tells is named only behind the words; a pronoun there may mean whoever would be found.
        if not source or first_word(discourse.reader.page, source) in pronouns:
            return None
        teller = who(discourse, source, holder)
    but = teller.bearer if teller is not None else ""
    return discourse.pointing.pronoun(described, said.attributions[index].content, OUTSIDE, but)


def _behind_colon(discourse: Discourse, described: Described, attribution: Attribution) -> Voice | None:
    """ "A spokesman denied it: cars could still pass, he said": he who opened the sentence goes on after the colon."""
    if attribution.form == "direct" or not attribution.content:
        return None
    page = discourse.reader.page
    pronoun = discourse.reader.speech.pronouns[described.lemma]
    opening, position = attribution.content[0][0], described.span[0]
    if not any(mark in page.text[opening:position] for mark in ":;"):
        return None
    for mention in discourse.memory.back(page.sentence_at(position), position, 2):
        voice, span = mention.voice, mention.voice.span
        near = span is not None and abs(span[0] - opening) <= NEAR and mention.start - opening <= NEAR
        if near and not voice.named and discourse.pointing.fits(pronoun, voice, SPOKE) != "no":
            return voice
    return None
