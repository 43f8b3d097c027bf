"""What the tests of the house itself read: its source, once, and where a rule is broken."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from bench.layout import SOURCE, sources
from bench.modules import graph, imports, modules, nodes_of

ROOT = Path(__file__).parent.parent.parent

SOURCES = sources(ROOT)
"""All that is still written; migrations that have run somewhere are not."""
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def floor_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


@cache
def arrows() -> dict[str, set[str]]:
    """Which module of the house imports which others, for types too."""
    return graph(modules(ROOT, SOURCE))


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """(where, module) of each import in a file."""
    for line, module, _ in imports(path):
        yield f"{name_of(path)}:{line}", module


@cache
def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [
        node
        for node in nodes_of(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def none(broken: Iterable[str]) -> None:
    """Raises AssertionError that names every place where a rule is broken."""
    places = list(broken)
    assert not places, "\n".join(["", *places])
