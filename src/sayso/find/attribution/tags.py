"""From the tagger's scores to drafts: the cues of a window, and for each the words that are its source and its content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

import numpy as np

from sayso.find.attribution.draft import Draft
from sayso.find.attribution.syntax import Parse
from sayso.languages.tagger import CUES, PARTS, Syntax, Table, Tagger, Window
from sayso.records import Span

LEAST = 0.55
"""The confidence from which a draft is one: where dropping more costs as many right ones as wrong ones (PolNeAR dev)."""
UNSURE = LEAST
"""That of a cue whose content the tagger does not see, just enough to be kept: quotation marks may tell it."""
SENTENCE = re.compile(r"[.!?\n]")
MARK = re.compile(r"\s*[^\w\s]")
WORDS = re.compile(r"\w+")
DATED = frozenset({"DATE", "TIME"})


class Run(NamedTuple):
    """Words `first` to `last` of a window, both included, that have one role."""

    role: str
    first: int
    last: int

    @property
    def words(self) -> range:
        return range(self.first, self.last + 1)


Cue = Sequence[Run]
SOURCE, CONTENT = ([PARTS.index(f"{place}-{role}") for place in "BI"] for role in ("source", "content"))


def drafts_of(text: str, window: Window, parse: Parse, tagger: Tagger) -> Iterator[Draft]:
    """The attributions that a window's scores add up to, in the order of their cues, nested ones among them.

    A cue may have no content here: it may be a quotation, or words before it, for `quoted` and `pointing` to give.
    """
    names = tagger.relations
    syntax = parse.syntax(window, names)
    states = tagger.states(window, syntax)
    cues = _cues(_runs(CUES, states.cues, window.openings), parse, syntax)
    if not cues:
        return
    roots = [parse.root(syntax, _words(cue)) for cue in cues]
    standing = [parse.standing(window, syntax, root, names) for root in roots]
    parts = tagger.parts(states, roots, standing)
    for cue, scores, stances in zip(cues, parts.parts, parts.stances, strict=True):
        # Who speaks over several paragraphs does so in quotation marks, for `quoted`.
        first, last = window.paragraph(cue[0].first)
        found = [Run(s.role, first + s.first, first + s.last) for s in _runs(PARTS, scores[first:last], ())]
        own = _one_source(found, scores)
        confidence = _confidence(cue, own, states.cues, scores)
        if confidence >= LEAST:
            yield _draft(text, window, cue, own, confidence, tuple(stances.tolist()))


def _words(runs: Iterable[Run]) -> list[int]:
    return [word for run in runs for word in run.words]


def _cues(runs: Sequence[Run], parse: Parse, syntax: Syntax) -> list[Cue]:
    """Cues from their runs, most of one, some of more."""
    found: list[list[Run]] = []
    for run in runs:
        run = _bare(run, parse, syntax)
        if found and parse.one_cue(syntax, found[-1][-1].words, run.words):
            before = found[-1].pop()
            touch = run.first == before.last + 1
            found[-1] += [before._replace(last=run.last)] if touch else [before, run]
        else:
            found.append([run])
    return [*found]


def _bare(cue: Run, parse: Parse, syntax: Syntax) -> Run:
    """A run of a cue without the day that it ends with ("said Friday"), and without the "all" of its subject."""
    tokens = [parse.token(syntax, word) for word in cue.words]
    days = takewhile(lambda token: token is not None and token.entity in DATED, reversed(tokens[1:]))
    last = cue.last - sum(1 for _ in days)
    first, then = tokens[0], tokens[1] if last > cue.first else None
    subject = first is not None and then is not None and first.tag in {"DT", "PDT"} and then.pos == "VERB"
    return cue._replace(first=cue.first + subject, last=last)


def _runs(labels: Sequence[str], scores: Table, openings: Sequence[int]) -> list[Run]:
    """Runs of words of one role; a word that opens one ends the run before it, and so does a paragraph."""
    found: list[Run] = []
    for word, label in enumerate(_path(labels, scores)):
        opens, _, role = labels[label].partition("-")
        if not role:
            continue
        goes_on = opens == "I" and word not in openings
        if goes_on and found and found[-1].role == role and found[-1].last == word - 1:
            found[-1] = found[-1]._replace(last=word)
        else:
            found.append(Run(role, word, word))
    return found


def _one_source(parts: Sequence[Run], scores: Table) -> list[Run]:
    """The parts of a cue with the likeliest of its sources: what stands apart from it is mostly somebody else."""

    def likely(source: Run) -> float:
        return float(np.exp(scores[source.words][:, SOURCE]).sum(1).mean())

    best = max((part for part in parts if part.role == "source"), key=likely, default=None)
    return [part for part in parts if part.role != "source" or part is best]


def _path(labels: Sequence[str], scores: Table) -> Sequence[int]:
    """The most probable row of labels in which an inner word follows one of its own role (Viterbi)."""
    follows = FOLLOWS[len(labels)]
    score = scores[0] + follows[0]
    back = np.zeros(scores.shape, dtype=np.int8)
    for word in range(1, len(scores)):
        steps = score[:, None] + follows
        back[word] = steps.argmax(0)
        score = steps.max(0) + scores[word]
    label = int(score.argmax())
    path = [label]
    for word in range(len(scores) - 1, 0, -1):
        label = int(back[word, label])
        path.append(label)
    return path[::-1]


def _follows(labels: Sequence[str]) -> Table:
    table = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for before, one in enumerate(labels):
        for after, other in enumerate(labels):
            if other.startswith("I-") and one[2:] != other[2:]:
                table[before, after] = -1e4
    return table


FOLLOWS = {len(labels): _follows(labels) for labels in (CUES, PARTS)}


def _confidence(cue: Cue, parts: Sequence[Run], cues: Table, scores: Table) -> float:
    """How probable the model finds the cue, and its content; the lesser of the two."""
    said = _words(part for part in parts if part.role == "content")
    if not said:
        return UNSURE
    told = np.exp(cues[_words(cue), 1:]).sum(1).mean()
    content = np.exp(scores[said][:, CONTENT]).sum(1).mean()
    return float(min(told, content))


def _span(window: Window, run: Run) -> Span:
    return window.words[run.first][0], window.words[run.last][1]


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
    cue: Cue,
    parts: Sequence[Run],
    confidence: float,
    stances: tuple[float, ...],
) -> Draft:
    source, content = ([_span(window, s) for s in parts if s.role == role] for role in ("source", "content"))
    told = [_span(window, part) for part in cue]
    taken = [*source, *told]
    return Draft(
        found="tagged",
        source=source,
        cue=told,
        content=_joined(text, content, taken),
        clause=(min(s for s, _ in taken), max(e for _, e in taken)),
        confidence=confidence,
        stances=stances,
    )
