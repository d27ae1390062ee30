"""Labels the passages in tests/passages: from exact words to offsets, and back to words for reading.

usage: python tools/passages.py add DRAFT...    write the passages of drafts and their labels; one of the same name is replaced
       python tools/passages.py show [NAME...]  print every label in words
       python tools/passages.py count           print how often each construction, stance and form occurs

A draft holds one or more passages:

    === name | 2025-03-14 | construction, construction
    The passage, exactly as it shall stand.
    ---
    source | cue | content | speaker | relay; relay | form | stance | flags

A label stands on one line. Segments of one role are parted by " ~ ". "We hold>>the bridge" is the stretch from the first
words to the last. Words that occur more than once are taken nearest to the content, the content itself nearest behind that of
the label before; "He#2" takes the second occurrence in the passage. A source, cue or speaker may be empty. form and stance may
be cut short ("d", "asserts"). Flags, parted by spaces: opt (careful people could differ on it), key=a (a name for this
label), about=a (a doubt about the label with that key).
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from sayso.records import Form, Stance

FOLDER = Path(__file__).parent.parent / "tests/passages"
LABELS = FOLDER / "labels.jsonl"
ROLES = ("source", "cue", "content")
FORMS: tuple[str, ...] = get_args(Form)
STANCES: tuple[str, ...] = get_args(Stance)
WIDE = 400
"""Characters between source, cue and content from which on a wrong occurrence is likely."""

Span = tuple[int, int]


class DraftError(Exception):
    """A draft that cannot be turned into labels; says where and why."""


def read_draft(draft: str) -> list[tuple[str, dict[str, Any]]]:
    """The passages of a draft: text and labels of each."""
    found = []
    for block in re.split(r"^=== ", draft, flags=re.MULTILINE)[1:]:
        head, _, rest = block.partition("\n")
        text, parted, lines = rest.partition("\n---\n")
        name, published, constructions = (part.strip() for part in head.split("|"))
        if not parted:
            raise DraftError(f"{name}: no line --- between the passage and its labels")
        text = text.strip("\n") + "\n"
        labels = _labels(name, text, [line for line in lines.splitlines() if line.strip()])
        found.append(
            (
                text,
                {
                    "doc": name,
                    "published": published,
                    "constructions": [word.strip() for word in constructions.split(",")],
                    "attributions": labels,
                    "quantities": [],
                    "times": [],
                    "places": [],
                },
            )
        )
    return found


def _labels(name: str, text: str, lines: list[str]) -> list[dict[str, Any]]:
    labels: list[dict[str, Any]] = []
    keys: dict[str, int] = {}
    doubts: list[tuple[int, str]] = []
    last = 0
    for line in lines:
        fields = [field.strip() for field in line.split("|")]
        if len(fields) not in {7, 8}:
            raise DraftError(f"{name}: not seven or eight fields: {line}")
        source, cue, content, speaker, relays, form, stance = fields[:7]
        flags = dict(flag.partition("=")[::2] for flag in " ".join(fields[7:]).replace("|", " ").split())
        if not set(flags) <= {"opt", "key", "about"}:
            raise DraftError(f"{name}: unknown flag: {line}")
        try:
            spans = _spans(text, (source, cue, content), last)
            whole = {"form": _whole(form, FORMS), "stance": _whole(stance, STANCES)}
        except DraftError as error:
            raise DraftError(f"{name}: {error}: {line}") from None
        last = spans["content"][0][0]
        if "key" in flags:
            keys[flags["key"]] = len(labels)
        if "about" in flags:
            doubts.append((len(labels), flags["about"]))
        named = [relay.strip() for relay in relays.split(";") if relay.strip()]
        label: dict[str, Any] = {role: [list(s) for s in spans[role]] for role in ROLES}
        labels.append({**label, "speaker": speaker, "relays": named, **whole, "optional": "opt" in flags})
    for index, key in doubts:
        labels[index]["about"] = keys[key]
    return labels


def _whole(word: str, among: tuple[str, ...]) -> str:
    found = [choice for choice in among if word and choice.startswith(word)]
    if len(found) != 1:
        raise DraftError(f"{word!r} is not one of {', '.join(among)}")
    return found[0]


def _spans(text: str, roles: tuple[str, str, str], last: int) -> dict[str, list[Span]]:
    source, cue, content = ([w.strip() for w in role.split("~") if w.strip()] for role in roles)
    if not content:
        raise DraftError("no content")
    contents: list[Span] = []
    position = last
    for words in content:
        contents.append(_behind(_occurrences(text, words), position))
        position = contents[-1][1]
    cues: list[Span] = []
    for words in cue:
        cues.append(_nearest(_occurrences(text, words), contents, (*contents, *cues)))
    sources: list[Span] = []
    for words in source:
        sources.append(_nearest(_occurrences(text, words), cues or contents, (*contents, *cues, *sources)))
    return {"source": sorted(sources), "cue": sorted(cues), "content": sorted(contents)}


def _occurrences(text: str, words: str) -> list[Span]:
    words, _, number = words.partition("#")
    first, _, end = words.partition(">>")
    pattern = re.escape(first) + (".*?" + re.escape(end) if end else "")
    before = r"(?<!\w)" if first[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    found = [m.span() for m in re.finditer(before + pattern + after, text, re.DOTALL)]
    if len(found) < int(number or 1):
        raise DraftError(f"not in the passage: {words!r}")
    return [found[int(number) - 1]] if number else found


def _behind(found: list[Span], position: int) -> Span:
    return min(found, key=lambda span: (span[0] < position, abs(span[0] - position)))


def _nearest(found: list[Span], near: list[Span], taken: tuple[Span, ...]) -> Span:
    free = [s for s in found if not any(s[0] < end and start < s[1] for start, end in taken)]
    return min(free or found, key=lambda span: min(_gap(span, other) for other in near))


def _gap(a: Span, b: Span) -> int:
    return max(a[0] - b[1], b[0] - a[1], 0)


def add(paths: list[str]) -> None:
    """Write the passages of these drafts, and the labels of all passages, sorted by name."""
    labels = {row["doc"]: row for row in load()}
    for path in paths:
        for text, row in read_draft(Path(path).read_text("utf-8")):
            (FOLDER / f"{row['doc']}.txt").write_text(text, "utf-8")
            labels[row["doc"]] = row
            for note in notes(text, row):
                print(f"{row['doc']}: {note}")
    lines = [json.dumps(labels[name], ensure_ascii=False) + "\n" for name in sorted(labels)]
    LABELS.write_text("".join(lines), "utf-8")
    print(f"{len(labels)} passages, {sum(len(row['attributions']) for row in labels.values())} attributions")


def notes(text: str, row: dict[str, Any]) -> list[str]:
    """What is likely a slip in the labels of a passage."""
    found = []
    for label in row["attributions"]:
        spans = sorted(tuple(s) for role in ROLES for s in label[role])
        words = text[label["content"][0][0] : label["content"][-1][1]]
        if any(b[0] - a[1] > WIDE for a, b in pairwise(spans)):
            found.append(f"source, cue and content far apart: {words!r}")
        if any(a[1] > b[0] for a, b in pairwise(label["content"])):
            found.append(f"segments overlap: {words!r}")
        if words[-1] in ".," or words.startswith("that "):
            found.append(f"content ends in a stop or opens with that: {words!r}")
        before = text[: label["content"][0][0]].split("\n")[-1]
        if label["form"] == "direct" and not re.search(r"[\"“‘'«„–-]", before):
            found.append(f"direct, without a mark before it: {words!r}")
        if (label["form"] == "mixed") != bool(re.search(r"[\"“‘«„]", words)) and label["form"] != "direct":
            found.append(f"{label['form']}, but for the marks inside: {words!r}")
    return found


def load() -> list[dict[str, Any]]:
    """The labels as they stand, a row a passage."""
    return [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()] if LABELS.exists() else []


def show(names: list[str]) -> None:
    """Print the labels in words, with the passage before them."""
    for row in load():
        if names and row["doc"] not in names:
            continue
        text = (FOLDER / f"{row['doc']}.txt").read_text("utf-8")
        print(f"\n=== {row['doc']} | {row['published']} | {', '.join(row['constructions'])}\n{text}---")
        for index, label in enumerate(row["attributions"]):
            source, cue, content = (" ~ ".join(text[s:e] for s, e in label[role]) for role in ROLES)
            flags = ["optional"] if label["optional"] else []
            flags += [f"about {label['about']}"] if "about" in label else []
            who = f"{label['speaker']} <- {label['relays']}" if label["relays"] else label["speaker"]
            kind = " ".join([label["form"], label["stance"], *flags])
            print(f"{index:3} [{source}] [{cue}] [{content}]\n      {who} · {kind}")


def count() -> None:
    """Print how often each construction, stance and form occurs in the labels that are not optional."""
    rows = load()
    firm = [label for row in rows for label in row["attributions"] if not label["optional"]]
    print(
        f"{len(rows)} passages, {len(firm)} attributions, {sum(bool(x['relays']) for x in firm)} with relays"
    )
    for kind in ("stance", "form"):
        print(kind, dict(Counter(label[kind] for label in firm).most_common()))
    for name, number in Counter(c for row in rows for c in row["constructions"]).most_common():
        print(f"{number:4} {name}")


def main(arguments: list[str]) -> int:
    match arguments:
        case ["add", _, *_]:
            try:
                add(arguments[1:])
            except DraftError as error:
                print(error, file=sys.stderr)
                return 1
        case ["show", *names]:
            show(names)
        case ["count"]:
            count()
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
