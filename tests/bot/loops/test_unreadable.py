"""The file of last resort: a line for each thing, whatever it is made of."""

from __future__ import annotations

import os
import stat
from argparse import Namespace
from pathlib import Path

import orjson
import pytest

from bot.commands import quarantine
from bot.commands.exits import NotThere
from bot.config.reading import read
from bot.folder import UNREADABLE
from bot.loops.unreadable import Unreadable
from domain.messages import Address, Event
from tests.house import MORNING, TestHouse

DEEP = "[" * 1000 + "]" * 1000


def test_a_line_is_whole_whatever_is_kept(tmp_path: Path) -> None:
    unreadable = Unreadable(tmp_path)
    assert unreadable.lines() == []
    kept = [
        (b'{"text":"\xff', '{"text":"\\xff'),
        ("not\nJSON \ud83d", "not\nJSON \ud83d"),
        (orjson.loads(DEEP), DEEP),
        ({1: ["井", None, True, 2.5, {}], "b": ()}, None),
    ]
    for number, (raw, _) in enumerate(kept):
        unreadable.keep(MORNING, "telegram", f"e{number}", "why", raw)
    with (tmp_path / UNREADABLE).open("ab") as file:
        file.write(b'{"at": "cut off by a pow')
    unreadable.keep(MORNING, "telegram", "after", "why", "x")
    lines = unreadable.lines()
    assert [line.external_id for line in lines] == ["e0", "e1", "e2", "e3", "after"]
    for line, (_, text) in zip(lines, kept, strict=False):
        assert text is None or line.raw == text
    assert orjson.loads(lines[3].raw)["1"][0] == "井"
    assert (tmp_path / UNREADABLE).stat().st_mode & 0o777 == 0o600


def test_a_line_is_on_the_disk_before_anything_is_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, sync = list[bytes](), os.fsync

    def notes(file: int) -> None:
        if stat.S_ISREG(os.fstat(file).st_mode):
            synced.append((tmp_path / UNREADABLE).read_bytes())
        sync(file)

    monkeypatch.setattr(os, "fsync", notes)
    for number in (1, 2):
        Unreadable(tmp_path).keep(MORNING, "telegram", f"e{number}", "why", "x")
    assert [text.count(b"\n") for text in synced] == [1, 2]


async def test_the_list_shows_what_is_in_quarantine_and_what_is_in_the_file(
    house: TestHouse, capsys: pytest.CaptureFixture[str]
) -> None:
    here = Address("telegram", "1")
    odd = Event("7", here, here, raw={"half": "\ud83d", "deep": orjson.loads(DEEP)})
    async with house.database.unit() as unit:
        await unit.arrivals.quarantine(odd, "Bug: one")
    house.unreadable.keep(MORNING, "telegram", "8", "Bug: two", b"{")
    await quarantine.show(house.database, None, house.unreadable)
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("1  ") and "Bug: one" in first
    assert second.startswith("u1  ") and "Bug: two" in second and UNREADABLE in second
    await quarantine.show(house.database, 1)
    assert "\\ud83d" in capsys.readouterr().out
    config = read({"service": {"data": str(house.folder)}})
    asked = Namespace(what="show", number="u1")
    assert await quarantine.run(asked, config) == 0
    assert capsys.readouterr().out.splitlines()[1] == "{"
    for what, number in (("show", "u2"), ("replay", "u1")):
        with pytest.raises(NotThere):
            await quarantine.run(Namespace(what=what, number=number), config)
