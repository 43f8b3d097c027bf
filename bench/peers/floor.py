"""The floor: what this machine can do for this conversation in Python without any framework.

Raw HTTP on asyncio.Protocol with a pool of kept connections, uvloop, msgspec, bare sqlite3.
Durable: one transaction per poll batch holds every rider's state and the new cases, and is
committed before the next offset acknowledges the batch. Not durable, on purpose: the replies (no
outbox), and nothing is retried. It is a bound, not a bot.
"""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from collections.abc import Iterable
from typing import Any

import msgspec
import uvloop

from bench.peers import common
from bench.peers.floor_http import Client
from bench.peers.floor_updates import Batch, Chain, Update

STATES = (
    "CREATE TABLE IF NOT EXISTS states "
    "(chat INTEGER PRIMARY KEY, step INTEGER NOT NULL, draft BLOB NOT NULL)"
)
KEEP = (
    "INSERT INTO states VALUES (?, ?, ?) ON CONFLICT (chat) "
    "DO UPDATE SET step=excluded.step, draft=excluded.draft"
)
ASK = {
    "keyboard": [[{"text": "发送位置", "request_location": True}]],
    "resize_keyboard": True,
    "one_time_keyboard": True,
}


def ignore(body: bytes) -> None:
    """The answer to a call that nothing follows."""


def inline(buttons: common.Buttons) -> dict[str, Any]:
    """Draw rows of (label, data)."""
    return {
        "inline_keyboard": [
            [{"text": label, "callback_data": data} for label, data in row]
            for row in buttons
        ]
    }


MENU = inline(common.rows(common.MENU))
CARD = inline(common.rows(common.CARD))


class Bot:
    """State of every rider in memory, the same in the database."""

    def __init__(self, base: sqlite3.Connection, last: int) -> None:
        self.base, self.last, self.offset = base, last, 0
        self.drafts: dict[int, tuple[int, common.Draft]] = {}
        self.encode = msgspec.msgpack.Encoder().encode

    def take(self, batch: Iterable[Update]) -> list[Chain]:
        """Handle a batch in one transaction; the chains may be sent once this returns."""
        chains: list[Chain] = []
        touched: set[int] = set()
        self.base.execute("BEGIN IMMEDIATE")
        for update in batch:
            self.offset = update.update_id + 1
            if update.message is not None:
                chat = update.message["chat"]["id"]
                chains.append(self.hear(chat, update.message))
                touched.add(chat)
            elif (query := update.callback_query) is not None:
                touched.add(query["from"]["id"])
                chains.extend(self.press(query["from"]["id"], query))
        states = ((chat, *self.drafts.get(chat, (0, None))) for chat in touched)
        self.base.executemany(
            KEEP, [(chat, step, self.encode(draft)) for chat, step, draft in states]
        )
        self.base.execute("COMMIT")
        return chains

    def hear(self, chat: int, message: dict[str, Any]) -> Chain:
        """Steps 0 to 2: greeting, photo with words, place."""
        step, draft = self.drafts.get(chat, (0, common.Draft()))
        if "photo" in message and step == 1:
            draft = common.Draft(
                words=message.get("caption", ""), photo=message["photo"][-1]["file_id"]
            )
            self.drafts[chat] = 2, draft
            return [
                (
                    "sendMessage",
                    {"chat_id": chat, "text": common.ASK_PLACE, "reply_markup": ASK},
                )
            ]
        if "location" in message and step == 2:
            draft.lat, draft.lon = (
                message["location"]["latitude"],
                message["location"]["longitude"],
            )
            self.drafts[chat] = 3, draft
            return [("sendMessage", {"chat_id": chat, **shown(draft)})]
        self.drafts[chat] = 1, common.Draft()
        return [
            (
                "sendMessage",
                {"chat_id": chat, "text": common.GREETING, "reply_markup": MENU},
            )
        ]

    def press(self, chat: int, query: dict[str, Any]) -> list[Chain]:
        """Steps 3 and 4: category, submit."""
        answer: Chain = [("answerCallbackQuery", {"callback_query_id": query["id"]})]
        step, draft = self.drafts.get(chat, (0, common.Draft()))
        if step != 3:
            return [answer]
        edit = {"chat_id": chat, "message_id": query["message"]["message_id"]}
        if query["data"] != "submit":
            draft.category = query["data"].removeprefix("cat:")
            return [answer, [("editMessageText", edit | shown(draft))]]
        number = self.store(chat, draft)
        spot = {
            "chat_id": common.coordinator(draft),
            "latitude": draft.lat,
            "longitude": draft.lon,
        }
        card = {
            "chat_id": common.coordinator(draft),
            "photo": draft.photo,
            "caption": common.card(number, draft),
        }
        told: Chain = [
            ("sendLocation", spot),
            ("sendPhoto", card | {"reply_markup": CARD}),
        ]
        return [
            answer,
            [("editMessageText", edit | {"text": common.receipt(number)})],
            told,
        ]

    def store(self, chat: int, draft: common.Draft) -> str:
        """The case and its history, inside the batch's transaction."""
        self.last += 1
        number, row, history = common.case_rows(self.last, draft, chat)
        self.base.execute(common.ADD_CASE, row)
        self.base.execute(common.ADD_HISTORY, history)
        del self.drafts[chat]
        return number


def shown(draft: common.Draft) -> dict[str, Any]:
    """The summary's text and buttons."""
    return {
        "text": common.summary(draft),
        "reply_markup": inline(common.summary_buttons(draft)),
    }


async def run(base_url: str, path: str) -> None:
    """Poll, commit, send, acknowledge, until SIGTERM."""
    stop, client = asyncio.Event(), Client(base_url)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    base = sqlite3.connect(path, isolation_level=None)
    for statement in (*common.PRAGMAS, STATES):
        base.execute(statement)
    bot, decode = Bot(base, common.prepare(path)), msgspec.json.Decoder(Batch).decode

    def polled(body: bytes) -> None:
        chains = bot.take(batch) if (batch := decode(body).result) else []
        client.call("getUpdates", {"offset": bot.offset, "timeout": 10}, polled)
        for chain in chains:
            client.send(chain)

    client.call("getUpdates", {"offset": 0, "timeout": 10}, polled)
    await stop.wait()
    base.close()


def main() -> None:
    """Run until SIGTERM."""
    given = common.options(__doc__)
    uvloop.run(run(given.base, given.db))


if __name__ == "__main__":
    main()
