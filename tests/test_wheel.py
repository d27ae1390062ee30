"""A built wheel, in an empty environment with no checkout near, reads a report and serves its page."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = "Officials in Kyiv said on Sunday that at least 74 settlements had been taken near Sudzha."


def pip(python: Path, *arguments: str) -> None:
    """The pip of this machine, at work in another environment: as the Makefile does it."""
    # `make test` runs inside the environment that has no pip; the base interpreter has one.
    base = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    command = [str(base), "-m", "pip", "--python", str(python), "--disable-pip-version-check", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip(Path(sys.executable), "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), ".")
    (found,) = folder.glob("sayso-*.whl")
    return found


# Written by hand or by training, and read by the package: each has to be in the wheel.
DATA = {".tsv", ".toml", ".sql", ".html", ".css", ".js", ".typed", ".onnx", ".txt"}
MODEL_FILES = {".onnx", ".txt"}


def test_the_wheel_carries_tables_models_pages_and_built_assets(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {
        str(path.relative_to(ROOT / "src"))
        for path in (ROOT / "src/sayso").rglob("*")
        if path.is_file() and path.suffix in DATA
    }
    assert data <= names
    assert {Path(name).suffix for name in data} >= MODEL_FILES
    assert {Path(name).suffix for name in names if name.startswith("sayso/show/static/")} >= {".js", ".css"}


def test_the_models_in_the_wheel_stay_small(wheel: Path):
    sizes = {
        entry.filename: entry.file_size
        for entry in zipfile.ZipFile(wheel).infolist()
        if entry.filename.startswith("sayso/languages/") and Path(entry.filename).suffix in MODEL_FILES
    }
    assert 1_000_000 < sum(sizes.values()) < 40_000_000, sizes


def test_the_wheel_carries_every_licence_that_it_names(wheel: Path):
    with zipfile.ZipFile(wheel) as files:
        (metadata,) = (name for name in files.namelist() if name.endswith(".dist-info/METADATA"))
        told = files.read(metadata).decode("utf-8").splitlines()
        licences = {name.split("/licenses/", 1)[1] for name in files.namelist() if "/licenses/" in name}
    assert "License-Expression: MIT AND Apache-2.0" in told
    assert licences == {"LICENSE", "NOTICE", "LICENSES/Apache-2.0.txt"}


def test_it_works_where_nothing_else_is(wheel: Path, tmp_path: Path):
    home = tmp_path / "home"
    home.mkdir()
    venv.create(tmp_path / "env", with_pip=False)
    binaries = tmp_path / "env/bin"
    pip(binaries / "python", "install", "--quiet", "--require-hashes", "-r", "requirements/runtime.txt")
    pip(binaries / "python", "install", "--quiet", "--no-deps", str(wheel))

    environment = {"PATH": os.defpath, "HOME": str(home)}
    article = home / "article.txt"
    article.write_text(TEXT)

    def sayso(*arguments: str) -> str:
        command = [str(binaries / "sayso"), *arguments]
        run = subprocess.run(command, capture_output=True, text=True, cwd=home, env=environment)
        assert run.returncode == 0, run.stderr
        return run.stdout

    (claim,) = json.loads(sayso("read", "--format", "jsonl", str(article)))["claims"]
    assert "74 settlements" in TEXT[slice(*claim["content"][0])]
    assert "1 report added" in sayso("add", str(article))

    server = subprocess.Popen(
        [str(binaries / "sayso"), "serve", "--port", "0"],
        cwd=home,
        env={**environment, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert server.stdout is not None
        address = next(m[0] for line in server.stdout if (m := re.search(r"http://127\.0\.0\.1:\d+", line)))
        page = urllib.request.urlopen(address, timeout=20).read().decode()
        (style,) = set(re.findall(r'href="(/[^"]+\.css)"', page))
        assert urllib.request.urlopen(address + style, timeout=20).status == 200
    finally:
        server.terminate()
        server.wait(20)
        if server.stdout is not None:
            server.stdout.close()
