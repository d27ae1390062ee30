"""Which files are opened, which are refused and with what words, and what a file that cannot be written still gives."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from keep_factories import report, said

from sayso.errors import (
    IsFolder,
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    LedgerLocked,
    LedgerReadOnly,
    NewerLedger,
    NotALedger,
    NotFound,
    SaysoError,
    Unreadable,
)
from sayso.keep import Ledger, migrate

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one report, closed."""
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(report("r1"), b"bytes")
    return tmp_path / "sayso.db"


def tamper(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        db.execute(statement)
    db.close()


def check_refused(
    path: Path, error: type[SaysoError], *, read_only: bool = False, create: bool = True
) -> str:
    """Opening raises this error, which names the file and advises; the file is left as it was."""
    before = path.read_bytes() if path.is_file() and os.access(path, os.R_OK) else None
    with pytest.raises(error) as raised:
        Ledger(path, read_only=read_only, create=create, timeout=0.1)
    assert type(raised.value) is error
    assert str(path) in raised.value.message
    assert raised.value.advice
    if before is not None:
        assert path.read_bytes() == before
    return str(raised.value)


class TestNewFiles:
    def test_a_ledger_is_made_where_there_is_none(self, tmp_path: Path) -> None:
        with Ledger(str(tmp_path / "new.db")) as ledger:
            assert ledger.reports() == []
        db = sqlite3.connect(tmp_path / "new.db")
        assert db.execute("PRAGMA application_id").fetchone() == (migrate.APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (len(migrate.scripts()),)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        db.close()

    def test_only_the_file_itself_is_left_after_closing(self, path: Path) -> None:
        assert list(path.parent.iterdir()) == [path]

    @pytest.mark.parametrize(
        "name", ["with space.db", "what?.db", "50%25.db", "a#b.db", "Гранiца.db", "a&mode=ro"]
    )
    def test_a_file_may_have_any_name(self, tmp_path: Path, name: str) -> None:
        with Ledger(tmp_path / name) as ledger:
            ledger.add(report("r1"))
        assert [entry.name for entry in tmp_path.iterdir()] == [name]
        with Ledger(tmp_path / name, read_only=True) as ledger:
            assert ledger.count_reports() == 1

    def test_a_relative_name_and_another_folder_later(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        with Ledger("sayso.db") as ledger:
            monkeypatch.chdir("/")
            ledger.add(report("r1"))
        assert (tmp_path / "sayso.db").exists()

    @pytest.mark.parametrize("leftover", [b"", "header"], ids=["no bytes", "no tables"])
    def test_what_a_kill_leaves_of_a_new_file_becomes_a_ledger(
        self, tmp_path: Path, leftover: bytes | str
    ) -> None:
        path = tmp_path / "sayso.db"
        path.touch()
        if leftover == "header":
            tamper(path, "PRAGMA journal_mode = WAL")
            assert path.stat().st_size
        check_refused(path, NotALedger, create=False)
        check_refused(path, NotALedger, read_only=True)
        with Ledger(path) as ledger:
            assert ledger.add(report("r1"))


class TestRefused:
    def test_no_file_and_none_to_be_made(self, tmp_path: Path) -> None:
        check_refused(tmp_path / "sayso.db", NotFound, create=False)
        check_refused(tmp_path / "sayso.db", NotFound, read_only=True)
        assert list(tmp_path.iterdir()) == []

    def test_no_folder_for_the_file(self, tmp_path: Path) -> None:
        with pytest.raises(NotFound, match=r"no folder .*nowhere"):
            Ledger(tmp_path / "nowhere" / "sayso.db")

    @pytest.mark.parametrize("read_only", [False, True])
    def test_a_folder(self, tmp_path: Path, read_only: bool) -> None:
        check_refused(tmp_path, IsFolder, read_only=read_only)

    @pytest.mark.parametrize("read_only", [False, True])
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path, read_only: bool) -> None:
        os.mkfifo(tmp_path / "pipe")
        check_refused(tmp_path / "pipe", NotALedger, read_only=read_only)

    @pytest.mark.parametrize("read_only", [False, True])
    @pytest.mark.parametrize("content", [b"The governor said", b"\0" * 5000, b"SQLite format 3\0"])
    def test_a_file_of_something_else(self, tmp_path: Path, content: bytes, read_only: bool) -> None:
        (tmp_path / "sayso.db").write_bytes(content)
        check_refused(tmp_path / "sayso.db", NotALedger, read_only=read_only)

    @pytest.mark.parametrize("read_only", [False, True])
    @pytest.mark.parametrize(
        "statement",
        ["CREATE TABLE claims (id)", "PRAGMA application_id = 7", "PRAGMA user_version = 1"],
    )
    def test_the_database_of_another_program(self, tmp_path: Path, statement: str, read_only: bool) -> None:
        path = tmp_path / "sayso.db"
        tamper(path, "PRAGMA user_version = 1", statement)
        check_refused(path, NotALedger, read_only=read_only)

    @pytest.mark.parametrize("read_only", [False, True])
    def test_a_ledger_of_a_newer_sayso(self, path: Path, read_only: bool) -> None:
        tamper(path, f"PRAGMA user_version = {len(migrate.scripts()) + 1}")
        assert "Update Sayso" in check_refused(path, NewerLedger, read_only=read_only)

    def test_a_ledger_of_an_older_sayso_is_not_brought_up_to_date_by_reading(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        newest = (*migrate.scripts(), "CREATE TABLE later (id);\n")
        monkeypatch.setattr(migrate, "scripts", lambda: newest)
        assert "older" in check_refused(path, LedgerReadOnly, read_only=True)
        with Ledger(path) as ledger:
            assert ledger.count_reports() == 1
        with Ledger(path, read_only=True) as ledger:
            assert ledger.count_reports() == 1

    @pytest.mark.parametrize("read_only", [False, True])
    @pytest.mark.parametrize("left", [1, 99, 100, 4096, 5000, -4096, -1])
    def test_a_file_that_breaks_off(self, path: Path, left: int, read_only: bool) -> None:
        content = path.read_bytes()
        path.write_bytes(content[:left])
        check_refused(path, NotALedger if 0 < left <= 100 else LedgerDamaged, read_only=read_only)

    def test_damage_that_comes_to_light_later_names_the_file(self, path: Path) -> None:
        tamper(path, "DROP TRIGGER readings_stay", "UPDATE readings SET record = '{\"id\":'")
        with Ledger(path) as ledger, pytest.raises(LedgerDamaged) as raised:
            ledger.report("r1")
        assert str(path) in str(raised.value)

    def test_a_part_that_is_missing_names_the_file(self, path: Path) -> None:
        tamper(path, "DROP TABLE relays")
        with Ledger(path) as ledger, pytest.raises(LedgerError, match="no such table") as raised:
            ledger.add(report("r2"))
        assert str(path) in str(raised.value)


class TestMigrations:
    def test_one_that_fails_leaves_the_version_before_it(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = migrate.scripts()[0]
        broken = (
            first,
            "CREATE TABLE second (id);\n",
            "CREATE TABLE third (id);\nINSERT INTO nowhere VALUES (1);\n",
        )
        monkeypatch.setattr(migrate, "scripts", lambda: broken)
        with pytest.raises(LedgerError, match="nowhere"):
            Ledger(path)
        monkeypatch.setattr(migrate, "scripts", lambda: broken[:2])
        with Ledger(path) as ledger:
            assert ledger.report("r1") == report("r1")
        db = sqlite3.connect(path)
        tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master")}
        assert "second" in tables
        assert "third" not in tables
        db.close()

    def test_a_script_is_cut_at_its_statements_only(self) -> None:
        script = "-- one; two\nCREATE TABLE a (b); -- c;\nCREATE TRIGGER t AFTER INSERT ON a\nBEGIN\n  SELECT 1;\nEND;\n"
        assert len(list(migrate.statements(script))) == 2


class TestFullDisk:
    def test_says_so_keeps_nothing_half_and_goes_on_when_there_is_space(self, tmp_path: Path) -> None:
        with Ledger(tmp_path / "sayso.db") as ledger:
            ledger.add(report("r1"))
            (pages,) = ledger._db.execute("PRAGMA page_count").fetchone()
            ledger._db.execute(f"PRAGMA max_page_count = {pages + 2}")
            large = report("r2", *(said("the governor", f"convoy {n} crossed the river") for n in range(500)))
            with pytest.raises(LedgerFull, match="No space is left") as raised:
                ledger.add(large, b"bytes of it")
            assert str(ledger.path) in str(raised.value)
            assert [kept.id for kept in ledger.reports()] == ["r1"]
            assert ledger.count_claims() == 1
            assert ledger.claims(text="convoy") == []
            ledger._db.execute("PRAGMA max_page_count = 1000000")
            assert ledger.add(large, b"bytes of it")
            assert ledger.report("r2") == large


class TestReadOnly:
    def test_opening_to_read_adds_nothing(self, path: Path) -> None:
        with Ledger(path, read_only=True) as ledger:
            assert ledger.report("r1") == report("r1")
            assert ledger.original("r1") == (b"bytes", "text/plain")
            assert len(ledger.claims(text="bridges", speaker="governor")) == 1
            with pytest.raises(LedgerReadOnly, match="open for reading only"):
                ledger.add(report("r2"))
            with pytest.raises(LedgerReadOnly):
                ledger.reread(report("r1"))

    def test_sees_what_others_add_later(self, path: Path) -> None:
        with Ledger(path, read_only=True) as reader, Ledger(path) as writer:
            assert reader.count_reports() == 1
            writer.add(report("r2"))
            assert reader.count_reports() == 2

    def test_a_file_taken_for_unchanging_is_opened_anew_when_it_changes(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The same path as in a folder that cannot be written, on any machine and as any user."""
        from sayso.keep import connect

        opened = []

        def refuses(file: Path, mode: str, timeout: float) -> sqlite3.Connection:
            opened.append(mode)
            if mode == "mode=ro":
                missing = sqlite3.OperationalError("unable to open database file")
                missing.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
                raise missing
            return reader_of(file, mode, timeout)

        reader_of = connect._reader
        monkeypatch.setattr(connect, "_reader", refuses)
        with Ledger(path, read_only=True) as reader:
            assert reader.count_reports() == 1
            assert opened == ["mode=ro", "mode=ro&immutable=1"]
            assert reader.count_claims() == 1
            assert len(opened) == 2
            with Ledger(path) as writer:
                writer.add(report("r2"))
            assert reader.count_reports() == 2
            path.unlink()
            with pytest.raises(NotFound):
                reader.count_reports()


@contextmanager
def unprivileged() -> Iterator[None]:
    """Root may write anything: give that up for a while. Others have nothing to give up."""
    if os.getuid() != 0:
        yield
        return
    try:
        os.setresuid(NOBODY, NOBODY, 0)
    except OSError as error:
        pytest.skip(f"root cannot become another user here: {error}")
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everyone may look into, with a ledger of one report: pytest's own are closed to other users."""
    folder = Path(tempfile.mkdtemp())
    with Ledger(folder / "sayso.db") as ledger:
        ledger.add(report("r1"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


class TestPermissions:
    def test_a_file_that_cannot_be_written_is_refused_at_once(self, open_folder: Path) -> None:
        (open_folder / "sayso.db").chmod(0o444)
        with unprivileged():
            check_refused(open_folder / "sayso.db", LedgerReadOnly)

    def test_a_folder_that_cannot_be_written_gets_no_new_ledger(self, open_folder: Path) -> None:
        open_folder.chmod(0o555)
        with unprivileged():
            check_refused(open_folder / "new.db", LedgerReadOnly)

    def test_a_file_that_cannot_be_read_says_so(self, open_folder: Path) -> None:
        (open_folder / "sayso.db").chmod(0)
        with unprivileged():
            check_refused(open_folder / "sayso.db", Unreadable, read_only=True)

    def test_a_ledger_in_a_folder_that_cannot_be_written_can_be_read(self, open_folder: Path) -> None:
        (open_folder / "sayso.db").chmod(0o444)
        open_folder.chmod(0o555)
        with unprivileged(), Ledger(open_folder / "sayso.db", read_only=True) as ledger:
            assert ledger.report("r1") == report("r1")
            assert ledger.count_claims(text="bridges") == 1
        assert [entry.name for entry in open_folder.iterdir()] == ["sayso.db"]

    def test_there_it_is_refused_rather_than_told_without_its_newest_reports(self, open_folder: Path) -> None:
        path = open_folder / "sayso.db"
        writer = Ledger(path)
        writer.add(report("r2"))
        copy = open_folder / "copy"
        copy.mkdir()
        for name in ("sayso.db", "sayso.db-wal"):
            shutil.copy(open_folder / name, copy / name)
        writer.close()
        copy.chmod(0o555)
        with unprivileged():
            assert "sayso.db-wal" in check_refused(copy / "sayso.db", LedgerReadOnly, read_only=True)
        with Ledger(copy / "sayso.db") as ledger:
            assert ledger.count_reports() == 2


@pytest.mark.parametrize("read_only", [False, True])
def test_a_ledger_that_another_program_holds_for_itself(path: Path, read_only: bool) -> None:
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN IMMEDIATE")
    # Its bytes are not looked at here: closing the file would let go of the holder's locks.
    with pytest.raises(LedgerLocked, match="another program") as raised:
        Ledger(path, read_only=read_only, timeout=0.1)
    assert str(path) in raised.value.message
    holder.execute("ROLLBACK")
    holder.close()
    with Ledger(path, read_only=read_only) as ledger:
        assert ledger.count_reports() == 1
