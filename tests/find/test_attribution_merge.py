"""Drafts made into attributions: bare spans, one for each cue, each with what it is nested in.

Drafts and what becomes of them are written "source | cue | content", several spans of one role parted by " ~ "; a draft's
words are where they stand first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from attribution_drafts import drafted, written

from sayso.find.attribution.content import Marks
from sayso.find.attribution.draft import Draft
from sayso.find.attribution.merge import merge
from sayso.find.quotes import find_quotes
from sayso.languages.en.speech import lexicon
from sayso.mentions import Attribution


def merged(text: str, drafts: Sequence[Draft], whole: bool = False) -> tuple[Attribution, ...]:
    """Every "that" in these sentences opens a clause."""
    marks = Marks(find_quotes(text, [m.span() for m in re.finditer(r"[^\n]+", text)]))
    openers = {m.start() for m in re.finditer(r"\b[Tt]hat\b", text)}
    return merge(text, drafts, marks, lexicon(), openers, whole)


def all_written(text: str, *roles: str, whole: bool = False) -> list[str]:
    return [written(text, a) for a in merged(text, [drafted(text, each) for each in roles], whole)]


@pytest.mark.parametrize(
    ("content", "bare"),
    [
        ("the road is shut.", "the road is shut"),
        ("“We hold the road.”", "We hold the road"),
        ("“We hold the road,", "We hold the road"),
        ("that the road is shut", "the road is shut"),
        ("that “the road is shut”", "the road is shut"),
        ("that they “hold” the road", "they “hold” the road"),
        ("they “hold the road”", "they “hold the road”"),
        ("the road is shut and", "the road is shut"),
        (" the road is shut, but ", "the road is shut"),
        ("is the road shut?", "is the road shut?"),
        ("the road is shut…", "the road is shut…"),
        ("— the road is shut —", "the road is shut"),
        ("“we go” and “we stay”", "“we go” and “we stay”"),
    ],
)
def test_a_content_is_without_its_outer_marks_and_joints(content: str, bare: str) -> None:
    text = f"He said {content} now."
    assert all_written(text, f"He | said | {content}") == [f"He | said | {bare}"]


@pytest.mark.parametrize(
    ("content", "cue"),
    [
        ("“We hold the road.”", "said"),
        ("that the road is shut", "said"),
        ("the road is shut and", "was told by"),
    ],
)
def test_whole_spans_are_left_as_they_were_drawn(content: str, cue: str) -> None:
    text = f"He {cue} {content} now."
    roles = f"He | {cue} | {content}"
    assert all_written(text, roles, whole=True) == [roles]


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        (
            "He has repeatedly denied they left.",
            "He | has ~ denied | they left",
            "He | has repeatedly denied | they left",
        ),
        (
            "Radio quoted the old mayor of town as saying they left.",
            "the old mayor of town | quoted ~ as saying | they left",
            "the old mayor of town | quoted ~ as saying | they left",
        ),
        (
            "“They left,” has Kyiv since said.",
            "Kyiv | has ~ said | They left",
            "Kyiv | has ~ said | They left",
        ),
    ],
    ids=["an adverb between", "its long source between", "its short source between"],
)
def test_whole_cues_take_in_the_adverbs_that_part_them(text: str, roles: str, expected: str) -> None:
    assert all_written(text, roles, whole=True) == [expected]
    assert all_written(text, roles) == [roles]


def test_a_colon_is_a_cue_only_in_whole_spans() -> None:
    text = "GOVERNOR: We hold."
    assert all_written(text, "GOVERNOR | : | We hold.") == ["GOVERNOR |  | We hold"]
    assert all_written(text, "GOVERNOR | : | We hold.", whole=True) == ["GOVERNOR | : | We hold."]


@pytest.mark.parametrize(
    ("words", "cue", "bare"),
    [
        ("was reported by", "was reported by", "was reported"),
        ("came from", "came from", "came"),
        ("was first reported by", "was ~ reported by", "was ~ reported"),
        ("is true according to", "according to", "according to"),
    ],
)
def test_a_cue_is_without_the_by_that_it_ends_with(words: str, cue: str, bare: str) -> None:
    text = f"The claim {words} an aide."
    assert all_written(text, f"an aide | {cue} | The claim") == [f"an aide | {bare} | The claim"]


def test_the_words_of_source_and_cue_are_cut_out_of_the_content() -> None:
    text = "The road, he said, is shut."
    assert all_written(text, "he | said | The road, he said, is shut.") == ["he | said | The road ~ is shut"]


@pytest.mark.parametrize("content", ["", "...", "“”", "he said", "()"])
def test_an_attribution_of_no_words_is_none(content: str) -> None:
    text = f"It rained, he said {content}"
    assert all_written(text, f"he | said | {content}") == []


def test_a_source_is_without_the_that_before_it() -> None:
    text = "They hear that officials said the road is shut."
    assert all_written(text, "that officials | said | the road is shut") == [
        "officials | said | the road is shut"
    ]


def test_a_that_which_opens_no_clause_stays() -> None:
    text = "He said that road is shut."
    draft = drafted(text, "He | said | that road is shut")
    (found,) = merge(text, [draft], Marks(()), lexicon(), openers=())
    assert written(text, found) == "He | said | that road is shut"


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Vzglyad.Ru said the road is shut.", "Ru", "Vzglyad.Ru"),
        ("News.co.uk said the road is shut.", "uk", "News.co.uk"),
        ("The co-organiser said the road is shut.", "The co", "The co-organiser"),
        ("They left.Governors said the road is shut.", "Governors", "Governors"),
        ("...us two said the road is shut.", "us two", "us two"),
    ],
    ids=["name of a site", "of two points", "hyphen", "two sentences glued", "points alone"],
)
def test_a_source_is_made_of_whole_words(text: str, source: str, expected: str) -> None:
    assert all_written(text, f"{source} | said | the road is shut") == [
        f"{expected} | said | the road is shut"
    ]


def test_of_two_drafts_with_one_cue_the_surer_stays() -> None:
    text = "Aides of the mayor said the road is shut today."
    drafts = [
        drafted(text, "mayor | said | the road is shut", 0.6),
        drafted(text, "Aides | said | the road is shut today", 0.9),
        drafted(text, "the mayor | said | shut today", 0.7),
    ]
    assert [written(text, a) for a in merged(text, drafts)] == ["Aides | said | the road is shut today"]


def test_what_the_layout_tells_goes_before_the_tagger() -> None:
    text = "GOVERNOR: We hold the road."
    tagged = drafted(text, "GOVERNOR | : | the road", 0.99)
    layout = drafted(text, "GOVERNOR | : | We hold the road", 0.7, "dialogue")
    for drafts in ([tagged, layout], [layout, tagged]):
        assert [written(text, a) for a in merged(text, drafts)] == ["GOVERNOR |  | We hold the road"]


def test_without_a_cue_one_stays_for_each_content() -> None:
    text = "“We go.” It rained. “We stay.”"
    contents = ["“We go.”", "“We stay.”", "“We go.”"]
    assert all_written(text, *(f"| | {c}" for c in contents)) == ["|  | We go", "|  | We stay"]


def test_attributions_are_in_the_order_of_their_first_words() -> None:
    text = "The road is shut, one says. Two adds the bridge fell."
    roles = ["Two | adds | the bridge fell", "one | says | The road is shut"]
    assert all_written(text, *roles) == roles[::-1]


@pytest.mark.parametrize(
    ("content", "form"),
    [("“we hold the road”", "direct"), ("they hold the road", "indirect"), ("they “hold” the road", "mixed")],
)
def test_the_form_is_that_of_the_bare_content(content: str, form: str) -> None:
    text = f"He said {content}."
    assert [a.form for a in merged(text, [drafted(text, f"He | said | {content}")])] == [form]


def nested(text: str, *drafts: Draft) -> list[tuple[str, int | None]]:
    """The source of each attribution, and what it is nested in."""
    found = merged(text, drafts)
    return [(written(text, a).partition(" |")[0], a.nested_in) for a in found]


def test_an_attribution_is_nested_in_the_closest_one_that_holds_it() -> None:
    text = "State radio reported that aides said elders told them the road is shut."
    drafts = [
        drafted(text, "elders | told | the road is shut"),
        drafted(text, "aides | said | elders told them the road is shut"),
        drafted(text, "State radio | reported | that aides said elders told them the road is shut"),
    ]
    assert nested(text, *drafts) == [("State radio", None), ("aides", 0), ("elders", 1)]


def test_an_attribution_whose_speaker_is_outside_is_not_nested() -> None:
    text = "One said the road is shut, as two added that the bridge fell."
    drafts = [
        drafted(text, "One | said | the road is shut ~ added that the bridge fell"),
        drafted(text, "two | added | that the bridge fell"),
    ]
    assert nested(text, *drafts) == [("One", None), ("two", None)]


def test_nothing_is_nested_in_words_that_are_pointed_back_to() -> None:
    text = "Elders said the road is shut. The minister denies this."
    drafts = [
        drafted(text, "Elders | said | the road is shut"),
        drafted(text, "The minister | denies | Elders said the road is shut.", found="pointing"),
    ]
    assert nested(text, *drafts) == [("Elders", None), ("The minister", None)]


@pytest.mark.parametrize(
    ("inner", "cue"),
    [("I", "believe"), ("we", "said"), ("you", "know")],
)
def test_what_an_outer_speaker_may_say_of_himself_is_no_saying_of_its_own(inner: str, cue: str) -> None:
    text = f"The governor said that {inner} {cue} the road is shut."
    outer = f"The governor | said | that {inner} {cue} the road is shut"
    found = all_written(text, outer, f"{inner} | {cue} | the road is shut")
    assert found == [f"The governor | said | {inner} {cue} the road is shut".replace("  ", " ")]


@pytest.mark.parametrize(
    ("inner", "cue", "content"),
    [
        ("the mayor", "told", "the road is shut"),
        ("he", "told", "“the road is shut”"),
        ("they", "say", "the road is shut"),
        ("the mayor", "believes", "the road is shut"),
    ],
    ids=["another", "in quotation marks", "pronoun", "thought"],
)
def test_what_an_outer_speaker_hands_to_another_stays(inner: str, cue: str, content: str) -> None:
    text = f"The governor said {inner} {cue} them {content}."
    text = " ".join(text.split())
    drafts = [drafted(text, " ".join(f"The governor | said | {inner} {cue} them {content}".split()))]
    drafts.append(drafted(text, f"{inner} | {cue} | {content}"))
    assert nested(text, *drafts) == [("The governor", None), (inner, 0)]


def test_an_unsure_attribution_within_another_is_left_out() -> None:
    text = "The governor said the mayor told them the road is shut."
    drafts = [
        drafted(text, "The governor | said | the mayor told them the road is shut"),
        drafted(text, "the mayor | told | the road is shut", confidence=0.5),
    ]
    assert nested(text, *drafts) == [("The governor", None)]


def test_a_pronoun_speaks_where_nothing_holds_it() -> None:
    text = "He believes the road is shut."
    assert all_written(text, "He | believes | the road is shut") == ["He | believes | the road is shut"]


def test_what_was_nested_in_one_left_out_is_nested_in_the_next() -> None:
    text = "The governor said I believe elders told them the road is shut."
    drafts = [
        drafted(text, "The governor | said | I believe elders told them the road is shut"),
        drafted(text, "I | believe | elders told them the road is shut"),
        drafted(text, "elders | told | the road is shut"),
    ]
    assert nested(text, *drafts) == [("The governor", None), ("elders", 0)]


def test_a_source_that_ends_the_text_keeps_its_whole_last_word() -> None:
    text = "The road is shut, said the co-organiser"
    assert all_written(text, "the co | said | The road is shut") == [
        "the co-organiser | said | The road is shut"
    ]
