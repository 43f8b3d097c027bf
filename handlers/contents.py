"""The tables of contents: every form, command and button, as plain data. Nothing registers
itself.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.actions import buttons as acts
from handlers.actions import lists as queue
from handlers.actions import own as my
from handlers.actions import templates
from handlers.actions.commands import ACT_COMMANDS
from handlers.actions.prompts import FORMS_OF_WORDS
from handlers.admin import announcements as announce
from handlers.admin import rules as routes
from handlers.admin import policy
from handlers.dialog import conversation
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing import filing
from handlers.filing import on_the_spot as onsite
from handlers.people import help, leave, settings, start
from handlers.people import roles as people
from handlers.stats import figures, register, slip

Handler = Callable[[Turn, str], Awaitable[None]]

FORMS: dict[str, Form] = {
    "filing": filing.FILING,
    "onsite": onsite.ONSITE,
    "announce": announce.ANNOUNCE,
    **FORMS_OF_WORDS,
}


async def cancel(turn: Turn, words: str) -> None:
    """/cancel: drops the form that is open; an earlier one shows itself again."""
    drafts = await turn.unit.forms.of(turn.private)
    if drafts:
        await conversation.cancel(turn, drafts[-1], FORMS)
    else:
        await help.cancel(turn, words)


COMMANDS: dict[str, Handler] = {
    "queue": queue.queue,
    "mine": queue.mine,
    "overdue": queue.overdue,
    "onsite": onsite.onsite,
    "start": start.start,
    "help": help.help_,
    "my": my.my,
    "cancel": cancel,
    "lang": settings.lang,
    "quiet": settings.quiet,
    "mute": settings.mute,
    "forget": settings.forget,
    "case": queue.case,
    "stats": figures.stats,
    "people": people.people,
    "areas": people.areas,
    "invite": people.invite,
    "grant": people.grant,
    "revoke": people.revoke,
    "bind": people.bind,
    "announce": announce.announce,
    "health": figures.health,
    "away": leave.away,
    "duty": leave.duty,
    "digest": leave.digest,
    "templates": templates.templates,
    "similar": routes.similar,
    "route": routes.route,
    "policy": policy.policy,
    "audit": routes.audit,
    "register": register.register,
    "slip": slip.slip,
    **ACT_COMMANDS,
}


BUTTONS: dict[str, Handler] = {
    "m": start.on_menu,
    "c": acts.on_case,
    "q": queue.on_page,
    "n": filing.from_line,
    "x": settings.on_leave,
    "a": people.on_areas,
    "p": policy.on_policy,
    "s": figures.on_stats,
}
