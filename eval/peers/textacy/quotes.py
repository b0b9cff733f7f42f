"""Prints the direct quotations that textacy's rules find in parsed articles.

usage: Tokens ARTICLE... | quotes.py

The rules need tags, lemmas and a dependency tree. They are made for those of a
spaCy model; no such model can be had from PyPI by name, so they are given
CoreNLP's (what corenlp/Tokens.java prints), with the names of relations that
spaCy's English models use. A line of JSON a quotation is printed: content, cue
and source as [start, end] in code points, end excluded.

textacy gives up on a text with an odd number of quotation marks. It is
therefore asked for each paragraph alone; how many it gave up on is said on
standard error.
"""
import json
import sys

import spacy
from spacy.tokens import Doc
from textacy.extract import direct_quotations

RELATIONS = {"nsubj:pass": "nsubjpass", "csubj:pass": "csubjpass", "aux:pass": "auxpass", "obj": "dobj", "root": "ROOT"}


def paragraphs(text, sentences):
    """Groups the sentences between which no line ends."""
    group = []
    for sentence in sentences:
        if group and "\n" in text[group[-1][-1][1]:sentence[0][0]]:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def upos(tag, rel):
    """The universal part of speech, as far as the rules ask for it."""
    if tag == "MD" or tag.startswith("V") and rel.startswith(("aux", "cop")):
        return "AUX"
    return "VERB" if tag.startswith("V") else "X"


def relation(rel, lemma):
    if rel == "advmod" and lemma == "not":
        return "neg"
    return RELATIONS.get(rel, rel.split(":")[0])


def document(vocab, text, sentences):
    """A Doc of spaCy and the span of each of its tokens."""
    spans, words, tags, pos, lemmas, heads, deps = [], [], [], [], [], [], []
    for sentence in sentences:
        first = len(spans)
        for start, end, tag, lemma, head, rel in sentence:
            spans.append((start, end))
            words.append(text[start:end])
            tags.append(tag)
            pos.append(upos(tag, rel))
            lemmas.append(lemma)
            heads.append(first + head)
            deps.append(relation(rel, lemma))
    doc = Doc(vocab, words=words, tags=tags, pos=pos, lemmas=lemmas, heads=heads, deps=deps)
    return doc, spans


def quotations(vocab, text, sentences):
    doc, spans = document(vocab, text, sentences)

    def cover(tokens):
        return [spans[tokens[0].i][0], spans[tokens[-1].i][1]]

    for speaker, cue, content in direct_quotations(doc):
        yield {"content": cover(content), "cue": cover(cue), "source": cover(speaker)}


def main():
    vocab = spacy.blank("en").vocab
    gave_up = 0
    for line in sys.stdin:
        row = json.loads(line)
        with open(row["article"], encoding="utf8", newline="") as f:
            text = f.read()
        for group in paragraphs(text, row["sentences"]):
            try:
                for q in quotations(vocab, text, group):
                    print(json.dumps({"article": row["article"], **q}), flush=True)
            except ValueError:
                gave_up += 1
    print(f"gave up on {gave_up} paragraphs with an odd number of quotation marks", file=sys.stderr)


if __name__ == "__main__":
    main()
