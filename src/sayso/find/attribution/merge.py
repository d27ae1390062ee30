"""Drafts, whoever found them, made into the attributions of a report."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence

from sayso.find.attribution.content import Marks, form_of, has_word, join, trim
from sayso.find.attribution.draft import Draft
from sayso.languages.speech import SpeechLexicon
from sayso.mentions import Attribution
from sayso.records import Span
from sayso.stretches import covers, merged

LEAST_NESTED = 0.6
"""The confidence from which an attribution within another counts: a false one gives its claim a false relay."""
ADVERBS = 2
"""So many words may part a verb from its auxiliary ("has only now said")."""
DOMAINS = frozenset("by co com de eu fr info net org ru su tv ua uk us".split())
"""Ends of the names of sites that stand for an outlet ("Vzglyad.Ru")."""


def merge(
    text: str,
    drafts: Iterable[Draft],
    marks: Marks,
    lexicon: SpeechLexicon,
    openers: Container[int] = (),
    whole: bool = False,
) -> tuple[Attribution, ...]:
    """Trimmed, one for each cue (the surest), in the order of their first words, each with what it is nested in."""
    best: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        draft.content = list(_content(text, draft, marks, lexicon, openers, whole))
        draft.source = [
            _whole_words(text, _without_opener(text, span, lexicon, openers))
            for span in _spaceless(text, draft.source)
        ]
        if not draft.content:
            continue
        key: tuple[object, ...] = (draft.cue[-1][1],) if draft.cue else ("", *draft.content)
        other = best.get(key)
        if other is None or _surer(draft) > _surer(other):
            best[key] = draft
    chosen = sorted(_outside_sources(best.values()), key=_first)
    holders = _nesting(chosen)
    kept = [d for d, h in zip(chosen, holders, strict=True) if h is None or _stands(text, d, lexicon)]
    if len(kept) < len(chosen):
        chosen, holders = kept, _nesting(kept)
    return tuple(
        Attribution(
            source=tuple(draft.source),
            cue=tuple(_whole_cue(text, draft) if whole else _cue(text, draft.cue, lexicon)),
            content=tuple(draft.content),
            form=form_of(text, draft.content, marks),
            confidence=round(draft.confidence, 2),
            continues=draft.continues,
            nested_in=holder,
            stances=draft.stances,
        )
        for draft, holder in zip(chosen, holders, strict=True)
    )


def _outside_sources(drafts: Collection[Draft]) -> list[Draft]:
    """Without those that only tell of a source: "an officer who asked not to be named"."""
    sources = merged(span for draft in drafts for span in draft.source)
    return [d for d in drafts if d.source or not d.cue or not covers(sources, d.cue[0][0])]


def _surer(draft: Draft) -> tuple[bool, float]:
    """What the layout tells goes before what the tagger makes of it."""
    return draft.found != "tagged", draft.confidence


def _stands(text: str, draft: Draft, lexicon: SpeechLexicon) -> bool:
    """Whether what stands within another's words is a saying of its own: the tagger is sure enough, and it is not the outer
    speaker's own "I think" or "as we said".
    """
    if draft.confidence < LEAST_NESTED:
        return False
    pronoun = lexicon.pronouns.get(text[slice(*draft.source[0])].lower()) if draft.source else None
    return pronoun is None or pronoun.person == 3


def _spaceless(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Spans without white space round them: two spaces, or a no-break space, are a token for the parser."""
    for start, end in spans:
        words = text[start:end]
        start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        if start < end:
            yield start, end


def _whole_words(text: str, span: Span) -> Span:
    """A source from the start of its first word, to the end of its last one, where the parser cut it at a point or
    a hyphen ("Vzglyad.Ru", "co-organiser")."""
    start, end = span
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        end = _word_end(text, end + 1, end + 40)
    word = _word_end(text, start, start + 8)
    if text[start - 1 : start] != "." or text[start:word].lower() not in DOMAINS:
        return start, end
    first = start
    while first > 0 and start - first < 40 and (text[first - 1].isalnum() or text[first - 1] == "."):
        first -= 1
    return (first, end) if text[first].isalnum() else (start, end)


def _word_end(text: str, start: int, limit: int) -> int:
    """Where the letters and digits from a position on end, at the limit at the latest."""
    limit = min(limit, len(text))
    return next((i for i in range(start, limit) if not text[i].isalnum()), limit)


def _content(
    text: str, draft: Draft, marks: Marks, lexicon: SpeechLexicon, openers: Container[int], whole: bool
) -> tuple[Span, ...]:
    """The trimmed spans, without those that have no word in them, and without the words of source and cue."""
    holes = sorted([*draft.source, *draft.cue])
    kept: list[Span] = []
    for span in join(draft.content, text):
        for piece in _cut(span, holes):
            trimmed = piece if whole else _trimmed(text, piece, marks, lexicon, openers)
            if trimmed and has_word(text, trimmed) and text[slice(*trimmed)] not in lexicon.words.role:
                kept.append(trimmed)
    return tuple(kept)


def _cue(text: str, spans: Iterable[Span], lexicon: SpeechLexicon) -> Iterator[Span]:
    """The spans that have a word in them, without the "by" that a passive ends with: a colon alone is no cue."""
    for start, end in _spaceless(text, spans):
        words = text[start:end].rsplit(None, 1)
        if len(words) == 2 and words[1].lower() in lexicon.words.source:
            end = start + len(words[0])
        if has_word(text, (start, end)):
            yield start, end


def _whole_cue(text: str, draft: Draft) -> Iterator[Span]:
    """The spans of a cue, with the adverbs that part a verb from its auxiliary; a source between them parts them still."""
    start: int | None = None
    end = 0
    for low, high in _spaceless(text, draft.cue):
        parted = any(end <= s < low for s, _ in draft.source) or len(text[end:low].split()) > ADVERBS
        if start is not None and parted:
            yield start, end
            start = None
        start, end = low if start is None else start, high
    if start is not None:
        yield start, end


def _trimmed(
    text: str, piece: Span, marks: Marks, lexicon: SpeechLexicon, openers: Container[int]
) -> Span | None:
    """A span without its outer marks, the "that" it opens with and the "and" it ends with."""
    trimmed = trim(text, _without_joint(text, piece, lexicon), marks)
    return trimmed and trim(text, _without_opener(text, trimmed, lexicon, openers), marks)


def _without_opener(text: str, span: Span, lexicon: SpeechLexicon, openers: Container[int]) -> Span:
    """A span without a "that" that opens the clause it begins."""
    words = text[span[0] : span[1]].split(None, 1)
    if span[0] in openers and len(words) == 2 and words[0].lower() in lexicon.complementisers:
        return span[1] - len(words[1]), span[1]
    return span


def _without_joint(text: str, span: Span, lexicon: SpeechLexicon) -> Span:
    """A span without an "and" that it ends with."""
    start, end = span
    words = text[start:end].rstrip().rsplit(None, 1)
    if len(words) == 2 and words[1].lower() in lexicon.words.coordinating:
        return start, start + len(words[0])
    return span


def _cut(span: Span, holes: Sequence[Span]) -> list[Span]:
    pieces = [span]
    for low, high in holes:
        cut: list[Span] = []
        for start, end in pieces:
            if high <= start or low >= end:
                cut.append((start, end))
                continue
            if start < low:
                cut.append((start, low))
            if high < end:
                cut.append((high, end))
        pieces = cut
    return pieces


def _first(draft: Draft) -> tuple[int, int]:
    spans = [*draft.source, *draft.cue, *draft.content]
    return min(s for s, _ in spans), min(s for s, _ in (draft.cue or draft.content))


def _nesting(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the one whose content holds its source and cue most closely.

    Words that a later "said this" points back to were not said within it.
    """
    holding = [(i, d) for i, d in enumerate(drafts) if d.found != "pointing"]
    spans = sorted((s, -e, i) for i, d in holding for s, e in d.content)
    order = sorted(range(len(drafts)), key=lambda i: _anchor(drafts[i])[0])
    holders: list[int | None] = [None] * len(drafts)
    open_: list[tuple[int, int, int]] = []
    place = 0
    for index in order:
        low, high = _anchor(drafts[index])
        while place < len(spans) and spans[place][0] <= low:
            start, end, owner = spans[place]
            open_.append((start, -end, owner))
            place += 1
        while open_ and open_[-1][1] <= low:
            open_.pop()
        for start, end, owner in reversed(open_[-12:]):
            if owner != index and start <= low and high <= end:
                if not _leads_to(holders, owner, index):
                    holders[index] = owner
                break
    return holders


def _leads_to(holders: Sequence[int | None], start: int, goal: int) -> bool:
    """Whether going from holder to holder comes by `goal`: two that hold each other are nested one way only."""
    current: int | None = start
    for _ in range(64):
        if current is None or current == goal:
            return current == goal
        current = holders[current]
    return True


def _anchor(draft: Draft) -> Span:
    spans = draft.cue + draft.source if draft.cue else draft.content
    return min(s for s, _ in spans), max(e for _, e in spans)
