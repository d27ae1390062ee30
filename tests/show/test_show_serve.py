"""`sayso serve`: loopback only, a printed address, a clean end."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from made_report import bridges

from sayso.errors import NotFound, UsageError
from sayso.keep import Ledger
from sayso.show.serve import listening, loopback, serve


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "127.0.0.1"),
        ("::1", "::1"),
        ("[::1]", "::1"),
        ("127.8.8.8", "127.8.8.8"),
    ],
)
def test_loopback_addresses_are_served(host: str, address: str) -> None:
    assert loopback(host) == address


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "", "192.168.1.4", "sayso.example", "::ffff:10.0.0.1", "1", "127.1"]
)
def test_an_address_that_others_can_reach_is_refused(host: str) -> None:
    with pytest.raises(UsageError, match="this computer only"):
        loopback(host)


def test_a_port_in_use_is_named_with_what_to_do() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(UsageError, match="--port 0"):
            listening("127.0.0.1", other.getsockname()[1])


@pytest.mark.parametrize("port", [-1, 65536])
def test_a_port_that_is_none_is_refused(port: int) -> None:
    with pytest.raises(UsageError, match="cannot be used"):
        listening("127.0.0.1", port)


def test_a_missing_ledger_is_told_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        serve(tmp_path / "none.db", "127.0.0.1", 0)


def test_the_printed_address_answers_and_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    with Ledger(tmp_path / "one.db") as ledger:
        ledger.add(bridges())
    code = f"from sayso.show.serve import serve; serve({str(tmp_path / 'one.db')!r}, 'localhost', 0)"
    run = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert run.stdout is not None
        first = run.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", first)
        assert address is not None, first
        assert run.stdout.readline() == "Press Ctrl-C to stop.\n"
        with urllib.request.urlopen(address[0], timeout=10) as answer:
            assert b"Two bridges down" in answer.read()
        run.send_signal(signal.SIGINT)
        _, complaints = run.communicate(timeout=10)
    finally:
        run.kill()
        run.communicate()
    assert (run.returncode, complaints) == (0, "")
