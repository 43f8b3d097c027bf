"""Open forms. A chat may have several: the newest is talked about, the others wait beneath it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import bindparam, delete, select, update

from domain.draft import Draft
from domain.messages import Address
from storage.form_rows import draft_of, row_of
from storage.session import Session
from storage.statements import among, same
from storage.tables.forms import forms

DROP = delete(forms).where(forms.c.id == bindparam("of"))
ONE = select(forms).where(same(forms.c.id))
OF_CHATS = (
    select(forms).where(same(forms.c.channel), among(forms.c.chat)).order_by(forms.c.id)
)


class Forms:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._by_chat: dict[Address, dict[int, Draft]] = {}
        self._put: set[tuple[Address, int]] = set()
        self._gone: set[int] = set()
        self._moved: set[Address] = set()

    async def load(self, chats: Iterable[Address]) -> None:
        """Reads the open forms of these chats at one go."""
        fresh = [
            chat
            for chat in chats
            if chat not in self._by_chat and not self._recall(chat)
        ]
        for chat in fresh:
            self._by_chat[chat] = {}
        for channel in {chat.channel for chat in fresh}:
            names = [chat.chat for chat in fresh if chat.channel == channel]
            these = {"channel": channel, "chat": names}
            for row in await self._session.run(OF_CHATS, these):
                draft = draft_of(row)
                self._by_chat[draft.chat][draft.id] = draft

    def _recall(self, chat: Address) -> bool:
        """Whether a chat's open forms are known by heart; then they are as if read."""
        known = self._session.memory.forms.get(chat)
        if known is None or chat in self._moved:
            return False
        self._by_chat[chat] = {draft.id: draft for draft in known}
        return True

    async def of(self, chat: Address) -> list[Draft]:
        """The chat's open forms, the one that was touched last at the end."""
        if chat not in self._by_chat:
            await self.load([chat])
        found = list(self._by_chat[chat].values())
        if len(found) > 1:
            found.sort(key=lambda draft: (draft.touched_at, draft.id))
        return found

    async def get(self, form_id: int) -> Draft | None:
        """A form by its id, whoever's it is."""
        for drafts in self._by_chat.values():
            if form_id in drafts:
                return drafts[form_id]
        row = (await self._session.run(ONE, {"id": form_id})).first()
        if row is None or form_id in self._gone:
            return None
        await self.load([Address(row.channel, row.chat)])
        return self._by_chat[Address(row.channel, row.chat)].get(form_id)

    async def put(self, draft: Draft) -> None:
        await self.load([draft.chat])
        self._by_chat[draft.chat][draft.id] = draft
        self._put.add((draft.chat, draft.id))
        self._gone.discard(draft.id)

    async def drop(self, draft: Draft) -> None:
        await self.load([draft.chat])
        self._by_chat[draft.chat].pop(draft.id, None)
        self._put.discard((draft.chat, draft.id))
        self._gone.add(draft.id)

    async def hand_over(self, chats: Iterable[Address], person_id: int) -> None:
        """What is open in these chats is this person's."""
        for chat in chats:
            for draft in await self.of(chat):
                await self.put(replace(draft, person_id=person_id))

    async def move_chat(self, old: Address, new: Address) -> None:
        """A chat has a new id: its open forms go along."""
        here = (forms.c.channel == old.channel) & (forms.c.chat == old.chat)
        moved = update(forms).where(here).values(chat=new.chat)
        await self._session.query(moved)
        self._moved |= {old, new}
        for chat in (old, new):
            self._by_chat.pop(chat, None)

    async def flush(self) -> None:
        put, self._put = self._put, set()
        gone, self._gone = self._gone, set()
        rows = [row_of(self._by_chat[chat][form_id]) for chat, form_id in put]
        self._session.write(self._session.upsert(forms), rows)
        self._session.write(DROP, [{"of": form_id} for form_id in gone])

    def committed(self) -> None:
        """The transaction is in the database: the forms that it saw are known by heart."""
        forms_of = self._session.memory.forms
        forms_of.drop(self._moved)
        for chat, drafts in self._by_chat.items():
            forms_of.keep(chat, tuple(drafts.values()))

    def undone(self) -> None:
        """The transaction left nothing."""
        self._session.memory.forms.drop({*self._by_chat, *self._moved})
