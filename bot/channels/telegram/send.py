"""Letters out: which Bot API call a Reply becomes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.channels.channel import SendError, Sent
from bot.channels.telegram import calls, draw
from bot.channels.telegram.api import Api
from bot.channels.telegram.chats import where
from bot.channels.telegram.edit import edit
from bot.channels.telegram.errors import judged
from bot.channels.telegram.library import TelegramError
from bot.channels.telegram.media import Attachments, caption_of
from bot.channels.telegram.portions import Progress, What, portions
from bot.channels.telegram.riding import Riding
from bot.media.files import Files
from handlers.texts.sentences import say
from storage.memory.media import Kept
from storage.memory.recent import Recent
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

WORDS_WAIT = 3  # tries, of a second each
ONE_MESSAGE = draw.MOST_TEXT // 2  # characters that are one, whatever they are
UNDER_WAY = 4096  # letters of several messages whose first ones have gone


class Sender:
    def __init__(
        self,
        api: Api,
        files: Files,
        language: str,
        riding: Riding,
    ) -> None:
        self._api = api
        self._riding = riding
        self._language = language
        self._attachments = Attachments(api, files)
        self._under_way: Recent[int, Progress] = Recent(UNDER_WAY)

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        """Raises SendError."""
        try:
            return await self._send(
                letter,
                standing,
                media,
            )
        except TelegramError as error:
            raise judged(error) from None

    async def _send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        reply = letter.reply
        if reply.press_ref:
            return await calls.toast(self._api, self._riding, reply)
        if reply.edits or standing:
            edited = await edit(
                self._api,
                letter,
                standing,
            )
            if edited is not None:
                return edited
        going = portions(reply, media)
        if len(going) == 1 and not media and len(reply.text) <= ONE_MESSAGE:
            return await self._portion(
                letter,
                0,
                Progress(going),
            )
        progress = self._under_way.get(letter.id)
        if progress is None:
            progress = Progress(going, reply.place)
            self._under_way.keep(letter.id, progress)
        else:
            progress.here(media)
        return await self._all(letter, progress)

    async def _all(self, letter: Letter, progress: Progress) -> list[Sent]:
        """Those that have gone already are not sent again. Words do not wait long for what goes
        with them: that comes in a letter of its own then.
        """
        failed = None
        for n, portion in enumerate(progress.portions):
            if n in progress.sent:
                continue
            try:
                progress.sent[n] = await self._portion(
                    letter,
                    n,
                    progress,
                )
            except (SendError, TelegramError, OSError) as error:
                patience = WORDS_WAIT if isinstance(error, SendError) else 1
                bare = portion.what is What.WORDS and not progress.waits_for(n)
                if bare or letter.tries < patience:
                    raise
                failed = error
                progress.parts(n)
        if failed is not None and not progress.spoken:
            raise failed
        self._under_way.drop([letter.id])
        return progress.words_last()

    async def _portion(
        self, letter: Letter, number: int, progress: Progress
    ) -> list[Sent]:
        """What stands beside words makes no sound."""
        portion = progress.portions[number]
        reply, base = letter.reply, where(letter.to.chat)
        beside = portion.what in (What.MEDIA, What.PIN) and reply.text
        if reply.silent or beside:
            base["disable_notification"] = True
        if portion.what is What.PIN:
            return await calls.place(self._api, reply, base)
        if portion.what is What.CALL:
            return await calls.call(self._api, portion.number, base)
        if portion.what is What.MEDIA and reply.text:
            done = progress.attached(number)
            await self._attachments.send(
                letter,
                portion.media,
                base,
                {},
                done,
            )
            progress.withheld += done.withheld
            return done.sent
        return await self._words(
            letter,
            number,
            base,
            progress,
        )

    async def _words(
        self, letter: Letter, number: int, base: dict[str, Any], progress: Progress
    ) -> list[Sent]:
        """With the one file that they are the caption of, and how many are withheld. In as many
        messages as it needs, the buttons below the last one.
        """
        reply, portion = letter.reply, progress.portions[number]
        caption: dict[str, Any] = {}
        if len(portion.media) == 1:
            caption = caption_of(reply, self._told(reply.text, progress.withheld))
        done = progress.attached(number)
        if not done.captioned:
            await self._attachments.send(
                letter,
                portion.media,
                base,
                caption,
                done,
            )
        if done.captioned:
            return done.sent
        text = self._told(reply.text, progress.withheld + done.withheld)
        parts = draw.split(text) if text else []
        for part in parts[progress.said :]:
            last = part is parts[-1]
            done.sent.append(
                await calls.text(
                    self._api,
                    letter,
                    part,
                    base,
                    last,
                )
            )
            progress.said += 1
        return done.sent

    def _told(self, text: str, withheld: int) -> str:
        """The text, with a line about files that the chat takes in no form."""
        if not withheld:
            return text
        line = say(
            self._language,
            "media-withheld",
            count=withheld,
        )
        return f"{text}\n\n{line}" if text else line
