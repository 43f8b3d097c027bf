"""docs/security.md names, for each threat, a test that there is."""

from __future__ import annotations

import ast
import re
from functools import cache

from bench.modules import tree_of
from tests.architecture.code import ROOT, TESTS, none
from tests.handlers.points.test_frauds import FRAUDS

ROW = re.compile(
    r"^\| (?P<threat>[^|]+) \| [^|]+ \| (?P<tests>[^|]+) \|$", re.MULTILINE
)


def threats() -> dict[str, list[str]]:
    """The tests of each threat."""
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    table = text.partition("## Threats")[2].partition("\n## ")[0]
    rows = list(ROW.finditer(table))[1:]
    return {row["threat"]: re.findall(r"`(test_\w+)`", row["tests"]) for row in rows}


def cheats() -> dict[str, list[str]]:
    """The tests of each cheat, beside the one that has all of them as rows."""
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    table = text.partition("## Cheats")[2].partition("\n## ")[0]
    rows = [line.split(" | ") for line in table.splitlines() if line.startswith("| ")]
    return {row[0]: re.findall(r"`(test_\w+)`", row[-1]) for row in rows[1:]}


@cache
def defined() -> frozenset[str]:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    trees = (tree_of(path) for path in TESTS)
    return frozenset(
        node.name for tree in trees for node in tree.body if isinstance(node, kinds)
    )


def test_each_threat_and_each_cheat_has_a_test_that_there_is() -> None:
    found = threats() | cheats()
    assert len(found) > 39 and len(cheats()) == len(FRAUDS)
    none(f"{threat}: no test" for threat, tests in found.items() if not tests)
    none(
        f"{threat}: there is no {test}"
        for threat, tests in found.items()
        for test in tests
        if test not in defined()
    )
