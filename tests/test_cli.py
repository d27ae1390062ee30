"""The command line: what a person and a pipe see, and how bad input is told."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest

from sayso import cli, records

ARTICLE = """Two accounts of one night

Officials in Kyiv said on Sunday that at least 74 settlements had been taken in Kursk region.

"We see no growth in the area under attack," the governor said. He denied that Sudzha was lost.
"""


class Run(NamedTuple):
    status: int
    out: str
    err: str


Sayso = Callable[..., Run]


@pytest.fixture
def sayso(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Sayso:
    """Runs the command in an empty folder, as a shell would."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)

    def run(*arguments: str, stdin: bytes | None = None) -> Run:
        monkeypatch.setattr("sys.argv", ["sayso", *arguments])
        if stdin is not None:
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = 0
        try:
            cli.main()
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else int(bool(stop.code))
        out, err = capsys.readouterr()
        return Run(status, out, err)

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_read_prints_a_table_for_a_person(sayso, article):
    run = sayso("read", str(article), "--published", "2024-08-20")
    assert run.status == 0
    assert "Two accounts of one night" in run.out
    for part in (
        "20 August 2024",
        "Officials in Kyiv",
        "asserts",
        "74 or more",
        "governor",
        "denies",
        "Sudzha",
    ):
        assert part in run.out, part


def test_read_prints_the_record_for_a_machine(sayso, article):
    run = sayso("read", "--format", "jsonl", str(article))
    assert run.status == 0
    (line,) = run.out.splitlines()
    record = json.loads(line)
    jsonschema.validate(record, records.schema())
    assert record["text"] == ARTICLE
    assert record["reader"]["models"]


def test_jsonl_gives_a_record_a_line_in_order_with_its_ids(sayso, tmp_path):
    lines = [
        {"id": f"d{i}", "text": f"The ministry said on Monday that {i + 2} bridges were hit."}
        for i in range(3)
    ]
    path = tmp_path / "docs.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    run = sayso("read", "--format", "jsonl", str(path))
    assert [json.loads(line)["id"] for line in run.out.splitlines()] == ["d0", "d1", "d2"]


def test_a_broken_line_is_named_and_the_rest_is_read(sayso, tmp_path):
    path = tmp_path / "docs.jsonl"
    path.write_text(
        '{"id": "a", "text": "The army said so."}\n{"id": \n{"id": "c", "text": "Nobody knows."}\n'
    )
    run = sayso("read", "--format", "jsonl", str(path))
    found = [json.loads(line) for line in run.out.splitlines()]
    assert run.status == 1
    assert [found[0]["id"], found[2]["id"]] == ["a", "c"]
    assert found[1]["error"]["code"] == "bad-line"
    assert "line 2" in run.err


def test_standard_input_is_read(sayso):
    run = sayso("read", "-", "--format", "jsonl", stdin=ARTICLE.encode())
    assert json.loads(run.out)["claims"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        ("latin.txt", "Der Gouverneur bestätigte es.".encode("latin-1"), "undecodable"),
        ("shell.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no-article"),
    ],
)
def test_bad_input_is_a_coded_error_and_nothing_is_kept(sayso, tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    run = sayso("add", str(path))
    assert run.status == 1
    assert f"sayso: {code}:" in run.err
    assert name in run.err
    assert sayso("reports", "--format", "jsonl").out == ""


def test_a_missing_file_and_a_folder_are_told_and_the_rest_is_read(sayso, article, tmp_path):
    run = sayso("read", "--format", "jsonl", "nowhere.txt", str(tmp_path), str(article))
    assert run.status == 1
    assert "not-found" in run.err
    assert "is-folder" in run.err
    assert [("error" in json.loads(line)) for line in run.out.splitlines()] == [True, True, False]


def test_a_text_over_the_limit_is_refused(sayso, article, monkeypatch):
    monkeypatch.setenv("SAYSO_MAX_BYTES", "100")
    run = sayso("read", str(article))
    assert run.status == 1
    assert "too-large" in run.err
    assert "SAYSO_MAX_BYTES" in run.err


def test_adding_the_same_report_twice_adds_nothing_and_says_so(sayso, article):
    assert "1 report added" in sayso("add", str(article)).out
    again = sayso("add", str(article))
    assert again.status == 0
    assert "0 reports added; 1 already kept" in again.out
    assert len(sayso("reports", "--format", "jsonl").out.splitlines()) == 1


def test_claims_are_found_by_speaker_measure_stance_and_text(sayso, article):
    sayso("add", str(article), "--published", "2024-08-20", "--outlet", "The Daily")

    def words(*filters: str) -> list[str]:
        return [
            json.loads(line)["words"]
            for line in sayso("claims", "--format", "jsonl", *filters).out.splitlines()
        ]

    assert words("--measure", "places") == ["at least 74 settlements had been taken in Kursk region"]
    assert any("Sudzha" in w for w in words("--stance", "denies"))
    assert words("--text", '"no growth"') == words("--speaker", "governor", "--text", "growth")
    assert words("--speaker", "nobody at all") == []
    assert words("--outlet", "the daily", "--side", "ukraine") == words("--side", "Ukraine")


def test_claims_as_csv_have_a_header_and_a_row_each(sayso, article):
    sayso("add", str(article))
    rows = list(csv.DictReader(io.StringIO(sayso("claims", "--format", "csv").out)))
    lines = sayso("claims", "--format", "jsonl").out.splitlines()
    assert len(rows) == len(lines) > 1
    assert rows[0]["low"] == "74"


def test_a_day_that_is_none_is_a_usage_error(sayso, article):
    sayso("add", str(article))
    run = sayso("claims", "--since", "yesterday")
    assert run.status == 2
    assert "usage" in run.err


def test_queries_without_a_ledger_say_what_to_do(sayso):
    run = sayso("claims")
    assert run.status == 1
    assert "not-found" in run.err
    assert "sayso add" in run.err


def test_a_newer_ledger_is_refused(sayso, article, tmp_path):
    sayso("add", str(article))
    with sqlite3.connect(tmp_path / "sayso.db") as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    run = sayso("add", str(article))
    assert run.status == 1
    assert "newer-ledger" in run.err


def test_the_ledger_comes_from_the_option_before_the_environment(sayso, article, monkeypatch, tmp_path):
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "env.db"))
    sayso("add", str(article), "--ledger", "option.db")
    assert (tmp_path / "option.db").exists()
    assert not (tmp_path / "env.db").exists()


def test_the_board_lays_figures_side_by_side(sayso, tmp_path):
    for name, number in (("Kyiv", 74), ("Moscow", 28)):
        (tmp_path / f"{name}.txt").write_text(
            f"{name} said on Monday that {number} settlements had been captured."
        )
    sayso("add", "Kyiv.txt", "Moscow.txt", "--published", "2024-08-14")
    run = sayso("board")
    assert "settlement" in run.out
    for part in ("Kyiv", "74", "Moscow", "28"):
        assert part in run.out


def test_schema_is_json_schema(sayso):
    jsonschema.Draft202012Validator.check_schema(json.loads(sayso("schema").out))


def test_an_unknown_option_and_help_behave(sayso):
    assert sayso("read", "--nonsense").status == 2
    run = sayso("--help")
    assert run.status == 0
    assert "read" in run.out


def test_the_models_that_a_claim_was_read_with_are_those_that_are_listed(sayso, article):
    sayso("add", str(article))
    run = sayso("models", "--format", "jsonl")
    assert run.status == 0
    listed = {model["sha256"]: model for model in map(json.loads, run.out.splitlines())}
    assert len(listed) >= 2
    (record,) = map(json.loads, sayso("read", "--format", "jsonl", str(article)).out.splitlines())
    claims = [json.loads(line) for line in sayso("claims", "--format", "jsonl").out.splitlines()]
    for reader in (record["reader"], *(claim["reader"] for claim in claims)):
        assert set(reader["models"].values()) == set(listed)
        assert all(listed[hash_]["name"] in label for label, hash_ in reader["models"].items())


def test_models_are_listed_with_their_licence_for_a_person_and_a_spreadsheet(sayso):
    table = sayso("models").out
    rows = list(csv.DictReader(io.StringIO(sayso("models", "--format", "csv").out)))
    assert len(rows) >= 2
    for row in rows:
        assert row["licence"] in table
        assert row["sha256"][:12] in table


def test_a_place_name_is_explained(sayso):
    run = sayso("gazetteer", "find", "Sudzha")
    assert run.status == 0
    assert "RU" in run.out
    assert sayso("gazetteer", "find", "Xyzzyville").status == 1


def test_an_export_holds_every_row_and_a_table_says_how_many_it_shows(sayso, tmp_path):
    lines = [{"id": f"d{i}", "text": f"The ministry said that {i + 2} bridges were hit."} for i in range(103)]
    (tmp_path / "many.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    sayso("add", "many.jsonl")
    assert len(sayso("claims", "--format", "jsonl").out.splitlines()) == 103
    assert "100 of 103 claims" in sayso("claims").out
    assert len(sayso("claims", "--format", "jsonl", "--limit", "7").out.splitlines()) == 7


def test_a_speaker_is_found_under_every_spelling_of_the_name(sayso, tmp_path):
    for name in ("Zelensky", "Zelenskyy"):
        (tmp_path / f"{name}.txt").write_text(f"Volodymyr {name} said that two bridges were open.")
    sayso("add", "Zelensky.txt", "Zelenskyy.txt")
    assert len(sayso("claims", "--speaker", "zelenskiy", "--format", "jsonl").out.splitlines()) == 2


def test_a_mistyped_file_leaves_no_ledger_behind(sayso, tmp_path):
    assert sayso("add", "nowhere.txt").status == 1
    assert not (tmp_path / "sayso.db").exists()


def test_help_tells_the_defaults(sayso):
    assert "sayso.db" in sayso("add", "--help").out


def test_what_cannot_be_printed_is_told_in_one_line(tmp_path):
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    program = [
        sys.executable,
        "-c",
        "from sayso.cli import main; import sys; sys.argv = ['sayso', 'schema']; main()",
    ]
    with full.open("w") as out:
        run = subprocess.run(program, stdout=out, stderr=subprocess.PIPE, text=True)
    assert run.returncode == 1
    assert run.stderr.startswith("sayso: output: ")
    assert "Traceback" not in run.stderr


def test_xml_that_is_no_feed_is_an_error(sayso, tmp_path):
    (tmp_path / "a.xml").write_text("<a/>")
    run = sayso("read", "a.xml")
    assert run.status == 1
    assert "neither a page nor a feed" in run.err


def test_the_board_can_be_narrowed_to_days(sayso, tmp_path):
    (tmp_path / "a.txt").write_text(
        "Kyiv said that 74 settlements had been captured. Moscow said that 28 settlements were."
    )
    sayso("add", "a.txt", "--published", "2024-08-14")
    assert "28 settlements" in sayso("board", "--until", "2024-08-14").out
    assert "No figures" in sayso("board", "--since", "2024-08-15").out
