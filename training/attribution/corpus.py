"""Labelled documents as windows of words, with what each word is and what belongs to each cue.

Two kinds of labels come in, and each window tells which guide it was labelled after. PolNeAR's are read as they stand; nothing in
it is nested. Ours (labels/war_*.jsonl, labels/sentences.jsonl, and labels/polnear.jsonl for what is nested in PolNeAR) trim
contents: these are brought into PolNeAR's form, with outer marks and "that", since exact rules take them off again.
"""

from __future__ import annotations

import json
import pickle
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from sayso import languages
from sayso.find.attribution.syntax import Parse
from sayso.find.attribution.windows import CAPITALS, LETTERS, SMALL, shape_of, windows
from sayso.find.quotes import Quote, find_quotes
from sayso.find.tree import Tree
from sayso.languages.en.tagger import NAMES
from sayso.languages.tagger import CUES, PARTS, STANCES, Syntax, Vocabulary, Window
from sayso.mentions import Sentence

Labelled = dict[str, Any]
Parses = dict[str, tuple[Sentence, ...]]

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
STOP = re.compile(r"[.,]?")
THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)
NOTHING = -100
RECASED = 0.04
BARE = 0.08
"""So many windows are read without their syntax: the parser fails too."""


@dataclass(frozen=True)
class Said:
    """An attribution in a window. `root` is the word that stands for its cue, `parts` has a place in PARTS for each word,
    `standing` how each word stands to the root; `stance` is a place in STANCES, -1 where it is not labelled.
    """

    root: int
    parts: tuple[int, ...]
    standing: tuple[int, ...]
    stance: int


@dataclass(frozen=True)
class Example:
    """A window with its labels, one a word: `cues` places in CUES, NOTHING where none is known; `roles` places in PARTS for
    what a word is in an attribution that stands by itself, NOTHING for words of cues. `parse` tells how words stand to others.
    """

    window: Window
    syntax: Syntax
    parse: Parse
    cues: tuple[int, ...]
    roles: tuple[int, ...]
    said: tuple[Said, ...]


def load(path: Path, data: Path) -> list[Labelled]:
    """The labelled documents of a file, with `whole` where they are labelled after PolNeAR's guide, in which nothing is
    optional. Where a file keeps offsets alone, the text comes from the reports and articles in `data`.
    """
    documents = _rows(path)
    if "read" in documents[0]:
        articles = {row["doc"]: row for row in _rows(data / "attribution/polnear_train.jsonl")}
        return [_read_again(articles[document["doc"]], document) for document in documents]
    whole = not any("optional" in one for document in documents for one in document["attributions"])
    documents = [{**document, "whole": whole} for document in documents]
    if all("text" in document for document in documents):
        return _with_stances(documents)
    texts = {
        str(row["id"]): row["text"]
        for file in sorted((data / "report").glob("*.jsonl"))
        for row in _rows(file)
    }
    return [{**document, "text": texts[str(document["doc"])]} for document in documents]


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _read_again(article: Labelled, ours: Labelled) -> Labelled:
    """An article of PolNeAR as we read it (labels/polnear.jsonl): its contents that were read have a stance, and within
    them stand attributions after our guide. Its own cues, cut after its guide, are `open`.
    """
    stances = {(tuple(span),): stance for *span, stance in ours["read"]}
    outer = []
    for one in article["attributions"]:
        stance = stances.get(tuple(map(tuple, one["content"][:1])))
        outer.append({**one, "optional": False, "open": True} | ({"stance": stance} if stance else {}))
    return {"text": article["text"], "whole": False, "attributions": [*outer, *ours["attributions"]]}


def _with_stances(documents: list[Labelled]) -> list[Labelled]:
    """The documents, PolNeAR's with the stances that were labelled for it (labels/stances.jsonl: document, cue, stance)."""
    stances = {
        (row["doc"], *row["cue"]): row["stance"]
        for row in _rows(Path(__file__).parents[1] / "labels/stances.jsonl")
    }

    def told(doc: str, attribution: Labelled) -> Labelled:
        stance = stances.get((doc, *attribution["cue"][0])) if attribution["cue"] else None
        return {**attribution, "stance": stance} if stance else attribution

    return [
        {**document, "attributions": [told(str(document["doc"]), one) for one in document["attributions"]]}
        for document in documents
    ]


def parsed(documents: Sequence[Labelled], kept: Path) -> Parses:
    """The parses of the documents' texts, by text. They are kept in a file: two stages of training read the same texts."""
    parses: Parses = pickle.loads(kept.read_bytes()) if kept.exists() else {}
    parse = languages.load("en").parse
    new = {document["text"] for document in documents} - parses.keys()
    for text in sorted(new):
        parses[text] = parse(text, _paragraphs(text))
    if new:
        kept.write_bytes(pickle.dumps(parses))
    return parses


def examples(
    documents: Sequence[Labelled],
    parses: Parses,
    vocabulary: Vocabulary,
    longest: int,
    chance: random.Random | None = None,
) -> Iterator[Example]:
    """The windows of these documents. With `chance` their length varies, so that no place in a window is special, and some
    are recased or without syntax.
    """
    for document in documents:
        text = document["text"]
        quotes = find_quotes(text, _paragraphs(text))
        parse = Parse([Tree(sentence) for sentence in parses[text] if sentence.tokens])
        every, outer, unknown = _read(document, quotes)
        limit = chance.randint(longest // 2, longest) if chance else longest
        for window in windows(text, _paragraphs(text), quotes, vocabulary, limit, document["whole"]):
            seen = _recased(window, chance, vocabulary)
            bare = chance is not None and chance.random() < BARE
            syntax = _no_syntax(seen) if bare else parse.syntax(seen, NAMES)
            yield _labelled(seen, syntax, parse, every, outer, unknown)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in PARAGRAPH.finditer(text)]


def _read(
    document: Labelled, quotes: Sequence[Quote]
) -> tuple[list[Labelled], list[Labelled], list[Sequence[int]]]:
    """All attributions to learn, those of them that stand by themselves, and the cues that are left open: optional ones within
    others' words."""
    text, attributions = document["text"], document["attributions"]
    if document["whole"]:
        return attributions, attributions, []
    outer, inner = _apart(attributions)
    firm = [one for one in inner if not one["optional"]]
    # Two of the same words, one of them optional: the firm one, marked last, has them.
    every, alone = (
        [_widened(text, one, quotes) for one in sorted(some, key=lambda one: not one["optional"])]
        for some in ([*outer, *firm], outer)
    )
    return every, alone, [span for one in inner if one["optional"] for span in one["cue"]]


def _apart(attributions: Sequence[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
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


def _widened(text: str, attribution: Labelled, quotes: Sequence[Quote]) -> Labelled:
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


def _no_syntax(window: Window) -> Syntax:
    none = (0,) * len(window.ids)
    return Syntax(tags=none, relations=none, places=((-1, -1),) * len(window.words))


def _labelled(
    window: Window,
    syntax: Syntax,
    parse: Parse,
    every: Sequence[Labelled],
    outer: Sequence[Labelled],
    unknown: Sequence[Sequence[int]],
) -> Example:
    cues, roles = ([0] * len(window.words) for _ in range(2))
    for word in _inside(window, unknown):
        cues[word] = NOTHING
    for attribution in outer:
        _mark(window, attribution, roles)
    for attribution in outer:
        for word in _inside(window, attribution["cue"]):
            roles[word] = NOTHING
    said = []
    for attribution in every:
        if not (cue := _inside(window, attribution["cue"])):
            continue
        for span in attribution["cue"]:
            for place, word in enumerate(_inside(window, [span])):
                cues[word] = NOTHING if attribution.get("open") else CUES.index("I-cue" if place else "B-cue")
        parts = [0] * len(window.words)
        _mark(window, attribution, parts)
        root = parse.root(syntax, cue)
        stance = STANCES.index(attribution["stance"]) if "stance" in attribution else -1
        said.append(Said(root, tuple(parts), tuple(parse.standing(window, syntax, root, NAMES)), stance))
    return Example(window, syntax, parse, tuple(cues), tuple(roles), tuple(said))


def _mark(window: Window, attribution: Labelled, roles: list[int]) -> None:
    """Gives the words of an attribution's content and source their place in PARTS."""
    for role in ("content", "source"):
        for span in attribution[role]:
            for place, word in enumerate(_inside(window, [span])):
                roles[word] = PARTS.index(("I-" if place else "B-") + role)


def _inside(window: Window, spans: Sequence[Sequence[int]]) -> list[int]:
    """The words of a window that these spans touch, in order."""
    return [i for i, (s, e) in enumerate(window.words) if any(e > start and s < end for start, end in spans)]
