"""The speakers of a report's attributions, and who passed their words on."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.languages.person import PersonLexicon
from sayso.languages.speech import SpeechLexicon
from sayso.mentions import Attribution, Sentence
from sayso.records import Record, Relay, Speaker
from sayso.resolve.actors import Actors, key
from sayso.resolve.speaker.hearing import hear
from sayso.resolve.speaker.memory import Voice
from sayso.resolve.speaker.names import Names
from sayso.resolve.speaker.own import own_outlet
from sayso.resolve.speaker.page import Page
from sayso.resolve.speaker.reader import Reader
from sayso.resolve.speaker.said import said_in
from sayso.resolve.speaker.tellers import tellers


class Resolved(Record, frozen=True, kw_only=True):
    """Who says it, None where nobody is named or nobody can be told; who passed it on, outermost first."""

    speaker: Speaker | None
    relays: tuple[Relay, ...] = ()


def resolve_speakers(
    text: str,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    lexicon: SpeechLexicon,
    people: PersonLexicon,
    actors: Actors,
    outlet: str | None = None,
) -> tuple[Resolved, ...]:
    """One result an attribution, in the same order.

    A name is the fullest form that this report gives, without titles; a pronoun or a title stands for whom it means; a
    source without a name is kept as described, without its article. Pronouns go by gender, number and nearness to who
    spoke last. `outlet` is the report's own: it relays nothing, and doubts in its own voice are its own.
    """
    page = Page(text, sentences)
    reader = Reader(page, Names(page, people, actors), lexicon, people, actors)
    said = said_in(attributions)
    heard = hear(reader, said, outlet)
    # An outlet that was only worked out from the text relays nothing either, but no doubt is laid at its door.
    own = outlet or own_outlet(reader)
    return tuple(
        _resolved(by.speaker, tellers(reader, said, heard, index), own, people.reporters)
        for index, by in enumerate(heard)
    )


def _resolved(
    voice: Voice | None, told_by: Sequence[Voice], own: str | None, reporters: frozenset[str]
) -> Resolved:
    """The result for one attribution: everyone once, where he stands outermost, and neither speaker nor outlet a relay."""
    speaker = Speaker(name=voice.name, kind=voice.kind, side=voice.side, span=voice.span) if voice else None
    relays: list[Relay] = []
    taken = {voice.bearer} if voice else set()
    for teller in told_by:
        if teller.bearer in taken or (own is not None and _is_outlet(teller, own, reporters)):
            continue
        taken.add(teller.bearer)
        relays.append(Relay(name=teller.name, kind=teller.kind, span=teller.span))
    return Resolved(speaker=speaker, relays=tuple(relays))


def _is_outlet(voice: Voice, own: str, reporters: frozenset[str]) -> bool:
    """Whether a voice is the report's own outlet, or one of its reporters ("a correspondent of ...")."""
    theirs = not voice.named and voice.lemma in reporters and own in voice.name
    return theirs or key(voice.name) == key(own)
