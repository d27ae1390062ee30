"""From the corpora to the shipped files: first on PolNeAR alone, then on PolNeAR and our own labels, then into eight bits.

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
    first, second = folder / "first", folder / "second"
    train(first, reports, 6, "3e-4", [str(polnear)])
    start = ["--start", str(first / "epoch6.pt"), "--stances"]
    train(second, reports, 3, "1.5e-4", [*start, str(polnear), *ours])
    run("export.py", str(first / "epoch6.pt"), str(second / "epoch3.pt"), str(SHIPPED))
    shutil.copy(base() / "vocab.txt", SHIPPED.with_suffix(".vocabulary.txt"))


def train(out: Path, reports: Path, epochs: int, rate: str, rest: list[str]) -> None:
    """One stage of training; its checkpoints go into `out`."""
    run(
        "train.py",
        "--out",
        str(out),
        "--reports",
        str(reports),
        "--epochs",
        str(epochs),
        "--rate",
        rate,
        *rest,
    )


def run(script: str, *arguments: str) -> None:
    """A script beside this one, with this Python. Raises CalledProcessError where it fails."""
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


if __name__ == "__main__":
    main()
