"""The bytes behind what a rider sent: they live three days at WeChat."""

from __future__ import annotations

import orjson

from bot.channels.tencent.calls import Refused, Unreached
from bot.channels.tencent.said import BETWEEN
from bot.channels.wechat.api import Api
from domain.messages import Media, MediaKind

FILMS = b'"video_url"'


async def fetched(api: Api, media: Media) -> bytes:
    """By its media id; another copy of a picture, whose address came along, where that fails.
    Raises Refused, Uncertain or Unreached.
    """
    number, _, copy = media.ref.partition(BETWEEN)
    try:
        body = await api.get("media/get", media_id=number)
    except (Refused, Unreached):
        if not copy:
            raise
        return await api.download(copy)
    if media.kind is MediaKind.VIDEO and FILMS in body[:64]:
        return await api.download(str(orjson.loads(body)["video_url"]))
    return body
