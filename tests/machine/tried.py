"""What the machines of points, stock and claims have in common: people try things at once, the
house is killed meanwhile, and a model that the test wrote for itself is told the same.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from random import Random
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from domain.messages import Event
from handlers.dialog.setup import Setup
from tests.chance import examples
from tests.house import Actor, TestHouse
from tests.machine.mortal import Mortal

NEWEST_FIRST = (0, 0, 0, 1, 1, 2, 3, 4, 7)


class Do(NamedTuple):
    """What somebody tries; the numbers are taken modulo what there is."""

    what: str
    who: str
    whom: str
    which: int
    many: int


class Step(NamedTuple):
    """Of what happens only the part is used that it needs. The process is killed before the
    `killed`-th statement; 0: not.
    """

    what: str
    acts: list[Do]
    killed: int
    number: int


class Tried(NamedTuple):
    """What comes in, and what the model makes of it."""

    events: list[Event]
    follows: Callable[[], object]


NUMBERS = st.integers(0, 2**40)
"""What a step is made of by chance: so even the plainest play of Hypothesis's is none."""


HOW: Any = settings(
    max_examples=examples(5),
    stateful_step_count=40,
    deadline=None,
    print_blob=False,
    database=None,
    # shrinking a story of a whole house takes longer than reading it
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


class Life(RuleBasedStateMachine):
    """`url` is where its database is, '' for a file of SQLite. `happens`, `acts`, `who` and `whom`
    are what a step is drawn from, the likelier the oftener.
    """

    url = ""
    happens: Sequence[str]
    acts: Sequence[str]
    who: Sequence[str]
    whom: Sequence[str]
    mortal: Mortal | None = None
    actors: dict[str, Actor]
    seen: Any
    look: Callable[[], Coroutine[Any, Any, Any]]
    """What each of these machines compares, as it is now."""
    turn = 0

    def begins(self, setup: Setup) -> None:
        self.mortal = Mortal(setup, self.url)

    @property
    def alive(self) -> Mortal:
        assert self.mortal is not None
        return self.mortal

    @property
    def house(self) -> TestHouse:
        return self.alive.house

    def teardown(self) -> None:
        if self.mortal is not None:
            self.mortal.ends()

    def step(self, number: int) -> Step:
        self.turn += 1
        chance = Random(f"{self.turn} {number}")
        acts = [
            Do(
                chance.choice(self.acts),
                chance.choice(self.who),
                chance.choice(self.whom),
                chance.choice(NEWEST_FIRST),
                chance.randint(1, 20),
            )
            for _ in range(chance.randint(1, 6))
        ]
        killed = chance.choice((0, chance.randint(1, 25), chance.randint(1, 80)))
        return Step(chance.choice(self.happens), acts, killed, chance.randrange(60))

    def looks_again(self) -> None:
        self.seen = self.alive.run(self.look())

    async def meet(self, names: Sequence[str]) -> dict[str, int]:
        """Who are known by now, by their names here: their numbers."""
        addresses = {name: self.actors[name].address for name in names}
        async with self.house.database.unit() as unit:
            found = await unit.people.at_many(addresses.values())
        self.house.people |= {address.chat: one for address, one in found.items()}
        return {name: found[address].id for name, address in addresses.items()}

    def try_all(self, acts: list[Do], killed: int) -> None:
        """All at once: one Unit takes all of it in, or nothing. Then the model follows, in the same
        order.
        """
        tried = [one for act in acts if (one := getattr(self, act.what)(act))]
        events = [event for one in tried for event in one.events]
        if not events:
            return
        self.alive.run(self.alive.takes(events, killed, self.look))
        self.looks_again()
        for one in tried:
            one.follows()
