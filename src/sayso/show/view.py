"""A report record -> what the reading view shows of it: blocks of marked text, and the cards. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from sayso.records import Claim, Report, Segment, Span
from sayso.show import strings, words
from sayso.show.cards import Card, Group, cards, first_words, speakers
from sayso.show.marks import CLAIM_PARTS, Mark, Part, clip, lanes, pieces


@dataclass(frozen=True, slots=True)
class Line:
    """One claim's part on a piece of text: which claim, in which lane and colour it is drawn."""

    item: int
    part: Part
    lane: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A quantity, time or place on a piece of text, with what it means in words."""

    part: Part
    meaning: str


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text with the same marks from end to end. `handles` are claims whose number stands before it."""

    text: str
    handles: tuple[int, ...]
    lines: tuple[Line, ...]
    facts: tuple[Fact, ...]
    target: int | None


@dataclass(frozen=True, slots=True)
class Block:
    """A segment, or a run of boilerplate segments folded into one."""

    kind: str
    lanes: int
    words: tuple[Words, ...]
    folded: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading view of one report."""

    report: Report
    heading: tuple[Block, ...]
    title: str
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]
    groups: tuple[Group, ...]
    link: str | None


def reading(report: Report) -> Reading:
    """The whole reading view. Claims are numbered in the order in which their first words stand in the text, those
    that begin with the same source in the order of what is said.
    """
    claims = sorted(report.claims, key=lambda c: (first_words(c, len(report.text)), c.content[:1], c.id))
    groups = speakers(report, claims)
    blocks = _blocks(report, claims)
    placed = {handle for block in blocks for piece in block.words for handle in piece.handles}
    heading = _heading(blocks)
    return Reading(
        report=report,
        heading=heading,
        title=report.title or strings.TEXT["untitled"],
        blocks=_folded([block for block in blocks if block not in heading]),
        cards=cards(report, claims, groups, placed),
        groups=groups,
        link=outside_link(report.url),
    )


def _heading(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The title, where the report begins with it but for what is set aside."""
    begins = next((block for block in blocks if block.kind != "boilerplate"), None)
    return (begins,) if begins is not None and begins.kind == "title" else ()


def outside_link(url: str | None) -> str | None:
    """The address of the original page if a browser may safely follow it: http or https, nothing else."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


# Blocks of marked text -------------------------------------------------------------------------------------------


def _blocks(report: Report, claims: Sequence[Claim]) -> list[Block]:
    segments = _whole(report.text, report.segments)
    ends = [segment.end for segment in segments]
    marks: list[list[Mark]] = [[] for _ in segments]
    handles: list[dict[int, list[int]]] = [{} for _ in segments]
    meanings = _meanings(report)
    for mark in [*_claim_marks(claims), *meanings]:
        at = bisect_right(ends, mark.start)
        while at < len(segments) and segments[at].start < mark.end:
            marks[at].append(mark)
            at += 1
    for index, claim in enumerate(claims):
        start = first_words(claim, len(report.text))
        at = bisect_right(ends, start)
        if at < len(segments) and segments[at].start <= start:
            handles[at].setdefault(start, []).append(index)
    meant = {(mark.part, mark.item): meaning for mark, meaning in meanings.items()}
    return [_block(report.text, *each, meant) for each in zip(segments, marks, handles, strict=True)]


def _whole(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """The segments in order, with paragraphs for whatever text lies in none of them: nothing is left unseen."""
    whole: list[Segment] = []
    at = 0
    for segment in [*sorted(segments, key=lambda segment: segment.start), None]:
        until = len(text) if segment is None else segment.start
        if at < until and text[at:until].strip():
            whole.append(Segment(start=at, end=until, kind="paragraph"))
        if segment is not None and segment.end > at:
            whole.append(Segment(start=max(segment.start, at), end=segment.end, kind=segment.kind))
            at = segment.end
    return whole


def _claim_marks(claims: Sequence[Claim]) -> Iterator[Mark]:
    for index, claim in enumerate(claims):
        parts: tuple[tuple[Part, tuple[Span, ...]], ...] = (
            ("source", claim.source),
            ("cue", claim.cue),
            ("content", claim.content),
        )
        for part, spans in parts:
            for start, end in spans:
                yield Mark(start, end, part, index)


def _meanings(report: Report) -> dict[Mark, str]:
    """The mark of every quantity, time and place, with what it means in words."""
    found: dict[Mark, str] = {}
    for index, quantity in enumerate(report.quantities):
        found[Mark(quantity.start, quantity.end, "quantity", index)] = words.figure(quantity)
    for index, time in enumerate(report.times):
        found[Mark(time.start, time.end, "time", index)] = words.days(time.earliest, time.latest)
    for index, place in enumerate(report.places):
        found[Mark(place.start, place.end, "place", index)] = f"{place.name}: {words.where(place)}"
    return found


def _block(
    text: str,
    segment: Segment,
    marks: Sequence[Mark],
    handles: Mapping[int, Sequence[int]],
    meanings: Mapping[tuple[Part, int], str],
) -> Block:
    inside = clip(marks, segment.start, segment.end)
    covered: dict[tuple[int, bool], list[Span]] = {}
    size: dict[int, int] = {}
    for mark in inside:
        if mark.part in CLAIM_PARTS:
            covered.setdefault(_strand(mark), []).append((mark.start, mark.end))
            size[mark.item] = size.get(mark.item, 0) + mark.end - mark.start
    lane = lanes(covered)
    drawn = [mark for mark in inside if mark.part not in CLAIM_PARTS or _strand(mark) in lane]
    found = []
    for piece in pieces(segment.start, segment.end, drawn, cuts=handles):
        lines = tuple(
            Line(mark.item, mark.part, lane[_strand(mark)])
            for mark in piece.marks
            if mark.part in CLAIM_PARTS
        )
        found.append(
            Words(
                text=text[piece.start : piece.end],
                handles=tuple(handles.get(piece.start, ())),
                lines=lines,
                facts=tuple(
                    Fact(mark.part, meanings[mark.part, mark.item])
                    for mark in piece.marks
                    if mark.part not in CLAIM_PARTS
                ),
                target=min((line.item for line in lines), key=lambda item: (size[item], item), default=None),
            )
        )
    return Block(segment.kind, 1 + max(lane.values(), default=-1), tuple(found))


def _strand(mark: Mark) -> tuple[int, bool]:
    """Content has a lane apart from source and cue: else the line of a name would hang as low as what it encloses."""
    return mark.item, mark.part == "content"


def _folded(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Runs of boilerplate become one block that can be unfolded."""
    folded: list[Block] = []
    for block in blocks:
        if block.kind != "boilerplate":
            folded.append(block)
        elif folded and folded[-1].folded:
            folded[-1] = Block("boilerplate", 0, (), (*folded[-1].folded, block))
        else:
            folded.append(Block("boilerplate", 0, (), (block,)))
    return tuple(folded)
