"""What goes into the ledger comes out of it: reports, their bytes, and every reading of them."""

from __future__ import annotations

import hashlib
import sqlite3
import types
import typing
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keep_factories import READER, published, relayed, report, said, speaker

from sayso.errors import IdTaken, LedgerDamaged, LedgerLocked, NotFound, Undecodable
from sayso.keep import Ledger
from sayso.records import ReaderInfo, Report


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "sayso.db") as opened:
        yield opened


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def rows(ledger: Ledger) -> dict[str, int]:
    """How many rows each table of the file has."""
    with sqlite3.connect(ledger.path) as db:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    db.close()
    return found


def test_a_report_comes_back_equal(ledger: Ledger) -> None:
    kept = report(
        "r1",
        said("the governor", "two bridges fell", number=(2, 2, "places"), day=("2024-08-17", "2024-08-17")),
        said(
            speaker("the mayor", "Russia"),
            "nobody was hurt",
            relays=(relayed("a local daily"),),
            negated=True,
        ),
    )
    assert ledger.add(kept)
    assert ledger.report("r1") == kept
    assert ledger.report("r2") is None


def test_the_record_is_kept_as_it_is_printed(ledger: Ledger) -> None:
    ledger.add(report("r1"))
    with sqlite3.connect(ledger.path) as db:
        assert db.execute("SELECT record FROM readings").fetchone() == (report("r1").to_json(),)
    db.close()


def test_the_same_report_twice_adds_nothing(ledger: Ledger) -> None:
    assert ledger.add(report("r1"), b"page", "text/html") is True
    before = rows(ledger)
    assert ledger.add(report("r1"), b"page", "text/html") is False
    assert rows(ledger) == before


def test_the_same_text_read_otherwise_is_the_same_report(ledger: Ledger) -> None:
    ledger.add(report("r1"))
    better = msgspec.structs.replace(
        report("r1"), reader=ReaderInfo(name="sayso", version="0.2.0", models={})
    )
    assert ledger.add(better) is False
    assert ledger.report("r1") == report("r1")


def test_another_text_under_a_kept_id_is_refused_and_leaves_nothing(ledger: Ledger) -> None:
    ledger.add(report("r1"))
    before = rows(ledger)
    with pytest.raises(IdTaken, match="'r1'") as raised:
        ledger.add(report("r1", said("the mayor", "three bridges fell")), b"other bytes")
    assert str(ledger.path) in str(raised.value)
    assert rows(ledger) == before


def test_the_same_text_under_two_ids_is_two_reports(ledger: Ledger) -> None:
    assert ledger.add(report("r1"))
    assert ledger.add(msgspec.structs.replace(report("r1"), id="r2"))
    assert [kept.id for kept in ledger.reports()] == ["r1", "r2"]


def test_a_report_that_cannot_be_written_down_leaves_nothing(ledger: Ledger) -> None:
    before = rows(ledger)
    with pytest.raises(Undecodable, match="half a character"):
        ledger.add(report("r1", said("the mayor", "half of it: \ud83d")), b"bytes")
    assert rows(ledger) == before


def test_nothing_is_half_kept_when_adding_breaks_off(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*given: object) -> None:
        raise KeyboardInterrupt

    before = rows(ledger)
    with monkeypatch.context() as patch:
        patch.setattr("sayso.keep.write.insert_original", breaks)  # the last thing that is written
        with pytest.raises(KeyboardInterrupt):
            ledger.add(report("r1"), b"bytes")
    assert rows(ledger) == before
    assert ledger.add(report("r1"), b"bytes")


class TestOriginals:
    def test_bytes_come_back_with_their_media_type(self, ledger: Ledger) -> None:
        page = b"<p>Two bridges\xff\x00</p>" * 1000
        ledger.add(report("r1"), page, "text/html")
        assert ledger.original("r1") == (page, "text/html")
        assert ledger.has_original(sha256(page))
        assert ledger.has_original(sha256(page).upper())

    def test_a_report_may_have_none(self, ledger: Ledger) -> None:
        ledger.add(report("r1"))
        assert ledger.original("r1") is None
        assert ledger.original("r2") is None
        assert not ledger.has_original(sha256(b""))

    def test_no_bytes_are_bytes_too(self, ledger: Ledger) -> None:
        ledger.add(report("r1"), b"")
        assert ledger.original("r1") == (b"", "text/plain")

    def test_bytes_are_kept_once_and_small(self, ledger: Ledger) -> None:
        page = b"<p>Two bridges</p>" * 1000
        ledger.add(report("r1"), page)
        ledger.add(report("r2"), page)
        assert rows(ledger)["originals"] == 1
        assert ledger.reports_from(sha256(page)) == ["r1", "r2"]
        with sqlite3.connect(ledger.path) as db:
            assert db.execute("SELECT length(body) FROM originals").fetchone()[0] < len(page) / 10
        db.close()

    def test_other_bytes_of_a_kept_report_are_kept_beside_the_first(self, ledger: Ledger) -> None:
        ledger.add(report("r1"), b"first")
        assert ledger.add(report("r1"), b"fetched again", "text/html") is False
        assert ledger.original("r1") == (b"first", "text/plain")
        assert ledger.reports_from(sha256(b"fetched again")) == ["r1"]

    def test_bytes_that_are_not_what_was_kept_are_not_handed_out(self, ledger: Ledger) -> None:
        ledger.add(report("r1"), b"first")
        with sqlite3.connect(ledger.path) as db:
            db.execute("DROP TRIGGER originals_stay")
            db.execute("UPDATE originals SET sha256 = ?", (sha256(b"other"),))
        db.close()
        with pytest.raises(LedgerDamaged):
            ledger.original("r1")


class TestReadings:
    BETTER = ReaderInfo(name="sayso", version="0.2.0", models={"roles": "1" * 64, "links": "2" * 64})

    def better(self) -> Report:
        """The same text, read with another outcome."""
        first = report("r1", said("the governor", "two bridges fell"), said("the mayor", "none fell"))
        (_, second) = first.claims
        changed = msgspec.structs.replace(second, stance="denies", speaker=speaker("the deputy mayor"))
        return msgspec.structs.replace(
            first, claims=(changed,), title="Crossings", outlet="The Gazette", reader=self.BETTER
        )

    def first(self) -> Report:
        return report("r1", said("the governor", "two bridges fell"), said("the mayor", "none fell"))

    def test_a_later_reading_is_a_row_more_and_answers_from_then_on(self, ledger: Ledger) -> None:
        ledger.add(self.first())
        assert ledger.reread(self.better()) is True
        assert ledger.report("r1") == self.better()
        assert [kept.claim for kept in ledger.claims()] == list(self.better().claims)
        assert [kept.title for kept in ledger.reports(outlet="gazette")] == ["Crossings"]
        assert [(r.reader, r.report) for r in ledger.readings("r1")] == [
            (READER, self.first()),
            (self.BETTER, self.better()),
        ]

    def test_what_only_the_earlier_reading_found_is_found_no_more(self, ledger: Ledger) -> None:
        ledger.add(self.first())
        ledger.reread(self.better())
        assert ledger.claims(speaker="governor") == []
        assert ledger.claims(text="bridges") == []
        assert ledger.claims(stance="asserts") == []
        assert ledger.reports(text="Seim") == []
        assert [kept.id for kept in ledger.reports(text="crossings bridges")] == ["r1"]

    def test_an_equal_reading_adds_nothing(self, ledger: Ledger) -> None:
        ledger.add(self.first())
        before = rows(ledger)
        assert ledger.reread(self.first()) is False
        assert rows(ledger) == before

    def test_only_a_kept_report_is_read_again_and_only_with_its_own_text(self, ledger: Ledger) -> None:
        with pytest.raises(NotFound):
            ledger.reread(self.first())
        ledger.add(self.first())
        with pytest.raises(IdTaken):
            ledger.reread(report("r1", said("the mayor", "a third one fell")))
        assert len(ledger.readings("r1")) == 1

    def test_the_file_itself_refuses_to_change_the_past(self, ledger: Ledger) -> None:
        ledger.add(self.first(), b"bytes")
        db = sqlite3.connect(ledger.path)
        for statement in (
            "UPDATE readings SET record = '{}'",
            "DELETE FROM readings",
            "UPDATE originals SET body = x''",
            "DELETE FROM originals",
            "UPDATE reports SET text_sha256 = ''",
            "DELETE FROM reports",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="never"):
                db.execute(statement)
        db.close()

    def test_the_moment_of_adding_is_the_callers_clock_in_utc(self, tmp_path: Path) -> None:
        east = timezone(timedelta(hours=3))
        with Ledger(tmp_path / "a.db", now=lambda: datetime(2024, 8, 18, 1, 30, tzinfo=east)) as ledger:
            ledger.add(report("r1"))
            assert ledger.readings("r1")[0].added_at == "2024-08-17T22:30:00+00:00"
        with Ledger(tmp_path / "b.db") as ledger:
            ledger.add(report("r1"))
            added = datetime.fromisoformat(ledger.readings("r1")[0].added_at)
            assert abs(datetime.now(UTC) - added) < timedelta(minutes=5)


def test_a_reference_to_nothing_does_not_keep_a_report_out(ledger: Ledger) -> None:
    odd = report("r1", said("the mayor", "none fell", quantities=("q9",), times=("t9", "t9"), places=("p9",)))
    assert ledger.add(odd)
    (kept,) = ledger.claims()
    assert kept.claim == odd.claims[0]
    assert (kept.quantities, kept.times, kept.places) == ((), (), ())


# Every field of the record, whatever fields it comes to have.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(0, 40),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
}


def of(hint: Any) -> st.SearchStrategy[Any]:
    if hint in PLAIN:
        return PLAIN[hint]
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return st.sampled_from(inner)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(of(one) for one in inner))
    if origin is dict:
        return st.dictionaries(of(inner[0]), of(inner[1]), max_size=2)
    if origin is tuple and inner[-1] is Ellipsis:
        return st.lists(of(inner[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(of(one) for one in inner))
    return st.builds(hint, **{name: of(kind) for name, kind in typing.get_type_hints(hint).items()})


def test_any_report_comes_back_equal_with_all_its_claims(ledger: Ledger) -> None:
    numbers = count()

    @settings(max_examples=80, deadline=None)
    @given(of(Report), of(Report), st.binary(max_size=50))
    def check(some: Report, other: Report, content: bytes) -> None:
        name = f"{next(numbers)} {some.id}"
        kept = msgspec.structs.replace(some, id=name)
        assert ledger.add(kept, content)
        assert ledger.report(name) == kept
        assert ledger.original(name) == (content, "text/plain")
        assert [found.claim for found in ledger.claims(report=name)] == list(kept.claims)
        assert not ledger.add(kept, content)
        later = msgspec.structs.replace(other, id=name, text=some.text)
        ledger.reread(later)
        assert ledger.report(name) == later
        assert [found.claim for found in ledger.claims(report=name)] == list(later.claims)

    check()
    with sqlite3.connect(ledger.path) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        # The places on the map are those of the newest readings, no more and no fewer.
        (on_map,) = db.execute("SELECT count(*) FROM place_boxes").fetchone()
        (placed,) = db.execute(
            "SELECT count(*) FROM places WHERE literal AND latitude IS NOT NULL AND longitude IS NOT NULL"
        ).fetchone()
        assert on_map == placed
    db.close()


def test_published_and_unknown_fields_survive(ledger: Ledger) -> None:
    bare = Report(id="r0", text="", language="und")
    ledger.add(bare)
    assert ledger.report("r0") == bare
    assert ledger.reports()[0].published is None
    ledger.add(report("r1", published=published("2024-08-18", "2024-08-25")))
    assert ledger.reports()[0].published == published("2024-08-18", "2024-08-25")


def test_a_locked_ledger_keeps_nothing_of_the_report(ledger: Ledger) -> None:
    other = sqlite3.connect(ledger.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger(ledger.path, timeout=0.05) as second, pytest.raises(LedgerLocked):
        second.add(report("r1"), b"bytes")
    other.execute("ROLLBACK")
    other.close()
    assert ledger.count_reports() == 0
    assert not ledger.has_original(sha256(b"bytes"))
