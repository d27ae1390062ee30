"""Reports, claims and the board as tables in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from sayso.compare.board import Row, Topic
from sayso.keep.rows import KeptClaim, KeptReport
from sayso.records import Claim, Place, Published, Quantity, Report, Speaker, Time
from sayso.show import words

# Wide enough for a claim's words on one or two lines where there is no screen to measure.
WIDTH_IN_A_PIPE = 160
STANCE_STYLES = {"denies": "red", "doubts": "yellow", "threatens": "magenta"}


def console() -> Console:
    """A console on standard output: as wide as the screen, and of a fixed width in a pipe."""
    screen = Console(highlight=False)
    return screen if screen.is_terminal else Console(highlight=False, width=WIDTH_IN_A_PIPE)


def published(when: Published | None) -> str:
    """When the report was published, and how that is known where it was not given."""
    if when is None:
        return words.published(when)
    basis = "" if when.basis == "given" else f" ({when.basis})"
    return words.published(when) + basis


def speaker(claim: Claim) -> str:
    """Who says it, and through whom: "Aleksandr Kharchenko (through Nezavisimaya Gazeta)"."""
    relays = [relay.name for relay in claim.relays]
    return through(claim.speaker.name if claim.speaker else None, relays)


def through(name: str | None, relays: Sequence[str]) -> str:
    """A speaker's name with those who passed the words on."""
    told = name or "no speaker named"
    return f"{told} (through {', '.join(relays)})" if relays else told


def stance(claim: Claim) -> str:
    """The stance, with what turns or weakens it: "asserts, hedged", "predicts, negated"."""
    turned = (("negated", claim.negated), ("hedged", claim.hedges))
    return ", ".join([claim.stance, *(word for word, holds in turned if holds)])


def print_report(report: Report, out: Console) -> None:
    """One report: its attributed claims, then the events it states in its own voice."""
    heading = (report.outlet or "outlet unknown", published(report.published), report.id)
    out.print(Text(words.plain(report.title or "No title"), style="bold"))
    out.print(Text(" · ".join(map(words.plain, heading)), style="dim"))
    attributed = [c for c in report.claims if c.voice == "attributed"]
    own = [c for c in report.claims if c.voice == "own"]
    if attributed:
        out.print(_report_table(report, attributed, f"Who says what: {_count(len(attributed), 'claim')}"))
    if own:
        out.print(_report_table(report, own, f"In the outlet's own voice: {_count(len(own), 'event')}"))
    if not report.claims:
        out.print("No claims found.")
    out.print()


def _report_table(report: Report, claims: Sequence[Claim], title: str) -> Table:
    table = _table(title, attributed=claims[0].voice == "attributed")
    quantities = {q.id: q for q in report.quantities}
    times = {t.id: t for t in report.times}
    places = {p.id: p for p in report.places}
    named = {c.id: c for c in report.claims}
    for claim in claims:
        meant = named.get(claim.about or "")
        _add_claim(
            table,
            claim,
            _content(report, claim),
            [places[i] for i in claim.places],
            [times[i] for i in claim.times],
            [quantities[i] for i in claim.quantities],
            about=_meant(claim, meant.speaker, _content(report, meant)) if meant else "",
        )
    return table


def _content(report: Report, claim: Claim) -> str:
    return " … ".join(report.words(span) for span in claim.content)


def _meant(claim: Claim, who: Speaker | str | None, said: str) -> str:
    """A further line of a cell: the claim that this one doubts, denies or confirms."""
    who = who.name if isinstance(who, Speaker) else who
    return f"\n[dim]{_cell(words.meant(claim.stance, who, said))}[/dim]"


def _table(title: str, *, attributed: bool, first: str | None = None) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", expand=True, pad_edge=False)
    if first:
        table.add_column(first, ratio=2)
    if attributed:
        table.add_column("speaker", ratio=3)
        table.add_column("stance", width=10)
    table.add_column("words", ratio=9)
    table.add_column("place", ratio=2)
    table.add_column("day", ratio=2)
    table.add_column("figures", ratio=3)
    return table


def _add_claim(
    table: Table,
    claim: Claim,
    content: str,
    places: Sequence[Place],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    first: str | None = None,
    about: str = "",
) -> None:
    cells: list[str | Text] = [] if first is None else [first]
    if len(table.columns) - len(cells) > 4:
        cells += [_cell(speaker(claim)), Text(stance(claim), style=STANCE_STYLES.get(claim.stance, ""))]
    cells.append(_cell(f"“{content}”" if claim.form == "direct" else content) + about)
    cells.append(_cell(", ".join(dict.fromkeys(p.name for p in places))))
    cells.append(", ".join(words.days(t.earliest, t.latest) for t in times if t.earliest))
    cells.append(_cell("; ".join(words.figure(q) for q in quantities)))
    table.add_row(*cells)


def print_claims(rows: Sequence[KeptClaim], total: int, out: Console) -> None:
    """Claims of a ledger, each with its report's outlet and day."""
    if not rows:
        out.print("No claims match.")
        return
    table = _table(_shown(len(rows), total, "claim"), attributed=True, first="told by")
    for row in rows:
        told = f"{row.outlet or 'outlet unknown'}, {published(row.published)}"
        _add_claim(
            table, row.claim, row.words, row.places, row.times, row.quantities, _cell(told), _about(row)
        )
    out.print(table)


def _about(row: KeptClaim) -> str:
    return _meant(row.claim, row.about.speaker, row.about.words) if row.about else ""


def print_reports(rows: Sequence[KeptReport], total: int, out: Console) -> None:
    """Reports of a ledger."""
    if not rows:
        out.print("No reports match.")
        return
    table = Table(
        title=_shown(len(rows), total, "report"), title_justify="left", title_style="bold", pad_edge=False
    )
    for name in ("id", "outlet", "published", "title"):
        table.add_column(name, overflow="fold")
    table.add_column("claims", justify="right")
    for row in rows:
        cells = (row.id, row.outlet or "unknown", published(row.published), row.title or "")
        table.add_row(*map(_cell, cells), str(row.claims))
    out.print(table)


def print_board(topics: Sequence[Topic], disputed: Sequence[KeptClaim], out: Console) -> None:
    """Figures laid side by side, then what is denied or doubted."""
    for topic in topics:
        out.print(_topic_table(topic))
    if disputed:
        table = Table(
            title="Denied or doubted", title_justify="left", title_style="bold", expand=True, pad_edge=False
        )
        for name, ratio in (("side", 2), ("speaker", 4), ("stance", 1), ("words", 10), ("told by", 4)):
            table.add_column(name, ratio=ratio, min_width=7)
        for row in disputed:
            side = row.claim.speaker.side if row.claim.speaker else None
            told = f"{row.outlet or 'outlet unknown'}, {published(row.published)}"
            # What is doubted is often but a name for what was said before: its cue tells more.
            said = f"{row.words} … {row.cue_words}" if row.claim.stance == "doubts" else row.words
            cells = (side or "", speaker(row.claim), row.claim.stance)
            table.add_row(*map(_cell, cells), _cell(said) + _about(row), _cell(told))
        out.print(table)
    if not topics and not disputed:
        out.print("No figures to lay side by side.")


def _topic_table(topic: Topic) -> Table:
    name = topic.measure.replace("_", " ") + (f": {topic.thing}" if topic.thing else "")
    table = Table(
        title=name.capitalize(), title_justify="left", title_style="bold", expand=True, pad_edge=False
    )
    for column, ratio in (("side", 2), ("speaker", 4), ("figure", 4), ("words", 9), ("told by", 4)):
        table.add_column(column, ratio=ratio)
    for row in topic.rows:
        table.add_row(*map(_cell, _board_cells(row)))
    return table


def _board_cells(row: Row) -> tuple[str, ...]:
    first = row.tellings[0]
    denial = "" if first.claim.stance == "asserts" else f" ({stance(first.claim)})"
    told = "; ".join(_told_by(row))
    return (
        row.side or "",
        through(row.speaker, row.relays),
        words.figure(row.quantity) + denial,
        first.words,
        told,
    )


def _told_by(row: Row) -> Iterable[str]:
    return dict.fromkeys(f"{t.outlet or 'outlet unknown'}, {words.days(t.day, t.day)}" for t in row.tellings)


def _cell(text: str) -> str:
    """Words of a report in a table: neither its markup nor the terminal's is taken for an order."""
    return escape(words.plain(text))


def _count(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"


def _shown(shown: int, total: int, thing: str) -> str:
    return _count(total, thing) if shown == total else f"{shown} of {_count(total, thing)}"
