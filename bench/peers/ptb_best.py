"""PTB at its best: many chats at the same time, aiohttp instead of httpx, orjson, uvloop, no
persistence.

ConversationHandler wants each chat's updates one by one; the update processor below keeps that
promise. The request class is what `telegram.request.BaseRequest` documents for other HTTP clients.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import orjson
import uvloop
from aiohttp import web
from telegram import Update
from telegram.error import NetworkError, TimedOut
from telegram.ext import Application, ApplicationBuilder, BaseUpdateProcessor
from telegram.request import BaseRequest, RequestData

from bench.peers import common
from bench.peers.ptb_steps import conversation

AT_ONCE = 1024
"""Updates in work at the same time; more than there are riders in the default run."""
Opened = Callable[[Any], Awaitable[None]]
LONGEST = 60.0
"""Seconds after which a call is given up."""


class PerChat(BaseUpdateProcessor):
    """One update at a time per chat, many chats at a time. A chat's lock goes when nobody waits
    for it.
    """

    def __init__(self) -> None:
        super().__init__(AT_ONCE)
        self.tails: dict[int, asyncio.Future[None]] = {}

    async def do_process_update(
        self, update: object, coroutine: Awaitable[Any]
    ) -> None:
        """Wait for the chat's update before this one, then process."""
        assert isinstance(update, Update)
        chat = update.effective_chat.id if update.effective_chat else 0
        before = self.tails.get(chat)
        mine = self.tails[chat] = asyncio.get_running_loop().create_future()
        try:
            if before is not None:
                await before
            await coroutine
        finally:
            mine.set_result(None)
            if self.tails.get(chat) is mine:
                del self.tails[chat]

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Nothing to do."""


class AiohttpRequest(BaseRequest):
    """PTB's requests over one aiohttp session. Uploads are not needed here: photos are sent by
    file id.
    """

    def __init__(self) -> None:
        self.session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds."""
        return LONGEST

    async def initialize(self) -> None:
        """Open the session, with no limit on connections."""
        if self.session is None:
            connector = aiohttp.TCPConnector(limit=0, ttl_dns_cache=3600)
            self.session = aiohttp.ClientSession(
                connector=connector, timeout=aiohttp.ClientTimeout(total=LONGEST)
            )

    async def shutdown(self) -> None:
        """Close the session."""
        if self.session is not None:
            await self.session.close()
            self.session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *timeouts: Any,
        **more: Any,
    ) -> tuple[int, bytes]:
        """Post the parameters as JSON, which spares encoding the reply markup twice."""
        assert self.session is not None
        body = orjson.dumps(request_data.parameters) if request_data else None
        try:
            async with self.session.request(
                method, url, data=body, headers={"Content-Type": "application/json"}
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(repr(error)) from error

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read the answer with orjson, as BaseRequest's documentation suggests."""
        found: dict[str, Any] = orjson.loads(payload)
        return found


def main() -> None:
    """Run until SIGTERM."""
    given = common.options(__doc__)
    cases = common.Cases(given.db)

    async def opened(application: Application) -> None:  # type: ignore[type-arg]
        await cases.open()
        application.bot_data["cases"] = cases.add

    async def closed(application: Application) -> None:  # type: ignore[type-arg]
        await cases.close()

    application = (
        ApplicationBuilder()
        .token(common.TOKEN)
        .base_url(f"{given.base}/bot")
        .base_file_url(f"{given.base}/file/bot")
        .request(AiohttpRequest())
        .get_updates_request(AiohttpRequest())
        .concurrent_updates(PerChat())
        .post_init(opened)
        .post_shutdown(closed)
        .build()
    )
    application.add_handler(conversation(persistent=False))
    asyncio.set_event_loop(uvloop.new_event_loop())
    if given.port:
        uvloop.run(serve(application, opened, given.port))
    else:
        application.run_polling(allowed_updates=Update.ALL_TYPES)


async def serve(application: Any, opened: Opened, port: int) -> None:
    """Run by webhook behind aiohttp's server, as PTB's example `customwebhookbot` shows it for
    another one; an update is acknowledged before it is handled, as in PTB's own server.
    """

    async def take(request: web.Request) -> web.Response:
        update = Update.de_json(orjson.loads(await request.read()), application.bot)
        await application.update_queue.put(update)
        return web.Response()

    app = web.Application()
    app.router.add_post(common.HOOK, take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    async with application:
        await opened(application)
        await web.TCPSite(runner, "127.0.0.1", port).start()
        await application.start()
        found = common.webhook(port)
        await application.bot.do_api_request("setWebhook", api_kwargs=found)
        await asyncio.Event().wait()


if __name__ == "__main__":
    main()
