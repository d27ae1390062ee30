"""How long `sayso read` takes beside the parser it rests on, and how much memory.

usage: python tools/benchmark.py --file TEXTS.jsonl [--texts 200] [--rounds 3]     (`make bench`)

Two processes read the same first texts of a file of JSON lines ({"id", "text", ...}):

parser   the bare spaCy pipeline: it is loaded, and `nlp.pipe` goes over the texts as they are
sayso    `sayso read --format jsonl`, its output thrown away

Each is timed as a whole process, from start to end, with the loading of its models. All run on one core and with one
thread, in turn (parser, sayso, parser, sayso, ...), so that a busy machine is busy for both. The index of places
is built and both are run on one text beforehand, so that files and byte code lie ready.

Printed: wall and processor time of each run, the ratios of their medians, and the highest resident memory of a run.
Wall time is what a person waits; where other work takes the core, processor time tells more. The exit status
is 0 whatever the ratio: this measures and does not judge. It is 1, and no ratio is told, where there is nothing to read
or a process fails.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from sayso.languages.en.parser import MODEL

PARSER = """
import json, sys, spacy
with open(sys.argv[2], encoding="utf-8") as lines:
    texts = [json.loads(line)["text"] for line in lines]
for _ in spacy.load(sys.argv[1]).pipe(texts):
    pass
"""
COMMANDS = {
    "parser": [sys.executable, "-c", PARSER, MODEL],
    "sayso": [str(Path(sys.executable).parent / "sayso"), "read", "--format", "jsonl"],
}
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1"
)
# The kernel counts resident memory in kilobytes, on macOS in bytes.
UNIT = 1 if sys.platform == "darwin" else 1024


class Run(NamedTuple):
    """One process: seconds by the clock, seconds of the processor, bytes of resident memory at its highest."""

    wall: float
    processor: float
    memory: int


def run(command: Sequence[str]) -> Run:
    """Runs a command to its end; its output is thrown away, its complaints are shown. Exits with 1 where it fails."""
    begun = time.perf_counter()
    env = os.environ | ONE_THREAD
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=env)  # noqa: S603 - one of COMMANDS
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        # Half a reading is no time of a reading: a ratio with it would only mislead.
        shown = " ".join(word for word in command if "\n" not in word)
        sys.exit(f"No ratio: exit status {process.returncode} of {shown}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * UNIT)


def on_one_core() -> str:
    """Keeps this process and all it starts on one core, where the system can; says which."""
    if not hasattr(os, "sched_setaffinity"):
        return "cores: all, since this system pins no process"
    core = min(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"core {core}"


def measure(texts: Path, rounds: int) -> dict[str, list[Run]]:
    """The runs of each command in turn, each printed when it ends."""
    runs: dict[str, list[Run]] = {name: [] for name in COMMANDS}
    for number in range(1, rounds + 1):
        for name, command in COMMANDS.items():
            done = run([*command, str(texts)])
            runs[name].append(done)
            print(f"{number}  {name:8}{done.wall:9.2f} s wall{done.processor:9.2f} s processor", flush=True)
    return runs


def summary(runs: dict[str, list[Run]]) -> str:
    """Ratios of the medians, and the peak of memory."""
    parser, sayso = runs["parser"], runs["sayso"]
    wall = median(r.wall for r in sayso) / median(r.wall for r in parser)
    processor = median(r.processor for r in sayso) / median(r.processor for r in parser)
    peak = max(r.memory for r in sayso) / 1e6
    return (
        f"sayso : parser   {wall:.2f} by wall time, {processor:.2f} by processor time (medians)\n"
        f"peak memory      {peak:,.0f} MB (parser alone: {max(r.memory for r in parser) / 1e6:,.0f} MB)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--file", type=Path, required=True, help="JSON lines with a text")
    parser.add_argument(
        "--texts", type=int, default=200, help="how many of them, from the first (default 200)"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often both run (default 3)")
    asked = parser.parse_args()
    if not asked.file.is_file():
        sys.exit(f"There is no {asked.file}: give a file of JSON lines with --file.")
    with asked.file.open(encoding="utf-8") as lines:
        chosen = list(islice((line for line in lines if line.strip()), max(1, asked.texts)))
    if not chosen:
        sys.exit(f"{asked.file} has no texts.")
    with tempfile.TemporaryDirectory() as folder:
        texts, one = Path(folder) / "texts.jsonl", Path(folder) / "one.jsonl"
        texts.write_text("".join(chosen), encoding="utf-8")
        one.write_text(chosen[0], encoding="utf-8")
        print(f"{len(chosen)} texts of {asked.file}, {on_one_core()}", flush=True)
        run([COMMANDS["sayso"][0], "gazetteer", "build"])
        for command in COMMANDS.values():
            run([*command, str(one)])
        print(summary(measure(texts, max(1, asked.rounds))))


if __name__ == "__main__":
    main()
