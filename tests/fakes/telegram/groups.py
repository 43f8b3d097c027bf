"""A group or supergroup: several people, a bot that hears only a part of it, joining, leaving
and migrating.
"""

from tests.fakes.telegram.message import Json, Message
from tests.fakes.telegram.people import Speaker, membership
from tests.fakes.telegram.state import Chat, State, User
from tests.fakes.telegram.updates import UpdateQueue

IN_GROUP = ("member", "administrator")


class FakeGroup:
    """A group; `privacy` (on by default, as BotFather sets it) decides what the bot hears there."""

    def __init__(self, state: State, updates: UpdateQueue, chat: Chat) -> None:
        self.state, self.updates, self.chat = state, updates, chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def privacy(self) -> bool:
        return self.chat.privacy

    @privacy.setter
    def privacy(self, on: bool) -> None:
        self.chat.privacy = on

    def member(self, user: Speaker) -> Speaker:
        """That person in this group, with all that a Speaker can do:
        group.member(rider).sends_voice(b"...").
        """
        self.chat.members.add(user.id)
        return Speaker(self.state, self.updates, user.user, self.chat)

    def says(
        self, user: Speaker, text: str, reply_to: int | Message | None = None
    ) -> int:
        return self.member(user).says(text, reply_to)

    def sends_photo(
        self,
        user: Speaker,
        data: bytes,
        caption: str | None = None,
        reply_to: int | Message | None = None,
    ) -> int:
        return self.member(user).sends_photo(data, caption, reply_to=reply_to)

    def sends_location(
        self, user: Speaker, lat: float, lon: float, live: bool = False
    ) -> int:
        return self.member(user).sends_location(lat, lon, live)

    def edits(self, user: Speaker, message_id: int, text: str) -> None:
        self.member(user).edits(message_id, text)

    def presses(
        self, user: Speaker, label_or_data: str, message: int | Message | None = None
    ) -> str:
        return self.member(user).presses(label_or_data, message)

    def sees(self) -> list[Message]:
        """The bot's messages that are in the group now, oldest first."""
        return self.chat.visible()

    def last(self) -> Message | None:
        return self.chat.newest()

    def adds_bot(self, by: Speaker) -> None:
        """my_chat_member left -> member, and the service message new_chat_members."""
        self._stands(by, "member")
        self._service(by.user, {"new_chat_members": [self.state.bot.raw()]})

    def kicks_bot(self, by: Speaker) -> None:
        """my_chat_member -> kicked; every send answers 403 from now on."""
        self._stands(by, "kicked")

    def promotes_bot(self, by: Speaker) -> None:
        """The bot becomes an administrator and hears everything."""
        self._stands(by, "administrator")

    def renames(self, by: Speaker, title: str) -> None:
        self.chat.name = title
        self._service(by.user, {"new_chat_title": title})

    def migrates(self, by: Speaker | None = None) -> int:
        """The group becomes a supergroup; its new id. Both service messages are sent, message
        ids begin anew.
        """
        assert self.chat.kind == "group", "only a basic group migrates"
        old = self.chat
        new_id = -1_000_000_000_000 - abs(old.id)
        new = Chat(
            new_id,
            "supergroup",
            old.name,
            bot_status=old.bot_status,
            privacy=old.privacy,
            members=old.members,
        )
        self.state.chats[new_id] = new
        old.migrated_to = new_id
        who = (
            by.user
            if by
            else User(1_087_968_824, "Group", username="GroupAnonymousBot", is_bot=True)
        )
        self._service(who, {"migrate_to_chat_id": new_id})
        self.chat = new
        self._service(who, {"migrate_from_chat_id": old.id})
        return new_id

    def _stands(self, by: Speaker, status: str) -> None:
        old, self.chat.bot_status = self.chat.bot_status, status
        self.updates.push(
            "my_chat_member", membership(self.state, self.chat, by.user, old, status)
        )

    def _service(self, by: User, content: Json) -> None:
        """Service messages reach the bot also in privacy mode."""
        now = self.state.clock()
        raw: Json = {
            "message_id": self.chat.next_id(),
            "from": by.raw(),
            "chat": self.chat.raw(),
            "date": int(now),
        }
        raw |= content
        self.chat.messages[raw["message_id"]] = Message(raw, from_bot=False, at=now)
        if self.chat.bot_status in IN_GROUP:
            self.updates.push("message", raw)
