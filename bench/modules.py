"""The modules of a tree of source: their files, what imports what, and what goes in circles."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

FLOORS = ("domain", "storage", "handlers", "bot")
Graph = Mapping[str, Collection[str]]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """All of its tree, from above: who asks for a kind of them need not climb it again."""
    return tuple(ast.walk(tree_of(path)))


def modules(root: Path, folders: Collection[str] = FLOORS) -> dict[str, Path]:
    """Every module below these folders by its dotted name; a package by its `__init__`."""
    found = {}
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            found[name] = path
    return found


@cache
def imports(path: Path) -> tuple[tuple[int, str, str], ...]:
    """(line, module, name) of every import, wherever in the file it stands; '' for a whole
    module. What a relative one begins with is a dot.
    """
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[int, str, str]]:
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, module, alias.name) for alias in node.names)


def graph(found: Mapping[str, Path]) -> dict[str, set[str]]:
    """Which of these modules imports which others of them, types included."""
    arrows: dict[str, set[str]] = {}
    for name, path in found.items():
        meant = {_meant(found, module, what) for _, module, what in imports(path)}
        arrows[name] = {one for one in meant if one in found} - {name}
    return arrows


def _meant(found: Collection[str], module: str, name: str) -> str:
    """`from package import module` means the module, and not the package that holds it."""
    inner = f"{module}.{name}"
    return inner if inner in found else module


def rooms(place: str, arrows: Graph) -> dict[str, set[str]]:
    """The same between the rooms of a floor, or of a room: its packages, and each file that stands
    beside them. Its own `__init__` is one of them where it is more than a docstring.
    """
    found: dict[str, set[str]] = {}
    for name, others in arrows.items():
        if lies_in(place, name):
            inside = {room_of(place, one) for one in others if lies_in(place, one)}
            found.setdefault(room_of(place, name), set()).update(inside)
    used = set[str]().union(*found.values())
    return {
        room: others - {room}
        for room, others in found.items()
        if room != "__init__" or others or room in used
    }


def lies_in(place: str, module: str) -> bool:
    return f"{module}.".startswith(f"{place}.")


def room_of(place: str, module: str) -> str:
    """The part after the place: 'casework' of 'handlers.casework.perform' for 'handlers'."""
    inner = module.removeprefix(place).removeprefix(".")
    return inner.split(".")[0] or "__init__"


def reached(arrows: Graph, start: str) -> set[str]:
    """All that this module imports, and what they import, and so on."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = set(arrows[waiting.pop()]) - found
        found |= new
        waiting += new
    return found


def circles(arrows: Graph) -> list[list[str]]:
    """Each group of those that all reach each other; [] where there is no circle."""
    ahead = {name: reached(arrows, name) for name in arrows}
    groups = {
        tuple(sorted(other for other in ahead[name] if name in ahead[other]))
        for name in arrows
        if name in ahead[name]
    }
    return [list(group) for group in sorted(groups)]


def levels(arrows: Graph) -> int:
    """How many stand above each other at most; what goes in a circle counts as one."""
    ahead = {name: reached(arrows, name) for name in arrows}

    @cache
    def height(name: str) -> int:
        below = (one for one in ahead[name] if name not in ahead[one])
        return 1 + max(map(height, below), default=0)

    return max(map(height, arrows), default=0)
