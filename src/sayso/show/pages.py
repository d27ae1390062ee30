"""One function a page: a request to a response. The ledger is opened for each request and only read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib import resources
from typing import cast

import jinja2
import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.keep import KeptClaim, KeptReport, Ledger
from sayso.keep.query import ClaimFilters, ReportFilters
from sayso.records import encode
from sayso.show import strings, words
from sayso.show.addresses import claim_anchor, report_id, report_path, with_query
from sayso.show.cards import who_says
from sayso.show.queries import CHOICES, CLAIM_FILTERS, PAGE_SIZE, REPORT_FILTERS, Asked, asked
from sayso.show.spellings import spellings
from sayso.show.view import reading


class NoPage(Exception):
    """There is nothing at this address; the message says what was looked for."""


# Names of speakers shown in a row of the list of reports; the rest are counted.
_NAMED = 4
ASSET_TYPES: Mapping[str, str] = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


def environment() -> jinja2.Environment:
    """The templates, with every value escaped and a missing one an error."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("sayso.show"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["held"] = words.held
    made.globals.update(
        t=strings.TEXT,
        s=strings,
        count=strings.count,
        days=words.published,
        quantity_words=words.figure,
        interval=words.days,
        meant_words=words.meant,
        claim_anchor=claim_anchor,
        report_path=report_path,
        with_query=with_query,
        who_says=who_says,
        choices=CHOICES,
    )
    return made


TEMPLATES = environment()


def html(name: str, values: Mapping[str, object], status: int = 200) -> Response:
    """A template filled in."""
    body = TEMPLATES.get_template(name).render(values)
    # A text may hold half of a surrogate pair, which UTF-8 cannot: a page with a question mark beats none.
    return Response(body.encode("utf-8", "replace"), status, media_type="text/html")


def json(value: object, status: int = 200) -> Response:
    """Any record or plain value as JSON."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")


def _ledger(request: Request) -> Ledger:
    return Ledger(request.app.state.ledger_path, read_only=True)


def _listing(kind: str, rows: object, total: int, asked_for: Asked) -> Response:
    path = f"/{kind}.json"
    following = None
    if asked_for.offset + PAGE_SIZE < total:
        following = with_query(path, asked_for.filters, asked_for.page + 1)
    return json({kind: rows, "total": total, "page": asked_for.page, "next": following})


def _paging(total: int, asked_for: Asked, path: str, json_path: str) -> dict[str, object]:
    pages = max(1, -(-total // PAGE_SIZE))
    page = asked_for.page
    return {
        "total": total,
        "filters": asked_for.filters,
        "json_path": with_query(json_path, asked_for.filters, page),
        "page": page,
        "pages": pages,
        "earlier": with_query(path, asked_for.filters, page - 1) if page > 1 else None,
        "later": with_query(path, asked_for.filters, page + 1) if page < pages else None,
    }


def reports(request: Request) -> Response:
    """The list of reports, newest as the ledger orders them, with who speaks in each."""
    wanted = asked(request.query_params, REPORT_FILTERS)
    filters = cast("ReportFilters", wanted.filters)
    with _ledger(request) as ledger:
        total = ledger.count_reports(**filters)
        rows = ledger.reports(**filters, limit=PAGE_SIZE, offset=wanted.offset)
        if request.url.path.endswith(".json"):
            return _listing("reports", rows, total, wanted)
        summaries = [_summary(row, ledger.claims(report=row.id)) for row in rows]
    values = _paging(total, wanted, "/", "/reports.json")
    return html("reports.html", {**values, "here": "reports", "rows": summaries})


def _summary(row: KeptReport, claims: list[KeptClaim]) -> dict[str, object]:
    attributed = [kept.claim for kept in claims if kept.claim.voice == "attributed"]
    names: dict[str, int] = {}
    for claim in attributed:
        if claim.speaker is not None:
            names[claim.speaker.name] = names.get(claim.speaker.name, 0) + 1
    ranked = sorted(names, key=lambda name: -names[name])
    return {
        "row": row,
        "attributed": len(attributed),
        "own": len(claims) - len(attributed),
        "names": ranked[:_NAMED],
        "more": len(ranked) - _NAMED,
    }


def all_reports(request: Request) -> Response:
    """/reports is the first page under another name."""
    query = request.url.query
    return RedirectResponse("/?" + query if query else "/", status_code=308)


def report(request: Request) -> Response:
    """The reading view of one report, or under .json exactly its record. The id is read from the raw path."""
    try:
        wanted, as_record = report_id(request.scope["raw_path"])
    except UnicodeDecodeError:
        raise NoPage(strings.TEXT["no_report"]) from None
    with _ledger(request) as ledger:
        record = ledger.report(wanted)
    if record is None:
        raise NoPage(strings.TEXT["no_report"])
    if as_record:
        return Response(encode(record), media_type="application/json")
    values = {"here": "report", "view": reading(record), "json_path": report_path(record.id, json=True)}
    return html("reading.html", values)


def claims(request: Request) -> Response:
    """The claims of all reports, filtered by what the address says."""
    wanted = asked(request.query_params, CLAIM_FILTERS)
    speaker = spellings(wanted.filters.get("speaker"))
    filters = cast("ClaimFilters", {**wanted.filters, "speaker": speaker})
    with _ledger(request) as ledger:
        total = ledger.count_claims(**filters)
        rows = ledger.claims(**filters, limit=PAGE_SIZE, offset=wanted.offset)
    if request.url.path.endswith(".json"):
        return _listing("claims", rows, total, wanted)
    values = _paging(total, wanted, "/claims", "/claims.json")
    return html("claims.html", {**values, "here": "claims", "rows": rows})


def asset(request: Request) -> Response:
    """A built style, script or picture. Its tag is worked out from its bytes, so a rebuilt one is seen at once."""
    name = request.path_params["name"]
    kind = ASSET_TYPES.get(name.rpartition(".")[2])
    file = resources.files("sayso.show") / "static" / name
    if kind is None or name.startswith(".") or not file.is_file():
        raise NoPage(strings.TEXT["no_such_asset"])
    body = file.read_bytes()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    known = request.headers.get("if-none-match", "")
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in (each.strip().removeprefix("W/") for each in known.split(",")):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=kind, headers=headers)


def assets_built() -> bool:
    """Whether the style and the script are there."""
    return (resources.files("sayso.show") / "static" / "sayso.js").is_file()
