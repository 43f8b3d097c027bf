"""Everybody who could stand in any relation to one case, and what an event of theirs would do,
tried in a Unit that is undone, so that each finds the house as it was.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any
from unittest.mock import patch

from domain.acts import Act
from domain.case import Case
from domain.messages import Address, Event, EventKind
from domain.people import Grant, Role
from domain.permissions import BLIND_ACTS, PERMISSIONS, Scope
from domain.privacy import Privacy
from domain.standing import BROUGHT_ACTS, FILER_ACTS, FOLLOWER_ACTS
from domain.states import State
from handlers import desk
from storage.history import History
from storage.memory.memory import Memory
from storage.memory.recent import Recent
from storage.unit import Unit
from tests.house import Actor, TestHouse

PRIVATE = "这件事的秘密Zq"
NUMBER, ABSENT = "YH26-0001", "YH26-9999"
OFFICE = "CG"

WAITS: dict[str, frozenset[Act]] = {
    "filer": FILER_ACTS,
    "brought": BROUGHT_ACTS,
    "follower": FOLLOWER_ACTS,
}
STAFF: dict[str, Role] = {
    "in charge": Role.COORDINATOR,
    "colleague": Role.COORDINATOR,
    "helper office": Role.COORDINATOR,
    "lead": Role.LEAD,
    "lead above": Role.LEAD,
    "admin above": Role.ADMIN,
    "admin below": Role.ADMIN,
    "mediator": Role.COORDINATOR,
}
"""Whose work it may be; of the mediator's only what is confidential."""

NOBODY = (
    "stranger",
    "offered",
    "elsewhere",
    "other office",
    "lead beside",
    "admin beside",
    "mediator elsewhere",
    "revoked",
)
"""Whose business it is not, whatever they know of it."""

EVERYBODY = (*WAITS, *STAFF, *NOBODY)

CAST: dict[str, tuple[Role, str, str]] = {
    "colleague": (Role.COORDINATOR, "G01", ""),
    "helper office": (Role.COORDINATOR, OFFICE, ""),
    "lead above": (Role.LEAD, "S1", ""),
    "admin above": (Role.ADMIN, "D", ""),
    "admin below": (Role.ADMIN, "G01", ""),
    "mediator": (Role.COORDINATOR, "D", "mediator"),
    "elsewhere": (Role.COORDINATOR, "G08", ""),
    "other office": (Role.COORDINATOR, "GA", ""),
    "lead beside": (Role.LEAD, "S2", ""),
    "admin beside": (Role.ADMIN, "S2", ""),
    "mediator elsewhere": (Role.COORDINATOR, "S2", "mediator"),
    "revoked": (Role.LEAD, "G01", ""),
}


@dataclass
class Outcome:
    """What was said, to whom; and what the actor brought about, by the case's history."""

    said: list[tuple[str, str, str]] = field(default_factory=list)
    acts: set[Act] = field(default_factory=set)

    def to(self, actor: Actor) -> str:
        return "\n".join(text for chat, _, text in self.said if chat == actor.chat)


class Undone(Exception):
    """Thrown to leave nothing."""


@contextmanager
def brought_about(acts: set[Act], actor: int) -> Iterator[None]:
    """Collects what this actor does to the first case: all of it goes into its history."""
    add = History.add

    def noted(
        history: History, case: Case, act: Act, by: int | None, *more: str, **rest: Any
    ) -> int:
        if by == actor and case.id == 1:
            acts.add(act)
        return add(history, case, act, by, *more, **rest)

    with patch.object(History, "add", noted):
        yield


class Everybody:
    """One case of a rider, in G01, in the coordinator's charge, and all who stand around it."""

    def __init__(self, house: TestHouse) -> None:
        self.house = house
        self.serial = itertools.count(1)
        own = {
            "filer": house.rider,
            "brought": house.second_rider,
            "in charge": house.coordinator,
            "lead": house.lead,
            "stranger": house.stranger,
        }
        made = {name: Actor(house, name, f"某{name}") for name in EVERYBODY}
        self.actors = made | own
        self.ids: dict[str, int] = {}

    async def come(self) -> None:
        house = self.house
        await house.files_hazard(words=f"地砖坏了，{PRIVATE}")
        await house.files_hazard(self.actors["brought"], "地砖坏了响得厉害")
        await house.lead.says("/merge YH26-0002 YH26-0001")
        for name, (role, area, post) in CAST.items():
            await house.joins(self.actors[name], role, area, post)
        for name in ("follower", "stranger", "offered"):
            await self.actors[name].says("你好")
        # a like report: the case is offered to be added to
        await house.files_hazard(self.actors["offered"], "路口地砖坏了")
        await self._settle()

    async def _settle(self) -> None:
        house, addresses = self.house, [one.address for one in self.actors.values()]
        async with house.database.unit() as unit:
            found = await unit.people.at_many(addresses)
            self.ids = {
                name: found[actor.address].id
                for name, actor in self.actors.items()
                if actor.address in found
            }
            await unit.followers.add(1, [self.ids["brought"]], via=2)
            await unit.followers.add(1, [self.ids["follower"]])
            case = await unit.cases.get(1)
            assert case is not None
            unit.cases.change(replace(case, **self._usual()))
        async with house.database.unit() as unit:
            # that nobody has a draft open is known from now on, and not asked at each try
            await unit.forms.load(addresses)
            gone = Grant(Role.LEAD, "G01")
            assert await unit.staff.revoke(self.ids["revoked"], gone)

    def _usual(self) -> dict[str, Any]:
        return {
            "filer_id": self.ids["filer"],
            "assignee_id": self.ids["in charge"],
            "joined": 2,
            "area": "G01",
            "state": State.IN_PROGRESS,
        }

    def press(self, name: str, data: str) -> Event:
        return self.event(name, kind=EventKind.PRESS, data=data, press_ref="p")

    def event(self, name: str, **what: Any) -> Event:
        number = f"{name} {next(self.serial)}"
        here: Address = self.actors[name].address
        return Event(number, here, here, name=name, language="zh-CN", raw={}, **what)

    async def tries(
        self, name: str, event: Event, *, words: str = "", **case: Any
    ) -> Outcome:
        """What this event of one person would do, were the case so; `words` are the answer where
        it asks for some. Whatever breaks, breaks.
        """
        found = Outcome()
        with known_still(self.house.database.memory), suppress(Undone):
            async with self.house.database.unit() as unit:
                await self._put(unit, case)
                await unit.prepare([event])
                with brought_about(found.acts, self.ids[name]):
                    await desk.answer(event, unit, self.house.setup)
                    drafts = await unit.forms.of(event.sender)
                    if words and any(draft.about for draft in drafts):
                        said = self.event(name, text=words)
                        await desk.answer(said, unit, self.house.setup)
                await unit.outbox.flush()
                found.said = [
                    (letter.to.chat, letter.reply.press_ref, letter.reply.text)
                    for letter in unit.outbox.handover
                ]
                raise Undone
        return found

    async def _put(self, unit: Unit, values: dict[str, Any]) -> None:
        if values:
            case = await unit.cases.get(1)
            assert case is not None
            unit.cases.change(replace(case, **values))


@contextmanager
def known_still(memory: Memory) -> Iterator[None]:
    """What was known before a Unit that is undone on purpose is what the rows say after it too: it
    is not read anew for each of thousands.
    """
    recent = [one for one in vars(memory).values() if isinstance(one, Recent)]
    before = [(one, one.items()) for one in recent]
    yield
    for one, items in before:
        for key, value in items:
            if one.get(key) is None:
                one.keep(key, value)


def allowed(name: str, privacy: Privacy) -> frozenset[Act]:
    """What is theirs to bring about: the rules of docs/adr/0016 once more, by hand."""
    if name in WAITS:
        return WAITS[name]
    if name in NOBODY or (name == "mediator" and privacy is not Privacy.CONFIDENTIAL):
        return frozenset()
    scopes = PERMISSIONS[STAFF[name]]
    own = {act for act, scope in scopes.items() if scope is Scope.AREA}
    if name == "in charge":
        own = {*scopes}
    elif privacy is Privacy.CONFIDENTIAL and STAFF[name] is Role.ADMIN:
        own &= BLIND_ACTS
    elif privacy is Privacy.CONFIDENTIAL and name in ("colleague", "helper office"):
        own = set()
    return frozenset(own)


def may_read(name: str, privacy: Privacy) -> bool:
    """Whether the words of the case may be said to them."""
    if name in NOBODY or name == "follower":
        return False
    blind = {"colleague", "helper office", "admin above", "admin below"}
    if privacy is Privacy.CONFIDENTIAL:
        return name not in blind
    return name != "mediator"
