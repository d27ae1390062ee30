"""Labelled documents as windows of words with a role, an owner and a source each.

Two kinds of labels come in. PolNeAR's are read as they stand; nothing in it is nested. Ours (labels/war_*.jsonl, after the
guide for labels) have no text, trim contents, and have nested attributions: they are brought into PolNeAR's form, with
outer marks and "that", and what is nested is taken out into windows of its own, as the finder reads it.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from network import STANCES

from sayso.find.attribution.content import Marks
from sayso.find.attribution.nested import contents_of
from sayso.find.attribution.windows import CAPITALS, LETTERS, SMALL, shape_of, windows
from sayso.find.quotes import Quote, find_quotes
from sayso.languages.tagger import ROLES, Vocabulary, Window

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
STOP = re.compile(r"[.,]?")
THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)
NOTHING = -100
RECASED = 0.04
HOLDING = 3
"""How much oftener than others a content is read that holds an attribution: few do."""


@dataclass(frozen=True)
class Example:
    """A window with its labels, one a word: `roles` into ROLES; `owners` the word that begins the content's cue, -1 for
    none, NOTHING where the word is no content; `sources` for each word that begins a cue the words of its source; `stances`
    for those whose stance is labelled its place in STANCES.
    """

    doc: str
    window: Window
    roles: tuple[int, ...]
    owners: tuple[int, ...]
    sources: dict[int, tuple[int, ...]]
    stances: dict[int, int]


def load(path: Path, reports: Path | None = None) -> list[dict[str, Any]]:
    """The labelled documents of a file. Where it keeps offsets alone, the text comes from the files in `reports`."""
    with path.open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines if line.strip()]
    if all("text" in document for document in documents):
        return _with_stances(documents)
    assert reports is not None, f"{path} has no texts: give the folder of the reports"
    texts = {
        str(report["id"]): report["text"]
        for file in sorted(reports.glob("*.jsonl"))
        for report in map(json.loads, file.read_text(encoding="utf-8").splitlines())
    }
    return [{**document, "text": texts[str(document["doc"])]} for document in documents]


def _with_stances(documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The documents, PolNeAR's with the stances that were labelled for it (labels/stances.jsonl: document, cue, stance)."""
    lines = (Path(__file__).parents[1] / "labels/stances.jsonl").read_text(encoding="utf-8").splitlines()
    stances = {(row["doc"], *row["cue"]): row["stance"] for row in map(json.loads, lines)}

    def told(doc: str, attribution: dict[str, Any]) -> dict[str, Any]:
        stance = stances.get((doc, *attribution["cue"][0])) if attribution["cue"] else None
        return {**attribution, "stance": stance} if stance else attribution

    return [
        {**document, "attributions": [told(str(document["doc"]), one) for one in document["attributions"]]}
        for document in documents
    ]


def examples(
    documents: Sequence[dict[str, Any]],
    vocabulary: Vocabulary,
    longest: int,
    chance: random.Random | None = None,
) -> Iterator[Example]:
    """The windows of these documents. With `chance` their length varies, so that no place in a window is special."""
    for document in documents:
        text = document["text"]
        stretches = [m.span() for m in PARAGRAPH.finditer(text)]
        quotes = find_quotes(text, stretches)
        limit = chance.randint(longest // 2, longest) if chance else longest
        doc, outer, inner = str(document["doc"]), document["attributions"], []
        if any("optional" in one for one in outer):
            outer, inner = _apart(outer)
            inner = [_widened(text, one, quotes) for one in inner if not one["optional"]]
            every = [tuple(span) for one in outer for span in one["content"]]
            holding = [span for span in every if any(_holds(span, one) for one in inner)]
            marks = Marks(quotes)
            for spans in (every, *[holding] * HOLDING):
                contents = contents_of(text, spans, marks)
                for window in windows(text, contents.spans, contents.quotes, vocabulary, limit):
                    yield _labelled(doc, _recased(window, chance, vocabulary), inner)
            # Two of the same words, one of them optional: the firm one, marked last, has them.
            outer = [
                _widened(text, one, quotes) for one in sorted(outer, key=lambda one: not one["optional"])
            ]
        for window in windows(text, stretches, quotes, vocabulary, limit):
            yield _labelled(doc, _recased(window, chance, vocabulary), outer)


def _holds(span: Sequence[int], attribution: dict[str, Any]) -> bool:
    return all(span[0] <= s and e <= span[1] for s, e in [*attribution["cue"], *attribution["source"]])


def _recased(window: Window, chance: random.Random | None, vocabulary: Vocabulary) -> Window:
    """A window now and then in capitals, or with none: headlines and careless pages are."""
    drawn = chance.random() if chance else 1.0
    if drawn > 2 * RECASED:
        return window
    letters = CAPITALS if drawn > RECASED else SMALL
    special = {vocabulary.opening, vocabulary.separator}
    shapes = tuple(
        0 if piece in special else shape_of(shape // LETTERS, letters)
        for piece, shape in zip(window.ids, window.shapes, strict=True)
    )
    return msgspec.structs.replace(window, shapes=shapes)


def _apart(attributions: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Attributions that stand by themselves, and those that stand in the content of another."""
    outer, inner = [], []
    for one in attributions:
        anchor = one["cue"] or one["source"]
        within = anchor and any(
            other is not one and any(s <= anchor[0][0] and anchor[-1][1] <= e for s, e in other["content"])
            for other in attributions
        )
        (inner if within else outer).append(one)
    return outer, inner


def _widened(text: str, attribution: dict[str, Any], quotes: Sequence[Quote]) -> dict[str, Any]:
    """An attribution whose contents have their outer quotation marks and "that", as in PolNeAR."""
    opening = {q.inner[0]: q.start for q in quotes}
    closing = {q.inner[1]: q.end for q in quotes if q.closed}
    contents = []
    for start, end in attribution["content"]:
        start = opening.get(start, start)
        stop = end + len(STOP.match(text, end)[0])
        end = closing.get(end) or closing.get(stop) or end
        if that := THAT.search(text, max(0, start - 8), start):
            start = that.start()
        contents.append((start, end))
    return {**attribution, "content": contents}


def _labelled(doc: str, window: Window, attributions: Sequence[dict[str, Any]]) -> Example:
    roles = [0] * len(window.words)
    owners = [NOTHING] * len(window.words)
    sources: dict[int, tuple[int, ...]] = {}
    stances: dict[int, int] = {}
    for attribution in attributions:
        cue = _mark(window, attribution["cue"], "cue", roles)
        source = _mark(window, attribution["source"], "source", roles)
        content = _mark(window, attribution["content"], "content", roles)
        first = cue[0] if cue else -1
        for word in content:
            owners[word] = first
        if cue:
            sources[first] = source
            if "stance" in attribution:
                stances[first] = STANCES.index(attribution["stance"])
    return Example(doc, window, tuple(roles), tuple(owners), sources, stances)


def _mark(window: Window, segments: Sequence[Sequence[int]], role: str, roles: list[int]) -> tuple[int, ...]:
    """Gives the words of these segments their role and returns their places in the window."""
    found: list[int] = []
    for start, end in segments:
        inside = [i for i, (s, e) in enumerate(window.words) if e > start and s < end]
        for place, word in enumerate(inside):
            roles[word] = ROLES.index(("I-" if place else "B-") + role)
        found.extend(inside)
    return tuple(sorted(found))
