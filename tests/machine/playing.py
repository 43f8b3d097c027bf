"""The machine's hands: one person does one thing, and all promises are kept before and after."""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from collections.abc import Awaitable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from domain.acts import Act
from domain.answers import Answer, Said
from domain.case import Case
from domain.draft import Draft
from domain.messages import Address, EventKind, Reply
from domain.people import Person
from domain.permissions import may
from domain.privacy import Privacy
from domain.standing import Standing
from handlers import desk
from handlers.casework.cards.card_sending import send_new
from handlers.casework.file import file_case
from handlers.casework.handed_in import Filing
from handlers.contents import FORMS
from handlers.dialog.scene import Actor as Acting
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from storage.outbox.letters import Letter
from storage.outbox.outbox import Outbox
from tests.house import Actor, TestHouse
from tests.machine import promises
from tests.machine.crowd import ACTS, COMMANDS, EVERYBODY, PRESSED, gather, word_for
from tests.machine.looking import NOTHING, Seen, look, may_read, quarantined
from tests.machine.moves import LEGAL

T = TypeVar("T")
MARK = re.compile(r"zk\d+zk")
WORDS = "换了新的，明天再看一眼"


class Play:
    """A house with everybody in it, what was seen last, and every text that was made since."""

    def __init__(self, setup: Setup) -> None:
        self.loop = asyncio.new_event_loop()
        memory = Path("/dev/shm")
        self.folder = Path(
            tempfile.mkdtemp(
                prefix="gridbee-machine-", dir=memory if memory.is_dir() else None
            )
        )
        self.house = TestHouse(self.folder, setup=setup)
        self.seen: Seen = NOTHING
        self.refused: list[str] = []
        self.made: list[tuple[str, str]] = []
        self.read: set[tuple[str, str]] = set()
        self.told: set[tuple[str, str]] = set()
        self.moments: list[str] = []
        self.filed = 0
        self.policy_since: datetime = self.house.clock.now
        self._patches = [
            patch.object(desk, "_refuse", self._refusing(desk._refuse)),
            patch.object(Outbox, "add", self._adding(Outbox.add)),
        ]
        for one in self._patches:
            one.start()
        self.actors: dict[str, Actor] = self.run(gather(self.house))
        self.made.clear()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def ends(self) -> None:
        try:
            self.run(self.house.__aexit__(None, None, None))
        finally:
            for one in self._patches:
                one.stop()
            self.loop.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _refusing(self, refuse: Any) -> Any:
        def noted(turn: Any, refused: Any) -> None:
            self.refused.append(refused.key)
            refuse(turn, refused)

        return noted

    def _adding(self, add: Any) -> Any:
        def noted(
            outbox: Outbox, to: Address, reply: Reply, *args: Any, **more: Any
        ) -> Letter:
            labels = (choice.label for row in reply.choices for choice in row)
            self.made.append((to.chat, "\n".join((reply.text, *labels))))
            made: Letter = add(outbox, to, reply, *args, **more)
            return made

        return noted

    # --- who ---

    def person(self, name: str) -> Person:
        """With the roles of this moment."""
        known = self.house.people[self.actors[name].chat]
        return self.house.database.directory.staff.get(known.id, known)

    def reach(self, case: Case) -> tuple[str, ...]:
        return self.house.database.directory.reach(case)

    def standing(self, name: str, case: Case) -> Standing:
        return self.seen.standing(case.id, self.person(name).id)

    # --- doing ---

    def step(self, work: Awaitable[Any], clock: bool = False) -> bool:
        """Does it and looks at what that changed. Returns whether it was refused."""
        self.refused.clear()
        self.made.clear()
        before = self.seen

        async def both() -> tuple[Seen, list[str]]:
            await work
            return await look(self.house), await quarantined(self.house)

        self.seen, broken = self.run(both())
        assert not broken, broken
        people = {self.person(name).id: self.person(name) for name in EVERYBODY}
        if self.refused:
            promises.a_refused_act_changes_nothing(before, self.seen)
        promises.every_line_is_legal(
            before, self.seen, people, self.house.database.directory
        )
        promises.no_alarm_while_asleep(before, self.seen)
        self._nothing_confidential_is_told(before, clock)
        return bool(self.refused)

    def _nothing_confidential_is_told(self, before: Seen, clock: bool) -> None:
        """The words of a confidential case are in no text made for somebody who may not read them.

        What the clock gathers into one message may have been said before it became confidential.
        """
        for chat, text in self.made:
            for mark in MARK.findall(text):
                allowed = any(
                    self._may_know(seen, chat, mark) for seen in (self.seen, before)
                )
                assert allowed or (clock and (chat, mark) in self.read), (
                    f"{chat} is told {mark}: {text}"
                )
                self.read.add((chat, mark))

    def _may_know(self, seen: Seen, chat: str, mark: str) -> bool:
        """Whoever told it, and whoever may read a case in which it stands."""
        if (chat, mark) in self.told:
            return True
        name = next(
            (name for name, actor in self.actors.items() if actor.chat == chat), ""
        )
        person = self.person(name) if name else None
        return any(
            case.privacy is not Privacy.CONFIDENTIAL
            or may_read(
                person,
                case,
                self.reach(case),
                seen.standing(case.id, person.id) if person else Standing.NONE,
            )
            for case in seen.cases.values()
            if any(mark in words for words in seen.words(case))
        )

    async def file(self, who: str, filing: Filing) -> None:
        house = self.house
        async with house.database.unit() as unit:
            actor = Acting(self.person(who), "test")
            scene = Scene(unit, house.setup, actor)
            case = await file_case(scene, filing)
            await send_new(scene, case, ())
        house.delivery.offer(unit.outbox.handover)
        await house.settle()

    def presses(self, who: str, data: str) -> bool:
        ref = f"p{next(self.house.events)}"
        return self.step(
            self.actors[who].does(kind=EventKind.PRESS, data=data, press_ref=ref)
        )

    def joins(self, who: str, case_id: int) -> bool:
        """As somebody who was shown this case before sending their own; a draft that is left
        over is cancelled.
        """
        address = self.actors[who].address

        async def offered() -> int:
            async with self.house.database.unit() as unit:
                await unit.people.load([address])
                person, made = unit.people.at(address), unit.next_id("forms")
                assert person is not None
                about = {"like": {"id": case_id}}
                answers: dict[str, Answer] = {"what": (Said("", "我这里也是"),)}
                await unit.forms.put(
                    Draft(
                        made,
                        address,
                        person.id,
                        "filing",
                        answers,
                        unit.now,
                        unit.now,
                        about,
                    )
                )
                return made

        made = self.run(offered())
        refused = self.presses(who, f"f:{made}:join:{case_id}")
        self.presses(who, f"f:{made}:cancel")
        return refused

    def says(self, who: str, text: str) -> bool:
        chat = self.actors[who].chat
        self.told |= {(chat, mark) for mark in MARK.findall(text)}
        return self.step(self.actors[who].says(text))

    def writing(self, who: str) -> tuple[str, int]:
        """The form that waits for this person's words: its act and its case."""

        async def asked() -> tuple[str, int]:
            async with self.house.database.unit() as unit:
                drafts = await unit.forms.of(self.actors[who].address)
            forms = [draft for draft in drafts if draft.name in FORMS]
            return (
                (forms[-1].name, forms[-1].about.get("case", 0)) if forms else ("", 0)
            )

        return self.run(asked())

    def words(self, case: Case) -> str:
        """What is said to a case is as confidential as what it said itself."""
        mark = MARK.search(case.words)
        return f"{mark[0] if mark else ''} {WORDS}".strip()

    def does(
        self, who: str, case: Case, name: str, value: str = "", *, typed: bool = False
    ) -> bool:
        """By its button, or by its command, and with words where they are asked for. Whether it
        was refused.
        """
        if typed and name in COMMANDS:
            word = f" {word_for(name, value, self.seen.cases)}" if value else ""
            return self.says(
                who, f"/{COMMANDS[name]} {case.number}{word} {self.words(case)}"
            )
        value = value or PRESSED.get(name, "")
        refused = self.presses(who, f"c:{case.id}:{name}{':' if value else ''}{value}")
        if not refused and self.writing(who) == (name, case.id):
            return self.says(who, self.words(case))
        return refused

    def passes(self, minutes: int) -> None:
        """Two looks, as the clock looks every few seconds: the last kind of timer can set one of
        the first.
        """
        self.step(self.house.passes(minutes=minutes), clock=True)
        self.step(self.house.tick(), clock=True)
        promises.everything_due_was_looked_at(self.seen, self.house.clock.now)
        promises.alarms_keep_their_distance(self.seen, self.policy_since)

    def the_policy_becomes(self, words: str) -> None:
        """An admin changes the deadlines; a minute passes, so that no alarm is as old."""
        self.policy_since = self.house.clock.now
        self.says("admin", f"/policy {words}")
        ((yes, _),) = self.actors["admin"].last.reply.choices
        self.presses("admin", yes.data)
        self.passes(1)

    def can(self, name: str, who: str, case: Case) -> bool:
        """Whether the hand-written table and the permissions let this person do it now."""
        from_here = (case.state, ACTS[name])
        return from_here in LEGAL and self._may(name, who, case)

    def _may(self, name: str, who: str, case: Case) -> bool:
        person, path = self.person(who), self.reach(case)
        if ACTS[name] is Act.JOIN:
            return case.privacy is not Privacy.CONFIDENTIAL
        standing = self.standing(who, case)
        return may(person, ACTS[name], case, path, standing)
