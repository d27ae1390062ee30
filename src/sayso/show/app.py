"""The pages as an ASGI application: routes, what is allowed in, what goes out with every answer."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.errors import SaysoError, UsageError
from sayso.show import pages, strings

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
METHODS = ("GET", "HEAD")
LOOPBACK_NAMES = ("127.0.0.1", "localhost", "::1")


class Anything(Convertor[str]):
    """The rest of a path, line breaks too: an id can hold any character."""

    regex = r"[\s\S]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("any", Anything())


def application(
    ledger_path: Path,
    *,
    allowed_hosts: Collection[str] = LOOPBACK_NAMES,
) -> Starlette:
    """The pages over the ledger at this path.

    `allowed_hosts` are the names a request's Host header may give, without port; any other is answered with 400.
    """
    app = Starlette(
        routes=[
            Route("/", pages.reports),
            Route("/reports", pages.all_reports),
            Route("/reports.json", pages.reports),
            Route("/reports/{id:any}", pages.report),
            Route("/claims", pages.claims),
            Route("/claims.json", pages.claims),
            Route("/static/{name}", pages.asset),
        ],
        middleware=[Middleware(Guard, allowed_hosts=frozenset(host.lower() for host in allowed_hosts))],
        exception_handlers={
            HTTPException: _missing,
            pages.NoPage: _missing,
            SaysoError: _refused,
            Exception: _broken,
        },
    )
    app.state.ledger_path = ledger_path
    return app


class Guard:
    """Lets in only reading requests for this host, and sends the safety headers with every answer."""

    def __init__(self, app: ASGIApp, allowed_hosts: frozenset[str]) -> None:
        self.app = app
        self.allowed_hosts = allowed_hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        answer = self._refusal(scope) or self.app
        await answer(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        path: str = scope["path"]
        if len(hosts) != 1 or host_name(hosts[0]) not in self.allowed_hosts:
            return error(path, 400, "host", strings.TEXT["wrong_host"])
        if scope["method"] not in METHODS:
            message = strings.TEXT["only_reading"].format(method=scope["method"])
            refusal = error(path, 405, "method", message)
            refusal.headers["Allow"] = ", ".join(METHODS)
            return refusal
        return None


def host_name(header: str) -> str:
    """The name in a Host header, without port and brackets, in small letters: "[::1]:80" is "::1"."""
    header = header.strip().lower()
    if header.startswith("["):
        name, closed, rest = header[1:].partition("]")
        return name if closed and (not rest or _is_port(rest)) else ""
    name, colon, port = header.partition(":")
    return name if not colon or _is_port(colon + port) else ""


def _is_port(text: str) -> bool:
    return text[:1] == ":" and text[1:].isascii() and text[1:].isdigit()


def error(path: str, status: int, code: str, message: str, advice: str = "") -> Response:
    """What went wrong, in plain words: as JSON under an address that ends in .json, else as a page."""
    if path.endswith(".json"):
        fault = {"code": code, "message": message, "advice": advice}
        return pages.json({"error": fault}, status)
    return pages.html("error.html", {"here": "error", "message": message, "advice": advice}, status)


def _missing(request: Request, reason: Exception) -> Response:
    """No such page, or nothing in the ledger under this id."""
    message = str(reason) if isinstance(reason, pages.NoPage) else strings.TEXT["not_here"]
    return error(request.url.path, 404, "not-found", message)


def _refused(request: Request, reason: Exception) -> Response:
    """An error a user can do something about: a filter without sense, or a ledger in trouble."""
    assert isinstance(reason, SaysoError)
    status = 400 if isinstance(reason, UsageError) else 503
    return error(request.url.path, status, reason.code, reason.message, reason.advice)


def _broken(request: Request, reason: Exception) -> Response:  # noqa: ARG001
    answer = error(request.url.path, 500, "internal", strings.TEXT["broken"])
    # Starlette answers these outside all middleware, the guard included.
    answer.headers.update(HEADERS)
    return answer
