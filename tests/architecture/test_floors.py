"""The house's floors, and how long its files and functions may be."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
FLOORS = ("domain", "storage", "handlers", "bot")
SOURCES = [path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))]
MOST_LINES, MOST_IN_A_FUNCTION = 300, 45


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name.partition(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports here are absolute"
        yield (node.module or "").partition(".")[0]


def for_types_only(tree: ast.Module) -> set[ast.AST]:
    """What stands below `if TYPE_CHECKING`."""
    guarded = [
        n
        for n in ast.walk(tree)
        if isinstance(n, ast.If) and "TYPE_CHECKING" in ast.unparse(n.test)
    ]
    return {inner for node in guarded for inner in ast.walk(node)}


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_floor_imports_only_what_is_below_it(path: Path) -> None:
    floor = path.relative_to(ROOT).parts[0]
    above = set(FLOORS[FLOORS.index(floor) + 1 :])
    names = {name for node in ast.walk(tree_of(path)) for name in imported(node)}
    assert not names & above
    assert "tests" not in names
    if floor == "domain":
        assert names <= {*sys.stdlib_module_names, "domain"}
    if floor == "handlers":
        assert not names & {
            "telegram",
            "aiohttp",
            "starlette",
            "uvicorn",
            "asyncpg",
            "aiosqlite",
        }


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_nothing_is_imported_inside_a_function(path: Path) -> None:
    tree = tree_of(path)
    allowed = for_types_only(tree)
    functions = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    inside = {node for function in functions for node in ast.walk(function)}
    found = [
        node.lineno
        for node in inside
        if isinstance(node, ast.Import | ast.ImportFrom) and node not in allowed
    ]
    assert found == []


def test_domain_has_no_clock_and_no_await() -> None:
    for path in SOURCES:
        if name_of(path).startswith("domain"):
            tree = tree_of(path)
            calls = {
                ast.unparse(node.func)
                for node in ast.walk(tree)
                if isinstance(node, ast.Call)
            }
            assert not calls & {
                "datetime.now",
                "datetime.utcnow",
                "time.time",
                "date.today",
            }, name_of(path)
            assert not any(
                isinstance(node, ast.Await | ast.AsyncFunctionDef)
                for node in ast.walk(tree)
            ), name_of(path)


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_has_at_most_three_hundred_lines_and_a_docstring(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if "migrations/versions" not in name_of(path):
        assert len(text.splitlines()) <= MOST_LINES
    if text.strip():
        assert ast.get_docstring(ast.parse(text)) or "migrations" in name_of(path)


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_function_has_at_most_forty_five_lines(path: Path) -> None:
    if "migrations/versions" in name_of(path):
        return
    functions = [
        node
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {
        name: lines for name, lines in long.items() if lines > MOST_IN_A_FUNCTION
    } == {}
