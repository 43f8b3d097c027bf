"""Files that came by WeCom's robot: an address for five minutes, and the key that opens what is
there (developer.work.weixin.qq.com/document/path/101463).
"""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable
from importlib import import_module

from bot.channels.channel import FetchError
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from domain.messages import Media

MARK = "sealed"
BLOCK = 32  # bytes to which the text is filled
Download = Callable[[str], Awaitable[bytes]]
"""The bytes at an address. Raises Refused, Uncertain or Unreached."""


def ref_of(url: str, aeskey: str) -> str:
    return f"{MARK} {url} {aeskey}"


def is_sealed(media: Media) -> bool:
    return media.ref.startswith(f"{MARK} ")


async def unsealed(download: Download, media: Media) -> bytes:
    """Raises FetchError."""
    _, url, aeskey = media.ref.split(" ")
    try:
        return opened(await download(url), aeskey)
    except Refused as refused:
        raise FetchError(str(refused), permanent=True) from None
    except (Uncertain, Unreached) as error:
        raise FetchError(type(error).__name__) from None
    except ValueError:
        raise FetchError("its key does not open it", permanent=True) from None


def opened(data: bytes, aeskey: str) -> bytes:
    """Raises ValueError for what this key does not open."""
    key = base64.b64decode(aeskey + "=" * (-len(aeskey) % 4))
    chain = import_module("bot.channels.tencent.aes").Chain(key)
    text: bytes = chain.decrypted(data)
    filled = text[-1] if text else 0
    if not 1 <= filled <= BLOCK or text[-filled:] != bytes((filled,)) * filled:
        raise ValueError("not filled as it should be")
    return text[:-filled]
