"""What the logs may hold: our own events and where something broke, never a secret or what
people wrote.
"""

from __future__ import annotations

import logging
import sys
import traceback

import structlog


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


def configure() -> None:
    """Our own events to standard error, one line each. Libraries speak only when something is
    wrong.
    """
    logging.basicConfig(
        level=logging.WARNING, format="%(levelname)s %(name)s %(message)s"
    )
    for noisy in ("telegram", "httpx", "aiohttp", "alembic"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.KeyValueRenderer(
                key_order=["timestamp", "level", "event"]
            ),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
