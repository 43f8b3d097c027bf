"""/poster: the QR codes of a grid as pictures, one for each channel that has one."""

from __future__ import annotations

from domain.messages import START, Address, Event, Media, MediaKind
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.people.hello import SCANNED, is_grid
from handlers.people.scope import own_area


async def poster(turn: Turn, said: str) -> None:
    """/poster G07. Whoever scans one is here, and in that grid."""
    wanted = said.strip()
    if not wanted:
        return turn.reply(turn.say("poster-how"))
    area = own_area(turn, wanted)
    if not is_grid(turn.unit.directory, SCANNED + area):
        raise Refused("refuse-area", code=wanted[:20])
    made = {
        phrases.channel(turn.language, name): _picture(turn, name, SCANNED + area)
        for name in sorted(turn.setup.links)
        if _has_one(turn, name)
    }
    between = turn.label("names-and")
    text = turn.say(
        "poster",
        area=phrases.area(turn.unit, area, turn.language),
        channels=between.join(made),
    )
    turn.reply(text, photos=tuple(made.values()))


def _has_one(turn: Turn, channel: str) -> bool:
    """Whether an address opens it, or it makes a picture itself."""
    return "://" in turn.setup.links[channel] or channel in turn.setup.codes


def _picture(turn: Turn, channel: str, code: str) -> int:
    """The media id of what is drawn, or asked of the channel."""
    media = turn.unit.media
    if channel not in turn.setup.codes:
        return media.draw({"draw": "code", "words": turn.setup.link(channel, code)})
    there = Address(channel, "")
    asked = Media(MediaKind.PHOTO, f"{START}{code}")
    return media.add(Event("", there, there), asked, form_id=None)
