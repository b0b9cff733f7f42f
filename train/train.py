"""Fine-tunes the encoder on lessons and writes a checkpoint.

    python train.py --train train.jsonl --dev dev.jsonl --vocabulary vocab.txt --keep keep.json --out encoder.pt

Every twelfth article of train is held out: what is fitted on the encoder's
answers (weights of the ensemble, the ranker, the calibration) uses those.
"""

import argparse
import json
import math
import random
import time

import torch
from torch.nn import functional as F

import lessons
from encoder import Dropout, Encoder, load_pretrained

HELD_OUT = 12


def spans(labels):
    """The runs of (begin, inside...) as (kind, first, end)."""
    out, at = set(), None
    for i, y in enumerate(list(labels) + [0]):
        if at is not None and y != at[0] + 1:
            out.add((at[0], at[1], i))
            at = None
        if y % 2 == 1:
            at = (y, i)
    return out


def evaluate(model, ws, ids, most=6000):
    """Exact F1 by kind of both heads' spans, each token's best label taken."""
    model.eval()
    counts = {}
    def count(head, have, want):
        for k in {s[0] for s in have | want}:
            c = counts.setdefault((head, k), [0, 0, 0])
            c[0] += len({s for s in have & want if s[0] == k})
            c[1] += len({s for s in have if s[0] == k})
            c[2] += len({s for s in want if s[0] == k})
    with torch.no_grad():
        for group in lessons.batches(ws, most):
            batch = lessons.tensors([ws[i] for i in group], *ids)
            with torch.autocast("cpu", torch.bfloat16):
                h = model.encode(batch)
                best = model.label(h).argmax(-1).tolist()
                roles = model.roles(h, batch).argmax(-1).tolist() if batch.cues else []
            at, pair = 0, 0
            for i in group:
                w = ws[i]
                n = len(w.labels)
                count("token", spans(lessons.repaired(best[at:at + n])), spans(w.labels))
                at += n
                for first, end, want in w.cues:
                    have = roles[pair:pair + n]
                    have[first:end] = [0] * (end - first)
                    count("cue", spans(lessons.repaired(have)), spans(want))
                    pair += n
    return {f"{h}.{k}": round(200 * c[0] / max(1, c[1] + c[2]), 2) for (h, k), c in sorted(counts.items())}


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--train", required=True)
    p.add_argument("--dev", required=True)
    p.add_argument("--vocabulary", required=True)
    p.add_argument("--keep", required=True)
    p.add_argument("--pretrained", required=True, help="folder with model.safetensors")
    p.add_argument("--out", required=True)
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--stop", type=int, default=0, help="stop after so many steps (a trial)")
    p.add_argument("--rate", type=float, default=1.5e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--batch", type=int, default=2400)
    p.add_argument("--dropout", type=float, default=0.15)
    p.add_argument("--seed", type=int, default=2)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--layers", type=int, default=6)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    articles, dev = lessons.read(a.train), lessons.read(a.dev)
    learn = [x for i, x in enumerate(articles) if i % HELD_OUT != HELD_OUT - 1]
    inventories = {k: lessons.inventory(articles, k) for k in ("tag", "name", "rel")}
    vocabulary = open(a.vocabulary).read().splitlines()
    ids = vocabulary.index("[CLS]"), vocabulary.index("[SEP]")
    unknown = vocabulary.index("[UNK]")
    ws, dev = lessons.windows(learn, inventories), lessons.windows(dev, inventories)
    model = Encoder(len(vocabulary), lessons.sizes(inventories), layers=a.layers)
    load_pretrained(model, a.pretrained + "/model.safetensors", json.load(open(a.keep)))
    body = [q for n, q in model.named_parameters() if n.startswith(("layers", "pieces", "positions", "norm"))]
    head = [q for n, q in model.named_parameters() if not n.startswith(("layers", "pieces", "positions", "norm"))]
    opt = torch.optim.AdamW([{"params": body, "lr": a.rate, "base": a.rate}, {"params": head, "lr": a.head_rate, "base": a.head_rate}], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    drop = Dropout(a.dropout, a.seed)
    total = a.epochs * len(lessons.batches(ws, a.batch))
    step, start = 0, time.time()
    def log(**values):
        print(json.dumps({"s": round(time.time() - start), "step": step, "of": total, **values}), flush=True)
    for epoch in range(a.epochs):
        model.train()
        seen = [0.0, 0.0]
        made = [lessons.damaged(w, rng, unknown) for w in ws]
        for k, group in enumerate(lessons.batches(made, a.batch, rng)):
            batch = lessons.tensors([made[i] for i in group], *ids)
            warm = min(1, step / (0.06 * total))
            for g in opt.param_groups:
                g["lr"] = g["base"] * warm * max(0.02, 1 - step / total)
            with torch.autocast("cpu", torch.bfloat16):
                h = model.encode(batch, drop)
                one = F.cross_entropy(model.label(h).float(), batch.labels)
                two = F.cross_entropy(model.roles(h, batch, drop).float(), batch.roles) if batch.cues else one * 0
            loss = one + two
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            opt.step()
            step += 1
            seen[0] += one.item()
            seen[1] += two.item()
            if step % 50 == 0:
                log(label=round(seen[0] / 50, 4), role=round(seen[1] / 50, 4))
                seen = [0.0, 0.0]
            if a.stop and step >= a.stop:
                log(dev=evaluate(model, dev, ids))
                return
        log(epoch=epoch + 1, dev=evaluate(model, dev, ids))
    torch.save({"model": model.state_dict(), "inventories": inventories, "vocabulary": vocabulary, "args": vars(a)}, a.out)


if __name__ == "__main__":
    main()
