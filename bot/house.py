"""The only file that knows all the parts: what is built from the configuration, started, watched
and stopped.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import socket
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import IO, Any

import structlog
import uvicorn
from starlette.routing import Route
from telegram.error import InvalidToken

from bot.channels.channel import Channel
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.receive import TokenTaken
from bot.channels.web import app as web_app
from bot.channels.web.receive import Receiver
from bot.channels.web.send import Hub, Web
from bot.config.settings import Config
from bot.logs import told
from bot.loops.delivery import Delivery
from bot.loops.fetching import Fetching
from bot.loops.intake import Intake
from bot.loops.ticks import Ticks
from bot.media.files import Files
from handlers.dialog.setup import Setup
from storage.database import AlreadyRunning, Database

log = structlog.get_logger()
FATAL = (TokenTaken, InvalidToken)
STOP_SECONDS = 3.0


class House:
    """`phones` makes the demo page. Call `run()`; it returns after `stop()` or raises what
    cannot be mended.
    """

    def __init__(
        self, config: Config, phones: list[dict[str, str]] | None = None
    ) -> None:
        self.config = config
        self.database = Database(config.database_url)
        self.files = Files(config.service.data / "files")
        self.links: dict[str, str] = {"web": config.web.address + "/?start={code}"}
        self.setup: Setup = config.setup(self.links)
        self.channels: dict[str, Channel] = {}
        self.delivery = Delivery(self.database, self.setup, self.channels)
        self.intake = Intake(self.database, self.setup, self.delivery)
        self.ticks = Ticks(self.database, self.setup, self.delivery)
        self.telegram: Telegram | None = None
        if config.telegram.secret_token:
            self.telegram = Telegram(
                config.telegram,
                self.database,
                self.files,
                self.intake.offer,
                config.service.language,
            )
            self.channels["telegram"] = self.telegram
        self.server = self._server(phones)
        self._stop = asyncio.Event()
        self._lock: IO[str] | None = None
        self._socket: socket.socket | None = None
        self.started = asyncio.Event()

    def _server(self, phones: list[dict[str, str]] | None) -> uvicorn.Server | None:
        """The web server, where the chat is switched on or Telegram's webhook needs a door."""
        config, routes = self.config, []
        if config.web.enabled:
            hub = Hub()
            self.channels["web"] = Web(self.database, hub)
            receiver = Receiver(
                self.database, self.setup, self.files, hub, self.intake.offer
            )
            routes += web_app.Pages(
                self.database, self.setup, self.files, hub, receiver, phones or []
            ).routes()
        if self.telegram is not None and config.telegram.mode == "webhook":
            routes.append(Route("/telegram", self.telegram.webhook, methods=["POST"]))
        if not routes:
            return None
        options = uvicorn.Config(
            web_app.build(routes),
            host=config.web.host,
            port=config.web.port,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=1,
            lifespan="off",
        )
        return uvicorn.Server(options)

    @property
    def port(self) -> int:
        """The port the web server really listens on."""
        return (
            int(self._socket.getsockname()[1])
            if self._socket is not None
            else self.config.web.port
        )

    def stop(self) -> None:
        self._stop.set()

    async def run(self) -> None:
        """Raises AlreadyRunning, TokenTaken or InvalidToken; everything else is logged and tried
        again.
        """
        self._lock = hold_folder(self.config.service.data)
        self._socket = (
            listen(self.config.web.host, self.config.web.port)
            if self.server is not None
            else None
        )
        tasks: set[asyncio.Task[None]] = set()
        try:
            await self.database.start()
            await self.database.hold()
            await self.delivery.start()
            tasks = {asyncio.create_task(run, name=name) for name, run in self._loops()}
            self.ticks.start()
            self.started.set()
            tasks.add(asyncio.create_task(self._wait_for_stop(), name="stop"))
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            await self._close(tasks)

    async def _wait_for_stop(self) -> None:
        await self._stop.wait()

    def _loops(self) -> list[tuple[str, Coroutine[Any, Any, None]]]:
        loops: list[tuple[str, Coroutine[Any, Any, None]]] = [
            ("intake", kept_up("intake", self.intake.run)),
            ("delivery", kept_up("delivery", self.delivery.run)),
        ]
        if self.config.media.fetch:
            fetching = Fetching(
                self.database, self.setup, self.channels, self.files, self.delivery
            )
            loops.append(("fetching", kept_up("fetching", fetching.run)))
        if self.telegram is not None:
            loops.append(("telegram", self._telegram(self.telegram)))
        if self.server is not None:
            loops.append(("web", self._serve(self.server)))
        return loops

    async def _telegram(self, telegram: Telegram) -> None:
        await telegram.start()
        self.links["telegram"] = f"https://t.me/{telegram.username}?start={{code}}"
        log.info(
            "telegram.ready", username=telegram.username, mode=self.config.telegram.mode
        )
        await kept_up("telegram", telegram.run)

    async def _serve(self, server: uvicorn.Server) -> None:
        """uvicorn without its own signal handling: the house decides when to stop."""
        await server._serve(sockets=[self._socket] if self._socket else None)
        if not self._stop.is_set():
            raise RuntimeError("the web server ended by itself")

    async def _close(self, tasks: set[asyncio.Task[None]]) -> None:
        """Stops taking in first, then lets what is under way come to its end, within a few
        seconds.
        """
        self.ticks.stop()
        if "web" in self.channels:
            await self.channels["web"].stop()
        if self.server is not None:
            self.server.should_exit = True
        for task in tasks:
            if task.get_name() not in ("web", "delivery"):
                task.cancel()
        await self.delivery.settle(STOP_SECONDS)
        for task in tasks:
            if task.get_name() != "web":
                task.cancel()
        await asyncio.wait(tasks, timeout=1.5) if tasks else None
        for task in tasks:
            task.cancel()
        for channel in self.channels.values():
            await channel.stop()
        await self.database.close()
        if self._lock is not None:
            self._lock.close()


async def kept_up(name: str, run: Callable[[], Awaitable[None]]) -> None:
    """Runs a loop for ever: what breaks it is logged, and it starts again. What cannot be mended
    goes up.
    """
    delay = 0.5
    while True:
        try:
            await run()
        except FATAL:
            raise
        except asyncio.CancelledError:
            raise
        except Exception as error:
            log.error("loop.broken", loop=name, **told(error))
        await asyncio.sleep(delay)
        delay = min(delay * 2, 15)


def listen(host: str, port: int) -> socket.socket:
    """The web server's socket. Raises OSError, with the address, where somebody else has the
    port.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        why = f"cannot listen on {host}:{port} ({error.strerror}); choose another [web] port"
        raise OSError(error.errno, why) from None
    return made


def hold_folder(data: Path) -> IO[str]:
    """Takes the data folder for this process. Raises AlreadyRunning where another has it; a kill
    lets go of it.
    """
    data.mkdir(parents=True, exist_ok=True)
    lock = open(data / "gridbee.lock", "a+", encoding="utf-8")  # noqa: SIM115
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise AlreadyRunning(f"another Gridbee is running on {data}") from None
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock
