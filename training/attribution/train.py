"""Trains the tagger. One seed, one order, one result on one machine; a checkpoint after each epoch.

usage: train.py --out FOLDER [--epochs 5] [--rate 3e-4] [--stances 0.3] [--start CHECKPOINT] --data FOLDER
       TRAIN.jsonl[*TIMES] ...
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from corpus import NOTHING, Example, examples, load, parsed
from network import Network, vocabulary
from torch import Tensor, nn
from torch.nn import functional

from sayso.languages.en.tagger import NAMES, Tagger, distances

BATCH = 2_400  # word pieces a step, padding counted
MASKED = 0.06
WARMUP = 100
UNIT = 40
"""Losses that are sums over a batch are told for so many words: about the length of an attribution."""
FALSE_CUES = 2
"""So many words of a window that the model most takes for cues, and that are none, are learned to have no parts."""


def batches(found: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Windows of like length together, the order of the batches drawn anew."""
    order = sorted(found, key=lambda one: len(one.window.ids) + chance.random() * 40)
    out: list[list[Example]] = [[]]
    for one in order:
        if out[-1] and (len(out[-1]) + 1) * max(len(one.window.ids), len(out[-1][-1].window.ids)) > BATCH:
            out.append([])
        out[-1].append(one)
    chance.shuffle(out)
    return out


def tensors(batch: Sequence[Example]) -> tuple[Tensor, ...]:
    """ids, shapes, tags, relations and attention of a batch, padded with zeros."""
    longest = max(len(one.window.ids) for one in batch)
    out = tuple(torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(5))
    for row, one in enumerate(batch):
        size = len(one.window.ids)
        pieces = (one.window.ids, one.window.shapes, one.syntax.tags, one.syntax.relations, [1] * size)
        for tensor, values in zip(out, pieces, strict=True):
            tensor[row, :size] = torch.tensor(values)
    return out


def masked(ids: Tensor, mask: int, generator: torch.Generator) -> Tensor:
    """Some word pieces hidden, special ones never, so that no single word decides."""
    hide = (torch.rand(ids.shape, generator=generator) < MASKED) & (ids > 999)
    return torch.where(hide, torch.tensor(mask), ids)


class Losses(NamedTuple):
    """Of a batch: cues and parts in nats a UNIT of words, roles in nats a word, stances in nats a cue."""

    cues: Tensor
    parts: Tensor
    roles: Tensor
    stances: Tensor

    def total(self, stances: float) -> Tensor:
        """The sum that is made small, each loss about as heavy as the others; `stances` is the weight of theirs."""
        return 0.25 * self.cues + 0.05 * self.parts + self.roles + stances * self.stances


def losses_of(network: Network, batch: Sequence[Example], inputs: Sequence[Tensor]) -> Losses:
    """Cross entropy of the cues and the roles of words, of the parts of each cue, and of its stance."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = network.words(*inputs)
    cues, roles, *rest = (output.float() for output in outputs)
    cue_target, role_target = (torch.full(inputs[0].shape, NOTHING) for _ in range(2))
    parts, stances, told = torch.zeros(()), torch.zeros(()), 0
    for row, one in enumerate(batch):
        firsts = torch.tensor(one.window.firsts)
        cue_target[row, firsts], role_target[row, firsts] = torch.tensor(one.cues), torch.tensor(one.roles)
        hidden = [table[row, firsts] for table in (roles, *rest)]
        found, judged, count = _of_window(network, one, cues[row, firsts], hidden)
        parts, stances, told = parts + found, stances + judged, told + count
    units = sum(len(one.window.words) for one in batch) / UNIT
    return Losses(
        cues=functional.cross_entropy(
            cues.flatten(0, 1), cue_target.flatten(), ignore_index=NOTHING, reduction="sum"
        )
        / units,
        parts=parts / units,
        roles=functional.cross_entropy(roles.flatten(0, 1), role_target.flatten(), ignore_index=NOTHING),
        stances=stances / max(told, 8),
    )


def _of_window(
    network: Network, one: Example, cues: Tensor, hidden: Sequence[Tensor]
) -> tuple[Tensor, Tensor, int]:
    """The sums of the losses of parts and of stances of a window's cues, and how many stances are known."""
    roots, standing, parts = (
        [getattr(said, name) for said in one.said] for name in ("root", "standing", "parts")
    )
    false = _false_cues(one, cues)
    roots += false
    standing += [one.parse.standing(one.window, one.syntax, word, NAMES) for word in false]
    parts += [(0,) * len(one.window.words) for _ in false]
    nothing = torch.zeros(())
    if not roots:
        return nothing, nothing, 0
    places = torch.tensor(roots)
    roles, words, heads, said, saying = hidden
    away = torch.from_numpy(distances((torch.arange(len(words)) - places[:, None]).numpy()))
    scores, judged = network.parts(
        roles, words, heads[places], said, saying[places], torch.tensor(standing), away
    )
    each = functional.cross_entropy(
        scores.flatten(0, 1), torch.tensor(parts).flatten(), reduction="none"
    ).view(len(roots), -1)
    weights = torch.tensor([1.0] * len(one.said) + [0.5] * len(false))
    stances = torch.tensor([said.stance if said.stance >= 0 else NOTHING for said in one.said])
    count = int((stances != NOTHING).sum())
    stance = (
        functional.cross_entropy(judged[: len(stances)], stances, ignore_index=NOTHING, reduction="sum")
        if count
        else nothing
    )
    return (each.sum(1) * weights).sum(), stance, count


def _false_cues(one: Example, cues: Tensor) -> list[int]:
    """The words, none of them known or unknown cues, that the model most takes for one."""
    chance = 1 - cues.detach().softmax(-1)[:, 0]
    chance[torch.tensor(one.cues) != 0] = 0
    best = chance.topk(min(FALSE_CUES, len(chance)))
    return [word for word, p in zip(best.indices.tolist(), best.values.tolist(), strict=True) if p > 0.05]


def corpora(arguments: Sequence[str], data: Path) -> Iterator[dict[str, Any]]:
    """The documents of each TRAIN.jsonl[*TIMES], as often as an epoch sees them."""
    for argument in arguments:
        path, _, times = argument.partition("*")
        found = load(Path(path), data)
        for _ in range(int(times or 1)):
            yield from found


def optimizer_of(network: Network, rate: float, steps: int) -> tuple[torch.optim.Optimizer, Any]:
    """AdamW, with three times the rate for what is new, and a rate that rises over WARMUP steps and falls to the end."""
    encoder = list(network.words.encoder.parameters())
    known = {id(p) for p in encoder}
    optimizer = torch.optim.AdamW(
        [
            {"params": encoder, "lr": rate},
            {"params": [p for p in network.parameters() if id(p) not in known], "lr": 3 * rate},
        ],
        weight_decay=0.01,
    )
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / WARMUP) * max(0.02, 1 - step / steps)
    )


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--stances", type=float, default=0.3, help="the weight of the stances")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the reports and articles")
    parser.add_argument("train", nargs="+")
    return parser.parse_args()


def main() -> None:
    chosen = arguments()
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(2)
    chance = random.Random(chosen.seed)
    generator = torch.Generator().manual_seed(chosen.seed)
    chosen.out.mkdir(parents=True, exist_ok=True)

    words, network = vocabulary(), Network()
    if chosen.start:
        network.load_state_dict(torch.load(chosen.start, weights_only=True))
    mean = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.997)
    )
    documents = list(corpora(chosen.train, chosen.data))
    parses = parsed(documents, chosen.out.parent / "parses.pickle")

    def drawn(chance: random.Random) -> list[list[Example]]:
        return batches(list(examples(documents, parses, words, Tagger.longest, chance)), chance)

    steps = chosen.epochs * len(drawn(random.Random(0)))
    optimizer, schedule = optimizer_of(network, chosen.rate, steps)
    began, step = time.monotonic(), 0
    for epoch in range(1, chosen.epochs + 1):
        network.train()
        for batch in drawn(chance):
            ids, *rest = tensors(batch)
            losses = losses_of(network, batch, [masked(ids, words.mask, generator), *rest])
            optimizer.zero_grad()
            losses.total(chosen.stances).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            mean.update_parameters(network)
            step += 1
            if step % 50 == 0:
                told = ", ".join(f"{name} {loss.item():.2f}" for name, loss in losses._asdict().items())
                print(f"step {step} of about {steps}, {told}, {time.monotonic() - began:.0f} s", flush=True)
        torch.save(mean.module.state_dict(), chosen.out / f"epoch{epoch}.pt")


if __name__ == "__main__":
    main()
