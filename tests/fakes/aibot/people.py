"""The acting side in a bot's chat: what its members say and press there."""

from __future__ import annotations

import base64
import secrets

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.fakes.aibot.line import NAME, Line
from tests.fakes.aibot.state import Chat, Request
from tests.fakes.wecom.errors import Json
from tests.fakes.wecom.people import Person
from tests.fakes.wecom.phone import Card, Shown

FILE_LIFE = 300.0  # seconds of an address


class Room:
    """One chat. What is done there returns its req_id, "" where it did not reach the bot."""

    def __init__(self, line: Line, chat: Chat) -> None:
        self.line, self.chat = line, chat

    async def says(
        self, person: Person, text: str, *, at: bool = True, quote: str = ""
    ) -> str:
        """In a group only what is addressed to the bot reaches it. `quote` is the text of what is
        answered: there is no id.
        """
        quoted = {"msgtype": "text", "text": {"content": quote}}
        more = {"quote": quoted} if quote else {}
        return await self._said(person, "text", self._named(text), at, more)

    async def sends_photos(
        self, person: Person, text: str, pictures: list[bytes], *, at: bool = True
    ) -> str:
        """Words and pictures as one message."""
        items = [{"msgtype": "text", "text": self._named(text)}]
        items += [{"msgtype": "image", "image": self._file(one)} for one in pictures]
        return await self._said(person, "mixed", {"msg_item": items}, at, {})

    async def sends_photo(self, person: Person, data: bytes) -> str:
        """In a chat with one person only."""
        assert self.chat.kind == "single"
        return await self._said(person, "image", self._file(data), True, {})

    async def comes_in(self, person: Person) -> str:
        """Somebody opens the chat for the first time today."""
        request = Request("enter", self.chat, self.line.state.now())
        return await self._event(person, {"eventtype": "enter_chat"}, request)

    async def presses(
        self, person: Person, wanted: str, card: Card | None = None
    ) -> str:
        """A button by its label or key, on the newest card that they see."""
        seen = [one.card for one in self.phone(person) if one.card is not None]
        for one in [card] if card else list(reversed(seen)):
            for button in (*one.buttons, *one.menu):
                if wanted in (button.text, button.key):
                    return await self._pressed(person, one, button.key)
        raise AssertionError(f"no {wanted!r} on {[one.buttons for one in seen]}")

    def phone(self, person: Person) -> list[Shown]:
        """What somebody sees of the chat."""
        return self.chat.phones[person.userid.lower()]

    async def _pressed(self, person: Person, card: Card, key: str) -> str:
        told: Json = {"card_type": "button_interaction", "event_key": key}
        told |= {"task_id": card.task_id, "selected_items": {"selected_item": []}}
        event: Json = {"eventtype": "template_card_event"}
        event |= told if self.line.flat else {"template_card_event": told}
        now = self.line.state.now()
        request = Request("press", self.chat, now, card.task_id)
        return await self._event(person, event, request)

    async def _event(self, person: Person, event: Json, request: Request) -> str:
        body = self.line.around(self.chat, person)
        body |= {"msgtype": "event", "event": event}
        body["create_time"] = int(self.line.state.now())
        return await self.line.tell("aibot_event_callback", body, request)

    async def _said(
        self, person: Person, kind: str, part: Json, at: bool, more: Json
    ) -> str:
        if self.chat.kind == "group" and not at:
            return ""
        self.chat.open = True
        body = self.line.around(self.chat, person) | {"msgtype": kind, kind: part}
        request = Request("message", self.chat, self.line.state.now())
        return await self.line.tell("aibot_msg_callback", body | more, request)

    def _named(self, text: str) -> Json:
        group = self.chat.kind == "group"
        return {"content": f"@{NAME} {text}" if group else text}

    def _file(self, data: bytes) -> Json:
        """An address of five minutes, and the key that opens what is there."""
        key = secrets.token_bytes(32)
        short = 32 - len(data) % 32
        encryptor = Cipher(algorithms.AES256(key), modes.CBC(key[:16])).encryptor()
        sealed = encryptor.update(data + bytes((short,)) * short)
        sealed += encryptor.finalize()
        media_id = self.line.state.keep("sealed", sealed, "file")
        kept = self.line.state.media[media_id]
        until = self.line.state.now() + FILE_LIFE
        self.line.state.media[media_id] = kept._replace(until=until)
        aeskey = base64.b64encode(key).decode()
        return {"url": f"{self.line.url()}/picture/{media_id}", "aeskey": aeskey}
