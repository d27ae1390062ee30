"""Quotations and their cues, on drafts made by hand.

A draft is written "source | cue | content", each role where its words stand first. Paragraphs are lines, a sentence ends in a
full stop, and the finite verbs are given by name. What is expected is written the same way, contents in the order they were
given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from attribution_drafts import drafted

from sayso.find.attribution.content import Marks
from sayso.find.attribution.draft import Draft, Found
from sayso.find.attribution.quoted import attach
from sayso.find.quotes import find_quotes
from sayso.records import Span

JOINING = frozenset({"and", "but"})
VERBS = re.compile(r"\b(?:said|says|adds|left|rained|held|was)\b")


def attached(text: str, drafts: list[Draft], labels: Sequence[Draft] = ()) -> list[Draft]:
    """The drafts for quotations that go on."""
    stretches = [m.span() for m in re.finditer(r"[^\n]+", text)]
    return attach(
        text,
        stretches,
        Marks(find_quotes(text, stretches)),
        drafts,
        labels,
        [m.start() for m in VERBS.finditer(text)],
        [m.start() for m in re.finditer(r"(?:(?<=\. )|(?<=\.” )|(?<=\n)|^)\S", text)],
        JOINING,
    )


def contents(text: str, draft: Draft) -> str:
    return " ~ ".join(text[s:e] for s, e in draft.content)


def given(text: str, roles: str) -> str:
    """The content of this draft, alone in its text."""
    draft = drafted(text, roles)
    assert attached(text, [draft]) == []
    return contents(text, draft)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("“We hold the road,” the governor said.", "the governor | said |"),
        ("“We hold the road,” said the governor.", "the governor | said |"),
        ("“We hold the road” — the governor said.", "the governor | said |"),
        ("“We hold the road.” said the governor.", "the governor | said |"),
        ("“We hold the road.” Said the governor.", "the governor | Said |"),
        ("“Do we hold the road?” The governor said so.", "The governor | said |"),
        ("It rained. “We hold the road,” the governor said.", "the governor | said |"),
    ],
    ids=[
        "source first",
        "cue first",
        "dash",
        "stop inside",
        "cue first in a sentence",
        "question",
        "after a sentence",
    ],
)
def test_a_quotation_belongs_to_the_cue_right_behind_it(text: str, roles: str) -> None:
    assert given(text, roles) == text[text.index("“") : text.index("”") + 1]


@pytest.mark.parametrize(
    "text",
    [
        "Of the “old road,” I think, the governor said nothing.",
        "They love the “old road”\nThe governor said nothing.",
        "They love the “old road\nThe governor said nothing.",
        "They love the “old road.” The governor said nothing.",
    ],
    ids=["words between", "another paragraph", "an odd mark", "a sentence of its own"],
)
def test_a_quotation_that_a_cue_does_not_touch_is_not_given_to_it(text: str) -> None:
    assert given(text, f"{'The' if 'The governor' in text else 'the'} governor | said |") == ""


def test_a_title_before_a_cue_that_has_its_content_behind_it_is_no_part_of_that() -> None:
    text = "In “The Old Road”, she said nobody was hurt."
    assert given(text, "she | said | nobody was hurt") == "nobody was hurt"


@pytest.mark.parametrize(
    "text",
    [
        "The governor said: “we hold”.",
        "The governor said, “we hold”.",
        "The governor said “We hold the old road”.",
        "The governor said on the radio of the town, “we hold”.",
        "The governor said this when it rained: “we hold”.",
        "The governor said. This is it: “we hold”.",
        "The governor said:\n“we hold”.",
    ],
    ids=["colon", "comma", "no mark", "words between", "a clause", "a sentence", "a line"],
)
def test_a_quotation_belongs_to_the_last_cue_before_it(text: str) -> None:
    quotation = text[text.index("“") : text.index("”") + 1]
    assert given(text, "The governor | said |") == quotation


@pytest.mark.parametrize(
    "text",
    [
        "The governor said no more of the “road”.",
        "The governor said no more, it rained, “we hold”.",
        "The governor said no more. In the rain, “we hold”.",
        "The governor said no more! “we hold”.",
        "The governor said no more,\n“we hold”.",
        "The governor said no more" + " of the road" * 14 + ": “we hold”.",
    ],
    ids=[
        "a name in marks",
        "a clause between",
        "another sentence",
        "an exclamation",
        "another line",
        "far away",
    ],
)
def test_a_quotation_that_a_cue_does_not_lead_to_is_not_given_to_it(text: str) -> None:
    assert given(text, "The governor | said |") == ""


def test_the_nearest_of_two_cues_before_a_quotation_has_it() -> None:
    text = "One said nothing, two says: “we hold”."
    drafts = [drafted(text, "One | said |"), drafted(text, "two | says |")]
    attached(text, drafts)
    assert [contents(text, d) for d in drafts] == ["", "“we hold”"]


def test_a_cue_behind_a_quotation_goes_before_one_in_front_of_it() -> None:
    text = "One said: “we hold,” two says."
    drafts = [drafted(text, "One | said |"), drafted(text, "two | says |")]
    attached(text, drafts)
    assert [contents(text, d) for d in drafts] == ["", "“we hold,”"]


def test_a_quotation_makes_its_draft_surer() -> None:
    text = "“We hold the road,” the governor said."
    draft = drafted(text, "the governor | said |")
    attached(text, [draft])
    assert draft.confidence == 0.9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We hold,” he said, “and we stay.”", "“We hold,” ~ “and we stay.”"),
        ("“We hold.” “We stay,” he said.", "“We stay,”"),
        ("He said: “We hold.” “We stay.”", "“We hold.” ~ “We stay.”"),
        ("He said they “hold” and “stay”.", "they “hold” and “stay”"),
        ("He said they “hold”, but “leave”.", "they “hold”, but “leave”"),
        ("He said they “hold” in “town”.", "they “hold”"),
    ],
    ids=["cue between", "only the touching one before", "one after another", "and", "but", "other words"],
)
def test_a_content_may_have_several_quotations(text: str, expected: str) -> None:
    tagged = "they “hold”" if "they" in text else ""
    draft = drafted(text, f"{'He' if 'He' in text else 'he'} | said | {tagged}")
    attached(text, [draft])
    assert joined(text, draft) == expected


def joined(text: str, draft: Draft) -> str:
    """The content without spans that lie within others."""
    spans = sorted(set(draft.content), key=lambda s: (s[0], -s[1]))
    kept: list[Span] = []
    for start, end in spans:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return " ~ ".join(text[s:e] for s, e in kept)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("guards “hold the", "guards “hold the road. And more.”"),
        ("the road. And", "“hold the road. And more.”"),
        ("guards", "guards"),
    ],
    ids=["ends in it", "within it", "beside it"],
)
def test_a_content_takes_all_of_a_quotation_that_it_breaks_off_in(content: str, expected: str) -> None:
    text = "He said that guards “hold the road. And more.” It rained."
    assert given(text, f"He | said | {content}") == expected


def test_a_sentence_before_a_quotation_is_no_part_of_the_content() -> None:
    text = "It rained. “We hold the road,” he said."
    draft = drafted(text, "he | said | It rained. “We hold the road,”")
    attached(text, [draft])
    assert joined(text, draft) == "“We hold the road,”"


def test_words_that_a_quotation_explains_stay_with_it() -> None:
    text = "He said what they all now do: “hold the road”."
    content = "what they all now do: “hold the road”"
    assert given(text, f"He | said | {content}") == content


def test_a_quotation_of_another_paragraph_is_no_part_of_the_last() -> None:
    text = "He said they “hold”\n“stay” is a word."
    assert given(text, "He | said | they “hold”") == "they “hold”"


GOING_ON = "The governor said: “We hold the road.\n“We will keep it.\n“We stay.”"


def test_a_quotation_left_open_goes_on_in_the_next_paragraphs() -> None:
    draft = drafted(GOING_ON, "The governor | said |")
    assert attached(GOING_ON, [draft]) == []
    assert contents(GOING_ON, draft) == "“We hold the road. ~ “We will keep it. ~ “We stay.”"


@pytest.mark.parametrize("last", ["“We will all stay here.”", "“We will all stay here”."])
def test_a_sentence_in_marks_without_a_cue_goes_on_as_one_of_its_own(last: str) -> None:
    text = f"“We hold the road,” the governor said.\nIt rained.\n{last}"
    draft = drafted(text, "the governor | said |")
    (new,) = attached(text, [draft])
    assert contents(text, draft) == "“We hold the road,”"
    assert contents(text, new) == last[: last.index("”") + 1]
    assert (new.found, new.continues, new.source, new.cue) == ("going on", True, [], [])


def test_in_the_sentence_of_the_cue_the_quotation_goes_on_as_one_content() -> None:
    text = "“We hold,” the governor said in the rain: “We will stay.”"
    assert given(text, "the governor | said |") == "“We hold,” ~ “We will stay.”"


@pytest.mark.parametrize(
    "later",
    [
        "“Old Road” is closed.",
        "“The Old Road of Towns” is closed.",
        "“Road shut.” is written there.",
        "The “Old road is closed.” is gone.",
        "“we all stay here.” is written there.",
    ],
    ids=["a name", "a long name", "two words", "within a sentence", "small letter"],
)
def test_only_a_whole_sentence_in_marks_goes_on(later: str) -> None:
    text = f"“We hold the road,” the governor said.\nIt rained.\n{later}"
    draft = drafted(text, "the governor | said |")
    assert attached(text, [draft]) == []
    assert contents(text, draft) == "“We hold the road,”"


def test_nobody_goes_on_where_nobody_spoke() -> None:
    text = "It rained.\n“We will all stay here.”"
    assert attached(text, []) == []


def test_who_praised_someone_speaks_next_but_in_words_of_their_own() -> None:
    text = "The governor praised the army.\n“We will all stay here.”"
    praise = drafted(text, "The governor | praised | the army", says=False)
    (later,) = attached(text, [praise])
    assert later.continues
    assert contents(text, praise) == "the army"


def test_nobody_goes_on_far_from_where_they_spoke() -> None:
    text = "“We hold the road,” the governor said.\n" + "It rained. " * 400 + "\n“We will all stay here.”"
    assert attached(text, [drafted(text, "the governor | said |")]) == []


def test_an_odd_mark_runs_to_the_end_of_its_paragraph_only() -> None:
    text = "One said: “we hold the road.\nTwo says: “we leave.”"
    drafts = [drafted(text, "One | said |"), drafted(text, "Two | says |")]
    assert attached(text, drafts) == []
    assert [contents(text, d) for d in drafts] == ["“we hold the road.", "“we leave.”"]


def test_an_odd_mark_before_a_cue_belongs_to_nobody() -> None:
    text = "The “old road is shut, one said.\n“We leave,” two says."
    drafts = [drafted(text, "one | said |"), drafted(text, "two | says |")]
    attached(text, drafts)
    assert [contents(text, d) for d in drafts] == ["", "“We leave,”"]


def test_a_quotation_in_a_quotation_belongs_to_the_cue_beside_it() -> None:
    text = "“One said: ‘we hold the road’ and left,” two says."
    drafts = [drafted(text, "One | said |"), drafted(text, "two | says |")]
    attached(text, drafts)
    assert [contents(text, d) for d in drafts] == [
        "‘we hold the road’",
        "“One said: ‘we hold the road’ and left,”",
    ]


def test_a_quotation_in_a_quotation_leaves_a_cue_alone_that_has_its_content() -> None:
    text = "“One said ‘yes’ to it,” two says."
    drafts = [drafted(text, "One | said | to it"), drafted(text, "two | says |")]
    attached(text, drafts)
    assert contents(text, drafts[0]) == "to it"


def test_a_cue_outside_has_no_quotation_in_a_quotation() -> None:
    text = "One said: “they shout ‘leave’ at us”."
    assert given(text, "One | said |") == "“they shout ‘leave’ at us”"


def test_what_is_said_within_a_quotation_ends_with_it() -> None:
    text = "“One said the road is shut,” two says on Friday."
    drafts = [
        drafted(text, "One | said | the road is shut,” two says on Friday"),
        drafted(text, "two | says |"),
    ]
    attached(text, drafts)
    assert contents(text, drafts[0]) == "the road is shut,"


@pytest.mark.parametrize("layout", ["headline", "dialogue"])
def test_the_quotations_of_a_labelled_paragraph_stay_with_its_label(layout: Found) -> None:
    text = "GOVERNOR: They “hold the road”, I said."
    label = drafted(text, "GOVERNOR | : | They “hold the road”, I said.", found=layout)
    draft = drafted(text, "I | said |")
    assert attached(text, [draft], [label]) == []
    assert contents(text, draft) == ""
    assert contents(text, label) == "They “hold the road”, I said."


def test_a_content_in_a_labelled_paragraph_does_not_take_its_quotation() -> None:
    text = "GOVERNOR: They “hold the road”, I said."
    label = drafted(text, "GOVERNOR | : | They “hold the road”, I said.", found="dialogue")
    draft = drafted(text, "I | said | the road")
    attached(text, [draft], [label])
    assert contents(text, draft) == "the road"


def test_a_signed_quotation_is_not_given_to_another_cue() -> None:
    text = "“We hold the road.” — The governor\n“We stay,” two says."
    label = drafted(text, "The governor | — | “We hold the road.”", found="signature")
    label.clause = label.source[0]
    draft = drafted(text, "two | says |")
    assert attached(text, [draft], [label]) == []
    assert (contents(text, label), contents(text, draft)) == ("“We hold the road.”", "“We stay,”")
