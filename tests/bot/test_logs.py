"""A log that cannot be written is nobody's misfortune but the log's."""

from __future__ import annotations

import errno
import io
import sys
from typing import NoReturn

import pytest
import structlog

from bot import logs


class Full(io.TextIOBase):
    def write(self, text: str) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")


def _closed() -> io.StringIO:
    made = io.StringIO()
    made.close()
    return made


@pytest.mark.parametrize("stream", [Full(), _closed()], ids=["full", "closed"])
def test_a_log_that_cannot_be_written_stops_nothing(
    stream: io.TextIOBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = structlog.get_config()
    monkeypatch.setattr(sys, "stderr", stream)
    try:
        logs.configure()
        structlog.get_logger().warning("telegram.poll_failed")
    finally:
        structlog.configure(**before)
