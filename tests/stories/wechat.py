"""Plays transcripts with the riders in WeChat: all that was said at one go is one message, choices
are typed as numbers, and nothing is edited, replied to or pressed on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from bot.channels.wechat.draw import CAN
from domain.messages import Address, Choice, Event, EventKind, Reply
from handlers.texts.sentences import label
from tests.house import Actor, TestHouse, jpeg
from tests.stories.differing import DIFFERING, WITHOUT, shown
from tests.stories.elsewhere import EN_ROOMS, Elsewhere
from tests.stories.reading import Story, fits, plain, setup_of
from tests.stories.script import Player

NUMBERED = re.compile(r"(\d+)\.? (.+)")
ALBUM = 2  # seconds after which pictures are answered


@dataclass
class Heard:
    """A message of one chat; `at` is the line up to which it was heard."""

    reply: Reply
    at: int = 0

    @property
    def lines(self) -> list[str]:
        return _lines(self.reply)

    def hears(self, pattern: str, again: bool = False) -> re.Match[str] | None:
        """Whether some whole lines say this, after those that were heard unless `again`."""
        lines = self.lines
        for start in range(0 if again else self.at, len(lines)):
            for end in range(start + 1, len(lines) + 1):
                hit = fits(pattern, " ".join(lines[start:end]))
                if hit:
                    self.at = max(self.at, end)
                    return hit
        return None


def _named(reply: Reply, wanted: str) -> str:
    """What is typed for it: its number, or its label where words were asked for."""
    named = [(NUMBERED.fullmatch(said), said) for said in _labels(reply)]
    near = [one for one in named if wanted in one[1]]
    exact = [one for one in near if one[0] and one[0][2] == wanted]
    for hit, said in (exact or near)[:1]:
        return hit[1] if hit else said
    return ""


def _labels(reply: Reply) -> list[str]:
    """Few are links, many are lines of the text."""
    links = [choice.label for row in reply.choices for choice in row]
    return links or [line for line in _lines(reply) if NUMBERED.fullmatch(line)]


def _lines(reply: Reply) -> list[str]:
    lines = (plain(Reply(text=line)) for line in reply.text.splitlines())
    return [line for line in lines if line]


@dataclass
class WechatPlayer(Player):
    waiting: dict[str, list[Heard]] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)

    async def play(self, story: Story) -> None:
        for rider in self.riders:
            self.house.channel.cans[rider.chat] = CAN
        await super().play(story)

    @property
    def riders(self) -> tuple[Actor, ...]:
        return self.house.rider, self.house.second_rider

    def _here(self, chat: str) -> bool:
        return chat in self.house.channel.cans

    # --- what riders do ---

    async def _person(self, actor: Actor, what: str, group: Address | None) -> None:
        if not self._here(actor.chat) or what[0] in "<!=?":
            return await super()._person(actor, what, group)
        await self._again()
        if what.startswith("["):
            return await self._chooses(actor, what.strip("[]"), what.startswith("[["))
        if what.startswith(("报 ", "files ")):
            return await self._files(actor, what.partition(" ")[2])
        if set(what.partition(" ")[0]) == {"📷"}:
            return await self._shows(actor, what)
        return await super()._person(actor, what, group)

    async def _files(self, rider: Actor, what: str) -> None:
        words, _, area = what.rpartition(" ")
        await self._shows(rider, f"📷 {words}")
        await rider.sends_place(area)
        await self._chooses(rider, label(rider.language, "button-submit"), old=False)
        await self._machine("都听过了")

    async def _shows(self, rider: Actor, what: str) -> None:
        """Pictures have no words below them: these follow at once."""
        mark, _, words = what.partition(" ")
        album = f"album{next(self.house.events)}"
        events: list[Event] = []

        async def collect(*made: Event) -> None:
            events.extend(made)

        self.house.take = collect  # type: ignore[method-assign]
        try:
            for _ in mark:
                media = (self.house.media(jpeg()),)
                await rider.does(media=media, album=album)
            if words:
                self.sent[rider.chat] = await rider.does(
                    text=words.replace("×3001", "长" * 3001)
                )
        finally:
            del self.house.take
        await self.house.take(*events)
        if len(mark) == 1:  # where there are more, the story waits itself
            await self.house.passes(seconds=ALBUM)

    async def _chooses(self, rider: Actor, wanted: str, old: bool) -> None:
        """By number where it was offered last, else by tapping where it once stood."""
        offering = [one for one in rider.sees if _labels(one.reply)]
        found = _named(offering[-1].reply, wanted) if offering and not old else ""
        if found:
            await rider.does(text=found)
            return
        for stood in reversed(offering):
            for choice in (one for row in stood.reply.choices for one in row):
                if wanted in choice.label:
                    return await self._taps(rider, choice)
        raise AssertionError(f"nowhere is {wanted!r} to be chosen")

    async def _taps(self, rider: Actor, choice: Choice) -> None:
        if not choice.data:
            await rider.does(text=choice.label.partition(" ")[2])
            return
        await rider.does(
            kind=EventKind.PRESS,
            data=choice.data,
            press_ref=f"p{next(self.house.events)}",
            message_id="",
        )

    # --- what riders hear ---

    def _new(self, chat: str) -> list[Heard]:
        """What was not yet heard to its end."""
        said = self.house.channel.said.get(chat, [])
        waiting = self.waiting.setdefault(chat, [])
        waiting += [Heard(reply) for reply in said[self.taken.get(chat, 0) :]]
        self.taken[chat] = len(said)
        return waiting

    async def _machine(self, what: str) -> None:
        await super()._machine(what)
        if what in ("都听过了", "all heard"):
            for rider in self.riders:
                self._new(rider.chat).clear()

    def _hears(self, chat: str, what: str) -> None:
        if self._here(chat):
            what = shown(what)
        if what:
            super()._hears(chat, what)

    def _next(self, chat: str, pattern: str) -> None:
        """What is said next may be a part of what was heard last."""
        if not self._here(chat):
            return super()._next(chat, pattern)
        waiting = self._new(chat)
        if not pattern:
            fresh = [_lines(heard.reply) for heard in waiting if not heard.at]
            assert not fresh, f"but heard {fresh[0]}"
            return None
        while waiting:
            partly = waiting[0].at
            hit = waiting[0].hears(pattern)
            if hit:
                self.caught |= hit.groupdict()
                return None
            assert partly, f"heard {_lines(waiting[0].reply)}"
            waiting.pop(0)
        raise AssertionError("heard nothing")

    def _later(self, chat: str, pattern: str) -> None:
        if not self._here(chat):
            return super()._later(chat, pattern)
        waiting = self._new(chat)
        for number, heard in enumerate(waiting):
            hit = heard.hears(pattern)
            if hit:
                self.caught |= hit.groupdict()
                del waiting[:number]
                return None
        raise AssertionError(f"heard only {[_lines(one.reply) for one in waiting]}")

    def _never(self, chat: str, unwanted: str) -> None:
        if not self._here(chat):
            return super()._never(chat, unwanted)
        for stood in self.house.channel.chats.get(chat, []):
            assert unwanted not in " ".join(_lines(stood.reply))
        return None

    def _toast(self, chat: str, pattern: str) -> None:
        """It is a line of the message."""
        if not self._here(chat):
            return super()._toast(chat, pattern)
        heard = [*self._new(chat)] or [Heard(self._last(chat).reply)]
        assert any(one.hears(pattern, again=True) for one in heard), (
            f"heard only {[_lines(one.reply) for one in heard]}"
        )
        return None

    def _stands(self, chat: str, pattern: str) -> None:
        if not self._here(chat):
            return super()._stands(chat, pattern)
        last = Heard(self._last(chat).reply)
        assert last.hears(pattern), f"it says {_lines(last.reply)}"
        return None

    def _buttons(self, chat: str, wanted: str) -> None:
        if not self._here(chat):
            return super()._buttons(chat, wanted)
        labels = _labels(self._last(chat).reply)
        for label_ in wanted.split(" | "):
            assert any(label_ in there for there in labels), f"there are {labels}"
        return None


async def plays(story: Story, folder: Path) -> None:
    async with TestHouse(folder, setup=setup_of(story)) as house:
        await WechatPlayer(house).play(story)


WECHAT = Elsewhere(
    plays,
    (
        "en/main",
        "en/hearing",
        "en/emergencies",
        "zh-CN/filing",
        "zh-CN/hearing",
        "zh-CN/emergencies",
        "zh-CN/stations",
        "zh-CN/wishes",
        "zh-CN/matching",
        "zh-CN/gifts",
        "zh-CN/coupons",
        "zh-CN/members",
        "zh-CN/points",
        "zh-CN/proofs",
        "zh-CN/hive",
        *EN_ROOMS,
    ),
    DIFFERING,
    WITHOUT,
    left=(
        "The place of an emergency was wrong: a correction, an edit or a pin moves it, and "
        "everybody concerned hears of it",
        "An edit that brings a danger in is a new message of it; the next edit calls nobody again",
        "改了发过的话，草稿跟着改",
        "太长的话",
        "改成太长的话，原来的还在",
        "急事的地方说错了：改一句、改那条消息、发位置都跟着走，两边的人和网格长都知道",
        "交上去以后改那条消息，地方换了：这件事也跟着过去",
        "改发过的话，改出了危险：和新说的一样，号码、马上派人；再改一次不再派",
        "回答改出了危险，也一样；办事人改备注，说的是别的险情，也一样",
    ),
)
