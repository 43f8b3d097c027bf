"""How Gridbee is started for the benchmark: a folder with config.toml and a district, then
`python -m bot run`.
"""

import asyncio
import sys
from pathlib import Path

from domain.area import Area
from domain.messages import Address
from domain.people import Grant, Role
from storage.database import Database

ROOT = Path(__file__).resolve().parent.parent
WEST, SOUTH, EDGE, SIDE = 116.29, 39.89, 0.012, 10
"""The riders' places (bench/talk.py) lie in a grid of SIDE × SIDE squares of EDGE degrees from
this corner.
"""

CONFIG = """\
[service]
data = "{folder}"

[telegram]
token = "1:BENCH"
base_url = "{base}/bot"
base_file_url = "{base}/file/bot"
per_second = 0
per_chat_seconds = 0
{mode}
{web}
[limits]
cases_an_hour = 1000000
messages_a_minute = 1000000

[media]
fetch = {fetch}
"""
HOOK = """\

[web]
port = {port}
"""
HOOKED = """\
mode = "webhook"
webhook_url = "http://127.0.0.1:{port}/telegram"
webhook_secret = "bench-webhook-secret"
max_connections = 100
"""

HELLO: list[str] = []
"""Said before the riders set out; the coordinators are already known to the database."""

CATEGORY = "消防"
"""Part of the label of the category button that the riders press on Gridbee's summary."""

FIRST_COORDINATOR = 9000


def exists() -> bool:
    """Whether there is a Gridbee to be started."""
    return (ROOT / "bot" / "__main__.py").exists()


def command(base: str, folder: Path, port: int = 0, fetch: bool = False) -> list[str]:
    """Write configuration and district, return the command line. `base` is http://127.0.0.1:PORT;
    updates come by webhook to `port` where there is one.

    Pictures are not fetched unless asked: no peer does that.
    """
    config = folder / "config.toml"
    text = CONFIG.format(
        folder=folder / "data",
        base=base,
        fetch=str(fetch).lower(),
        mode=HOOKED.format(port=port) if port else "",
        web=HOOK.format(port=port) if port else "",
    )
    config.write_text(text, encoding="utf-8")
    asyncio.run(seed(f"sqlite:///{folder / 'data' / 'gridbee.db'}"))
    return [sys.executable, "-m", "bot", "run", "--config", str(config)]


def areas() -> list[Area]:
    """A district with SIDE × SIDE square grids."""
    made = [Area("D", "Bench", "district")]
    for row in range(SIDE):
        for column in range(SIDE):
            w, s = WEST + column * EDGE, SOUTH + row * EDGE
            ring = [[w, s], [w + EDGE, s], [w + EDGE, s + EDGE], [w, s + EDGE], [w, s]]
            made.append(
                Area(
                    f"G{row:02d}{column:02d}",
                    f"{row}-{column}",
                    "grid",
                    "D",
                    ([*ring],),
                )
            )
    return made


async def seed(url: str) -> None:
    """The district, and a coordinator for each of its grids, with the private chats 9000, 9001,
    …
    """
    database = Database(url)
    await database.start()
    async with database.unit() as unit:
        await unit.flush()
        await unit.areas.replace(areas())
        for number, area in enumerate(areas()[1:]):
            person = unit.people.meet(
                Address("telegram", str(FIRST_COORDINATOR + number)), f"网格员{number}"
            )
            await unit.staff.grant(person.id, Grant(Role.COORDINATOR, area.code))
    await database.close()
