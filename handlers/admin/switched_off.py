"""What is addressed to a channel that the configuration has no more: it waits for a day, in which
the channel may come back, and admins hear of it once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from domain.messages import Reply
from domain.people import Person, Role
from handlers.casework import phrases
from handlers.dialog.setup import Setup
from handlers.texts.sentences import Safe, known, say
from storage.unit import Unit

SETTING = "told:switched-off"
"""Since when, by channel, each is known to be off."""

KEPT = timedelta(days=1)
MOST_NAMED = 20


PARTS = {
    "staff": "admin-switched-off-staff",
    "groups": "admin-switched-off-groups",
}


async def look(
    unit: Unit,
    setup: Setup,
) -> tuple[set[str], int]:
    """The channels that somebody or something still depends on, and how many letters were given
    up. Their cases are as they were: with whoever has them in hand, on the other channels.
    """
    found = await unit.stranded.channels()
    told = unit.directory.settings.get(SETTING, {})
    since = {
        channel: at
        for channel, at in told.items()
        if not unit.stranded.reaches(channel)
    }
    for channel in sorted(found - since.keys()):
        await _tell(unit, setup, channel)
        since[channel] = unit.now.isoformat()
    if since != told:
        await unit.settings.put(SETTING, since, None)
    return found, await _give_up(unit, since)


async def _give_up(
    unit: Unit,
    since: Mapping[str, str],
) -> int:
    count = 0
    before = unit.now - KEPT
    for channel, at in since.items():
        if datetime.fromisoformat(at) <= before:
            count += await unit.stranded.give_up(channel, before)
    return count


async def _tell(
    unit: Unit,
    setup: Setup,
    channel: str,
) -> None:
    """Each admin, with the staff and the groups of their own areas."""
    people = await unit.stranded.people(channel)
    areas = await unit.stranded.areas(channel)
    about = {
        "letters": await unit.stranded.letters(channel),
        "people": len(people),
    }
    for admin in unit.directory.staff.values():
        if not admin.has(Role.ADMIN):
            continue
        language = known(admin.language or setup.language)
        own = _own(unit, admin)
        staff = _staff(unit, people, own)
        bound = [code for code in areas if code in own]
        lines = [
            say(
                language,
                "admin-switched-off",
                channel=phrases.channel(language, channel),
                **about,
            ),
            *_names(language, "staff", staff),
            *_names(language, "groups", bound),
        ]
        reply = Reply(text="\n".join(lines))
        for address in await unit.people.addresses(admin.id):
            unit.outbox.add(address, reply)


def _own(unit: Unit, admin: Person) -> set[str]:
    return unit.directory.below(
        grant.area for grant in admin.grants if grant.role is Role.ADMIN
    )


def _staff(
    unit: Unit,
    people: set[int],
    areas: set[str],
) -> list[str]:
    return [
        person.name
        for person in unit.directory.staff.values()
        if person.id in people and any(one.area in areas for one in person.grants)
    ]


def _names(
    language: str,
    part: str,
    names: list[str],
) -> list[Safe]:
    if not names:
        return []
    more = " …" if len(names) > MOST_NAMED else ""
    listed = ", ".join(names[:MOST_NAMED]) + more
    return [
        say(
            language,
            PARTS[part],
            names=listed,
        )
    ]
