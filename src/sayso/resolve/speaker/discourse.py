"""What is known of a report's speakers while it is read: who can be meant, who has been spoken of, who has spoken."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Record
from sayso.resolve.speaker.likely import Likely
from sayso.resolve.speaker.memory import Memory, Mention, Voice
from sayso.resolve.speaker.pointing import Pointing
from sayso.resolve.speaker.reader import Reader
from sayso.resolve.speaker.said import Said
from sayso.resolve.speaker.voices import Voices


class Heard(Record, frozen=True, kw_only=True):
    """Who says what an attribution holds, and the one who told of it in the same breath ("Reuters, citing police").

    None where nobody is named or nobody can be told. Who tells of it from outside (one attribution within another's
    content) is not here: whoever stands outermost may be named last, so that is read when all have been heard.
    """

    speaker: Voice | None = None
    teller: Voice | None = None


class Discourse:
    """One report as far as it has been read. All that changes on the way is here; the functions that work on it
    (`hearing`, `meant`, `mentioned`) hold nothing.

    `nouns` are the tokens under which someone may be remembered, in text order. `heard` has an entry for each
    attribution, empty until its turn comes. `heads` are the tokens at the head of a source that meant someone. `told`
    has for the bearer of a voice the sentence in which another last passed on his words, and that other.
    """

    def __init__(self, reader: Reader, said: Said, nouns: Sequence[int]) -> None:
        self.reader, self.said, self.nouns = reader, said, nouns
        self.voices = Voices(reader)
        self.memory = Memory()
        self.pointing = Pointing(reader, self.voices, self.memory)
        self.likely = Likely(reader, self.voices, self.memory, self.pointing)
        self.heard: list[Heard] = [Heard()] * len(said.attributions)
        self.heads: set[int] = set()
        self.told: dict[str, tuple[int, Voice]] = {}

    def remember(self, start: int, weight: int, voice: Voice) -> None:
        """Takes in someone whom a source at this place means."""
        page = self.reader.page
        number = page.sentence_at(start)
        # A line that is no sentence is beside the text: nobody there is gone on about.
        if number >= 0 and start < page.sentences[number].end:
            self.memory.add(number, Mention(start=start, weight=weight, voice=voice))
