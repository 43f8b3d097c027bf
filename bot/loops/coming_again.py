"""What comes again after a marking, and what is done: the queues hear of it."""

from __future__ import annotations

import asyncio

from bot.loops.afterwards import Marked, Outcome
from bot.loops.outcomes import Outcomes
from bot.loops.queues import Queues


class ComingAgain:
    def __init__(self, queues: Queues, outcomes: Outcomes) -> None:
        self._queues = queues
        self._outcomes = outcomes

    def hear(self, over: list[Outcome], marked: Marked) -> None:
        """Of sends that are over. Their chats do not go on yet."""
        self._put_back(over, marked)
        for outcome in over:
            failed, letter = outcome.error is not None, outcome.letter
            # not where they have written since: what waits there is its answer
            gone = failed and letter.to in marked.lost
            self._queues.marked(letter, failed=failed, gone=gone)
        for outcome in marked.unwritten:
            self._not_written(outcome)

    def _put_back(self, over: list[Outcome], marked: Marked) -> None:
        now = asyncio.get_running_loop().time()
        coming, ours = set(), set()
        for outcome in over:
            if outcome.error is not None and outcome.error.ours:
                ours.add(outcome.letter.id)
        for letter, after, tries in marked.again:
            self._queues.again(letter, now, after, tries, letter.id in ours)
            coming.add(letter.id)
        for outcome in over:
            if outcome.letter.id not in coming:
                self._queues.done(outcome.letter)

    def _not_written(self, outcome: Outcome) -> None:
        """Its row, and no other, cannot be written now: what was sent is marked later, all else
        comes again.
        """
        letter, loop = outcome.letter, asyncio.get_running_loop()
        wait = self._outcomes.later(outcome)
        if not outcome.begins and outcome.error is None:
            loop.call_later(wait, self._outcomes.add, outcome)
            return
        now = loop.time()
        if outcome.begins:
            self._queues.ended(letter, now, answered=False, well=False)
        for one in letter.whole if outcome.begins else [letter]:
            self._queues.again(one, now, wait, one.tries + 1)
        self._queues.marked(letter, failed=True, gone=False)
        self._queues.go_on(letter)
