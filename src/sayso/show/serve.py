"""`sayso serve`: the pages on this computer's own address until Ctrl-C."""

from __future__ import annotations

import ipaddress
import socket
import sys
from pathlib import Path

import uvicorn

from sayso.errors import UsageError
from sayso.keep import Ledger
from sayso.show import strings
from sayso.show.app import LOOPBACK_NAMES, application
from sayso.show.pages import assets_built


def serve(ledger_path: str | Path, host: str, port: int) -> None:
    """Serve the ledger's pages until Ctrl-C, and print their address.

    Raises UsageError where the host can be reached from elsewhere or the port cannot be used, and what opening the
    ledger raises, before anything is served.
    """
    address = loopback(host)
    Ledger(ledger_path, read_only=True).close()
    with listening(address, port) as listener:
        bound = listener.getsockname()[1]
        shown = f"[{address}]" if ":" in address else address
        _say(strings.TEXT["serving"].format(ledger=ledger_path, address=f"http://{shown}:{bound}/"))
        _say(strings.TEXT["how_to_stop"])
        if not assets_built():
            _say(strings.TEXT["no_assets"])
        config = uvicorn.Config(
            application(Path(ledger_path), allowed_hosts={*LOOPBACK_NAMES, address}),
            http="h11",
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=2,
        )
        try:
            uvicorn.Server(config).run(sockets=[listener])
        except KeyboardInterrupt:
            # uvicorn has closed everything by now and raises the signal again: this is the clean end.
            _say("")


def loopback(host: str) -> str:
    """The loopback address that a host stands for. Raises UsageError for any other."""
    name = host.strip("[]").lower()
    if name == "localhost":
        return "127.0.0.1"
    try:
        if ipaddress.ip_address(name).is_loopback:
            return name
    except ValueError:
        pass
    raise UsageError(strings.TEXT["not_loopback"].format(host=host), strings.TEXT["not_loopback_advice"])


def listening(address: str, port: int) -> socket.socket:
    """A socket that listens at the address; port 0 takes any free one. Raises UsageError where it cannot be had."""
    listener = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address, port))
        # From here on a browser may call; it is answered as soon as the server runs.
        listener.listen(128)
    except (OSError, OverflowError) as error:
        listener.close()
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UsageError(
            strings.TEXT["port_taken"].format(port=port, host=address, reason=reason),
            strings.TEXT["port_taken_advice"],
        ) from None
    return listener


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
