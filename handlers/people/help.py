"""/help: one screen, with what this person can do and nothing else."""

from __future__ import annotations

from domain.people import Role
from handlers.actions.emergencies import emergencies, which_over
from handlers.actions.on_case import relays
from handlers.coupons.found import is_on as has_coupons
from handlers.dialog import given_up
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.gifts.found import is_on as has_gifts
from handlers.people.hello import menu
from handlers.texts.sentences import Safe


async def help_(turn: Turn, words: str) -> None:
    parts = [turn.say("help-rider")]
    if turn.setup.wishes is not None:
        parts.append(turn.say("help-wishes"))
    if turn.setup.matching is not None:
        parts.append(turn.say("help-matching"))
        if turn.person.staff:
            parts.append(turn.say("help-listings"))
    parts += [turn.say(f"help-{role}") for role in Role if turn.person.has(role)]
    if turn.setup.members is not None:
        parts.insert(1, turn.say("help-member"))
        leads = turn.person.has(Role.LEAD) or turn.person.has(Role.ADMIN)
        parts += [turn.say("help-members")] if leads else []
    if has_coupons(turn.unit.directory, turn.setup):
        parts.insert(1, turn.say("help-coupons"))
    if has_gifts(turn.unit.directory, turn.setup):
        parts.insert(1, turn.say("help-gifts"))
    if turn.setup.points is not None:
        parts.insert(1, turn.say("help-points"))
        if turn.person.staff:
            parts.append(turn.say("help-award"))
    if turn.unit.stations.any:
        parts.insert(1, turn.say("help-station"))
    if turn.setup.proofs is not None:
        parts.insert(1, turn.say("help-proof"))
    buttons = menu(turn.language, turn.unit.directory, turn.setup)
    turn.reply(Safe("\n\n".join(parts)), buttons)


async def cancel(turn: Turn, words: str) -> None:
    """/cancel: drops the form that is open; an earlier one shows itself again. Without any it ends
    the talk with somebody who was called, or the emergency, as 取消 does.
    """
    drafts = await open_drafts(turn)
    if drafts:
        return await given_up.cancel(turn, drafts[-1])
    case = await relays.running(turn)
    if case is not None:
        return await relays.hang_up(turn, case, "")
    case = await emergencies.running(turn)
    if case is not None:
        return await which_over.said(turn, case)
    buttons = menu(turn.language, turn.unit.directory, turn.setup)
    turn.reply(turn.say("cancel-nothing"), buttons)
