"""Who speaks. In: a report's sentences and attributions. Out: for each a speaker, and those who passed it on.

The way of a report, step by step:

    page, names     its tokens in one row; its names, and which of them are one bearer's
    said            its attributions, and which lies within which
    sources         what the words of a source say on their own: a pronoun, a name, a description
    voices          whom that comes to, with kind, side and gender
    memory          who has been spoken of so far; `pointing` and `likely` look there for whom "he" or "the expert" means
    discourse       all of this for one report, as far as it has been read
    mentioned       takes in the names and nouns between the sources
    meant           whom a source means where it stands
    hearing         the pass over the sources: who says it, and who is said to have passed it on (`relays`)
    tellers         in whose words it stands, when all have been heard
    resolver        the result
"""

from sayso.resolve.speaker.resolver import Resolved, resolve_speakers

__all__ = ["Resolved", "resolve_speakers"]
