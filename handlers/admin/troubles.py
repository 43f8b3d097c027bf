"""What admins are told of the machine without asking."""

from __future__ import annotations

from datetime import datetime

from domain.messages import Reply
from domain.people import Role
from domain.unheard import Gap
from handlers.admin import stopped
from handlers.casework import phrases
from handlers.dialog.setup import Setup
from handlers.texts.sentences import Safe, known, say
from storage.unit import Unit

UNHEARD, DISPLACED = "unheard", "displaced"
INACTIVE, OTHER_CLOCK = "inactive", "clock"

OF_CHANNEL = {
    "polls": "admin-polls",
    "sends": "admin-sends",
    "hangs": "admin-hangs",
    "refused": "admin-shut",
    "off": "admin-off",
    UNHEARD: "admin-unheard",
    DISPLACED: "admin-displaced",
    INACTIVE: "admin-inactive",
    OTHER_CLOCK: "admin-other-clock",
    "account": "admin-account",
    "access": "admin-access",
    "address": "admin-address",
    "rights": "admin-rights",
    "day": "admin-day",
    "template": "admin-template",
}
"""What is said of each trouble of a channel."""

WAIT = ("sends", "hangs")
"""Letters wait, and may have met with a reason."""


async def tell(
    unit: Unit,
    setup: Setup,
    key: str,
    replaces: str = "",
    channel: str = "",
    reason: str = "",
    **about: object,
) -> None:
    """A sentence to each of them, and its reason. Of those with the same `replaces` only the newest
    waits.
    """
    for person in unit.directory.staff.values():
        if person.has(Role.ADMIN):
            language = known(person.language or setup.language)
            name = phrases.channel(language, channel)
            text = say(language, key, channel=name, **about)
            reply = Reply(text=with_reason(language, text, reason))
            for address in await unit.people.addresses(person.id):
                unit.outbox.add(address, reply, replaces=replaces)


async def stuck(unit: Unit, setup: Setup, kind: str) -> None:
    """Something that was due fails again and again."""
    await tell(unit, setup, "admin-stuck", replaces=f"stuck:{kind}", kind=kind)


async def of_channel(
    unit: Unit, setup: Setup, channel: str, trouble: str | None
) -> None:
    """What is wrong with it, None where it is over: that goes out in place of a warning that has
    not gone.
    """
    key = OF_CHANNEL[trouble] if trouble else "admin-well"
    reason = await reason_of(unit, channel, trouble)
    place = f"channel:{channel}"
    await tell(unit, setup, key, place, channel, reason)


async def reason_of(unit: Unit, channel: str, trouble: str | None) -> str:
    """The key of why letters wait; '' where that is not the trouble, or nobody knows."""
    return await stopped.why(unit, channel) if trouble in WAIT else ""


def with_reason(language: str, text: Safe, reason: str) -> Safe:
    return Safe(f"{text}\n{say(language, reason)}") if reason else text


async def unheard(unit: Unit, setup: Setup, channel: str, gap: Gap) -> None:
    """What people said meanwhile never arrived: somebody has to tell them."""
    for person in unit.directory.staff.values():
        if person.has(Role.ADMIN):
            language = known(person.language or setup.language)
            text = said_of(language, setup, channel, gap, unit.now)
            for address in await unit.people.addresses(person.id):
                unit.outbox.add(address, Reply(text=text))


def said_of(
    language: str,
    setup: Setup,
    channel: str,
    gap: Gap,
    now: datetime,
) -> Safe:
    """From when to when nothing was heard."""
    until = phrases.when(language, gap.until, now, setup) if gap.until else ""
    return say(
        language,
        "admin-was-unheard" if gap.until else "health-unheard",
        channel=phrases.channel(language, channel),
        since=phrases.when(language, gap.since, now, setup),
        until=until,
    )
