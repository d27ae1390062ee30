"""The scorer of the passages, on passages of one or two sentences: each thing that is wrong costs its own figure."""

from __future__ import annotations

import msgspec
import pytest

from passage_scores import (
    Floor,
    Label,
    Passage,
    Tallies,
    Tally,
    attributions_in,
    by_construction,
    complaint,
    notes,
    pair,
    same_name,
    score,
    total,
    worst,
)
from sayso.records import Claim, Relay, Report, Speaker, Voice

TEXT = (
    "State radio quoted the mayor as saying that the bridge was lost at dawn. "
    "The army said that the bridge stands. It is unclear whether the bridge was lost."
)


def at(words: str) -> tuple[tuple[int, int], ...]:
    """The span of words in TEXT; none for no words."""
    start = TEXT.index(words)
    return ((start, start + len(words)),) if words else ()


def label(source: str, cue: str, content: str, speaker: str, *relays: str) -> Label:
    return Label(
        source=at(source),
        cue=at(cue),
        content=at(content),
        speaker=speaker,
        relays=relays,
        form="indirect",
        stance="asserts",
    )


MAYOR = label("the mayor", "as saying", "the bridge was lost at dawn", "mayor of Riverside", "State radio")
ARMY = label("The army", "said", "the bridge stands", "army")
DOUBT = msgspec.structs.replace(
    label("", "unclear", "whether the bridge was lost", ""), stance="doubts", about=0
)
READ = (MAYOR, ARMY, DOUBT)


def passage(*labels: Label) -> Passage:
    return Passage(
        doc="riverside",
        published="2024-08-18",
        constructions=("cited as saying",),
        attributions=labels,
        quantities=(),
        times=(),
        places=(),
        text=TEXT,
    )


def but(one: Label, **changed: object) -> Label:
    return msgspec.structs.replace(one, **changed)


def lowered(found: tuple[Label, ...], wanted: Passage | None = None) -> dict[str, float]:
    """The figures that are not at 100."""
    scored = score(wanted or passage(*READ), found)
    return {figure: round(tally.percent, 1) for figure, tally in scored.items() if tally.percent < 100}


def test_labels_against_themselves_are_all_right():
    assert lowered(READ) == {}
    assert score(passage(*READ), READ)["linked F1"] == Tally(6, 6)


@pytest.mark.parametrize(
    ("claim", "changed", "figures"),
    [
        (ARMY, {"speaker": ""}, {"speaker": 66.7}),
        (ARMY, {"speaker": "mayor"}, {"speaker": 66.7}),
        (DOUBT, {"speaker": "army"}, {"speaker": 66.7}),
        (MAYOR, {"relays": ()}, {"relays": 0.0}),
        (MAYOR, {"relays": ("State radio", "army")}, {"relays": 0.0}),
        (MAYOR, {"relays": ("army",)}, {"relays": 0.0}),
        (ARMY, {"relays": ("State radio",)}, {"no false relay": 50.0}),
        (ARMY, {"stance": "denies"}, {"stance": 66.7}),
        (ARMY, {"form": "direct"}, {"form": 66.7}),
        (DOUBT, {"about": None}, {"about": 0.0}),
        (DOUBT, {"about": 1}, {"about": 0.0}),
    ],
)
def test_what_is_wrong_lowers_its_own_figure(
    claim: Label, changed: dict[str, object], figures: dict[str, float]
):
    assert lowered(tuple(but(one, **changed) if one is claim else one for one in READ)) == figures


def test_the_order_in_which_claims_are_read_does_not_matter():
    assert lowered((ARMY, but(DOUBT, about=2), MAYOR)) == {}


def test_a_claim_that_is_missed_lowers_recall_and_its_form_but_nothing_of_those_found():
    assert lowered((MAYOR, but(DOUBT, about=0))) == {
        "linked F1": 80.0,
        "linked recall": 66.7,
        "indirect found": 66.7,
    }


def test_a_claim_where_there_is_none_lowers_precision_alone():
    assert lowered((*READ, label("", "", "State radio", ""))) == {"linked F1": 85.7, "linked precision": 75.0}


@pytest.mark.parametrize("changed", [{"source": at("State radio")}, {"source": ()}, {"cue": at("quoted")}])
def test_contents_with_another_source_or_cue_are_found_but_not_linked(changed: dict[str, object]):
    assert set(lowered((but(MAYOR, **changed), ARMY, DOUBT))) == {
        "linked F1",
        "linked precision",
        "linked recall",
    }


@pytest.mark.parametrize(
    ("content", "found"),
    [("the bridge was lost", 1), ("bridge was lost", 1), ("lost at dawn", 1), ("at dawn", 0)],
)
def test_contents_are_one_where_half_of_their_words_are(content: str, found: int):
    assert len(pair(TEXT, [MAYOR], [but(MAYOR, content=at(content))])) == found


def test_a_claim_serves_one_label_only_and_the_likest():
    shorter = but(MAYOR, content=at("the bridge was lost"))
    assert pair(TEXT, [shorter, MAYOR], [MAYOR]) == [(MAYOR, MAYOR)]


def test_of_equal_contents_the_cue_and_source_decide():
    outer = but(MAYOR, source=at("State radio"), cue=at("quoted"))
    assert pair(TEXT, [MAYOR, outer], [outer, MAYOR]) == [(MAYOR, MAYOR), (outer, outer)]


def test_an_optional_label_counts_neither_found_nor_missed():
    wanted = passage(MAYOR, but(ARMY, optional=True), DOUBT)
    assert lowered(READ, wanted) == {}
    assert lowered((MAYOR, but(DOUBT, about=0)), wanted) == {}
    assert score(wanted, READ)["linked precision"] == Tally(2, 2)


def test_a_claim_as_near_to_a_firm_label_counts():
    wanted = passage(MAYOR, but(MAYOR, optional=True))
    assert score(wanted, (MAYOR,))["linked precision"] == Tally(1, 1)
    assert score(wanted, (MAYOR, MAYOR))["linked precision"] == Tally(1, 2)


def test_a_doubt_may_be_about_an_optional_label():
    wanted = passage(but(MAYOR, optional=True), ARMY, DOUBT)
    assert lowered(READ, wanted) == {}
    assert lowered((MAYOR, ARMY, but(DOUBT, about=1)), wanted) == {"about": 0.0}


def test_nothing_to_read_and_nothing_read_is_right():
    assert lowered((), passage()) == {}
    assert lowered((ARMY,), passage()) == {"linked F1": 0.0, "linked precision": 0.0}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the governor of Kursk", "governor of Kursk", True),
        ("Volodymyr Zelensky", "Zelensky", True),
        ("Recep Tayyip Erdogan", "Erdoğan", True),
        ("Turkish army", "army", True),
        ("governor of Kursk", "governor", True),
        ("army spokesman", "army", True),
        ("army spokesman", "army chief", False),
        ("mayor", "governor", False),
        ("the", "the", False),
        ("", "", False),
        ("army", "", False),
    ],
)
def test_a_name_is_known_by_its_last_word_or_by_all_of_the_shorter(one: str, other: str, same: bool):
    assert same_name(one, other) == same
    assert same_name(other, one) == same


def claim(name: str, read: Label, voice: Voice = "attributed", about: str | None = None) -> Claim:
    return Claim(
        id=name,
        voice=voice,
        source=read.source,
        cue=read.cue,
        content=read.content,
        speaker=Speaker(name=read.speaker, kind="unknown") if read.speaker else None,
        relays=tuple(Relay(name=relay, kind="outlet") for relay in read.relays),
        form=read.form,
        stance=read.stance,
        about=about,
        confidence=0.9,
    )


def test_what_the_outlet_states_itself_is_no_attribution_and_moves_no_doubt():
    claims = (claim("c1", ARMY, "own"), claim("c2", MAYOR), claim("c3", ARMY), claim("c4", DOUBT, about="c2"))
    assert attributions_in(Report(id="r", text=TEXT, language="en", claims=claims)) == READ


def test_a_doubt_about_what_the_outlet_states_is_about_no_attribution():
    claims = (claim("c1", MAYOR, "own"), claim("c2", DOUBT, about="c1"))
    (doubt,) = attributions_in(Report(id="r", text=TEXT, language="en", claims=claims))
    assert doubt.about is None


def scores_of(**speakers: tuple[int, int]) -> dict[str, Tallies]:
    return {name: {"speaker": Tally(*counts)} for name, counts in speakers.items()}


def test_figures_are_right_of_all_and_not_the_mean_of_passages():
    scores = scores_of(long=(9, 9), short=(0, 1))
    assert total(scores.values())["speaker"].percent == 90.0


def test_a_fall_names_the_figure_its_floor_and_the_ten_passages_that_cost_most():
    scores = scores_of(whole=(3, 3), **{f"text{n:02}": (0, n) for n in range(1, 13)})
    told = complaint("speaker", scores, Floor(50, "half is the least")) or ""
    assert "speaker is 3.7 per cent (3 of 81), below its floor of 50" in told
    assert "half is the least" in told
    named = [line.split()[0] for line in told.splitlines() if line.endswith("right")]
    assert named == [f"text{n:02}" for n in range(12, 2, -1)]
    assert worst("speaker", scores_of(whole=(3, 3))) == []


def test_a_figure_on_its_floor_has_not_fallen():
    assert complaint("speaker", scores_of(one=(1, 2)), Floor(50, "")) is None


@pytest.mark.parametrize(("floor", "told"), [(50.0, False), (48.0, False), (47.9, True)])
def test_a_floor_more_than_two_points_below_is_told(floor: float, told: bool):
    found = notes(scores_of(one=(1, 2)), {"speaker": Floor(floor, "")})
    assert bool(found) == told
    assert all("raise the floor of speaker" in note for note in found)


def test_a_construction_has_the_recall_of_the_passages_that_carry_it():
    one = passage(*READ)
    other = msgspec.structs.replace(one, doc="other", constructions=("cited as saying", "hedge"))
    scores = {"riverside": score(one, READ), "other": score(other, (MAYOR,))}
    assert by_construction([one, other], scores) == {"hedge": Tally(1, 3), "cited as saying": Tally(4, 6)}
    assert list(by_construction([one, other], scores)) == ["hedge", "cited as saying"]
