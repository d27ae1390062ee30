"""The demo reports: enough of them, marked as written for the demo, and their disagreements read as the key says."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from sayso import pipeline, settings
from sayso.records import Claim, Report

DEMO = Path(__file__).parent.parent / "demo"
MARK = "Written for the Sayso demo; the outlet is invented."
with (DEMO / "disagreements.tsv").open(encoding="utf-8", newline="") as table:
    KEY = list(csv.DictReader(table, delimiter="\t"))

# Of the rows of the key, how many must be read with the right speaker, and of those with figures, with the right bounds.
# Raise them when the reader gets better; lower one only with a reason in the same commit. Speakers stood at 0.94 with the
# rules that were tuned on this key; the tagger misses "put the area at", "spoke of", "counts" and the like now and then.
SPEAKERS, FIGURES = 0.9, 0.97


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    reader = pipeline.Reader(settings.load())
    found: dict[str, Report] = {}
    for path in sorted((DEMO / "reports").iterdir()):
        for original in pipeline.documents(str(path), max_bytes=10**7):
            report = reader.read_or_fail(original)
            assert isinstance(report, Report), report
            found[report.id if path.suffix == ".xml" else path.name] = report
    return found


def test_there_are_enough_reports_by_many_outlets(reports):
    assert len(reports) >= 20
    assert len({r.outlet for r in reports.values()}) >= 8
    assert {Path(name).suffix for name in reports} >= {".txt", ".html"}
    assert all(r.published for r in reports.values())


def test_every_file_says_that_it_was_written_for_the_demo():
    for path in (DEMO / "reports").iterdir():
        assert MARK in path.read_text("utf-8"), path.name


def test_the_key_quotes_the_reports(reports):
    for row in KEY:
        assert _plain(row["words"]) in _plain(reports[row["report"]].text), row


def test_the_disagreements_are_read_with_their_speakers(reports):
    missed = [row for row in KEY if not _claims(reports[row["report"]], row)]
    right = 1 - len(missed) / len(KEY)
    assert right >= SPEAKERS, (right, [(r["report"], r["speaker"], r["words"]) for r in missed])


def test_their_figures_have_the_bounds_of_the_key(reports):
    rows = [row for row in KEY if row["figure_low"] or row["figure_high"]]
    missed = [row for row in rows if not _figure(reports[row["report"]], row)]
    right = 1 - len(missed) / len(rows)
    assert right >= FIGURES, (
        right,
        [(r["report"], r["words"], r["figure_low"], r["figure_high"]) for r in missed],
    )


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[“”\"‘’']", "'", words).split())


def _name(name: str) -> str:
    return re.sub(r"^(the|a|an|its|his|her) ", "", name.casefold().replace("’", "'"))


def _claims(report: Report, row: dict[str, str]) -> list[Claim]:
    """The claims over the row's words by the row's speaker; where the text names nobody, nobody or the outlet."""
    nobody = _name(row["speaker"]) == _name(report.outlet or "")
    return [
        claim
        for claim in report.claims
        if any(_share(_plain(report.words(span)), _plain(row["words"])) for span in claim.content)
        and (_name(claim.speaker.name) == _name(row["speaker"]) if claim.speaker else nobody)
    ]


def _share(said: str, words: str) -> bool:
    """Whether one holds the other, or the first or last half of it."""
    parts = words.split()
    half = len(parts) // 2 + 1
    return said in words or " ".join(parts[:half]) in said or " ".join(parts[-half:]) in said


def _figure(report: Report, row: dict[str, str]) -> bool:
    low, high = (float(row[k]) if row[k] else None for k in ("figure_low", "figure_high"))
    return any(
        (q.low, q.high) == (low, high)
        for q in report.quantities
        if _plain(report.words((q.start, q.end))) in _plain(row["words"])
    )
