"""Exports: a row a claim, all values there, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from made_report import bridges

from sayso.keep import KeptClaim, KeptReport, Ledger
from sayso.show import export


@pytest.fixture
def rows(tmp_path: Path) -> tuple[list[KeptClaim], list[KeptReport]]:
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.add(bridges())
        return ledger.claims(), ledger.reports()


def table(lines: list[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("\n".join(lines))))


def test_csv_has_a_row_a_claim_with_its_words_and_bounds(rows):
    claims, _ = rows
    read = table(list(export.csv_of_claims(claims)))
    assert [r["claim"] for r in read] == [c.claim.id for c in claims]
    assert [r["words"] for r in read] == [c.words for c in claims]
    with_figures = next((r, c) for r, c in zip(read, claims, strict=True) if c.quantities)
    lows = "; ".join("" if q.low is None else f"{q.low:.15g}" for q in with_figures[1].quantities)
    assert with_figures[0]["low"] == lows


def test_csv_of_reports_has_a_row_a_report(rows):
    _, reports = rows
    (read,) = table(list(export.csv_of_reports(reports)))
    assert (read["id"], read["claims"]) == (reports[0].id, str(reports[0].claims))


def test_a_cell_that_a_spreadsheet_would_run_is_text():
    for formula in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1"):
        row = KeptReport(
            id="x", outlet=None, title=formula, url=None, language="en", published=None, claims=0
        )
        (read,) = table(list(export.csv_of_reports([row])))
        assert read["title"].lstrip("'") == formula
        assert read["title"].startswith("'")


def test_words_over_several_lines_stay_one_row():
    row = KeptReport(
        id="x", outlet=None, title='a\n"b", c', url=None, language="en", published=None, claims=0
    )
    (read,) = table("\n".join(export.csv_of_reports([row])).split("\n"))
    assert read["title"] == 'a\n"b", c'


def test_jsonl_has_a_record_a_line(rows):
    claims, reports = rows
    assert [json.loads(line)["claim"]["id"] for line in export.jsonl(claims)] == [c.claim.id for c in claims]
    assert [json.loads(line)["id"] for line in export.jsonl(reports)] == [reports[0].id]


def test_a_denial_names_the_claim_that_it_is_about(rows):
    read = {row["claim"]: row["about"] for row in table(list(export.csv_of_claims(rows[0])))}
    assert {claim for claim, about in read.items() if about} == {"c-army"}
    assert read["c-army"] == "c-ferry"
