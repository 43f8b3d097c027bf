"""/poster: the QR codes of a grid or a rest station as pictures, one for each channel that has one;
and what is said where a channel gives none.
"""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.messages import START, Address, Event, Media, MediaKind
from domain.people import admin_of
from domain.start_codes import apart
from handlers.casework import phrases
from handlers.casework.called import one_of
from handlers.casework.letters.sending import send
from handlers.dialog.marks import mark_in, marks_in
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn
from handlers.people.hello import printed, station_at
from handlers.stations.keepers import area_of
from handlers.texts.sentences import say
from storage.memory.media import Kept

MARK = "poster"
"""Who asked for a code that a channel has to give."""


async def poster(turn: Turn, said: str) -> None:
    """/poster G07, /poster Y02. Whoever scans one is here, and in that grid or at that station."""
    wanted = said.strip()
    if not wanted:
        return turn.reply(turn.say("poster-how"))
    code = _code(turn, wanted)
    channels = [name for name in sorted(turn.setup.links) if _has_one(turn, name)]
    if not channels:
        raise Refused("poster-none")
    photos = [await _picture(turn, name, code) for name in channels]
    names = [phrases.channel(turn.language, name) for name in channels]
    text = _text(turn, code, turn.label("names-and").join(names))
    turn.reply(text, photos=photos)


def _code(turn: Turn, wanted: str) -> str:
    """The start code. Raises Refused for what does not lie in this admin's area."""
    directory = turn.unit.directory
    code = printed(directory, wanted)
    if not code:  # however the grid is called
        called = one_of(directory, wanted, directory.areas)
        code = printed(directory, called) if called else ""
    station = station_at(directory, code)
    area = area_of(directory, station) if station else apart(code)[1]
    if not code or not admin_of(turn.person, directory.path(area)):
        raise Refused("refuse-poster", code=wanted[:20])
    return code


def _text(turn: Turn, code: str, channels: str) -> str:
    station = station_at(turn.unit.directory, code)
    if station is not None:
        return turn.say("poster-station", name=station.name, channels=channels)
    area = phrases.area(turn.unit, apart(code)[1], turn.language)
    return turn.say("poster", area=area, channels=channels)


def _has_one(turn: Turn, channel: str) -> bool:
    """Whether an address opens it, or it makes a picture itself."""
    return "://" in turn.setup.links[channel] or channel in turn.setup.codes


async def _picture(turn: Turn, channel: str, code: str) -> int:
    """The media id of what is drawn, or asked of the channel."""
    media = turn.unit.media
    if channel not in turn.setup.codes:
        return media.draw({"draw": "code", "words": turn.setup.link(channel, code)})
    there = Address(channel, "")
    asked = Media(MediaKind.PHOTO, f"{START}{code}")
    made = media.add(Event("", there, there), asked, form_id=None)
    about = {"media": made, "code": apart(code)[1]}
    await mark_in(turn.unit, there, turn.person.id, MARK, about)
    return made


# --- a channel that does not give it ---


async def not_given(
    scene: Scene,
    kept: Kept,
    why: str,
    *,
    lost: bool,
) -> None:
    """Whoever asked for a poster hears that a channel gives no code for it: once while it is tried
    again, and once where it is `lost`.
    """
    if not kept.media.ref.startswith(START):
        return
    unit = scene.unit
    for one in await marks_in(unit, kept.chat, MARK):
        if one.about["media"] != kept.id:
            continue
        if lost:
            await unit.forms.drop(one)
            unit.timers.set("draft", one.id, None)
            await _tell(scene, one, kept, "poster-refused", why)
        elif "told" not in one.about:
            about = one.about | {"told": True}
            await unit.forms.put(replace(one, about=about))
            await _tell(scene, one, kept, "poster-late", why)


async def _tell(
    scene: Scene,
    asked: Draft,
    kept: Kept,
    key: str,
    why: str,
) -> None:
    person = await scene.unit.people.get(asked.person_id)
    if person is None:
        return
    language = scene.language_of(person)
    text = say(
        language,
        key,
        channel=phrases.channel(language, kept.chat.channel),
        code=asked.about["code"],
        why=why,
    )
    await send(scene, person, text)
