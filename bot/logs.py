"""What the logs may hold: our own events and where something broke, never a secret or what
people wrote.
"""

from __future__ import annotations

import contextlib
import copy
import logging
import sys
import traceback
from typing import Any, TextIO, cast

from storage.fronts import not_installed

with not_installed("rich"):  # only pretty tracebacks need it, 5 MB
    import structlog

TALKATIVE = (
    "aiohttp",
    "aiosqlite",
    "alembic",
    "apscheduler",
    "asyncio",
    "httpcore",
    "httpx",
    "PIL",
    "python_multipart",
    "sqlalchemy",
    "sse_starlette",
    "telegram",
    "websockets",
)
"""Libraries that at lower levels tell statements with values, addresses with tokens, bodies."""


def told(error: BaseException) -> dict[str, object]:
    """An exception for a log line: its kind and the places it came through. Its text may quote a
    message.
    """
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    where = " < ".join(
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}"
        for frame in reversed(frames)
    )
    return {"error": type(error).__name__, "where": where}


class Forgiving:
    """A stream for log lines. A full disk or a closed pipe loses the line, never the work that
    told of itself.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stream.flush()


class Discreet(logging.Formatter):
    """What a library logs of an exception: where it came through, not what it says."""

    def format(self, record: logging.LogRecord) -> str:
        if record.exc_info:
            record = copy.copy(record)
            # asyncio's own goes on with the task, which shows the exception
            record.msg, record.args = record.getMessage().partition("\n")[0], None
            record.exc_text = None
        return super().format(record)

    def formatException(self, ei: Any) -> str:
        said = told(ei[1]) if ei[1] else {}
        return " ".join(f"{name}={value}" for name, value in said.items())


def configure() -> None:
    """Our own events to standard error, one line each. Libraries speak only when something is
    wrong, whatever the level: at DEBUG they would tell statements, addresses and bodies.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    for noisy in TALKATIVE:
        logging.getLogger(noisy).setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.KeyValueRenderer(
                key_order=["timestamp", "level", "event"]
            ),
        ],
        logger_factory=structlog.PrintLoggerFactory(
            cast(TextIO, Forgiving(sys.stderr))
        ),
    )
