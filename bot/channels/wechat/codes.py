"""QR codes that lead into the account with a start code (developers.weixin.qq.com,
qrcode/create).
"""

from __future__ import annotations

from bot.channels.channel import FetchError
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wechat.api import Api
from bot.channels.wechat.errors import NO_RIGHT, judged
from domain.start_codes import LASTING

CREATES = "qrcode/create"
WEEK = 7 * 24 * 3600  # seconds


async def made(api: Api, code: str) -> str:
    """What the QR code says: what is printed is good for ever, an invitation a week. Raises
    Refused, Uncertain or Unreached, and KeyError for an odd answer.
    """
    lasting = code.startswith(LASTING)
    name = "QR_LIMIT_STR_SCENE" if lasting else "QR_STR_SCENE"
    body = {} if lasting else {"expire_seconds": WEEK}
    scene = {"scene": {"scene_str": code}}
    found = await api.call(
        CREATES,
        action_name=name,
        action_info=scene,
        **body,
    )
    return str(found["url"])


async def wanted(api: Api, code: str) -> str:
    """The same for a picture that somebody waits for. Raises FetchError."""
    try:
        return await made(api, code)
    except Refused as refused:
        lasting = refused.code in NO_RIGHT or judged(refused).permanent
        raise FetchError(str(refused), permanent=lasting) from None
    except (Uncertain, Unreached) as error:
        raise FetchError(type(error).__name__) from None
