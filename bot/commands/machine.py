"""What `gridbee check` says of the machine: the token, the disk, the clock."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime

from telegram.error import TelegramError

from bot.channels.telegram.api import Api
from bot.channels.web.limits.gate import room
from bot.commands.fitness import said
from bot.config.fitting import Result
from bot.config.settings import Config
from storage.fitness.found import Problem

FEW = "fewer than the {wanted} of [limits]: raise LimitNOFILE (ulimit -n)"
NONE_NAMED = "no [web] proxies named: one on this machine is believed, none elsewhere"
ENOUGH_DISK = 500 * 2**20  # bytes
EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)


async def token(config: Config, seconds: float) -> Result:
    """Whether Telegram takes it, as far as it says so within so many seconds."""
    telegram = config.telegram
    if not telegram.secret_token:
        return Result("token", config.web.enabled, "none, Telegram is off")
    try:
        api = Api(telegram.secret_token, telegram.base_url, telegram.base_file_url)
    except ValueError as error:
        return Result("token", False, str(error))
    try:
        async with asyncio.timeout(seconds):
            return Result("token", True, f"@{(await api.call('getMe'))['username']}")
    except TelegramError as error:
        return Result("token", False, f"Telegram says: {error.message}")
    except TimeoutError:
        return Result("token", False, f"Telegram does not answer within {seconds:g} s")
    finally:
        await api.close()


def disk(config: Config, wrong: Sequence[Problem]) -> list[Result]:
    """A line for each problem of the folders, and how much room there is."""
    folder = config.service.data
    if wrong:
        return [Result("disk", False, said(one)) for one in wrong]
    there = folder if folder.exists() else folder.parent
    free = shutil.disk_usage(there).free
    told = f"{free // 2**20} MB free in {folder}"
    return [Result("disk", free > ENOUGH_DISK, told)]


def web(config: Config) -> list[Result]:
    """How many connections there is room for, and whose word on the caller is taken."""
    site, wanted = config.web, config.limits.connections
    if not site.enabled:
        return []
    most = min(wanted, room())
    found = [Result("web", True, f"room for {most} connections")]
    if most < wanted:
        found.append(Result("web", True, FEW.format(wanted=wanted)))
    if site.named_proxies and not site.proxies:
        found.append(Result("web", True, NONE_NAMED))
    return found


def clock(config: Config) -> Result:
    now = datetime.now(UTC)
    local = f"{now.astimezone(config.zone):%Y-%m-%d %H:%M}"
    return Result("clock", now > EARLIEST, f"{local} in {config.service.timezone}")
