"""`gridbee check`: one line for each thing that has to be right before it can run."""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import text
from telegram.error import TelegramError

from bot.channels.telegram.api import Api
from bot.config import Config
from domain.people import Role
from storage.database import Database

ENOUGH_DISK = 500 * 2**20  # bytes
EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    fine: bool
    text: str


async def run(config: Config) -> list[Result]:
    return [
        Result("configuration", True, "readable, no unknown keys"),
        await _database(config),
        await _token(config),
        _disk(config),
        await _clock(config),
    ]


async def _database(config: Config) -> Result:
    database = Database(config.database_url)
    try:
        await database.start()
        async with database.reader() as reader:
            cases = await reader.scalar(text("SELECT count(*) FROM cases"))
        areas = len(database.directory.areas)
        if not areas:
            return Result("database", False, "no areas yet: gridbee load FOLDER")
        admins = sum(1 for person in database.directory.staff.values() if person.has(Role.ADMIN))
        hint = "" if admins else "; nobody is an admin yet: gridbee invite admin"
        return Result("database", True, f"{areas} areas, {cases} cases{hint}")
    except Exception as error:
        return Result("database", False, f"{type(error).__name__}: {str(error).splitlines()[0]}")
    finally:
        await database.close()


async def _token(config: Config) -> Result:
    if not config.telegram.secret_token:
        return Result("token", config.web.enabled, "none, Telegram is off")
    api = Api(config.telegram.secret_token, config.telegram.base_url, config.telegram.base_file_url)
    try:
        return Result("token", True, f"@{(await api.call('getMe'))['username']}")
    except TelegramError as error:
        return Result("token", False, f"Telegram says: {error.message}")
    finally:
        await api.close()


def _disk(config: Config) -> Result:
    try:
        config.service.data.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=config.service.data) as file:
            file.write(b"x")
        free = shutil.disk_usage(config.service.data).free
    except OSError as error:
        return Result("disk", False, f"cannot write to {config.service.data}: {error.strerror}")
    return Result("disk", free > ENOUGH_DISK, f"{free // 2**20} MB free in {config.service.data}")


async def _clock(config: Config) -> Result:
    now = datetime.now(UTC)
    local = now.astimezone(config.zone)
    steady = abs(time.time() - now.timestamp()) < 1
    return Result("clock", now > EARLIEST and steady, f"{local:%Y-%m-%d %H:%M} in {config.service.timezone}")


async def invitation_link(config: Config, code: str) -> str:
    """The link for this code on the channel that is configured. Telegram is asked for the bot's name."""
    if not config.telegram.secret_token:
        return f"{config.web.address}/?start={code}"
    api = Api(config.telegram.secret_token, config.telegram.base_url, config.telegram.base_file_url)
    try:
        return f"https://t.me/{(await api.call('getMe'))['username']}?start={code}"
    except TelegramError:
        return f"https://t.me/BOT?start={code}   (Telegram does not answer: put your bot's name for BOT)"
    finally:
        await api.close()
