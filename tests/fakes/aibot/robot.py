"""A fake aibot: the server side of its long connection (101463), and who speaks in its chats.

Use:

    group = wecom.aibot.group("g1", zhang, zhou)    # the bot connects to wecom.aibot_url
    await group.says(zhang, "在吗")
    await wecom.until(lambda: group.chat.shown)
    await group.presses(zhang, "接单")
"""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.aibot import contents
from tests.fakes.aibot.line import BOT_ID, BOT_SECRET, Line
from tests.fakes.aibot.people import Room
from tests.fakes.aibot.state import Chat, Frame
from tests.fakes.aibot.uploads import Uploads
from tests.fakes.wecom.errors import ApiError, Json, require
from tests.fakes.wecom.people import Person
from tests.fakes.wecom.state import State

MOST_SUBSCRIBED = 10  # a minute; the page gives no number


class AiBot:
    """One bot; `line` is what its members' doings go over."""

    def __init__(self, state: State, url: Callable[[], str]) -> None:
        self.state, self.line = state, Line(state, url)
        self.memory = self.line.memory
        self.uploads = Uploads(state.now, state.keep)
        self.answers_pings = True
        self.frames: list[Frame] = []
        self.counts: Counter[str] = Counter()
        self.rooms: dict[str, Room] = {}
        self._open: set[web.WebSocketResponse] = set()
        self._subscribed: deque[float] = deque()
        self._commands: dict[str, Callable[[str, Json], Json]] = {
            "aibot_respond_msg": self._answer,
            "aibot_respond_welcome_msg": self._welcome,
            "aibot_respond_update_msg": self._update,
            "aibot_send_msg": self._push,
            "aibot_upload_media_init": lambda _, body: self.uploads.begin(body),
            "aibot_upload_media_chunk": lambda _, body: self.uploads.piece(body),
            "aibot_upload_media_finish": lambda _, body: self.uploads.end(body),
        }

    # -- its chats
    # ---

    def group(self, chat_id: str, *members: Person) -> Room:
        """A group with the bot in it, new or known."""
        return self._room(chat_id, "group", members)

    def single(self, person: Person) -> Room:
        """One person alone with the bot: the chat's id is theirs."""
        return self._room(person.userid.lower(), "single", (person,))

    def _room(self, chat_id: str, kind: Any, members: tuple[Person, ...]) -> Room:
        if chat_id not in self.rooms:
            phones: dict[str, Any] = {one.userid.lower(): [] for one in members}
            chat = self.memory.chats[chat_id] = Chat(chat_id, kind, phones)
            self.rooms[chat_id] = Room(self.line, chat)
        return self.rooms[chat_id]

    # -- the connection
    # ---

    @property
    def connected(self) -> bool:
        return self.line.live is not None

    async def cut(self) -> None:
        """The connection breaks, without a word."""
        live, self.line.live = self.line.live, None
        if live is not None:
            await live.close(code=1011)

    async def stop(self) -> None:
        for one in list(self._open):
            await one.close()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=4 * 1024 * 1024)
        await socket.prepare(request)
        self._open.add(socket)
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._came(socket, json.loads(message.data))
        finally:
            self._open.discard(socket)
            if self.line.live is socket:
                self.line.live = None
            self.state.changed.notify()
        return socket

    async def _came(self, socket: web.WebSocketResponse, frame: Frame) -> None:
        self.frames.append(frame)
        command = str(frame.get("cmd"))
        self.counts[command] += 1
        if command == "ping" and not self.answers_pings:
            return
        told: Json = {"headers": frame.get("headers"), "errcode": 0, "errmsg": "ok"}
        try:
            body = await self._done(socket, command, frame)
            told |= {"body": body} if body else {}
        except ApiError as error:
            told |= error.body()
        await socket.send_str(json.dumps(told, ensure_ascii=False))
        self.state.changed.notify()

    async def _done(
        self, socket: web.WebSocketResponse, command: str, frame: Frame
    ) -> Json:
        """Raises ApiError."""
        body = frame.get("body") or {}
        if command == "aibot_subscribe":
            return await self._subscribe(socket, body)
        require(self.line.live is socket, 40058, "not subscribed")
        if command == "ping":
            return {}
        make = self._commands.get(command)
        if make is None:
            raise ApiError(40058, f"no such cmd: {command}")
        return make(str(frame["headers"]["req_id"]), body)

    async def _subscribe(self, socket: web.WebSocketResponse, body: Json) -> Json:
        now = self.state.now()
        while self._subscribed and self._subscribed[0] <= now - 60:
            self._subscribed.popleft()
        require(len(self._subscribed) < MOST_SUBSCRIBED, 45009)
        self._subscribed.append(now)
        who = (body.get("bot_id"), body.get("secret"))
        require(who == (BOT_ID, BOT_SECRET), 853000)
        before, self.line.live = self.line.live, socket
        if before is not None and before is not socket:
            await self.line.ends(before)
        return {}

    # -- what the bot says
    # ---

    def _answer(self, req_id: str, body: Json) -> Json:
        request = self.memory.request(req_id, "message")
        contents.say(self.memory, self.state.file, request.chat, "answer", body)
        return {}

    def _welcome(self, req_id: str, body: Json) -> Json:
        request = self.memory.request(req_id, "enter")
        contents.welcome(self.memory, request.chat, body)
        request.answered = True
        return {}

    def _update(self, req_id: str, body: Json) -> Json:
        request = self.memory.request(req_id, "press")
        contents.update(request.chat, request.task_id, body)
        request.answered = True
        return {}

    def _push(self, req_id: str, body: Json) -> Json:
        kind = {1: "single", 2: "group"}.get(int(body.get("chat_type", 0)))
        chat = self.memory.chats.get(str(body.get("chatid")))
        if chat is None or not chat.open or kind not in (None, chat.kind):
            raise ApiError(846607)
        contents.say(self.memory, self.state.file, chat, "pushed", body)
        return {}
