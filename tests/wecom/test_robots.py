"""Group robots over real HTTP: what is said in a group, how often, and that nobody learns by what
address.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.robots.errors import judged
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.commands import machine
from bot.config.mistakes import ConfigError
from bot.config.reading import read
from bot.config.settings import Config
from domain.messages import Address, Reply
from domain.privacy import Privacy
from storage.memory.directory import Directory
from storage.outbox.letters import ANSWER, NOTICE
from storage.tables.messages import outbox
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.wecom.webhook import Robot
from tests.wecom.office import Office

KEY = "693a91f6-0000-4bc4-97a0-0ec2sifa5aaa"


class Grid(Office):
    """G01 has a group with a robot in WeCom."""

    robot: Robot
    file: Path

    def config(self) -> Config:
        self.web["public_url"] = "https://grid.example.org"
        given = super().config().model_dump(exclude_unset=True)
        self.robot = self.wecom.robot(KEY)
        self.file = self.data / "robot-url"
        self.file.write_text(f"{self.wecom.url}/cgi-bin/webhook/send?key={KEY}\n")
        self.file.chmod(0o600)
        return read(given | {"robots": [{"area": "G01", "url_file": self.file}]})

    @property
    def said(self) -> list[str]:
        return [one.words for one in self.robot.shown]

    async def posts(self, *texts: str, area: str = "G01", lane: int = NOTICE) -> None:
        async with self.house.database.unit() as unit:
            for text in texts:
                unit.outbox.add(Address("robots", area), Reply(text=text), lane)
        self.house.delivery.offer(unit.outbox.handover)


@pytest.fixture
async def grid(telegram: FakeTelegram, data: Path) -> AsyncIterator[Grid]:
    async with Grid(telegram, data) as running:
        yield running


async def test_a_new_case_is_one_line_with_a_link_in_the_grids_group(
    grid: Grid, capsys: pytest.CaptureFixture[str]
) -> None:
    await grid.files()
    await grid.wecom.until(lambda: grid.said)
    (said,) = grid.said
    assert "YH26-0001" in said and "<" not in said
    assert said.endswith("https://grid.example.org/?start=c_YH26-0001")
    assert "地砖" not in said

    grid.wecom.fail("webhook/send", errcode=93000)
    await grid.posts("a wrong key")
    await grid.said_wait("errcode 93000")
    await grid.posts("nowhere", area="G99")
    await grid.said_wait("no robot of this area")
    states = {row.error: row.state for row in await grid.rows(outbox.select())}
    assert states["errcode 93000"] == "waiting"
    assert states["no robot of this area"] == "gave_up"
    told = capsys.readouterr()
    assert KEY not in told.out + told.err


async def test_what_has_become_confidential_meanwhile_is_not_said(grid: Grid) -> None:
    await grid.files()
    await grid.wecom.until(lambda: grid.said)
    async with grid.house.database.unit() as unit:
        case = await unit.cases.by_number("YH26-0001")
        assert case is not None
        unit.cases.change(replace(case, privacy=Privacy.CONFIDENTIAL))
        board = Address("robots", "G01")
        unit.outbox.add(board, Reply(text="of the case"), NOTICE, case_id=case.id)
    grid.house.delivery.offer(unit.outbox.handover)
    await grid.posts("of nothing")
    await grid.wecom.until(lambda: "of nothing" in grid.said)
    assert "of the case" not in grid.said


async def test_no_more_than_twenty_a_minute_though_the_house_restarts(
    grid: Grid,
) -> None:
    """Three of them are kept for what is pressing."""
    for arrived, lane in ((12, NOTICE), (17, NOTICE), (20, ANSWER)):
        many = arrived - len(grid.said)
        await grid.posts(*(f"{arrived} {one}" for one in range(many)), lane=lane)
        await grid.wecom.until(lambda: len(grid.said) >= arrived)  # noqa: B023
        await grid.rest()
        await grid.close()
        await grid.open()
    await grid.posts("one too many")
    await grid.said_wait("more than a robot may say")
    assert len(grid.said) == 20
    assert not [one for one in grid.wecom.state.calls if one.errcode]


async def test_nothing_but_a_file_with_an_address_and_a_page_to_lead_to_is_taken(
    tmp_path: Path,
) -> None:
    file = tmp_path / "url"
    site = {"enabled": True, "public_url": "https://grid.example.org"}
    robot = {"area": "G01", "url_file": file}
    for content, web, robots, says in (
        (None, site, [robot], "cannot read"),
        (f"https://x/send?key={KEY}", site, [robot], "must hold one line"),
        (f"https://x/webhook/send?key={KEY}", {}, [robot], "public_url"),
        (f"https://x/webhook/send?key={KEY}", site, [robot, robot], "one robot"),
    ):
        if content is not None:
            file.write_text(content)
        with pytest.raises(ConfigError, match=says) as told:
            read({"web": web, "robots": robots})
        assert KEY not in str(told.value)

    config = read({"web": site, "robots": [robot]})
    file.chmod(0o644)
    assert "chmod 600" in machine.robots(config, Directory())[0].text
    file.chmod(0o600)
    assert machine.robots(config, Directory())[0].fine
    assert KEY not in repr(config)


def test_what_a_robots_refusals_mean() -> None:
    for code, busy, permanent in (
        (-1, False, False),
        (45009, True, False),
        (93000, False, False),
        (40058, False, True),
    ):
        error = judged(Refused(code))
        assert (error.busy, error.permanent) == (busy, permanent)
        assert permanent or error.after is not None
    assert judged(Uncertain()).uncertain
    assert not judged(Unreached()).permanent
