"""What a page says: words, presses, places and files become Events; 200 only after the commit."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels.channel import Offer
from bot.channels.web import draw
from bot.channels.web.send import Hub
from bot.media.files import Files
from bot.media.pictures import NotAPicture, clean, dhash
from domain.messages import Address, Event, EventKind, Media, MediaKind, Place
from handlers.dialog.setup import Setup
from handlers.texts.sentences import label
from storage.database import Database
from storage.web import WebMessage

MOST_BODY = 1_000_000
MOST_PARTS = 100  # files of an upload that are looked at at all
MADE = re.compile(r"[\w-]{8,64}")
MOST_BESIDES = 1_000_000  # bytes of an upload that are not its files
SAFE_NAME = re.compile(r"[^\w.\- ]+")


START_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")  # what Telegram allows after ?start=


def without_nul(text: str) -> str:
    """PostgreSQL stores every character but this one."""
    return text.replace("\0", "")


Number = Annotated[int, Field(ge=1, lt=2**53)]
Words = Annotated[str, AfterValidator(without_nul)]


class NotMine(Exception):
    """Somebody wants to change a message that is not their own."""


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Press(Strict):
    message: Number
    data: Annotated[Words, Field(max_length=64)]


class Spot(Strict):
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)


class Say(Strict):
    """`id` is the page's own: the same id is the same event, however often it is sent."""

    id: str = Field(min_length=8, max_length=64, pattern=r"^[\w-]+$")
    text: Words = ""
    reply_to: Number | None = None
    edit: Number | None = None
    press: Press | None = None
    place: Spot | None = None


class Receiver:
    def __init__(
        self, database: Database, setup: Setup, files: Files, hub: Hub, offer: Offer
    ) -> None:
        self._database = database
        self._setup = setup
        self._files = files
        self._hub = hub
        self._offer = offer

    async def say(self, request: Request, chat: str, language: str) -> Response:
        body = await _body(request)
        try:
            said = Say.model_validate_json(body) if body is not None else None
        except ValidationError:
            said = None
        if said is None:
            return _no(language, "page-error-unreadable")
        if len(said.text) > self._setup.most_letters:
            return _no(
                language,
                "refuse-too-long",
                count=len(said.text),
                most=self._setup.most_letters,
            )
        if said.press is not None:
            event = self._event(
                chat,
                said.id,
                language,
                EventKind.PRESS,
                data=said.press.data,
                press_ref=said.id,
                message_id=str(said.press.message),
            )
        elif said.edit is not None:
            return await self._edited(chat, said, said.edit, language)
        elif said.text.strip() or said.place:
            place = Place(said.place.lat, said.place.lon) if said.place else None
            mine = await self._keep(
                chat, said.id, draw.said(said.text, (), (), place, **_about(said))
            )
            event = self._event(
                chat,
                said.id,
                language,
                text=said.text,
                place=place,
                message_id=str(mine.id),
                reply_to=str(said.reply_to or ""),
            )
        else:
            return _no(language, "refuse-nothing")
        return await self._hand_in([event])

    async def _edited(
        self, chat: str, said: Say, number: int, language: str
    ) -> Response:
        if not said.text.strip():
            return _no(language, "refuse-nothing")
        try:
            changed = await self._change(
                chat,
                number,
                html=draw.said(said.text, (), (), None)["html"],
                edited=True,
            )
        except NotMine:
            return _no(language, "page-error-not-yours")
        self._hub.show(chat, "message", changed)
        event = self._event(
            chat,
            said.id,
            language,
            EventKind.EDIT,
            text=said.text,
            message_id=str(number),
        )
        return await self._hand_in([event])

    async def _change(self, chat: str, number: int, **body: Any) -> WebMessage:
        """Raises NotMine, and then nothing has changed."""
        async with self._database.unit() as unit:
            changed = await unit.web.change(chat, number, **body)
            if changed is None or not changed.mine:
                raise NotMine
        return changed

    async def upload(self, request: Request, chat: str, language: str) -> Response:
        """Several files are one album: each its own event, with the words on the first."""
        if (
            _announced(request)
            > self._setup.most_photos * self._setup.most_bytes + MOST_BESIDES
        ):
            return _no(language, "refuse-too-big", most=self._setup.most_bytes // 2**20)
        try:
            return await self._uploaded(request, chat, language)
        except (HTTPException, UnicodeDecodeError):
            return _no(language, "page-error-unreadable")

    async def _uploaded(self, request: Request, chat: str, language: str) -> Response:
        most = self._setup.most_photos
        async with request.form(max_files=MOST_PARTS, max_fields=8) as form:
            uploads = [
                part for part in form.getlist("file") if isinstance(part, UploadFile)
            ]
            made, caption = (
                str(form.get("id", "")),
                without_nul(str(form.get("caption", ""))),
            )
            reply_to = _number(str(form.get("reply_to") or ""))
            if not MADE.fullmatch(made):
                return _no(language, "page-error-unreadable")
            if not uploads:
                return _no(language, "refuse-nothing")
            if len(uploads) > most:
                return _no(language, "refuse-too-many", most=most)
            if len(caption) > self._setup.most_letters:
                return _no(
                    language,
                    "refuse-too-long",
                    count=len(caption),
                    most=self._setup.most_letters,
                )
            try:
                media = [await self._store(part) for part in uploads]
            except NotAPicture:
                return _no(language, "refuse-no-photo")
            except OverflowError:
                return _no(
                    language, "refuse-too-big", most=self._setup.most_bytes // 2**20
                )
        photos = [m.sha for m in media if m.kind is MediaKind.PHOTO]
        files = [
            {"sha": m.sha, "kind": m.kind.value, "name": m.name}
            for m in media
            if m.kind is not MediaKind.PHOTO
        ]
        about = {"reply_to": reply_to or None, "uuid": made}
        mine = await self._keep(
            chat, made, draw.said(caption, photos, files, None, **about)
        )
        album = made if len(media) > 1 else ""
        return await self._hand_in(
            [
                self._event(
                    chat,
                    f"{made}-{n}",
                    language,
                    text=caption if n == 0 else "",
                    media=(one,),
                    album=album,
                    message_id=str(mine.id),
                    reply_to=str(reply_to or ""),
                )
                for n, one in enumerate(media)
            ]
        )

    async def _store(self, part: UploadFile) -> Media:
        """Raises NotAPicture for a false picture and OverflowError for a file that is too large."""
        data = await part.read(self._setup.most_bytes + 1)
        if len(data) > self._setup.most_bytes:
            raise OverflowError
        mime = (part.content_type or "").partition(";")[0].lower()
        kind, marks = KINDS.get(mime.partition("/")[0], MediaKind.DOCUMENT), None
        if kind is MediaKind.PHOTO:
            data, mime = await asyncio.to_thread(clean, data)
            marks = await asyncio.to_thread(dhash, data)
        sha = await asyncio.to_thread(self._files.put, data)
        name = SAFE_NAME.sub(
            "_", (part.filename or "").replace("\\", "/").rpartition("/")[2]
        )[-80:]
        return Media(kind, sha, len(data), name, mime, sha, marks)

    async def _keep(
        self, chat: str, external_id: str, body: dict[str, Any]
    ) -> WebMessage:
        async with self._database.unit() as unit:
            mine = await unit.web.put(chat, True, body, external_id)
        self._hub.show(chat, "message", mine)
        return mine

    @staticmethod
    def _event(
        chat: str,
        made: str,
        language: str,
        kind: EventKind = EventKind.MESSAGE,
        **more: Any,
    ) -> Event:
        address = Address("web", chat)
        event = Event(
            f"{chat}-{made}",
            address,
            address,
            kind,
            name=f"#{chat[:4]}",
            language=language,
            **more,
        )
        return replace(event, raw=pack(event))

    async def greet(self, chat: str, code: str) -> None:
        """A visitor who came by a link, or for the first time: the same as writing /start.

        An invitation works once; a QR code may be scanned again and again, but a reloaded page is
        no second scan.
        """
        code = code if START_CODE.fullmatch(code) else ""
        made = f"start-{code}" if code else "start"
        if code and not code.startswith("i_"):
            made += f"-{self._database.clock():%Y%m%d%H%M}"
        await self._offer(
            [
                self._event(
                    chat, made, self._setup.language, text=f"/start {code}".strip()
                )
            ]
        )

    async def _hand_in(self, events: Sequence[Event]) -> Response:
        try:
            await self._offer(events)
        except Exception:
            return JSONResponse({"error": ""}, 503)
        return JSONResponse({"ok": True})


def pack(event: Event) -> dict[str, Any]:
    """Everything of an event as plain JSON: what `unpack` makes it of again."""
    words = {name: getattr(event, name) for name in WORDS}
    place = asdict(event.place) if event.place else None
    media = [asdict(one) | {"kind": one.kind.value} for one in event.media]
    return {
        "chat": event.chat.chat,
        "kind": event.kind.value,
        **words,
        "place": place,
        "media": media,
    }


def unpack(external_id: str, raw: Any) -> Event | None:
    """The event that `pack` kept, None where that is not what `raw` is."""
    try:
        address = Address("web", raw["chat"])
        media = tuple(
            Media(**one | {"kind": MediaKind(one["kind"])}) for one in raw["media"]
        )
        place = Place(**raw["place"]) if raw["place"] else None
        words = {name: raw[name] for name in WORDS}
        return Event(
            external_id,
            address,
            address,
            EventKind(raw["kind"]),
            media=media,
            place=place,
            raw=raw,
            **words,
        )
    except (KeyError, TypeError, ValueError):
        return None


WORDS = (
    "text",
    "data",
    "press_ref",
    "message_id",
    "reply_to",
    "album",
    "name",
    "language",
)
KINDS = {"image": MediaKind.PHOTO, "audio": MediaKind.VOICE, "video": MediaKind.VIDEO}


async def _body(request: Request) -> bytes | None:
    """What was posted, None where it is more than anybody types."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BODY:
            return None
        parts.append(part)
    return b"".join(parts)


def _announced(request: Request) -> int:
    """How long the body says it is; a body that does not say is taken for endless."""
    length = request.headers.get("content-length", "")
    return int(length) if length.isdecimal() else 2**62


def _number(text: str) -> int:
    """A message's number, 0 for anything else."""
    return int(text) if text.isdecimal() and len(text) < 16 else 0


def _about(said: Say) -> dict[str, Any]:
    return {"reply_to": said.reply_to, "uuid": said.id}


def _no(language: str, key: str, **args: object) -> Response:
    return JSONResponse({"error": label(language, key, **args)}, 400)
