"""Several connections, threads and programs on one ledger, and a program that is killed while it writes."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from keep_factories import report, said

from sayso.errors import LedgerLocked
from sayso.keep import Ledger
from sayso.records import Report

WRITER = """
import itertools, sys
from keep_factories import report, said
from sayso.keep import Ledger
from test_keep_together import nth
with Ledger(sys.argv[1]) as ledger:
    for n in itertools.count(ledger.count_reports()):
        ledger.add(nth(n), nth(n).text.encode())
        print(n, flush=True)
"""


def nth(n: int) -> Report:
    sayings = (
        said(f"witness {n}", f"convoy {k} crossed", number=(k, k, "equipment"), place={"name": "Sudzha"})
        for k in range(30)
    )
    return report(f"r{n:05}", *sayings)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(report("r1"))
    return tmp_path / "sayso.db"


@pytest.fixture
def holder(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program in the middle of a transaction that writes."""
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    db.execute("BEGIN IMMEDIATE")
    db.execute("UPDATE reports SET title = 'not yet committed'")
    yield db
    if db.in_transaction:
        db.execute("ROLLBACK")
    db.close()


@pytest.mark.parametrize("read_only", [False, True])
def test_readers_are_not_blocked_by_a_writer(path: Path, holder: sqlite3.Connection, read_only: bool) -> None:
    started = time.monotonic()
    with Ledger(path, read_only=read_only) as ledger:
        assert [kept.title for kept in ledger.reports()] == ["Bridges over the Seim"]
        assert len(ledger.claims()) == 1
        assert time.monotonic() - started < 1
        holder.execute("COMMIT")
        assert [kept.title for kept in ledger.reports()] == ["not yet committed"]


def test_a_second_writer_waits_for_the_first(path: Path, holder: sqlite3.Connection) -> None:
    threading.Timer(0.3, lambda: holder.execute("COMMIT")).start()
    with Ledger(path, timeout=10) as ledger:
        started = time.monotonic()
        assert ledger.add(report("r2"))
        assert 0.1 < time.monotonic() - started < 5


def test_a_second_writer_gives_up_after_its_time(path: Path, holder: sqlite3.Connection) -> None:
    with Ledger(path, timeout=0.3) as ledger:
        started = time.monotonic()
        with pytest.raises(LedgerLocked, match="another program") as raised:
            ledger.add(report("r2"))
        assert 0.2 < time.monotonic() - started < 3
        assert str(path) in str(raised.value)
        holder.execute("ROLLBACK")
        assert ledger.add(report("r2"))


def test_a_reader_has_one_state_for_the_whole_of_a_question(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.keep import rows

    def commits_between(*given: object) -> object:
        with Ledger(path) as writer:
            writer.reread(report("r1", said("the governor", "two bridges were destroyed", stance="denies")))
        return kept_claims(*given)  # type: ignore[arg-type]

    kept_claims = rows.kept_claims
    numbered = report("r2", said("the mayor", "nine left", number=(9, 9, "displaced")))
    with Ledger(path) as ledger:
        ledger.add(numbered)
        monkeypatch.setattr(rows, "kept_claims", commits_between)
        first, second = ledger.claims()
        assert first.claim.stance == "asserts"
        assert second.quantities == numbered.quantities
        monkeypatch.undo()
        assert [kept.claim.stance for kept in ledger.claims(report="r1")] == ["denies"]


def test_threads_may_share_a_ledger(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger, ThreadPoolExecutor(8) as pool:
        added = list(pool.map(lambda n: ledger.add(nth(n % 20)) or len(ledger.claims(limit=5)), range(40)))
        assert added.count(True) == 20
        assert ledger.count_claims() == 20 * 30


def test_programs_that_make_the_same_ledger_at_once_make_one(tmp_path: Path) -> None:
    for attempt in range(5):
        path = tmp_path / f"{attempt}.db"
        together = threading.Barrier(4)

        def make(n: int, path: Path = path, together: threading.Barrier = together) -> bool:
            together.wait()
            with Ledger(path) as ledger:
                return ledger.add(report(f"r{n}"))

        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(make, range(4))) == [True] * 4
        with Ledger(path) as ledger:
            assert ledger.count_reports() == 4


def test_a_ledger_survives_the_kill_of_its_writer_at_any_moment(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    moments = random.Random(2024)
    here = str(Path(__file__).parent)
    told = -1
    for reports_first in (0, 3, 8, 15):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": here},
        )
        assert writer.stdout is not None
        for _ in range(reports_first + 1):
            told = int(writer.stdout.readline())
        time.sleep(moments.uniform(0, 0.02))
        os.kill(writer.pid, signal.SIGKILL)
        told = max([told, *(int(line) for line in writer.stdout.read().splitlines())])
        writer.stdout.close()
        assert writer.wait() == -signal.SIGKILL
        check_whole(path, told)


def check_whole(path: Path, told: int) -> None:
    """Every report of which the writer told is there, at most one more, and each one whole."""
    with Ledger(path, read_only=True) as ledger:
        kept = [kept.id for kept in ledger.reports()]
        assert kept == [nth(n).id for n in range(len(kept))]
        assert len(kept) in (told + 1, told + 2)
        for n in range(len(kept)):
            assert ledger.report(nth(n).id) == nth(n)
            assert ledger.original(nth(n).id) == (nth(n).text.encode(), "text/plain")
            assert [found.claim for found in ledger.claims(report=nth(n).id)] == list(nth(n).claims)
        assert ledger.count_claims(text="convoy", measure="equipment", place="sudzha") == len(kept) * 30
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()
