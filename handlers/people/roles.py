"""Roles: invitations, grants, who is who, areas, and which group belongs to which grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.commands import may_command
from domain.messages import Choice, Reply
from domain.people import Grant, Person, Role, admin_of
from handlers.casework import notices, phrases
from handlers.casework import perform as casework
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import LANGUAGES, Safe, known, label, say

SHOWN = 40
SHOWN_ROLES = 3
OFFICES = ("offices", "units", "单位")


def role_of(word: str) -> Role | None:
    """A role by its name in either language."""
    names = {
        "网格员": "coordinator",
        "网格长": "lead",
        "负责人": "lead",
        "管理员": "admin",
    }
    wanted = names.get(word.strip(), word.strip().lower())
    return Role(wanted) if wanted in list(Role) else None


def meant(turn: Turn, word: str) -> tuple[Role, str] | None:
    """The (role, post) that a word names: whoever holds a post is a coordinator for what is sent
    to it.
    """
    role = role_of(word)
    if role is not None:
        return role, ""
    wanted = word.strip().lower()
    post = next((code for code in turn.setup.posts if wanted in _names(turn, code)), "")
    return (Role.COORDINATOR, post) if post else None


def meant_first(turn: Turn, parts: Sequence[str]) -> tuple[Role, str, list[str]] | None:
    """(role, post, the rest) where the first words name a role or a post, which may be of
    several words.
    """
    for count in range(min(len(parts), 3), 0, -1):
        found = meant(turn, " ".join(parts[:count]))
        if found is not None:
            return (*found, list(parts[count:]))
    return None


def _names(turn: Turn, post: str) -> set[str]:
    return {post, *(turn.setup.post(post, language).lower() for language in LANGUAGES)}


def named(turn: Turn, role: Role, post: str, language: str = "") -> str:
    """A role, or the post that somebody holds, as people call it."""
    language = language or turn.language
    return turn.setup.post(post, language) if post else label(language, f"role-{role}")


def own_area(turn: Turn, code: str) -> str:
    """The area meant, checked: it exists and this admin is an admin of it. No code means the
    admin's own area.
    """
    if not code:
        return next(
            grant.area for grant in turn.person.grants if grant.role is Role.ADMIN
        )
    wanted = next(
        (known for known in turn.unit.directory.areas if known.lower() == code.lower()),
        "",
    )
    if not wanted or not admin_of(turn.person, turn.unit.directory.path(wanted)):
        raise Refused("refuse-area", code=code[:20])
    return wanted


async def invite(turn: Turn, words: str) -> None:
    """/invite ROLE [AREA]: a link that works once, for a week."""
    parts = words.split()
    wanted = meant_first(turn, parts)
    if wanted is None:
        posts = ", ".join(
            turn.setup.post(code, turn.language) for code in turn.setup.posts
        )
        return turn.reply(
            Safe(f"{turn.say('invite-how')}\n{turn.say('invite-posts', posts=posts)}")
        )
    role, post, rest = wanted
    area = own_area(turn, rest[0] if rest else "")
    token = await turn.unit.staff.invite(role, area, turn.person.id, post)
    turn.unit.history.audit(
        turn.person.id, "invite", role=role.value, area=area, post=post
    )
    link = turn.setup.link(turn.event.channel, f"i_{token}")
    where = phrases.area(turn.unit, area, turn.language)
    turn.reply(
        turn.say("invite-link", role=named(turn, role, post), area=where, link=link)
    )


def _person(turn: Turn, word: str) -> Person:
    """Somebody among the staff this admin is responsible for, by number or exact name."""
    staff = [
        person for person in turn.unit.directory.staff.values() if _mine(turn, person)
    ]
    hits = [
        person
        for person in staff
        if str(person.id) == word.lstrip("#") or person.name == word
    ]
    if len(hits) != 1:
        raise Refused("refuse-person", name=word[:30])
    return hits[0]


def _mine(turn: Turn, person: Person) -> bool:
    return any(
        admin_of(turn.person, turn.unit.directory.path(grant.area))
        for grant in person.grants
    )


async def grant(turn: Turn, words: str) -> None:
    """/grant PERSON ROLE [AREA]."""
    parts = words.split()
    wanted = meant_first(turn, parts[1:])
    if wanted is None:
        return turn.reply(turn.say("grant-how"))
    role, post, rest = wanted
    person, area = _person(turn, parts[0]), own_area(turn, rest[0] if rest else "")
    await turn.unit.staff.grant(person.id, Grant(role, area, post))
    await casework.adopt(turn.unit, turn.setup)
    await _written(turn, "grant", person, Grant(role, area, post))


async def revoke(turn: Turn, words: str) -> None:
    """/revoke PERSON ROLE [AREA]."""
    parts = words.split()
    wanted = meant_first(turn, parts[1:])
    if wanted is None:
        return turn.reply(turn.say("revoke-how"))
    role, post, rest = wanted
    person, area = _person(turn, parts[0]), own_area(turn, rest[0] if rest else "")
    if person.id == turn.person.id and role is Role.ADMIN:
        raise Refused("refuse-own-role")
    if not await turn.unit.staff.revoke(person.id, Grant(role, area, post)):
        raise Refused("refuse-no-grant", name=person.name)
    await turn.unit.directory_now()
    left = turn.unit.directory.staff.get(person.id, replace(person, grants=()))
    moved = await casework.rehome(turn.unit, turn.setup, left)
    await _written(turn, "revoke", person, Grant(role, area, post))
    if moved:
        turn.reply(turn.say("revoke-moved", name=person.name, count=moved))


async def _written(turn: Turn, act: str, person: Person, given: Grant) -> None:
    role, area = given.role, given.area
    turn.unit.history.audit(
        turn.person.id,
        act,
        person=person.id,
        role=role.value,
        area=area,
        post=given.post,
    )
    where = phrases.area(turn.unit, area, turn.language)
    turn.reply(
        turn.say(
            f"done-{act}",
            name=person.name,
            role=named(turn, role, given.post),
            area=where,
        )
    )
    if person.id != turn.person.id:
        language = known(person.language or turn.setup.language)
        told = {
            "role": named(turn, role, given.post, language),
            "area": phrases.area(turn.unit, area, language),
        }
        await notices.send(
            turn.unit, turn.setup, person, say(language, f"told-{act}", **told)
        )


async def people(turn: Turn, words: str) -> None:
    """/people: who has which role where, in this admin's areas."""
    directory = turn.unit.directory
    staff = [person for person in directory.staff.values() if _mine(turn, person)]
    lines = [turn.say("people-title", count=len(staff))]
    for person in staff[:SHOWN]:
        roles = ", ".join(
            _role_line(turn, grant) for grant in person.grants[:SHOWN_ROLES]
        )
        if len(person.grants) > SHOWN_ROLES:
            roles = turn.label("people-roles", roles=roles, count=len(person.grants))
        lines.append(
            turn.say("people-line", id=str(person.id), name=person.name, roles=roles)
        )
    if len(staff) > SHOWN:
        lines.append(turn.say("people-more", count=len(staff) - SHOWN))
    turn.reply(Safe("\n".join(lines)))


def _role_line(turn: Turn, grant: Grant) -> str:
    area = turn.unit.directory.areas.get(grant.area)
    return f"{named(turn, grant.role, grant.post)} {area.name if area else grant.area}"


async def areas(turn: Turn, words: str) -> None:
    """/areas [CODE]: an area with its children, their staff and whether they have a group."""
    if words.strip().lower() in OFFICES:
        return _offices(turn)
    top = own_area(turn, words.strip())
    directory = turn.unit.directory
    lines = [
        turn.say(
            "areas-title", name=phrases.area(turn.unit, top, turn.language), code=top
        )
    ]
    within = [
        area
        for area in directory.areas.values()
        if area.parent == top and not area.is_office
    ]
    children = within or [directory.areas[top]]
    for area in children[:SHOWN]:
        below = directory.below([area.code])
        holders = {
            p.id
            for p in directory.staff.values()
            if any(g.area in below for g in p.grants)
        }
        group = turn.label("areas-group") if directory.group_of(area.code) else ""
        lines.append(
            turn.say(
                "areas-line",
                code=area.code,
                name=area.name,
                staff=len(holders),
                group=group,
            )
        )
    buttons = [
        Choice(a.name[:20], f"a:areas:{a.code}")
        for a in children[:SHOWN]
        if len(directory.below([a.code])) > 1
    ]
    if top == directory.root and directory.offices:
        buttons.append(turn.choice("button-offices", f"a:areas:{OFFICES[0]}"))
    turn.reply(Safe("\n".join(lines)), _rows(buttons, 2), edit=bool(turn.event.data))


def _offices(turn: Turn) -> None:
    """The offices beside the tree: where cases can be sent, and how many people each has."""
    lines = [turn.say("offices-title")]
    for one in turn.unit.directory.offices:
        group = (
            turn.label("areas-group") if turn.unit.directory.group_of(one.code) else ""
        )
        staff = len(turn.unit.directory.members(one.code))
        lines.append(
            turn.say(
                "areas-line", code=one.code, name=one.name, staff=staff, group=group
            )
        )
    turn.reply(Safe("\n".join(lines)), edit=bool(turn.event.data))


async def on_areas(turn: Turn, data: str) -> None:
    """`a:areas:<code>`: a press below /areas."""
    if not may_command(turn.person, "areas"):
        raise Refused("refuse-old-button")
    turn.toast()
    await areas(turn, data.partition(":")[2])


def _rows(buttons: Sequence[Choice], wide: int) -> list[Sequence[Choice]]:
    return [buttons[i : i + wide] for i in range(0, len(buttons), wide)]


async def bind(turn: Turn, words: str) -> None:
    """/bind CODE, written in a group: from now on the grid's cases appear there."""
    if turn.event.private:
        return turn.reply(turn.say("bind-how"))
    if not words.strip():
        return say_in_group(turn, "bind-how")
    area = own_area(turn, words.strip())
    await turn.unit.staff.bind(turn.event.chat, area, turn.person.id)
    turn.unit.history.audit(
        turn.person.id, "bind", area=area, chat=str(turn.event.chat)
    )
    say_in_group(turn, "done-bind", area=phrases.area(turn.unit, area, turn.language))


def say_in_group(turn: Turn, key: str, **args: object) -> None:
    turn.unit.outbox.add(turn.event.chat, Reply(text=turn.say(key, **args)))
