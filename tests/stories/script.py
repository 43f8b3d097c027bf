"""Plays transcripts. README.md in this folder explains the format."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.loading.district import load_stations
from bot.loading.gifts import load_gifts
from bot.loading.listings import load_listings
from bot.loading.merchants import load_merchants
from domain.matching.listing import ListingKind
from domain.messages import Address, Event, EventKind, Media, MediaKind, Place
from domain.points.ledger import ISSUED, Transfer, Why, moved, rider
from domain.quiet import next_local, next_weekday
from handlers.dialog.setup import Setup
from storage.database import Database
from tests.house import SAMPLE, Actor, Shown, TestHouse, jpeg
from tests.stories.reading import Story, fits, plain

ZONE = ZoneInfo("Asia/Shanghai")
GROUPS = {"群": "-100", "group": "-100", "城管群": "-200", "offices": "-200"}
NAMES = {
    "小王": "rider",
    "小刘": "second_rider",
    "路人": "stranger",
    "李敏": "coordinator",
    "张强": "second_coordinator",
    "王芳": "far_coordinator",
    "赵网格长": "lead",
    "周主任": "street_lead",
    "陈主任": "admin",
    "Rider": "rider",
    "Rider2": "second_rider",
    "Stranger": "stranger",
    "Coordinator": "coordinator",
    "Coordinator2": "second_coordinator",
    "Far": "far_coordinator",
    "Lead": "lead",
    "Street": "street_lead",
    "Admin": "admin",
}
LINE = re.compile(r"^(?P<who>[^\s@]+)(?:@(?P<group>\S+))?\s+(?P<what>.+)$")
SPAN = re.compile(r"^\+(\d+)([smhd])$")
WEEKDAYS = {
    name: day
    for names in (
        tuple("一二三四五六日"),
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    )
    for day, name in enumerate(names)
}
FILES = {
    "🎤": (MediaKind.VOICE, "audio/ogg"),
    "🎬": (MediaKind.VIDEO, "video/mp4"),
    "📎": (MediaKind.DOCUMENT, "application/pdf"),
}


async def load_menu(database: Database, path: Path) -> int:
    """The services that may be ordered."""
    return await load_listings(database, path, ListingKind.SERVICE, Setup())


LOADS: dict[str, tuple[Callable[..., Awaitable[Any]], str]] = {
    name: load
    for names, load in (
        (("驿站", "stations"), (load_stations, "rest")),
        (("礼品", "gifts"), (load_gifts, "hive/gifts.csv")),
        (("商家", "merchants"), (load_merchants, "hive/merchants.csv")),
        (("服务", "services"), (load_menu, "hive/services.csv")),
    )
    for name in names
}
"""What the machine loads of the sample."""
LENGTH = re.compile(r"(\d+)s\s*")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


@dataclass
class Player:
    """Plays a story in a house; with `restarting` the process dies before everything that
    somebody does, with `forgetting` it forgets what it read lately.
    """

    house: TestHouse
    restarting: bool = False
    forgetting: bool = False
    heard: dict[str, int] = field(default_factory=dict)
    caught: dict[str, str] = field(default_factory=dict)
    sent: dict[str, Event] = field(default_factory=dict)
    quarantined: int = 0
    newcomers: dict[str, Actor] = field(default_factory=dict)
    language: str = "zh-CN"

    async def play(self, story: Story) -> None:
        if story.language != "zh-CN":
            await self._speak(story.language)
        for number, line in story.lines:
            try:
                await self._line(line)
            except AssertionError as error:
                raise AssertionError(
                    f"{story.path.name}:{number}: {line}\n    {error}"
                ) from None
        async with self.house.database.unit() as unit:
            rows = await unit.arrivals.quarantined()
        assert len(rows) == self.quarantined, (
            f"in quarantine: {[row.error for row in rows]}"
        )

    async def _speak(self, language: str) -> None:
        self.language = language
        for actor in vars(self.house).values():
            if isinstance(actor, Actor):
                actor.language = language
        async with self.house.database.unit() as unit:
            for actor_person in self.house.people.values():
                unit.people.change(replace(actor_person, language=language))

    async def _line(self, line: str) -> None:
        for name, value in self.caught.items():
            line = line.replace(f"⟨{name}⟩", value)
        hit = LINE.match(line.replace("\n", "\v"))
        assert hit, "cannot read this line"
        who, what = hit["who"], hit["what"].replace("\v", "\n")
        if who in ("时钟", "clock"):
            return await self._clock(what)
        if who in ("机器", "machine"):
            return await self._machine(what)
        if who in ("角色", "role"):
            return await self._joins(*what.split())
        if who in GROUPS and what in ("✗", "✓"):
            return self._takes(GROUPS[who], what == "✓")
        if who in GROUPS:
            return self._hears(GROUPS[who], what)
        if "+" in who:
            return await self._together(
                [self._actor(name) for name in who.split("+")], what
            )
        assert not hit["group"] or hit["group"] in GROUPS, (
            f"which group is {hit['group']}?"
        )
        await self._person(
            self._actor(who),
            what,
            Address("test", GROUPS[hit["group"]]) if hit["group"] else None,
        )

    def _actor(self, name: str) -> Actor:
        if name in self.newcomers:
            return self.newcomers[name]
        assert name in NAMES, f"who is {name}?"
        actor: Actor = getattr(self.house, NAMES[name])
        return actor

    # --- the machine ---

    async def _joins(self, name: str, role: str, area: str, post: str = "") -> None:
        if name not in NAMES and name not in self.newcomers:
            self.newcomers[name] = Actor(self.house, name, name, self.language)
        await self.house.joins(self._actor(name), role, area, post)

    async def _clock(self, what: str) -> None:
        """'+30m', '08:30' or '周五 16:30'; the ticks look once, when the clock has arrived."""
        await self._again()
        span = SPAN.match(what)
        if span:
            return await self.house.passes(**{UNITS[span[2]]: int(span[1])})
        day, _, time = what.rpartition(" ")
        hours, _, minutes = time.partition(":")
        now, minute = self.house.clock.now, int(hours) * 60 + int(minutes)
        if day:
            then = next_weekday(now, WEEKDAYS[day.removeprefix("周")], minute, ZONE)
        else:
            then = next_local(now, minute, ZONE)
        await self.house.passes(seconds=(then - now).total_seconds())

    async def _machine(self, what: str) -> None:
        if what in ("取图", "fetches"):
            return await self.house.fetches()
        if what in ("试群", "tries groups"):
            return await self.house.tries()
        if what in ("重启", "restarts"):
            return await self.house.restarts()
        if what in LOADS:
            load, path = LOADS[what]
            await load(self.house.database, SAMPLE / path)
            return None
        if what in ("都听过了", "all heard"):
            self.heard = {
                chat: len(said) for chat, said in self.house.channel.said.items()
            }
            return None
        word, _, count = what.partition(" ")
        if word in ("蜜值", "points"):
            return await self._given(*count.split())
        assert word in ("隔离", "quarantine"), f"the machine cannot {what}"
        self.quarantined = int(count)

    async def _given(self, name: str, amount: str) -> None:
        """Honey points from nowhere, to spend."""
        actor = self._actor(name)
        async with self.house.database.unit() as unit:
            await unit.people.load({actor.address})
            person = unit.people.meet(actor.address, actor.name, self.language).id
            entries = moved(ISSUED, rider(person), int(amount))
            key = f"given:{person}:{amount}"
            await unit.points.book(Transfer(key, Why.SOLVED, entries, person))

    async def _again(self) -> None:
        if self.forgetting:
            self.house.database.memory.forget_recent()
        if self.restarting:
            await self.house.restarts()

    def _takes(self, chat: str, takes: bool) -> None:
        """Whether a group takes what is said from now on."""
        silent = self.house.channel.silent
        (silent.discard if takes else silent.add)(chat)

    # --- people ---

    async def _person(self, actor: Actor, what: str, group: Address | None) -> None:
        chat = group.chat if group else actor.chat
        if what[0] in "<!=?":
            return self._hears(chat, what)
        await self._again()
        what = what.replace("×3001", "长" * 3001)
        if what.startswith("[["):
            await actor.presses(what[2:-2], chat=group, old=True)
        elif what.startswith("["):
            await actor.presses(what[1:-1], chat=group)
        elif what.startswith(("报 ", "files ")):
            words, _, area = what.partition(" ")[2].rpartition(" ")
            await self.house.files_hazard(actor, words, area)
            await self._machine("都听过了")
        elif what.startswith("✎ "):
            await actor.edits(self.sent[actor.chat], what[2:])
        elif what.startswith("↩ "):
            about, mark, rest = re.split(
                r" (>|📷+[!✗]?|📍|🎤|🎬|📎) ?", what[2:], maxsplit=1
            )
            await self._says(actor, f"{mark} {rest}", group, self._message(chat, about))
        else:
            await self._says(actor, what, group, "")

    async def _says(
        self, actor: Actor, what: str, group: Address | None, reply_to: str
    ) -> None:
        mark, _, rest = what.partition(" ")
        extra: dict[str, Any] = {"reply_to": reply_to, "chat": group or actor.address}
        if mark == "📍":
            place = self._place(rest)
            assert place, f"where is {rest}?"
            await actor.does(place=place, **extra)
        elif mark in FILES:
            length = LENGTH.match(rest)
            if length:
                rest = rest[length.end() :]
            file = replace(self._file(mark), seconds=int(length[1]) if length else 0)
            await actor.does(text=rest, media=(file,), **extra)
        elif mark == "☠":
            await actor.does(kind=EventKind.UNREADABLE, text=rest)
        elif mark == "📷!":
            data = b"%PDF-1.4 no picture at all"
            self.sent[actor.chat] = await actor.does(
                text=rest, media=(self.house.media(data),), **extra
            )
        elif mark == "📷✗":
            gone = Media(MediaKind.PHOTO, "gone", 1000, mime="image/jpeg")
            self.sent[actor.chat] = await actor.does(text=rest, media=(gone,), **extra)
        elif set(mark) == {"📷"}:
            album = f"album{next(self.house.events)}" if len(mark) > 1 else ""
            for part in range(len(mark)):
                media = (self.house.media(jpeg()),)
                event = await actor.does(
                    text="" if part else rest, media=media, album=album, **extra
                )
                if not part:
                    self.sent[actor.chat] = event
        else:
            assert mark == ">", f"what is {mark}?"
            self.sent[actor.chat] = await actor.does(text=rest, **extra)

    def _place(self, said: str) -> Place | None:
        """The middle of an area, or a point in degrees."""
        degrees = re.fullmatch(r"(-?[\d.]+),(-?[\d.]+)", said)
        if degrees:
            return Place(float(degrees[1]), float(degrees[2]))
        return self.house.database.directory.middle(said)

    def _file(self, mark: str) -> Media:
        kind, mime = FILES[mark]
        return replace(
            self.house.media(f"{mark} {next(self.house.events)}".encode(), kind),
            mime=mime,
        )

    async def _together(self, actors: list[Actor], what: str) -> None:
        """Several people press the same button so fast that it is one Unit."""
        await self._again()
        handle: Callable[..., Awaitable[None]] = self.house.take
        events: list[Event] = []

        async def collect(*made: Event) -> None:
            events.extend(made)

        self.house.take = collect  # type: ignore[method-assign]
        try:
            for actor in actors:
                await actor.presses(what[1:-1])
        finally:
            del self.house.take
        await handle(*events)

    # --- what is heard ---

    def _message(self, chat: str, about: str) -> str:
        """The newest message of the chat that says this."""
        for shown in reversed(self.house.channel.chats.get(chat, [])):
            if fits(f"…{about}…", plain(shown.reply)):
                return shown.id
        raise AssertionError(f"no message in the chat says {about}")

    def _hears(self, chat: str, what: str) -> None:
        mark, _, pattern = what.partition(" ")
        checks = {
            "<": self._next,
            "<<": self._later,
            "<-": self._never,
            "!": self._toast,
            "=": self._card,
            "=🗳": self._poll,
            "=💬": self._stands,
            "=?": self._on_card,
            "=?-": self._not_on_card,
            "?": self._buttons,
            "?-": self._none,
        }
        assert mark in checks, f"what is {mark}?"
        checks[mark](chat, pattern)

    def _fresh(self, chat: str) -> list[str]:
        return [
            plain(reply)
            for reply in self.house.channel.said.get(chat, [])[
                self.heard.get(chat, 0) :
            ]
        ]

    def _next(self, chat: str, pattern: str) -> None:
        fresh = self._fresh(chat)
        if not pattern:
            assert not fresh, f"but heard {fresh[0]!r}"
            return
        assert fresh, "heard nothing"
        hit = fits(pattern, fresh[0])
        assert hit, f"heard {fresh[0]!r}"
        self.caught |= hit.groupdict()
        self.heard[chat] = self.heard.get(chat, 0) + 1

    def _later(self, chat: str, pattern: str) -> None:
        fresh = self._fresh(chat)
        for number, text in enumerate(fresh, 1):
            hit = fits(pattern, text)
            if hit:
                self.caught |= hit.groupdict()
                self.heard[chat] = self.heard.get(chat, 0) + number
                return
        raise AssertionError(f"heard only {fresh}")

    def _never(self, chat: str, unwanted: str) -> None:
        """Nothing that ever stood in the chat says this."""
        for shown in self.house.channel.chats.get(chat, []):
            for reply in (shown.reply, *shown.earlier):
                assert not fits(f"…{unwanted}…", plain(reply)), (
                    f"the chat says {plain(reply)!r}"
                )

    def _toast(self, chat: str, pattern: str) -> None:
        toasts = [text for text in self.house.channel.toasts.get(chat, []) if text]
        assert toasts, "no toast"
        assert fits(pattern, toasts[-1]), f"the toast says {toasts[-1]!r}"

    def _living(self, chat: str, slot: str) -> Shown:
        """The newest card, or poll, as it stands now."""
        found = [
            shown
            for shown in self.house.channel.chats.get(chat, [])
            if shown.reply.slot.startswith(slot)
        ]
        assert found, f"no {slot}"
        return found[-1]

    def _card(self, chat: str, pattern: str) -> None:
        card = plain(self._living(chat, "card").reply)
        assert fits(pattern, card), f"the card says {card!r}"

    def _stands(self, chat: str, pattern: str) -> None:
        last = plain(self._last(chat).reply)
        assert fits(pattern, last), f"it says {last!r}"

    def _poll(self, chat: str, pattern: str) -> None:
        poll = plain(self._living(chat, "poll").reply)
        assert fits(pattern, poll), f"the poll says {poll!r}"

    def _on_card(self, chat: str, wanted: str) -> None:
        labels = self._living(chat, "card").labels
        assert all(
            any(label in there for there in labels) for label in wanted.split(" | ")
        ), f"there are {labels}"

    def _not_on_card(self, chat: str, unwanted: str) -> None:
        labels = self._living(chat, "card").labels
        assert not any(
            label in there for label in unwanted.split(" | ") for there in labels
        ), f"there are {labels}"

    def _last(self, chat: str) -> Shown:
        return self.house.channel.chats[chat][-1]

    def _buttons(self, chat: str, wanted: str) -> None:
        last = self._last(chat)
        for label in wanted.split(" | "):
            assert any(label in there for there in [*last.labels, *last.keys]), (
                f"there are {[*last.labels, *last.keys]}"
            )

    def _none(self, chat: str, unwanted: str) -> None:
        last = self._last(chat)
        for label in unwanted.split(" | "):
            assert not any(label in there for there in last.labels), (
                f"there are {last.labels}"
            )
