"""What `gridbee check` says of the machine: the keys, the token, the disk, the clock."""

from __future__ import annotations

import asyncio
import errno
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime

from bot import folder
from bot.channels.table import switched_on
from bot.channels.web.limits.gate import room
from bot.channels.web.listening import bound
from bot.commands.fitness import EARLIEST, said
from bot.config.fitting import Result
from bot.config.settings import Config
from bot.config.tencent import RobotConfig
from storage.encryption.source import KeysMissing
from storage.fitness.found import Problem
from storage.memory.directory import Directory

FEW = "fewer than the {wanted} of [limits]: raise LimitNOFILE (ulimit -n)"
NONE_NAMED = "no [web] proxies named: one on this machine is believed, none elsewhere"
ENOUGH_DISK = 500 * 2**20  # bytes
FOR_OTHERS = 0o077


def keys(config: Config) -> Result:
    """How many, and where; a file that others may read is BAD."""
    source, given = config.keys, config.encryption.given
    try:
        many = len(source.found())
    except (KeysMissing, OSError) as error:
        return Result("keys", False, str(error))
    file = source.file
    if file is not None and file.exists() and file.stat().st_mode & FOR_OTHERS:
        return Result("keys", False, f"others may read {file}: chmod 600 {file}")
    if not many:
        return Result("keys", True, "none yet: the first start makes one")
    where = "[encryption]" if given else str(file)
    return Result("keys", True, f"{many}, in {where}; keep a copy elsewhere")


def robots(config: Config, directory: Directory) -> list[Result]:
    """A line for each group robot: whether there is such an area, and who may read its address."""
    return [_robot(one, directory) for one in config.robots]


def _robot(robot: RobotConfig, directory: Directory) -> Result:
    name, file = f"robot of {robot.area}", robot.url_file
    if file.stat().st_mode & FOR_OTHERS:
        return Result(name, False, f"others may read {file}: chmod 600 {file}")
    if directory.areas and robot.area not in directory.areas:
        return Result(name, False, "there is no such area: correct [[robots]] area")
    return Result(name, True, "its address is there; nothing was said in the group")


async def channels(config: Config, seconds: float) -> list[Result]:
    """What the other side of each channel says, within so many seconds."""
    asked = [
        maker.asked(config, seconds)
        for maker in switched_on(config).values()
        if maker.asked is not None
    ]
    found = await asyncio.gather(*asked)
    if not config.telegram.secret_token:
        others = bool(switched_on(config))
        found.insert(0, [Result("token", others, "none, Telegram is off")])
    return [result for results in found for result in results]


def disk(config: Config, wrong: Sequence[Problem]) -> list[Result]:
    """A line for each problem of the folders, and how much room there is."""
    data = config.service.data
    if wrong:
        return [Result("disk", False, said(one)) for one in wrong]
    there = data if data.exists() else data.parent
    free = shutil.disk_usage(there).free
    told = f"{free // 2**20} MB free in {data}"
    return [Result("disk", free > ENOUGH_DISK, told)]


def web(config: Config) -> list[Result]:
    """Whether it can listen, for how many there is room, and whose word on the caller is taken."""
    site, wanted = config.web, config.limits.connections
    if not config.serves:
        return []
    if taken := _taken(config):
        return [Result("web", False, taken)]
    most = min(wanted, room())
    found = [Result("web", True, f"room for {most} connections")]
    if most < wanted:
        found.append(Result("web", True, FEW.format(wanted=wanted)))
    if site.named_proxies and not site.proxies:
        found.append(Result("web", True, NONE_NAMED))
    return found


def _taken(config: Config) -> str:
    """Why the web server could not listen. A port that our own house has is not taken."""
    try:
        bound(config.web.host, config.web.port).close()
    except OSError as error:
        ours = error.errno == errno.EADDRINUSE and folder.held(config.service.data)
        return "" if ours else str(error.strerror)
    return ""


def clock(config: Config) -> Result:
    now = datetime.now(UTC)
    local = f"{now.astimezone(config.zone):%Y-%m-%d %H:%M}"
    fine = now > EARLIEST
    return Result("clock", fine, f"{local} in {config.service.timezone}")
