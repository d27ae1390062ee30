"""Claims: attributions with their speakers, and events in the outlet's own voice, each with what belongs to it.

In: everything found and resolved in one report. Out: `Claim`s in text order, their ids worked out from the report's id
and the claim's words, so that the same report gives the same ids wherever it is read.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
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
    held_back = _held_back(attributed)
    tables = _Tables(found)
    spoken = [
        _attributed_claim(text, one, tables, Spans(held_back.get(i, ()))) for i, one in enumerate(attributed)
    ]
    own = _own_voice_claims(text, outlet, [one.attribution for one in attributed], tables)
    drafts = sorted([*_once(spoken), *own], key=lambda c: (_first(c), c.content))
    return tuple(_with_ids(report_id, text, drafts))


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """Without those that give the same words to the same speaker again: "X reported, citing Y" has two cues and is one claim."""
    told: dict[object, Claim] = {}
    for claim in claims:
        speaker = claim.speaker.name if claim.speaker else None
        told.setdefault((claim.content, speaker, tuple(relay.name for relay in claim.relays)), claim)
    return [*told.values()]


def _first(claim: Claim) -> Span:
    return min((*claim.source, *claim.cue, *claim.content))


def _held_back(attributed: Sequence[Attributed]) -> dict[int, list[Span]]:
    """The contents nested in each attribution, by its index: what stands there is the inner speaker's."""
    held: defaultdict[int, list[Span]] = defaultdict(list)
    for one in attributed:
        if one.attribution.nested_in is not None:
            held[one.attribution.nested_in] += one.attribution.content
    return held


class _Tables:
    """What claims take their own from, each kind to be looked up by where it stands."""

    def __init__(self, found: Belongings) -> None:
        self.found = found
        self.events = _Index([event.cue for event in found.events])
        self.quantities = _Mentions(found.quantities)
        self.times = _Mentions(found.times)
        self.places = _Mentions([place for place in found.places if place.literal])


def _attributed_claim(text: str, one: Attributed, tables: _Tables, held_back: Spans) -> Claim:
    attribution = one.attribution
    content = attribution.content
    events = [tables.found.events[i] for i in tables.events.within(content, held_back)]
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
    return _with_belongings(claim, held_back, tables)


def _own_voice_claims(
    text: str, outlet: str | None, attributions: Sequence[Attribution], tables: _Tables
) -> Iterator[Claim]:
    """An event that no source is given for, told as having happened and not reported: one claim a clause, its first
    event the claim's.
    """
    spans = {s for a in attributions for s in (*a.source, *a.cue, *a.content)}
    taken, starts, ends = Spans(spans), sorted(s for s, _ in spans), sorted(e for _, e in spans)
    seen = Spans()
    nothing = Spans()
    for event in tables.found.events:
        if not event.stated or event.reported or taken.touch(event.cue):
            continue
        content = _rest(text, event, starts, ends)
        if seen.hold(content) or _left_over(event, content):
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
        claim = _with_belongings(claim, nothing, tables)
        whom = [span for span in (event.agent, event.target) if span and inside(span, [content])]
        # "The strikes come" after the rest was taken: without who, whom, where, when or how many it tells nothing.
        if (
            whom
            or claim.places
            or claim.times
            or claim.quantities
            or len(_words(text, [content])[0].split(None, FEW)) > FEW
        ):
            yield claim


def _rest(text: str, event: EventMention, starts: Sequence[int], ends: Sequence[int]) -> Span:
    """The stretch of an event's clause around its cue which no attribution has taken, without marks at its edges.

    `starts` and `ends` are those of all that attributions have taken, each in order.
    """
    start, end = event.clause
    before, after = bisect_right(ends, event.cue[0]), bisect_left(starts, event.cue[1])
    start = max([start, *ends[max(0, before - 1) : before]])
    end = min([end, *starts[after : after + 1]])
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


def _with_belongings(claim: Claim, held_back: Spans, tables: _Tables) -> Claim:
    return msgspec.structs.replace(
        claim,
        quantities=tables.quantities.within(claim.content, held_back),
        times=tables.times.within(claim.content, held_back),
        places=tables.places.within(claim.content, held_back),
    )


class Spans:
    """Spans to be asked whether one holds or touches another. Those within others are dropped, which changes no answer,
    and leaves starts and ends both in order.
    """

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for span in sorted(spans):
            self.add(span)

    def add(self, span: Span) -> None:
        if self.hold(span):
            return
        start, end = span
        low, high = bisect_left(self.starts, start), bisect_right(self.ends, end)
        self.starts[low:high], self.ends[low:high] = [start], [end]

    def hold(self, span: Span) -> bool:
        """Whether one of these spans holds the whole of this one."""
        place = bisect_right(self.starts, span[0]) - 1
        return place >= 0 and span[1] <= self.ends[place]

    def touch(self, span: Span) -> bool:
        """Whether one of these spans shares a character with this one."""
        place = bisect_left(self.starts, span[1]) - 1
        return place >= 0 and span[0] < self.ends[place]


class _Index:
    """Spans, in any order, to be asked which of them lie within others."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self.order = sorted(range(len(spans)), key=lambda i: spans[i])
        self.starts = [spans[i][0] for i in self.order]

    def within(self, content: Iterable[Span], held_back: Spans) -> list[int]:
        """The indexes, in order, of those that lie within a content and not within what is held back of it."""
        inner = {
            i
            for start, end in content
            for i in self.order[bisect_left(self.starts, start) : bisect_right(self.starts, end)]
            if self.spans[i][1] <= end
        }
        return sorted(i for i in inner if not held_back.hold(self.spans[i]))


class _Mentions:
    """Quantities, times or places, to be asked for the ids of those within a content."""

    def __init__(self, items: Sequence[Quantity | Time | Place]) -> None:
        self.ids = [item.id for item in items]
        self.index = _Index([(item.start, item.end) for item in items])

    def within(self, content: Iterable[Span], held_back: Spans) -> tuple[str, ...]:
        return tuple(self.ids[i] for i in self.index.within(content, held_back))


def inside(span: Span, spans: Iterable[Span]) -> bool:
    """Whether one of these spans holds the whole of this one."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)


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
