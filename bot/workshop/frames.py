"""How house and child speak through a pipe: a head of plain JSON, then bytes as they are."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

LENGTHS = struct.Struct(">IQ")
"""Bytes of the head and of what follows it."""

Frame = tuple[dict[str, Any], bytes]


def write(pipe: BinaryIO, head: dict[str, Any], body: bytes) -> None:
    """Raises OSError where nobody reads any more."""
    said = json.dumps(head).encode()
    pipe.write(LENGTHS.pack(len(said), len(body)) + said)
    pipe.write(body)
    pipe.flush()


def read(pipe: BinaryIO) -> Frame:
    """Raises EOFError where the other side has ended."""
    head, body = LENGTHS.unpack(_exactly(pipe, LENGTHS.size))
    return json.loads(_exactly(pipe, head)), _exactly(pipe, body)


def _exactly(pipe: BinaryIO, size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data
