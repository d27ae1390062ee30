"""Twice the text takes about twice the time, whatever stands in it: the steps round the tagger, without any model.

Each case is built for a size and timed at that size and at twice it. A step that looks at everything for each thing takes
four times as long there.
"""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable

import pytest

from sayso.find.attribution.content import Marks
from sayso.find.attribution.draft import Draft
from sayso.find.attribution.headline import find_labels
from sayso.find.attribution.merge import merge
from sayso.find.attribution.quoted import attach
from sayso.find.attribution.windows import windows
from sayso.find.quotes import find_quotes
from sayso.find.tree import Tree
from sayso.languages.en import person, pointing, speech
from sayso.languages.tagger import Vocabulary
from sayso.mentions import Attribution, EventMention, Sentence, Token
from sayso.records import Claim, Counted, Quantity, Segment, Span, Stance
from sayso.resolve.actors import actors
from sayso.resolve.claims import Attributed, Belongings, make_claims
from sayso.resolve.doubts import link_doubts
from sayso.resolve.pointers import Words

Step = Callable[[], object]

LEXICON = speech.lexicon()
WORDS = Words(speech=LEXICON, people=person.lexicon(), pointing=pointing.lexicon(), actors=actors())
PIECES = Vocabulary({p: i for i, p in enumerate("[PAD] [UNK] [CLS] [SEP] [MASK] the gun fire .".split())})
# Between twice (linear, with what a busy machine adds) and four times (quadratic).
MOST = 3.0
NOISE = 0.05


def seconds(build: Callable[[int], Step], size: int) -> float:
    """The shorter of two runs on things of this size: what else the machine does only makes one longer."""
    taken: list[float] = []
    for _ in range(2):
        step = build(size)
        gc.collect()
        start = time.process_time()
        step()
        taken.append(time.process_time() - start)
    return min(taken)


def assert_linear(build: Callable[[int], Step], size: int) -> None:
    build(50)()
    first, second = seconds(build, size), seconds(build, 2 * size)
    assert second < MOST * first + NOISE, f"{first:.3f} s, then {second:.3f} s for twice as much"


# Windows ---------------------------------------------------------------------------------------------------------


def one_long_stretch(size: int) -> Step:
    text = "the gun fire. " * (size // 4)
    return lambda: list(windows(text, [(0, len(text))], (), PIECES, 16))


def many_short_stretches(size: int) -> Step:
    text = "the gun fire. " * (size // 4)
    stretches = [(at, at + 13) for at in range(0, len(text), 14)]
    return lambda: list(windows(text, stretches, (), PIECES, 16))


@pytest.mark.parametrize("build", [one_long_stretch, many_short_stretches])
def test_windows_are_filled_in_linear_time(build: Callable[[int], Step]) -> None:
    assert_linear(build, 20_000)


# Quotations ------------------------------------------------------------------------------------------------------


def draft(source: Span, cue: Span, *content: Span) -> Draft:
    spans = (source, cue)
    clause = (min(s for s, _ in spans), max(e for _, e in spans))
    return Draft("tagged", [source], [cue], list(content), clause, 0.5)


def drafts_in(text: str) -> list[Draft]:
    """One for each "He said"."""
    return [draft((m.start(), m.start() + 2), (m.start() + 3, m.end())) for m in re.finditer("He said", text)]


def attaching(text: str, drafts: list[Draft] | None = None) -> Step:
    stretches = [m.span() for m in re.finditer(r"[^\n]+", text)]
    marks = Marks(find_quotes(text, stretches))
    breaks = [m.start() for m in re.finditer(r"(?:(?<=\. )|(?<=\n)|^)\S", text)]
    given = drafts_in(text) if drafts is None else drafts
    return lambda: attach(text, stretches, marks, given, [], [], breaks, frozenset({"and"}))


def one_speaker_goes_on(size: int) -> Step:
    return attaching("He said: “We hold the road.”" + " “We hold the road.”" * size)


def one_speaker_goes_on_from_line_to_line(size: int) -> Step:
    return attaching("He said: “We hold the road.”" + "\n“We hold the road." * size)


def a_cue_behind_all_quotations(size: int) -> Step:
    return attaching("The “road” was held " * size + "He said")


def a_cue_before_all_quotations(size: int) -> Step:
    return attaching("He said " + "the “road” was held " * size)


def a_cue_for_each_quotation(size: int) -> Step:
    return attaching("He said: “We hold the road.” " * size)


def a_content_of_many_quotations(size: int) -> Step:
    text = "He said: " + "the “road” was held, " * size
    return attaching(text, [draft((0, 2), (3, 7), (9, len(text)))])


def nested_quotations_behind_one_cue(size: int) -> Step:
    return attaching("“He said " + "the ‘road’ was held " * size + "”")


@pytest.mark.parametrize(
    "build",
    [
        one_speaker_goes_on,
        one_speaker_goes_on_from_line_to_line,
        a_cue_behind_all_quotations,
        a_cue_before_all_quotations,
        a_cue_for_each_quotation,
        a_content_of_many_quotations,
        nested_quotations_behind_one_cue,
    ],
)
def test_quotations_are_given_to_their_cues_in_linear_time(build: Callable[[int], Step]) -> None:
    assert_linear(build, 20_000)


@pytest.mark.parametrize("filling", [" ", " -", ",", "a", " a"])
def test_what_stands_between_two_quotations_is_read_in_linear_time(filling: str) -> None:
    def build(size: int) -> Step:
        return attaching("He said: “We hold”" + filling * size + "; ; “the road.”")

    assert_linear(build, 40_000)


# Headlines -------------------------------------------------------------------------------------------------------


def labelling(text: str, segments: list[Segment]) -> Step:
    trees = [Tree(parsed(text, s.start, s.end)) for s in segments if s.kind == "title"]
    return lambda: list(find_labels(text, segments, trees, LEXICON))


def parsed(text: str, start: int, end: int) -> Sentence:
    """A sentence of nouns, the first of which governs all."""
    tokens = tuple(
        Token(start=m.start(), end=m.end(), text=m.group(), lemma=m.group(), pos="NOUN", tag="NN", dep="dep", head=0)
        for m in re.compile(r"\S+").finditer(text, start, end)
    )  # fmt: skip
    return Sentence(start=start, end=end, tokens=tokens)


@pytest.mark.parametrize("filling", [" ", "- ", "a - ", " - a", "a"])
def test_a_headline_with_a_dash_is_read_in_linear_time(filling: str) -> None:
    def build(size: int) -> Step:
        text = "Drones hit a depot - " + filling * size + " – army:"
        return labelling(text, [Segment(kind="title", start=0, end=len(text))])

    assert_linear(build, 40_000)


def test_a_transcript_of_many_names_is_read_in_linear_time() -> None:
    def build(size: int) -> Step:
        lines = ["MAYOR: We hold.", "MAYOR: We hold."]
        lines += [f"Speaker{i}: We hold." for i in range(size // 2)]
        lines += ["MAYOR: We hold.", *(["We go on."] * (size // 2))]
        text = "\n".join(lines)
        spans = (m.span() for m in re.finditer(r"[^\n]+", text))
        return labelling(text, [Segment(kind="paragraph", start=s, end=e) for s, e in spans])

    assert_linear(build, 20_000)


# Attributions ----------------------------------------------------------------------------------------------------

LINE = "He said that the army held 9 roads. "


def spoken(at: int) -> Draft:
    return draft((at, at + 2), (at + 3, at + 7), (at + 8, at + 34))


def merging(text: str, drafts: Callable[[], list[Draft]]) -> Step:
    marks = Marks(())
    given = drafts()
    return lambda: merge(text, given, marks, LEXICON)


def many_attributions(size: int) -> Step:
    return merging(LINE * size, lambda: [spoken(at * len(LINE)) for at in range(size)])


def all_in_one_content(size: int) -> Step:
    text = LINE * size
    outer = draft((0, 2), (3, 7), (8, len(text)))
    return merging(text, lambda: [outer, *(spoken(at * len(LINE)) for at in range(1, size))])


def many_contents_of_one_draft(size: int) -> Step:
    text = LINE * size
    contents = [(at * len(LINE) + 8, at * len(LINE) + 34) for at in range(size)]
    return merging(text, lambda: [draft((0, 2), (3, 7), *contents)])


@pytest.mark.parametrize("build", [many_attributions, all_in_one_content, many_contents_of_one_draft])
def test_drafts_are_merged_in_linear_time(build: Callable[[int], Step]) -> None:
    assert_linear(build, 5_000)


# Claims ----------------------------------------------------------------------------------------------------------


def attributed(at: int, content: Span, nested_in: int | None = None) -> Attributed:
    attribution = Attribution(
        source=((at, at + 2),),
        cue=((at + 3, at + 7),),
        content=(content,),
        form="indirect",
        confidence=0.8,
        nested_in=nested_in,
    )
    return Attributed(
        attribution=attribution, speaker=None, relays=(), stance="asserts", hedges=(), negated=False
    )


def belongings(size: int) -> Belongings:
    """An event and a quantity in each line: "held", "9"."""
    starts = [at * len(LINE) for at in range(size)]
    counted = [Counted(text="roads", start=at + 29, end=at + 34) for at in starts]
    return Belongings(
        events=tuple(
            EventMention(
                cue=(at + 22, at + 26),
                clause=(at + 13, at + 34),
                type="TRANSFER",
                mode=None,
                acled=None,
                agent=(at + 13, at + 21),
                target=None,
            )
            for at in starts
        ),
        quantities=tuple(
            Quantity(
                id=f"q{i}", start=at + 27, end=at + 28, value=9, low=9, high=9, hedge="exact", counted=what, measure="other"
            )
            for i, (at, what) in enumerate(zip(starts, counted, strict=True))
        ),
        times=(),
        places=(),
    )  # fmt: skip


def claiming(size: int, given: list[Attributed]) -> Step:
    text, found = LINE * size, belongings(size)
    return lambda: make_claims("r", text, "The Daily", given, found)


def each_its_own(size: int) -> Step:
    return claiming(size, [attributed(i * len(LINE), (i * len(LINE) + 8, i * len(LINE) + 34)) for i in range(size)])  # fmt: skip


def all_nested_in_one(size: int) -> Step:
    length = len(LINE)
    inner = [attributed(i * length, (i * length + 8, i * length + 34), nested_in=0) for i in range(1, size)]
    return claiming(size, [attributed(0, (8, length * size)), *inner])


def all_in_own_voice(size: int) -> Step:
    return claiming(size, [])


@pytest.mark.parametrize("build", [each_its_own, all_nested_in_one, all_in_own_voice])
def test_claims_are_made_in_linear_time(build: Callable[[int], Step]) -> None:
    assert_linear(build, 4_000)


@pytest.mark.parametrize("every", [1, 2, 100])
def test_doubts_are_linked_in_linear_time(every: int) -> None:
    """Claims of which one in so many is a denial."""

    def build(size: int) -> Step:
        text = LINE * size
        length = len(LINE)
        sentences = [parsed(text, at, at + length) for at in range(0, len(text), length)]
        stances: list[Stance] = ["denies" if i % every == 0 else "asserts" for i in range(size)]
        claims = [
            Claim(
                id=f"c{i}",
                voice="attributed",
                source=((i * length, i * length + 2),),
                cue=((i * length + 3, i * length + 7),),
                content=((i * length + 8, i * length + 34),),
                form="indirect",
                speaker=None,
                stance=stance,
                confidence=0.8,
            )
            for i, stance in enumerate(stances)
        ]
        return lambda: link_doubts(text, sentences, claims, "The Daily", WORDS)

    assert_linear(build, 3_000)
