"""What is to be said: rows that the delivery loop takes to the channels.

`state`: waiting (delivery has it in hand), later (at `due_at`), held (over quiet hours, then told
in one message), sent, dropped (something newer took its place), gave_up.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, select, text, update

from domain.messages import Address, Choice, Key, Place, Reply
from storage.tables.areas import groups
from storage.tables.forms import forms
from storage.tables.messages import UNSENT, outbox, sent_messages

if TYPE_CHECKING:
    from storage.unit import Unit

ANSWER, NOTICE, ANNOUNCEMENT = 0, 1, 2


@dataclass(slots=True)
class Letter:
    """One row of the outbox. `replaces` is a key: an unsent letter to the same chat with the same
    key is dropped.

    `about` is the number of the case it speaks of, for a digest.
    """

    id: int
    to: Address
    reply: Reply
    lane: int
    state: str
    due_at: datetime
    made_at: datetime
    case_id: int | None = None
    form_id: int | None = None
    about: str = ""
    replaces: str = ""
    tries: int = 0


class Outbox:
    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._new: dict[object, Letter] = {}
        self.handover: list[Letter] = []

    def add(
        self,
        to: Address,
        reply: Reply,
        lane: int = ANSWER,
        *,
        at: datetime | None = None,
        held: bool = False,
        case_id: int | None = None,
        form_id: int | None = None,
        about: str = "",
        replaces: str = "",
    ) -> Letter:
        """Puts a letter in. With `at` it waits until then; `held` marks one that quiet hours
        hold back.
        """
        now = self._unit.now
        state = (
            "waiting"
            if at is None and lane != ANNOUNCEMENT
            else "held"
            if held
            else "later"
        )
        made = self._unit.database.next_id("outbox")
        letter = Letter(
            made,
            to,
            reply,
            lane,
            state,
            at or now,
            now,
            case_id,
            form_id,
            about,
            replaces,
        )
        key = (to, replaces) if replaces else made
        self._new.pop(key, None)
        self._new[key] = letter
        return letter

    async def flush(self) -> None:
        new, self._new = list(self._new.values()), {}
        replacing = [
            {
                "to_chat": letter.to.chat,
                "to_channel": letter.to.channel,
                "key": letter.replaces,
            }
            for letter in new
            if letter.replaces
        ]
        await self._unit.write(DROP, replacing)
        await self._unit.write(insert(outbox), [_row(letter) for letter in new])
        gone = {(letter.to, letter.replaces) for letter in new if letter.replaces}
        self.handover = [
            old for old in self.handover if (old.to, old.replaces) not in gone
        ]
        self.handover += [
            letter for letter in new if letter.state == "waiting" or letter.replaces
        ]

    async def waiting(self) -> list[Letter]:
        """All that delivery has to have in hand after a start."""
        rows = select(outbox).where(text(UNSENT), outbox.c.state == "waiting")
        found = await self._unit.query(rows.order_by(outbox.c.lane, outbox.c.id))
        return [_letter(row) for row in found]

    async def release(self, most: int) -> list[Letter]:
        """Makes letters whose time has come waiting ones. Returns them, answers before
        announcements.
        """
        due = (
            text(UNSENT)
            & (outbox.c.state == "later")
            & (outbox.c.due_at <= self._unit.now)
        )
        rows = (
            select(outbox)
            .where(due)
            .order_by(outbox.c.lane, outbox.c.due_at, outbox.c.id)
            .limit(most)
        )
        letters = [_letter(row) for row in await self._unit.query(rows)]
        if letters:
            ids = [letter.id for letter in letters]
            await self._unit.query(
                update(outbox).where(outbox.c.id.in_(ids)).values(state="waiting")
            )
        for letter in letters:
            letter.state = "waiting"
        return letters

    async def held(self) -> list[Letter]:
        """What quiet hours held back and whose time has come, in the order in which it was said."""
        due = (
            text(UNSENT)
            & (outbox.c.state == "held")
            & (outbox.c.due_at <= self._unit.now)
        )
        return [
            _letter(row)
            for row in await self._unit.query(
                select(outbox).where(due).order_by(outbox.c.id)
            )
        ]

    async def drop(self, ids: list[int]) -> None:
        """Takes letters out that something else now says."""
        if ids:
            await self._unit.query(
                update(outbox).where(outbox.c.id.in_(ids)).values(state="dropped")
            )

    async def mark(self, rows: list[dict[str, Any]]) -> None:
        """Writes what became of letters: dicts with of, to_state, again_at, tried, sent, why."""
        await self._unit.write(MARK, rows)

    async def drop_address(self, to: Address) -> int:
        """Drops all unsent letters to somebody who cannot be reached. Returns how many."""
        same = (outbox.c.channel == to.channel) & (outbox.c.chat == to.chat)
        gone = await self._unit.query(
            update(outbox).where(same, text(UNSENT)).values(state="dropped")
        )
        return gone.rowcount

    async def move_chat(self, old: Address, new: Address) -> None:
        """A chat has a new id: everything that waits for it, stands in it or is bound to it goes
        along.
        """
        await self._unit.flush()
        run = self._unit.connection.execute
        there = select(sent_messages.c.message_id).where(
            sent_messages.c.channel == old.channel, sent_messages.c.chat == old.chat
        )
        at_new = (sent_messages.c.channel == new.channel) & (
            sent_messages.c.chat == new.chat
        )
        await run(
            delete(sent_messages).where(at_new, sent_messages.c.message_id.in_(there))
        )
        if old in self._unit.directory.groups:
            await run(
                delete(groups).where(
                    groups.c.channel == new.channel, groups.c.chat == new.chat
                )
            )
        for table in (outbox, sent_messages, groups, forms):
            same = (table.c.channel == old.channel) & (table.c.chat == old.chat)
            await run(update(table).where(same).values(chat=new.chat))
        self._unit.directory_changes()

    async def count(self) -> int:
        """How many letters should have gone by now."""
        rows = (
            select(func.count())
            .select_from(outbox)
            .where(text(UNSENT), outbox.c.state.in_(("waiting", "later")))
        )
        return int(
            (
                await self._unit.query(rows.where(outbox.c.due_at <= self._unit.now))
            ).scalar_one()
        )

    async def prune(self, before: datetime) -> int:
        """Deletes letters done with that were made before then. What they said is in the cases'
        history.
        """
        old = outbox.c.state.in_(("sent", "dropped", "gave_up")) & (
            outbox.c.made_at < before
        )
        return (await self._unit.query(delete(outbox).where(old))).rowcount


def reply_to_json(reply: Reply) -> dict[str, Any]:
    """Only what differs from an empty Reply, so that rows stay short."""
    values = {}
    for name, empty in EMPTY.items():
        value = getattr(reply, name)
        if value != empty:
            values[name] = asdict(value) if name == "place" else value
    return values


def reply_from_json(values: dict[str, Any]) -> Reply:
    made = dict(values)
    if "choices" in made:
        made["choices"] = tuple(
            tuple(Choice(**choice) for choice in row) for row in made["choices"]
        )
    if "keyboard" in made:
        made["keyboard"] = tuple(
            tuple(Key(**key) for key in row) for row in made["keyboard"]
        )
    if "place" in made:
        made["place"] = Place(**made["place"])
    plain: dict[str, Any] = {
        name: tuple(v) if isinstance(v, list) else v for name, v in made.items()
    }
    return Reply(**plain)


EMPTY = {name: getattr(Reply(), name) for name in Reply.__slots__}

DROP = (
    update(outbox)
    .where(outbox.c.chat == bindparam("to_chat"), outbox.c.replaces == bindparam("key"))
    .where(outbox.c.channel == bindparam("to_channel"), text(UNSENT))
    .values(state="dropped")
)

MARK = (
    update(outbox)
    .where(outbox.c.id == bindparam("of"))
    .values(
        state=bindparam("to_state"),
        due_at=bindparam("again_at"),
        tries=bindparam("tried"),
        sent_at=bindparam("sent"),
        error=bindparam("why"),
    )
)


def _row(letter: Letter) -> dict[str, Any]:
    return {
        "id": letter.id,
        "channel": letter.to.channel,
        "chat": letter.to.chat,
        "lane": letter.lane,
        "state": letter.state,
        "reply": reply_to_json(letter.reply),
        "replaces": letter.replaces,
        "case_id": letter.case_id,
        "form_id": letter.form_id,
        "about": letter.about,
        "due_at": letter.due_at,
        "made_at": letter.made_at,
        "tries": letter.tries,
        "sent_at": None,
        "error": "",
    }


def _letter(row: Any) -> Letter:
    return Letter(
        row.id,
        Address(row.channel, row.chat),
        reply_from_json(row.reply),
        row.lane,
        row.state,
        row.due_at,
        row.made_at,
        row.case_id,
        row.form_id,
        row.about,
        row.replaces,
        row.tries,
    )
