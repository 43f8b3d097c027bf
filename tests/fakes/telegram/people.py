"""The acting side: what one person says, sends and presses in one chat, and what they see there."""

from typing import Any

from tests.fakes.telegram import media
from tests.fakes.telegram.message import Button, Json, Message, Version, buttons_of
from tests.fakes.telegram.state import Chat, Query, State, User
from tests.fakes.telegram.text import found_entities, utf16_length
from tests.fakes.telegram.updates import UpdateQueue

ALBUM_OF_ONE_CHAT = 14_000_000_000  # where the media_group_ids of people begin


class Speaker:
    """A person in one chat. Everything they send returns its message_id; files are bytes, sizes
    in bytes.
    """

    def __init__(
        self, state: State, updates: UpdateQueue, user: User, chat: Chat
    ) -> None:
        self.state, self.updates, self.user, self.chat = state, updates, user, chat

    @property
    def id(self) -> int:
        return self.user.id

    # -- saying and sending
    # ---

    def says(self, text: str, reply_to: int | Message | None = None) -> int:
        """Send a text message; commands and mentions get their entities."""
        return self._send(_worded("text", text), reply_to)

    def sends_photo(
        self,
        data: bytes,
        caption: str | None = None,
        album: str | None = None,
        reply_to: int | Message | None = None,
        size: int | None = None,
    ) -> int:
        group = {"media_group_id": album} if album else {}
        content = {
            **group,
            "photo": media.photo(self.state, data, size),
            **_worded("caption", caption),
        }
        return self._send(content, reply_to)

    def sends_album(
        self, pictures: list[bytes], caption: str | None = None
    ) -> list[int]:
        """Several photos as one album: one update each, no end marker, the caption on the first."""
        album = str(ALBUM_OF_ONE_CHAT + self.state.number("album"))
        return [
            self.sends_photo(data, caption if index == 0 else None, album)
            for index, data in enumerate(pictures)
        ]

    def sends_voice(
        self, data: bytes, duration: int = 3, size: int | None = None
    ) -> int:
        return self._send({"voice": media.voice(self.state, data, size, duration)})

    def sends_video(
        self, data: bytes, caption: str | None = None, size: int | None = None
    ) -> int:
        return self._send(
            {
                "video": media.video(self.state, data, size),
                **_worded("caption", caption),
            }
        )

    def sends_document(
        self,
        data: bytes,
        name: str | None = "file.bin",
        mime: str | None = None,
        caption: str | None = None,
        size: int | None = None,
    ) -> int:
        item = media.document(self.state, data, name, mime, size)
        return self._send({"document": item, **_worded("caption", caption)})

    def sends_location(
        self,
        lat: float,
        lon: float,
        live: bool = False,
        reply_to: int | Message | None = None,
    ) -> int:
        return self._send(
            {"location": media.location(lat, lon, 900 if live else 0)}, reply_to
        )

    def sends_contact(self, phone: str) -> int:
        """Share one's own number."""
        contact = {
            "phone_number": phone,
            "first_name": self.user.first_name,
            "user_id": self.user.id,
        }
        return self._send({"contact": contact})

    def sends_raw(self, **content: Any) -> int:
        """A message of any other kind: sends_raw(sticker={...})."""
        return self._send(content)

    def moves(self, message_id: int, lat: float, lon: float) -> None:
        """Move a live location: an edited_message."""
        self._edit(message_id, {"location": media.location(lat, lon, 900)})

    def edits(self, message_id: int, text: str) -> None:
        """Change one's own text or caption: an edited_message."""
        name = "text" if "text" in self.chat.messages[message_id].raw else "caption"
        self._edit(message_id, _worded(name, text))

    def _edit(self, message_id: int, content: Json) -> None:
        message = self.chat.messages[message_id]
        assert not message.from_bot, "people edit only their own messages"
        kept = {
            name: value
            for name, value in message.raw.items()
            if name not in ("entities", "caption_entities")
        }
        message.edits.append(
            Version(
                message.raw.get("text"), message.raw.get("caption"), None, message.at
            )
        )
        message.raw = kept | content | {"edit_date": int(self.state.clock())}
        if self._heard(message):
            self.updates.push("edited_message", message.raw)

    def _send(self, content: Json, reply_to: int | Message | None = None) -> int:
        self._enter()
        now = self.state.clock()
        raw: Json = {
            "message_id": self.chat.next_id(),
            "from": self.user.raw(),
            "chat": self.chat.raw(),
        }
        raw |= {"date": int(now), **self._quote(reply_to), **content}
        message = self.chat.messages[raw["message_id"]] = Message(
            raw, from_bot=False, at=now
        )
        if self._heard(message):
            self.updates.push("message", raw)
        return message.id

    def _quote(self, reply_to: int | Message | None) -> Json:
        if reply_to is None:
            return {}
        quoted = (
            reply_to if isinstance(reply_to, Message) else self.chat.messages[reply_to]
        )
        return {
            "reply_to_message": {
                name: value
                for name, value in quoted.raw.items()
                if name != "reply_to_message"
            }
        }

    def _enter(self) -> None:
        """Whoever writes to the bot has thereby started the chat."""
        assert not self.chat.blocked, (
            f"{self.user.first_name} has blocked the bot: unblocks() first"
        )
        if self.chat.kind == "private":
            self.chat.started = True

    def _heard(self, message: Message) -> bool:
        """Whether the bot gets it: in a group with privacy mode only what is meant for it."""
        if self.chat.kind == "private":
            return True
        if self.chat.bot_status not in ("member", "administrator"):
            return False
        return (
            not self.chat.privacy
            or self.chat.bot_status == "administrator"
            or meant_for_bot(self.state, message)
        )

    # -- pressing
    # ---

    def presses(self, label_or_data: str, message: int | Message | None = None) -> str:
        """Press an inline button, found by a part of its label or its whole data; the callback
        query's id.

        Looks from the newest message on; with `message` also at buttons which that message had
        before an edit.
        """
        found, button = self._button(label_or_data, message)
        assert button.data is not None
        query = Query(
            str(4_000_000_000_000 + self.state.number("query")),
            self.user.id,
            button.data,
        )
        self.state.queries[query.id] = query
        answer: Json = {"id": query.id, "from": self.user.raw(), "message": found.raw}
        answer |= {
            "chat_instance": str(7_000_000_000 + self.chat.id),
            "data": button.data,
        }
        self.updates.push("callback_query", answer)
        return query.id

    def _button(
        self, wanted: str, message: int | Message | None
    ) -> tuple[Message, Button]:
        if message is None:
            places = [(seen, seen.rows) for seen in reversed(self.sees())]
        else:
            chosen = (
                message if isinstance(message, Message) else self.chat.messages[message]
            )
            earlier = [buttons_of(version.markup) for version in reversed(chosen.edits)]
            places = [(chosen, rows) for rows in (chosen.rows, *earlier)]
        for seen, rows in places:
            buttons = [
                button for row in rows for button in row if button.data is not None
            ]
            exact = [
                button for button in buttons if wanted in (button.label, button.data)
            ]
            near = exact or [button for button in buttons if wanted in button.label]
            if near:
                return seen, near[0]
        labels = [button.label for _, rows in places for row in rows for button in row]
        raise AssertionError(f"no button {wanted!r}; to be seen: {labels}")

    def taps_keyboard(self, label: str) -> int:
        """Tap a key of the reply keyboard: its label is sent as text. AssertionError when there
        is no such key.
        """
        keys = next(
            (seen.keyboard for seen in reversed(self.sees()) if seen.keyboard), []
        )
        found = next((key for key in keys if label in key), None)
        assert found is not None, f"no key {label!r}; to be seen: {keys}"
        return self.says(found)

    # -- seeing
    # ---

    def sees(self) -> list[Message]:
        """The bot's messages that are in the chat now, oldest first."""
        return self.chat.visible()

    def last(self) -> Message | None:
        """The bot's newest message in the chat, None when there is none."""
        return self.chat.newest()

    def alerts(self) -> list[Query]:
        """The bot's answers to this person's button presses, oldest first (.text, .show_alert)."""
        return [
            query
            for query in self.state.queries.values()
            if query.user_id == self.id and query.answered
        ]

    def unanswered(self) -> list[Query]:
        """Presses whose little clock still turns."""
        return [
            query
            for query in self.state.queries.values()
            if query.user_id == self.id and not query.answered
        ]


class FakeUser(Speaker):
    """A person in their private chat with the bot; writing starts the chat."""

    def starts(self, payload: str = "") -> int:
        """Open the bot, also through a link t.me/bot?start=payload."""
        return self.says(f"/start {payload}".rstrip())

    def blocks(self) -> None:
        """Block the bot; the bot gets my_chat_member, and 403 from now on."""
        self.chat.blocked = True
        self.updates.push(
            "my_chat_member",
            membership(self.state, self.chat, self.user, "member", "kicked"),
        )

    def unblocks(self) -> None:
        self.chat.blocked = False
        self.chat.started = True
        self.updates.push(
            "my_chat_member",
            membership(self.state, self.chat, self.user, "kicked", "member"),
        )

    def deactivates(self) -> None:
        """Delete the account: 403 "user is deactivated", and no update tells."""
        self.chat.deactivated = True


def membership(state: State, chat: Chat, by: User, old: str, new: str) -> Json:
    """The content of a my_chat_member update: how the bot stands in a chat."""

    def standing(status: str) -> Json:
        return {
            "user": state.bot.raw(),
            "status": status,
            **({"until_date": 0} if status == "kicked" else {}),
        }

    answer: Json = {"chat": chat.raw(), "from": by.raw(), "date": int(state.clock())}
    return answer | {"old_chat_member": standing(old), "new_chat_member": standing(new)}


def meant_for_bot(state: State, message: Message) -> bool:
    """Privacy mode (core.telegram.org/bots/features#privacy-mode): commands, replies to the bot,
    mentions.
    """
    raw = message.raw
    if raw.get("reply_to_message", {}).get("from", {}).get("id") == state.bot.id:
        return True
    name = f"@{state.bot.username}".lower()
    for entity in message.entities:
        marked = message.words.encode("utf-16-le")[
            entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2
        ]
        word = marked.decode("utf-16-le").lower()
        if entity["type"] == "mention" and word == name:
            return True
        if entity["type"] == "bot_command" and ("@" not in word or word.endswith(name)):
            return True
    return False


def _worded(name: str, words: str | None) -> Json:
    if not words:
        return {}
    assert name == "caption" or utf16_length(words) <= 4096, (
        "Telegram's apps split texts above 4096"
    )
    entities = found_entities(words)
    marks = "entities" if name == "text" else "caption_entities"
    return {name: words, **({marks: entities} if entities else {})}
