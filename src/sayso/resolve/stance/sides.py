"""Whose side a speaker is on, and which subjects are that side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from sayso.languages.speech import SpeechLexicon
from sayso.languages.stance import StanceLexicon
from sayso.mentions import Token
from sayso.records import Record
from sayso.resolve.actors import actors, find_actor


class Speaking(Record, frozen=True, kw_only=True):
    """`pronouns` are those under which this speaker talks of the own side, lower case; `side` is a state or an alliance."""

    pronouns: frozenset[str]
    side: str | None


def speaking(
    source: Sequence[Token], head: Token | None, direct: bool, lexicon: SpeechLexicon, words: StanceLexicon
) -> Speaking:
    """Who the words of a source make the speaker: "it" is a ministry, no minister and no critics."""
    pronouns = words.first if direct else _own_pronouns(head, lexicon, words)
    return Speaking(pronouns=pronouns, side=_side(source, words))


def own_phrase(
    phrase: Iterable[Token], speaker: Speaking, words: StanceLexicon
) -> Literal["own", "side", "other"]:
    """Whether a noun phrase names the speaker's own side. An unknown side may be the speaker's: "side"."""
    side = _side(sorted(phrase, key=lambda t: t.start), words)
    if side is None:
        return "other"
    if speaker.side is None:
        return "side"
    return "own" if side == speaker.side else "other"


def _side(tokens: Iterable[Token], words: StanceLexicon) -> str | None:
    """The first state or alliance that words name, by its own name, a capital, a demonym or one of its leaders."""
    before = ""
    for token in tokens:
        two, before = f"{before} {token.text.lower()}", token.text.lower()
        known = words.sides.get(two) or words.sides.get(token.text) or words.sides.get(token.text.lower())
        if known:
            return known
        actor = find_actor(actors(), token.text) if token.pos == "PROPN" else None
        if actor and actor.side:
            return actor.side
    return None


def _own_pronouns(speaker: Token | None, lexicon: SpeechLexicon, words: StanceLexicon) -> frozenset[str]:
    if speaker is None:
        return words.own
    lower = speaker.text.lower()
    if speaker.tag in {"NNS", "NNPS"}:
        singular = {w for w in words.own if w in lexicon.pronouns and lexicon.pronouns[w].number != "plural"}
        return words.own - (singular - words.first)
    if speaker.entity == "PERSON" or lower in lexicon.titles | words.persons:
        return words.own & (words.first | words.persons)
    return words.own
