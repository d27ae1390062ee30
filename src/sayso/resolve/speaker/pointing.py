"""Whom a pronoun or a title means: "he", "they", "the president", "the same ministry"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from sayso.languages.person import PersonLexicon
from sayso.languages.speech import Pronoun
from sayso.records import ActorKind, Span
from sayso.resolve.actors import find_actor
from sayso.resolve.speaker.memory import ACTED, SPOKE, Memory, Voice
from sayso.resolve.speaker.offices import office, plain
from sayso.resolve.speaker.reader import Described, Reader
from sayso.resolve.speaker.roles import Role
from sayso.resolve.speaker.sides import side_of
from sayso.resolve.speaker.voices import Voices
from sayso.stretches import covers, merged

# Sentences with someone in them that a search looks back over. "The president" stays the president for long; a noun
# that is no source is only looked up nearby.
REACH_PERSON, REACH_BODY, REACH_TITLE, REACH_NOUN = 6, 3, 40, 12
BODIES = frozenset({"organisation", "outlet", "armed group", "state", "unknown"})
Fit = Literal["yes", "no", "perhaps"]


class Pointing:
    """Looks back through the memory of one report."""

    def __init__(self, reader: Reader, voices: Voices, memory: Memory) -> None:
        self.reader, self.voices, self.memory = reader, voices, memory
        self._titled: dict[str, list[str]] = defaultdict(list)
        for cluster, roles in voices.roles.items():
            for word in {plain(reader.people, w) for role in roles for w in role.words}:
                self._titled[word].append(cluster)
        # Persons of the report of whose offices only the table tells.
        self._officials = list(
            dict.fromkeys(n.cluster for n in reader.names.all if n.actor is not None and n.actor.offices)
        )

    def pronoun(
        self, described: Described, content: Sequence[Span], reach: int = 0, but: str = ""
    ) -> Voice | None:
        """Who a pronoun of the third person is: by gender and number, who spoke last first. None where nobody fits.

        `content` are the spans of what is said: nobody in them says it. `reach` is the number of sentences looked
        back over, 0 for the usual one; `but` is a bearer that is not meant.
        """
        pronoun = self.reader.speech.pronouns[described.lemma]
        position = described.span[0]
        here = self.reader.page.sentence_at(position)
        person = pronoun.gender in {"male", "female"}
        said = merged(content)
        second: Voice | None = None
        reach = reach or (REACH_PERSON if person else REACH_BODY)
        for mention in self.memory.back(here, position, reach):
            if covers(said, mention.start) or mention.voice.bearer == but:
                continue
            same_sentence = self.reader.page.sentence_at(mention.start) == here
            if same_sentence and mention.weight < ACTED:
                continue
            fit = self.fits(pronoun, mention.voice, mention.weight)
            if fit == "yes":
                if person and mention.voice.gender == "any":
                    self.memory.genders[mention.voice.bearer] = pronoun.gender
                return mention.voice
            if fit == "perhaps":
                second = second or mention.voice
        return second

    def fits(self, pronoun: Pronoun, voice: Voice, weight: int) -> Fit:
        """Whether a pronoun can mean a voice; "perhaps" where a better one may come."""
        if pronoun.gender in {"male", "female"}:
            gender = self.memory.gender(voice)
            if voice.plural or gender not in {pronoun.gender, "any"}:
                return "no"
            if voice.kind == "person":
                return "yes" if gender != "any" or weight >= ACTED else "perhaps"
            return "perhaps" if voice.kind == "unknown" and voice.named and weight >= ACTED else "no"
        if pronoun.number == "singular":
            return "yes" if voice.kind in BODIES and not voice.plural and weight >= ACTED else "no"
        if voice.plural or voice.kind == "group":
            return "yes" if weight >= ACTED else "no"
        if weight < SPOKE:
            return "no"
        unnamed = voice.kind == "person" and not voice.named
        return "perhaps" if unnamed or voice.kind in {"organisation", "armed group", "outlet"} else "no"

    def title(
        self, described: Described, reach: int = REACH_TITLE, content: Sequence[Span] = ()
    ) -> Voice | None:
        """Whom "the president", "the source", "the same ministry" mean, None where the report told of none before.

        Nobody in `content`, the spans of what is said, says it.
        """
        said = merged(content)
        tokens, people = self.reader.page.tokens, self.reader.people
        noun = people.nouns.get(described.lemma)
        of_person = noun is not None and noun.kind == "person"
        side = side_of(self.reader, described)
        plural = tokens[described.head].tag in {"NNS", "NNPS"}
        extra = self._further_words(described, side)
        here = self.reader.page.sentence_at(described.span[0])
        for mention in self.memory.back(here, described.span[0], reach):
            voice = mention.voice
            if (
                covers(said, mention.start)
                or voice.plural != plural
                or (side and voice.side and side != voice.side)
            ):
                continue
            if voice.named and voice.kind == "person":
                if of_person and self._bears(voice, described.lemma, extra):
                    return voice
            elif extra <= voice.words and (
                described.lemma == voice.lemma or (voice.named and described.lemma in voice.words)
            ):
                return voice
        return self._only_bearer(described.lemma, extra, side) if of_person and not plural else None

    def body(self, described: Described) -> Voice | None:
        """Which body "the group", "the newspaper" mean: the last one named that spoke or acted; None where none did."""
        people = self.reader.people
        noun = people.nouns.get(described.lemma)
        if noun is None or described.lemma not in people.generic:
            return None
        if any(w not in people.demonyms for w in described.words - {described.lemma}):
            return None
        if self.reader.page.tokens[described.head].tag in {"NNS", "NNPS"}:
            return None
        here = self.reader.page.sentence_at(described.span[0])
        for mention in self.memory.back(here, described.span[0], REACH_BODY):
            voice = mention.voice
            if (
                voice.named
                and not voice.plural
                and (mention.weight >= ACTED or noun.kind == "outlet")
                and self._is_body(voice, noun.kind, described.lemma)
            ):
                return voice
        return None

    def employer(self, described: Described) -> Voice | None:
        """Whose people "the analysts", "the diplomats" are: the body that spoke last; None where a person did."""
        head = self.reader.page.tokens[described.head]
        staff = head.tag == "NNS" and described.lemma in self.reader.people.staff
        if not staff or not described.definite or described.words - {described.lemma}:
            return None
        here = self.reader.page.sentence_at(described.span[0])
        for mention in self.memory.back(here, described.span[0], REACH_BODY):
            if mention.weight >= SPOKE:
                return mention.voice if mention.voice.kind == "organisation" and mention.voice.named else None
        return None

    def _is_body(self, voice: Voice, kind: ActorKind, lemma: str) -> bool:
        """Whether a voice is of a noun's kind. An agency, a group may be of any but a state; a paper is a paper."""
        if voice.kind == "outlet":
            return kind == "outlet" or lemma in self.reader.people.either
        return kind != "outlet" and voice.kind in {"organisation", "armed group"}

    def _further_words(self, described: Described, side: str | None) -> frozenset[str]:
        """The words of a title that its bearer's must have too: not the noun, and not the state, which `side` checks."""
        own = {described.lemma, self.reader.page.tokens[described.head].lemma.lower()}
        demonyms, actors = self.reader.people.demonyms, self.reader.actors
        realm = self.reader.people.realm

        def names_side(word: str) -> bool:
            actor = find_actor(actors, word.capitalize()) or find_actor(actors, word.upper())
            return side is not None and actor is not None and actor.side == side

        return frozenset(
            w
            for w in described.words - own
            if w not in demonyms and not names_side(w) and not (side and w in realm)
        )

    def bears(self, voice: Voice, described: Described) -> bool:
        """Whether a person is known to bear the title of a description."""
        extra = self._further_words(described, side := side_of(self.reader, described))
        return not (side and voice.side and side != voice.side) and self._bears(voice, described.lemma, extra)

    def _bears(self, voice: Voice, lemma: str, extra: frozenset[str]) -> bool:
        if any(
            is_role(self.reader.people, role, lemma, extra)
            for role in self.voices.roles.get(voice.bearer, ())
        ):
            return True
        return self._holds(voice.bearer, lemma, extra)

    def _holds(self, bearer: str, lemma: str, extra: frozenset[str]) -> bool:
        """Whether the table of actors says that a person holds an office."""
        people = self.reader.people
        name = self.voices.bearer(bearer)
        offices = name.actor.offices if name is not None and name.actor is not None else ()
        found = (office(people, _words(people, o))[0] for o in offices)
        return any(is_role(people, Role(words[-1], frozenset(words), None), lemma, extra) for words in found)

    def _bearers_of(self, lemma: str, told: bool) -> list[str]:
        """The persons with a title that a noun could stand for; `told` where it says of which body."""
        people, own = self.reader.people, plain(self.reader.people, lemma)
        alike = [own, *(sorted(people.heading) if told and own in people.heading else ())]
        alike += sorted(people.leading) if own in people.leading else ()
        return list(dict.fromkeys(c for word in alike for c in self._titled.get(word, ())[:8]))

    def _only_bearer(self, lemma: str, extra: frozenset[str], side: str | None) -> Voice | None:
        """The one person in the whole report with this title, where there is only one; else the table's only one."""
        people, roles = self.reader.people, self.voices.roles
        told = [
            cluster
            for cluster in self._bearers_of(lemma, bool(extra))
            if any(
                is_role(people, r, lemma, extra) and not (side and r.side and side != r.side)
                for r in roles[cluster]
            )
        ]
        able = [c for c in told if not self._elsewhere(c, side)]
        if not told and side:
            able = [
                c for c in self._officials if not self._elsewhere(c, side) and self._holds(c, lemma, extra)
            ]
        name = self.voices.bearer(able[0]) if len(able) == 1 else None
        return self.voices.of_name(name) if name is not None else None

    def _elsewhere(self, bearer: str, side: str | None) -> bool:
        """Whether a person is known to speak for another side."""
        name = self.voices.bearer(bearer)
        own = self.voices.of_name(name).side if name is not None else None
        return bool(side and own and own != side)


def is_role(people: PersonLexicon, role: Role, lemma: str, extra: frozenset[str]) -> bool:
    """Whether a title is meant by a noun: every further word of the noun must be one of the title's."""
    own, words = plain(people, lemma), {plain(people, w) for w in role.words}
    further = {plain(people, w) for w in extra}
    heads = bool(further) and own in people.heading and bool(people.heading & (words - further))
    heads = heads or (own in people.leading and bool(people.leading & words))
    return (plain(people, role.lemma) == own or own in words or heads) and further <= words


def _words(people: PersonLexicon, phrase: str) -> list[str]:
    return [w for w in phrase.replace("-", " ").split() if w not in people.articles]
