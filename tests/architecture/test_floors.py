"""The house's floors: each imports only what is below it, and says so at the top of its files."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from bench.modules import FLOORS, modules, nodes_of, tree_of
from tests.architecture.code import (
    ROOT,
    SOURCES,
    floor_of,
    functions,
    imported,
    name_of,
    none,
)

FORBIDDEN = {
    "domain": FLOORS[1:],
    "storage": FLOORS[2:],
    "handlers": FLOORS[3:],
    "bot": ("bench",),
    "bench": (),
}
CHANNELS = (
    "telegram",
    "aiohttp",
    "httptools",
    "starlette",
    "uvicorn",
    "asyncpg",
    "aiosqlite",
    "websockets",
)
IMPORT = ast.Import | ast.ImportFrom
CLOCKS = ("datetime.now", "datetime.utcnow", "time.time", "date.today")


def test_a_floor_imports_only_what_is_below_it() -> None:
    none(
        f"{where} imports {module}"
        for path in SOURCES
        for where, module in imported(path)
        if module.split(".")[0] in (*FORBIDDEN[floor_of(path)], "tests")
    )


def test_domain_knows_the_standard_library_only() -> None:
    known = {*sys.stdlib_module_names, "domain"}
    none(
        f"{where} imports {module}"
        for path in on_floor("domain")
        for where, module in imported(path)
        if module.split(".")[0] not in known
    )


def test_handlers_know_no_channel_and_no_database() -> None:
    none(
        f"{where} imports {module}"
        for path in on_floor("handlers")
        for where, module in imported(path)
        if module.split(".")[0] in CHANNELS
    )


def test_domain_has_no_clock_and_no_await() -> None:
    none(
        f"{name_of(path)}:{node.lineno} has a clock or waits"
        for path in on_floor("domain")
        for node in nodes_of(path)
        if isinstance(node, ast.Await | ast.AsyncFunctionDef)
        or (isinstance(node, ast.Call) and ast.unparse(node.func) in CLOCKS)
    )


def test_imports_are_absolute() -> None:
    none(
        f"{where} imports {module}"
        for path in SOURCES
        for where, module in imported(path)
        if module.startswith(".")
    )


def test_nothing_is_imported_inside_a_function() -> None:
    none(
        f"{name_of(path)}:{node.lineno} imports in {function.name}"
        for path in SOURCES
        if any(node.col_offset for node in nodes_of(path) if isinstance(node, IMPORT))
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, IMPORT)
    )


def test_nothing_is_imported_for_types_only() -> None:
    none(
        f"{name_of(path)}:{node.lineno}"
        for path in SOURCES
        for node in nodes_of(path)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
    )


def test_a_package_holds_a_docstring_and_nothing_else() -> None:
    packages = [path for path in modules(ROOT).values() if path.name == "__init__.py"]
    assert len(packages) > len(FLOORS)
    none(name_of(path) for path in packages if not one_sentence(path))


def one_sentence(path: Path) -> bool:
    body = tree_of(path).body
    return len(body) == 1 and bool(ast.get_docstring(tree_of(path)))


def on_floor(floor: str) -> list[Path]:
    return [path for path in SOURCES if floor_of(path) == floor]
