"""There is one way to the wall clock and one to a statement of a Unit: whoever waits, and whoever
writes, cannot go past them by mistake.
"""

from __future__ import annotations

import ast
import re

import pytest

from bench.modules import nodes_of
from handlers.actions.table import ACTS
from tests.architecture.code import SOURCES, floor_of, name_of, none

FLOORS = {"bot", "handlers", "storage", "domain"}
WALL = re.compile(r"\b(datetime\.(utc)?now|time\.time|date\.today)\b")
MAY_READ_IT = {
    "storage/database.py",  # what is due
    "storage/lease.py",  # believes it only where it has gone further than the boot clock
    "bot/loops/clocks.py",  # sees that it was set
    "bot/commands/check.py",
    "bot/commands/fitness.py",
    "bot/commands/machine.py",
}
CONNECTION = re.compile(r"session\.connection\b")
MAY_TAKE_IT = {
    "storage/reader.py",  # looks only
    "storage/figures/register.py",  # streams, to a reader
}


def test_nobody_waits_by_the_wall_clock() -> None:
    """What waits counts by the loop's clock, `time.monotonic` or `boot_time` (docs/adr/0027)."""
    none(_lines(WALL, MAY_READ_IT))


def test_no_statement_of_a_unit_goes_past_its_transaction() -> None:
    """BEGIN comes with the first write of `Session.run` or `write`; before it each statement is a
    transaction of its own (docs/adr/0022).
    """
    none(_lines(CONNECTION, MAY_TAKE_IT))


NAMED = re.compile(r"[\"'][\w-]*(telegram|wechat|wecom|aibot)[\w-]*[\"']")
ABOVE = {"handlers", "storage", "domain"}


def test_no_channel_is_named_above_the_channels() -> None:
    """What a chat can is asked of `Can`, in one place (docs/adr/0033); rows that once were of one
    channel alone are told apart in migrations.
    """
    none(
        f"{name_of(path)}:{number} {line.strip()}"
        for path in SOURCES
        if floor_of(path) in ABOVE and "/migrations/" not in name_of(path)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if NAMED.search(line)
    )


def _lines(sign: re.Pattern[str], allowed: set[str]) -> list[str]:
    found = {
        name_of(path): [
            f"{name_of(path)}:{number} {line.strip()}"
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
            if sign.search(line)
        ]
        for path in SOURCES
        if floor_of(path) in FLOORS
    }
    assert allowed <= {name for name, lines in found.items() if lines}
    return [
        line for name, lines in found.items() if name not in allowed for line in lines
    ]


def test_an_act_is_not_asked_for_its_name() -> None:
    """What an act does that others do not is a column of its row (`handlers/actions/row.py`)."""
    none(
        f"{name_of(path)}:{node.lineno} {ast.unparse(node)}"
        for path in SOURCES
        if floor_of(path) == "handlers"
        for node in nodes_of(path)
        if isinstance(node, ast.Compare) and _an_act(node)
    )


@pytest.mark.parametrize("said", ('name == "answer"', 'draft.name in ("hold", other)'))
def test_an_act_that_is_asked_for_its_name_would_be_found(said: str) -> None:
    found = ast.parse(said, mode="eval").body
    assert isinstance(found, ast.Compare) and _an_act(found)


def _an_act(node: ast.Compare) -> bool:
    """Whether a name is compared with that of an act."""
    named = any(
        ast.unparse(side).split(".")[-1] == "name"
        for side in (node.left, *node.comparators)
    )
    return named and any(
        isinstance(part, ast.Constant) and part.value in ACTS for part in ast.walk(node)
    )
