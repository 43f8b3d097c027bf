"""Reads and plays transcripts. README.md in this folder explains the format."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from domain.messages import Address, Event, EventKind, Reply
from domain.quiet import next_local
from handlers.setup import Setup
from tests.house import Actor, Shown, TestHouse, jpeg

GROUP = Address("test", "-100")
NAMES = {
    "小王": "rider", "小刘": "second_rider", "路人": "stranger", "李敏": "coordinator", "张强": "second_coordinator",
    "王芳": "far_coordinator", "赵网格长": "lead", "周主任": "street_lead", "陈主任": "admin",
    "Rider": "rider", "Rider2": "second_rider", "Stranger": "stranger", "Coordinator": "coordinator",
    "Coordinator2": "second_coordinator", "Far": "far_coordinator", "Lead": "lead", "Street": "street_lead",
    "Admin": "admin",
}  # fmt: skip
LINE = re.compile(r"^(?P<who>[^\s@]+)(?P<group>@群|@group)?\s+(?P<what>.+)$")
SPAN = re.compile(r"^\+(\d+)([smhd])$")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True)
class Story:
    """One conversation: a title, its settings and its lines with their numbers."""

    path: Path
    title: str
    language: str
    settings: dict[str, int]
    lines: tuple[tuple[int, str], ...]

    @property
    def id(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}: {self.title}"


def read(path: Path) -> list[Story]:
    """All stories of a file. A title starts one; indented lines go on with the line above."""
    stories: list[Story] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.rstrip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("== "):
            stories.append(Story(path, line[3:], path.parent.name, {}, ()))
            continue
        story = stories[-1]
        if line.startswith("setup "):
            name, _, value = line[6:].partition("=")
            stories[-1] = replace(story, settings=story.settings | {name: int(value)})
        elif line[0] == " ":
            before, text = story.lines[-1]
            stories[-1] = replace(story, lines=(*story.lines[:-1], (before, f"{text}\n{line.strip()}")))
        else:
            stories[-1] = replace(story, lines=(*story.lines, (number, line)))
    return stories


def plain(reply: Reply) -> str:
    """A message as one line of words, the way a reader would tell it."""
    parts = []
    if reply.photos:
        parts.append("📷" * len(reply.photos))
    if reply.files:
        parts.append("📎" * len(reply.files))
    if reply.place is not None:
        parts.append("📍")
    parts.append(unescape(re.sub(r"<[^>]+>", "", reply.text)))
    if reply.calls:
        parts.append("☎ " + " ".join(reply.calls))
    return " ".join(" ".join(parts).split())


def fits(pattern: str, text: str) -> re.Match[str] | None:
    """Matches the whole text; … stands for anything, ⟨name⟩ catches one word."""
    made = ""
    for piece in re.split(r"(…|⟨\w+⟩)", " ".join(pattern.split())):
        made += ".*?" if piece == "…" else rf"(?P<{piece[1:-1]}>[\w-]+)" if piece.startswith("⟨") else re.escape(piece)
    return re.fullmatch(made, text, re.DOTALL)


@dataclass
class Player:
    """Plays a story in a house; with `restarting` the process dies before everything that somebody does."""

    house: TestHouse
    restarting: bool = False
    heard: dict[str, int] = field(default_factory=dict)
    caught: dict[str, str] = field(default_factory=dict)
    sent: dict[str, Event] = field(default_factory=dict)
    quarantined: int = 0

    async def play(self, story: Story) -> None:
        if story.language != "zh-CN":
            await self._speak(story.language)
        for number, line in story.lines:
            try:
                await self._line(line)
            except AssertionError as error:
                raise AssertionError(f"{story.path.name}:{number}: {line}\n    {error}") from None
        async with self.house.database.unit() as unit:
            rows = await unit.arrivals.quarantined()
        assert len(rows) == self.quarantined, f"in quarantine: {[row.error for row in rows]}"

    async def _speak(self, language: str) -> None:
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
        if who in ("群", "group"):
            return self._hears(GROUP.chat, what)
        if "+" in who:
            return await self._together([self._actor(name) for name in who.split("+")], what)
        await self._person(self._actor(who), what, GROUP if hit["group"] else None)

    def _actor(self, name: str) -> Actor:
        assert name in NAMES, f"who is {name}?"
        actor: Actor = getattr(self.house, NAMES[name])
        return actor

    # --- the machine ----------------------------------------------------------------------------------

    async def _clock(self, what: str) -> None:
        await self._again()
        span = SPAN.match(what)
        if span:
            return await self.house.passes(**{UNITS[span[2]]: int(span[1])})
        hours, _, minutes = what.partition(":")
        now = self.house.clock.now
        then = next_local(now, int(hours) * 60 + int(minutes), ZoneInfo("Asia/Shanghai"))
        await self.house.passes(seconds=(then - now).total_seconds())

    async def _machine(self, what: str) -> None:
        if what in ("取图", "fetches"):
            return await self.house.fetches()
        if what in ("重启", "restarts"):
            return await self.house.restarts()
        if what in ("都听过了", "all heard"):
            self.heard = {chat: len(said) for chat, said in self.house.channel.said.items()}
            return None
        word, _, count = what.partition(" ")
        assert word in ("隔离", "quarantine"), f"the machine cannot {what}"
        self.quarantined = int(count)

    async def _again(self) -> None:
        if self.restarting:
            await self.house.restarts()

    # --- people ---------------------------------------------------------------------------------------

    async def _person(self, actor: Actor, what: str, group: Address | None) -> None:
        chat = group.chat if group else actor.chat
        if what[0] in "<!=?":
            return self._hears(chat, what)
        await self._again()
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
            about, mark, rest = re.split(r" ([>📷📍]) ?", what[2:], maxsplit=1)
            await self._says(actor, f"{mark} {rest}", group, self._message(chat, about))
        else:
            await self._says(actor, what, group, "")

    async def _says(self, actor: Actor, what: str, group: Address | None, reply_to: str) -> None:
        mark, _, rest = what.partition(" ")
        extra: dict[str, Any] = {"reply_to": reply_to, "chat": group or actor.address}
        if mark == "📍":
            place = self.house.database.directory.middle(rest)
            assert place, f"where is {rest}?"
            await actor.does(place=place, **extra)
        elif mark == "🎤":
            await actor.sends_voice()
        elif mark == "☠":
            await actor.does(kind=EventKind.UNREADABLE, text=rest)
        elif mark == "📷!":
            data = b"%PDF-1.4 no picture at all"
            self.sent[actor.chat] = await actor.does(text=rest, media=(self.house.media(data),), **extra)
        elif set(mark) == {"📷"}:
            album = f"album{next(self.house.events)}" if len(mark) > 1 else ""
            for part in range(len(mark)):
                media = (self.house.media(jpeg()),)
                event = await actor.does(text="" if part else rest, media=media, album=album, **extra)
                if not part:
                    self.sent[actor.chat] = event
        else:
            assert mark == ">", f"what is {mark}?"
            text = rest.replace("×3001", "长" * 3001)
            self.sent[actor.chat] = await actor.does(text=text, **extra)

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

    # --- what is heard --------------------------------------------------------------------------------

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
            "!": self._toast,
            "=": self._card,
            "?": self._buttons,
            "?-": self._none,
        }
        assert mark in checks, f"what is {mark}?"
        checks[mark](chat, pattern)

    def _fresh(self, chat: str) -> list[str]:
        return [plain(reply) for reply in self.house.channel.said.get(chat, [])[self.heard.get(chat, 0) :]]

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

    def _toast(self, chat: str, pattern: str) -> None:
        toasts = [text for text in self.house.channel.toasts.get(chat, []) if text]
        assert toasts, "no toast"
        assert fits(pattern, toasts[-1]), f"the toast says {toasts[-1]!r}"

    def _card(self, chat: str, pattern: str) -> None:
        cards = [shown for shown in self.house.channel.chats.get(chat, []) if shown.reply.slot]
        assert cards, "no card"
        assert fits(pattern, plain(cards[-1].reply)), f"the card says {plain(cards[-1].reply)!r}"

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
            assert not any(label in there for there in last.labels), f"there are {last.labels}"


def setup_of(story: Story) -> Setup:
    return replace(Setup(links={"test": "test:{code}"}, most_messages_a_minute=10_000), **story.settings)
