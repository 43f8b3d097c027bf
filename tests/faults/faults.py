"""FAULTS: what is done to the house, row by row, and what was promised for it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.faults.doings import (
    DAY,
    Doing,
    backwards,
    flapping,
    forgotten,
    killed,
    line,
    locked,
    meanwhile,
    no_store,
    pulled,
    put_off,
    repeats,
    says,
    sent_away,
    set_to,
    sleeps,
    starves_children,
)
from tests.faults.houses import kept_out, takes_over

WITHIN = 30.0  # seconds in which the house has to be well again
# a poll believes a minute of what Telegram asks for (bot/channels/telegram/polling.py)
WITHIN_BELIEVED = 65.0
# of what is open for a day, drafts are dropped by rule, which would be no fault
ALMOST_A_DAY = 23 * 3600.0
NEVER_LATE = "answered meanwhile"
AFTERWARDS = "answered afterwards"


@dataclass(frozen=True)
class Fault:
    """`seconds` is how long it lasts; `within` so many after it all has to be well. On PostgreSQL,
    or on SQLite in the house's folder. `calm`: riders have no emergencies, whose "all clear" a
    clock may jump over.
    """

    name: str
    place: str
    does: Doing
    promise: str = AFTERWARDS
    seconds: float = 6.0
    postgres: bool = False
    levers: bool = False
    calm: bool = False
    within: float = WITHIN


FAULTS = (
    Fault(
        "every answer 2 s late", "Telegram's line", line("api", delay=1.0), NEVER_LATE
    ),
    Fault("cut, nobody answers", "Telegram's line", line("api", refuses=True)),
    Fault("half open", "Telegram's line", line("api", open=False), seconds=12),
    Fault("connections dead for ever", "Telegram's line", forgotten("api"), seconds=1),
    Fault(
        "bodies of 2,000 bytes/s", "Telegram's line", line("api", rate=2000), NEVER_LATE
    ),
    Fault("cut every 0.4 s", "Telegram's line", flapping("api"), NEVER_LATE),
    Fault("429 for everything", "Telegram", says("429", retry_after=2)),
    Fault(
        "one poll told to wait a day",
        "Telegram",
        says("429", "getUpdates", 1, retry_after=DAY),
        seconds=1,
        within=WITHIN_BELIEVED,
    ),
    Fault(
        "one answer told to wait a day",
        "Telegram",
        put_off,
        seconds=3,
        levers=True,
        calm=True,
    ),
    Fault("500 for everything", "Telegram", says("500")),
    Fault("an HTML page for everything", "Telegram", says("502")),
    Fault("JSON that breaks off", "Telegram", says("garbage"), seconds=4),
    Fault(
        "taken, then no answer",
        "Telegram",
        says("accept_then_timeout", None, 8, seconds=4),
    ),
    Fault("taken, then cut", "Telegram", says("cut", None, 20), seconds=3),
    Fault("updates that come again", "Telegram", meanwhile(repeats), NEVER_LATE),
    Fault("updates in reverse order", "Telegram", backwards, NEVER_LATE),
    Fault(
        "0.1 s late",
        "PostgreSQL's line",
        line("pg", delay=0.05),
        NEVER_LATE,
        postgres=True,
    ),
    Fault(
        "cut, nobody answers",
        "PostgreSQL's line",
        line("pg", refuses=True),
        postgres=True,
    ),
    Fault(
        "half open",
        "PostgreSQL's line",
        line("pg", open=False),
        seconds=12,
        postgres=True,
    ),
    Fault(
        "connections dead for ever",
        "PostgreSQL's line",
        forgotten("pg"),
        seconds=1,
        postgres=True,
    ),
    Fault(
        "20,000 bytes/s", "PostgreSQL's line", line("pg", rate=20_000), postgres=True
    ),
    Fault("cut every 0.4 s", "PostgreSQL's line", flapping("pg"), postgres=True),
    Fault("every session ended", "PostgreSQL", meanwhile(sent_away), postgres=True),
    Fault("disk full", "SQLite and pictures", pulled(full=1), levers=True),
    Fault("disk read-only", "SQLite and pictures", pulled(readonly=1), levers=True),
    Fault(
        "each sync takes 0.5 s", "SQLite and pictures", pulled(sync_ms=500), levers=True
    ),
    Fault("locked by another program", "SQLite and pictures", locked, seconds=13),
    Fault("the folder of pictures gone", "SQLite and pictures", no_store),
    Fault(
        "no file descriptors (ENFILE)", "the machine", pulled(nofiles=1), levers=True
    ),
    Fault(
        "children without memory",
        "the machine",
        meanwhile(starves_children),
        NEVER_LATE,
    ),
    Fault(
        "clock set 23 hours ahead",
        "the machine",
        set_to(ALMOST_A_DAY),
        seconds=1,
        levers=True,
        calm=True,
    ),
    Fault("clock set a day back", "the machine", set_to(-DAY), seconds=1, levers=True),
    Fault("stopped for 5 minutes", "the machine", sleeps, levers=True),
    Fault("kill -9 every 2.5 s", "the process", meanwhile(killed), seconds=10),
    Fault("a second house on its file", "two houses", kept_out, NEVER_LATE, seconds=1),
    Fault(
        "the one that runs killed", "two houses", takes_over, seconds=1, postgres=True
    ),
)
