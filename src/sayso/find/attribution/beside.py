"""Cues found by position beside a quotation, where the parser lost its way in the quoted words.

Looks only at the few words next to a mark: "..., said the governor", "..., the governor said", "... — The governor".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.find.attribution.content import Marks
from sayso.find.attribution.draft import Draft
from sayso.find.quotes import Quote
from sayso.languages.speech import SpeechLexicon
from sayso.mentions import Token
from sayso.records import Segment, Span

FARTHEST = 24
SIGNATURE = re.compile(r"\s*[―—–-]{1,2}[ \xa0]*([^\W\d_][^\n“”\"―—–]{1,80}?)[ \xa0.]*(?=\n|$)")
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
WITHIN_NAME = frozenset(
    {"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "ADP", "PART", "PUNCT", "CCONJ", "X", "SYM"}
)


def find_beside(
    text: str,
    segments: Sequence[Segment],
    marks: Marks,
    tokens: Sequence[Token],
    lexicon: SpeechLexicon,
    taken: set[int],
) -> Iterator[Draft]:
    """A draft for each quotation with a cue verb or a signature right behind it. `taken` are the offsets of verbs
    whose speaker is known; `tokens` are all tokens of the report in order."""
    starts = [t.start for t in tokens]
    ends = [s.end for s in segments]
    for index, quote in enumerate(marks.outer):
        if not quote.closed:
            continue
        segment_end = ends[min(bisect_left(ends, quote.end), len(ends) - 1)]
        limit = marks.outer[index + 1].start if index + 1 < len(marks.outer) else len(text)
        limit = min(limit, segment_end)
        first = bisect_left(starts, quote.end)
        window = [t for t in tokens[first : first + FARTHEST] if t.start < limit]
        draft = _verb_behind(text, quote, window, lexicon, taken) or _signature(
            text, quote, limit, segment_end
        )
        if draft is not None:
            yield draft


def _verb_behind(
    text: str, quote: Quote, window: list[Token], lexicon: SpeechLexicon, taken: set[int]
) -> Draft | None:
    if text[quote.inner[1] - 1 : quote.inner[1]] == "." and not (window and window[0].pos == "VERB"):
        return None
    while window and (window[0].pos == "PUNCT" or window[0].text in {",", "—", "–"}):
        window = window[1:]
    place = next(
        (i for i, t in enumerate(window) if t.pos in {"VERB", "AUX"} and t.tag in {"VBD", "VBZ", "VBP"}), None
    )
    if place is None:
        return None
    verb = window[place]
    cue = lexicon.verbs.get(verb.lemma)
    if cue is None or not cue.frames & {"that", "quote"} or verb.start in taken:
        return None
    before = window[:place]
    while before and before[-1].pos in {"ADV", "AUX"}:
        before = before[:-1]
    if before:
        if not any(t.pos in NOUNS for t in before) or any(t.pos not in WITHIN_NAME for t in before):
            return None
        source = _phrase(before)
    else:
        source = _phrase(_following(window[place + 1 :], lexicon))
    if source is None:
        return None
    return Draft(
        construction="beside",
        source=[source],
        cue=[(verb.start, verb.end)],
        content=[(quote.start, quote.end)],
        clause=(min(source[0], verb.start), max(source[1], verb.end)),
        confidence=0.85,
        quotable=True,
    )


def _following(tokens: Sequence[Token], lexicon: SpeechLexicon) -> list[Token]:
    """The noun phrase right behind a verb, with an apposition; it ends at a stop, a verb or a time."""
    kept: list[Token] = []
    for token in tokens:
        if token.pos not in WITHIN_NAME or token.text in {".", ";", ":", "!", "?"}:
            break
        if token.text == "," and kept and not any(t.pos in NOUNS for t in kept):
            break
        if token.pos == "ADP" and token.text.lower() not in lexicon.words.linking | lexicon.words.place:
            break
        kept.append(token)
    return kept


def _phrase(tokens: Sequence[Token]) -> Span | None:
    words = list(tokens)
    while words and words[0].pos in {"PUNCT", "ADP", "CCONJ", "PART"}:
        words.pop(0)
    while words and words[-1].pos not in NOUNS and words[-1].text != ")":
        words.pop()
    return (words[0].start, words[-1].end) if words else None


def _signature(text: str, quote: Quote, limit: int, segment_end: int) -> Draft | None:
    """ "“...” — The governor" on a line of its own."""
    match = SIGNATURE.match(text, quote.end, segment_end)
    if match is None or match.end() > max(limit, quote.end) or not match.group(1)[0].isupper():
        return None
    opening = text[: quote.start].rstrip(" \xa0")[-1:]
    if opening not in {"", "\n"}:
        return None
    return Draft(
        construction="signature",
        source=[match.span(1)],
        cue=[],
        content=[(quote.start, quote.end)],
        clause=match.span(1),
        confidence=0.8,
    )
