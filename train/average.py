"""Averages the weights of networks that were fine-tuned from the same start
(Wortsman et al., 2022, "model soups") and prints what each and the mean score.
"""

import argparse
import json

import torch

import lessons
from encoder import Encoder
from train import evaluate


def open_network(state, saved):
    layers = 1 + max(int(k.split(".")[1]) for k in state if k.startswith("layers."))
    model = Encoder(len(saved["vocabulary"]), lessons.sizes(saved["inventories"]), layers=layers)
    model.load_state_dict(state)
    return model


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--out", required=True)
    p.add_argument("--dev", required=True)
    p.add_argument("checkpoints", nargs="+")
    a = p.parse_args()
    saved = [torch.load(name, weights_only=False) for name in a.checkpoints]
    ids = saved[0]["vocabulary"].index("[CLS]"), saved[0]["vocabulary"].index("[SEP]")
    dev = lessons.windows(lessons.read(a.dev), saved[0]["inventories"])
    mean = {k: sum(s["model"][k] for s in saved) / len(saved) for k in saved[0]["model"]}
    for name, state in [*zip(a.checkpoints, (s["model"] for s in saved)), ("mean", mean)]:
        print(name, json.dumps(evaluate(open_network(state, saved[0]), dev, ids)), flush=True)
    torch.save({**saved[0], "model": mean}, a.out)


if __name__ == "__main__":
    main()
