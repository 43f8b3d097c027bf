"""What `gridbee check` says of the machine: the keys, the token, the disk, the clock."""

from __future__ import annotations

import shutil
import tempfile
import time
from datetime import UTC, datetime

from telegram.error import TelegramError

from bot.channels.telegram.api import Api
from bot.config.fitting import Result
from bot.config.settings import Config
from storage.encryption.source import KeysMissing

ENOUGH_DISK = 500 * 2**20  # bytes
FOR_OTHERS = 0o077
EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)


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
    where = "[encryption]" if given else str(file)
    return Result("keys", many > 0, f"{many}, in {where}; keep a copy elsewhere")


async def token(config: Config) -> Result:
    telegram = config.telegram
    if not telegram.secret_token:
        return Result("token", config.web.enabled, "none, Telegram is off")
    api = Api(telegram.secret_token, telegram.base_url, telegram.base_file_url)
    try:
        return Result("token", True, f"@{(await api.call('getMe'))['username']}")
    except TelegramError as error:
        return Result("token", False, f"Telegram says: {error.message}")
    finally:
        await api.close()


def disk(config: Config) -> Result:
    folder = config.service.data
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Result("disk", False, f"cannot write to {folder}: {error.strerror}")
    return Result("disk", free > ENOUGH_DISK, f"{free // 2**20} MB free in {folder}")


def clock(config: Config) -> Result:
    now = datetime.now(UTC)
    steady = abs(time.time() - now.timestamp()) < 1
    local = f"{now.astimezone(config.zone):%Y-%m-%d %H:%M}"
    fine = now > EARLIEST and steady
    return Result("clock", fine, f"{local} in {config.service.timezone}")
