"""The board: figures side by side, each telling kept, none counted twice as proof."""

from __future__ import annotations

from sayso.compare.board import Telling, board
from sayso.records import Claim, Counted, Quantity, Relay, Speaker


def telling(speaker: str | None, low: float, high: float | None, **more: str) -> Telling:
    name = more.get("counted", "settlements")
    quantity = Quantity(
        id="q1",
        start=0,
        end=2,
        value=low,
        low=low,
        high=high,
        hedge="exact",
        counted=Counted(text=name, start=3, end=3 + len(name)),
        measure=more.get("measure", "places"),
        same_as=more.get("same_as"),
    )
    claim = Claim(
        id=f"c-{speaker}-{low}-{more.get('report', 'r')}",
        voice="attributed",
        source=(),
        cue=(),
        content=((0, 20),),
        speaker=Speaker(name=speaker, kind="person", side=more.get("side")) if speaker else None,
        relays=tuple(Relay(name=n, kind="outlet") for n in more.get("relay", "").split() if n),
        form="indirect",
        stance=more.get("stance", "asserts"),
        confidence=1,
    )
    return Telling(
        claim=claim,
        actor=speaker,
        quantity=quantity,
        words="…",
        report=more.get("report", "r"),
        outlet=more.get("outlet", "Daily"),
        day=more.get("day", "2024-08-14"),
    )


def test_figures_about_the_same_thing_stand_in_one_topic():
    (topic,) = board([telling("the president", 74, 74), telling("the governor", 28, 28)])
    assert (topic.measure, topic.thing) == ("places", "settlement")
    assert {(r.speaker, r.quantity.low) for r in topic.rows} == {("the president", 74), ("the governor", 28)}


def test_bridges_are_not_settlements():
    topics = board([telling("a", 74, 74), telling("b", 2, 2, counted="bridges")])
    assert {t.thing for t in topics} == {"settlement", "bridge"}


def test_the_same_figure_told_in_two_reports_is_one_row_with_both_named():
    (topic,) = board([telling("a", 74, 74, report="r1"), telling("a", 74, 74, report="r2")])
    (row,) = topic.rows
    assert [t.report for t in row.tellings] == ["r1", "r2"]


def test_a_speakers_figures_of_different_days_are_rows_in_order_of_days():
    (topic,) = board(
        [telling("a", 121_000, 121_000, day="2024-08-12"), telling("a", 76_000, 76_000, day="2024-08-10")]
    )
    assert [r.quantity.low for r in topic.rows] == [76_000, 121_000]


def test_a_relayed_figure_is_not_the_speakers_own_row():
    (topic,) = board([telling("a", 74, 74), telling("a", 74, 74, relay="Agency")])
    assert [r.relays for r in topic.rows] == [(), ("Agency",)]


def test_a_denial_is_not_joined_with_the_assertion():
    (topic,) = board([telling("a", 74, 74), telling("a", 74, 74, stance="denies")])
    assert len(topic.rows) == 2


def test_a_converted_figure_is_not_told_twice():
    assert board([telling("a", 386, 386, same_as="q0")]) == ()


def test_money_and_time_are_not_on_the_board():
    assert board([telling("a", 5, 5, measure="time"), telling("a", 5, 5, measure="money")]) == ()


def test_no_speaker_is_a_row_of_its_own():
    (topic,) = board([telling(None, 74, 74), telling("a", 74, 74)])
    assert [r.speaker for r in topic.rows] == ["a", None]
