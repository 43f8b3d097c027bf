"""Letters out: cards where something can be chosen, else words; and words to whoever pressed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.channels.aibot.cards import Cards
from bot.channels.aibot.draw import markdown, of_words
from bot.channels.aibot.errors import TASK_KNOWN, judged
from bot.channels.aibot.line import Line
from bot.channels.aibot.presses import Presses
from bot.channels.aibot.receive import CHANNEL, GROUP, is_private
from bot.channels.channel import SendError, Sent
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wecom.buttons import Labels
from bot.channels.wecom.card import draw, with_choices
from bot.channels.wecom.meter import LONGEST, Meter
from bot.channels.wecom.send import task_of
from handlers.casework.card import shown_to_all
from storage.database import Database
from storage.memory.recent import Recent
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

SINGLE_CHAT, GROUP_CHAT = 1, 2
UNDER_WAY = 1024  # letters of two messages whose first one has gone

Part = tuple[str, dict[str, Any]]
"""What it is for WeCom (msgtype), and its content."""


class Sender:
    def __init__(
        self,
        database: Database,
        line: Line,
        cards: Cards,
        presses: Presses,
        labels: Labels,
    ) -> None:
        self._database = database
        self._line = line
        self._cards = cards
        self._presses = presses
        self._labels = labels
        self._meter = Meter()
        self._recalls = True
        self._recalled = asyncio.Lock()
        self._done: Recent[int, int] = Recent(UNDER_WAY)

    async def send(self, letter: Letter, standing: SentMessage | None) -> list[Sent]:
        """Raises SendError."""
        reply = letter.reply
        if reply.press_ref:
            self._presses.word(reply.press_ref, reply.text)
            return []
        at = standing.message_id if standing else reply.edits
        if at and await self._edited(letter, at):
            return [Sent(at, new=standing is None)]
        if not await self._may_be_read(letter):
            return []
        return await self._anew(letter)

    # --- a card that stands ---

    async def _edited(self, letter: Letter, task_id: str) -> bool:
        """Whether no new message is needed: what nobody is to hear of waits for a press."""
        at, reply = (letter.to, task_id), letter.reply
        if reply.text:
            drawn = draw(reply, task_id, self._labels)
            if drawn.text and not reply.silent:
                return False  # the card alone would not say it all
            return await self._cards.change(at, drawn.card) or reply.silent
        known = self._cards.last(at)
        if known is not None:
            card = with_choices(known, reply, self._labels)
            await self._cards.change(at, card)
        return True

    # --- messages ---

    async def _may_be_read(self, letter: Letter) -> bool:
        """What has waited may have become confidential meanwhile: a group reads nothing of it."""
        if letter.case_id is None or is_private(letter.to.chat):
            return True
        async with self._database.unit() as unit:
            case = await unit.cases.get(letter.case_id)
        return case is not None and shown_to_all(case)

    async def _anew(self, letter: Letter) -> list[Sent]:
        task_id, reply = task_of(letter), letter.reply
        if not reply.choices:
            await self._all(letter, [words(markdown(reply.text))])
            return [Sent(task_id)] if reply.slot else []
        drawn = draw(reply, task_id, self._labels)
        going = [words(of_words(drawn.text))] if drawn.text else []
        await self._all(letter, [*going, ("template_card", drawn.card)])
        self._cards.shown((letter.to, task_id), drawn.card)
        return [Sent(task_id)]

    async def _all(self, letter: Letter, going: Sequence[Part]) -> None:
        """Those that have gone already are not sent again. Raises SendError."""
        chat, done = letter.to.chat, self._done.get(letter.id) or 0
        await self._wait_for(chat, len(going) - done)
        for part in going[done:]:
            await self.say(chat, part)
            done += 1
            self._done.keep(letter.id, done)
        self._done.drop([letter.id])

    async def say(self, chat: str, part: Part) -> None:
        """Raises SendError."""
        kind, content = part
        body = where(chat) | {"msgtype": kind, kind: content}
        self._meter.count(chat, asyncio.get_running_loop().time())
        try:
            await self._line.ask("aibot_send_msg", body)
        except Refused as refused:
            if refused.code != TASK_KNOWN:
                raise judged(refused) from None
        except (Uncertain, Unreached) as error:
            raise judged(error) from None

    # --- no more than a chat may get ---

    async def _wait_for(self, chat: str, many: int) -> None:
        """Raises SendError where so many more would be too many."""
        await self._recall()
        wait = self._meter.wait(chat, many, asyncio.get_running_loop().time())
        if wait > 0:
            after = timedelta(seconds=wait)
            raise SendError("more than WeCom takes", after=after, busy=True)

    async def _recall(self) -> None:
        """What an earlier run of this hour has sent counts too."""
        async with self._recalled:
            if not self._recalls:
                return
            now, at = self._database.clock(), asyncio.get_running_loop().time()
            async with self._database.reader() as reader:
                since = now - timedelta(seconds=LONGEST)
                sent = await reader.lately.sent(CHANNEL, since)
            self._meter.recall(
                (chat, at - (now - when).total_seconds()) for chat, when, _ in sent
            )
            self._recalls = False


def words(text: str) -> Part:
    return "markdown", {"content": text}


def where(chat: str) -> dict[str, Any]:
    """The fields by which WeCom knows this chat."""
    if chat.startswith(GROUP):
        return {"chatid": chat.removeprefix(GROUP), "chat_type": GROUP_CHAT}
    return {"chatid": chat, "chat_type": SINGLE_CHAT}
