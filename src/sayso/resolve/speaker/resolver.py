"""The speakers of a report's attributions, and who passed their words on."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from sayso.languages.person import PersonLexicon
from sayso.languages.speech import SpeechLexicon, cue_of
from sayso.mentions import Attribution, Sentence, Token
from sayso.records import Record, Relay, Span, Speaker
from sayso.resolve.actors import Actors, key
from sayso.resolve.speaker.chain import holders
from sayso.resolve.speaker.likely import Likely
from sayso.resolve.speaker.memory import ACTED, NAMED, SPOKE, Memory, Mention, Voice
from sayso.resolve.speaker.names import Name, Names
from sayso.resolve.speaker.own import own_outlet
from sayso.resolve.speaker.page import SUBJECTS, Page
from sayso.resolve.speaker.pointing import REACH_NOUN, Pointing
from sayso.resolve.speaker.reader import Described, Reader
from sayso.resolve.speaker.relays import Passed, passed_on
from sayso.resolve.speaker.sources import describe
from sayso.resolve.speaker.unnamed import goes_on
from sayso.resolve.speaker.voices import Voices, of_outlet
from sayso.stretches import covers, merged

# Words of a noun phrase that is no source are read up to here on either side.
LONGEST = 12
# Stances with which one who is not the speaker tells what was said; who urges or asks tells of nothing said.
TELLING = frozenset({"asserts", "denies", "doubts", "judges", "predicts"})
DEEPEST = 8
# Relations of the verbs of side clauses.
ASIDE = frozenset({"relcl", "advcl", "acl", "pcomp"})
# So many characters from the start of a sentence its first noun phrase begins.
NEAR = 30
# So many nouns back within a quotation its pronouns are followed.
NEARBY = 8
# So many sentences with someone in them a third person in a quotation is looked for before it.
OUTSIDE = 2
# So many sentences on, someone whom another quoted is still taken to speak in that other's words.
STILL = 2


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
    return _Hearing(reader, attributions, outlet).run()


class _Hearing:
    """One pass over a report, in the order in which its sources stand."""

    def __init__(self, reader: Reader, attributions: Sequence[Attribution], outlet: str | None) -> None:
        self.reader, self.page = reader, reader.page
        self.attributions, self.outlet = attributions, outlet
        self.own = outlet or own_outlet(reader)
        self.holders = holders(attributions)
        self.inner: dict[int, list[int]] = defaultdict(list)
        for index, holder in enumerate(self.holders):
            if holder is not None:
                self.inner[holder].append(index)
        self.contents = merged(span for a in attributions for span in a.content)
        self.quoted = merged(span for a in attributions if a.form == "direct" for span in a.content)
        self.nouns = _speaking_nouns(reader)
        self.voices = Voices(reader)
        self.memory = Memory()
        self.pointing = Pointing(reader, self.voices, self.memory)
        self.likely = Likely(reader, self.voices, self.memory, self.pointing)
        self.speakers: list[Voice | None] = [None] * len(attributions)
        self.told: dict[str, tuple[int, Voice]] = {}
        self.heads: set[int] = set()
        self.tellers: list[Voice | None] = [None] * len(attributions)

    def run(self) -> tuple[Resolved, ...]:
        last: int | None = None
        seen = 0
        order = sorted(range(len(self.attributions)), key=lambda i: _place(self.attributions[i]))
        for index in order:
            attribution = self.attributions[index]
            seen = self._take_in(seen, _place(attribution))
            if attribution.continues and not attribution.source:
                self._continue(index, last)
            elif last is not None and self._unnamed(index, last):
                self.speakers[index], self.tellers[index] = self.speakers[last], self.tellers[last]
            else:
                self._hear(index)
            if self.holders[index] is None:
                last = index
        return tuple(self._resolved(index) for index in range(len(self.attributions)))

    def _continue(self, index: int, last: int | None) -> None:
        """A quotation that goes on is the last speaker's, unless someone else has been said to speak since."""
        position = _place(self.attributions[index])
        since = _place(self.attributions[last]) if last is not None else -1
        before = self.speakers[last] if last is not None else None
        for mention in self.memory.back(self.page.sentence_at(position), position, 1):
            spoke = mention.weight == SPOKE and mention.voice.kind == "person" and mention.start > since
            if spoke and (before is None or mention.voice.bearer != before.bearer):
                self.speakers[index] = mention.voice
                return
        if last is not None:
            self.speakers[index], self.tellers[index] = self.speakers[last], self.tellers[last]

    def _unnamed(self, index: int, last: int) -> bool:
        """Whether words without a speaker are those of who spoke last, and not said within another's words."""
        attribution, reader = self.attributions[index], self.reader
        if attribution.source or self.holders[index] is not None:
            return False
        return goes_on(self.page, attribution, reader.speech, reader.people, self.speakers[last])

    def _take_in(self, seen: int, position: int) -> int:
        """Remembers the names and the nouns for people and bodies up to a position."""
        while seen < len(self.nouns) and self.page.tokens[self.nouns[seen]].start < position:
            index = self.nouns[seen]
            seen += 1
            token = self.page.tokens[index]
            # The head of a source that was heard is remembered as the one whom the source was found to mean.
            if covers(self.quoted, token.start) or index in self.heads:
                continue
            name = self.reader.names.at.get(index)
            subject = name.subject if name is not None else token.dep in SUBJECTS
            weight = NAMED
            if subject and not covers(self.contents, token.start) and not self._aside(index):
                says = self.page.tokens[self.page.heads[index]].lemma in self.reader.speech.verbs
                weight = SPOKE if says else ACTED
            if (voice := self._mentioned(index, name)) is not None:
                mention = Mention(start=token.start, weight=weight, voice=voice)
                self.memory.add(self.page.sentence_of[index], mention)
        return seen

    def _aside(self, index: int) -> bool:
        """Whether a subject is that of a side clause ("since 2010, when X came"): nobody goes on about it."""
        return self.page.tokens[self.page.heads[index]].dep in ASIDE

    def _mentioned(self, index: int, name: Name | None) -> Voice | None:
        """The voice of a name or a noun that is no source, from the noun phrase it stands in."""
        if name is not None and (name.kind != "organisation" or name.actor is not None):
            return self.voices.of_name(name)
        edges = self.page.edges(index)
        end = name.tokens[1] if name is not None else min(edges[-1], index + LONGEST)
        end = self._before_meanwhile(index, end)
        described = describe(self.reader, (self.page.span(range(max(edges[0], index - LONGEST), end + 1)),))
        if described is None or described.sort == "pronoun":
            return None
        if described.name is not None:
            return self.voices.of_name(described.name)
        if described.definite:
            found = self.pointing.title(described, REACH_NOUN) or self.pointing.body(described)
            found = found or self.likely.issuer(described)
            if found is None and described.lemma in self.reader.people.hosted:
                found = self.likely.person(described, ())
            if found is not None:
                return found
        return self.voices.of_description(described)

    def _before_meanwhile(self, index: int, end: int) -> int:
        """The last token of a noun phrase before what tells when or where ("the chief at a meeting")."""
        tokens, meanwhile = self.page.tokens, self.reader.people.meanwhile
        for at in range(index + 1, end + 1):
            if tokens[at].text.lower() in meanwhile or tokens[at].pos in {"VERB", "AUX"}:
                return at - 1
        return end

    def _hear(self, index: int) -> None:
        attribution = self.attributions[index]
        passed = passed_on(self.page, attribution, self.reader.speech, self.reader.people)
        if passed.relay and passed.speaker != attribution.source and self._opens_with_another(index):
            # What is passed on has an attribution of its own: this one is the relay's.
            passed = Passed(attribution.source, None)
        speaker = self._who(passed.speaker, index)
        if speaker is None and self._own_voice(attribution) and self.outlet and self._doubted(index):
            speaker = of_outlet(self.outlet)
        teller = self._who((passed.relay,), index) if passed.relay else self._still_told_by(speaker, index)
        if teller is not None and speaker is not None and teller.bearer == speaker.bearer:
            teller = None
        if (
            teller is not None
            and teller.named
            and teller.kind in {"organisation", "unknown"}
            and not teller.side
        ):
            # Who quotes others and is no body that the table knows is a paper.
            teller = msgspec.structs.replace(teller, kind="outlet")
        self.speakers[index], self.tellers[index] = speaker, teller
        inner = self.holders[index] is not None
        if teller and speaker:
            self.told[speaker.bearer] = (self.page.sentence_at(_place(attribution)), teller)
        if passed.relay and teller:
            self._remember(passed.relay[0], ACTED if inner else SPOKE, teller)
        if speaker and passed.speaker:
            self._remember(passed.speaker[0][0], ACTED if inner or teller else SPOKE, speaker)

    def _still_told_by(self, speaker: Voice | None, index: int) -> Voice | None:
        """ "X, quoted by the paper, said so. He added": what only points to X is the paper's still."""
        source = self.attributions[index].source
        if (
            speaker is None
            or not source
            or self.holders[index] is not None
            or speaker.bearer not in self.told
        ):
            return None
        sentence, teller = self.told[speaker.bearer]
        near = self.page.sentence_at(source[0][0]) - sentence <= STILL
        return teller if near and self._first_word(source) in self.reader.speech.pronouns else None

    def _opens_with_another(self, index: int) -> bool:
        content = self.attributions[index].content
        sources = (self.attributions[i].source for i in self.inner[index])
        return bool(content) and any(s and s[0][0] <= content[0][0] for s in sources)

    def _remember(self, start: int, weight: int, voice: Voice) -> None:
        number = self.page.sentence_at(start)
        # A line that is no sentence is beside the text: nobody there is gone on about.
        if number >= 0 and start < self.page.sentences[number].end:
            self.memory.add(number, Mention(start=start, weight=weight, voice=voice))

    def _who(self, spans: tuple[Span, ...], index: int) -> Voice | None:
        """The voice that a source's spans name."""
        described = describe(self.reader, spans) if spans else None
        if described is None:
            unread = spans and not any(self.page.inside(span) for span in spans)
            return self.voices.unread(spans[0]) if unread else None
        voice = self._meant(described, index)
        if voice is not None:
            self.heads.add(described.head)
        return voice

    def _meant(self, described: Described, index: int) -> Voice | None:
        """The voice that a source means, once read."""
        if described.sort == "pronoun":
            return self._pronoun(described, index)
        if (state := self.voices.of_state(described)) is not None:
            return state
        if described.sort == "name" and described.name is not None:
            return self.voices.of_name(described.name, described)
        if found := self.likely.issuer(described):
            return found
        content = self.attributions[index].content
        if described.definite and (found := self.pointing.title(described, content=content)):
            vague = described.lemma in self.reader.people.vague - self.reader.people.unnamed
            again = not found.named and (found.known or vague)
            named = self.likely.person(described, content) if again else None
            return named or found
        if found := self.likely.known_body(described):
            return found
        if described.definite:
            found = self.pointing.body(described) or self.pointing.employer(described)
            if found is not None:
                return found
        if found := self.likely.person(described, content):
            return found
        return self._with_owners_side(self.voices.of_description(described), described, index)

    def _with_owners_side(self, voice: Voice, described: Described, index: int) -> Voice:
        """ "His government" is on the side of whom "his" means."""
        first = self.page.inside(described.span)[0]
        token = self.page.tokens[first]
        pronoun = token.text.lower()
        if (
            voice.side
            or voice.named
            or voice.kind == "unknown"
            or token.tag != "PRP$"
            or pronoun not in self.reader.speech.pronouns
        ):
            return voice
        own = msgspec.structs.replace(
            described, sort="pronoun", head=first, lemma=pronoun, span=(token.start, token.end)
        )
        owner = self._pronoun(own, index)
        return msgspec.structs.replace(voice, side=owner.side) if owner else voice

    def _pronoun(self, described: Described, index: int) -> Voice | None:
        pronoun = self.reader.speech.pronouns[described.lemma]
        if pronoun.person != 3:
            # Within a quotation it is who is quoted; elsewhere the writer, or someone nobody can tell.
            holder = self.holders[index]
            return self.speakers[holder] if holder is not None and pronoun.person == 1 else None
        if covers(self.quoted, described.span[0]):
            return self._within(described, index) or self._spoken_of(described, index)
        goes_on = self._goes_on(described, index)
        return goes_on or self.pointing.pronoun(described, self.attributions[index].content)

    def _within(self, described: Described, index: int) -> Voice | None:
        """ "A guard told me ..., he said" within a quotation: whom the words before in the same quotation name."""
        holder = self.holders[index]
        if holder is None:
            return None
        pronoun, spoken = (
            self.reader.speech.pronouns[described.lemma],
            merged(self.attributions[holder].content),
        )
        before = bisect_left(self.nouns, described.head)
        for noun in reversed(self.nouns[max(0, before - NEARBY) : before]):
            token, name = self.page.tokens[noun], self.reader.names.at.get(noun)
            if not covers(spoken, token.start):
                return None
            subject = name.subject if name is not None else token.dep in SUBJECTS
            voice = self._mentioned(noun, name) if subject else None
            if voice is not None and self.pointing.fits(pronoun, voice, ACTED) == "yes":
                return voice
        return None

    def _spoken_of(self, described: Described, index: int) -> Voice | None:
        """ "The officer stopped. "He said so," the woman recalled": "he" in her words is not herself."""
        holder = self.holders[index]
        if holder is None or self.reader.speech.pronouns[described.lemma].gender not in {"male", "female"}:
            return None
        teller, source = self.speakers[holder], self.attributions[holder].source
        if teller is None:
            # Who tells is named only behind the words; a pronoun there may mean whoever would be found.
            if not source or self._first_word(source) in self.reader.speech.pronouns:
                return None
            teller = self._who(source, holder)
        but = teller.bearer if teller is not None else ""
        return self.pointing.pronoun(described, self.attributions[index].content, OUTSIDE, but)

    def _first_word(self, spans: tuple[Span, ...]) -> str:
        inside = self.page.inside(spans[0])
        return self.page.tokens[inside[0]].text.lower() if inside else ""

    def _goes_on(self, described: Described, index: int) -> Voice | None:
        """ "A spokesman denied it: cars could still pass, he said": he who opened the sentence goes on after the colon."""
        attribution = self.attributions[index]
        if attribution.form == "direct" or not attribution.content:
            return None
        pronoun = self.reader.speech.pronouns[described.lemma]
        opening, position = attribution.content[0][0], described.span[0]
        if not any(mark in self.page.text[opening:position] for mark in ":;"):
            return None
        for mention in self.memory.back(self.page.sentence_at(position), position, 2):
            span = mention.voice.span
            near = span is not None and abs(span[0] - opening) <= NEAR and mention.start - opening <= NEAR
            if near and not mention.voice.named and self.pointing.fits(pronoun, mention.voice, SPOKE) != "no":
                return mention.voice
        return None

    def _own_voice(self, attribution: Attribution) -> bool:
        """Whether nobody is named, or only "we": then it may be the outlet that speaks."""
        pronoun = self.reader.speech.pronouns.get(
            self._first_word(attribution.source) if attribution.source else ""
        )
        return not attribution.source or (pronoun is not None and pronoun.person == 1)

    def _doubted(self, index: int) -> bool:
        """Whether it is the outlet itself that doubts ("could not be independently verified")."""
        doubts = self.reader.speech.doubts | self.reader.speech.doubts_negated
        return any(t.text.lower() in doubts for t in self._cue(index))

    def _resolved(self, index: int) -> Resolved:
        voice = self.speakers[index]
        relays: list[Relay] = []
        taken = {voice.bearer} if voice else set()
        # What is no name and no noun for a speaker ("according to its colour") is nobody's words to pass on.
        unknown = voice is not None and voice.kind == "unknown" and not voice.named
        nobody = unknown and self._according(index)
        chain = [] if nobody else self._chain(index)
        for teller in [*chain, self.tellers[index]]:
            if teller is None or teller.bearer in taken or self._is_outlet(teller):
                continue
            taken.add(teller.bearer)
            relays.append(Relay(name=teller.name, kind=teller.kind, span=teller.span))
        speaker = (
            Speaker(name=voice.name, kind=voice.kind, side=voice.side, span=voice.span) if voice else None
        )
        return Resolved(speaker=speaker, relays=tuple(relays))

    def _according(self, index: int) -> bool:
        cue = tuple(t.text.lower() for t in self._cue(index))
        return cue in self.reader.speech.according

    def _chain(self, index: int) -> list[Voice]:
        """Those in whose words an attribution stands, outermost first."""
        found: list[Voice] = []
        inner, current = index, self.holders[index]
        while current is not None and len(found) < DEEPEST:
            voice = self.speakers[current]
            if voice is not None and self._tells(current, inner):
                found.append(voice)
                if (teller := self.tellers[current]) is not None:
                    found.append(teller)
            inner, current = current, self.holders[current]
        return found[::-1]

    def _tells(self, outer: int, inner: int) -> bool:
        """Whether who speaks in one attribution passes on another in its content."""
        attribution = self.attributions[outer]
        cue = self._cue(outer)
        if any(t.text.lower() in self.reader.speech.negations for t in cue):
            return False
        entry = cue_of(self.reader.speech, cue)
        if self._points_back(attribution, denies=entry is not None and entry.stance == "denies"):
            return False
        if entry is not None and entry.stance not in TELLING and attribution.form != "direct":
            return False
        # "X denied it, as Y assert": Y assert what X denies, not that X does.
        said = cue_of(self.reader.speech, self._cue(inner))
        source = attribution.source[0][0] if attribution.source else 0
        before = self.page.inside((source - 4, source)) if source else range(0)
        beside = any(self.page.tokens[i].text.lower() in self.reader.people.saying for i in before)
        return not (beside and said is not None and said.stance == "denies")

    def _points_back(self, attribution: Attribution, *, denies: bool) -> bool:
        """Whether someone speaks of the sentence before ("Kyiv denies it"): the words there are no words of theirs."""
        if not attribution.cue or not attribution.content or attribution.form == "direct":
            return False
        start, here = attribution.cue[0][0], self.page.sentence_at(attribution.cue[0][0])
        if denies and all(end < start for _, end in attribution.content):
            return True
        return all(self.page.sentence_at(start) < here for start, _ in attribution.content)

    def _cue(self, index: int) -> list[Token]:
        return [self.page.tokens[i] for span in self.attributions[index].cue for i in self.page.inside(span)]

    def _is_outlet(self, voice: Voice) -> bool:
        if self.own is None:
            return False
        theirs = not voice.named and voice.lemma in self.reader.people.reporters and self.own in voice.name
        return theirs or key(voice.name) == key(self.own)


def _place(attribution: Attribution) -> int:
    """Where the words that name the source stand, else the cue's, else the content's."""
    return next((s[0][0] for s in (attribution.source, attribution.cue, attribution.content) if s), 0)


def _speaking_nouns(reader: Reader) -> list[int]:
    """The tokens under which the memory takes in names (the last of each) and nouns for those who can speak."""
    found = []
    for index, token in enumerate(reader.page.tokens):
        name = reader.names.at.get(index)
        if name is not None:
            if index == name.tokens[1] and token.pos != "ADJ":
                found.append(index)
        elif token.pos == "NOUN" and token.dep not in {"compound", "amod", "appos", "conj"}:
            noun = reader.people.nouns.get(token.lemma.lower())
            telling = token.lemma in reader.people.telling and token.dep in SUBJECTS
            if noun is not None and (noun.kind != "unknown" or telling):
                found.append(index)
    return found
