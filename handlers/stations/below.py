"""What is said below a station, or a list of them: how it is there, as a press tells."""

from __future__ import annotations

import re
from datetime import timedelta

from domain.messages import Choice
from domain.stations.reports import CLOSED, FINE, FULL
from domain.stations.station import Station
from handlers.dialog.turn import Turn
from handlers.stations.reporting import says
from handlers.texts.words import only

STATES = {
    "words-station-closed": CLOSED,
    "words-station-full": FULL,
    "words-station-fine": FINE,
}
BESIDE = ("words-station-this", "words-leave-it", "words-wrong", "words-sorry")
"""Which one, and that what was said before is wrong."""
SHOWN = re.compile(r"st:(?:see|say:closed):(.+)")


async def said(turn: Turn) -> bool:
    """Whether it tells that of what was shown last: of several it is asked which one."""
    text = turn.event.text
    what = next(
        (
            state
            for key, state in STATES.items()
            if _tells(
                key,
                text,
            )
        ),
        "",
    )
    shown = await shown_last(turn) if what else []
    if len(shown) == 1:
        await says(
            turn,
            shown[0],
            what,
        )
    elif shown:
        rows = [
            [
                Choice(
                    one.name,
                    f"st:say:{what}:{one.code}",
                )
            ]
            for one in shown
        ]
        turn.reply(
            turn.say("station-which"),
            rows,
        )
    return bool(shown)


def _tells(key: str, text: str) -> bool:
    return only(
        key,
        text,
        *BESIDE,
    ) and not only(
        BESIDE[0],
        text,
        *BESIDE,
    )


async def shown_last(turn: Turn, within: timedelta | None = None) -> list[Station]:
    """The stations whose buttons stand last in the chat."""
    last = await turn.unit.offers.last(turn.private)
    if last and within is not None and turn.unit.now - last.made_at > within:
        return []
    hits = [SHOWN.fullmatch(choice.data) for choice in last.choices] if last else []
    codes = dict.fromkeys(hit[1] for hit in hits if hit)
    found = [turn.unit.stations.get(code) for code in codes]
    return [station for station in found if station is not None]
