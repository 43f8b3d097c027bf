"""A second admin's press on points by hand: yes, or no with a word. One press counts."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.messages import Reply
from domain.points import by_hand
from domain.points.ledger import Outcome, Transfer, Why, rider
from handlers.dialog import conversation
from handlers.dialog.fields import Text, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.turn import Refused, Turn, whole
from handlers.points import award_telling, ends
from handlers.points.award_clock import ENDS
from handlers.points.awarding import LONGEST, TIMER
from handlers.points.card import rates_of
from handlers.points.gifts import Gift, gift_of, second
from handlers.texts.sentences import Safe
from storage.outbox.letters import NOTICE

TOO_LATE = {Outcome.AGAIN: "award-again-settled", Outcome.DRY: "award-dry-settled"}
HOW = {
    Why.CONFIRMED: "award-was-confirmed",
    Why.BACK: "award-was-refused",
    Why.HONOUR: "award-was-honour",
}


async def yes(turn: Turn, rest: str) -> None:
    """`pt:yes:<number>`. Two at once confirm it once."""
    gift = await _open(turn, rest)
    if gift.holder is None:
        raise Refused("award-holder-left")
    made = by_hand.confirmed(
        gift.booked,
        gift.holder.id,
        turn.person.id,
    )
    await _settle(turn, gift, made)
    ends.plan(turn.scene, gift.holder.id)
    award_telling.audit(turn.scene, gift, "award-confirmed")
    turn.toast()
    left = await turn.unit.points.balance(rider(gift.holder.id))
    await award_telling.to_holder(
        turn.scene,
        gift,
        "award-booked",
        left=left,
    )
    said = await _ended(turn, gift, "award-confirmed")
    turn.reply(said, edit=True)


async def no(turn: Turn, rest: str) -> None:
    """`pt:no:<number>` asks for a word."""
    gift = await _open(turn, rest)
    turn.toast()
    seen = award_telling.about(turn.scene, gift, turn.language)
    asked = turn.label("award-short", **seen)
    await conversation.begin(
        turn,
        REASON,
        {"gift": gift.id, "what": asked},
    )


async def _refuse(turn: Turn, draft: Draft) -> None:
    said = " ".join(words(draft).split())
    try:
        gift = await _open(turn, str(draft.about["gift"]))
        if gift.holder is None:
            raise Refused("award-holder-left")
        made = by_hand.refused(
            gift.booked,
            gift.holder.id,
            turn.person.id,
            said,
        )
        await _settle(turn, gift, made)
    except Refused as refused:  # it is over: what comes next is something new
        return turn.reply(turn.say(refused.key, **refused.args_of_key))
    award_telling.audit(turn.scene, gift, "award-refused")
    await award_telling.to_holder(
        turn.scene,
        gift,
        "award-taken",
        why=said,
    )
    turn.reply(await _ended(turn, gift, "done-award-no", why=said))
    await _no_more_buttons(turn, gift)


async def _no_more_buttons(turn: Turn, gift: Gift) -> None:
    """Below the card that asked this person."""
    unit = turn.unit
    for chat in await unit.people.addresses(turn.person.id):
        card = await unit.sent_messages.living(
            chat,
            None,
            award_telling.slot(gift),
        )
        if card is not None:
            bare = Reply(edits=card.message_id, silent=True)
            unit.outbox.add(chat, bare, NOTICE)


async def _open(turn: Turn, rest: str) -> Gift:
    """What still waits, and is this person's to confirm. Raises Refused."""
    # no transfer has the number 0
    rates, number = rates_of(turn), whole(rest) or 0
    gift = await gift_of(turn.scene, number, rates)
    if gift is None:
        raise Refused("refuse-old-button")
    if not second(turn.scene, gift, turn.person):
        knows = turn.person.id in _sides(gift)
        raise Refused("award-second" if knows else "refuse-old-button")
    settled = await turn.unit.points_by_hand.settled([gift.booked])
    if settled:
        raise Refused(HOW[settled[gift.booked.key]])
    return gift


def _sides(gift: Gift) -> set[int]:
    """Who gives and who gets: to all others who may not confirm it, there is no such gift."""
    return {one.id for one in (gift.giver, gift.holder) if one is not None}


async def _settle(
    turn: Turn,
    gift: Gift,
    made: Transfer,
) -> None:
    """Raises Refused where somebody was quicker, or the points are gone."""
    done = await turn.unit.points.book(made)
    if done is not Outcome.BOOKED:
        raise Refused(TOO_LATE[done])
    for kind in (TIMER, ENDS):
        turn.unit.timers.set(kind, gift.id, None)


async def _ended(turn: Turn, gift: Gift, key: str, **more: object) -> Safe:
    """The others' cards and who gave it say so; returns the same for who pressed."""
    scene, name = turn.scene, turn.person.name
    await award_telling.settled(
        scene,
        gift,
        key,
        **more,
        name=name,
    )
    seen = award_telling.about(scene, gift, turn.language)
    return turn.say(key, **seen, **more, name=name)


def _view(turn: Turn, draft: Draft) -> View:
    ends = turn.choice("button-cancel", f"f:{draft.id}:cancel")
    asked = turn.say("ask-award-no", what=draft.about["what"])
    return View(asked, ((ends,),))


async def _short_enough(turn: Turn, draft: Draft) -> Draft:
    if len(words(draft)) <= LONGEST:
        return draft
    turn.reply(turn.say("award-long", letters=LONGEST))
    return replace(draft, answers={})


def _needs(draft: Draft) -> str:
    return "" if words(draft) else "what"


REASON = Form(
    name="award-no",
    steps=(Step("what", Text(free=True, nods=True)),),
    needs=_needs,
    view=_view,
    finish=_refuse,
    heed=_short_enough,
)
