"""Cards where they stand: changed by the answer to a press, or by a code that they once gave."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.channels.tencent.calls import Refused
from bot.channels.tencent.turns import Turns
from bot.channels.wecom.answers import Answer, becomes, stamps
from bot.channels.wecom.api import Api
from bot.channels.wecom.drawn import Card, Drawn, Standing
from bot.channels.wecom.errors import judged
from storage.database import Database


class Cards(Drawn):
    """`change` and `stamp` say whether the card was changed; they raise SendError, Uncertain or
    Unreached where that has to be tried again. A code that WeCom does not take is spent.
    """

    def __init__(
        self,
        database: Database,
        api: Api,
        turns: Turns[Answer],
    ) -> None:
        super().__init__()
        self._database = database
        self._api = api
        self._turns = turns

    async def change(self, at: Standing, card: Card) -> bool:
        def replaces(code: str) -> Awaitable[None]:
            return self._api.replace(code, [at[0].chat], card)

        done = await self._changed(at, becomes(card), replaces)
        return self.changed(at, card, done)

    async def stamp(self, at: Standing, words: str) -> bool:
        """Words take the place of its buttons."""

        def stamped(code: str) -> Awaitable[None]:
            return self._api.stamp(code, [at[0].chat], words)

        return await self._changed(at, stamps(words), stamped)

    async def keep(self, at: Standing, code: str) -> None:
        """A code that WeCom has just given."""
        async with self._database.unit() as unit:
            await unit.card_codes.keep(*at, code)

    async def _changed(
        self, at: Standing, answer: Answer, by: Callable[[str], Awaitable[None]]
    ) -> bool:
        chat, task_id = at
        if await self._turns.say(chat.chat, answer, task_id):
            return True
        async with self._database.reader() as reader:
            codes = await reader.card_codes.of(chat, task_id)
        for code in codes:
            taken = await _taken(by(code))
            async with self._database.unit() as unit:
                await unit.card_codes.spent(chat, task_id, code)
            if taken:
                return True
        return False


async def _taken(call: Awaitable[None]) -> bool:
    """Whether the code was good. Raises SendError for what is not the code's fault."""
    try:
        await call
    except Refused as refused:
        verdict = judged(refused)
        if verdict.gone or not verdict.permanent:
            raise verdict from None
        return False
    return True
