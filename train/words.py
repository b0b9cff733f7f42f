"""Writes what single words mean as the model file that Go reads.

    python words.py --pretrained FOLDER --out ../models/words.model

The 12,000 commonest words of the vocabulary go each through the pretrained
encoder alone, as model2vec does (Tulkens and van Dongen, 2024): the mean of what
comes out, less the mean of all words, on its 48 principal axes, at length one.
Sections: "words", sorted, a line each; "vectors", 48 bytes a word, 127 is 1.
"""

import argparse
import json
import re
import struct

import numpy as np

from container import container

FEATURES = "words 1"  # of the Go package relation
MOST = 12000  # words, the commonest: the vocabulary is in that order
WIDTH = 48
LAYERS, HEADS = 6, 12
BATCH = 512


def read_safetensors(path):
    """The tensors of a file of 32-bit floats, by name."""
    with open(path, "rb") as f:
        size = struct.unpack("<Q", f.read(8))[0]
        head, body = json.loads(f.read(size)), f.read()
    return {name: np.frombuffer(body[at["data_offsets"][0] : at["data_offsets"][1]], np.float32).reshape(at["shape"])
            for name, at in head.items() if at.get("dtype") == "F32"}


def normed(x, w, name):
    x = x - x.mean(-1, keepdims=True)
    x /= np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
    return x * w[name + ".weight"] + w[name + ".bias"]


def gelu(x):
    """By the error function of Abramowitz and Stegun, 7.1.26."""
    z = np.abs(x) / 2**0.5
    t = 1 / (1 + 0.3275911 * z)
    erf = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * np.exp(-z * z)
    return 0.5 * x * (1 + np.sign(x) * erf)


def encode(w, ids):
    """The outputs for rows of pieces of one length."""
    count, size = ids.shape

    def linear(x, name):
        return x @ w[name + ".weight"].T + w[name + ".bias"]

    x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:size]
    x = normed(x + w["embeddings.token_type_embeddings.weight"][0], w, "embeddings.LayerNorm")
    for i in range(LAYERS):
        p = f"encoder.layer.{i}."
        q, k, v = (linear(x, p + "attention.self." + name).reshape(count, size, HEADS, -1).transpose(0, 2, 1, 3) for name in ("query", "key", "value"))
        a = np.exp(q @ k.transpose(0, 1, 3, 2) / q.shape[-1] ** 0.5)
        a /= a.sum(-1, keepdims=True)
        out = (a @ v).transpose(0, 2, 1, 3).reshape(x.shape)
        x = normed(x + linear(out, p + "attention.output.dense"), w, p + "attention.output.LayerNorm")
        x = normed(x + linear(gelu(linear(x, p + "intermediate.dense")), p + "output.dense"), w, p + "output.LayerNorm")
    return x


def vectors(w, ids):
    out = []
    for i in range(0, len(ids), BATCH):
        x = encode(w, ids[i : i + BATCH]).mean(1)
        out.append(x / np.linalg.norm(x, axis=1, keepdims=True))
    x = np.concatenate(out).astype(np.float64)
    x -= x.mean(0)
    _, axes = np.linalg.eigh(x.T @ x)
    x = x @ axes[:, ::-1][:, :WIDTH]
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--pretrained", required=True, help="folder with model.safetensors and vocab.txt")
    p.add_argument("--out", required=True)
    a = p.parse_args()
    vocabulary = open(a.pretrained + "/vocab.txt", encoding="utf-8").read().split("\n")
    piece = {word: i for i, word in enumerate(vocabulary)}
    words = sorted([word for word in vocabulary if re.fullmatch("[a-z]{2,}", word)][:MOST])
    ids = np.array([[piece["[CLS]"], piece[word], piece["[SEP]"]] for word in words])
    x = vectors(read_safetensors(a.pretrained + "/model.safetensors"), ids)
    header = {"Name": "words", "Features": FEATURES, "Command": "train/words.py", "Labels": None, "Params": {"width": WIDTH}}
    parts = [("words", "\n".join(words).encode()), ("vectors", np.rint(x * 127).astype(np.int8).tobytes())]
    open(a.out, "wb").write(container(header, parts))


if __name__ == "__main__":
    main()
