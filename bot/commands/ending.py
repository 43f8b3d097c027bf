"""How a command that cannot go on ends: one line, and an exit code. Never with a traceback."""

from __future__ import annotations

import structlog
from sqlalchemy.exc import DBAPIError

from bot.channels.channel import TurnedAway
from bot.commands.exits import CANNOT_BEGIN, WRONG, NotThere
from bot.commands.fitness import said, unfit
from bot.config.mistakes import ConfigError
from bot.loading.table import LoadError
from bot.logs import told
from storage.encryption.source import KeysMissing
from storage.file_lock import AlreadyRunning
from storage.fitness.found import Unfit
from storage.lease import LeaseLost

log = structlog.get_logger()
BROKEN = "something in gridbee broke: please report the line above"


def ending(error: Exception, database_url: str) -> tuple[str, int]:
    """The line for a person, and the exit code."""
    match error:
        case ConfigError() | LoadError() | NotThere():
            return str(error), WRONG
        case Unfit():
            return said(error.problems[0]), CANNOT_BEGIN
        case DBAPIError():
            return said(unfit(error, database_url).problems[0]), CANNOT_BEGIN
        case AlreadyRunning():
            return f"{error}. Stop that one first.", CANNOT_BEGIN
        case KeysMissing():
            return f"{error}.", CANNOT_BEGIN
        case TurnedAway():
            return str(error), WRONG
        case LeaseLost():
            return f"{error}. This one has stopped.", WRONG
        case OSError():
            where = f": {error.filename}" if error.filename else ""
            return f"{error.strerror or error}{where}", WRONG
    log.error("command.broken", **told(error))
    return BROKEN, WRONG
