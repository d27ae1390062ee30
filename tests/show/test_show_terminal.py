"""The tables of the terminal: complete, readable in a pipe, and safe against what a report's words could do."""

from __future__ import annotations

import io
from collections.abc import Callable

import msgspec
from made_report import bridges
from rich.console import Console

from sayso.compare.board import Telling, board
from sayso.keep import Ledger
from sayso.records import Report, Speaker
from sayso.show import terminal


def printed(show: Callable[[Console], None], width: int = 160) -> str:
    out = io.StringIO()
    show(Console(file=out, width=width, highlight=False))
    return out.getvalue()


def flat(table: str) -> str:
    return " ".join("".join(c if c.isprintable() and c not in "│┃" else " " for c in table).split())


def of_report(report: Report, width: int = 160) -> str:
    return printed(lambda out: terminal.print_report(report, out), width)


def test_attributed_claims_stand_apart_from_the_outlets_own_voice():
    table = of_report(bridges())
    attributed, own = table.split("In the outlet's own voice")
    claims = bridges().claims
    assert f"Who says what: {sum(c.voice == 'attributed' for c in claims)} claims" in attributed
    assert own.startswith(f": {sum(c.voice == 'own' for c in claims)} event")


def test_every_claim_shows_speaker_stance_and_words():
    report = bridges()
    table = flat(of_report(report, 400))
    for claim in report.claims:
        for span in claim.content:
            assert flat(report.words(span)) in table
        if claim.voice == "attributed" and claim.speaker:
            assert claim.speaker.name in table
            assert claim.stance in table


def test_a_report_without_claims_says_so():
    assert "No claims found." in of_report(Report(id="r", text="Nothing.", language="en"))


def test_words_of_a_report_are_not_taken_for_markup():
    report = msgspec.structs.replace(bridges(), title="[red]A [/red] title [link=x]")
    assert "[red]A [/red] title [link=x]" in of_report(report)


def test_control_characters_of_a_report_do_not_reach_the_terminal():
    report = msgspec.structs.replace(bridges(), title="A \x1b[31mtitle\x07", outlet="An \x1b]0;outlet\x07")
    assert "\x1b" not in of_report(report)
    assert "\x07" not in of_report(report)


def test_a_pipe_gets_a_fixed_width(monkeypatch):
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert terminal.console().width == terminal.WIDTH_IN_A_PIPE


def test_the_board_names_who_told_each_figure_and_when():
    report = bridges()
    quantities = {q.id: q for q in report.quantities}
    tellings = [
        Telling(
            claim=claim,
            actor=claim.speaker.name if claim.speaker else None,
            quantity=quantities[i],
            words="the words",
            report=report.id,
            outlet="The Daily",
            day="2024-08-20",
        )
        for claim in report.claims
        for i in claim.quantities
    ]
    table = flat(printed(lambda out: terminal.print_board(board(tellings), [], out)))
    assert "The Daily, 20 August 2024" in table
    assert "the words" in table


def test_an_empty_board_says_so():
    assert "No figures" in printed(lambda out: terminal.print_board((), [], out))


def test_a_denial_names_the_claim_that_it_denies(tmp_path):
    line = "Denies: the ferry crew’s claim “no soldier crossed after midnight”"
    assert line in flat(of_report(bridges(), 400))
    with Ledger(tmp_path / "l.db") as ledger:
        ledger.add(bridges())
        rows = ledger.claims()
    assert line in flat(printed(lambda out: terminal.print_claims(rows, len(rows), out), 400))
    denials = [row for row in rows if row.claim.stance == "denies"]
    assert line in flat(printed(lambda out: terminal.print_board((), denials, out), 400))


def test_words_of_a_claim_denied_are_not_taken_for_markup():
    report = bridges()
    marked = Speaker(name="[red]the crew[/red]\x1b[31m", kind="group")
    claims = tuple(
        msgspec.structs.replace(c, speaker=marked) if c.id == "c-ferry" else c for c in report.claims
    )
    table = of_report(msgspec.structs.replace(report, claims=claims), 400)
    assert "Denies: [red]the crew[/red]" in table
    assert "\x1b" not in table
