"""A report becomes blocks, cards and the list of who says what."""

from __future__ import annotations

import msgspec
from made_report import CLAIMS, PARAGRAPHS, TEXT, bridges, hostile

from sayso.records import Report, Segment
from sayso.show.cards import Card
from sayso.show.view import Block, Reading, outside_link, reading

VIEW = reading(bridges())


def card(view: Reading, claim_id: str) -> Card:
    return next(each for each in view.cards if each.anchor == f"claim-{claim_id}")


def words_of(block: Block) -> str:
    return "".join(piece.text for piece in block.words)


def all_blocks(view: Reading) -> list[Block]:
    return [inner for block in (*view.heading, *view.blocks) for inner in block.folded or (block,)]


def test_every_segment_is_shown_to_the_letter() -> None:
    assert [(block.kind, words_of(block)) for block in all_blocks(VIEW)] == list(PARAGRAPHS)


def test_text_outside_all_segments_is_shown_too() -> None:
    view = reading(bridges(segments=(Segment(start=10, end=20, kind="paragraph"),)))
    assert [words_of(block) for block in all_blocks(view)] == [TEXT[:10], TEXT[10:20], TEXT[20:]]


def test_boilerplate_that_stands_together_is_folded_together() -> None:
    assert [len(block.folded) for block in VIEW.blocks if block.kind == "boilerplate"] == [2, 1, 1]


def test_the_title_is_the_heading_though_clutter_stands_before_it() -> None:
    text = "English\n\nTwo bridges hit\n\nThe governor said so."
    spans = [("boilerplate", 0, 7), ("title", 9, 24), ("paragraph", 26, 47)]
    view = reading(
        Report(
            id="r",
            text=text,
            language="en",
            title="Two bridges hit",
            segments=tuple(Segment(start=start, end=end, kind=kind) for kind, start, end in spans),
        )
    )
    assert [words_of(block) for block in view.heading] == ["Two bridges hit"]
    assert [block.kind for block in view.blocks] == ["boilerplate", "paragraph"]


def test_claims_are_numbered_as_their_words_come_in_the_text() -> None:
    handles = [handle for block in all_blocks(VIEW) for piece in block.words for handle in piece.handles]
    assert handles == list(range(len(CLAIMS) - 1))
    assert [each.number for each in VIEW.cards] == list(range(1, len(CLAIMS) + 1))


def test_a_claim_without_words_in_the_text_is_listed_and_not_placed() -> None:
    assert [each.anchor for each in VIEW.cards if not each.placed] == ["claim-c-nowhere"]


def test_four_claims_over_the_same_words_are_all_on_them_in_lanes_of_their_own() -> None:
    piece = next(
        piece
        for block in VIEW.blocks
        for piece in block.words
        if piece.text == "no soldier crossed after midnight"
    )
    numbers = {card(VIEW, f"c-{name}").number - 1 for name in ("television", "governor", "rescue", "ferry")}
    assert {line.item for line in piece.lines} == numbers
    assert len({line.lane for line in piece.lines}) == 4
    assert piece.target == card(VIEW, "c-ferry").number - 1


def test_a_card_says_who_through_whom_and_how() -> None:
    rescue = card(VIEW, "c-rescue")
    assert rescue.who == "head of the rescue service"
    assert rescue.relays == (("State television", "outlet"), ("the regional governor", "person"))
    assert rescue.stance == "says"
    assert rescue.quote == "the ferry crew swear that no soldier crossed after midnight"
    president = card(VIEW, "c-president")
    assert (president.stance, president.hedges, president.about) == (
        "threatens",
        ("allegedly",),
        ("person", "Russia"),
    )
    assert card(VIEW, "c-ferry").negated


def test_a_card_gives_figures_with_bounds_and_how_they_hang_together() -> None:
    (settlements,) = card(VIEW, "c-settlements").figures
    assert (settlements.said, settlements.meaning) == ("at least 74", "74 or more settlements (places)")
    _, miles = card(VIEW, "c-area").figures
    assert miles.notes == ("the same figure as “about 1,000 square kilometres”",)
    _, children = card(VIEW, "c-doctor").figures
    assert "part of “31”" in children.notes


def test_a_card_gives_days_and_places_with_what_is_not_known() -> None:
    assert card(VIEW, "own/bridge 1").days[0].meaning == "18 August 2024"
    assert card(VIEW, "c-television").places[0].notes == ("gazetteer 561060",)
    assert card(VIEW, "c-nowhere").places[0].meaning == "Nowhere-on-Seim: not found"


def test_own_voice_is_the_outlet_and_a_group_of_its_own_at_the_end() -> None:
    assert card(VIEW, "own/bridge 1").who == "The River Courier, in its own voice"
    assert [group.own for group in VIEW.groups] == [False] * (len(VIEW.groups) - 1) + [True]


def test_speakers_come_by_number_of_claims_and_every_claim_is_in_one_group() -> None:
    assert VIEW.groups[0].name == "Ministry of Defence"
    assert sorted(claim for group in VIEW.groups for claim in group.claims) == list(range(len(CLAIMS)))


def test_the_first_speakers_have_a_colour_each_and_the_rest_share_the_neutral_one() -> None:
    assert [group.colour for group in VIEW.groups] == [1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 0]


def test_only_web_addresses_become_links() -> None:
    assert outside_link("https://courier.example/x") == "https://courier.example/x"
    for address in (
        None,
        "javascript:alert(1)",
        "data:text/html,x",
        "//courier.example",
        "http://[",
        "/etc/passwd",
    ):
        assert outside_link(address) is None
    assert reading(hostile()).link is None


def test_a_report_without_claims_or_segments_is_its_text() -> None:
    view = reading(bridges(claims=(), segments=(), quantities=(), times=(), places=(), title=None))
    assert [words_of(block) for block in view.blocks] == [TEXT]
    assert (view.cards, view.groups, view.title) == ((), (), "Report without a title")


def test_a_card_leads_to_the_claim_that_it_denies_and_that_one_back() -> None:
    (denies,) = card(VIEW, "c-army").ties
    assert (denies.how, denies.href) == ("Denies", "#claim-c-ferry")
    assert (denies.who, denies.quote) == ("the ferry crew’s claim", "no soldier crossed after midnight")
    (denied,) = card(VIEW, "c-ferry").ties
    assert (denied.how, denied.href, denied.who, denied.quote) == (
        "Denied by", "#claim-c-army", "the army", "denied",
    )  # fmt: skip


def test_a_claim_about_one_that_the_report_does_not_have_shows_none() -> None:
    alone = tuple(msgspec.structs.replace(claim, about="gone") for claim in bridges().claims)
    assert not any(each.ties for each in reading(bridges(claims=alone)).cards)
