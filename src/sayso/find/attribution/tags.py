"""From the tagger's scores to drafts: segments of one role, each content with its cue, each cue with its source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from sayso.find.attribution.draft import Draft
from sayso.languages.tagger import ROLES, Scores, Table, Window
from sayso.records import Span

LEAST = 0.4
"""The confidence from which a draft is one: where dropping more costs as many right ones as wrong ones (PolNeAR dev)."""
UNSURE = 0.5
SENTENCE = re.compile(r"[.!?\n]")
MARK = re.compile(r"\s*[^\w\s]")
WORDS = re.compile(r"\w+")
ROLE_OF = tuple(role.partition("-")[2] for role in ROLES)
OPENS = tuple(role.startswith("B-") for role in ROLES)


class Segment(NamedTuple):
    """Words `first` to `last` of a window, both included, that have one role."""

    role: str
    first: int
    last: int


def drafts_of(text: str, window: Window, scores: Scores) -> Iterator[Draft]:
    """The attributions that a window's scores add up to, in the order of their cues.

    A cue may have no content here: it may be a quotation, or words before it, for `quoted` and `pointing` to give. A content
    without a cue is none: which quotations go on with none is for `quoted` to say.
    """
    segments = _segments(scores.roles, frozenset(window.openings))
    cues = [s for s in segments if s.role == "cue"]
    sources = [s for s in segments if s.role == "source"]
    contents: dict[int, list[Segment]] = {}
    for segment in segments:
        if segment.role == "content":
            near = [i for i, cue in enumerate(cues) if _same(window.openings, segment, cue)]
            contents.setdefault(_owner(segment, near, cues, scores.owners), []).append(segment)
    for place, cue in enumerate(cues):
        source = _source(cue, sources, scores.sources)
        draft = _draft(text, window, scores, source, cue, contents.get(place, []))
        if draft.confidence >= LEAST:
            yield draft


def _segments(roles: Table, openings: frozenset[int]) -> list[Segment]:
    """Runs of words of one role; a word that opens one ends the run before it, and so does a paragraph."""
    found: list[Segment] = []
    for word, label in enumerate(_path(roles)):
        role = ROLE_OF[label]
        if not role:
            continue
        goes_on = not OPENS[label] and word not in openings
        if goes_on and found and found[-1].role == role and found[-1].last == word - 1:
            found[-1] = found[-1]._replace(last=word)
        else:
            found.append(Segment(role, word, word))
    return found


def _path(roles: Table) -> Sequence[int]:
    """The most probable row of labels in which an inner word follows one of its own role (Viterbi)."""
    words = len(roles)
    score = roles[0] + START
    back = np.zeros(roles.shape, dtype=np.int8)
    for word in range(1, words):
        steps = score[:, None] + FOLLOWS
        back[word] = steps.argmax(0)
        score = steps.max(0) + roles[word]
    label = int(score.argmax())
    path = [label]
    for word in range(words - 1, 0, -1):
        label = int(back[word, label])
        path.append(label)
    return path[::-1]


def _follows() -> Table:
    table = np.zeros((len(ROLES), len(ROLES)), dtype=np.float32)
    for before, _ in enumerate(ROLES):
        for after, label in enumerate(ROLES):
            if label.startswith("I-") and ROLE_OF[before] != ROLE_OF[after]:
                table[before, after] = -1e4
    return table


FOLLOWS = _follows()
START = FOLLOWS[0]


def _same(openings: Sequence[int], one: Segment, other: Segment) -> bool:
    """Whether two segments stand in one paragraph: who speaks over several does so in quotation marks, for `quoted`."""
    return bisect_right(openings, one.first) == bisect_right(openings, other.first)


def _owner(segment: Segment, near: Sequence[int], cues: Sequence[Segment], owners: Table) -> int:
    """The place in `cues` of the one, of those `near`, that a content belongs to; -1 for none."""
    rows = owners[segment.first : segment.last + 1].mean(0)
    best = max(near, key=lambda i: rows[1 + cues[i].first], default=-1)
    return best if best >= 0 and rows[1 + cues[best].first] > rows[0] else -1


def _source(cue: Segment, sources: Sequence[Segment], scores: Table) -> Segment | None:
    row = np.exp(scores[cue.first])
    chance = [float(row[1 + s.first : 2 + s.last].sum()) for s in sources]
    best = max(range(len(sources)), key=chance.__getitem__, default=None)
    return sources[best] if best is not None and chance[best] > row[0] else None


def _confidence(scores: Scores, cue: Segment, contents: Sequence[Segment]) -> float:
    """How probable the model finds the cue, its content, and that they belong together; the least of the three."""
    words = [w for s in contents for w in range(s.first, s.last + 1)]
    if not words:
        return UNSURE
    told = (
        np.exp(scores.roles[cue.first : cue.last + 1, [ROLES.index("B-cue"), ROLES.index("I-cue")]])
        .sum(1)
        .mean()
    )
    said = np.exp(scores.roles[words][:, [ROLES.index("B-content"), ROLES.index("I-content")]]).sum(1).mean()
    linked = np.exp(scores.owners[words, 1 + cue.first]).mean()
    return float(min(told, said, linked))


def _span(window: Window, segment: Segment) -> Span:
    return window.words[segment.first][0], window.words[segment.last][1]


def _joined(text: str, contents: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """Contents of one cue with what lies between two of them, where that is no more than a mark or a word the tagger was
    unsure of; and without scraps of one word, unless "he said", with a mark behind it, parts them from the rest: in "Yet he
    said it fell" the first word is nobody's but the outlet's.
    """
    joined: list[Span] = []
    parted: list[bool] = []
    for start, end in contents:
        gap = (joined[-1][1], start) if joined else (start, start)
        between = [e for s, e in taken if gap[0] <= s and e <= gap[1]]
        split = bool(between) and bool(MARK.match(text, max(between)))
        if joined and not between and not SENTENCE.search(text, *gap) and len(WORDS.findall(text, *gap)) <= 1:
            joined[-1] = (joined[-1][0], end)
            continue
        if joined:
            parted[-1] |= split
        joined.append((start, end))
        parted.append(split)
    whole = [len(WORDS.findall(text, *span)) > 1 or split for span, split in zip(joined, parted, strict=True)]
    return [span for span, kept in zip(joined, whole, strict=True) if kept] or joined


def _draft(
    text: str,
    window: Window,
    scores: Scores,
    source: Segment | None,
    cue: Segment,
    contents: Sequence[Segment],
) -> Draft:
    spans = [_span(window, s) for s in (source, cue) if s is not None]
    content = _joined(text, [_span(window, s) for s in contents], spans)
    return Draft(
        found="tagged",
        source=[_span(window, source)] if source else [],
        cue=[_span(window, cue)],
        content=content,
        clause=(min(s for s, _ in spans), max(e for _, e in spans)),
        confidence=_confidence(scores, cue, contents),
    )
