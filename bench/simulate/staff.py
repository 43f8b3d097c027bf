"""The people who work on cases. They know only what was sent to them: cards with their name,
alarms, digests.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import partial

from bench.simulate.cards import Card
from bench.simulate.doing import MINUTE, Doer
from domain.policies import DEFAULT_ROWS
from domain.reading.vocabulary import default_vocabulary
from storage.outbox.letters import Letter

SHORT = tuple(
    default_vocabulary().catalogue[row.category].name("zh-CN")
    for row in DEFAULT_ROWS
    if row.category and row.limit.resolve <= timedelta(days=1)
)
"""What everybody knows to be due within a day."""

NUMBER = re.compile(r"[A-Z]{2}\d\d-\d{4,}(?:-\d+)?")
FORGETS = 0.03  # of the cards; only a reminder brings them back
HEEDS = 0.7  # of the reminders
HEAD_HEEDS = 0.6


class Worker(Doer):
    """Somebody on the staff with their private chat, who hears what is sent there."""

    # --- hearing ---

    def hears(self, letter: Letter, message_id: str, now: datetime) -> None:
        reply = letter.reply
        data = [choice.data for row in reply.choices for choice in row]
        if letter.form_id is not None:
            return self._writes(now)
        chosen = [one for one in data if ":to:" in one]
        if chosen:
            return self._chooses(chosen, message_id, now)
        of_cases = [one for one in data if one.startswith("c:")]
        verbs = {one.split(":")[2] for one in of_cases}
        if letter.case_id is not None and (
            reply.slot.startswith("card:") or "more" in verbs
        ):
            return self._sees_card(letter, letter.case_id, verbs, message_id, now)
        if verbs & {"approve", "verify"} and letter.case_id is not None:
            return self._judges(letter.case_id, data, message_id, now)
        if verbs == {"open"}:
            return self._is_reminded(letter, of_cases, message_id, now)
        if letter.case_id in self.forgotten and self.chance.random() < HEEDS:
            self._remembers(letter.case_id, now)

    def _sees_card(
        self,
        letter: Letter,
        case_id: int,
        verbs: set[str],
        message_id: str,
        now: datetime,
    ) -> None:
        text = letter.reply.text
        hit = NUMBER.search(text)
        if hit is None:
            return
        mine = f"👤 {self.post.name} ·" in text
        title = text.split("\n")[0]
        short = "🟠" in title or any(name in title for name in SHORT)
        card = Card(hit[0], message_id, frozenset(verbs), mine, "🔴" in text[:4], short)
        if not verbs - {"undo"}:  # it is over
            for kept in (self.planned, self.forgotten, self.reviewing):
                kept.discard(case_id)
            self.cards.pop(case_id, None)
            self.plans.done(case_id)
            return
        self.cards[case_id] = card
        if not mine:
            self.forgotten.discard(case_id)
        if case_id in self.reviewing:
            self.reviewing.discard(case_id)
            return self._will(
                now, 0.2, case_id, self.plans.as_head(card.acts, mine), card.urgent
            )
        if mine and case_id not in self.planned and case_id not in self.forgotten:
            self._plans(case_id, card, now)

    def _plans(
        self, case_id: int, card: Card, now: datetime, again: bool = False
    ) -> None:
        if not again and self.chance.random() < FORGETS:
            self.counts["forgot until reminded"] += 1
            self.forgotten.add(case_id)
            return
        step = self.plans.next(case_id, card.acts, card.urgent, card.short)
        if step is not None:
            self._will(
                now, step[0] * (0.3 if again else 1), case_id, step[1], card.urgent
            )

    def _remembers(self, case_id: int, now: datetime) -> None:
        self.forgotten.discard(case_id)
        card = self.cards.get(case_id)
        if card is not None and card.mine and case_id not in self.planned:
            self._plans(case_id, card, now, again=True)

    def _is_reminded(
        self, letter: Letter, data: list[str], message_id: str, now: datetime
    ) -> None:
        """An alarm on one case, or the morning's digest: what they had not in mind they look at."""
        raised = letter.reply.text.startswith("🔺")
        for one in data:
            case_id = int(one.split(":")[1])
            card = self.cards.get(case_id)
            idle = case_id in self.forgotten or (
                (card is None or card.mine) and case_id not in self.planned
            )
            if raised and self.chance.random() < HEAD_HEEDS:
                self.reviewing.add(case_id)
            elif raised or not idle or self.chance.random() > HEEDS:
                continue
            self.forgotten.discard(case_id)
            at = self._at(
                now,
                self.chance.uniform(0.1, 0.8),
                letter.reply.text[:3].find("🔴") >= 0,
            )
            self.agenda.put(at, self.chat, partial(self._opens, one, message_id))

    def _judges(
        self, case_id: int, data: list[str], message_id: str, now: datetime
    ) -> None:
        """A lead says yes or no to an extension, or looks at what was done."""
        yes = next(one for one in data if one.endswith((":approve", ":verify")))
        no = next(one for one in data if one.endswith((":decline", ":redo")))
        fine = self.chance.random() < 0.9
        at = self._at(now, self.chance.lognormvariate(0.3, 0.8), False)
        deed = partial(
            self._presses, yes if fine else no, message_id, "" if fine else "再去看看"
        )
        self.agenda.put(at, self.chat, deed)

    def _writes(self, now: datetime) -> None:
        if self.writing:
            said, self.writing = self.writing, ""
            self.agenda.put(now + MINUTE, self.chat, lambda _: self.hand.says(said))

    def _chooses(self, options: list[str], message_id: str, now: datetime) -> None:
        one = self.chance.choice(options[:3])
        self.agenda.put(
            now + MINUTE, self.chat, partial(self._presses, one, message_id, "")
        )
