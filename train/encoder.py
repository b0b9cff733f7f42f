"""The encoder that the accurate reader runs: a small BERT that reads one
paragraph, and two heads on it.

One head labels every token as the paragraph model of package quote does (begin
and inside of source, cue and content). The other is asked once for each cue
and labels the tokens around it with that cue's source and content; it scores a
token and a cue as a biaffine parser scores a dependent and a head (Dozat and
Manning, 2017), so the paragraph is encoded only once however many cues it has.
"""

import json
import math
import random
import struct

import torch
from torch import nn
from torch.nn import functional as F

# Tables of small inputs that are added to the word pieces' vectors. Row 0 of
# each means "not given".
INPUTS = ["case", "quote", "place", "lexicon", "tag", "name", "rel"]
PLACES = 4  # first, second, third and later paragraphs
CASES, QUOTES, BUCKETS = 6, 4, 10
DISTANCES, SENTENCES, MARKS = 15, 5, 5
LABELS, CUE_LABELS = 7, 5


class Dropout:
    """Dropout whose masks are slices of one long random one: on a processor,
    drawing new ones took a fifth of the training."""

    def __init__(self, rate, seed, size=1 << 24):
        draws = torch.rand(size, generator=torch.Generator().manual_seed(seed))
        self.mask = ((draws >= rate) / (1 - rate)).to(torch.bfloat16)
        self.rng = random.Random(seed)

    def __call__(self, x):
        n = x.numel()
        at = self.rng.randrange(len(self.mask) - n)
        return x * self.mask[at:at + n].view(x.shape)


def keep_all(x):
    return x


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def forward(self, x, mask):
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (w // self.heads) ** -0.5 + mask
        y = F.softmax(scores, -1).to(v.dtype) @ v
        return self.out(y.transpose(1, 2).reshape(b, n, w))


class Layer(nn.Module):
    def __init__(self, width, inner, heads):
        super().__init__()
        self.attention = Attention(width, heads)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask, drop):
        x = self.norm1(x + drop(self.attention(x, mask)))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x), approximate="tanh"))))


class Encoder(nn.Module):
    def __init__(self, pieces, inputs, width=384, inner=1536, heads=12, layers=6, positions=512, pair=256):
        """inputs gives, for each of INPUTS, how many values it has."""
        super().__init__()
        self.pieces = nn.Embedding(pieces, width)
        self.positions = nn.Embedding(positions, width)
        self.inputs = nn.ModuleList([nn.Embedding(inputs[name], width) for name in INPUTS])
        for table in self.inputs:
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList([Layer(width, inner, heads) for _ in range(layers)])
        self.label = nn.Linear(width, LABELS)
        self.token = nn.Linear(width, pair)
        self.cue = nn.Linear(width, pair, bias=False)
        self.relative = nn.ModuleList([nn.Embedding(n, pair) for n in (DISTANCES, SENTENCES, MARKS)])
        self.mix = nn.Linear(pair, pair)
        self.role = nn.Linear(pair, CUE_LABELS)
        for table in self.relative:
            nn.init.normal_(table.weight, std=0.05)

    def encode(self, batch, drop=keep_all):
        """batch.pieces is [paragraphs, length]; returns the vectors of tokens'
        first pieces, [tokens, width]."""
        n = batch.pieces.shape[1]
        x = self.pieces(batch.pieces) + self.positions.weight[:n]
        for k, table in enumerate(self.inputs):
            x = x + table(batch.inputs[:, :, k])
        x = drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, batch.mask, drop)
        return x.reshape(-1, x.shape[-1])[batch.tokens]

    def roles(self, hidden, batch, drop=keep_all):
        """Scores of every token around every cue, [pairs, CUE_LABELS]."""
        cues = torch.zeros(batch.cues, hidden.shape[1], dtype=hidden.dtype)
        cues.index_add_(0, batch.cue_of, hidden[batch.cue_tokens] * batch.cue_weight[:, None].to(hidden.dtype))
        z = self.token(hidden)[batch.pair_token] + self.cue(cues)[batch.pair_cue]
        for k, table in enumerate(self.relative):
            z = z + table(batch.pair_relative[:, k])
        z = F.gelu(z, approximate="tanh")
        z = F.gelu(self.mix(drop(z)), approximate="tanh")
        return self.role(z)


def read_safetensors(path):
    """The tensors of a file of 32-bit floats, by name."""
    with open(path, "rb") as f:
        size = struct.unpack("<Q", f.read(8))[0]
        head = json.loads(f.read(size))
        body = f.read()
    out = {}
    for name, at in head.items():
        if name != "__metadata__" and at["dtype"] == "F32":
            start, end = at["data_offsets"]
            out[name] = torch.frombuffer(bytearray(body[start:end]), dtype=torch.float32).view(at["shape"])
    return out


def load_pretrained(model, path, keep):
    """Fills the body from the weights of a BERT; keep lists the ids of the
    pieces that the pruned vocabulary has, in its order."""
    w = read_safetensors(path)
    with torch.no_grad():
        model.pieces.weight.copy_(w["embeddings.word_embeddings.weight"][keep])
        model.positions.weight.copy_(w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
        copy_pair(model.norm, w, "embeddings.LayerNorm")
        for i, layer in enumerate(model.layers):
            p = f"encoder.layer.{i}."
            names = [p + "attention.self." + n for n in ("query", "key", "value")]
            layer.attention.qkv.weight.copy_(torch.cat([w[n + ".weight"] for n in names]))
            layer.attention.qkv.bias.copy_(torch.cat([w[n + ".bias"] for n in names]))
            copy_pair(layer.attention.out, w, p + "attention.output.dense")
            copy_pair(layer.norm1, w, p + "attention.output.LayerNorm")
            copy_pair(layer.up, w, p + "intermediate.dense")
            copy_pair(layer.down, w, p + "output.dense")
            copy_pair(layer.norm2, w, p + "output.LayerNorm")


def copy_pair(module, w, name):
    module.weight.copy_(w[name + ".weight"])
    module.bias.copy_(w[name + ".bias"])


def distance(d):
    """The bucket of a signed distance in tokens from a cue, 0 inside it."""
    if d == 0:
        return 7
    size = min(6, 0 if abs(d) == 1 else 1 + int(math.log2(abs(d) - 1)))
    return 6 - size if d < 0 else 8 + size
