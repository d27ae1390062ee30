"""The benchmark of `make bench`: it measures both sides and tells no ratio where one of them failed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "tools/benchmark.py"


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(SCRIPT), *arguments], capture_output=True, text=True)


def test_both_sides_are_timed_and_the_ratio_is_told(tmp_path: Path):
    lines = [{"id": f"t{i}", "text": f"The mayor said that {i + 2} bridges were open."} for i in range(3)]
    (tmp_path / "texts.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    run = bench("--file", str(tmp_path / "texts.jsonl"), "--texts", "2", "--rounds", "1")
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("2 texts")
    assert re.findall(r"^1  (parser|sayso) ", run.stdout, re.MULTILINE) == ["parser", "sayso"]
    assert re.search(r"sayso : parser +\d+\.\d\d by wall time", run.stdout)
    assert re.search(r"peak memory +\d+ MB", run.stdout)


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    run = bench("--file", str(tmp_path / "nowhere.jsonl"))
    assert run.returncode == 1
    assert "nowhere.jsonl" in run.stderr
    assert "--file" in run.stderr


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_a_file_without_texts_is_told(content: str, tmp_path: Path):
    (tmp_path / "empty.jsonl").write_text(content, "utf-8")
    run = bench("--file", str(tmp_path / "empty.jsonl"))
    assert run.returncode == 1
    assert "no texts" in run.stderr


def test_a_process_that_fails_leaves_no_ratio(tmp_path: Path):
    (tmp_path / "texts.jsonl").write_text('{"id": "without a text"}\n', "utf-8")
    run = bench("--file", str(tmp_path / "texts.jsonl"), "--rounds", "1")
    assert run.returncode == 1
    assert "sayso : parser" not in run.stdout
    assert re.search(r"No ratio: exit status \d+ of ", run.stderr)
