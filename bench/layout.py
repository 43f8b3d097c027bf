"""How a tree of source is laid out, in figures: `python -m bench.layout [TREE ...]`.

For each floor its boxes (rooms and the files beside them), levels, arrows and circles; for all
source the lengths of lines, files and functions. Two trees are two columns.
"""

from __future__ import annotations

import ast
import sys
import tokenize
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bench.modules import FLOORS, circles, graph, levels, modules, nodes_of, rooms

SOURCE = (*FLOORS, "bench")
UNCHANGING = "migrations/versions"
SILENT = (
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
    tokenize.ENCODING,
)


def sources(root: Path) -> list[Path]:
    """All source that is still written: no tests, and no migration that has run somewhere."""
    found = modules(root, SOURCE).values()
    return [path for path in found if UNCHANGING not in path.as_posix()]


@cache
def tokens(path: Path) -> int:
    """How many words and signs of Python: no comments, no ends of lines."""
    with tokenize.open(path) as file:
        kinds = [token.type for token in tokenize.generate_tokens(file.readline)]
    return sum(kind not in SILENT for kind in kinds)


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def functions(path: Path) -> list[tuple[str, int]]:
    """(name, lines) of every function, without its decorators."""
    return [
        (node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in nodes_of(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def density(paths: Sequence[Path]) -> float:
    """Tokens a line, over all lines that are not empty."""
    full = sum(bool(line.strip()) for path in paths for line in lines(path))
    return sum(map(tokens, paths)) / full


def report(root: Path) -> dict[str, str]:
    arrows = graph(modules(root))
    return {
        **{floor: _rooms(rooms(floor, arrows)) for floor in FLOORS},
        "modules in circles": str(sum(map(len, circles(arrows)))),
        **_lengths(sources(root)),
    }


def _rooms(arrows: dict[str, set[str]]) -> str:
    many = sum(map(len, arrows.values()))
    round_about = sum(map(len, circles(arrows)))
    return (
        f"{len(arrows)} boxes, {levels(arrows)} levels, {many} arrows, "
        f"{round_about} in circles"
    )


def _lengths(paths: Sequence[Path]) -> dict[str, str]:
    inside = [length for path in paths for _, length in functions(path)]
    return {
        "files": str(len(paths)),
        "tokens a line": f"{density(paths):.2f}",
        "tokens a file": _spread([tokens(path) for path in paths]),
        "lines a file": _spread([len(lines(path)) for path in paths]),
        "lines a function": _spread(inside),
    }


def _spread(figures: Sequence[int]) -> str:
    ordered = sorted(figures)
    middle, tall = (ordered[int(len(ordered) * part)] for part in (0.5, 0.9))
    return f"median {middle}, 90 % within {tall}, at most {ordered[-1]}"


def main(trees: Sequence[str]) -> None:
    for tree in trees or ["."]:
        print(f"\n{tree}")
        for name, figure in report(Path(tree).resolve()).items():
            print(f"  {name:20}{figure}")


if __name__ == "__main__":
    main(sys.argv[1:])
