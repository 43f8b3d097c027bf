"""Files that a page sends: counted, stored, then an Event for each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels.web import draw
from bot.channels.web.events import event
from bot.channels.web.keeping import Keeping
from bot.channels.web.limits.front import caller_of
from bot.channels.web.limits.quota import Quota
from bot.channels.web.taking import Taking, refusal, refused, without
from bot.channels.web.uploaded import Upload, announced, read
from bot.media.files import Files
from bot.workshop.outcomes import Unusable
from bot.workshop.workshop import Workshop
from domain.messages import Event, Media, MediaKind
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused
from handlers.filing.pictures import REFUSALS
from handlers.texts.sentences import label

log = structlog.get_logger()
MOST_PARTS = 100  # files of an upload that are looked at at all
MOST_BESIDES = 1_000_000  # bytes of an upload that are not its files
MADE = re.compile(r"[\w-]{8,64}")


class Uploads:
    def __init__(
        self,
        taking: Taking,
        setup: Setup,
        files: Files,
        workshop: Workshop,
        quota: Quota,
    ) -> None:
        self._taking = taking
        self._keeping = Keeping(
            setup,
            files,
            workshop,
        )
        self._quota = quota
        self._setup = setup

    async def upload(
        self,
        request: Request,
        chat: str,
        language: str,
    ) -> Response:
        """Several files are one album: each its own event, with the words on the first. What is no
        picture keeps none of the others back.
        """
        setup = self._setup
        if announced(request) > setup.most_photos * setup.most_bytes + MOST_BESIDES:
            return refused(language, self._too_big())
        limits = {"max_files": MOST_PARTS, "max_fields": 8}
        try:
            async with request.form(**limits) as form:
                upload = read(form)
                if not MADE.fullmatch(upload.made):
                    return refusal(language, "page-error-unreadable")
                try:
                    self._quota.take(
                        chat,
                        caller_of(request),
                        upload.files,
                    )
                    media, left = await self._stored(chat, upload)
                except Refused as why:
                    return await self._words_only(
                        chat,
                        upload,
                        why,
                        language,
                    )
        except (HTTPException, UnicodeDecodeError):
            return refusal(language, "page-error-unreadable")
        except OSError as error:
            # no room for it here: the page keeps it and sends it again
            log.error("upload.not_kept", why=error.strerror)
            return JSONResponse({"error": ""}, 503)
        return await self._said(
            chat,
            upload,
            media,
            left,
            language,
        )

    async def _said(
        self,
        chat: str,
        upload: Upload,
        media: Sequence[Media],
        left: Mapping[int, Refused],
        language: str,
    ) -> Response:
        mine = await self._keep(
            chat,
            upload,
            media,
            language,
        )
        events = _events(
            chat,
            upload,
            media,
            mine,
            language,
        )
        answer = await self._taking.hand_in(events)
        if not left or answer.status_code != 200:
            return answer
        return without(language, left, mine)

    async def _stored(
        self, chat: str, upload: Upload
    ) -> tuple[list[Media], dict[int, Refused]]:
        """What is taken, and why which file is not; raises Refused where that is none of them."""
        most = self._setup.most_photos
        if not upload.files:
            raise Refused("refuse-nothing")
        if len(upload.files) > most:
            raise Refused("refuse-too-many", most=most)
        media, left = [], {}
        for number, part in enumerate(upload.files):
            try:
                media.append(await self._keeping.store(chat, part))
            except Unusable as error:
                left[number] = self._why(error.reason)
        if not media:
            raise left[0]
        return media, left

    def _why(self, reason: str) -> Refused:
        key = REFUSALS.get(reason, REFUSALS["format"])
        return Refused(key, most=self._setup.most_bytes // 2**20)

    def _too_big(self) -> Refused:
        return Refused("refuse-too-big", most=self._setup.most_bytes // 2**20)

    async def _words_only(
        self, chat: str, upload: Upload, why: Refused, language: str
    ) -> Response:
        """The files are not taken, what was said beside them is."""
        words = replace(
            upload,
            made=f"{upload.made}-words",
            files=[],
        )
        heard = bool(words.caption.strip())
        if heard:
            mine = await self._keep(
                chat,
                words,
                (),
                language,
            )
            said = event(
                chat,
                words.made,
                language,
                text=words.caption,
                message_id=mine,
                reply_to=str(words.reply_to or ""),
            )
            answer = await self._taking.hand_in([said])
            if answer.status_code != 200:
                return answer
        return refused(
            language,
            why,
            heard=heard,
        )

    async def _keep(
        self, chat: str, upload: Upload, media: Sequence[Media], language: str
    ) -> str:
        """The id of the person's own message."""
        later = any(not one.sha for one in media)
        media = [one for one in media if one.sha]
        photos = [one.sha for one in media if one.kind is MediaKind.PHOTO]
        files = [
            {"sha": one.sha, "kind": one.kind.value, "name": one.name}
            for one in media
            if one.kind is not MediaKind.PHOTO
        ]
        about = {"reply_to": upload.reply_to or None, "uuid": upload.made}
        words = upload.caption
        if later:
            words = f"{words}\n{label(language, 'page-file-later')}".strip()
        body = draw.said(
            words,
            photos,
            files,
            None,
            **about,
        )
        return str(
            (
                await self._taking.keep(
                    chat,
                    upload.made,
                    body,
                )
            ).id
        )


def _events(
    chat: str, upload: Upload, media: Sequence[Media], mine: str, language: str
) -> list[Event]:
    return [
        event(
            chat,
            f"{upload.made}-{number}",
            language,
            text=upload.caption if number == 0 else "",
            media=(one,),
            album=upload.made if len(media) > 1 else "",
            message_id=mine,
            reply_to=str(upload.reply_to or ""),
        )
        for number, one in enumerate(media)
    ]
