"""One who hands on what another says: the outer cue takes the inner saying as its content.

Drafts are written "source | cue | content", each role the first place where these words stand.
"""

from __future__ import annotations

import pytest
from attribution_drafts import written

from sayso.find.attribution.draft import Draft
from sayso.find.attribution.passing import FARTHEST, hand_on

JOINTS = frozenset({"that", "as"})


def tagged(text: str, roles: str, passes_on: bool = False) -> Draft:
    source, cue, content = (
        [(text.index(words), text.index(words) + len(words))] if words else []
        for words in map(str.strip, roles.split("|"))
    )
    clause = (min(s for s, _ in source + cue), max(e for _, e in source + cue))
    return Draft("tagged", source, cue, content, clause, 0.5, passes_on=passes_on)


def handed(text: str, outer: str, inner: str, passes_on: bool = False) -> list[str]:
    """Both drafts afterwards, outer first."""
    drafts = [tagged(text, outer, passes_on), tagged(text, inner)]
    hand_on(text, drafts, JOINTS)
    return [written(text, draft) for draft in drafts]


@pytest.mark.parametrize(
    ("text", "outer", "inner", "content"),
    [
        (
            "The agency reported that elders said the road was shut.",
            "The agency | reported |",
            "elders | said | the road was shut",
            "elders said the road was shut",
        ),
        (
            "The agency reported the road was shut, elders said.",
            "The agency | reported |",
            "elders | said | the road was shut",
            "the road was shut, elders said",
        ),
        (
            "The agency reported that according to elders the road was shut.",
            "The agency | reported |",
            "elders | according to | the road was shut",
            "according to elders the road was shut",
        ),
    ],
    ids=["source first", "content first", "cue first"],
)
def test_a_cue_without_content_takes_the_saying_behind_it(
    text: str, outer: str, inner: str, content: str
) -> None:
    assert handed(text, outer, inner) == [f"{outer} {content}", inner]


@pytest.mark.parametrize("tagged_source", ["", "a driver", "The paper"])
def test_who_stands_between_quoted_and_as_saying_is_the_inner_speaker(tagged_source: str) -> None:
    text = "The paper quoted a driver as saying the road was shut."
    inner = f"{tagged_source} | saying | the road was shut"
    assert handed(text, "The paper | quoted |", inner, passes_on=True) == [
        "The paper | quoted | a driver as saying the road was shut",
        "a driver | saying | the road was shut",
    ]


def test_only_a_cue_that_passes_words_on_names_the_inner_speaker() -> None:
    text = "The paper reported a driver as saying the road was shut."
    assert handed(text, "The paper | reported |", "The paper | saying | the road was shut") == [
        "The paper | reported |",
        "The paper | saying | the road was shut",
    ]


def test_the_clause_of_the_inner_saying_then_holds_its_speaker() -> None:
    text = "The paper quoted a driver as saying the road was shut."
    outer = tagged(text, "The paper | quoted |", passes_on=True)
    inner = tagged(text, "| saying | the road was shut")
    hand_on(text, [outer, inner], JOINTS)
    assert text[slice(*inner.clause)] == "a driver as saying"
    assert text[slice(*outer.clause)] == "The paper quoted"


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "The agency reported. Elders said the road was shut.",
            "The agency | reported |",
            "Elders | said | the road was shut",
        ),
        (
            "The agency reported\nElders said the road was shut.",
            "The agency | reported |",
            "Elders | said | the road was shut",
        ),
        (
            "The agency reported early on Friday elders said the road was shut.",
            "The agency | reported |",
            "elders | said | the road was shut",
        ),
        (
            "It rained, the agency reported as elders said the road was shut.",
            "the agency | reported | It rained",
            "elders | said | the road was shut",
        ),
        ("Reported elders said the road was shut.", "| Reported |", "elders | said | the road was shut"),
        ("The agency reported elders said.", "The agency | reported |", "elders | said |"),
        (
            "The road was shut, the agency reported, elders said.",
            "the agency | reported |",
            "elders | said | The road was shut",
        ),
    ],
    ids=[
        "another sentence",
        "another line",
        "words between",
        "content of its own",
        "no source",
        "nothing said",
        "said before",
    ],
)
def test_a_saying_that_does_not_follow_at_once_is_not_handed_on(text: str, outer: str, inner: str) -> None:
    assert handed(text, outer, inner) == [outer, inner]


@pytest.mark.parametrize(
    "passing", ["The paper quoted a driver. Elders, ", "The paper quoted a driver; elders, "]
)
def test_quoted_names_no_speaker_beyond_its_sentence(passing: str) -> None:
    text = passing + "too, were saying the road was shut."
    inner = "| saying | the road was shut"
    assert handed(text, "The paper | quoted |", inner, passes_on=True) == ["The paper | quoted |", inner]


def test_words_that_stand_before_quoted_name_no_speaker_behind_it() -> None:
    text = "The road was shut, the paper quoted a driver as saying."
    inner = "| saying | The road was shut"
    assert handed(text, "the paper | quoted |", inner, passes_on=True) == ["the paper | quoted |", inner]


@pytest.mark.parametrize(("words", "named"), [(FARTHEST // 10, True), (FARTHEST // 7 + 1, False)])
def test_a_long_way_behind_quoted_stands_no_speaker(words: int, named: bool) -> None:
    speaker = " ".join(["driver"] * words)
    text = f"The paper quoted {speaker} as saying the road was shut."
    inner = handed(text, "The paper | quoted |", "| saying | the road was shut", passes_on=True)[1]
    assert inner.startswith(speaker) == named


def test_a_speaker_stands_between_two_cues_only_with_a_joint() -> None:
    text = "The paper cited a study on Friday and wrote the road was shut."
    inner = "The paper | wrote | the road was shut"
    assert handed(text, "The paper | cited |", inner, passes_on=True) == ["The paper | cited |", inner]


def test_each_cue_takes_only_the_saying_next_to_it() -> None:
    text = "The agency reported elders said the road was shut, and guards add the bridge fell."
    roles = ["guards | add | the bridge fell", "elders | said | the road was shut", "The agency | reported |"]
    drafts = [tagged(text, each) for each in roles]
    hand_on(text, drafts, JOINTS)
    assert written(text, drafts[2]) == "The agency | reported | elders said the road was shut"
    assert [written(text, drafts[i]) for i in (0, 1)] == roles[:2]
