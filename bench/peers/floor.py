"""The floor: what this machine can do for this conversation in Python without any framework.

Raw HTTP on asyncio.Protocol with a pool of kept connections, uvloop, msgspec, bare sqlite3.
Durable: one transaction per poll batch holds every rider's state and the new cases, and is
committed before the next offset acknowledges the batch. Not durable, on purpose: the replies (no
outbox), and nothing is retried. It is a bound, not a bot.
"""

import asyncio
import signal
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, cast

import msgspec
import uvloop

from bench.peers import common

CONNECTIONS = 512
HEAD = "POST /bot{token}/{method} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: "
STATES = "CREATE TABLE IF NOT EXISTS states (chat INTEGER PRIMARY KEY, step INTEGER NOT NULL, draft BLOB NOT NULL)"
KEEP = "INSERT INTO states VALUES (?, ?, ?) ON CONFLICT (chat) DO UPDATE SET step=excluded.step, draft=excluded.draft"
ASK = {
    "keyboard": [[{"text": "发送位置", "request_location": True}]],
    "resize_keyboard": True,
    "one_time_keyboard": True,
}

Call = tuple[str, dict[str, Any]]
Chain = list[Call]
"""Calls that must arrive in this order."""


class Update(msgspec.Struct):
    """The few fields of an update that matter here."""

    update_id: int
    message: dict[str, Any] | None = None
    callback_query: dict[str, Any] | None = None


class Batch(msgspec.Struct):
    """An answer of getUpdates."""

    result: list[Update]


class Link(asyncio.Protocol):
    """One connection with at most one request under way; `then` gets the answer's body."""

    def __init__(self, free: Callable[["Link"], None]) -> None:
        self.free, self.waiting = free, b""
        self.then: Callable[[bytes], None] | None = None
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ready for requests."""
        self.transport = cast(asyncio.Transport, transport)

    def ask(self, request: bytes, then: Callable[[bytes], None]) -> None:
        """Send one request."""
        assert self.transport is not None
        self.then = then
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        """Collect the answer; when it is whole, become free and pass it on."""
        self.waiting = data = self.waiting + data
        end = data.find(b"\r\n\r\n")
        if end < 0:
            return
        at = data.index(b"Content-Length: ") + 16
        if len(data) < end + 4 + int(data[at : data.index(b"\r\n", at)]):
            return
        self.waiting, then, self.then = b"", self.then, None
        self.free(self)
        if then is not None:
            then(data[end + 4 :])


class Client:
    """A pool of links; what finds none free waits in line."""

    def __init__(self, base: str) -> None:
        host, _, port = base.removeprefix("http://").partition(":")
        self.host, self.port, self.opened = host, int(port), 0
        self.idle: list[Link] = []
        self.line: deque[tuple[bytes, Callable[[bytes], None]]] = deque()
        self.heads: dict[str, bytes] = {}
        self.encode = msgspec.json.Encoder().encode
        self.opening: set[asyncio.Task[None]] = set()

    def call(
        self, method: str, params: dict[str, Any], then: Callable[[bytes], None]
    ) -> None:
        """Call a method; `then` hears the body of the answer."""
        head = self.heads.get(method)
        if head is None:
            head = HEAD.format(
                token=common.TOKEN, method=method, host=f"{self.host}:{self.port}"
            ).encode()
            self.heads[method] = head
        body = self.encode(params)
        request = b"%b%d\r\n\r\n%b" % (head, len(body), body)
        if self.idle:
            self.idle.pop().ask(request, then)
            return
        self.line.append((request, then))
        if self.opened < CONNECTIONS:
            self.opened += 1
            task = asyncio.ensure_future(self.open())
            self.opening.add(task)
            task.add_done_callback(self.opening.discard)

    async def open(self) -> None:
        """Open one more link."""
        loop = asyncio.get_running_loop()
        _, link = await loop.create_connection(
            lambda: Link(self.free), self.host, self.port
        )
        self.free(link)

    def free(self, link: Link) -> None:
        """Give a free link to the first in line."""
        if self.line:
            link.ask(*self.line.popleft())
        else:
            self.idle.append(link)

    def send(self, chain: Chain) -> None:
        """Make the calls of a chain one after the other."""
        (method, params), rest = chain[0], chain[1:]
        self.call(method, params, (lambda body: self.send(rest)) if rest else ignore)


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
