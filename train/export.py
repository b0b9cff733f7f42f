"""Writes a checkpoint of the trainer as the model file that Go reads.

    python export.py --checkpoint encoder.pt --out ../models/encoder.model --check ../encoder/testdata/check.json

The container is that of linear/file.go. Matrices are bytes, symmetric, with a
scale for each output; a matrix's section is its weights as [out/16][in/4][16][4],
then for each output -128 times the sum of its weights (int32), its scale and its
bias (float32). Embeddings of pieces and positions are bytes with a scale for
each row, rows first; all else is float32. With --check the float outputs for a
few made-up windows are written too, which Go's answers are compared with.
"""

import argparse
import json
import random

import numpy as np
import torch

import lessons
from container import container
from encoder import DISTANCES, INPUTS, MARKS, SENTENCES, Encoder

FEATURES = "1"  # encoder.features of the Go package
POSITIONS = lessons.LONGEST + 2
CLIPS = [1 - i / 50 for i in range(16)]


def quantized(w):
    """w as bytes with a scale a row: of a few clips of the largest weight the
    one with the smallest squared error."""
    most = np.maximum(np.abs(w).max(1, keepdims=True), 1e-12)
    best, scale, out = np.full((len(w), 1), np.inf), np.zeros((len(w), 1), np.float32), np.zeros(w.shape, np.int8)
    for clip in CLIPS:
        s = (most * clip / 127).astype(np.float32)
        q = np.clip(np.rint(w / s), -127, 127)
        error = ((q * s - w) ** 2).sum(1, keepdims=True)
        better = error < best
        best, scale, out = np.where(better, error, best), np.where(better, s, scale), np.where(better, q, out).astype(np.int8)
    return out, scale[:, 0].astype("<f4")


def matrix(w, bias):
    q, scale = quantized(w)
    out, inn = q.shape
    blocks = q.reshape(out // 16, 16, inn // 4, 4).transpose(0, 2, 1, 3)
    start = -128 * q.astype(np.int32).sum(1)
    return blocks.tobytes() + start.astype("<i4").tobytes() + scale.tobytes() + bias.astype("<f4").tobytes()


def rows(w):
    q, scale = quantized(w)
    return q.tobytes() + scale.tobytes()


def floats(*arrays):
    return b"".join(a.astype("<f4").tobytes() for a in arrays)


def layer(w, i, heads):
    """The sections of one layer. The scale of attention is put into the
    queries."""
    p = f"layers.{i}."
    qkv, bias = w[p + "attention.qkv.weight"].copy(), w[p + "attention.qkv.bias"].copy()
    width = qkv.shape[1]
    qkv[:width] *= (width // heads) ** -0.5
    bias[:width] *= (width // heads) ** -0.5
    yield f"layer{i}.qkv", matrix(qkv, bias)
    for name, at in (("out", "attention.out"), ("up", "up"), ("down", "down")):
        yield f"layer{i}.{name}", matrix(w[p + at + ".weight"], w[p + at + ".bias"])
    for name in ("norm1", "norm2"):
        yield f"layer{i}.{name}", floats(w[p + name + ".weight"], w[p + name + ".bias"])


def sections(w, vocabulary, layers, heads):
    yield "vocabulary", "\n".join(vocabulary).encode()
    yield "pieces", rows(w["pieces.weight"])
    yield "positions", rows(w["positions.weight"][:POSITIONS])
    for i, name in enumerate(INPUTS):
        yield "input." + name, floats(w[f"inputs.{i}.weight"])
    yield "norm", floats(w["norm.weight"], w["norm.bias"])
    for i in range(layers):
        yield from layer(w, i, heads)
    yield "label", floats(w["label.weight"], w["label.bias"])
    yield "token", matrix(w["token.weight"], w["token.bias"])
    yield "cue", matrix(w["cue.weight"], np.zeros(len(w["cue.weight"])))
    for i, name in enumerate(("distance", "sentence", "marks")):
        yield "relative." + name, floats(w[f"relative.{i}.weight"])
    yield "mix", matrix(w["mix.weight"], w["mix.bias"])
    yield "role", floats(w["role.weight"], w["role.bias"])


def made_up(model, inventories, vocabulary, rng):
    """A random window as Go's test reads it, with one cue, and what the network
    says of it."""
    size, sizes = rng.randint(3, 40), lessons.sizes(inventories)
    pieces = [[rng.randrange(len(vocabulary)) for _ in range(rng.choice([1, 1, 1, 2, 3]))] for _ in range(size)]
    inputs = [[rng.randrange(sizes[name]) for name in INPUTS] for _ in range(size)]
    first = rng.randrange(size)
    end = min(size, first + rng.randint(1, 2))
    relative = [[rng.randrange(n) for n in (DISTANCES, SENTENCES, MARKS)] for _ in range(size)]
    w = argparse.Namespace(pieces=pieces, columns=list(zip(*inputs)), labels=[0] * size, cues=[(first, end, [0] * size)],
                           size=sum(map(len, pieces)), sent=[0] * size, quoted=[-1] * size)
    batch = lessons.tensors([w], vocabulary.index("[CLS]"), vocabulary.index("[SEP]"))
    batch.mask = batch.mask.float()
    batch.pair_relative = torch.tensor(relative)
    with torch.no_grad():
        h = model.encode(batch)
        labels, roles = model.label(h), model.roles(h, batch)
    return {"Pieces": pieces, "Inputs": inputs, "First": first, "End": end, "Relative": relative,
            "Labels": labels.tolist(), "Roles": roles.tolist()}


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--checkpoint", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--check", help="file for float outputs of made-up windows")
    p.add_argument("--heads", type=int, default=12)
    a = p.parse_args()
    c = torch.load(a.checkpoint, map_location="cpu", weights_only=True)
    w = {k: v.float().numpy() for k, v in c["model"].items()}
    layers = c["args"].get("layers", 6)
    settings = {k: v for k, v in c["args"].items() if isinstance(v, (int, float))}
    header = {
        "Name": "encoder", "Features": FEATURES,
        "Command": "python train/train.py " + " ".join(f"--{k.replace('_', '-')} {v}" for k, v in sorted(settings.items())) + "; python train/export.py",
        "Labels": c["inventories"], "Params": {"layers": layers},
    }
    parts = list(sections(w, c["vocabulary"], layers, a.heads))
    data = container(header, parts)
    with open(a.out, "wb") as f:
        f.write(data)
    print(a.out, len(data), "bytes")
    if a.check:
        model = Encoder(len(c["vocabulary"]), lessons.sizes(c["inventories"]), layers=layers)
        model.load_state_dict(c["model"])
        model.eval()
        rng = random.Random(1)
        with open(a.check, "w") as f:
            json.dump([made_up(model, c["inventories"], c["vocabulary"], rng) for _ in range(6)], f)


if __name__ == "__main__":
    main()
