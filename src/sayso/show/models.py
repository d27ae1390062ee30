"""The models that reports are read with, as a table in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from sayso.languages.model import Model

# Enough of a hash to tell installed models apart by eye; JSON and CSV have the whole of it.
SHOWN_OF_HASH = 12


def print_models(models: Sequence[Model], out: Console) -> None:
    """A row a model, with the size in megabytes and the beginning of the hash."""
    table = Table(pad_edge=False)
    for name in ("name", "version", "language", "what it does", "licence"):
        table.add_column(name, overflow="fold")
    table.add_column("size", justify="right", no_wrap=True)
    table.add_column("SHA-256", no_wrap=True)
    for model in models:
        size, begins = f"{model.size / 1e6:.1f} MB", model.sha256[:SHOWN_OF_HASH] + "…"
        table.add_row(model.name, model.version, model.language, model.task, model.licence, size, begins)
    out.print(table)
