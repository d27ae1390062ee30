"""The models that reports are read with, for a person and for a machine."""

from __future__ import annotations

import csv
import io
import json

from rich.console import Console

from sayso.languages.model import Model
from sayso.show import export
from sayso.show.models import print_models

HASH = "0123456789abcdef" * 4
MODEL = Model(
    name="grammar-en",
    version="7",
    language="en",
    task="finds, among other things, bridges",
    licence="MIT",
    size=23_149_999,
    sha256=HASH,
)


def test_a_person_sees_the_beginning_of_the_hash_and_megabytes():
    out = Console(file=io.StringIO(), width=160)
    print_models([MODEL], out)
    shown = out.file.getvalue()
    for part in ("grammar-en", "7", "finds, among other things, bridges", "MIT", "23.1 MB", "0123456789ab…"):
        assert part in shown, part
    assert HASH not in shown


def test_a_machine_is_given_the_whole_hash_and_bytes():
    (line,) = export.jsonl([MODEL])
    (row,) = csv.DictReader(io.StringIO("\n".join(export.csv_of_models([MODEL]))))
    assert json.loads(line) == {**row, "size": 23_149_999}
    assert (row["sha256"], row["size"]) == (HASH, "23149999")
