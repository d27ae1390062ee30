"""English."""

from __future__ import annotations

from sayso.languages import Language
from sayso.languages.en import events, parser, person, place, pointing, quantity, speech, stance, tagger, time


def language() -> Language:
    """English, with all its tables read. Both models are loaded at once: every report needs them."""
    parse, tag = parser.Parser(), tagger.Tagger()
    return Language(
        code="en",
        parse=parse,
        models=(parse.model, tag.model),
        tagger=tag,
        speech=speech.lexicon(),
        people=person.lexicon(),
        stances=stance.lexicon(),
        pointing=pointing.lexicon(),
        quantities=quantity.grammar(),
        times=time.GRAMMAR,
        places=place.load(),
        events=events.lexicon(),
    )
