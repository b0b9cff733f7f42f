"""Prunes a vocabulary of word pieces to what English news uses: pieces that
the training articles have, the frequent ones in ASCII, and all single letters
and marks. Writes OUT.txt, one piece a line, and OUT.json, their numbers before.
"""

import argparse
import json

import lessons

FREQUENT = 20000  # the vocabulary is in order of frequency


def kept(pieces, used):
    def latin(p):
        return all(ord(c) < 0x250 for c in p) and not p.startswith("[unused")

    def single(p):
        return len(p) == 1 and (ord(p) < 0x250 or 0x2000 <= ord(p) < 0x2200)

    return [
        i
        for i, p in enumerate(pieces)
        if i in used or p in ("[PAD]", "[UNK]", "[CLS]", "[SEP]") or single(p) or (latin(p) and (i < FREQUENT or len(p.lstrip("#")) <= 2))
    ]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--lessons", required=True, help="lessons cut with the whole vocabulary")
    p.add_argument("--vocabulary", required=True)
    p.add_argument("--out", required=True)
    a = p.parse_args()
    pieces = open(a.vocabulary, encoding="utf-8").read().split("\n")[:-1]
    used = {i for article in lessons.read(a.lessons) for token in article["pieces"] for i in token}
    keep = kept(pieces, used)
    with open(a.out + ".txt", "w", encoding="utf-8") as f:
        f.writelines(pieces[i] + "\n" for i in keep)
    with open(a.out + ".json", "w") as f:
        json.dump(keep, f)
    print(f"{len(keep)} of {len(pieces)} pieces kept, {len(used)} of them used")


if __name__ == "__main__":
    main()
