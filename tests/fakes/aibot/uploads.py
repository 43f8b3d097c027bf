"""Files that go up in pieces over a bot's long connection: begun, piece by piece, ended."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.fakes.wecom.errors import ApiError, Json, require

LARGEST_PIECE, MOST_PIECES = 512 * 1024, 100
MINUTE, MOST = 60.0, 30
Keep = Callable[[str, bytes, str], str]


@dataclass(slots=True)
class Upload:
    kind: str
    name: str
    size: int
    pieces: int
    md5: str
    came: dict[int, bytes] = field(default_factory=dict)


class Uploads:
    """`keep` takes kind, bytes and name of a whole file, and gives its media_id."""

    def __init__(self, now: Callable[[], float], keep: Keep) -> None:
        self.now, self.keep = now, keep
        self._open: dict[str, Upload] = {}
        self._begun: deque[float] = deque()
        self._number = 0

    def begin(self, body: Json) -> Json:
        """Raises ApiError."""
        now = self.now()
        while self._begun and self._begun[0] <= now - MINUTE:
            self._begun.popleft()
        require(len(self._begun) < MOST, 45009)
        kind, name = str(body.get("type")), str(body.get("filename", ""))
        require(kind in ("file", "image", "voice", "video"), 40004)
        size, pieces = body.get("total_size"), body.get("total_chunks")
        require(isinstance(size, int) and isinstance(pieces, int), 40058)
        assert isinstance(size, int) and isinstance(pieces, int)
        require(name and size > 0 and 0 < pieces <= MOST_PIECES, 40058)
        self._begun.append(now)
        self._number += 1
        upload_id = f"UP{self._number:06d}"
        md5 = str(body.get("md5", ""))
        self._open[upload_id] = Upload(kind, name, size, pieces, md5)
        return {"upload_id": upload_id}

    def piece(self, body: Json) -> Json:
        """Raises ApiError. Pieces count from 0, as both SDKs do it."""
        upload, index = self._one(body), body.get("chunk_index")
        require(isinstance(index, int), 40058, "chunk_index")
        assert isinstance(index, int)
        require(0 <= index < upload.pieces, 40058, "chunk_index")
        try:
            data = base64.b64decode(str(body.get("base64_data")), validate=True)
        except binascii.Error:
            raise ApiError(40058, "base64_data") from None
        require(0 < len(data) <= LARGEST_PIECE, 40058, "base64_data")
        upload.came[index] = data
        return {}

    def end(self, body: Json) -> Json:
        """Raises ApiError."""
        upload = self._one(body)
        require(len(upload.came) == upload.pieces, 40058, "a piece is missing")
        data = b"".join(upload.came[index] for index in range(upload.pieces))
        require(len(data) == upload.size, 40058, "total_size")
        digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
        require(upload.md5 in ("", digest), 40058, "md5")
        del self._open[str(body["upload_id"])]
        media_id = self.keep(upload.kind, data, upload.name)
        return {"type": upload.kind, "media_id": media_id}

    def _one(self, body: Json) -> Upload:
        found = self._open.get(str(body.get("upload_id")))
        if found is None:
            raise ApiError(40058, "upload_id")
        return found
