"""The documents: examples run, and what is written from the code is up to date."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import sayso

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENVIRONMENT = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "COLUMNS": "200",
}


def run(command: str, folder: Path) -> str:
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=folder, env=ENVIRONMENT)
    assert done.returncode == 0, f"{command}\n{done.stderr}"
    return done.stdout


def check_console(block: str, folder: Path) -> None:
    """Runs each "$ command"; the lines below it must come in its output, in order, "..." standing for anything."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *expected = part.rstrip("\n").split("\n")
        out, at = run(command, folder), 0
        for line in expected:
            wanted = ".*".join(re.escape(piece) for piece in line.split("..."))
            found = re.compile(wanted).search(out, at)
            assert found, f"{command}: {line!r} not in\n{out[at:]}"
            at = found.end()


def test_the_tutorial_does_what_it_says(tmp_path: Path):
    (tmp_path / "demo").symlink_to(ROOT / "demo")
    ran = 0
    for kind, file, body in BLOCK.findall((ROOT / "docs/tutorial.md").read_text("utf-8")):
        if file:
            (tmp_path / file).write_text(body, "utf-8")
        elif kind == "console":
            check_console(body, tmp_path)
            ran += 1
        elif kind == "python":
            (tmp_path / "example.py").write_text(body, "utf-8")
            assert run(f"{sys.executable} example.py", tmp_path)
            ran += 1
    assert ran >= 5


def test_the_python_of_the_readme_runs(tmp_path: Path):
    (code,) = [b for kind, _, b in BLOCK.findall((ROOT / "README.md").read_text("utf-8")) if kind == "python"]
    (tmp_path / "example.py").write_text(code, "utf-8")
    assert "74 settlements" in run(f"{sys.executable} example.py", tmp_path)


def test_the_example_in_the_package_runs():
    found = doctest.testmod(sayso)
    assert found.attempted >= 3
    assert found.failed == 0


def test_the_reference_is_what_the_code_says():
    done = subprocess.run(
        [sys.executable, "tools/reference.py", "--check"], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md")),
    ],
)
def test_links_between_documents_lead_somewhere(name: str):
    page = ROOT / name
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_every_command_of_the_readme_exists():
    known = subprocess.run(
        [str(Path(sys.executable).parent / "sayso"), "--help"],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
    ).stdout
    for command in set(re.findall(r"^sayso (\w+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)):
        assert re.search(rf"\b{command}\b", known), command
