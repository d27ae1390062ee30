"""Every command, thin: options in, the library's functions, text out. Errors go to stderr with their code."""

from __future__ import annotations

import io
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from sayso import records, settings
from sayso.errors import SaysoError
from sayso.show import words

if TYPE_CHECKING:
    from sayso.keep import Ledger
    from sayso.pipeline import Reader
    from sayso.read import Original
    from sayso.records import Failure, Report

app = typer.Typer(
    name="sayso",
    help="Who says what happened: reads reports of a conflict and keeps a ledger of their claims.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Help says "[env: SAYSO_LEDGER]": brackets are no markup there.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
gazetteer_app = typer.Typer(help="The index of place names.", no_args_is_help=True)
app.add_typer(gazetteer_app, name="gazetteer")


class ReadFormat(StrEnum):
    """How `sayso read` prints a report."""

    table = "table"
    jsonl = "jsonl"


class RowFormat(StrEnum):
    """How rows of a ledger are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE", help="Reports: .txt, .html, .jsonl, a feed's .xml, or - for standard input."
    ),
]
LedgerPath = Annotated[
    Path | None,
    typer.Option(
        "--ledger", help="The ledger's file [env: SAYSO_LEDGER; default: sayso.db].", show_default=False
    ),
]
PublishedOption = Annotated[
    str | None, typer.Option("--published", help="The day of publication, where the files do not give one.")
]
OutletOption = Annotated[
    str | None, typer.Option("--outlet", help="The outlet, where the files do not name one.")
]
SpeakerFilter = Annotated[str | None, typer.Option("--speaker", help="Words of the speaker's name.")]
SideFilter = Annotated[str | None, typer.Option("--side", help="The speaker's side.")]
PlaceFilter = Annotated[
    str | None, typer.Option("--place", help="A place in the claim, or a country's code.")
]
MeasureFilter = Annotated[
    str | None,
    typer.Option("--measure", help=f"What a figure measures: {', '.join(get_args(records.Measure))}."),
]
StanceFilter = Annotated[str | None, typer.Option("--stance", help=f"{', '.join(get_args(records.Stance))}.")]
VoiceFilter = Annotated[str | None, typer.Option("--voice", help="attributed, or own for the outlet's own.")]
LanguageOption = Annotated[
    str | None,
    typer.Option("--language", help="The language, where it is taken for another: en is what Sayso reads."),
]
OutletFilter = Annotated[str | None, typer.Option("--outlet", help="Reports of this outlet.")]
Since = Annotated[str | None, typer.Option(help="From this day on (YYYY-MM-DD).")]
Until = Annotated[str | None, typer.Option(help="Up to this day (YYYY-MM-DD).")]
Text = Annotated[
    str | None, typer.Option(help='Words to search for; "…" for a phrase, a final * for a prefix.')
]
Limit = Annotated[
    int | None,
    typer.Option(
        min=1, help="At most so many rows; a table shows 100, JSON and CSV all.", show_default=False
    ),
]
# A person leafs through no more in a terminal; a machine is given everything.
ROWS_OF_A_TABLE = 100

ReadOutput = Annotated[
    ReadFormat, typer.Option("--format", help="A table for a person, or the report record as JSON lines.")
]
RowOutput = Annotated[RowFormat, typer.Option("--format", help="A table for a person, JSON lines, or CSV.")]


@app.callback(invoke_without_command=True)
def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if version:
        from sayso import __version__

        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.command()
def read(
    files: Files,
    output: ReadOutput = ReadFormat.table,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    language: LanguageOption = None,
) -> None:
    """Read reports and print who says what in them."""
    failed = False
    table = output is ReadFormat.table
    for item in _read_all(files, published, outlet, language):
        failed |= isinstance(item, records.Failure)
        if not table:
            sys.stdout.write(records.encode(item) + "\n")
            sys.stdout.flush()
        elif isinstance(item, records.Report):
            from sayso.show import terminal

            terminal.print_report(item, terminal.console())
    if failed:
        raise typer.Exit(1)


@app.command()
def add(
    files: Files,
    ledger: LedgerPath = None,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    language: LanguageOption = None,
) -> None:
    """Read reports and keep them in a ledger. What is kept already is not read again."""
    count: Counter[str] = Counter()
    with ExitStack() as stack:
        kept: Ledger | None = None
        try:
            for original in _documents(files, published, outlet, language):
                if isinstance(original, records.Failure):
                    _complain(original)
                    count["failed"] += 1
                    continue
                # Opened when there is something to keep: a mistyped file leaves no empty ledger behind.
                kept = kept or stack.enter_context(_open_ledger(ledger, create=True))
                count[_add(kept, original)] += 1
        finally:
            typer.echo(_summary(count))
    if count["failed"]:
        raise typer.Exit(1)


def _add(ledger: Ledger, original: Original) -> str:
    """Keep one original: whether it was "added", is "known", or "failed"."""
    if ledger.has_original(original.sha256):
        return "known"
    report = _read_one(_reader(), original)
    if isinstance(report, records.Failure):
        return "failed"
    if not ledger.add(report, original.raw, original.media_type):
        return "known"
    what = f"{_counted(len(report.claims), 'claim')} · {report.title or original.source}"
    typer.echo(words.plain(f"added {report.id}: {what}"))
    return "added"


def _summary(count: Counter[str]) -> str:
    parts = [f"{_counted(count['added'], 'report')} added"]
    if count["known"]:
        parts.append(f"{count['known']} already kept, nothing added or changed for them")
    if count["failed"]:
        parts.append(f"{count['failed']} could not be read")
    return "; ".join(parts) + "."


@app.command()
def claims(
    ledger: LedgerPath = None,
    speaker: SpeakerFilter = None,
    side: SideFilter = None,
    outlet: OutletFilter = None,
    place: PlaceFilter = None,
    since: Since = None,
    until: Until = None,
    measure: MeasureFilter = None,
    stance: StanceFilter = None,
    voice: VoiceFilter = None,
    text: Text = None,
    report: Annotated[str | None, typer.Option(help="Claims of the report with this id.")] = None,
    limit: Limit = None,
    output: RowOutput = RowFormat.table,
) -> None:
    """Query the claims of a ledger."""
    from sayso.show import export, terminal
    from sayso.show.spellings import spellings

    filters: dict[str, Any] = {
        "speaker": spellings(speaker), "side": side, "outlet": outlet, "place": place, "since": since, "until": until,
        "measure": measure, "stance": stance, "voice": voice, "text": text, "report": report,
    }  # fmt: skip
    with _open_ledger(ledger) as kept:
        rows = kept.claims(**filters, limit=_rows(limit, output))
        if output is RowFormat.table:
            terminal.print_claims(rows, kept.count_claims(**filters), terminal.console())
        else:
            _print_lines(export.jsonl(rows) if output is RowFormat.jsonl else export.csv_of_claims(rows))


@app.command()
def reports(
    ledger: LedgerPath = None,
    speaker: SpeakerFilter = None,
    side: SideFilter = None,
    outlet: OutletFilter = None,
    place: PlaceFilter = None,
    since: Since = None,
    until: Until = None,
    measure: MeasureFilter = None,
    stance: StanceFilter = None,
    voice: VoiceFilter = None,
    text: Text = None,
    limit: Limit = None,
    output: RowOutput = RowFormat.table,
) -> None:
    """Query the reports of a ledger: those with a claim of that speaker, place, measure and so on."""
    from sayso.show import export, terminal
    from sayso.show.spellings import spellings

    filters: dict[str, Any] = {
        "speaker": spellings(speaker), "side": side, "outlet": outlet, "place": place, "since": since, "until": until,
        "measure": measure, "stance": stance, "voice": voice, "text": text,
    }  # fmt: skip
    with _open_ledger(ledger) as kept:
        rows = kept.reports(**filters, limit=_rows(limit, output))
        if output is RowFormat.table:
            terminal.print_reports(rows, kept.count_reports(**filters), terminal.console())
        else:
            _print_lines(export.jsonl(rows) if output is RowFormat.jsonl else export.csv_of_reports(rows))


@app.command()
def board(
    ledger: LedgerPath = None,
    place: PlaceFilter = None,
    since: Since = None,
    until: Until = None,
    text: Text = None,
    all_topics: Annotated[
        bool, typer.Option("--all", help="Also what only one speaker gives a figure for.")
    ] = False,
) -> None:
    """Lay side by side who gives which figure, and what is denied or doubted. Choose the claims by place, days or words."""
    from sayso.show import terminal
    from sayso.show.board import disputed, topics

    filters: dict[str, Any] = {"place": place, "since": since, "until": until, "text": text}
    with _open_ledger(ledger) as kept:
        found = topics(kept, filters, all_topics=all_topics)
        terminal.print_board(found, disputed(kept, filters), terminal.console())


@app.command()
def serve(
    ledger: LedgerPath = None,
    host: Annotated[
        str | None, typer.Option(help="Loopback address to bind to [env: SAYSO_HOST].", show_default=False)
    ] = None,
    port: Annotated[
        int | None, typer.Option(help="Port; 0 takes any free one [env: SAYSO_PORT].", show_default=False)
    ] = None,
) -> None:
    """Serve the ledger's page on this machine only."""
    from sayso.show.serve import serve as serve_pages

    chosen = settings.load()
    _open_ledger(ledger).close()
    serve_pages(ledger or chosen.ledger, host or chosen.host, chosen.port if port is None else port)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the report record."""
    typer.echo(json.dumps(records.schema(), indent=2, ensure_ascii=False))


@app.command()
def models(output: RowOutput = RowFormat.table) -> None:
    """List the models that reports are read with; a report's record names them by the same hashes."""
    from sayso import pipeline
    from sayso.show import export, terminal
    from sayso.show.models import print_models

    installed = pipeline.models()
    if output is RowFormat.table:
        print_models(installed, terminal.console())
    else:
        _print_lines(
            export.jsonl(installed) if output is RowFormat.jsonl else export.csv_of_models(installed)
        )


@gazetteer_app.command("build")
def gazetteer_build(
    force: Annotated[bool, typer.Option("--force", help="Build it even where it is up to date.")] = False,
) -> None:
    """Build the index of place names, once for a machine."""
    from sayso import pipeline

    path = pipeline.gazetteer_path(settings.load())
    built = _with_progress(lambda progress: pipeline.build_gazetteer(path, progress, force=force))
    typer.echo(f"The index of places is {'built' if built else 'up to date'}: {path}")


@gazetteer_app.command("find")
def gazetteer_find(
    name: Annotated[str, typer.Argument(help="A place's name, in any script it has.")],
) -> None:
    """Explain a name: every place that bears it, and which source says so."""
    entries = _reader().gazetteer.lookup(name)
    for entry in entries:
        where = f"{entry.latitude:.4f}, {entry.longitude:.4f}"
        typer.echo(
            f"{entry.name}\t{entry.kind}\t{entry.country or '-'}\t{where}\t{entry.gazetteer_id}\t{entry.source}"
        )
    if not entries:
        typer.echo(f"No place is known by the name {name!r}.", err=True)
        raise typer.Exit(1)


@cache
def _reader() -> Reader:
    from sayso import pipeline

    chosen = settings.load()
    path = pipeline.gazetteer_path(chosen)
    if not pipeline.gazetteer_is_current(path):
        _with_progress(lambda progress: pipeline.build_gazetteer(path, progress))
    return pipeline.Reader(chosen)


def _with_progress(work: Any) -> Any:
    """Run work with a bar on stderr, where someone is there to see it."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Building the index of places (once)", total=None)
        return work(lambda done, total: bar.update(task, completed=done, total=total))


def _documents(
    files: Sequence[str], published: str | None, outlet: str | None, language: str | None
) -> Iterator[Original | Failure]:
    """The documents in these files, with a bar on stderr; a file that cannot be read becomes a failure."""
    from rich.console import Console
    from rich.progress import track

    from sayso import pipeline

    limit = settings.load().max_bytes
    console = Console(stderr=True)
    shown: Iterable[str] = files
    if len(files) > 1 and console.is_terminal:
        shown = track(files, description="Reading", console=console, transient=True)
    for file in shown:
        yield from pipeline.documents(
            file, max_bytes=limit, published=published, outlet=outlet, language=language
        )


def _read_all(
    files: Sequence[str], published: str | None, outlet: str | None, language: str | None
) -> Iterator[Report | Failure]:
    reader = _reader()
    for original in _documents(files, published, outlet, language):
        if isinstance(original, records.Failure):
            _complain(original)
            yield original
        else:
            yield _read_one(reader, original)


def _read_one(reader: Reader, original: Original) -> Report | Failure:
    result = reader.read_or_fail(original)
    if isinstance(result, records.Failure):
        _complain(result)
    return result


def _complain(failure: Failure) -> None:
    typer.echo(words.plain(f"sayso: {failure.error.code}: {failure.error.message}"), err=True)


def _open_ledger(path: Path | None, *, create: bool = False) -> Ledger:
    from sayso.keep import Ledger

    return Ledger(path or settings.load().ledger, create=create, read_only=not create)


def _rows(limit: int | None, output: RowFormat) -> int | None:
    return limit or (ROWS_OF_A_TABLE if output is RowFormat.table else None)


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")


def _counted(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"


def main() -> None:
    """The command line: every error that a user can mend is one line on stderr and a non-zero exit."""
    for stream in (sys.stdout, sys.stderr):
        # Records and reports are UTF-8 wherever they go, whatever the terminal was told.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            app(standalone_mode=True)
        finally:
            # The command ends by SystemExit: what is still buffered is written here, where its failing can be told.
            sys.stdout.flush()
    except SaysoError as error:
        typer.echo(words.plain(f"sayso: {error.code}: {error}"), err=True)
        sys.exit(error.exit_status)
    except OSError as error:
        if error.filename is not None:
            raise  # about a file, not about what was printed
        # Python would complain once more of what it could not write when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        # Whoever read the pipe has seen enough: that is no fault to tell.
        if not isinstance(error, BrokenPipeError):
            typer.echo(
                f"sayso: output: What was to be printed cannot be written: {error.strerror}.", err=True
            )
        sys.exit(1)
