"""Riders: they file what they see, answer some questions, and say of some cases whether they
were solved.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timedelta
from functools import partial

from bench.simulate.agenda import Agenda, Hand
from bench.simulate.rhythm import ZONE
from bench.simulate.town import Matter
from domain.messages import Event
from storage.outbox.letters import Letter

MINUTE = timedelta(minutes=1)
SAYS_IF_SOLVED = 0.55  # the others let the 14 days pass
SATISFIED = 0.9
GIVES_STARS = 0.35
WANTS_FOLLOW_UP = 0.1
ANSWERS = 0.75
JOINS = 0.8
FIRST_HOUR = 8
PATIENCE = timedelta(hours=3)
QUESTIONS = ("具体在哪一层？", "现在还是这样吗？", "方便再拍一张照片吗？")


class Rider:
    """`matter` is what they are filing now; `reason` what they are about to write into a form."""

    def __init__(
        self,
        chat: str,
        number: int,
        agenda: Agenda,
        chance: random.Random,
        counts: Counter[str],
    ) -> None:
        self.hand = Hand(chat, f"骑手{number}")
        self.chat = chat
        self.agenda = agenda
        self.chance = chance
        self.counts = counts
        self.matter: Matter | None = None
        self.since: datetime | None = None
        self.pressed = False
        self.reason = ""

    def _soon(self, now: datetime, what: Event | None) -> None:
        if what is not None:
            self.agenda.put(now + MINUTE, self.chat, lambda _: what)

    def files(self, matter: Matter, now: datetime) -> Event | None:
        """Begins a filing, unless they are in the middle of another one."""
        if (
            self.matter is not None
            and self.since is not None
            and now - self.since < PATIENCE
        ):
            self.agenda.put(now + 20 * MINUTE, self.chat, partial(self.files, matter))
            return None
        self.counts["filings given up"] += self.matter is not None
        self.matter, self.since, self.pressed = matter, now, False
        self.counts["filings begun"] += 1
        if matter.scan:
            return self.hand.says(f"/start g_{matter.area}")
        return self.hand.says(matter.words, photo=matter.photo)

    # --- hearing ---

    def hears(self, letter: Letter, message_id: str, now: datetime) -> None:
        reply = letter.reply
        data = [choice.data for row in reply.choices for choice in row]
        if letter.form_id is not None:
            return self._soon(now, self._in_form(letter, data, message_id))
        if (
            self.matter is not None
            and self.pressed
            and letter.case_id is not None
            and not data
        ):
            self.matter = None
        for one in data:
            verb = one.partition(":")[2].partition(":")[2]
            if one.startswith("n:") and self.matter is not None:
                self._soon(now, self.hand.presses(one, message_id))
            elif verb == "confirm":
                self._judges(one, data, message_id, now)
            elif verb == "rate:5" and self.chance.random() < GIVES_STARS:
                stars = self.chance.choice((5, 5, 5, 4, 4, 3))
                self._soon(now, self.hand.presses(f"{one[:-1]}{stars}", message_id))
            elif (
                verb in ("again", "still")
                and self.chance.random() < WANTS_FOLLOW_UP + (verb == "still") * 0.5
            ):
                self._soon(now, self.hand.presses(one, message_id))
        if (
            any(question in reply.text for question in QUESTIONS)
            and self.chance.random() < ANSWERS
        ):
            self.counts["questions answered"] += 1
            later = now + timedelta(minutes=self.chance.randint(5, 240))
            self.agenda.put(
                self._awake(later),
                self.chat,
                lambda _: self.hand.says("还是老样子，在一楼门口"),
            )

    def _in_form(
        self, letter: Letter, data: list[str], message_id: str
    ) -> Event | None:
        """The house asks for something, or shows the summary."""
        if self.reason and not any(one.endswith(":submit") for one in data):
            said, self.reason = self.reason, ""
            return self.hand.says(said)
        if self.matter is None:
            return None
        matter = self.matter
        if any(one.endswith(":submit") for one in data):
            return self._submits(matter, data, message_id)
        if letter.reply.keyboard:
            return self.hand.says(place=matter.place)
        return self.hand.says(matter.words, photo=matter.photo) if matter.scan else None

    def _submits(
        self, matter: Matter, data: list[str], message_id: str
    ) -> Event | None:
        join = next((one for one in data if ":join:" in one), None)
        nudged = matter.lazy and self.pressed
        if matter.lazy and not nudged:
            self.counts["drafts left lying"] += 1
            self.pressed = True  # the nudge after half an hour brings them back
            return None
        self.pressed = True
        if join and matter.again and self.chance.random() < JOINS:
            self.counts["joined instead of filing"] += 1
            return self.hand.presses(join, message_id)
        return self.hand.presses(
            next(one for one in data if one.endswith(":submit")), message_id
        )

    def _judges(
        self, confirm: str, data: list[str], message_id: str, now: datetime
    ) -> None:
        """Hours or days later, or never."""
        if self.chance.random() > SAYS_IF_SOLVED:
            return
        at = self._awake(now + timedelta(hours=self.chance.lognormvariate(1.8, 1.1)))
        if self.chance.random() < SATISFIED:
            self.agenda.put(
                at, self.chat, lambda _: self.hand.presses(confirm, message_id)
            )
            return
        reopen = next((one for one in data if one.endswith(":reopen")), None)
        if reopen:
            self.agenda.put(at, self.chat, partial(self._reopens, reopen, message_id))

    def _reopens(self, data: str, message_id: str, now: datetime) -> Event:
        self.reason = self.chance.choice(
            ("还是老样子，没修好", "今天又坏了", "没有人来过")
        )
        return self.hand.presses(data, message_id)

    def _awake(self, at: datetime) -> datetime:
        local = at.astimezone(ZONE)
        if FIRST_HOUR <= local.hour < 23:
            return at
        further = timedelta(
            hours=(FIRST_HOUR - local.hour) % 24, minutes=self.chance.randint(0, 120)
        )
        return at + further
