"""No field that nobody reads; the loops of the house know no channel, no SQL and no sentences."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from bench.modules import nodes_of
from tests.architecture.code import ROOT, SOURCES, imported, none

READ_BY_NAME = {
    "hints",  # `STRENGTHS` of the categories
    "lapsed",  # a column of the sheet of coupons
}
"""Fields of frozen values that no attribute reads."""
OUTWARD = {"bot.channels.channel", "bot.channels.table"}
"""What the loops know of the channels: the protocol, and which there are."""


def test_every_field_of_a_value_is_read_somewhere() -> None:
    read = {
        node.attr
        for path in SOURCES
        for node in nodes_of(path)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }
    unread = {field for path in SOURCES for field in _fields(path)} - read
    assert unread == READ_BY_NAME


def _fields(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        made = isinstance(node, ast.ClassDef) and any(
            "dataclass" in ast.unparse(one) for one in node.decorator_list
        )
        if isinstance(node, ast.ClassDef) and made:
            for part in node.body:
                if isinstance(part, ast.AnnAssign) and isinstance(
                    part.target, ast.Name
                ):
                    yield part.target.id


def test_the_loops_know_no_channel_no_statement_and_no_sentence() -> None:
    loops = sorted((ROOT / "bot/loops").glob("*.py"))
    assert len(loops) > 20
    none(
        f"{where} imports {module}"
        for path in loops
        for where, module in imported(path)
        if _outside(module)
    )


def _outside(module: str) -> bool:
    if module.startswith("sqlalchemy"):
        return module != "sqlalchemy.exc"
    if module.startswith("bot.channels"):
        return module not in OUTWARD
    return module.startswith("handlers.texts")
