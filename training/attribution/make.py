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
    folder, data = Path(sys.argv[1]), Path(sys.argv[2]) / "data"
    polnear = str(data / "attribution/polnear_train.jsonl")
    ours = [f"{LABELS / name}.jsonl*2" for name in ("war_train", "war_more", "sentences")]
    train(folder / "first", data, [polnear, "--epochs", "3"])
    train(folder / "second", data, ["--start", str(folder / "first/epoch3.pt"), polnear, *ours])
    last = ["--start", str(folder / "second/epoch5.pt")]
    last += ["--epochs", "4", "--rate", "2e-4", "--stances", "0.6"]
    train(folder / "third", data, [*last, polnear, f"{LABELS / 'polnear'}.jsonl", *ours])
    epochs = [str(folder / f"third/epoch{number}.pt") for number in (2, 3, 4)]
    run("export.py", str(SHIPPED), str(SHIPPED.with_suffix(".parts.onnx")), *epochs)
    shutil.copy(base() / "vocab.txt", SHIPPED.with_suffix(".vocabulary.txt"))


def train(out: Path, data: Path, rest: list[str]) -> None:
    """One stage of training; its checkpoints go into `out`."""
    run("train.py", "--out", str(out), "--data", str(data), *rest)


def run(script: str, *arguments: str) -> None:
    """A script beside this one, with this Python. Raises CalledProcessError where it fails."""
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


if __name__ == "__main__":
    main()
