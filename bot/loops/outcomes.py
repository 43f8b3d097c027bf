"""The loop that gathers what became of letters for a moment and has it marked in one Unit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from bot.logs import told
from bot.loops.afterwards import Marked, Outcome
from bot.loops.isolating import Tries
from bot.loops.marking import mark
from bot.loops.offering import remember
from handlers.dialog.setup import Setup
from storage.database import Database

log = structlog.get_logger()
# seconds; a row marked later than 5 ms after its send makes duplicates after a kill
GATHER = 0.004
PAUSE = 0.2  # seconds, where outcomes could not be written

GoOn = Callable[[list[Outcome], Marked], None]
"""Hears of what was marked."""


class Outcomes:
    def __init__(
        self,
        database: Database,
        setup: Setup,
        go_on: GoOn,
    ) -> None:
        self._database = database
        self._setup = setup
        self._go_on = go_on
        self._waiting: list[Outcome] = []
        self._tries = Tries()
        self._marking = False
        self._closing = False
        self._marks = asyncio.Event()

    @property
    def unmarked(self) -> bool:
        """Whether outcomes are still to be written down."""
        return bool(self._waiting) or self._marking

    def close(self) -> None:
        """Nothing more begins; what is under way is still written down."""
        self._closing = True

    def add(self, outcome: Outcome) -> None:
        shown = outcome.shown_to_one
        if shown is not None:
            remember(self._database, outcome.letter, shown)
        self._waiting.append(outcome)
        self._marks.set()

    def later(self, outcome: Outcome) -> float:
        """One whose row, and no other, cannot be written now. Returns after how many seconds it
        may be tried again.
        """
        number = outcome.letter.id
        tries = self._tries.failed(number)
        log.error("delivery.row_not_written", letter=number, tries=tries)
        return self._tries.wait(number)

    async def run(self) -> None:
        while True:
            await self._marks.wait()
            await asyncio.sleep(GATHER)
            self._marks.clear()
            outcomes, self._waiting = self._waiting, []
            if self._closing:
                outcomes = [outcome for outcome in outcomes if not outcome.begins]
            await self._mark(outcomes)

    async def _mark(self, outcomes: list[Outcome]) -> None:
        self._marking = True
        try:
            marked = await mark(self._database, self._setup, outcomes)
            self._go_on(outcomes, marked)
        except Exception as error:
            log.error("delivery.not_marked", letters=len(outcomes), **told(error))
            self._waiting = outcomes + self._waiting
            self._marks.set()
            await asyncio.sleep(PAUSE)
        finally:
            self._marking = False
