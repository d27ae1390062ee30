"""How far the two passes over the labelled reports agree.

usage: agreement.py EVAL      (the folder with the scorers and data/report/)

The second pass is scored against the first: linked and exact figures as score_attribution.py counts them, optional labels left
out; then, over the pairs that both have as firm, how often each field is the same.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LEAST_SHARED = 0.5
"""Of the characters of two contents, the share in common from which they are one attribution."""


def load(name: str) -> dict[str, list[dict[str, Any]]]:
    """The attributions of each document of a pass."""
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return {document["doc"]: document["attributions"] for document in map(json.loads, lines)}


def pairs(one: list[dict[str, Any]], other: list[dict[str, Any]], measure: Any) -> list[tuple[int, int]]:
    """The attributions of two passes over one document that are the same one, each in one pair at most, likest first."""
    candidates = []
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            left, right = measure.chars(a["content"]), measure.chars(b["content"])
            if len(left & right) / len(left | right) >= LEAST_SHARED:
                candidates.append((-measure.likeness(a, b), i, j))
    found: dict[int, int] = {}
    for _, i, j in sorted(candidates):
        if i not in found and j not in found.values():
            found[i] = j
    return sorted(found.items())


def main() -> None:
    folder = Path(sys.argv[1])
    sys.path.insert(0, str(folder))
    import measure
    import score_attribution

    first, second = load("war_pass1"), load("war_pass2")
    texts = {
        report["id"]: report["text"]
        for report in map(
            json.loads, (folder / "data/report/war.jsonl").read_text(encoding="utf-8").splitlines()
        )
    }
    same: Counter[str] = Counter()
    for doc, labels in first.items():
        for i, j in pairs(labels, second[doc], measure):
            a, b = labels[i], second[doc][j]
            same["pairs"] += 1
            same["optional"] += a["optional"] == b["optional"]
            if a["optional"] or b["optional"]:
                continue
            same["firm"] += 1
            same["speaker"] += a["speaker"] == b["speaker"] or measure.same_name(a["speaker"], b["speaker"])
            same["relays"] += len(a["relays"]) == len(b["relays"]) and all(
                map(measure.same_name, a["relays"], b["relays"])
            )
            same["form"] += a["form"] == b["form"]
            same["stance"] += a["stance"] == b["stance"]

    def firm(labels: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [a for a in labels if not a["optional"]]

    scores = score_attribution.score(
        {d: {"text": texts[d], "attributions": firm(a)} for d, a in first.items()},
        {d: {"attributions": firm(a)} for d, a in second.items()},
    )
    for name in ("linked all", "exact source", "exact cue", "exact content"):
        print(f"{name:14} F1 {100 * scores[name][2]:.1f}")
    for name in ("speaker", "relays", "form", "stance"):
        print(f"same {name:9} {100 * same[name] / same['firm']:.1f} % of {same['firm']}")
    print(f"same optional  {100 * same['optional'] / same['pairs']:.1f} % of {same['pairs']}")


if __name__ == "__main__":
    main()
