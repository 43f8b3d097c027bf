"""The house on SQLite with a frozen clock and a channel in memory: rider.says(…),
coordinator.presses(…).

Everything between the channel and the database is the real thing: intake, desk, outbox, delivery,
ticks.
"""

from __future__ import annotations

import asyncio
import io
import itertools
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from PIL import Image
from sqlalchemy.engine import make_url

from bot.channels.channel import Channel, FetchError, SendError, Sent
from bot.loading.district import load_district
from bot.loops import outcomes
from bot.loops.delivery import Delivery
from bot.loops.fetching import Fetching
from bot.loops.intake import Intake
from bot.loops.ticks import Ticks
from bot.loops.trying import Trying
from bot.loops.unreadable import Unreadable
from bot.media.files import Files
from domain.messages import (
    ALL,
    Address,
    Can,
    Choice,
    Edits,
    Event,
    EventKind,
    Media,
    MediaKind,
    Place,
    Reply,
)
from domain.people import Grant, Person, Role
from domain.places.entries import Entry
from domain.places.gazetteer import Gazetteer
from handlers.dialog.setup import Setup
from handlers.texts.sentences import Safe, label, say
from storage import database as databases
from storage import recall
from storage.database import Database
from storage.encryption.source import KeySource
from storage.memory import place_names as names_of_places
from storage.memory.directory import Directory
from storage.memory.media import Kept
from storage.memory.place_names import REMEMBERED, PlaceNames
from storage.memory.recent import Recent
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage
from tests.inline import inline, still_open
from tests.refilled import Stand, give_back, stand
from tests.workshop import SharedWorkshop

T = TypeVar("T")
SAMPLE = Path(__file__).parent.parent / "bot" / "sample"
# Monday 10:00 in Shanghai: no quiet hours for anybody
MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
KEYS = KeySource((b"k" * 32,))
CLOCK_TICKS = (
    "finish",
    "recount",
    "case",
    "promise",
    "shop",
    "wish",
    "listing",
    "member",
    "member_silent",
    "errand",
    "errand_hours",
    "errand_unsaid",
    "turned",
    "draft",
    "follow_up",
    "points",
    "award",
    "award_ends",
    "points_notice",
    "points_lapse",
    "gift",
    "coupon",
    "offer",
    "dormant",
    "held",
    "digest",
    "leave",
    "weekly",
    "roster",
    "release",
)


def jpeg(
    size: tuple[int, int] = (320, 240),
    colour: tuple[int, int, int] = (200, 120, 40),
    **save: Any,
) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG", **save)
    return out.getvalue()


@dataclass
class Clock:
    """Frozen until somebody moves it, or it ticks each time that somebody looks at it."""

    now: datetime = MORNING
    tick: timedelta = timedelta()

    def __call__(self) -> datetime:
        self.now += self.tick
        return self.now


@dataclass
class Shown:
    """A message as it now stands in a chat, and every way in which it stood before."""

    id: str
    reply: Reply
    earlier: list[Reply] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.reply.text

    @property
    def labels(self) -> list[str]:
        return [choice.label for row in self.reply.choices for choice in row]

    @property
    def keys(self) -> list[str]:
        return [key.label for row in self.reply.keyboard for key in row]


@dataclass(frozen=True)
class Template:
    """A migrated database with the sample district and the cast, made once per run and copied
    for every house; what a process that opens it knows by heart, and the first free numbers.
    """

    file: bytes
    people: dict[str, Person]
    directory: Directory
    place_names: PlaceNames
    numbers: dict[str, int]

    def opens(self, stand: Stand, database: Database) -> None:
        """A copy, open without being read: that would be half of what a house costs. Each house
        has its own lists: a member of staff who was seen or has another language stands in them
        at once.
        """
        stand.begins(self.file)
        database.vault.ring.fill(KEYS.given)
        memory = database.memory
        memory.directory = _own(self.directory)
        memory.place_names = _own(self.place_names)
        memory.place_names._answers = Recent(REMEMBERED)
        memory.ids = {name: itertools.count(at) for name, at in self.numbers.items()}


class Templates:
    made: Template | None = None


CAST = (
    ("coordinator", "李敏", Role.COORDINATOR, "G01"),
    ("coordinator2", "张强", Role.COORDINATOR, "G01"),
    ("far", "王芳", Role.COORDINATOR, "G08"),
    ("lead", "赵网格长", Role.LEAD, "G01"),
    ("street", "周主任", Role.LEAD, "S1"),
    ("admin", "陈主任", Role.ADMIN, "C"),
)


async def settle_in(database: Database) -> dict[str, Person]:
    """Loads the sample district and gives the cast their roles."""
    people = {}
    await load_district(database, SAMPLE)
    async with database.unit() as unit:
        for chat, name, role, area in CAST:
            people[chat] = unit.people.meet(Address("test", chat), name, "zh-CN")
            await unit.staff.grant(people[chat].id, Grant(role, area))
    return people


@contextmanager
def already_migrated() -> Iterator[None]:
    """Opens what this very run has migrated: looking for newer tables would cost 10 ms, another
    index of the same names of places 5 ms, and drawing the same areas anew 3 ms.
    """
    reading = vars(recall)["load_directory"]

    async def drawn(*given: Any) -> Directory:
        found: Directory = await reading(*given)
        if Templates.made is not None:
            found.stands_on(Templates.made.directory)
        return found

    with (
        patch.object(databases, "upgrade", lambda connection: None),
        patch.object(names_of_places, "Gazetteer", _gazetteer),
        patch.object(recall, "load_directory", drawn),
    ):
        yield


@contextmanager
def unlocked(database: Database) -> Iterator[None]:
    """Opens a file of the template's, of which it is known that it has this run's keys: asking
    would be a third of what opening costs.
    """

    async def known() -> bool:
        database.vault.ring.fill(KEYS.given)
        return False

    with patch.object(database, "take_keys", known):
        yield


def _own(known: T) -> T:
    made = copy(known)
    for name, kept in vars(known).items():
        if isinstance(kept, dict):
            setattr(made, name, dict(kept))
    return made


def _gazetteer(entries: Iterable[Entry]) -> Gazetteer:
    return _indexed(tuple(entries))


@lru_cache(100)
def _indexed(entries: tuple[Entry, ...]) -> Gazetteer:
    """Unchanging, so those who have the same entries may have the same index."""
    return Gazetteer(entries)


def empty_house(path: Path) -> None:
    """Makes an SQLite file with all the tables and nothing in them."""

    async def made() -> None:
        database = Database(f"sqlite:///{path}", Clock())
        await database.start()
        await database.close()

    asyncio.run(made())


async def template() -> Template:
    if Templates.made is None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "template.db"
            database = Database(f"sqlite:///{path}", Clock(), KEYS)
            await database.start()
            people = await settle_in(database)
            await database.start()
            await database.close()
            memory = database.memory
            Templates.made = Template(
                path.read_bytes(),
                people,
                memory.directory,
                memory.place_names,
                {name: next(numbers) for name, numbers in memory.ids.items()},
            )
    return Templates.made


PAGE = "https://page.example/?start=d_{chat}"


class MemoryChannel:
    """A channel whose chats are lists. `refuse` makes the next sends to a chat fail; `cans` are
    the chats that cannot show everything.

    `said` is what people notice: every new message and every edit but those of living cards.
    """

    name = "test"
    per_second = 0.0
    burst = 1

    def __init__(self) -> None:
        self.chats: dict[str, list[Shown]] = {}
        self.toasts: dict[str, list[str]] = {}
        self.said: dict[str, list[Reply]] = {}
        self.files: dict[str, bytes] = {}
        self.cans: dict[str, Can] = {}
        self.silent: set[str] = set()  # groups that take nothing
        self.refuse: dict[str, list[SendError]] = {}
        self.ids = itertools.count(1)
        self.sent = 0
        self.silence = 0.0

    def silent_for(self) -> float:
        return self.silence

    def pace_of(self, chat: str) -> tuple[float, int]:
        return 0, 1

    def can(self, chat: str) -> Can:
        return self.cans.get(chat, ALL)

    def claims(self, chat: str) -> bool:
        return False

    async def page(self, letter: Letter) -> str:
        """A line that leads to all that a chat cannot show."""
        chat = letter.to.chat
        return say("zh-CN", "wechat-page", url=Safe(PAGE.format(chat=chat)))

    def is_private(self, chat: str) -> bool:
        return not chat.startswith("-")

    async def start(self) -> None: ...

    async def stop(self) -> None: ...

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        chat, reply = letter.to.chat, letter.reply
        if self.refuse.get(chat):
            raise self.refuse[chat].pop(0)
        self.sent += 1
        if reply.press_ref:
            self.toasts.setdefault(chat, []).append(reply.text)
            return []
        number = standing.message_id if standing else reply.edits
        for shown in self.chats.get(chat, ()):
            if number and shown.id == number:
                shown.earlier.append(shown.reply)
                kept = shown.reply
                shown.reply = replace(reply, photos=kept.photos)
                if not reply.text:  # only what can be pressed below it
                    shown.reply = replace(kept, choices=reply.choices)
                elif not reply.slot:
                    self.said.setdefault(chat, []).append(reply)
                return [Sent(shown.id, new=standing is None)]
        shown = Shown(str(next(self.ids)), reply)
        self.chats.setdefault(chat, []).append(shown)
        self.said.setdefault(chat, []).append(reply)
        return [] if self.can(chat).edits is Edits.NEVER else [Sent(shown.id)]

    async def listens(self, chat: str) -> bool:
        return chat not in self.silent

    async def fetch(self, media: Media) -> bytes:
        if media.ref not in self.files:
            raise FetchError("gone", permanent=True)
        return self.files[media.ref]


class Actor:
    """Somebody with a private chat. What they do goes through the intake; then everything due is
    delivered.
    """

    def __init__(
        self, house: TestHouse, chat: str, name: str, language: str = "zh-CN"
    ) -> None:
        self.house = house
        self.chat = chat
        self.name = name
        self.language = language
        self.address = Address("test", chat)
        self._heard = 0

    # --- doing ---

    async def does(self, **what: Any) -> Event:
        """Any event of this person; a message gets an id of its own."""
        made = str(next(self.house.events))
        where = what.pop("chat", self.address)
        event = Event(
            made,
            self.address,
            where,
            private=where == self.address,
            name=self.name,
            language=self.language,
            **({"message_id": f"m{made}"} | what),
            raw={"update": made},
        )
        await self.house.take(event)
        return event

    async def says(
        self,
        text: str,
        *,
        reply_to: Shown | str | None = None,
        chat: Address | None = None,
    ) -> Event:
        number = reply_to.id if isinstance(reply_to, Shown) else reply_to or ""
        return await self.does(text=text, reply_to=number, chat=chat or self.address)

    async def sends_photo(
        self,
        caption: str = "",
        *,
        data: bytes | None = None,
        album: str = "",
        reply_to: Shown | None = None,
    ) -> Event:
        media = (self.house.media(data or jpeg()),)
        return await self.does(
            text=caption,
            media=media,
            album=album,
            reply_to=reply_to.id if reply_to else "",
        )

    async def sends_voice(self) -> Event:
        return await self.does(
            media=(self.house.media(b"OggS voice", MediaKind.VOICE),)
        )

    async def sends_place(
        self, area: str = "G01", *, place: Place | None = None
    ) -> Event:
        found = place or self.house.database.directory.middle(area)
        assert found is not None
        return await self.does(place=found)

    async def edits(self, event: Event, text: str) -> Event:
        return await self.does(
            kind=EventKind.EDIT, text=text, message_id=event.message_id
        )

    async def presses(
        self,
        label: str,
        *,
        on: Shown | None = None,
        chat: Address | None = None,
        old: bool = False,
    ) -> Event:
        """Presses the newest button with this label, on this message or anywhere in the chat.

        With `old` it is one that still stood on the person's screen although the message has
        changed since.
        """
        where = chat or self.address
        shown, choice = self._button(label, on, where, old)
        ref = f"p{next(self.house.events)}"
        return await self.does(
            kind=EventKind.PRESS,
            data=choice.data,
            press_ref=ref,
            message_id=shown.id,
            chat=where,
        )

    def _button(
        self, label: str, on: Shown | None, where: Address, old: bool
    ) -> tuple[Shown, Choice]:
        shown_now = self.house.channel.chats.get(where.chat, [])
        for shown in [on] if on else reversed(shown_now):
            for version in (
                [shown.reply, *reversed(shown.earlier)] if on or old else [shown.reply]
            ):
                exact = [c for row in version.choices for c in row if c.label == label]
                near = [c for row in version.choices for c in row if label in c.label]
                if exact or near:
                    return shown, (exact or near)[0]
        raise AssertionError(
            f"no button {label!r}; there are {[s.labels for s in shown_now[-3:]]}"
        )

    # --- hearing ---

    @property
    def sees(self) -> list[Shown]:
        """Everything that stands in the private chat."""
        return self.house.channel.chats.get(self.chat, [])

    @property
    def last(self) -> Shown:
        return self.sees[-1]

    @property
    def toast(self) -> str:
        """The last word at the top of the screen."""
        return next(
            (
                text
                for text in reversed(self.house.channel.toasts.get(self.chat, []))
                if text
            ),
            "",
        )

    def hears(self) -> list[str]:
        """What came since the last time we asked."""
        new = [shown.text for shown in self.sees[self._heard :]]
        self._heard = len(self.sees)
        return new

    @property
    def person(self) -> Person:
        return self.house.people[self.chat]


class TestHouse:
    """`async with TestHouse(folder) as house`: a rider, a coordinator of G01, leads, an admin, a
    stranger.
    """

    __test__ = False
    on_template = True
    """Where no address is given; else it has a file of its own, in its folder."""

    def __init__(self, folder: Path, url: str = "", setup: Setup | None = None) -> None:
        self.clock = Clock()
        # nothing is killed here; outcomes are written at once
        outcomes.GATHER = 0.0
        self.url = url
        self.folder = folder
        self.stand = stand() if self.on_template and not url else None
        self.file = self.stand.file if self.stand else folder / "gridbee.db"
        self._make_database()
        self.setup = setup or Setup(
            links={"test": "test:{code}"}, most_messages_a_minute=10_000
        )
        self.channel = MemoryChannel()
        self.files = Files(folder / "files")
        self._furnish()
        self.events = itertools.count(1)
        self.people: dict[str, Person] = {}
        self.rider = Actor(self, "rider", "小王")
        self.second_rider = Actor(self, "rider2", "小刘")
        self.stranger = Actor(self, "stranger", "路人")
        self.coordinator = Actor(self, "coordinator", "李敏")
        self.second_coordinator = Actor(self, "coordinator2", "张强")
        self.far_coordinator = Actor(self, "far", "王芳")
        self.lead = Actor(self, "lead", "赵网格长")
        self.street_lead = Actor(self, "street", "周主任")
        self.admin = Actor(self, "admin", "陈主任")
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> TestHouse:
        if self.stand is None:
            await self.database.start()
            self.people = await settle_in(self.database)
        else:
            made = await template()
            self.people = dict(made.people)
            made.opens(self.stand, self.database)
        self._task = asyncio.create_task(self.delivery.run())
        return self

    async def joins(self, actor: Actor, role: str, area: str, post: str = "") -> None:
        """Gives somebody a role; who was not there before has a private chat from now on."""
        async with self.database.unit() as unit:
            person = unit.people.meet(actor.address, actor.name, actor.language)
            await unit.staff.grant(person.id, Grant(Role(role), area, post))
        self.people[actor.chat] = person

    async def _open(self) -> None:
        with already_migrated():
            if self.url:
                await self.database.start()
                return
            with unlocked(self.database):
                await self.database.start()

    def _make_database(self) -> None:
        if self.url and not self.url.startswith("sqlite"):
            self.database = Database(self.url, self.clock, KEYS)
            return
        if self.url:
            self.file = Path(make_url(self.url).database or "")
        with inline(self.file):
            self.database = Database(f"sqlite:///{self.file}", self.clock, KEYS)

    def _channels(self) -> dict[str, Channel]:
        return {"test": self.channel}

    def _furnish(self) -> None:
        self.workshop = SharedWorkshop()
        channels = self._channels()
        self.delivery = Delivery(self.database, self.setup, channels)
        self.unreadable = Unreadable(self.folder)
        self.intake = Intake(self.database, self.setup, self.delivery, self.unreadable)
        self.ticks = Ticks(self.database, self.setup, self.delivery)
        self.trying = Trying(self.database, self.setup, channels, self.delivery)
        self.fetching = Fetching(
            self.database,
            self.setup,
            channels,
            self.files,
            self.delivery,
            self.workshop,
        )

    async def restarts(self) -> None:
        """The process ends and another one begins on the same file; chats and people are outside
        and stay.
        """
        with still_open():
            await self._stop()
            self._make_database()
        self._furnish()
        await self._open()
        await self.delivery.start()
        self._task = asyncio.create_task(self.delivery.run())
        await self.settle()

    async def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self.workshop.close()
        await self.database.close()

    async def __aexit__(self, *_: object) -> None:
        await self._stop()
        if self.stand is not None:
            give_back(self.stand)

    def media(self, data: bytes, kind: MediaKind = MediaKind.PHOTO) -> Media:
        ref = f"file{next(self.events)}"
        self.channel.files[ref] = data
        return Media(
            kind,
            ref,
            len(data),
            mime="image/jpeg" if kind is MediaKind.PHOTO else "audio/ogg",
        )

    async def take(self, *events: Event) -> None:
        """Hands events in, in one Unit, and waits until all answers are delivered."""
        await self.intake.handle(list(events))
        await self.settle()

    async def settle(self) -> None:
        """Until nothing that may be sent now is left. Letters for later stay where they are."""
        for turn in range(4000):
            if not self.delivery.in_hand and not self.delivery.unmarked:
                return
            # what waits for a thread or for a server needs time and not turns
            await asyncio.sleep(0 if turn < 1000 else 0.001)
        raise AssertionError("delivery does not come to rest")

    async def passes(self, **span: float) -> None:
        """Moves the clock (timedelta's words) and lets every tick look once."""
        self.clock.now += timedelta(**span)
        await self.tick()

    async def tick(self) -> None:
        for name in CLOCK_TICKS:
            await self.ticks.tick(name)
            await self.settle()

    async def tries(self) -> None:
        """Lets the groups be tried, where that is due."""
        await self.trying.look()
        await self.settle()

    async def fetches(self) -> None:
        """Lets the pictures come in."""
        while await self.fetching.round():
            await self.settle()

    async def files_hazard(
        self, rider: Actor | None = None, words: str = "路口地砖坏了", area: str = "G01"
    ) -> str:
        """The shortest way to a case: photo with words, place, 提交. Returns the number."""
        rider = rider or self.rider
        await rider.sends_photo(words)
        await rider.sends_place(area)
        await rider.presses(label(rider.language, "button-submit"))
        hit = re.search(r"[A-Z]{2}\d\d-\d{4,}", rider.last.text)
        assert hit, rider.last.text
        return hit[0]
