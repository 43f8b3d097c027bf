"""Messages as the Bot API hands them out."""

from __future__ import annotations

import io
import time
from functools import cache
from typing import Any

import orjson
from PIL import Image

from bench.wire import Params

BOT = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
BOT_JSON = orjson.Fragment(orjson.dumps(BOT))
PICTURES = 256


def photo_sizes(file_id: str) -> list[dict[str, Any]]:
    """Three sizes of one photo, as Telegram lists them: the largest last. Sizes in pixels and
    bytes.
    """
    return [
        {
            "file_id": f"{file_id}-{name}",
            "file_unique_id": f"u{file_id[-16:]}{name}",
            "width": w,
            "height": h,
            "file_size": n,
        }
        for name, w, h, n in (
            ("s", 90, 67, 1_201),
            ("m", 320, 240, 14_380),
            ("x", 800, 600, 61_924),
        )
    ]


def picture(key: int) -> bytes:
    """Draw a JPEG of 320x240 pixels, some 19 kB, that differs for each key."""
    noise = Image.effect_noise((80, 60), 40 + key).resize((320, 240)).convert("RGB")
    noise.paste((key, 255 - key, 128), (0, 0, 64, 64))
    target = io.BytesIO()
    noise.save(target, "JPEG", quality=60)
    return target.getvalue()


def envelope(result: object) -> bytes:
    """Wrap a result as the Bot API does."""
    return b'{"ok":true,"result":%b}' % orjson.dumps(result)


def chat(chat_id: int) -> dict[str, Any]:
    """A private chat."""
    return {
        "id": chat_id,
        "first_name": f"骑手{chat_id}",
        "username": f"rider{chat_id}",
        "type": "private",
    }


@cache
def chat_json(chat_id: int) -> orjson.Fragment:
    """A private chat as it stands in every message."""
    return orjson.Fragment(orjson.dumps(chat(chat_id)))


def markup(params: Params) -> dict[str, Any]:
    """The reply markup of a call: JSON clients send an object, form clients a string."""
    found = params.get("reply_markup") or {}
    parsed: dict[str, Any] = orjson.loads(found) if isinstance(found, str) else found
    return parsed


def message(params: Params, message_id: int) -> dict[str, Any]:
    """The Message object that a send or an edit returns."""
    result: dict[str, Any] = {"message_id": message_id, "from": BOT_JSON}
    result["chat"] = chat_json(int(params.get("chat_id") or 0))
    result["date"] = int(time.time())
    for name in ("text", "caption"):
        if name in params:
            result[name] = params[name]
    if "photo" in params:
        result["photo"] = photo_sizes(str(params["photo"])[:48])
    if "latitude" in params:
        result["location"] = {
            "latitude": float(params["latitude"]),
            "longitude": float(params["longitude"]),
        }
    keyboard = markup(params) if "reply_markup" in params else {}
    if "inline_keyboard" in keyboard:
        result["reply_markup"] = keyboard
    return result
