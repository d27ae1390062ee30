"""From the corpora to the shipped files: on PolNeAR alone, on PolNeAR and our own labels, once more slowly, then into eight bits.

usage: make.py FOLDER EVAL      (FOLDER for checkpoints; EVAL with data/attribution/ and data/report/)
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from network import base

HERE = Path(__file__).parent
LABELS = HERE.parent / "labels"
SHIPPED = HERE.parents[1] / "src/sayso/languages/en/attribution-en.onnx"


def main() -> None:
    folder, data = map(Path, sys.argv[1:])
    polnear, reports = data / "data/attribution/polnear_train.jsonl", data / "data/report"
    ours = [f"{LABELS / name}.jsonl*2" for name in ("war_train", "war_more", "sentences")]
    train(folder / "first", reports, [str(polnear), "--epochs", "3"])
    train(folder / "second", reports, ["--start", str(folder / "first/epoch3.pt"), str(polnear), *ours])
    start = folder / "second/epoch5.pt"
    last = ["--start", str(start), "--epochs", "3", "--rate", "1.5e-4", "--stances", "0.6"]
    train(folder / "third", reports, [*last, str(polnear), *ours])
    epochs = [str(folder / f"third/epoch{number}.pt") for number in (1, 2, 3)]
    # Twice each, and once what the stage began with.
    run("export.py", str(SHIPPED), str(SHIPPED.with_suffix(".parts.onnx")), *epochs, *epochs, str(start))
    shutil.copy(base() / "vocab.txt", SHIPPED.with_suffix(".vocabulary.txt"))


def train(out: Path, reports: Path, rest: list[str]) -> None:
    """One stage of training; its checkpoints go into `out`."""
    run("train.py", "--out", str(out), "--reports", str(reports), *rest)


def run(script: str, *arguments: str) -> None:
    """A script beside this one, with this Python. Raises CalledProcessError where it fails."""
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


if __name__ == "__main__":
    main()
