"""Claims: attributions with their speakers, and events in the outlet's own voice, each with what belongs to it.

In: everything found and resolved in one report. Out: `Claim`s in text order, their ids worked out from the report's id
and the claim's words, so that the same report gives the same ids wherever it is read.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.mentions import Attribution, EventMention
from sayso.records import (
    Claim,
    Event,
    Place,
    Quantity,
    Record,
    Relay,
    Span,
    Speaker,
    Stance,
    Time,
)

# An event in the outlet's own voice is found by its cue word alone; until that is measured, no more is claimed for it.
OWN_VOICE_CONFIDENCE = 0.5
# So few words by themselves are a claim only where they say who, whom, where, when or how many.
FEW = 3
# A clause that begins so many characters later has lost words, not only the marks at its edge.
LONGEST_EDGE = 3
EDGES = ",;:.–—-\"“”'‘’"


class Attributed(Record, frozen=True, kw_only=True):
    """An attribution with all that was resolved about it."""

    attribution: Attribution
    speaker: Speaker | None
    relays: tuple[Relay, ...]
    stance: Stance
    hedges: tuple[Span, ...]
    negated: bool


class Belongings(Record, frozen=True, kw_only=True):
    """The events, quantities, times and places of one report, from which each claim takes its own."""

    events: tuple[EventMention, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]


def make_claims(
    report_id: str, text: str, outlet: str | None, attributed: Sequence[Attributed], found: Belongings
) -> tuple[Claim, ...]:
    """The claims of a report in text order. A quantity, time or place belongs to the innermost claim around it."""
    spoken = [
        _attributed_claim(text, one, found, _held_back(attributed, i)) for i, one in enumerate(attributed)
    ]
    own = _own_voice_claims(text, outlet, [one.attribution for one in attributed], found)
    drafts = sorted([*spoken, *own], key=lambda c: (_first(c), c.content))
    return tuple(_with_ids(report_id, text, drafts))


def _first(claim: Claim) -> Span:
    return min((*claim.source, *claim.cue, *claim.content))


def _held_back(attributed: Sequence[Attributed], outer: int) -> tuple[Span, ...]:
    """The contents nested in an attribution: what stands there is the inner speaker's."""
    return tuple(
        span for one in attributed if one.attribution.nested_in == outer for span in one.attribution.content
    )


def _attributed_claim(text: str, one: Attributed, found: Belongings, held_back: Sequence[Span]) -> Claim:
    attribution = one.attribution
    content = attribution.content
    events = [e for e in found.events if inside(e.cue, content) and not inside(e.cue, held_back)]
    told = next((e for e in events if e.stated), None) or next(iter(events), None)
    claim = Claim(
        id="",
        voice="attributed",
        source=attribution.source,
        cue=attribution.cue,
        content=content,
        speaker=one.speaker,
        relays=one.relays,
        form=attribution.form,
        stance=one.stance,
        hedges=one.hedges,
        negated=one.negated,
        event=_event(text, told) if told else None,
        confidence=attribution.confidence,
    )
    return _with_belongings(claim, held_back, found)


def _own_voice_claims(
    text: str, outlet: str | None, attributions: Sequence[Attribution], found: Belongings
) -> Iterator[Claim]:
    """An event that no source is given for, told as having happened and not reported: one claim a clause, its first
    event the claim's.
    """
    taken = sorted({s for a in attributions for s in (*a.source, *a.cue, *a.content)})
    seen: set[Span] = set()
    for event in found.events:
        if not event.stated or event.reported or any(overlap(event.cue, span) for span in taken):
            continue
        content = _rest(text, event, taken)
        if inside(content, seen) or _left_over(event, content):
            continue
        seen.add(content)
        claim = Claim(
            id="",
            voice="own",
            source=(),
            cue=(),
            content=(content,),
            speaker=Speaker(name=outlet, kind="outlet") if outlet else None,
            form="indirect",
            stance="asserts",
            negated=event.negated,
            event=_event(text, event),
            confidence=OWN_VOICE_CONFIDENCE,
        )
        claim = _with_belongings(claim, (), found)
        whom = [span for span in (event.agent, event.target) if span and inside(span, [content])]
        # "The strikes come" after the rest was taken: without who, whom, where, when or how many it tells nothing.
        if (
            whom
            or claim.places
            or claim.times
            or claim.quantities
            or len(_words(text, [content])[0].split()) > FEW
        ):
            yield claim


def _rest(text: str, event: EventMention, taken: Sequence[Span]) -> Span:
    """The stretch of an event's clause around its cue which no attribution has taken, without marks at its edges."""
    start, end = event.clause
    start = max([start, *(e for _, e in taken if start < e <= event.cue[0])])
    end = min([end, *(s for s, _ in taken if event.cue[1] <= s < end)])
    if _is_cut(event, (start, end)):
        # What stands between is the rest of another clause: "had seemed lost after troops struck".
        known = [span[0] for span in (event.agent, event.target, event.cue) if span and span[0] >= start]
        start = min(known)
    while start < event.cue[0] and _is_edge(text[start]):
        start += 1
    while end > event.cue[1] and _is_edge(text[end - 1]):
        end -= 1
    return start, end


def _left_over(event: EventMention, content: Span) -> bool:
    """Whether an attribution has taken the beginning of the clause, and with it who did it or to whom: what is left
    ("and was still advancing", "to occupy the rest") is the second half of what that speaker said.
    """
    if not _is_cut(event, content):
        return False
    target = event.target if event.target and event.target[0] < event.cue[0] else None
    subject = event.agent or target
    return subject is None or not inside(subject, [content])


def _is_cut(event: EventMention, content: Span) -> bool:
    return content[0] > event.clause[0] + LONGEST_EDGE


def _is_edge(character: str) -> bool:
    return character.isspace() or character in EDGES


def _event(text: str, mention: EventMention) -> Event:
    def words(span: Span | None) -> str | None:
        return text[span[0] : span[1]] if span else None

    return Event(
        type=mention.type,
        mode=mention.mode,
        cue=mention.cue,
        agent=words(mention.agent),
        target=words(mention.target),
        acled=mention.acled,
    )


def _with_belongings(claim: Claim, held_back: Sequence[Span], found: Belongings) -> Claim:
    def ids(items: Iterable[Quantity | Time | Place]) -> tuple[str, ...]:
        spans = ((item.id, (item.start, item.end)) for item in items)
        return tuple(i for i, span in spans if inside(span, claim.content) and not inside(span, held_back))

    return msgspec.structs.replace(
        claim,
        quantities=ids(found.quantities),
        times=ids(found.times),
        places=ids(place for place in found.places if place.literal),
    )


def inside(span: Span, spans: Iterable[Span]) -> bool:
    """Whether one of these spans holds the whole of this one."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def _with_ids(report_id: str, text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    seen: Counter[str] = Counter()
    for claim in claims:
        words = json.dumps(
            [report_id, claim.voice, *(_words(text, s) for s in (claim.source, claim.cue, claim.content))]
        )
        seen[words] += 1
        yield msgspec.structs.replace(claim, id=_claim_id(words, seen[words]))


def _words(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]


def _claim_id(words: str, occurrence: int) -> str:
    """A claim's id from its report and words; the occurrence tells apart the same words said twice."""
    return (
        "c-"
        + hashlib.blake2b(f"{words}#{occurrence}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    )
