"""The tables that a domain expert may edit: text beside the code that reads it, all of one form.

UTF-8. Blank lines and lines that begin with "#" are remarks. The first other line names the columns, each line after it
is a row, and tabs part the cells. Quotation marks mean nothing. What a cell holds is for the reader of the table to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files

Row = tuple[str, ...]


class TableError(ValueError):
    """What is wrong with a table, by its name and the number of the line."""

    def __init__(self, name: str, line: int, complaint: str) -> None:
        super().__init__(f"{name}, line {line}: {complaint}")


def rows(
    package: str, name: str, columns: Sequence[str], fault: Callable[[Row], str | None] | None = None
) -> Iterator[Row]:
    """The rows of a table shipped with a package, cells in the order of the columns. Errors as in `parse`."""
    return parse(files(package).joinpath(name).read_text(encoding="utf-8"), name, columns, fault)


def parse(
    text: str, name: str, columns: Sequence[str], fault: Callable[[Row], str | None] | None = None
) -> Iterator[Row]:
    """The rows of a table given as text; `name` is what errors call it.

    `fault` tells what is wrong with a row of the right length, None where nothing is. Raises TableError where the columns
    are not those wanted, where a row has more or fewer cells, and where `fault` finds something.
    """
    headed = False
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = tuple(line.split("\t"))
        if not headed:
            headed = True
            if row != tuple(columns):
                raise TableError(name, number, f"the columns are {', '.join(row)}, not {', '.join(columns)}")
            continue
        if len(row) != len(columns):
            raise TableError(name, number, f"it has {len(row)} cells, not {len(columns)}")
        if fault is not None and (complaint := fault(row)):
            raise TableError(name, number, complaint)
        yield row
    if not headed:
        raise TableError(name, 1, f"nothing names the columns, which are {', '.join(columns)}")
