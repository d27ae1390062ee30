"""A real Chromium, and the pages served to it from a ledger of reports made by hand."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import uvicorn

sys.path.insert(0, str(Path(__file__).parents[1] / "show"))

import made_report

from sayso.keep import Ledger
from sayso.show.app import application
from sayso.show.serve import listening

ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    # A card that fades in cannot be seen at once.
    "--force-prefers-reduced-motion",
)


def chromium(profile: Path) -> Any:
    """Debian's Chromium with a fresh profile; the driver's path is given, so that nothing is ever downloaded."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for argument in (*ARGUMENTS, f"--user-data-dir={profile}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(executable_path=shutil.which("chromedriver"))
    return webdriver.Chrome(options=options, service=service)


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    for program in ("chromium", "chromedriver"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed, so pages cannot be tried in a real browser")
    if not (resources.files("sayso.show") / "static" / "sayso.js").is_file():
        pytest.skip("the web assets are not built; `make web` builds them")
    started = chromium(tmp_path_factory.mktemp("chromium"))
    yield started
    started.quit()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages are served, without a slash at the end."""
    ledger_path = tmp_path_factory.mktemp("ledger") / "pages.db"
    with Ledger(ledger_path) as ledger:
        ledger.add(made_report.bridges())
        ledger.add(made_report.hostile())
    with listening("127.0.0.1", 0) as listener:
        config = uvicorn.Config(
            application(ledger_path),
            http="h11",
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_level="warning",
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def page(driver: Any, address: str) -> Iterator[Callable[..., Any]]:
    """page(path, width, script) opens a page and gives the driver; afterwards nothing may be on the console."""
    driver.get_log("browser")

    def opened(path: str, width: int = 1440, script: bool = True) -> Any:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        driver.get("about:blank")
        driver.get(address + path)
        return driver

    yield opened
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    said = driver.get_log("browser")
    assert said == [], "the browser complained, perhaps of a breach of the Content-Security-Policy"
