"""Letters out: cards where something can be chosen, else words; pictures and files before them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial

from bot.channels.channel import Sent
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wecom.accepted import Accepted
from bot.channels.wecom.api import Api, Kind
from bot.channels.wecom.buttons import Labels
from bot.channels.wecom.card import draw, text_of
from bot.channels.wecom.cards import Cards
from bot.channels.wecom.errors import MEDIA_GONE, TASK_KNOWN, judged, missed, unpaid
from bot.channels.wecom.letters import edited, files
from bot.channels.wecom.metered import Metered
from bot.channels.wecom.receive import CHANNEL
from bot.channels.wecom.uploads import Uploads
from bot.channels.wecom.words import parts
from domain.messages import Reply
from storage.database import Database
from storage.memory.media import Kept
from storage.memory.recent import Recent
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

UNDER_WAY = 4096  # letters of several messages whose first ones have gone

Part = Callable[[], Awaitable[Accepted]]


class Sender:
    def __init__(
        self,
        database: Database,
        api: Api,
        cards: Cards,
        uploads: Uploads,
        labels: Labels,
        language: str,
    ) -> None:
        self._api = api
        self._cards = cards
        self._uploads = uploads
        self._labels = labels
        self._language = language
        self._meter = Metered(database, CHANNEL, many_of=self._many_of)
        self._database = database
        self._began: datetime | None = None
        self._done: Recent[int, int] = Recent(UNDER_WAY)

    def begins(self) -> None:
        """What was to be said before may have arrived."""
        self._began = self._database.clock()

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        """Raises SendError."""
        try:
            at = standing.message_id if standing else letter.reply.edits
            if at and await edited(self._cards, self._labels, letter, at):
                return [Sent(at, new=standing is None)]
            return await self._anew(letter, media)
        except (Refused, Uncertain, Unreached) as error:
            raise judged(error) from None

    def _many_of(self, reply: Reply) -> int:
        """Messages: what a card does not show goes before it."""
        files, card = len(reply.photos) + len(reply.files), int(bool(reply.choices))
        text = draw(reply, "", self._labels).text if card else text_of(reply)
        return files + len(parts(text)) + card

    # --- messages ---

    async def _anew(self, letter: Letter, media: Sequence[Kept]) -> list[Sent]:
        task_id = task_of(letter)
        found, reply = files(self._uploads, letter, media, self._language)
        going = [self._file(letter, kept, form) for kept, form in found]
        going += self._words(letter, reply, task_id)
        await self._all(letter, going)
        stands = reply.choices or reply.slot
        return [Sent(task_id)] if stands else []

    def _file(self, letter: Letter, kept: Kept, kind: Kind) -> Part:
        async def part() -> Accepted:
            to, media = [letter.to.chat], kept.media
            made = await self._uploads.media_id(media, kind)
            try:
                return await self._api.file(to, kind, made, self._again(letter))
            except Refused as refused:
                if refused.code != MEDIA_GONE:
                    raise
            self._uploads.gone(media, kind, made)
            made = await self._uploads.media_id(media, kind)
            return await self._api.file(to, kind, made)

        return part

    def _words(
        self,
        letter: Letter,
        reply: Reply,
        task_id: str,
    ) -> list[Part]:
        to = [letter.to.chat]
        if not reply.choices:
            return self._texts(letter, text_of(reply))
        drawn = draw(reply, task_id, self._labels)

        async def card() -> Accepted:
            at = (letter.to, task_id)
            try:
                sent = await self._api.card(to, drawn.card)
            except Refused as refused:
                if refused.code != TASK_KNOWN:
                    raise
                return Accepted()
            if sent.code:
                await self._cards.keep(at, sent.code)
            self._cards.shown(at, drawn.card)
            return sent

        return [*self._texts(letter, drawn.text), card]

    def _texts(self, letter: Letter, text: str) -> list[Part]:
        to, again = [letter.to.chat], self._again(letter)
        return [partial(self._api.text, to, part, again) for part in parts(text)]

    def _again(self, letter: Letter) -> bool:
        """Whether it may have arrived: a try went wrong, or the house before was at it."""
        before = self._began is None or letter.made_at < self._began
        return before or letter.tries > 0

    async def _all(self, letter: Letter, going: Sequence[Part]) -> None:
        """Those that have gone already are not sent again. Raises SendError, Refused, Uncertain or
        Unreached.
        """
        chat, done = letter.to.chat, self._done.get(letter.id) or 0
        many, why = len(going) - done, "more than WeCom delivers"
        await self._meter.wait_for(chat, many, why, letter.pressing)
        for part in going[done:]:
            self._meter.count(chat)
            _check(await part(), chat)
            done += 1
            self._done.keep(letter.id, done)
        self._done.drop([letter.id])


def task_of(letter: Letter) -> str:
    """The same for each try of one letter, and of no other: not even where the database is one of
    before.
    """
    when = int(letter.made_at.timestamp())
    return f"case-{letter.case_id or 0}-{letter.id}-{when}"


def _check(accepted: Accepted, chat: str) -> None:
    """Raises SendError where WeCom has not given it to them."""
    if chat in accepted.invalid:
        raise missed(chat)
    if chat in accepted.unpaid:
        raise unpaid()
