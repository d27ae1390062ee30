"""Whom a description most likely means where no title of the report says so: "the politician", "the former spy",
"the report"; and who is named only after a lead has described him."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.records import Span
from sayso.resolve.speaker.memory import ACTED, SPOKE, Memory, Voice
from sayso.resolve.speaker.names import Name
from sayso.resolve.speaker.offices import plain
from sayso.resolve.speaker.pointing import Pointing
from sayso.resolve.speaker.reader import Described, Reader
from sayso.resolve.speaker.sides import side_of
from sayso.resolve.speaker.sources import issuer
from sayso.resolve.speaker.voices import Voices
from sayso.stretches import covers, merged

# Sentences with someone in them that are asked, and so many persons in them.
REACH, PERSONS = 8, 3
# A lead is so many sentences; whom it describes is named in so many after it.
LEAD, AHEAD = 3, 8
# Names behind a lead that are looked at.
NAMES = 12
# Tokens before "the report" among which the words may stand that say whose it is.
BACK = 400


class Likely:
    """Looks round for the one that a description fits, in the memory of one report and in the lines after a lead."""

    def __init__(self, reader: Reader, voices: Voices, memory: Memory, pointing: Pointing) -> None:
        self.reader, self.voices, self.memory, self.pointing = reader, voices, memory, pointing
        self._bodies: dict[frozenset[str], Name] = {}
        for name in reader.names.all:
            if name.actor is not None and name.kind != "person":
                for called in name.actor.offices:
                    self._bodies.setdefault(self._words(called.split()), name)
        self._starts = [name.span[0] for name in reader.names.all]

    def person(self, described: Described, content: Sequence[Span]) -> Voice | None:
        """The person who spoke last and whom a singular description of a person fits, else the one a lead keeps back."""
        tokens, noun = self.reader.page.tokens, self.reader.people.nouns.get(described.lemma)
        if noun is None or noun.kind != "person" or tokens[described.head].tag not in {"NN", "NNP"}:
            return None
        # What is told of him behind the noun ("the diplomat in charge of ...") says that he is someone new.
        short = self._ends_with_head(described) or described.lemma in self.reader.people.hosted
        before = self._before(described, content) if described.definite and short else None
        return before or self._named_after(described)

    def _ends_with_head(self, described: Described) -> bool:
        return self.reader.page.tokens[described.head].end >= described.span[1]

    def _before(self, described: Described, content: Sequence[Span]) -> Voice | None:
        position, said = described.span[0], merged(content)
        here = self.reader.page.sentence_at(position)
        seen: set[str] = set()
        for mention in self.memory.back(here, position, REACH):
            voice = mention.voice
            if covers(said, mention.start) or voice.kind != "person" or mention.weight < ACTED:
                continue
            unnamed = mention.weight == SPOKE and described.lemma in self.reader.people.unnamed
            if (voice.named or unnamed) and self._fits(described, voice):
                return voice
            seen.add(voice.bearer)
            if len(seen) >= PERSONS:
                return None
        return None

    def _fits(self, described: Described, voice: Voice) -> bool:
        """Whether nothing that the report or the table says of a person stands against a description."""
        people = self.reader.people
        noun, gender = people.nouns[described.lemma], self.memory.gender(voice)
        if noun.gender in {"male", "female"} and gender in {"male", "female"} and noun.gender != gender:
            return False
        side = side_of(self.reader, described)
        if side and voice.side and side != voice.side:
            return False
        page, vague = self.reader.page, described.lemma in people.vague
        past = any(page.tokens[i].text.lower() in people.past for i in page.below[described.head])
        if vague != past:
            return described.lemma not in people.learned or not self._in_office(voice)
        if gender not in {"male", "female"}:
            return False  # nothing says that it is a person's name
        own = plain(people, described.lemma)
        offices = [r.lemma for r in self.voices.roles.get(voice.bearer, ()) if r.lemma not in people.ranks]
        if any(o in people.vague or plain(people, o) == own for o in offices):
            return True
        if offices:
            heading = people.heading - people.leading
            return own in heading and any(o in heading for o in offices)
        name = self.voices.bearer(voice.bearer)
        return name is None or name.actor is None or not name.actor.offices

    def _in_office(self, voice: Voice) -> bool:
        """Whether a person leads a state, as the table has it: no analyst is meant."""
        people, name = self.reader.people, self.voices.bearer(voice.bearer)
        offices = name.actor.offices if name is not None and name.actor is not None else ()
        return any(plain(people, word) in people.leading for office in offices for word in office.split())

    def _named_after(self, described: Described) -> Voice | None:
        """ "An expert said so. X Y, a professor, warned ...": the first to speak behind a lead that names nobody."""
        page, end = self.reader.page, described.span[1]
        here = page.sentence_at(described.span[0])
        if here >= LEAD:
            return None
        first = bisect_right(self._starts, end)
        for name in self.reader.names.all[first : first + NAMES]:
            if page.sentence_of[name.tokens[0]] > here + AHEAD:
                return None
            if name.kind != "person" or not name.subject:
                continue
            voice = self.voices.of_name(name)
            if self.pointing.bears(voice, described):
                return voice
            if self._speaks(name):
                # "A driver" may be anyone; "an expert" is whom the next line names.
                people = self.reader.people
                able = described.definite or described.lemma in people.vague - people.unnamed
                return voice if able and self._fits(described, voice) else None
        return None

    def _speaks(self, name: Name) -> bool:
        page = self.reader.page
        heads = (page.tokens[page.heads[i]] for i in range(name.tokens[0], name.tokens[1] + 1))
        return any(h.lemma in self.reader.speech.verbs for h in heads)

    def known_body(self, described: Described) -> Voice | None:
        """Which body of the report the table calls so ("a monitoring group", "the alliance"); None where none is."""
        name = self._bodies.get(self._words([*described.words, described.lemma]))
        return self.voices.of_name(name) if name is not None else None

    def _words(self, words: Sequence[str]) -> frozenset[str]:
        return frozenset(plain(self.reader.people, w) for w in words)

    def issuer(self, described: Described) -> Voice | None:
        """Who speaks in "the report": whose it is said to be before, or right after a lead, else who spoke last."""
        page, people = self.reader.page, self.reader.people
        pointed = described.definite or page.sentence_at(described.span[0]) == 0
        if described.lemma not in people.telling or page.tokens[described.head].tag != "NN" or not pointed:
            return None
        head, here = described.head, page.sentence_at(described.span[0])
        ahead = BACK if here < LEAD else 0
        near = [
            *range(head - 1, max(-1, head - BACK), -1),
            *range(head + 1, min(head + ahead, len(page.tokens))),
        ]
        for index in near:
            token = page.tokens[index]
            if token.pos == "NOUN" and token.lemma in people.telling:
                found = issuer(self.reader, index)
                if found is None or found.sort == "pronoun":
                    continue
                voice = self.voices.of_name(found.name) if found.name else self.voices.of_description(found)
                if voice.kind in {"person", "organisation", "group"}:
                    return voice
        if not self._ends_with_head(described):
            return None
        for mention in self.memory.back(here, described.span[0], REACH):
            voice = mention.voice
            able = voice.named or voice.kind == "organisation"
            if (
                mention.weight >= SPOKE
                and able
                and not voice.plural
                and voice.kind in {"person", "organisation"}
            ):
                return voice
        return None
