"""The first hello, and what a link or QR code brings along."""

from __future__ import annotations

from dataclasses import replace

from domain.kinds import Kind
from domain.messages import Choice
from handlers.actions import own as my
from handlers.casework import perform as casework
from handlers.casework import phrases
from handlers.dialog import conversation
from handlers.dialog.turn import Turn
from handlers.filing.filing import FILING
from handlers.people import settings
from handlers.texts.sentences import LANGUAGES, Safe

MENU = "m"


def menu(turn: Turn) -> list[list[Choice]]:
    """The four big buttons."""
    hazard, help_, wish = (
        turn.choice(f"menu-{kind}", f"{MENU}:{kind}") for kind in Kind
    )
    return [[hazard, help_], [wish, turn.choice("menu-my", f"{MENU}:my")]]


async def start(turn: Turn, words: str) -> None:
    """/start, alone or with `g_AREA` (a grid's QR code) or `i_TOKEN` (an invitation)."""
    if words.startswith("i_"):
        return await accept_invitation(turn, words[2:])
    scanned_area = turn.unit.directory.areas.get(words[2:])
    if (
        words.startswith("g_")
        and scanned_area is not None
        and not scanned_area.is_office
    ):
        return await scanned(turn, words[2:])
    if words:
        turn.reply(turn.say("start-unknown"))
    await greet(turn)


async def greet(turn: Turn) -> None:
    turn.reply(turn.say("start"), menu(turn))


async def scanned(turn: Turn, code: str) -> None:
    """The place is known: the next photo with a word needs only 提交."""
    drafts = [
        draft
        for draft in await turn.unit.forms.of(turn.private)
        if draft.name == FILING.name
    ]
    if drafts:
        await conversation.proceed(
            turn, FILING, replace(drafts[-1], about=drafts[-1].about | {"area": code})
        )
    else:
        await conversation.begin(turn, FILING, {"area": code})


async def accept_invitation(turn: Turn, token: str) -> None:
    grant = await turn.unit.staff.redeem(token, turn.person.id)
    if grant is None or grant.area not in turn.unit.directory.areas:
        return turn.reply(turn.say("invitation-gone"))
    await turn.unit.staff.grant(turn.person.id, grant)
    turn.unit.history.audit(
        turn.person.id, "joined", role=grant.role.value, area=grant.area
    )
    await casework.adopt(turn.unit, turn.setup)
    role = (
        turn.setup.post(grant.post, turn.language)
        if grant.post
        else turn.label(f"role-{grant.role}")
    )
    area = phrases.area(turn.unit, grant.area, turn.language)
    turn.reply(
        Safe(
            turn.say("invitation-welcome", role=role, area=area)
            + "\n"
            + turn.say(f"help-{grant.role}")
        )
    )


async def on_menu(turn: Turn, what: str) -> None:
    """A press of one of the four buttons, or of a language."""
    if what in LANGUAGES:
        return await settings.set_language(turn, what)
    turn.toast()
    if what == "my":
        return await my.my(turn, "")
    if what in list(Kind):
        await file_kind(turn, what)


async def file_kind(turn: Turn, kind: str) -> None:
    """Starts a filing of this kind, or turns the draft that is open into one."""
    drafts = [
        draft
        for draft in await turn.unit.forms.of(turn.private)
        if draft.name == FILING.name
    ]
    if drafts:
        changed = (
            await FILING.press(turn, drafts[-1], "kind", kind) if FILING.press else None
        )
        await conversation.proceed(turn, FILING, changed or drafts[-1])
    else:
        await conversation.begin(turn, FILING, {"kind": kind})
