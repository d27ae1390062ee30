"""All that depends on a language. In: a language's code. Out: its parser, lexicons and grammars as one `Language`.

A language is a folder here (`en/`) with a module for each resource; adding one touches nothing outside this folder.
The modules beside this one (`speech.py`, `clutter.py`, ...) give the language-neutral shape of each resource.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.errors import LanguageError
from sayso.languages.clutter import Clutter
from sayso.languages.event import EventLexicon
from sayso.languages.model import Model
from sayso.languages.person import PersonLexicon
from sayso.languages.place import PlaceLexicon
from sayso.languages.pointing import PointingLexicon
from sayso.languages.quantity import QuantityGrammar
from sayso.languages.speech import SpeechLexicon
from sayso.languages.stance import StanceLexicon
from sayso.languages.tagger import Tagger
from sayso.languages.time import TimeGrammar
from sayso.mentions import Sentence
from sayso.records import Span

# Every language that is read.
CODES = ("en",)

Parse = Callable[[str, Sequence[Span]], tuple[Sentence, ...]]


@dataclass(frozen=True)
class Language:
    """What finders and resolvers need of a language.

    `parse` gives the sentences of stretches of a text; `models` are those that parse and tag.
    """

    code: str
    parse: Parse
    models: tuple[Model, ...]
    tagger: Tagger
    speech: SpeechLexicon
    people: PersonLexicon
    stances: StanceLexicon
    pointing: PointingLexicon
    quantities: QuantityGrammar
    times: TimeGrammar
    places: PlaceLexicon
    events: EventLexicon


@cache
def load(code: str) -> Language:
    """The resources of a language. Raises LanguageError where Sayso does not read it."""
    if code not in CODES:
        raise LanguageError(
            f"Sayso does not read the language {code!r} yet.",
            "Give the language where it was taken for another: English is 'en'.",
        )
    from sayso.languages import en

    return en.language()


@cache
def clutter() -> Clutter:
    """What pages write around a report. One list serves all languages that are read, since it is asked first."""
    from sayso.languages.en.clutter import clutter as english

    return english()
