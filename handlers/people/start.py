"""The first hello, and what a link or QR code brings along."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.kinds import Kind
from domain.messages import Choice
from domain.offers import settle
from domain.start_codes import Begins, apart
from handlers.actions.asking import commands
from handlers.actions.own import own
from handlers.coupons import inviting
from handlers.dialog import conversation
from handlers.dialog.command import Handler
from handlers.dialog.fields import words
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.filing.draft import meant
from handlers.filing.form import FILING
from handlers.gifts import handing
from handlers.people import invitations, settings
from handlers.people.hello import (
    is_grid,
    menu,
    station_at,
)
from handlers.people.hive import HIVE, hive
from handlers.stations.card import card
from handlers.texts.sentences import LANGUAGES, label
from handlers.texts.words import only

DOORS: dict[Begins, Handler] = {
    Begins.INVITATION: invitations.accept,
    Begins.CASE: commands.case,
    Begins.GIFT: handing.look,
    Begins.SHOP: inviting.accept,
}
"""By the beginning of a start code what takes the rest of it."""

SAID = {
    "my": "words-menu-my",
    HIVE: "words-menu-hive",
    Kind.WISH: "words-menu-wish",
    Kind.HAZARD: "words-menu-hazard",
    Kind.HELP: "words-menu-help",
}
"""What else people write for a button."""
ENDS = "。.！! "


async def start(turn: Turn, words: str) -> None:
    """/start, alone or with what a link or code brings: a grid's, a rest station's, or one of
    `DOORS`.
    """
    begins, which = apart(words)
    if begins in DOORS:
        return await DOORS[begins](turn, which)
    if is_grid(turn.unit.directory, words):
        return await scanned(turn, which, asks=begins is Begins.GRID)
    if begins is Begins.STATION:
        return await _at_station(turn, words)
    if words:
        turn.reply(turn.say("start-unknown"))
    await greet(turn)


async def _at_station(turn: Turn, code: str) -> None:
    """Its card, for whoever stands at its door."""
    station = station_at(turn.unit.directory, code)
    if station is not None:
        return await card(turn, station)
    turn.reply(turn.say("station-gone"))
    await greet(turn)


async def greet(turn: Turn) -> None:
    turn.reply(turn.say("start"), menu(turn.language, turn.unit.directory, turn.setup))


async def scanned(turn: Turn, code: str, *, asks: bool = True) -> None:
    """The place is known: the next photo with a word needs only 提交."""
    draft = await _open_filing(turn)
    if draft is not None:
        about = draft.about | {"area": code}
        await conversation.proceed(
            turn,
            FILING,
            replace(draft, about=about),
        )
    else:
        await conversation.begin(turn, FILING, {"area": code}, show=asks)


async def on_menu(turn: Turn, what: str) -> None:
    """A press of one of the big buttons, or of a language."""
    if what in LANGUAGES:
        return await settings.set_language(turn, what)
    turn.toast()
    if what == "my":
        return await own.my(turn, "")
    if what == HIVE:
        return await hive(turn)
    if what in list(Kind):
        await file_kind(turn, what)


def typed(turn: Turn) -> str:
    """Which of the big buttons was typed or said in other words, in any language; '' for none."""
    said = turn.event.text.rstrip(ENDS)
    meant = (what for what, key in SAID.items() if only(key, said))
    return labelled(turn) or next(meant, "")


def labelled(turn: Turn) -> str:
    """Which of the big buttons was typed as it stands there."""
    said = turn.event.text.rstrip(ENDS)
    for language in LANGUAGES:
        offered = tuple(
            Choice(label(language, f"menu-{what}"), what)
            for what in (*Kind, "my", HIVE)
        )
        choice = settle(said, offered, by_number=False)
        if choice is not None:
            return choice.data
    return ""


async def file_kind(turn: Turn, kind: str) -> None:
    """Starts a filing of this kind, or turns the draft that is open into one; what has words of
    another kind stays as it is.
    """
    draft = await _open_filing(turn)
    if draft is None or (words(draft) and meant(draft).kind != kind):
        await conversation.begin(turn, FILING, {"kind": kind})
        return
    press = FILING.press
    changed = await press(turn, draft, "kind", kind) if press else None
    await conversation.proceed(turn, FILING, changed or draft)


async def _open_filing(turn: Turn) -> Draft | None:
    """The newest filing that is open."""
    drafts = await open_drafts(turn)
    filings = [draft for draft in drafts if draft.name == FILING.name]
    return filings[-1] if filings else None
