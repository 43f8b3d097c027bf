"""A fake Telegram Bot API as a real HTTP server, for one bot: in-process for tests, or standalone
as a process.

Use:

    async with FakeTelegram(token="1:TEST") as telegram:
        rider = telegram.user(1001, "Wang", language="zh-hans")

    python -m tests.fakes.telegram.server --port 8081 --token 1:TEST --latency-ms 50
"""

import argparse
import asyncio
import signal
import time
from collections.abc import Callable, Iterable
from typing import Any, Self, TypeVar

from aiohttp import web

from tests.fakes.telegram.control_routes import Control
from tests.fakes.telegram.failures import Failure, FailurePlan, Kind, RateLimits
from tests.fakes.telegram.groups import FakeGroup
from tests.fakes.telegram.http import BotApi
from tests.fakes.telegram.message import Json, Message
from tests.fakes.telegram.people import FakeUser, Speaker
from tests.fakes.telegram.state import Chat, State, User
from tests.fakes.telegram.updates import UpdateQueue

LARGEST_REQUEST = 60 * 1024 * 1024  # bytes, above every limit that has its own answer
Found = TypeVar("Found")


class FakeTelegram:
    """One bot's Telegram: start it, put people into it, let a bot talk to base_url."""

    def __init__(
        self,
        token: str = "1:TEST",
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        latency_ms: float = 0,
        clock: Callable[[], float] = time.time,
        bot_username: str = "gridbee_bot",
    ) -> None:
        self.token, self.host, self.port, self.latency_ms = (
            token,
            host,
            port,
            latency_ms,
        )
        self.state = State(clock, bot_username)
        self.state.bot.id = int(token.partition(":")[0])
        self.updates = UpdateQueue()
        self.failures = FailurePlan()
        self.rate_limits = RateLimits()
        self.people: dict[int, FakeUser] = {}
        self.groups: dict[int, FakeGroup] = {}
        self._bot_api = BotApi(self)
        self._control = Control(self)
        self._runner: web.ServerRunner | None = None

    # -- its life
    # ---

    async def start(self) -> None:
        server = web.Server(
            self._handle,
            request_factory=_request,
            access_log=None,
            handler_cancellation=True,
        )
        self._runner = web.ServerRunner(server, shutdown_timeout=0.05)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Close all connections, also those that are held."""
        if self.updates.webhook is not None:
            await self.updates.webhook.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    @property
    def base_url(self) -> str:
        """What a bot is given instead of https://api.telegram.org/bot."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path.startswith("/control/"):
            return await self._control.answer(request)
        return await self._bot_api.answer(request)

    # -- its people
    # ---

    def user(
        self,
        user_id: int,
        name: str = "Rider",
        *,
        language: str | None = None,
        username: str | None = None,
        started: bool = False,
    ) -> FakeUser:
        """A person, new or known; `started` as if they had pressed Start before, without an
        update.
        """
        if user_id not in self.people:
            user = self.state.users[user_id] = User(user_id, name, language, username)
            chat = self.state.chats[user_id] = Chat(
                user_id, "private", name, username, started=started
            )
            self.people[user_id] = FakeUser(self.state, self.updates, user, chat)
        return self.people[user_id]

    def group(
        self,
        chat_id: int,
        title: str = "Grid",
        members: Iterable[Speaker] = (),
        *,
        kind: str | None = None,
        privacy: bool = True,
        bot_status: str = "member",
    ) -> FakeGroup:
        """A group, new or known; ids below -1000000000000 make a supergroup unless `kind` says
        otherwise.
        """
        if chat_id not in self.groups:
            kind = kind or ("supergroup" if chat_id < -1_000_000_000_000 else "group")
            chat = Chat(chat_id, kind, title, bot_status=bot_status, privacy=privacy)
            chat.members = {member.id for member in members}
            self.state.chats[chat_id] = chat
            self.groups[chat_id] = FakeGroup(self.state, self.updates, chat)
        return self.groups[chat_id]

    # -- updates
    # ---

    def push(self, update: Json) -> int:
        """Deliver an update as it is; its id."""
        return self.updates.push_raw(update)

    def repeat(self, update_id: int | None = None) -> int:
        """Deliver an update once more under the same id, by default the newest; its id."""
        again = (
            self.updates.everything[-1]["update_id"] if update_id is None else update_id
        )
        self.updates.repeat(again)
        return int(again)

    def expire_queries(self) -> None:
        """All button presses so far become too old to be answered."""
        for query in self.state.queries.values():
            query.expired = True

    # -- what goes wrong, and what went on
    # ---

    def fail(
        self,
        method: str | None = None,
        times: int = 1,
        kind: Kind = "500",
        **details: Any,
    ) -> Failure:
        """Plan a failure; `details` are fields of Failure: chat_id, skip, retry_after, seconds,
        ms, description.
        """
        return self.failures.add(Failure(method, kind, times, **details))

    @property
    def counts(self) -> dict[str, int]:
        """Calls per method so far, failed ones too; "file" counts downloads."""
        return self.state.counts

    def messages(self, chat_id: int) -> list[Message]:
        """The bot's messages to be seen in a chat now."""
        return (
            self.state.chats[chat_id].visible() if chat_id in self.state.chats else []
        )

    def bytes_of(self, message: Message) -> bytes:
        """What the bot (or a person) sent as picture, voice, video or document."""
        assert message.media is not None, "a message without a file"
        return self.state.files[message.media[1]].data

    async def until(
        self, condition: Callable[[], Found], timeout: float = 5.0
    ) -> Found:
        """Wait until `condition` holds, looked at after every call of the bot; its value.

        AssertionError after `timeout` seconds, with the bot's last calls.
        """
        try:
            async with asyncio.timeout(timeout):
                while True:
                    changed = self.state.changed.next()
                    if value := condition():
                        return value
                    await changed
        except TimeoutError:
            calls = [
                (call.method, call.status, call.params)
                for call in list(self.state.calls)[-8:]
            ]
            raise AssertionError(
                f"waited {timeout} s in vain; the bot's last calls: {calls}"
            ) from None


def _request(
    message: Any, payload: Any, protocol: Any, writer: Any, task: Any
) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop, client_max_size=LARGEST_REQUEST
    )


async def _serve(options: argparse.Namespace) -> None:
    done = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, done.set)
    telegram = FakeTelegram(
        options.token,
        host=options.host,
        port=options.port,
        latency_ms=options.latency_ms,
    )
    async with telegram:
        print(f"fake Telegram on {telegram.url}", flush=True)
        await done.wait()


def main() -> None:
    parser = argparse.ArgumentParser(
        description="A fake Telegram Bot API server with a control API."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument(
        "--port", type=int, default=8081, help="0 takes a free one; it is printed"
    )
    parser.add_argument("--token", default="1:TEST")
    parser.add_argument("--latency-ms", type=float, default=0)
    asyncio.run(_serve(parser.parse_args()))


if __name__ == "__main__":
    main()
