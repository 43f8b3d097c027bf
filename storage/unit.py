"""One transaction with everything that the handlers remember and write.

Reads go through small identity maps; writes are held back and go out as one statement per table
when the Unit ends, or before a query that must see them. So a hundred events cost about as many
statements as one (docs/adr/0002). An event that fails undoes its whole Unit; the intake then takes
the others one by one.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Executable
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.arrivals import Arrivals
from storage.cases.cases import Cases
from storage.followers import Followers
from storage.forms import Forms
from storage.history import History
from storage.media import MediaRows
from storage.memory.directory import Directory, load_directory
from storage.outbox.outbox import Outbox
from storage.people.people import People
from storage.sent_messages import SentMessages
from storage.staff import Staff
from storage.templates import Templates
from storage.timers import Timers

if TYPE_CHECKING:
    from storage.database import Database


class Unit:
    """`now` is the moment at which the transaction began (aware UTC): handlers know no other
    clock.
    """

    def __init__(
        self, connection: AsyncConnection, database: Database, now: datetime
    ) -> None:
        self.connection = connection
        self.database = database
        self.now = now
        self.directory_changed = False
        self.arrivals = Arrivals(self)
        self.people = People(self)
        self.forms = Forms(self)
        self.cases = Cases(self)
        self.media = MediaRows(self)
        self.followers = Followers(self)
        self.history = History(self)
        self.outbox = Outbox(self)
        self.sent_messages = SentMessages(self)
        self.timers = Timers(self)
        self.staff = Staff(self)
        self.templates = Templates(self)
        self._rooms = (
            self.arrivals,
            self.people,
            self.forms,
            self.cases,
            self.media,
            self.history,
            self.outbox,
            self.sent_messages,
            self.timers,
        )

    @property
    def directory(self) -> Directory:
        return self.database.directory

    def directory_changes(self) -> None:
        """To be called by whoever changes areas, grants, staff or groups: it is read anew after
        the commit.
        """
        self.directory_changed = True

    async def directory_now(self) -> None:
        """Reads the directory as this Unit has left it, for what the same Unit does next. A
        rollback reads it again.
        """
        await self.flush()
        self.database.directory = await load_directory(self.connection)

    async def flush(self) -> None:
        """Writes all that is held back."""
        for room in self._rooms:
            await room.flush()

    async def query(
        self, statement: Executable, params: Any = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Runs a statement that must see what this Unit has done so far."""
        await self.flush()
        return await self.connection.execute(statement, params)

    async def write(self, statement: Executable, rows: list[dict[str, Any]]) -> None:
        """One statement for many rows; nothing where there are none."""
        if rows:
            await self.connection.execute(statement, rows)
