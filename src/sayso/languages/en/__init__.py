"""English."""

from __future__ import annotations

from sayso.languages import Language
from sayso.languages.en import events, parser, person, place, quantity, speech, stance, time


def language() -> Language:
    """English, with all its tables read. The parser's model is loaded at once: every report needs it."""
    parse = parser.Parser()
    return Language(
        code="en",
        parse=parse,
        models=parse.models,
        speech=speech.lexicon(),
        people=person.lexicon(),
        stances=stance.lexicon(),
        quantities=quantity.grammar(),
        times=time.GRAMMAR,
        places=place.load(),
        events=events.lexicon(),
    )
