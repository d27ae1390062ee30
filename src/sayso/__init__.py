"""Sayso reads reports of a conflict and keeps a ledger of who says what happened.

    >>> import sayso
    >>> report = sayso.read("On Sunday, the governor said two bridges had been hit.", published="2024-08-20")
    >>> claim = report.claims[0]
    >>> claim.speaker.name, report.words(claim.content[0])
    ('governor', 'two bridges had been hit')

`read` gives a `Report`; a `Ledger` keeps reports and finds their claims again.
"""

from __future__ import annotations

from pathlib import Path

from sayso.errors import SaysoError
from sayso.keep import KeptClaim, KeptReport, Ledger
from sayso.keep.query import ClaimFilters, ReportFilters
from sayso.read import bytes_of, from_text
from sayso.read.originals import Given, Kind
from sayso.records import Claim, Place, Published, Quantity, Report, Segment, Speaker, Time
from sayso.version import __version__

__all__ = [
    "Claim",
    "ClaimFilters",
    "KeptClaim",
    "KeptReport",
    "Ledger",
    "Place",
    "Published",
    "Quantity",
    "Report",
    "ReportFilters",
    "SaysoError",
    "Segment",
    "Speaker",
    "Time",
    "__version__",
    "read",
]


# The name is the package's too: importing names from it above binds that first, and the function takes its place.
def read(  # type: ignore[no-redef, unused-ignore]
    data: str | bytes | Path,
    *,
    id: str | None = None,  # noqa: A002 - the record's own word
    published: Given = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
    kind: Kind | None = None,
) -> Report:
    """Read one report: a text, the bytes of a text or a page, or the file at a `Path` (a plain string is the text itself,
    never a file's name).

    `published` is the day of publication (YYYY-MM-DD, an instant, or a mapping with "earliest" and "latest"); where it
    is missing, the page or the text is asked. `kind` is "text" or "html", sniffed where not given. Offsets in the record
    are code points into `Report.text`, which for a text is the text unchanged. Raises SaysoError, each with a code and
    what to do.
    """
    from sayso.pipeline import default_reader

    if isinstance(data, Path):
        data = bytes_of(data)
    original = from_text(
        data, id=id, published=published, title=title, outlet=outlet, url=url, language=language, kind=kind
    )
    return default_reader().read(original)
