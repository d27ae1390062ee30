"""Trains the tagger. One seed, one order, one result on one machine; a checkpoint after each epoch.

usage: train.py --out FOLDER [--epochs 6] [--start CHECKPOINT] [--reports FOLDER] [--stances] TRAIN.jsonl[*TIMES] ...
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from corpus import NOTHING, Example, examples, load
from network import Network, vocabulary
from torch import Tensor, nn
from torch.nn import functional

from sayso.languages.en.tagger import Tagger

BATCH = 2_400  # word pieces a step, padding counted
MASKED = 0.06
WARMUP = 100


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


def tensors(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """ids, shapes and attention of a batch, padded with zeros."""
    longest = max(len(one.window.ids) for one in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    shapes, attention = torch.zeros_like(ids), torch.zeros_like(ids)
    for row, one in enumerate(batch):
        size = len(one.window.ids)
        ids[row, :size] = torch.tensor(one.window.ids)
        shapes[row, :size] = torch.tensor(one.window.shapes)
        attention[row, :size] = 1
    return ids, shapes, attention


def masked(ids: Tensor, mask: int, generator: torch.Generator) -> Tensor:
    """Some word pieces hidden, special ones never, so that no single word decides."""
    hide = (torch.rand(ids.shape, generator=generator) < MASKED) & (ids > 999)
    return torch.where(hide, torch.tensor(mask), ids)


def loss_of(
    network: Network,
    batch: Sequence[Example],
    ids: Tensor,
    shapes: Tensor,
    attention: Tensor,
    with_stances: bool,
) -> Tensor:
    """Cross entropy of the roles of words, the owners of content words, the source and the stance of each cue."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = network(ids, shapes, attention)
    roles, owners, sources, stances = (output.float() for output in outputs)
    role_target = torch.full(ids.shape, NOTHING)
    owner_target = torch.full(ids.shape, NOTHING)
    stance_target = torch.full(ids.shape, NOTHING)
    found: list[Tensor] = []
    for row, one in enumerate(batch):
        firsts = one.window.firsts
        role_target[row, list(firsts)] = torch.tensor(one.roles)
        for word, owner in enumerate(one.owners):
            if owner != NOTHING:
                owner_target[row, firsts[word]] = firsts[owner] if owner >= 0 else 0
        for cue, stance in one.stances.items():
            stance_target[row, firsts[cue]] = stance
        for cue, source in one.sources.items():
            places = [firsts[word] for word in source] or [0]
            chances = functional.log_softmax(sources[row, firsts[cue]], dim=-1)
            found.append(-chances[places].logsumexp(0))
    loss = functional.cross_entropy(roles.flatten(0, 1), role_target.flatten(), ignore_index=NOTHING)
    if (owner_target != NOTHING).any():
        loss = loss + 0.5 * functional.cross_entropy(
            owners.flatten(0, 1), owner_target.flatten(), ignore_index=NOTHING
        )
    if with_stances and (stance_target != NOTHING).any():
        loss = loss + 0.1 * functional.cross_entropy(
            stances.flatten(0, 1), stance_target.flatten(), ignore_index=NOTHING
        )
    if found:
        loss = loss + 0.25 * torch.stack(found).mean()
    return loss


def corpora(arguments: Sequence[str], reports: Path | None) -> Iterator[dict[str, Any]]:
    """The documents of each TRAIN.jsonl[*TIMES], as often as an epoch sees them."""
    for argument in arguments:
        path, _, times = argument.partition("*")
        found = load(Path(path), reports)
        for _ in range(int(times or 1)):
            yield from found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--reports", type=Path)
    parser.add_argument("--stances", action="store_true", help="learn stances too")
    parser.add_argument("train", nargs="+")
    chosen = parser.parse_args()
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(2)
    chance = random.Random(chosen.seed)
    generator = torch.Generator().manual_seed(chosen.seed)
    chosen.out.mkdir(parents=True, exist_ok=True)

    words = vocabulary()
    network = Network()
    if chosen.start:
        missing, _ = network.load_state_dict(torch.load(chosen.start, weights_only=True), strict=False)
        print(f"begun with {chosen.start}, anew: {', '.join(missing) or 'nothing'}", flush=True)
    mean = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.997)
    )
    documents = list(corpora(chosen.train, chosen.reports))
    steps = chosen.epochs * len(
        batches(list(examples(documents, words, Tagger.longest, random.Random(0))), random.Random(0))
    )
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder")]
    optimizer = torch.optim.AdamW(
        [
            {"params": list(network.encoder.parameters()), "lr": chosen.rate},
            {"params": heads, "lr": 3 * chosen.rate},
        ],
        weight_decay=0.01,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / WARMUP) * max(0.02, 1 - step / steps)
    )
    began, step = time.monotonic(), 0
    for epoch in range(chosen.epochs):
        network.train()
        total = 0.0
        order = batches(list(examples(documents, words, Tagger.longest, chance)), chance)
        for batch in order:
            ids, shapes, attention = tensors(batch)
            loss = loss_of(
                network, batch, masked(ids, words.mask, generator), shapes, attention, chosen.stances
            )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            mean.update_parameters(network)
            total += loss.item()
            step += 1
            if step % 50 == 0:
                print(
                    f"step {step} of about {steps}, loss {loss.item():.3f}, {time.monotonic() - began:.0f} s",
                    flush=True,
                )
        torch.save(mean.module.state_dict(), chosen.out / f"epoch{epoch + 1}.pt")
        print(
            f"epoch {epoch + 1}: mean loss {total / len(order):.4f}, {time.monotonic() - began:.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
