"""Groups: which chat is a grid's, and whether the bot is still in it."""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, select, update

from domain.messages import Address
from storage.session import Session
from storage.tables.areas import groups


class Groups:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def bind(
        self,
        chat: Address,
        area: str,
        by: int,
    ) -> None:
        """Gives a group to a grid, in place of the group that the grid had and the grid that the
        group had.
        """
        same_area = (groups.c.channel == chat.channel) & (groups.c.area == area)
        await self._session.query(delete(groups).where(same_area))
        row = {
            "channel": chat.channel,
            "chat": chat.chat,
            "area": area,
            "bound_by": by,
            "unreachable_at": None,
        }
        await self._session.run(self._session.upsert(groups), row)
        self._session.directory_changes()

    async def lost(self, chat: Address) -> bool:
        """The bot was put out of a group. Returns whether the group was a grid's."""
        lost = update(groups).where(_within(chat))
        hit = await self._session.query(lost.values(unreachable_at=self._session.now))
        self._session.directory_changes()
        return hit.rowcount > 0

    async def back(self, chat: Address) -> None:
        back = update(groups).where(_within(chat))
        await self._session.query(back.values(unreachable_at=None))
        self._session.directory_changes()

    async def all(self) -> dict[Address, bool]:
        """Every group that is bound, and whether it is lost."""
        rows = await self._session.query(select(groups))
        return {
            Address(row.channel, row.chat): row.unreachable_at is not None
            for row in rows
        }

    async def lost_in(self, areas: set[str]) -> set[str]:
        """Those of the areas whose group has put the bot out, or is of a channel that is not
        switched on.
        """
        bound = select(groups).where(groups.c.area.in_(areas))
        return {
            row.area
            for row in await self._session.query(bound)
            if row.unreachable_at is not None or not self._reaches(row.channel)
        }

    def _reaches(self, channel: str) -> bool:
        return self._session.memory.reaches(channel)

    async def of(self, area: str) -> list[Address]:
        """Every group that is bound to it, lost ones among them."""
        bound = select(groups).where(groups.c.area == area).order_by(groups.c.channel)
        found = await self._session.query(bound)
        return [Address(row.channel, row.chat) for row in found]

    async def unbind(self, chat: Address) -> None:
        """It is no grid's from now on."""
        await self._session.query(delete(groups).where(_at(chat)))
        self._session.directory_changes()

    async def move_chat(self, old: Address, new: Address) -> None:
        """A group has a new id: its grid goes along, in place of one that the new id had."""
        if old in self._session.directory.groups:
            await self._session.query(delete(groups).where(_at(new)))
        moved = update(groups).where(_at(old)).values(chat=new.chat)
        await self._session.query(moved)
        self._session.directory_changes()


def _at(chat: Address) -> ColumnElement[bool]:
    return (groups.c.channel == chat.channel) & (groups.c.chat == chat.chat)


def _within(chat: Address) -> ColumnElement[bool]:
    """The chat and its topics."""
    topics = groups.c.chat.startswith(f"{chat.chat}#", autoescape=True)
    return _at(chat) | ((groups.c.channel == chat.channel) & topics)
