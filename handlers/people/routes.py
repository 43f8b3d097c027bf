"""What this room answers: plain data, merged in `handlers/contents.py`."""

from __future__ import annotations

from domain.people import Role
from domain.reading.model import Intent
from handlers.dialog.clock import Look, OneDue
from handlers.dialog.command import (
    Command,
    Handler,
)
from handlers.dialog.form import Form
from handlers.people import (
    areas,
    asked,
    digest,
    groups,
    help,
    invitations,
    linking,
    listing,
    roles,
    settings,
    signing_out,
    start,
    talk,
    who_looks,
)
from handlers.people.duty import days, turns
from handlers.people.leave import away, clock, planned

STAFF = frozenset(Role)
ADMINS = frozenset({Role.ADMIN})

COMMANDS: dict[str, Command] = {
    "start": Command(start.start),
    "help": Command(help.help_),
    "cancel": Command(help.cancel),
    "lang": Command(settings.lang),
    "quiet": Command(settings.quiet),
    "mute": Command(settings.mute),
    "forget": Command(settings.forget),
    "link": Command(linking.link),
    "duty": Command(turns.duty, STAFF),
    "away": Command(away.away, STAFF),
    "digest": Command(digest.digest, STAFF),
    "people": Command(listing.people, ADMINS),
    "areas": Command(areas.areas, ADMINS),
    "invite": Command(invitations.invite, ADMINS),
    "grant": Command(roles.grant, ADMINS),
    "revoke": Command(roles.revoke, ADMINS),
    "signout": Command(signing_out.sign_out, ADMINS),
    "bind": Command(groups.bind, ADMINS, groups=True),
}

BUTTONS: dict[str, Handler] = {
    "m": start.on_menu,
    "x": settings.on_leave,
    "a": areas.on_areas,
    "w": away.on_hand_over,
    "y": turns.on_turn,
    "yd": days.on_days,
}

FORMS: dict[str, Form] = {}
TIMERS: dict[str, OneDue] = {planned.TIMER: clock.leave_due}
LOOKS: dict[str, Look] = {}
QUESTIONS = {**asked.QUESTIONS, **who_looks.QUESTIONS}
INTENTS = {
    Intent.CHAT: talk.chat,
    Intent.HOW_TO: talk.how_to,
    Intent.CANCEL: talk.never_mind,
    Intent.PLACE_ONLY: talk.place_only,
    Intent.ABUSE: talk.no_talk,
    Intent.AD_SPAM: talk.no_talk,
}
"""What is answered as talk."""
