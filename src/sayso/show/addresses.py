"""Where each page lives. Ids can hold any character, so every id is percent-encoded whole, and read back from the
raw path: after a server has decoded "%2F" and "%2E", an id with a slash or ".json" in it cannot be told from a path.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, unquote, urlencode

REPORTS = "/reports/"
_JSON = ".json"


def report_path(report_id: str, *, json: bool = False) -> str:
    """The address of a report's reading view, or of its record."""
    coded = quote(report_id, safe="")
    if coded.endswith(_JSON):
        coded = coded[: -len(_JSON)] + "%2Ejson"
    return REPORTS + coded + (_JSON if json else "")


def report_id(raw_path: bytes) -> tuple[str, bool]:
    """The id in the undecoded path of a request under /reports/, and whether the record itself is asked for.

    Raises UnicodeDecodeError where the path holds bytes that are not UTF-8.
    """
    coded = raw_path.partition(b"?")[0].decode("ascii").removeprefix(REPORTS)
    json = coded.endswith(_JSON)
    return unquote(coded.removesuffix(_JSON) if json else coded, errors="strict"), json


def claim_anchor(claim_id: str) -> str:
    """The fragment that opens a claim in its report's reading view."""
    return "#claim-" + quote(claim_id, safe="")


def mark_anchor(claim_id: str) -> str:
    """The fragment of the number that stands before a claim's words in the reading view."""
    return "#mark-" + quote(claim_id, safe="")


def with_query(path: str, filters: Mapping[str, str], page: int = 1) -> str:
    """A list page with its filters, empty ones left out, and the page number where it is not the first."""
    query = {name: value for name, value in filters.items() if value}
    if page > 1:
        query["page"] = str(page)
    return f"{path}?{urlencode(query)}" if query else path
