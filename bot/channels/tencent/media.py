"""The bytes behind what somebody sent: they live three days at WeChat and at WeCom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import orjson

from bot.channels.channel import FetchError, SendError
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.tencent.said import BETWEEN
from domain.messages import Media, MediaKind

FILMS = b'"video_url"'


class Source(Protocol):
    """Both raise Refused, Uncertain or Unreached."""

    async def fetch(self, media_id: str) -> bytes: ...

    async def download(self, url: str) -> bytes:
        """What needs no token."""


async def fetched(
    api: Source, media: Media, judged: Callable[[Refused], SendError]
) -> bytes:
    """`judged` says what a refusal means. Raises FetchError."""
    try:
        return await _fetched(api, media)
    except Refused as refused:
        permanent = judged(refused).permanent
        raise FetchError(str(refused), permanent=permanent) from None
    except (Uncertain, Unreached) as error:
        raise FetchError(type(error).__name__) from None


async def _fetched(api: Source, media: Media) -> bytes:
    """By its media id; another copy of a picture, whose address came along, where that fails.
    Raises Refused, Uncertain or Unreached.
    """
    number, _, copy = media.ref.partition(BETWEEN)
    try:
        body = await api.fetch(number)
    except (Refused, Unreached):
        if not copy:
            raise
        return await api.download(copy)
    if media.kind is MediaKind.VIDEO and FILMS in body[:64]:
        return await api.download(str(orjson.loads(body)["video_url"]))
    return body
