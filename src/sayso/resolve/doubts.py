"""Which claim a doubt, a denial or a confirmation is about: "the figure could not be independently verified".

The claim meant is the nearest earlier one that fits what the words say of it (`pointers`): a noun for it, whose it is, a
figure, words of its own. Where none near enough fits there is none: a link to the wrong claim is worse than no link.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import msgspec

from sayso.mentions import Sentence, Token
from sayso.records import Claim, Record, Span, Speaker
from sayso.resolve.actors import key
from sayso.resolve.pointers import Owner, Pointer, Words, read_pointer, stems
from sayso.resolve.speaker.page import Page

# So many paragraphs back the claim meant is looked for: by a pronoun or a thing, by a noun, and by a noun or a clause
# that also says whose or which claim it is.
REACH = {"whole": 1, "thing": 1, "backing": 1, "noun": 3, "clause": 8}
REACH_OWNED = 8
# An event in the outlet's own voice is meant only right after it is told ("Baku denied it").
REACH_OWN_VOICE = 1
# Of the words that a noun's complement or a clause has, this part must stand in the claim meant.
SHARED = {"noun": 0.5, "clause": 0.6}
# A clause must share so many words, or a number and one word, unless the whole of it is in the claim.
FEWEST = 2
# A content is another claim's where it shares so much of its length.
SAME = 0.8
# So many letters of a stem tell it from others.
SHORTEST = 4
# A picture is told of in a claim or so many words beside it ("The video, the army said, ...").
BESIDE = 12
# "No evidence whatever" has no more words.
FEW = 4
# So many claims before the one that points are tried.
MOST = 60

_PARAGRAPH = re.compile(r"\n\s*")


class _Told(Record, frozen=True, kw_only=True):
    """What a claim tells that others may mean: its stems, and whether a figure, a picture or several speakers are in it.

    `points` is True where its content only means another claim's: who doubts it doubts that other one.
    """

    stems: frozenset[str]
    figure: bool
    picture: bool
    several: bool
    points: bool


@dataclass(frozen=True, slots=True)
class _Ground:
    """A report as seen from the claim that points. `titles` are the words by which each speaker is called in it."""

    page: Page
    words: Words
    claims: Sequence[Claim]
    paragraphs: Sequence[int]
    titles: Mapping[str, frozenset[str]]
    heard: dict[str, _Told]

    def paragraph(self, position: int) -> int:
        return bisect_right(self.paragraphs, position)

    def tokens(self, spans: Sequence[Span]) -> list[Token]:
        return [self.page.tokens[i] for span in spans for i in self.page.inside(span)]

    def told(self, claim: Claim) -> _Told:
        """Worked out once a claim, however many point back at it."""
        if claim.id not in self.heard:
            self.heard[claim.id] = _told(self, claim)
        return self.heard[claim.id]


def link_doubts(
    text: str,
    sentences: Sequence[Sentence],
    claims: Sequence[Claim],
    outlet: str | None,
    words: Words,
) -> tuple[Claim, ...]:
    """The claims in the same order, each that points back with `about`; what was checked in vain as a doubt, whatever its
    cue made of it, and the outlet as the speaker of its own doubts.

    `claims` are a report's, with their ids, in text order; `outlet` is the report's own, None where it is not known.
    """
    page = Page(text, sentences)
    paragraphs = [match.end() for match in _PARAGRAPH.finditer(text)]
    ground = _Ground(page, words, claims, paragraphs, {}, {})
    claims = [_with_outlet(ground, _as_doubt(ground, claim), outlet) for claim in claims]
    ground = _Ground(page, words, claims, paragraphs, _titles(page, claims), {})
    return tuple(_linked(ground, claim) for claim in claims)


def _linked(ground: _Ground, claim: Claim) -> Claim:
    if claim.voice == "own" or not _points_back(ground, claim):
        return claim
    meant = _same_words(ground, claim) or _meant(ground, claim)
    return msgspec.structs.replace(claim, about=meant.id) if meant else claim


def _points_back(ground: _Ground, claim: Claim) -> bool:
    if claim.stance in {"doubts", "denies"}:
        return True
    confirming = ground.words.pointing.confirming
    return claim.stance == "asserts" and any(t.lemma.lower() in confirming for t in ground.tokens(claim.cue))


def _as_doubt(ground: _Ground, claim: Claim) -> Claim:
    """A claim that was checked in vain, or for which nothing is given, with the stance of a doubt."""
    if claim.stance != "asserts" or claim.form == "direct" or not claim.cue:
        return claim
    speech, cue = ground.words.speech, ground.tokens(claim.cue)
    lemmas = {t.lemma.lower() for t in cue}
    negated = any(t.text.lower() in speech.negations for t in cue)
    if lemmas & speech.checks:
        in_vain = negated or bool(lemmas & ground.words.pointing.failing)
    else:
        content = ground.tokens(claim.content)
        nothing = negated or any(t.text.lower() in speech.negations for t in content)
        pointer = read_pointer(ground.page, claim, ground.words) if nothing and len(content) <= FEW else None
        in_vain = pointer is not None and pointer.way == "backing"
    return msgspec.structs.replace(claim, stance="doubts", negated=False) if in_vain else claim


# The outlet ------------------------------------------------------------------------------------------------------


def _with_outlet(ground: _Ground, claim: Claim, outlet: str | None) -> Claim:
    """A doubt of the outlet's own, with the outlet as its speaker: by its name, by "we", or by nobody's name at all."""
    if outlet is None or claim.stance != "doubts" or claim.voice == "own":
        return claim
    named = claim.speaker is not None and key(claim.speaker.name) == key(outlet)
    if named or (claim.form != "direct" and not _told_by_another(ground, claim) and _is_here(ground, claim)):
        span = claim.speaker.span if named and claim.speaker else None
        return msgspec.structs.replace(claim, speaker=Speaker(name=outlet, kind="outlet", span=span))
    return claim


def _is_here(ground: _Ground, claim: Claim) -> bool:
    """Whether the writer speaks: "we", "this newspaper", or in a passive of checking nobody."""
    speech, pointing = ground.words.speech, ground.words.pointing
    source = ground.tokens(claim.source)
    if not source:
        cue = ground.tokens(claim.cue)
        doubts = speech.doubts | speech.doubts_negated
        return claim.speaker is None and any(
            t.text.lower() in doubts or t.lemma.lower() in speech.checks for t in cue
        )
    first = source[0].text.lower()
    if len(source) == 1:
        pronoun = speech.pronouns.get(first)
        return pronoun is not None and pronoun.person == 1
    return first in pointing.here and any(t.lemma.lower() in pointing.reporting for t in source[1:])


def _told_by_another(ground: _Ground, claim: Claim) -> bool:
    return any(_holds(other, claim) for other in _before(ground, claim, also_level=True))


# The claim meant -------------------------------------------------------------------------------------------------


def _same_words(ground: _Ground, claim: Claim) -> Claim | None:
    """The claim whose content is the very words that this one denies or doubts: "It was unclear whether" in between, or
    a content that the reader took from the sentence before ("Baku denied it").
    """
    length = sum(end - start for start, end in claim.content)
    for other in _before(ground, claim, also_level=True):
        shared = sum(max(0, min(e, f) - max(s, b)) for s, e in claim.content for b, f in other.content)
        if length and shared >= SAME * length and _may_be_meant(claim, other) and not _holds(other, claim):
            return other
    return None


def _meant(ground: _Ground, claim: Claim) -> Claim | None:
    pointer = read_pointer(ground.page, claim, ground.words)
    if pointer is None or (pointer.way in {"clause", "thing", "backing"} and claim.stance != "doubts"):
        return None
    candidates = _beside(ground, claim) if pointer.beside or pointer.way == "backing" else iter(())
    if not pointer.beside:
        candidates = chain(candidates, _before(ground, claim))
    return next((other for other in candidates if _fits(ground, pointer, claim, other)), None)


def _before(ground: _Ground, claim: Claim, *, also_level: bool = False) -> Iterator[Claim]:
    """The claims whose content begins before this one's words do, the nearest first."""
    here = _place(claim)
    at = bisect_left(ground.claims, _first(claim), key=_first) + MOST // 4
    near = ground.claims[max(0, at - MOST) : at]
    found = [o for o in near if o.id != claim.id and o.content and _begins(o) < here + also_level]
    return iter(sorted(found, key=_begins, reverse=True))


def _beside(ground: _Ground, claim: Claim) -> Iterator[Claim]:
    """The claims of the same sentence, those before this one first."""
    sentence = ground.page.sentence_at(_place(claim))
    yield from (o for o in _before(ground, claim) if ground.page.sentence_at(_begins(o)) == sentence)
    at = bisect_left(ground.claims, _first(claim), key=_first)
    for other in ground.claims[max(0, at - MOST // 4) : at + MOST // 4]:
        later = other.id != claim.id and other.content and _begins(other) > _place(claim)
        if later and ground.page.sentence_at(_begins(other)) == sentence:
            yield other


def _fits(ground: _Ground, pointer: Pointer, claim: Claim, other: Claim) -> bool:
    if other.stance not in pointer.stances or _holds(other, claim) or ground.told(other).points:
        return False
    if not _is_near(ground, pointer, claim, other):
        return False
    if pointer.way == "backing":
        return claim.speaker is None or claim.speaker.kind == "outlet" or _same_speaker(claim, other)
    if not _may_be_meant(claim, other) or not _has_needed(ground, pointer, other):
        return False
    if pointer.owners and not any(_is_owner(ground, owner, other) for owner in pointer.owners):
        return False
    return not pointer.words or _shares(ground, pointer, other)


def _may_be_meant(claim: Claim, other: Claim) -> bool:
    """Nobody denies, doubts or confirms the own words; a doubt is no claim that could be doubted; and what the outlet
    tells itself it does not check.
    """
    own = other.voice == "own"
    if other.stance == "doubts" or (own and claim.stance == "doubts"):
        return False
    return not _same_speaker(claim, other)


def _same_speaker(claim: Claim, other: Claim) -> bool:
    if claim.speaker is None or other.speaker is None:
        return False
    return key(claim.speaker.name) == key(other.speaker.name)


def _is_near(ground: _Ground, pointer: Pointer, claim: Claim, other: Claim) -> bool:
    page = ground.page
    if other.voice == "own":
        apart = page.sentence_at(_place(claim)) - page.sentence_at(_begins(other))
        return pointer.way == "whole" and apart <= REACH_OWN_VOICE
    reach = REACH_OWNED if pointer.owners or pointer.words else REACH[pointer.way]
    return ground.paragraph(_place(claim)) - ground.paragraph(_begins(other)) <= reach


def _has_needed(ground: _Ground, pointer: Pointer, other: Claim) -> bool:
    told = ground.told(other)
    return {"words": True, "figure": told.figure, "picture": told.picture}[pointer.needs]


def _is_owner(ground: _Ground, owner: Owner, other: Claim) -> bool:
    """Whether a claim is by whom the pointer names."""
    speaker = other.speaker
    if speaker is None:
        return False
    if owner.pronoun is not None:
        plural = speaker.kind == "group" or ground.told(other).several
        if owner.pronoun.person != 3:
            return False
        if owner.pronoun.number == "plural":
            return plural or speaker.kind in {"armed group", "organisation", "state"}
        person = speaker.kind in {"person", "unknown"} and not plural
        return person if owner.pronoun.gender != "neuter" else speaker.kind not in {"person", "group"}
    if owner.side and speaker.side and owner.side != speaker.side:
        return False
    if not owner.head:
        return speaker.side == owner.side
    return owner.head in ground.titles.get(key(speaker.name), frozenset())


def _shares(ground: _Ground, pointer: Pointer, other: Claim) -> bool:
    """Whether a claim has the words that a complement or a clause has."""
    told = ground.told(other).stems
    shared = {word for word in pointer.words if _is_among(word, told)}
    if pointer.way != "clause":
        return len(shared) >= SHARED["noun"] * len(pointer.words)
    figure = any(word[:1].isdigit() for word in shared)
    if figure and len(shared) >= FEWEST:
        return True
    enough = len(shared) >= FEWEST and len(shared) >= SHARED["clause"] * len(pointer.words)
    numbers = {w for w in pointer.words if w[:1].isdigit()}
    return enough and (not numbers or figure)


def _is_among(word: str, told: frozenset[str]) -> bool:
    """Whether a stem is told of; a shorter one may be its beginning ("the missing", "were missing")."""
    beginnings = (word[:length] for length in range(SHORTEST, len(word)))
    return word in told or (not word[:1].isdigit() and any(b in told for b in beginnings))


def _only_points(ground: _Ground, claim: Claim) -> bool:
    if claim.voice == "own" or not _points_back(ground, claim):
        return False
    pointer = read_pointer(ground.page, claim, ground.words)
    return pointer is not None and pointer.way != "clause" and not pointer.words


def _around(page: Page, part: range) -> range:
    """A part of a claim with the words beside it in its sentences."""
    low = max(page.bounds(part[0]).start, part[0] - BESIDE)
    return range(low, min(page.bounds(part[-1]).stop, part[-1] + 1 + BESIDE))


def _told(ground: _Ground, claim: Claim) -> _Told:
    page, pointing = ground.page, ground.words.pointing
    content = ground.tokens(claim.content)
    parts = [page.inside(span) for span in (*claim.source, *claim.cue, *claim.content)]
    near = [i for part in parts if part for i in _around(page, part)]
    return _Told(
        stems=stems([*content, *ground.tokens(claim.cue)], pointing),
        figure=bool(claim.quantities) or any(t.pos == "NUM" for t in content),
        picture=any(page.tokens[i].lemma.lower() in pointing.pictures for i in near),
        points=_only_points(ground, claim),
        several=any(t.tag in {"NNS", "NNPS"} for t in ground.tokens(claim.source)),
    )


# Places ----------------------------------------------------------------------------------------------------------


def _titles(page: Page, claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """By which words each speaker is called in the report: those of the name and of all its sources."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.speaker is None:
            continue
        called = found[key(claim.speaker.name)]
        called.update(claim.speaker.name.lower().split())
        for span in claim.source:
            for i in page.inside(span):
                called |= {page.tokens[i].lemma.lower(), page.tokens[i].text.lower()}
    return {name: frozenset(called) for name, called in found.items()}


def _holds(outer: Claim, inner: Claim) -> bool:
    """Whether one claim's content holds the words by which another one is handed to its speaker."""
    anchors = (*inner.source, *inner.cue) or inner.content
    return any(start <= s and e <= end for start, end in outer.content for s, e in anchors)


def _first(claim: Claim) -> int:
    return min(start for start, _ in (*claim.source, *claim.cue, *claim.content))


def _begins(claim: Claim) -> int:
    return claim.content[0][0]


def _place(claim: Claim) -> int:
    """Where a claim points from: its source or cue, else its content."""
    return next((s[0][0] for s in (claim.source, claim.cue, claim.content) if s), 0)
