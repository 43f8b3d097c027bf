"""What somebody said or sent, of the opened XML of a callback: the same in WeChat and WeCom
(developers.weixin.qq.com 接收普通消息; developer.work.weixin.qq.com/document/path/90239).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.channels.tencent.faces import with_signs
from bot.channels.tencent.xml import Fields, text_of
from domain.messages import Event, Media, MediaKind, Place, tidy
from domain.places.links import wgs84

BETWEEN = " "
"""Between a media id and the address of another copy."""


def said(fields: Fields, bare: Event, gcj02: bool) -> Event:
    """With what it says; of a kind that nobody knows nothing is added."""
    event = replace(bare, message_id=text_of(fields, "MsgId"))
    kind = text_of(fields, "MsgType")
    if kind == "location":
        called = tidy(text_of(fields, "Label"))
        return replace(event, place=_place(fields, gcj02), called=called)
    read = READERS.get(kind)
    return read(fields, event) if read else event


UNSHOWN = "收到不支持的消息类型,暂无法显示"
"""What stands for a sticker: nobody said these words."""
EMOTICONS = re.compile(r"(?:\[[^\[\]\s\d]{1,6}\]|/:[^\s/\u4e00-\u9fff]{1,8}|\s)+")
"""Faces from the keyboard of the client that no sign stands for: [裂开] and /:<L>."""
FACE = "🙂"


WORD = re.compile(r"[A-Za-z]{2,}(?:['’][A-Za-z]+)?")
AROUND = " .,;:!?()'"
HAN = re.compile(r"[\u4e00-\u9fff]")
FEW = 3  # words that make a sentence of another language


def language_of(said: str) -> str:
    """The language of a sentence, as nobody says whose phone speaks which; '' for what may be
    either: a code has letters too.
    """
    if said.startswith("/"):
        return ""
    if HAN.search(said):
        return "zh-CN"
    words = [one for one in said.split() if WORD.fullmatch(one.strip(AROUND))]
    return "en" if len(words) >= FEW else ""


def _text(fields: Fields, event: Event) -> Event:
    said = text_of(fields, "Content")
    if said.strip("[]【】 ").replace("，", ",") == UNSHOWN:
        return event
    said = with_signs(said)
    faces = bool(said.strip()) and EMOTICONS.fullmatch(said)
    return replace(event, text=FACE if faces else said, language=language_of(said))


def _image(fields: Fields, event: Event) -> Event:
    copy = text_of(fields, "PicUrl")
    ref = BETWEEN.join(one for one in (text_of(fields, "MediaId"), copy) if one)
    return replace(event, media=(Media(MediaKind.PHOTO, ref),))


def _voice(fields: Fields, event: Event) -> Event:
    """With what was heard in it, where the console has that on."""
    spoken = Media(MediaKind.VOICE, text_of(fields, "MediaId"))
    heard = text_of(fields, "Recognition")
    return replace(event, media=(spoken,), text=heard, spoken=bool(heard.strip()))


def _video(fields: Fields, event: Event) -> Event:
    film = Media(MediaKind.VIDEO, text_of(fields, "MediaId"))
    return replace(event, media=(film,))


def _link(fields: Fields, event: Event) -> Event:
    parts = (text_of(fields, "Title"), text_of(fields, "Url"))
    return replace(event, text="\n".join(part for part in parts if part))


READERS: dict[str, Callable[[Fields, Event], Event]] = {
    "text": _text,
    "image": _image,
    "voice": _voice,
    "video": _video,
    "shortvideo": _video,
    "link": _link,
}


def _place(fields: Fields, gcj02: bool) -> Place | None:
    """Location_X is the latitude."""
    try:
        lat = float(text_of(fields, "Location_X"))
        lon = float(text_of(fields, "Location_Y"))
        place = Place(lat, lon)
    except ValueError:
        return None
    return wgs84(place) if gcj02 else place
