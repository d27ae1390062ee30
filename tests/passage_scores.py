"""How well the claims that were read fit the labels of a passage: pure functions from claims and labels to counts.

Labels and claims are paired one to one by the words of their contents; what is right is counted on the pairs. An optional
label counts neither way, and a claim that fits an optional label better than every firm one is left out. Every figure is a
`Tally`, right of all, so that the tallies of passages add up to that of all of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, get_args

import msgspec

from sayso.records import Form, Record, Report, Span, Stance

FORMS: tuple[Form, ...] = get_args(Form)
SAME_CONTENT = 0.5
"""The share of words that two contents must have in common, of all words of both, to be one claim."""
SLACK = 2.0
"""So many points above its floor a figure may stand before the floor is called low."""

TOKEN = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
BARE_WORDS = frozenset({"a", "of", "s", "the"})


class Label(Record, frozen=True, kw_only=True):
    """An attribution, as labelled or as read. `about` is the place, in the same list, of the one that it doubts."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str
    relays: tuple[str, ...]
    form: Form
    stance: Stance
    optional: bool = False
    about: int | None = None


class Passage(Record, frozen=True, kw_only=True):
    """A line of labels.jsonl; `text` is kept in a file of its own."""

    doc: str
    published: str
    constructions: tuple[str, ...]
    attributions: tuple[Label, ...]
    quantities: tuple[Span, ...]
    times: tuple[Span, ...]
    places: tuple[Span, ...]
    text: str = ""

    @property
    def firm(self) -> tuple[Label, ...]:
        """The labels that count."""
        return tuple(label for label in self.attributions if not label.optional)


class Tally(NamedTuple):
    """So many right, of so many."""

    right: int = 0
    of: int = 0

    @property
    def percent(self) -> float:
        """100 where there was nothing to get wrong."""
        return 100 * self.right / self.of if self.of else 100.0


class Floor(NamedTuple):
    """The per cent below which a figure must not fall, and why it stands there."""

    percent: float
    reason: str


Tallies = dict[str, Tally]


def passages_in(lines: str, text_of: Callable[[str], str]) -> tuple[Passage, ...]:
    """The passages of labels.jsonl. Raises ValueError with the number of a line that is not in the form of `Passage`."""
    found = []
    for number, line in enumerate(lines.splitlines(), 1):
        try:
            passage = msgspec.json.decode(line, type=Passage)
        except msgspec.ValidationError as error:
            raise ValueError(f"labels.jsonl, line {number}: {error}") from None
        found.append(msgspec.structs.replace(passage, text=text_of(passage.doc)))
    return tuple(found)


def attributions_in(report: Report) -> tuple[Label, ...]:
    """The attributed claims of a report, in the form of labels."""
    claims = [claim for claim in report.claims if claim.voice == "attributed"]
    places = {claim.id: place for place, claim in enumerate(claims)}
    return tuple(
        Label(
            source=claim.source,
            cue=claim.cue,
            content=claim.content,
            speaker=claim.speaker.name if claim.speaker else "",
            relays=tuple(relay.name for relay in claim.relays),
            form=claim.form,
            stance=claim.stance,
            about=places.get(claim.about or ""),
        )
        for claim in claims
    )


def score(passage: Passage, found: Sequence[Label]) -> Tallies:
    """The tally of each figure over one passage, in the order of a table.

    linked       pairs whose source and cue too overlap, or are empty on both sides
    direct, mixed, indirect found    labels of that form that have a pair
    the others   of the pairs, those where it is right; relays where the label has some, no false relay where it has none,
                 about where the label is a doubt about one claim
    """
    text, firm = passage.text, passage.firm
    kept = [claim for claim in found if not _is_optional(claim, passage.attributions)]
    pairs = pair(text, firm, kept)
    linked = sum(_same_place(a.source, b.source) and _same_place(a.cue, b.cue) for a, b in pairs)
    tallies = {
        "linked F1": Tally(2 * linked, len(firm) + len(kept)),
        "linked precision": Tally(linked, len(kept)),
        "linked recall": Tally(linked, len(firm)),
    }
    for form in FORMS:
        of_form = sum(label.form == form for label in firm)
        tallies[f"{form} found"] = Tally(sum(label.form == form for label, _ in pairs), of_form)
    for figure, is_right in OF_PAIRS.items():
        judged = [right for a, b in pairs if (right := is_right(a, b)) is not None]
        tallies[figure] = Tally(sum(judged), len(judged))
    doubts = [
        _doubts_the_same(text, passage.attributions[a.about], found, b)
        for a, b in pairs
        if a.about is not None
    ]
    tallies["about"] = Tally(sum(doubts), len(doubts))
    return tallies


def pair(text: str, labels: Sequence[Label], claims: Sequence[Label]) -> list[tuple[Label, Label]]:
    """One label to one claim, the likest contents first; of two equally like, the one whose cue and source fit."""
    tokens = [match.span() for match in TOKEN.finditer(text)]
    candidates = []
    for i, label in enumerate(labels):
        wanted = _covered(label.content, tokens)
        for j, claim in enumerate(claims):
            share = _share(wanted, _covered(claim.content, tokens))
            if share >= SAME_CONTENT:
                beside = _touch(label.cue, claim.cue) + _touch(label.source, claim.source)
                candidates.append((-share, -beside, i, j))
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(labels[i], claims[j]) for i, j in sorted(pairs.items())]


def same_name(one: str, other: str) -> bool:
    """Whether two names are one speaker's: they share the last word, or all words of the shorter."""
    a, b = _words_of(one), _words_of(other)
    return bool(a and b) and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a))


def total(tallies: Iterable[Tallies]) -> Tallies:
    """The tallies of many passages added up, figure by figure."""
    sums: Tallies = {}
    for one in tallies:
        for figure, (right, of) in one.items():
            before = sums.get(figure, Tally())
            sums[figure] = Tally(before.right + right, before.of + of)
    return sums


def by_construction(passages: Sequence[Passage], scores: Mapping[str, Tallies]) -> Tallies:
    """Linked recall over the passages that carry a construction, for each, the worst first."""
    found = total(
        {construction: scores[passage.doc]["linked recall"]}
        for passage in passages
        for construction in passage.constructions
    )
    return dict(sorted(found.items(), key=lambda item: (item[1].percent, item[0])))


def worst(figure: str, scores: Mapping[str, Tallies], number: int = 10) -> list[tuple[str, Tally]]:
    """The passages that cost a figure most, those with most wrong first."""
    costs = [(name, tallies[figure]) for name, tallies in scores.items()]
    wrong = [(name, tally) for name, tally in costs if tally.right < tally.of]
    return sorted(wrong, key=lambda item: (item[1].right - item[1].of, item[0]))[:number]


def complaint(figure: str, scores: Mapping[str, Tallies], floor: Floor) -> str | None:
    """What to tell where a figure is below its floor; None where it is not."""
    tally = total(scores.values())[figure]
    if tally.percent >= floor.percent:
        return None
    lines = [
        f"{figure} is {tally.percent:.1f} per cent ({tally.right} of {tally.of}), below its floor of {floor.percent:g}"
        f" in tests/passages/floors.tsv ({floor.reason}).",
        "Mend the reader, or move the floor in the same commit and give the reason. What costs most:",
        *(f"  {name:28} {t.right:3} of {t.of:3} right" for name, t in worst(figure, scores)),
        "`python tools/passages.py show NAME` prints the labels of a passage in words.",
    ]
    return "\n".join(lines)


def notes(scores: Mapping[str, Tallies], floors: Mapping[str, Floor]) -> list[str]:
    """The figures that have risen so far above their floors that a fall would go unseen."""
    figures = total(scores.values())
    return [
        f"raise the floor of {figure}: it is {figures[figure].percent:.1f}, its floor {floor.percent:g}"
        for figure, floor in floors.items()
        if figures[figure].percent > floor.percent + SLACK
    ]


def _right_speaker(label: Label, claim: Label) -> bool | None:
    return same_name(label.speaker, claim.speaker) if label.speaker else not claim.speaker


def _right_relays(label: Label, claim: Label) -> bool | None:
    if not label.relays:
        return None
    return len(label.relays) == len(claim.relays) and all(map(same_name, label.relays, claim.relays))


def _no_false_relay(label: Label, claim: Label) -> bool | None:
    return None if label.relays else not claim.relays


OF_PAIRS: dict[str, Callable[[Label, Label], bool | None]] = {
    "speaker": _right_speaker,
    "relays": _right_relays,
    "no false relay": _no_false_relay,
    "stance": lambda label, claim: label.stance == claim.stance,
    "form": lambda label, claim: label.form == claim.form,
}
"""Whether a claim has it right, by figure; None where the label puts no such question."""


def _doubts_the_same(text: str, doubted: Label, found: Sequence[Label], doubt: Label) -> bool:
    return doubt.about is not None and bool(pair(text, [doubted], [found[doubt.about]]))


def _is_optional(claim: Label, labels: Sequence[Label]) -> bool:
    """Whether the claim is liker to an optional label than to each firm one."""
    firm = max((_likeness(claim, label) for label in labels if not label.optional), default=0.0)
    return max((_likeness(claim, label) for label in labels if label.optional), default=0.0) > firm


def _likeness(claim: Label, label: Label) -> float:
    """The share of content in common, by characters; then half as much for the cue, a quarter for the source."""
    shared = _share(_characters(claim.content), _characters(label.content))
    if not shared:
        return 0.0
    return shared + 0.5 * _touch(claim.cue, label.cue) + 0.25 * _touch(claim.source, label.source)


def _same_place(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return _touch(one, other) or not (one or other)


def _touch(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(start < z and a < end for start, end in one for a, z in other)


def _characters(spans: Sequence[Span]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _covered(spans: Sequence[Span], tokens: Sequence[Span]) -> set[int]:
    """Which tokens lie in the spans, at least in part."""
    return {i for i, token in enumerate(tokens) if _touch([token], spans)}


def _share(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _words_of(name: str) -> list[str]:
    letters = (c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
    return [word for word in re.findall(r"\w+", "".join(letters)) if word not in BARE_WORDS]
