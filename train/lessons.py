"""Lessons: the articles of a corpus as "lab lessons" writes them, cut into
paragraphs and put into batches."""

import base64
import json
from types import SimpleNamespace

import torch

from encoder import BUCKETS, CASES, PLACES, QUOTES, distance

LONGEST = 254  # pieces of a window, [CLS] and [SEP] not counted
OVERLAP = 64


def read(path):
    """The articles of a file. Small numbers are kept as base64 of bytes."""
    with open(path) as f:
        out = [json.loads(line) for line in f]
    for a in out:
        for name in ("case", "quote", "lexicon", "labels"):
            a[name] = list(base64.b64decode(a[name]))
        for c in a["cues"] or []:
            c["labels"] = list(base64.b64decode(c["labels"]))
        a["cues"] = a["cues"] or []
    return out


def inventory(articles, column):
    """The values of a column of strings, the empty one first."""
    return [""] + sorted({v for a in articles for v in a[column]} - {""})


class Window:
    """A paragraph, or a part of one that is too long. Lists run over tokens."""

    def __init__(self, article, first, end, place, ids):
        self.article, self.first, self.end = article["article"], first, end
        self.pieces = [p for p in article["pieces"][first:end]]
        self.quoted, self.sent = article["quoted"][first:end], article["sent"][first:end]
        self.labels = repaired(article["labels"][first:end])
        self.columns = [
            [c + 1 for c in article["case"][first:end]],
            [q + 1 for q in article["quote"][first:end]],
            [1 + min(place, PLACES - 1)] * (end - first),
            [b + 1 for b in article["lexicon"][first:end]],
        ] + [[ids[name].get(v, 0) for v in article[name][first:end]] for name in ("tag", "name", "rel")]
        self.cues = []
        for c in article["cues"]:
            if first <= c["first"] and c["end"] <= end:
                labels = [0] * (end - first)
                for i, y in enumerate(c["labels"], c["window"][0]):
                    if first <= i < end:
                        labels[i - first] = y
                self.cues.append((c["first"] - first, c["end"] - first, repaired(labels)))
        self.size = sum(map(len, self.pieces))


def repaired(labels):
    """Labels in which an inside that follows nothing of its kind begins. The
    sequences' labels are O, then begin and inside of each kind in turn."""
    out = list(labels)
    for i, y in enumerate(out):
        if y > 0 and y % 2 == 0 and (i == 0 or out[i - 1] not in (y, y - 1)):
            out[i] = y - 1
    return out


def sizes(inventories):
    return {"case": CASES + 1, "quote": QUOTES + 1, "place": PLACES + 1, "lexicon": BUCKETS + 1, **{k: len(v) for k, v in inventories.items()}}


def windows(articles, inventories):
    ids = {name: {v: i for i, v in enumerate(values)} for name, values in inventories.items()}
    out = []
    for a in articles:
        for place, (first, end) in enumerate(a["paras"]):
            for lo, hi in parts(a["pieces"], first, end):
                out.append(Window(a, lo, hi, place, ids))
    return out


def parts(pieces, first, end):
    """Token ranges of at most LONGEST pieces that overlap by about OVERLAP."""
    lo = first
    while True:
        hi, n = lo, 0
        while hi < end and n + len(pieces[hi]) <= LONGEST:
            n += len(pieces[hi])
            hi += 1
        yield lo, hi
        if hi >= end:
            return
        back, n = hi, 0
        while back > lo + 1 and n < OVERLAP:
            back -= 1
            n += len(pieces[back])
        lo = back


def damaged(w, rng, unknown):
    """A copy as a careless page would have it: all capitals, no quotation
    marks, letters misread; tags that are not known."""
    kind = rng.random()
    c = SimpleNamespace(**vars(w))
    c.columns = [list(col) for col in w.columns]
    if kind < 0.04:
        c.columns[0] = [4 if v in (2, 3, 5) else v for v in c.columns[0]]
    elif kind < 0.08:
        unmark(c)
    elif kind < 0.11:
        c.pieces = [[unknown] if rng.random() < 0.04 else p for p in w.pieces]
        c.size = sum(map(len, c.pieces))
    if kind < 0.08 or rng.random() < 0.1:
        for k in (4, 5, 6):
            c.columns[k] = [0] * len(w.labels)
    return c


def unmark(c):
    """Takes the quotation marks out."""
    keep = [i for i, q in enumerate(c.columns[1]) if q < 3]
    new = {i: k for k, i in enumerate(keep)}
    if not keep:
        return
    cues = []
    for first, end, labels in c.cues:
        inside = [new[i] for i in range(first, end) if i in new]
        if inside:
            cues.append((inside[0], inside[-1] + 1, repaired([labels[i] for i in keep])))
    c.cues = cues
    c.labels = repaired([c.labels[i] for i in keep])
    c.pieces = [c.pieces[i] for i in keep]
    c.sent = [c.sent[i] for i in keep]
    c.quoted = [-1] * len(keep)
    c.columns = [[col[i] for i in keep] for col in c.columns]
    c.columns[1] = [1] * len(keep)
    c.size = sum(map(len, c.pieces))


def batches(ws, most, rng=None):
    """Batches of windows of like length, of at most so many pieces padded."""
    order = sorted(range(len(ws)), key=lambda i: ws[i].size + (rng.random() * 6 if rng else 0))
    groups, at = [], []
    for i in order:
        if at and (len(at) + 1) * (ws[i].size + 2) > most:
            groups.append(at)
            at = []
        at.append(i)
    groups.append(at)
    if rng:
        rng.shuffle(groups)
    return groups


def tensors(ws, cls, sep):
    """One batch. Index lists run over all tokens of all windows, in order."""
    n = max(w.size for w in ws) + 2
    pieces, inputs, mask, tokens = [], [], [], []
    b = SimpleNamespace(labels=[], roles=[])
    cue_of, cue_tokens, cue_weight, pair_token, pair_cue, relative = [], [], [], [], [], []
    base, cues = 0, 0
    for row, w in enumerate(ws):
        ids, cols, at = [cls], [[0] * 7], 1
        for t, p in enumerate(w.pieces):
            tokens.append(row * n + at)
            ids += p
            cols += [[col[t] for col in w.columns]] * len(p)
            at += len(p)
        ids.append(sep)
        cols.append([0] * 7)
        pad = n - len(ids)
        pieces.append(ids + [0] * pad)
        inputs.append(cols + [[0] * 7] * pad)
        mask.append([True] * len(ids) + [False] * pad)
        b.labels += w.labels
        for first, end, roles in w.cues:
            for i in range(first, end):
                cue_of.append(cues)
                cue_tokens.append(base + i)
                cue_weight.append(1 / (end - first))
            for i, y in enumerate(roles):
                pair_token.append(base + i)
                pair_cue.append(cues)
                relative.append(relation(w, i, first, end))
                b.roles.append(-100 if first <= i < end else y)
            cues += 1
        base += len(w.labels)
    b.pieces, b.inputs, b.tokens = torch.tensor(pieces), torch.tensor(inputs), torch.tensor(tokens)
    b.mask = torch.where(torch.tensor(mask), 0.0, -1e4)[:, None, None, :].to(torch.bfloat16)
    b.labels, b.roles, b.cues = torch.tensor(b.labels), torch.tensor(b.roles, dtype=torch.long), cues
    b.cue_of, b.cue_tokens, b.cue_weight = torch.tensor(cue_of, dtype=torch.long), torch.tensor(cue_tokens, dtype=torch.long), torch.tensor(cue_weight)
    b.pair_token, b.pair_cue = torch.tensor(pair_token, dtype=torch.long), torch.tensor(pair_cue, dtype=torch.long)
    b.pair_relative = torch.tensor(relative, dtype=torch.long).view(-1, 3)
    return b


def relation(w, i, first, end):
    """How token i stands to the cue: distance, sentences between, marks."""
    d = i - first if i < first else max(0, i - end + 1)
    sentences = max(-2, min(2, w.sent[i] - w.sent[first])) + 2
    mine, its = w.quoted[i], w.quoted[first]
    if mine < 0:
        marks = 0 if its < 0 else 4
    else:
        marks = 1 if its < 0 else 2 if mine == its else 3
    return distance(d), sentences, marks
