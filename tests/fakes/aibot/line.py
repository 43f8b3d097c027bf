"""What comes to a bot over its one connection, and what stands around each of it."""

from __future__ import annotations

import json
from collections.abc import Callable

from aiohttp import web

from tests.fakes.aibot.state import Chat, Memory, Request
from tests.fakes.wecom.errors import Json
from tests.fakes.wecom.people import Person
from tests.fakes.wecom.state import State

BOT_ID, BOT_SECRET, NAME = "aib-made-up", "made-up-bot-secret", "网格蜂"


class Line:
    """`tells_open_ids`: people come by open_userid. `flat`: a press's fields stand in the event
    itself, as the SDK's types have it. `lost` counts what nobody was connected for.
    """

    def __init__(self, state: State, url: Callable[[], str]) -> None:
        self.state, self.url = state, url
        self.memory = Memory(state.now)
        self.live: web.WebSocketResponse | None = None
        self.tells_open_ids = self.flat = False
        self.lost = 0

    async def tell(self, command: str, body: Json, request: Request) -> str:
        """Its req_id; "" where nobody is connected: then it is lost."""
        if self.live is None or self.live.closed:
            self.lost += 1
            return ""
        req_id = self._number()
        self.memory.requests[req_id] = request
        await self._send(self.live, command, req_id, body)
        return req_id

    async def ends(self, socket: web.WebSocketResponse) -> None:
        """Another connection took its place: it hears so, and is closed."""
        body: Json = {"aibotid": BOT_ID, "msgtype": "event"}
        body["event"] = {"eventtype": "disconnected_event"}
        body["create_time"] = int(self.state.now())
        await self._send(socket, "aibot_event_callback", self._number(), body)
        await socket.close()

    def around(self, chat: Chat, person: Person) -> Json:
        """What every message and event has."""
        open_id = f"woAJ2GCAAA{person.userid.encode().hex()}"
        self.state.open_ids[open_id] = person.userid
        known = open_id if self.tells_open_ids else person.userid
        told: Json = {"msgid": f"CAI{self.state.number('msgid'):06d}"}
        told |= {"aibotid": BOT_ID, "chattype": chat.kind}
        told |= {"chatid": chat.id} if chat.kind == "group" else {}
        return told | {"from": {"userid": known}}

    def _number(self) -> str:
        return f"req{self.state.number('req'):06d}"

    async def _send(
        self, socket: web.WebSocketResponse, command: str, req_id: str, body: Json
    ) -> None:
        frame = {"cmd": command, "headers": {"req_id": req_id}, "body": body}
        await socket.send_str(json.dumps(frame, ensure_ascii=False))
