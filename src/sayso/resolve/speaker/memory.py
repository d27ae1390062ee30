"""Who has been spoken of so far: the memory in which pronouns and titles find whom they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sayso.languages.speech import Gender
from sayso.records import ActorKind, Record, Span

SPOKE, ACTED, NAMED = 3, 2, 1
# Sentences without anyone in them do not count; these limits keep every search short.
FURTHEST = 60
WIDEST = 48


class Voice(Record, frozen=True, kw_only=True):
    """One who could be meant. `bearer` is the same for all mentions of one; `words` are lemmas by which "the ..."
    could point to it, `lemma` the noun that it was described with; `known` is True for a description that points to
    someone told of elsewhere ("the former spy").
    """

    name: str
    kind: ActorKind
    side: str | None
    span: Span | None
    bearer: str
    gender: Gender
    plural: bool
    lemma: str
    words: frozenset[str]
    named: bool
    known: bool = False


class Mention(Record, frozen=True, kw_only=True):
    """A voice at a place of the text, with how much it stands out there."""

    start: int
    weight: int
    voice: Voice


class Memory:
    """Mentions by sentence, asked from the latest to the earliest."""

    def __init__(self) -> None:
        self._sentences: dict[int, list[Mention]] = defaultdict(list)
        self.genders: dict[str, Gender] = {}

    def add(self, sentence: int, mention: Mention) -> None:
        """Takes a mention in. Of very many in one sentence only the last are kept."""
        here = self._sentences[sentence]
        here.append(mention)
        if len(here) > WIDEST:
            del here[: WIDEST // 2]

    def back(self, sentence: int, position: int, reach: int) -> Iterator[Mention]:
        """Mentions before a position, nearest sentence first; within one, who spoke last, who acted first, the rest."""
        for number in range(sentence, max(-1, sentence - FURTHEST), -1):
            here = [m for m in self._sentences.get(number, ()) if m.start < position]
            if not here:
                continue
            yield from sorted(here, key=lambda m: (-m.weight, -m.start if m.weight == SPOKE else m.start))
            reach -= 1
            if reach <= 0:
                return

    def gender(self, voice: Voice) -> Gender:
        """A voice's gender, as its name gives it or an earlier pronoun did."""
        return self.genders.get(voice.bearer, voice.gender) if voice.gender == "any" else voice.gender
