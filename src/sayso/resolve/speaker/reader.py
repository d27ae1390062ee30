"""What is needed to read a source, and what comes of it."""

from __future__ import annotations

from typing import Literal

from sayso.languages.person import PersonLexicon
from sayso.languages.speech import SpeechLexicon
from sayso.records import Record, Span
from sayso.resolve.actors import Actors
from sayso.resolve.speaker.names import Name, Names
from sayso.resolve.speaker.page import Page

Sort = Literal["pronoun", "name", "description"]


class Described(Record, frozen=True, kw_only=True):
    """A source read on its own. `head` is the token that the rest hangs on, `lemma` its lemma, `words` the lemmas of
    all its content words; `definite` is True where it points to someone known ("the spokesman").
    """

    sort: Sort
    head: int
    lemma: str
    words: frozenset[str]
    span: Span
    definite: bool
    name: Name | None


class Reader:
    """What is needed to read a source: the report and the tables."""

    def __init__(
        self, page: Page, names: Names, speech: SpeechLexicon, people: PersonLexicon, actors: Actors
    ) -> None:
        self.page, self.names, self.speech, self.people, self.actors = page, names, speech, people, actors
