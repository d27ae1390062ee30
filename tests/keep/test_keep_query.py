"""What the ledger answers, to whom it is asked in which words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keep_factories import READER, SUDZHA, published, report, said, speaker

from sayso.errors import UsageError
from sayso.keep import KeptClaim, Ledger
from sayso.keep.rows import MeantClaim
from sayso.records import ReaderInfo, Report

KYIV = {"name": "Kiev", "country": "UA", "latitude": 50.45, "longitude": 30.52}
KREMLIN = {"name": "Moscow", "country": "RU", "latitude": 55.75, "longitude": 37.62, "literal": False}
SUDZHA_PLACE = {
    "name": "Sudja",
    "country": "RU",
    "latitude": SUDZHA.latitude,
    "longitude": SUDZHA.longitude,
    "gazetteer_id": SUDZHA.gazetteer_id,
    "candidates": (SUDZHA,),
}
DALLAS = {"name": "Dallas", "country": "US", "latitude": 32.78, "longitude": -96.8}
FIJI = {"name": "Taveuni", "country": "FJ", "latitude": -16.85, "longitude": -179.97}

REPORTS: tuple[Report, ...] = (
    report(
        "a",
        said(
            speaker("Volodymyr Zelensky", "Ukraine"),
            "74 settlements are under control",
            number=(74, None, "places"),
            day=("2024-08-13", "2024-08-13"),
            place=SUDZHA_PLACE,
        ),
        said(
            speaker("the United Nations"), "people left their homes", number=(1, 9, "displaced"), place=KYIV
        ),
        outlet="Радио «Граница»",
        title="Seventy-four settlements",
        published=published("2024-08-14"),
    ),
    report(
        "b",
        said(
            speaker("Russian defence ministry", "Russia"),
            "the advance was stopped",
            stance="denies",
            negated=True,
            place=KREMLIN,
        ),
        said(None, "drones struck a fuel depot", voice="own", day=(None, "2024-08-10"), place=DALLAS),
        said(speaker("the mayor of Çorum", "Türkiye"), "power-plant workers stay", day=("2024-09-01", None)),
        outlet="Border Courier Online",
        title="Advance «stopped»",
        published=published("2024-08-12", "2024-08-16"),
    ),
    report(
        "c",
        said(
            "the UN envoy", "no one knows the killed", number=(0, None, "killed"), stance="doubts", place=FIJI
        ),
        outlet=None,
        title=None,
        published=None,
    ),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("keep") / "sayso.db") as opened:
        for one in reversed(REPORTS):
            opened.add(one)
        yield opened


def names(found: list[KeptClaim]) -> list[str]:
    return [f"{kept.report}{kept.claim.id[-1]}" for kept in found]


ALL = ["b0", "b1", "b2", "a0", "a1", "c0"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        # Names: words, whole and side by side, without case and diacritics
        ({"speaker": "zelensky"}, ["a0"]),
        ({"speaker": "VOLODYMYR  ZELENSKY"}, ["a0"]),
        ({"speaker": "zelensk"}, []),
        ({"speaker": "zelensk*"}, ["a0"]),
        ({"speaker": "zelensky volodymyr"}, []),
        ({"speaker": "un"}, ["c0"]),
        ({"speaker": "corum"}, ["b2"]),
        ({"speaker": "MAYOR OF ÇORUM"}, ["b2"]),
        ({"speaker": "defence ministry"}, ["b0"]),
        ({"speaker": "the"}, ["b2", "a1", "c0"]),
        ({"speaker": "%"}, []),
        ({"speaker": "'; DROP TABLE claims; --"}, []),
        ({"side": "russia"}, ["b0"]),
        ({"side": "turkiye"}, ["b2"]),
        ({"side": "turk"}, []),
        ({"outlet": "border courier"}, ["b0", "b1", "b2"]),
        ({"outlet": "радио граница"}, ["a0", "a1"]),
        ({"outlet": "border radio"}, []),
        # Places: as the report, the gazetteer or the country has it; never a government
        ({"place": "kiev"}, ["a1"]),
        ({"place": "sudja"}, ["a0"]),
        ({"place": "Sudzha"}, ["a0"]),
        ({"place": "RU"}, ["a0"]),
        ({"place": "ua"}, ["a1"]),
        ({"place": "Moscow"}, []),
        ({"place": "Paris"}, []),
        ({"box": (50.0, 30.0, 52.0, 36.0)}, ["a0", "a1"]),
        ({"box": (50.0, 35.0, 52.0, 36.0)}, ["a0"]),
        ({"box": (55.0, 37.0, 56.0, 38.0)}, []),
        ({"box": (-90.0, 170.0, 0.0, -170.0)}, ["c0"]),
        ({"box": (-90.0, -180.0, 90.0, 180.0)}, ["b1", "a0", "a1", "c0"]),
        # Days: of what happened, else of publication; open ends reach for ever
        ({"since": "2024-08-13", "until": "2024-08-13"}, ["b0", "a0"]),
        ({"since": "2024-08-14", "until": "2024-08-14"}, ["b0", "a1"]),
        ({"until": "2024-08-11"}, ["b1"]),
        ({"until": "1999-01-01"}, ["b1"]),
        ({"since": "2024-08-17"}, ["b2"]),
        ({"since": "2030-01-01"}, ["b2"]),
        ({"since": "0001-01-01"}, ["b0", "b1", "b2", "a0", "a1"]),
        # Words that are one of a few
        ({"measure": "killed"}, ["c0"]),
        ({"measure": "places"}, ["a0"]),
        ({"measure": "money"}, []),
        ({"stance": "denies"}, ["b0"]),
        ({"voice": "own"}, ["b1"]),
        # Full text over what is said and who says it
        ({"text": "settlements"}, ["a0"]),
        ({"text": "control settlements"}, ["a0"]),
        ({"text": '"under control"'}, ["a0"]),
        ({"text": '"control under"'}, []),
        ({"text": "settl*"}, ["a0"]),
        ({"text": '"fuel dep"*'}, ["b1"]),
        ({"text": "settl"}, []),
        ({"text": "zelensky"}, ["a0"]),
        ({"text": "power-plant"}, ["b2"]),
        ({"text": "plant power"}, ["b2"]),
        ({"text": "cORUM"}, ["b2"]),
        ({"text": "drones settlements"}, []),
        # Whose claims
        ({"report": "b"}, ["b0", "b1", "b2"]),
        ({"report": "nowhere"}, []),
        ({"id": "b-c1"}, ["b1"]),
        # All that is asked must hold; nothing asked is everything, in the ledger's order
        ({"outlet": "courier", "stance": "asserts"}, ["b1", "b2"]),
        ({"side": "ukraine", "measure": "places", "place": "RU", "text": "control"}, ["a0"]),
        ({"side": "ukraine", "stance": "denies"}, []),
        ({}, ALL),
        ({"speaker": "", "side": None, "text": "", "since": ""}, ALL),
    ],
)
def test_claims_that_answer(ledger: Ledger, filters: Any, expected: list[str]) -> None:
    assert names(ledger.claims(**filters)) == expected
    assert ledger.count_claims(**filters) == len(expected)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["b", "a", "c"]),
        ({"outlet": "courier"}, ["b"]),
        ({"outlet": "cour*"}, ["b"]),
        ({"since": "2024-08-15"}, ["b"]),
        ({"until": "2024-08-13"}, ["b"]),
        ({"since": "2024-08-14", "until": "2024-08-14"}, ["b", "a"]),
        ({"since": "2025-01-01"}, []),
        ({"text": "settlements"}, ["a"]),
        ({"text": '"seventy four"'}, ["a"]),
        ({"text": "stopped advance depot"}, ["b"]),
        ({"text": "knows"}, ["c"]),
        ({"text": "knows", "outlet": "courier"}, []),
    ],
)
def test_reports_that_answer(ledger: Ledger, filters: Any, expected: list[str]) -> None:
    assert [kept.id for kept in ledger.reports(**filters)] == expected
    assert ledger.count_reports(**filters) == len(expected)


def test_a_kept_claim_is_readable_without_its_report(ledger: Ledger) -> None:
    (kept,) = ledger.claims(speaker="zelensky")
    whole = REPORTS[0]
    assert kept == KeptClaim(
        claim=whole.claims[0],
        report="a",
        outlet="Радио «Граница»",
        title="Seventy-four settlements",
        published=published("2024-08-14"),
        words="74 settlements are under control",
        source_words="Volodymyr Zelensky",
        cue_words="said",
        quantities=whole.quantities[:1],
        times=whole.times,
        places=whole.places[:1],
        about=None,
        earliest="2024-08-13",
        latest="2024-08-13",
        day="event",
        reader=READER,
    )


def test_a_kept_claim_says_what_found_it_last(tmp_path: Path) -> None:
    later = ReaderInfo(name="sayso", version="0.2.0", models={"grammar-2": "f" * 64})
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(report("a"))
        ledger.add(report("b"))
        ledger.reread(report("a", reader=later))
        assert [(kept.report, kept.reader) for kept in ledger.claims()] == [("a", later), ("b", READER)]
        ledger.reread(report("b", reader=None))
        assert [kept.reader for kept in ledger.claims()] == [later, None]


def test_a_kept_report_says_how_many_claims_it_has(ledger: Ledger) -> None:
    assert [(kept.id, kept.claims) for kept in ledger.reports()] == [("b", 3), ("a", 2), ("c", 1)]


def test_whose_days_a_claim_has_is_told(ledger: Ledger) -> None:
    assert [(kept.earliest, kept.latest, kept.day) for kept in ledger.claims()] == [
        ("2024-08-12", "2024-08-16", "published"),
        (None, "2024-08-10", "event"),
        ("2024-09-01", None, "event"),
        ("2024-08-13", "2024-08-13", "event"),
        ("2024-08-14", "2024-08-14", "published"),
        (None, None, None),
    ]


def test_words_in_several_pieces_are_joined_with_a_gap(tmp_path: Path) -> None:
    torn = report("r1", said("the mayor", "two bridges fell", content=((15, 26), (27, 31))))
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(torn)
        assert ledger.claims()[0].words == "two bridges … fell"


def test_several_times_of_a_claim_span_all_their_days(tmp_path: Path) -> None:
    two = report(
        "r1",
        said("the mayor", "it began", day=("2024-08-06", "2024-08-07"), times=("t0", "t1")),
        said("the mayor", "it ended", day=("2024-08-09", "2024-08-10")),
    )
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(two)
        assert [(kept.earliest, kept.latest) for kept in ledger.claims()] == [
            ("2024-08-06", "2024-08-10"),
            ("2024-08-09", "2024-08-10"),
        ]


def test_pages_follow_each_other(ledger: Ledger) -> None:
    assert [name for at in range(0, 8, 2) for name in names(ledger.claims(limit=2, offset=at))] == ALL
    assert names(ledger.claims(outlet="courier", limit=1, offset=1)) == ["b1"]
    assert [kept.id for kept in ledger.reports(limit=1, offset=1)] == ["a"]
    assert ledger.claims(limit=0) == []


@pytest.mark.parametrize("filters", [{}, {"stance": "asserts"}, {"text": "bridges"}])
def test_the_order_is_day_then_report_then_claim_whatever_came_first(tmp_path: Path, filters: Any) -> None:
    made = [
        report(name, said("the mayor", "bridges fell"), said("the mayor", "bridges hold"), published=day)
        for name, day in (
            ("z", published("2024-08-01")),
            ("unknown", None),
            ("y", published("2024-08-02")),
            ("x", published("2024-08-02")),
        )
    ]
    with Ledger(tmp_path / "sayso.db") as ledger:
        for one in made:
            ledger.add(one)
        assert names(ledger.claims(**filters)) == ["z0", "z1", "x0", "x1", "y0", "y1", "unknown0", "unknown1"]


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"since": "yesterday"}, "'yesterday' is not a day. Write days as in 2024-08-18"),
        ({"since": "2024-02-30"}, "not a day"),
        ({"until": "20240818"}, "not a day"),
        ({"until": "2024-W33-7"}, "not a day"),
        ({"until": "٢٠٢٤-٠٨-١٨"}, "not a day"),
        ({"since": "2024-08-18", "until": "2024-08-17"}, "none"),
        ({"measure": "dead"}, "There are: killed, injured"),
        ({"stance": "says"}, "There are: asserts"),
        ({"voice": "passive"}, "attributed, own"),
        ({"limit": -1}, "less than nothing"),
        ({"offset": -1}, "less than nothing"),
    ],
)
def test_a_question_without_sense_is_told_so(ledger: Ledger, filters: Any, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        ledger.claims(**filters)


def test_a_filter_that_is_none_is_a_mistake_in_the_program(ledger: Ledger) -> None:
    with pytest.raises(TypeError, match="'speakr'"):
        ledger.claims(speakr="mayor")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="'report'"):
        ledger.reports(report="a")  # type: ignore[call-arg]


HOSTILE = [
    '"',
    '""',
    '"unclosed',
    "AND",
    "OR NOT NEAR(",
    "*",
    "**",
    "-",
    "--",
    "-settlements",
    "words:settlements",
    "NEAR(a b, 5)",
    "a AND",
    "(((",
    "^first",
    "{words}: x",
    "'; DROP TABLE reports; --",
    "\0",
    "settle\0ments",
    "\ud800",
    "a\ud800b",
    "…—",
    "💥",
    " ",
    '"' * 10_001,
    "a " * 50_000,
    "*" * 100_000,
    '"a" ' * 25_000,
    "x" * 100_000,
]


@pytest.mark.parametrize("asked", HOSTILE, ids=lambda asked: repr(asked[:12]))
def test_whatever_a_person_types_is_taken_as_words(ledger: Ledger, asked: str) -> None:
    for name in ("text", "speaker", "side", "outlet", "place", "report", "id"):
        assert isinstance(ledger.claims(**{name: asked}), list)  # type: ignore[arg-type]
    assert isinstance(ledger.reports(text=asked, outlet=asked), list)
    assert ledger.report(asked) is None
    assert ledger.original(asked) is None


def test_the_signs_of_fts5_are_words_like_others(ledger: Ledger) -> None:
    assert names(ledger.claims(text="-settlements")) == ["a0"]
    assert names(ledger.claims(text="settlements AND control")) == []
    assert names(ledger.claims(text='settlements "under')) == ["a0"]
    assert ledger.claims(text="***") == []


@settings(max_examples=150, deadline=None)
@given(asked=st.text(st.sampled_from('ab"*-^:(){}+ \t\n\0ANDORTé\ud800,'), max_size=20))
def test_no_mixture_of_signs_is_an_error(ledger: Ledger, asked: str) -> None:
    assert ledger.count_claims(text=asked) >= 0
    assert ledger.count_reports(text=asked) >= 0


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"speaker": "zelensky"}, ["a"]),
        ({"side": "russia"}, ["b"]),
        ({"measure": "killed"}, ["c"]),
        ({"stance": "denies"}, ["b"]),
        ({"voice": "own"}, ["b"]),
        ({"place": "dallas"}, ["b"]),
        ({"speaker": "zelensky", "measure": "places"}, ["a"]),
        # One and the same claim: the figure of the displaced is another speaker's.
        ({"speaker": "zelensky", "measure": "displaced"}, []),
        ({"measure": "killed", "outlet": "border"}, []),
        ({"speaker": "", "side": None}, ["b", "a", "c"]),
    ],
)
def test_reports_are_asked_for_by_what_one_of_their_claims_says(
    ledger: Ledger, filters: Any, expected: list[str]
) -> None:
    assert [kept.id for kept in ledger.reports(**filters)] == expected
    assert ledger.count_reports(**filters) == len(expected)


def test_a_kept_claim_tells_which_claim_it_doubts(tmp_path: Path) -> None:
    doubted = report(
        "a",
        said("the governor", "74 settlements are lost"),
        said(None, "the figure", stance="doubts", about="a-c0"),
        said("the mayor", "it is not so", stance="denies", about="of-no-such-claim"),
    )
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(doubted)
        ledger.add(report("b", said("the governor", "other words", id="a-c0")))
        meant = MeantClaim(id="a-c0", speaker="the governor", words="74 settlements are lost")
        assert [kept.about for kept in ledger.claims()] == [None, meant, None, None]


def test_a_claim_kept_before_claims_pointed_at_others_is_about_none(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        ledger.add(report("a"))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE claims SET record = json_remove(record, '$.about')")
    with Ledger(path) as ledger:
        assert [(kept.about, kept.claim.about) for kept in ledger.claims()] == [(None, None)]
