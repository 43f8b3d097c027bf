"""Files up over the connection: begun, piece by piece, ended
(developer.work.weixin.qq.com/document/path/101463).
"""

from __future__ import annotations

import base64
import hashlib
from math import ceil

from bot.channels.aibot.line import Line
from bot.channels.wecom.api import Kind
from bot.http.multipart import Upload

PIECE = 512 * 1024  # bytes
INIT, CHUNK, FINISH = (
    f"aibot_upload_media_{step}" for step in ("init", "chunk", "finish")
)


class Uploading:
    def __init__(self, line: Line) -> None:
        self._line = line

    async def upload(self, kind: Kind, file: Upload) -> str:
        """The media_id, for three days. Raises Refused, Uncertain or Unreached."""
        data = file.data
        digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
        begun = {"type": kind, "filename": file.name, "total_size": len(data)}
        many = ceil(len(data) / PIECE)
        told = await self._line.ask(INIT, begun | {"total_chunks": many, "md5": digest})
        upload = {"upload_id": told["body"]["upload_id"]}
        for index in range(many):
            await self._line.ask(CHUNK, upload | piece(data, index))
        ended = await self._line.ask(FINISH, upload)
        return str(ended["body"]["media_id"])


def piece(data: bytes, index: int) -> dict[str, object]:
    """They count from 0 in both of WeCom's SDKs; the page's example does from 1."""
    part = data[index * PIECE : (index + 1) * PIECE]
    return {"chunk_index": index, "base64_data": base64.b64encode(part).decode()}
