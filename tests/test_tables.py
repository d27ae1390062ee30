"""Tables for experts: remarks, a line that names the columns, rows; a row that is none is named by table and line."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from sayso.tables import Row, TableError, parse, rows

COLUMNS = ("word", "kind")
SHIPPED = sorted(
    path.relative_to(str(files("sayso"))).as_posix() for path in Path(str(files("sayso"))).rglob("*.tsv")
)


def test_remarks_and_blank_lines_are_left_out() -> None:
    table = '# what it is\n\nword\tkind\n# rivers\nDnieper\triver\n   \n\t\n"Seim"\triver # not a remark\n'
    assert list(parse(table, "x.tsv", COLUMNS)) == [("Dnieper", "river"), ('"Seim"', "river # not a remark")]


def test_an_empty_cell_is_a_cell() -> None:
    assert list(parse("word\tkind\r\nDnieper\t\r\n", "x.tsv", COLUMNS)) == [("Dnieper", "")]


def test_a_table_of_a_package_is_read_by_name() -> None:
    assert ("Calif.", "California") in rows(
        "sayso.languages.en", "place_abbreviations.tsv", ("abbreviation", "name")
    )


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ("word\tkind\nDnieper\n", "x.tsv, line 2: it has 1 cells, not 2"),
        ("# remark\nword\tkind\n\nDnieper\triver\t1\n", "x.tsv, line 4: it has 3 cells, not 2"),
        ("# remark\nkind\tword\n", "x.tsv, line 2: the columns are kind, word, not word, kind"),
        ("Dnieper\triver\n", "x.tsv, line 1: the columns are Dnieper, river, not word, kind"),
        ("# remark\n", "x.tsv, line 1: nothing names the columns, which are word, kind"),
        ("word\tkind\nDnieper\triver\nSeim\tlake\n", "x.tsv, line 3: lake is no river"),
    ],
)
def test_what_is_wrong_is_named_by_table_and_line(table: str, complaint: str) -> None:
    def fault(row: Row) -> str | None:
        return None if row[1] == "river" else f"{row[1]} is no river"

    with pytest.raises(TableError) as error:
        list(parse(table, "x.tsv", COLUMNS, fault))
    assert str(error.value) == complaint


def test_a_fault_is_not_asked_about_a_row_of_the_wrong_length() -> None:
    with pytest.raises(TableError, match="it has 1 cells, not 2"):
        list(parse("word\tkind\nDnieper\n", "x.tsv", COLUMNS, lambda row: row[1]))


@pytest.mark.parametrize("path", SHIPPED)
def test_every_shipped_table_has_this_form(path: str) -> None:
    text = files("sayso").joinpath(path).read_text(encoding="utf-8")
    heading = next(line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    columns = heading.split("\t")
    assert all(
        column == column.strip() and column.replace("_", " ").replace(" ", "").isalnum() for column in columns
    )
    assert len(set(columns)) == len(columns) > 1
    assert list(parse(text, path, columns))
